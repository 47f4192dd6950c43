import { coversScope } from '../../../platform/auth/viewer.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { type Decided, findOpen, needsAnother, notOpen, propose } from '../credits/credit.decide.ts';
import { readCredit } from '../credits/credit.match.ts';
import { sharesOf } from './batch.plan.ts';
import { BATCH_COLUMNS, BATCH_FROM, type BatchRow } from './batch.row.ts';
import { share } from './batch.settle.ts';

/** So many at once: one payout of a month of days. */
const MOST = 40;

/**
 * An accountant says which batches a credit pays out, in the order in which they are filled; what is left goes to the last one, which then stands
 * as too much. From a configured amount on a second accountant says the same before anything is booked.
 */
export async function assignCreditToBatches(
  context: HubContext,
  wanted: { credit: string; batches: readonly string[]; note: string },
): Promise<Decided> {
  const found = await findOpen(context, wanted);
  if ('error' in found) return found;
  const ids = wanted.batches.map((id) => fromGlobalId('settlementBatch', id));
  if (ids.length === 0 || ids.length > MOST || new Set(ids).size !== ids.length) return { error: wrongList() };
  return context.hub.db.transaction(async (sql): Promise<Decided> => {
    const credit = await readCredit(sql, found.credit.id, 'FOR UPDATE OF c');
    if (credit?.state !== 'UNIDENTIFIED') return { error: notOpen() };
    const rows = await sql.query<BatchRow>(
      `SELECT ${BATCH_COLUMNS} FROM ${BATCH_FROM} WHERE b.id = ANY($1::uuid[]) AND m.settlement_account = $2 ORDER BY b.id FOR UPDATE OF b`,
      [ids.filter((id) => id !== undefined), credit.account],
    );
    const batches = ids.map((id) => rows.find((row) => row.id === id));
    if (!batches.every((row) => row !== undefined && coversScope(context.viewer, 'ACCOUNTANT', row.merchant_scope)))
      return { error: notFound('batches') };
    const chosen = batches as BatchRow[];
    const proposal = { batches: chosen.map(({ id }) => id), by: actorOf(context.viewer), note: wanted.note };
    if (needsAnother(context, credit, proposal)) return { credit: await propose(sql, credit, proposal) };
    await share(context.hub, sql, { credit, shares: sharesOf(credit.amount, chosen), by: proposal.by, note: wanted.note });
    return { credit: (await readCredit(sql, credit.id)) ?? credit };
  });
}

function wrongList(): UserErrorValue {
  const text = { vi: `Nêu từ 1 đến ${MOST} đợt, mỗi đợt một lần.`, en: `Name 1 to ${MOST} batches, each once.` };
  return userError('INVALID', text, ['batches']);
}
