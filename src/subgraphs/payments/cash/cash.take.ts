import type { Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { DrawerState } from './cash.row.ts';

/** Puts a cash payment's money into its officer's open drawer of the day, which it opens where there is none. In the payment's own transaction. */
export async function takeCash(
  sql: Transaction,
  taken: { paymentId: string; merchantId: string; unit: string; officer: string; at: Date },
): Promise<void> {
  const { paymentId, merchantId, unit, officer, at } = taken;
  await sql.query(
    `INSERT INTO payments.cash_drawer (id, merchant_id, unit, officer, day, state, opened_at) VALUES ($1, $2, $3, $4, $5, 'OPEN', $6)
     ON CONFLICT (merchant_id, officer, day) WHERE state = 'OPEN' DO NOTHING`,
    [newUuid(), merchantId, unit, officer, localDateOf(at), at],
  );
  // Whoever counts it meanwhile waits, or has counted it: then it is open no longer, and the payment starts over.
  const [drawer] = await sql.query<{ id: string }>(
    `SELECT id FROM payments.cash_drawer WHERE merchant_id = $1 AND officer = $2 AND day = $3 AND state = 'OPEN' FOR NO KEY UPDATE`,
    [merchantId, officer, localDateOf(at)],
  );
  if (drawer === undefined) return takeCash(sql, taken);
  await sql.query('INSERT INTO payments.cash_taking (payment_id, drawer_id) VALUES ($1, $2)', [paymentId, drawer.id]);
}

/**
 * The unit out of whose safe a payment's cash goes back, since its drawer has been taken over; undefined: it still lies in the drawer, or never
 * did in one. Locks the drawer: nobody takes it over at that moment.
 */
export async function safeOf(sql: Transaction, paymentId: string): Promise<string | undefined> {
  const [drawer] = await sql.query<{ unit: string; state: DrawerState }>(
    `SELECT d.unit, d.state FROM payments.cash_drawer d JOIN payments.cash_taking k ON k.drawer_id = d.id WHERE k.payment_id = $1 FOR UPDATE OF d`,
    [paymentId],
  );
  return drawer === undefined || drawer.state === 'OPEN' || drawer.state === 'COUNTED' ? undefined : drawer.unit;
}
