import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { PortalDossier, PortalOutcome, PortalPort, PortalRecord } from '../../../connectors/contract/portal.ts';
import { openPersonal } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf } from '../../platform/time.ts';
import { compareWithPortal } from './compare.ts';
import { type ComparisonRecord, writeComparisons } from './compare.write.ts';
import type { ClaimedDelivery } from './delivery.claim.ts';
import { noteSightings, type Sighting } from './extra/extra.write.ts';

/** Look-ups that are under way at the same time for one call's comparisons. */
const PARALLEL = 4;

/** What the outbox keeps, encrypted, of a comparison: what would have been sent, and of which dossier. */
type CompareContent = { dossier: PortalDossier; about: About } | { dossier: Named; about: About & { absent: true } };

/** All that is known of a code that no dossier has. */
type Named = Pick<PortalDossier, 'code' | 'nationalCode' | 'origin'>;

interface About {
  dossierId: string;
  unit: string;
  scope: string[];
  byNotice: boolean;
  purpose?: ComparisonRecord['purpose'];
  /** The hub never heard of that code: the portal must not know it. */
  absent?: boolean;
}

/** What one look found; `sighting`: of a code that no dossier has. */
interface Found {
  record: Omit<ComparisonRecord, 'connector'>;
  sighting?: Sighting;
}

/** Whether nothing is to be sent, but compared with what the portal says. */
export function isComparison({ kind }: Pick<ClaimedDelivery, 'kind'>): boolean {
  return kind === 'portal.compare';
}

/** Looks each dossier up at the portal and keeps what differs, and what stands there and is not ours. Done again, it only looks again. */
export async function carryOutComparisons(
  hub: Platform,
  { connector, port }: { connector: string; port: PortalPort },
  deliveries: readonly ClaimedDelivery[],
): Promise<PortalOutcome[]> {
  const outcomes: PortalOutcome[] = [];
  const records: ComparisonRecord[] = [];
  const sightings: Sighting[] = [];
  const waiting = [...deliveries];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const made = await compareOne(hub, port, next);
      if ('outcome' in made) outcomes.push(made.outcome);
      else {
        records.push({ ...made.record, connector });
        if (made.sighting !== undefined) sightings.push(made.sighting);
        outcomes.push({ id: next.key, kind: 'delivered' });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, deliveries.length) }, lane));
  await hub.db.transaction(async (sql) => {
    await writeComparisons(sql, records);
    await noteSightings(sql, sightings);
  });
  return outcomes;
}

async function compareOne(
  hub: Platform,
  port: PortalPort,
  { key: id, subject, sealed }: ClaimedDelivery,
): Promise<{ outcome: PortalOutcome } | Found> {
  const content = contentOf(hub, sealed);
  if (typeof content === 'string') return { outcome: { id, kind: 'refused', code: content, reason: 'the content of this comparison' } };
  const { dossier, about } = content;
  // What is under way is no difference; it is compared another night.
  if (about.purpose === 'NIGHTLY' && (await isUnderWay(hub, about.dossierId, id))) return { outcome: { id, kind: 'delivered' } };
  let found: PortalRecord | null;
  try {
    found = await port.lookUp(codeAtPortal(dossier));
  } catch (error) {
    return { outcome: outcomeOf(id, error) };
  }
  const at = hub.clock.business();
  const { dossierId: subjectId, unit, scope } = about;
  const told = { day: localDateOf(at), subject, subjectId, purpose: about.purpose ?? ('SWITCH' as const), unit, scope, comparedAt: at };
  if (isDossier(content)) {
    const ours = { status: content.dossier.status, unit: content.dossier.unitName, byNotice: about.byNotice };
    return { record: { ...told, ...compareWithPortal(ours, found) } };
  }
  const theirs = found === null ? null : { status: found.status ?? null, unit: found.unitName ?? null };
  const compared = { kind: theirs === null ? ('EQUAL' as const) : ('EXTRA' as const), ours: { status: null, unit: null }, theirs };
  return { record: { ...told, ...compared }, sighting: { code: subject, unit, scope, found: theirs, at } };
}

function isDossier(content: CompareContent): content is Extract<CompareContent, { dossier: PortalDossier }> {
  return content.about.absent !== true;
}

/** Whether the portal is still to learn something of a dossier, or was told since it was put in line for comparison. */
async function isUnderWay(hub: Platform, dossierId: string, comparison: string): Promise<boolean> {
  const [row] = await hub.db.query(
    `SELECT FROM integration.synchronization s, integration.delivery own
     WHERE own.key = $2 AND s.subject_id = $1 AND (s.state <> 'DELIVERED' OR s.requested_at > own.requested_at OR s.delivered_at > own.requested_at) LIMIT 1`,
    [dossierId, comparison],
  );
  return row !== undefined;
}

/** What the portal filed it knows by its own number. */
function codeAtPortal({ code, nationalCode, origin }: Named): string {
  return origin === 'NATIONAL_PORTAL' ? (nationalCode ?? code) : code;
}

function contentOf(hub: Platform, sealed: Buffer | null): CompareContent | 'CONTENT_UNREADABLE' | 'CONTENT_MISSING' {
  try {
    return openPersonal<CompareContent>(hub.cipher, sealed) ?? 'CONTENT_MISSING';
  } catch {
    // Whatever the cipher says of a value may hold part of it.
    return 'CONTENT_UNREADABLE';
  }
}

/** Nothing was told to the portal, so that nothing can be in doubt. */
function outcomeOf(id: string, error: unknown): PortalOutcome {
  if (error instanceof UpstreamError) {
    const { code, message: reason, unreachable } = error;
    return error.retry ? { id, kind: 'retry', code, reason, look: false, unreachable } : { id, kind: 'refused', code, reason };
  }
  const reason = error instanceof Error ? error.name : typeof error;
  return { id, kind: 'retry', code: 'CONNECTOR_FAULT', reason, look: false, unreachable: false };
}
