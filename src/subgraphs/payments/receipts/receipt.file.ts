import type { InboundReply } from '../../../../connectors/contract/payment.ts';
import { recordReads } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { Obligation, PaymentRow } from '../payment.row.ts';
import { amountInWords } from './amount.words.ts';
import { type ReceiptLink, readReceiptPath } from './receipt.link.ts';
import { receiptPdf } from './receipt.pdf.ts';
import { RECEIPT_COLUMNS, RECEIPT_FROM, type ReceiptRow } from './receipt.row.ts';

/** What answers a request for a receipt's address. */
export type ReceiptReply = Omit<InboundReply, 'body'> & { body: string | Buffer; headers?: Record<string, string> };

export const PAYER_PURPOSE = 'payments.payer';

/** How each provider is called on a receipt. */
export const WAYS: Record<PaymentRow['provider'], string> = {
  CASH: 'Tiền mặt',
  VNPAY: 'Chuyển khoản qua VNPAY',
  MOMO: 'Ví điện tử MoMo',
  ZALOPAY: 'Ví điện tử ZaloPay',
  VIETQR: 'Chuyển khoản (VietQR)',
  NATIONAL_PLATFORM: 'Nền tảng thanh toán trực tuyến quốc gia',
};

const say = (status: number, text: string): ReceiptReply => ({ status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` });

/** Answers a receipt's address with the receipt as it stands by now. The read of its payer is recorded. */
export async function answerReceipt(hub: Platform, url: string): Promise<ReceiptReply> {
  const [path = ''] = url.split('?', 1);
  const link = readReceiptPath(hub.cipher, path, hub.clock.now());
  if (link === undefined) return say(404, 'Không có biên lai này. / There is no such receipt.');
  if (link === 'EXPIRED')
    return say(410, 'Địa chỉ đã hết hạn: hãy mở lại từ khoản thanh toán. / The address has expired: open it from the payment again.');
  const file = await fileOf(hub, link);
  if (file === undefined) return say(404, 'Không có biên lai này. / There is no such receipt.');
  const headers = { 'content-disposition': `inline; filename="${file.name}"`, 'referrer-policy': 'no-referrer' };
  return { status: 200, contentType: 'application/pdf', body: file.pdf, headers };
}

type Row = ReceiptRow & {
  provider: PaymentRow['provider'];
  dossier_code: string;
  citizen_id: string | null;
  payer_sealed: Buffer | null;
  obligation: Obligation | null;
  unit_name: string | null;
};

async function fileOf(hub: Platform, link: ReceiptLink): Promise<{ name: string; pdf: Buffer } | undefined> {
  const [row] = await hub.db.query<Row>(
    `SELECT ${RECEIPT_COLUMNS}, p.provider, p.dossier_code, p.citizen_id, p.payer_sealed, p.obligation, p.obligation->>'unitName' AS unit_name
     FROM ${RECEIPT_FROM} JOIN payments.payment p ON p.id = r.payment_id WHERE r.id = $1 AND r.series_id IS NOT NULL`,
    [link.id],
  );
  if (row === undefined) return undefined;
  const payer = row.payer_sealed === null ? '' : hub.cipher.open(PAYER_PURPOSE, row.payer_sealed);
  if (payer !== '') {
    await recordReads(hub.db, link.reader, [{ citizenId: row.citizen_id ?? undefined, purpose: row.dossier_code, fields: ['payerName'] }]);
  }
  const [year = '', month = '', day = ''] = localDateOf(row.issued_at).split('-');
  const pdf = await receiptPdf({
    unit: row.unit_name ?? `Đơn vị ${row.unit}`,
    template: row.template ?? '',
    symbol: row.symbol ?? '',
    number: row.number_text,
    payer,
    dossier: row.dossier_code,
    fees: feesOf(row),
    total: dong(row.amount),
    words: amountInWords(row.amount),
    way: WAYS[row.provider],
    date: { day, month, year },
    stamp: stampOf(hub, row),
  });
  return { name: `${row.symbol ?? ''}-${row.number_text}.pdf`, pdf };
}

/** What was due, where all of it was paid with this payment; a part can't be told apart. */
function feesOf({ obligation, amount }: Row): { name: string; amount: string }[] {
  const fees = (obligation?.fees ?? []).filter(({ collection }) => collection !== 'EXEMPT');
  if (obligation === null || obligation.total !== amount) return [];
  return fees.map((fee) => ({ name: fee.name, amount: dong(Math.max(0, fee.amount - fee.exemptedAmount)) }));
}

function stampOf({ config }: Platform, { status }: Row): string | undefined {
  if (status === 'CANCELLED') return 'ĐÃ HỦY';
  if (status === 'REPLACED') return 'ĐÃ THAY THẾ';
  return config.mode === 'production' ? undefined : 'KHÔNG CÓ GIÁ TRỊ SỬ DỤNG';
}

function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}
