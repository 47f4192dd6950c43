import { boundOf } from '../../../platform/auth/viewer.ts';
import { type Page, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { publicUrl } from '../../../platform/public-url.ts';
import { addDays, startOfLocalDate } from '../../../platform/time.ts';
import { BOOK_READERS, Values } from '../payment.access.ts';
import { type Keyset, keysetConditions, keysetOrder } from '../payment.keyset.ts';
import type { PaymentRow } from '../payment.row.ts';
import type { Receipt } from '../payment.type.ts';
import { amountInWords } from './amount.words.ts';
import { receiptPath } from './receipt.link.ts';
import { RECEIPT_COLUMNS, RECEIPT_FROM, type ReceiptRow } from './receipt.row.ts';
import type { ReceiptArguments } from './receipt.type.ts';

/** A receipt as the graph shows it; one of the hub's own has an address for a quarter of an hour. */
export function showReceipt({ hub, viewer, language }: HubContext, row: ReceiptRow): Receipt {
  const own =
    row.series_id === null ? row.url : publicUrl(hub) + receiptPath(hub.cipher, { id: row.id, language, reader: viewer }, hub.clock.now());
  return {
    number: row.number_text,
    template: row.template,
    symbol: row.symbol,
    status: row.status,
    issuedAt: row.issued_at,
    url: own,
    amount: row.amount,
    amountInWords: amountInWords(row.amount),
    replacedBy: row.replacement,
  };
}

/** The receipt of a payment that counts, or else the last one; one statement for all payments of a request. What a source issued is its own. */
export async function receiptOf(context: HubContext, payment: PaymentRow): Promise<Receipt | null> {
  type Found = { payment_id: string; receipt: ReceiptRow | null; receipt_number: string | null; receipt_url: string | null };
  const loader = context.loader<string, Found | null>('payments.receipt', async (ids) => {
    const rows = await context.hub.db.query<ReceiptRow>(
      `SELECT DISTINCT ON (r.payment_id) ${RECEIPT_COLUMNS} FROM ${RECEIPT_FROM} WHERE r.payment_id = ANY($1::uuid[])
       ORDER BY r.payment_id, (r.status = 'ISSUED') DESC, r.issued_at DESC, r.id DESC`,
      [ids],
    );
    const reported = await context.hub.db.query<Pick<Found, 'payment_id' | 'receipt_number' | 'receipt_url'>>(
      'SELECT id AS payment_id, receipt_number, receipt_url FROM payments.payment WHERE id = ANY($1::uuid[])',
      [ids],
    );
    const byPayment = new Map(rows.map((row) => [row.payment_id, row]));
    const ofSource = new Map(reported.map((row) => [row.payment_id, row]));
    return ids.map((id) => {
      const told = ofSource.get(id);
      return told === undefined ? null : { ...told, receipt: byPayment.get(id) ?? null };
    });
  });
  const found = await loader.load(payment.id);
  if (found?.receipt != null) return showReceipt(context, found.receipt);
  if (found?.receipt_number == null || payment.paid_at === null) return null;
  return {
    number: found.receipt_number,
    template: null,
    symbol: null,
    status: payment.status === 'REFUNDED' ? 'CANCELLED' : 'ISSUED',
    issuedAt: payment.paid_at,
    url: found.receipt_url,
    amount: payment.amount,
    amountInWords: amountInWords(payment.amount),
    replacedBy: null,
  };
}

const BY_ISSUE: Keyset = { at: 'r.issued_at', id: 'r.id', ascending: true };

/** The receipts of a unit's period, oldest first; none where its books are not the viewer's. */
export async function listReceipts(context: HubContext, wanted: ReceiptArguments): Promise<Page<ReceiptRow>> {
  const page = readPage(wanted);
  const bounds = BOOK_READERS.map((role) => boundOf(context.viewer, role));
  const readable = bounds.includes('ALL') || bounds.includes(wanted.unit) || bounds.includes('96');
  const filter = (values: Values) => {
    const where = [readable ? 'TRUE' : 'FALSE', `r.unit = ${values.add(wanted.unit)}`];
    if (wanted.from != null) where.push(`r.issued_at >= ${values.add(startOfLocalDate(wanted.from))}`);
    if (wanted.to != null) where.push(`r.issued_at < ${values.add(startOfLocalDate(addDays(wanted.to, 1)))}`);
    if (wanted.statuses != null) where.push(`r.status = ANY(${values.add(wanted.statuses)}::text[])`);
    return where;
  };
  const values = new Values();
  const where = [...filter(values), ...keysetConditions(page, BY_ISSUE, values)].join(' AND ');
  const rows = await context.hub.db.query<ReceiptRow>(
    `SELECT ${RECEIPT_COLUMNS} FROM ${RECEIPT_FROM} WHERE ${where} ${keysetOrder(page, BY_ISSUE)} LIMIT ${page.size + 1}`,
    values.list,
  );
  return toPage(rows, page, {
    key: (row) => [row.issued_at.toISOString(), row.id],
    async count() {
      const counted = new Values();
      const [row] = await context.hub.db.query<{ count: number }>(
        `SELECT count(*) FROM payments.receipt r WHERE ${filter(counted).join(' AND ')}`,
        counted.list,
      );
      return row?.count ?? 0;
    },
  });
}
