import { forbidden, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { findDossier, forgetDossier } from '../dossier.read.ts';
import type { Dossier } from '../dossier.type.ts';
import { cleanInput } from '../ingest/clean.ts';
import { PORTAL } from '../ingest/portal.ts';
import type { Problem } from '../ingest/problem.ts';
import { feeProblems, paperProblems } from '../ingest/validate.content.ts';
import { toErrors } from '../ingest/validate.ts';
import type { Transition } from '../lifecycle/transitions.ts';
import { lastToldContact } from '../portal-contact.ts';
import { APPLICANT, moversOf, officerOf } from './caller.ts';
import type { MoveDossierInput } from './change.type.ts';
import { contactFor } from './contact.ts';
import { holdDossier, readGround } from './ground.ts';
import { makeMove, versionConflict } from './move.ts';

/** What became of a change: the dossier's row key, or why nothing was changed. */
export type Changed = { id: string } | { errors: UserErrorValue[] };

/** Moves a dossier as the state machine lets the viewer. Throws FORBIDDEN for who sees the dossier and has no part in it. */
export async function moveDossier(context: HubContext, given: MoveDossierInput): Promise<Changed> {
  const { hub } = context;
  const { input, problems } = cleanInput(given);
  const seen = await findByGlobalId(context, given.dossier);
  if (seen === null) return { errors: [noDossier()] };
  if (moversOf(context, seen.row).size === 0) throw forbidden();
  const wrong = problems.length > 0 ? problems : [...feeProblems(input.fees ?? []), ...paperProblems(input)];
  if (wrong.length > 0) return { errors: inputErrors(wrong) };
  const ground = await readGround(hub);
  const contact = await contactFor(context, seen);
  const actorOf = ({ by }: Transition, movers = moversOf(context, seen.row)) =>
    movers.has('UNIT') && by.includes('UNIT') ? officerOf(context, ground.directory) : APPLICANT;
  const errors = await hub.db.transaction(async (sql) => {
    const held = await holdDossier(sql, seen.row.id);
    // Its units may have changed since it was seen.
    const movers = held === undefined ? undefined : moversOf(context, held.row);
    if (held === undefined || movers === undefined || movers.size === 0) return [noDossier()];
    if (input.expectedVersion != null && input.expectedVersion !== held.row.version) return [versionConflict(['input', 'expectedVersion'])];
    const content = {
      note: input.note ?? undefined,
      documents: input.documents ?? [],
      fees: input.fees ?? [],
      newDueAt: input.newDueAt ?? undefined,
    };
    const told = (await lastToldContact(hub, sql, held.row.id)) ?? contact;
    return makeMove(hub, sql, { ground, wanted: { held, to: input.to, content, movers, actorOf, contact: told } });
  });
  if (errors.length > 0) return { errors };
  await afterChange(context, seen.row.id);
  return { id: seen.row.id };
}

/** A dossier by a client's id, as far as the viewer may see it. */
export async function findByGlobalId(context: HubContext, id: string): Promise<Dossier | null> {
  const uuid = fromGlobalId('dossier', id);
  return uuid === undefined ? null : findDossier(context, 'id', uuid);
}

/** The same for an unknown dossier and for one that is not the viewer's to see. */
export function noDossier(field: string[] = ['input', 'dossier']): UserErrorValue {
  return userError('NOT_FOUND', { vi: 'Không tìm thấy.', en: 'Not found.' }, field);
}

/** Problems of an input as the caller is told them. */
export function inputErrors(problems: readonly Problem[]): UserErrorValue[] {
  return toErrors(problems.map((problem) => ({ ...problem, field: ['input', ...problem.field] })));
}

/** Shows the change to this request, and wakes the delivery up. */
export async function afterChange(context: HubContext, id: string): Promise<void> {
  forgetDossier(context, id);
  await context.hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: PORTAL });
}
