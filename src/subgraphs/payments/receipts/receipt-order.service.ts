import type { ReceiptPort } from '../../../../connectors/contract/receipt.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ReceiptOrderRow } from './receipt-order.row.ts';

const BATCH = 200;

type Hub = Pick<Platform, 'connectors'>;

/** The providers of electronic receipts that can be called, by the names under which operators know them. */
export function receiptProviders({ connectors }: Hub): { id: string; port: ReceiptPort }[] {
  return connectors.all.flatMap(({ id, kind, port }) =>
    kind === 'RECEIPT' && port !== undefined ? [{ id, port: port as ReceiptPort }] : [],
  );
}

/** Whose receipts providers write, as three values of a statement: connector, unit, first day. */
export function servedUnits(hub: Hub): [connectors: string[], units: string[], from: string[]] {
  const served = receiptProviders(hub).flatMap(({ id, port }) => port.units.map((unit) => ({ id, unit, from: port.from })));
  return [served.map(({ id }) => id), served.map(({ unit }) => unit), served.map(({ from }) => from)];
}

/** The name of a provider that serves a unit, told by the unit and those above it; undefined: none does. */
export function providerFor(hub: Hub, scope: readonly string[]): string | undefined {
  return receiptProviders(hub).find(({ port }) => port.units.some((unit) => scope.includes(unit)))?.id;
}

/** The provider that serves a payment `p`, nearest first; its values stand at $1, $2 and $3. */
export const PROVIDER_OF = `SELECT e.connector FROM unnest($1::text[], $2::text[], $3::date[]) AS e(connector, unit, valid_from)
  WHERE e.unit IN (p.receiving_unit, '96') AND p.paid_at >= e.valid_from::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
  ORDER BY (e.unit = p.receiving_unit) DESC, e.valid_from DESC LIMIT 1`;

interface Wanted {
  payment_id: string;
  reference: string;
  connector: string;
  unit: string;
  net: number;
}

/** Writes down what providers shall be asked for: receipts, others in their place, and their end. Returns whether there may be more. */
export async function orderReceipts(hub: Platform): Promise<boolean> {
  const ended = await orderEnds(hub);
  const issued = await orderIssues(hub);
  return ended === BATCH || issued === BATCH;
}

/** Payments of units that a provider serves and that have no receipt. */
async function orderIssues(hub: Platform): Promise<number> {
  const served = servedUnits(hub);
  const first = served[2].toSorted()[0];
  if (first === undefined) return 0;
  return hub.db.transaction(async (sql) => {
    const due = await sql.query<Wanted>(
      `SELECT p.id AS payment_id, p.reference, e.connector, p.receiving_unit AS unit, p.amount - p.refunded_amount AS net
       FROM payments.payment p, LATERAL (${PROVIDER_OF}) e
       WHERE p.paid_at >= $4::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' AND NOT p.external AND p.refunded_amount < p.amount
         AND (p.receiving_unit = ANY($2::text[]) OR '96' = ANY($2::text[]))
         AND NOT EXISTS (SELECT FROM payments.receipt r WHERE r.payment_id = p.id)
         AND NOT EXISTS (SELECT FROM payments.receipt_order o WHERE o.payment_id = p.id)
       ORDER BY p.paid_at, p.id LIMIT ${BATCH} FOR UPDATE OF p SKIP LOCKED`,
      [...served, first],
    );
    for (const wanted of due) await insert(hub, sql, { ...wanted, action: 'ISSUE', key: wanted.reference, ends: null, amount: wanted.net });
    return due.length;
  });
}

/** Receipts of payments of which money went back: all of it ends them, a part has them replaced. */
async function orderEnds(hub: Platform): Promise<number> {
  return hub.db.transaction(async (sql) => {
    const due = await sql.query<Wanted & { id: string; amount: number; provider_key: string; written: number }>(
      `SELECT r.id, r.amount, r.provider_key, r.payment_id, p.reference, o.connector, r.unit, p.amount - p.refunded_amount AS net,
         (SELECT count(*) FROM payments.receipt x WHERE x.payment_id = p.id AND x.provider_key IS NOT NULL)::int AS written
       FROM payments.payment p JOIN payments.receipt r ON r.payment_id = p.id AND r.status = 'ISSUED'
         JOIN payments.receipt_order o ON o.key = r.provider_key AND o.action <> 'CANCEL'
       WHERE p.refunded_amount > 0 AND NOT p.external AND r.amount <> p.amount - p.refunded_amount
         AND NOT EXISTS (SELECT FROM payments.receipt_order w WHERE w.payment_id = p.id AND w.state <> 'DONE')
       ORDER BY r.issued_at, r.id LIMIT ${BATCH} FOR UPDATE OF r SKIP LOCKED`,
    );
    for (const { id, amount, written, ...wanted } of due) {
      const ends = { ...wanted, ends: id };
      if (wanted.net === 0) await insert(hub, sql, { ...ends, action: 'CANCEL', key: wanted.provider_key, amount });
      // No reference ends like this: a receipt's key stays apart from every payment's.
      else await insert(hub, sql, { ...ends, action: 'REPLACE', key: `${wanted.reference}R${written + 1}`, amount: wanted.net });
    }
    return due.length;
  });
}

type NewOrder = Pick<ReceiptOrderRow, 'payment_id' | 'connector' | 'unit' | 'action' | 'key' | 'ends' | 'amount'>;

async function insert({ clock }: Pick<Platform, 'clock'>, sql: Transaction, order: NewOrder): Promise<void> {
  await sql.query(
    `INSERT INTO payments.receipt_order (id, payment_id, connector, unit, action, key, ends, amount, state, attempts, next_attempt_at, wanted_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'WANTED', 0, $9, $9, $9) ON CONFLICT DO NOTHING`,
    [newUuid(), order.payment_id, order.connector, order.unit, order.action, order.key, order.ends, order.amount, clock.now()],
  );
}
