import { forbidden, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { noteAdditions } from '../ingest/additions.ts';
import { cleanInput } from '../ingest/clean.ts';
import { lastToldContact } from '../portal-contact.ts';
import { moversOf, officerOf } from './caller.ts';
import { contactFor } from './contact.ts';
import { type HeldDossier, holdDossier, readGround, readProcedure } from './ground.ts';
import { afterChange, type Changed, findByGlobalId, noDossier } from './move.service.ts';
import { notBefore, versionConflict } from './move.ts';
import { recordChange } from './record.ts';

/** Which dossier is voided, why, and the version that the caller saw. */
export interface Voiding {
  dossier: string;
  reason: string;
  expectedVersion: number | undefined;
}

const STEP_KEY = 'hub voided';

/**
 * Voids a wrongly keyed dossier: it leaves worklists and figures, stays in the trail, and is closed at the portal by the configured
 * state. In any state, also when it is over: an error of keying is one whenever it is found. Throws FORBIDDEN for a leader of neither
 * of its units.
 */
export async function voidDossier(context: HubContext, given: Voiding): Promise<Changed> {
  const { hub } = context;
  const { input, problems } = cleanInput({ reason: given.reason });
  const seen = await findByGlobalId(context, given.dossier);
  if (seen === null) return { errors: [noDossier(['dossier'])] };
  if (!moversOf(context, seen.row).has('UNIT')) throw forbidden();
  const { reason } = input;
  if (reason == null) return { errors: [userError('INVALID', { vi: 'Cần nêu lý do hủy.', en: 'Give the reason.' }, ['reason'])] };
  const [problem] = problems;
  if (problem !== undefined) return { errors: [userError('INVALID', problem, problem.field)] };
  const ground = await readGround(hub);
  const contact = await contactFor(context, seen);
  const errors = await hub.db.transaction(async (sql): Promise<UserErrorValue[]> => {
    const held = await holdDossier(sql, seen.row.id);
    if (held === undefined || !moversOf(context, held.row).has('UNIT')) return [noDossier(['dossier'])];
    if (given.expectedVersion !== undefined && given.expectedVersion !== held.row.version) return [versionConflict(['expectedVersion'])];
    if (held.row.voided_at !== null) return [alreadyVoided()];
    const { row } = held;
    const at = notBefore(held, hub.clock.business());
    row.voided_at = at;
    row.void_reason = reason;
    noteAdditions(row, { voided: true });
    row.version += 1;
    const procedure = await readProcedure(sql, row.procedure);
    await recordChange(hub, sql, {
      ground,
      procedure,
      change: {
        row,
        steps: held.steps,
        at,
        by: officerOf(context, ground.directory),
        note: `Hủy hồ sơ nhập sai: ${reason}`,
        stepKey: stepKeyOf(held),
        emits: 'VOIDED',
        contact: (await lastToldContact(hub, sql, row.id)) ?? contact,
      },
    });
    return [];
  });
  if (errors.length > 0) return { errors };
  await afterChange(context, seen.row.id);
  return { id: seen.row.id };
}

/** A source that has said itself that it is void may take a dossier up again that was voided here; then it may be voided once more. */
function stepKeyOf({ steps }: HeldDossier): string {
  const before = steps.filter(({ key }) => key.startsWith(STEP_KEY)).length;
  return before === 0 ? STEP_KEY : `${STEP_KEY} ${before + 1}`;
}

function alreadyVoided(): UserErrorValue {
  const text = { vi: 'Hồ sơ này đã bị hủy do nhập sai.', en: 'This dossier was voided as wrongly keyed already.' };
  return userError('ILLEGAL_TRANSITION', text, ['dossier']);
}
