import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { concludeWithout } from './refund.books.ts';
import { REFUND_COLUMNS, REFUND_FROM, type RefundRow } from './refund.row.ts';

type Proposal = RefundRow & { obligation_total: number | null; dossier_id: string; paid: number };

/** What is paid of the dossier of `p` and has not gone back, whole đồng. */
const PAID = `(SELECT coalesce(sum(q.amount - q.refunded_amount), 0)::bigint FROM payments.payment q WHERE q.dossier_id = p.dossier_id AND q.paid_at IS NOT NULL)`;
const NOTE = 'Khoản khác của hồ sơ đã được hoàn, không còn nộp thừa.';

/**
 * Proposals of the hub to give back what was paid beyond dossiers' obligations, after other money of theirs has gone back: one that is not needed
 * any more is withdrawn, one of too much is lowered, the earliest standing first. Inside a transaction that holds the dossiers' locks.
 */
export async function trimProposals(hub: Pick<Platform, 'cipher' | 'clock'>, sql: Transaction, dossiers: readonly string[]): Promise<void> {
  const proposals = await sql.query<Proposal>(
    `SELECT ${REFUND_COLUMNS}, p.obligation_total, p.dossier_id, ${PAID} AS paid FROM ${REFUND_FROM}
     WHERE p.dossier_id = ANY($1::uuid[]) AND r.cause = 'PAID_TWICE' AND r.state = 'REQUESTED' ORDER BY r.requested_at, r.id FOR UPDATE OF r`,
    [dossiers],
  );
  const kept = new Map<string, number>();
  for (const proposal of proposals) {
    const spoken = kept.get(proposal.dossier_id) ?? 0;
    const amount = Math.max(0, Math.min(proposal.amount, proposal.paid - (proposal.obligation_total ?? 0) - spoken));
    kept.set(proposal.dossier_id, spoken + amount);
    if (amount === 0) await concludeWithout(hub, sql, proposal, { state: 'WITHDRAWN', by: 'hub', note: NOTE });
    else if (amount < proposal.amount) await lower(sql, proposal, amount);
  }
}

async function lower(sql: Transaction, { id, amount: before, reason }: Proposal, amount: number): Promise<void> {
  await sql.query('UPDATE payments.refund_request SET amount = $2, reason = $3 WHERE id = $1', [
    ...[id, amount, `${reason} (giảm từ ${before} đồng: khoản khác đã được hoàn)`],
  ]);
}

/** Whether a proposal would give back what is on its way back already by other refunds of its dossier: their outcome decides about it. */
export async function isCovered(sql: Queryable, { id, cause, amount, payment_id: paymentId }: RefundRow): Promise<boolean> {
  if (cause !== 'PAID_TWICE') return false;
  const [row] = await sql.query<{ left: number }>(
    `SELECT (${PAID} - coalesce(p.obligation_total, 0) - coalesce((
       SELECT sum(r.amount) FROM payments.refund_request r JOIN payments.payment q ON q.id = r.payment_id
       WHERE q.dossier_id = p.dossier_id AND r.id <> $2 AND r.state IN ('READY', 'SENT')), 0))::bigint AS left
     FROM payments.payment p WHERE p.id = $1`,
    [paymentId, id],
  );
  return amount > (row?.left ?? 0);
}
