import type { ReceiptContent, ReceiptFee } from '../../../../connectors/contract/receipt.ts';
import { NOBODY, type Viewer } from '../../../platform/auth/viewer.ts';
import { recordReads } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { Obligation, PaymentRow } from '../payment.row.ts';
import { amountInWords } from './amount.words.ts';
import { PAYER_PURPOSE, WAYS } from './receipt.file.ts';
import type { ReceiptOrderRow } from './receipt-order.row.ts';

const READER: Viewer = { ...NOBODY, subject: 'hub:payments.receipt-orders' };
/** What a receipt says of a payer whom the dossier does not name. */
const UNNAMED = 'Người nộp không ghi tên';
/** A part of what was due can't be told apart by fees. */
const PART = { code: 'PHI', name: 'Phí, lệ phí' };

interface Row {
  provider: PaymentRow['provider'];
  dossier_code: string;
  citizen_id: string | null;
  payer_sealed: Buffer | null;
  obligation: Obligation | null;
}

/** What a receipt shall say. The payer's name is read in clear for it, and that is recorded as the hub's own read. */
export async function contentOf(
  hub: Pick<Platform, 'db' | 'cipher' | 'clock'>,
  { payment_id: id, key, unit, amount }: ReceiptOrderRow,
): Promise<ReceiptContent> {
  const [row] = await hub.db.query<Row>(
    'SELECT provider, dossier_code, citizen_id, payer_sealed, obligation FROM payments.payment WHERE id = $1',
    [id],
  );
  if (row === undefined) throw new Error('an order names a payment that is not there');
  if (row.payer_sealed !== null) {
    await recordReads(hub.db, READER, [{ citizenId: row.citizen_id ?? undefined, purpose: row.dossier_code, fields: ['payerName'] }]);
  }
  const payerName = row.payer_sealed === null ? UNNAMED : hub.cipher.open(PAYER_PURPOSE, row.payer_sealed);
  const what = { key, unit, payerName, date: localDateOf(hub.clock.now()), fees: feesOf(row, amount), total: amount };
  return { ...what, totalInWords: amountInWords(amount), method: WAYS[row.provider] };
}

function feesOf({ obligation }: Row, amount: number): ReceiptFee[] {
  const fees = (obligation?.fees ?? [])
    .filter(({ collection }) => collection !== 'EXEMPT')
    .map((fee) => ({ code: fee.code, name: fee.name, amount: Math.max(0, fee.amount - fee.exemptedAmount) }))
    .filter((fee) => fee.amount > 0);
  return fees.reduce((sum, fee) => sum + fee.amount, 0) === amount ? fees : [{ ...PART, amount }];
}
