import { join } from 'node:path';
import type { KnownDossier, RememberWorld } from '../contract/manifest.ts';
import { type Journal, openJournal, replaceJournal } from '../contract/simulator.journal.ts';
import { type Call, carryOutAgain } from './simulator.services.ts';
import type { PortalStore } from './simulator.store.ts';

const FILE = 'national-portal.simulator.jsonl';

/** A dossier that was known before, lean because there are as many as a quarter has: code, state, the portal's own reference. */
type KnownLine = [code: string, status: number, nationalCode?: string];

/** Brings back into the store what the portal knew before and what it has carried out since. One file holds both, so that one rename replaces both. */
export function openMemory(stateDir: string, store: PortalStore): Promise<Journal> {
  return openJournal(join(stateDir, FILE), (entry) => {
    if (Array.isArray(entry)) store.know(dossierOf(entry as KnownLine));
    else carryOutAgain(store, entry as Call);
  });
}

/** Makes the portal that next starts in `stateDir` know these dossiers and nothing else. */
export const rememberDossiers: RememberWorld = (stateDir, { dossiers = [] }) => replaceJournal(join(stateDir, FILE), linesOf(dossiers));

function* linesOf(dossiers: Iterable<KnownDossier>): Generator<KnownLine> {
  for (const dossier of dossiers) yield knownLine(dossier);
}

/** The line by which the journal keeps a dossier that was known before. */
export function knownLine({ code, status, nationalCode }: KnownDossier): KnownLine {
  return nationalCode === null ? [code, status] : [code, status, nationalCode];
}

function dossierOf([code, status, nationalCode]: KnownLine): KnownDossier {
  return { code, status, nationalCode: nationalCode ?? null };
}
