import type { FilingChannel } from '../../../platform/graphql/enums.ts';
import type { FeeInput } from '../ingest/ingest.input.ts';
import { procedures } from '../reference/procedures.ts';
import type { FiledProcedure } from './ground.ts';

const published = new Map(procedures.map((procedure) => [procedure.code, procedure]));

/**
 * What is to be paid for a dossier by the published fee of its procedure, of the channel where the fee hangs on it: one copy, one
 * page, one case; an officer says what more there is. Empty where nothing is to be paid, or the fee is not published.
 */
export function publishedFees(procedure: FiledProcedure, channel: FilingChannel): FeeInput[] {
  const known = published.get(procedure.code);
  const rule = known?.feeRule;
  const amount = rule?.kind === 'by_channel' ? (channel === 'ONLINE' ? rule.online : rule.inPerson) : procedure.fee;
  if (amount === null || amount === 0) return [];
  const kind = known?.feeKind ?? 'CHARGE';
  const [letters, word] = kind === 'FEE' ? ['P', 'Phí'] : ['LP', 'Lệ phí'];
  const name = procedure.field === '' ? word : `${word} ${procedure.field.toLowerCase()}`;
  return [{ code: `${procedure.code}.${letters}`, name, kind, amount, exemptedAmount: 0, collection: 'BEFORE' }];
}
