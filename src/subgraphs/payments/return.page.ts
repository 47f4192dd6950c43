import type { InboundReply, InboundRequest, PaymentFact, ReturnPort } from '../../../connectors/contract/payment.ts';
import type { PaymentProvider, PaymentStatus } from '../../platform/graphql/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import { merchantByCode, readAs } from './merchant.service.ts';
import { isPaid } from './payment.row.ts';

interface Shown {
  title: string;
  text: string;
  /** Where the payer may go on. */
  onward: string | null;
}

/** A payer who is back has decided: the notice has this long to come before the gateway is asked. */
const NOTICE_MS = 10_000;

/**
 * The page that a payer's browser comes back to. It shows what the hub knows and settles nothing: only a notice or a query does. One
 * that the hub knows no outcome of is asked about soon.
 */
export async function showReturn(
  hub: Platform,
  from: { provider: PaymentProvider; returned: ReturnPort },
  request: InboundRequest,
): Promise<InboundReply> {
  const code = from.returned.merchantOf(request);
  const merchant = code === undefined ? undefined : await merchantByCode(hub.db, from.provider, code);
  const fact = readAs(hub, merchant, (account) => from.returned.read(request, account));
  if (merchant === undefined || fact === undefined) {
    return page(400, {
      title: 'Không đọc được kết quả',
      text: 'Liên kết không hợp lệ. Hãy xem trạng thái thanh toán trong hồ sơ của bạn.',
      onward: null,
    });
  }
  const [known] = await hub.db.query<{ status: PaymentStatus; return_url: string | null }>(
    'SELECT status, return_url FROM payments.payment WHERE merchant_id = $1 AND reference = $2 AND NOT external',
    [merchant.id, fact.reference],
  );
  if (known === undefined) return page(404, { title: 'Không tìm thấy', text: 'Trung tâm không có khoản thanh toán này.', onward: null });
  await askSoon(hub, merchant.id, fact.reference);
  return page(200, { ...wordsFor(known.status, fact), onward: known.return_url });
}

async function askSoon(hub: Pick<Platform, 'db' | 'clock'>, merchantId: string, reference: string): Promise<void> {
  await hub.db.query(
    `UPDATE payments.payment SET next_query_at = $3 WHERE merchant_id = $1 AND reference = $2 AND NOT external AND status = 'PENDING' AND next_query_at > $3`,
    [merchantId, reference, new Date(hub.clock.now().getTime() + NOTICE_MS)],
  );
}

function wordsFor(status: PaymentStatus, fact: PaymentFact): Pick<Shown, 'title' | 'text'> {
  if (isPaid(status)) return { title: 'Đã thanh toán', text: `Trung tâm đã ghi nhận khoản thanh toán ${fact.reference}.` };
  if (status === 'FAILED' || fact.status === 'FAILED') {
    return { title: 'Chưa thanh toán', text: `Giao dịch ${fact.reference} không thành công. Bạn có thể thanh toán lại trong hồ sơ.` };
  }
  return {
    title: 'Đang chờ xác nhận',
    text: `Trung tâm đang chờ xác nhận khoản thanh toán ${fact.reference}. Trạng thái sẽ hiện trong hồ sơ của bạn.`,
  };
}

function page(status: number, { title, text, onward }: Shown): InboundReply {
  const link = onward === null ? '' : `<p><a href="${escapeHtml(onward)}" rel="noopener noreferrer">Tiếp tục</a></p>`;
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">';
  const body = `<main style="font-family:sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${link}</main>`;
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="vi"><head>${head}<title>${escapeHtml(title)}</title></head><body>${body}</body></html>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
