import { dayOf, type SimulatedTransaction } from './simulator.store.ts';
import { type SimulatedVnpay, signedQuery } from './simulator.vnpay.ts';
import { querySigned, receivedQuery } from './wire.sign.ts';
import { fromWireAmount, fromWireTime } from './wire.values.ts';

/** An answer to a browser. */
export interface PageAnswer {
  status: number;
  html?: string;
  location?: string;
}

/** What the payer may choose, by vnp_ResponseCode. */
export const OUTCOMES: Record<string, string> = {
  '00': 'Thanh toán thành công',
  '24': 'Hủy giao dịch',
  '51': 'Tài khoản không đủ số dư',
  '07': 'Trừ tiền thành công, giao dịch nghi ngờ gian lận',
  '09': 'Thẻ chưa đăng ký Internet Banking',
  '10': 'Xác thực sai quá 3 lần',
  '12': 'Thẻ/tài khoản bị khóa',
  '13': 'Sai mật khẩu OTP',
  '65': 'Vượt hạn mức trong ngày',
  '75': 'Ngân hàng đang bảo trì',
  '79': 'Sai mật khẩu thanh toán quá số lần',
  '99': 'Lỗi khác',
};

/**
 * The pay page. GET shows an order and its outcomes, POST with `outcome` (and `status`, to override
 * vnp_TransactionStatus) decides one and leads the browser back, usually before the notice.
 */
export function payPage(vnpay: SimulatedVnpay, query: string, form: URLSearchParams | undefined): PageAnswer {
  const opened = open(vnpay, query);
  if (typeof opened === 'string') return errorPage(opened);
  vnpay.expire(opened);
  const preset = vnpay.presets.get(opened.reference);
  const chosen = form?.get('outcome');
  if (preset !== undefined) vnpay.decide(opened, preset);
  else if (chosen && !Object.hasOwn(OUTCOMES, chosen)) return errorPage('03');
  else if (chosen) vnpay.decide(opened, { responseCode: chosen, transactionStatus: form?.get('status') ?? undefined });
  if (opened.responseCode === undefined) return { status: 200, html: orderPage(opened) };
  const back = opened.returnUrl ?? '';
  return { status: 302, location: `${back}${back.includes('?') ? '&' : '?'}${signedQuery(vnpay, opened)}` };
}

/** The transaction of a signed order, or the page's error code. */
function open(vnpay: SimulatedVnpay, query: string): SimulatedTransaction | string {
  const received = receivedQuery(query);
  const values = received?.values ?? new Map<string, string>();
  const secret = vnpay.merchants.get(values.get('vnp_TmnCode') ?? '');
  if (received === undefined || values.get('vnp_Version') !== '2.1.0' || values.get('vnp_Command') !== 'pay') return '03';
  if (secret === undefined) return '72';
  if (!querySigned(received, secret)) return '70';
  const order = read(values);
  if (order === undefined) return '03';
  const before = vnpay.store.find(order.tmnCode, order.reference);
  // A page that is loaded again is the same order; a reference may come back on another day.
  if (before?.query === query) return before;
  if (before !== undefined && dayOf(vnpay.now()) === dayOf(fromWireTime(before.createDate)?.getTime() ?? before.payDate)) return '01';
  if ((order.expiresAt ?? 0) <= vnpay.now()) return '15';
  return vnpay.put({ ...order, query });
}

function read(values: Map<string, string>) {
  const text = (name: string) => values.get(`vnp_${name}`) ?? '';
  const amount = fromWireAmount(text('Amount'));
  const expiresAt = fromWireTime(text('ExpireDate'))?.getTime();
  const wellFormed =
    amount > 0 &&
    expiresAt !== undefined &&
    fromWireTime(text('CreateDate')) !== undefined &&
    text('CurrCode') === 'VND' &&
    ['vn', 'en'].includes(text('Locale')) &&
    text('IpAddr').length >= 7 &&
    text('OrderType') !== '' &&
    /^[\x20-\x7e]{1,255}$/.test(text('OrderInfo')) &&
    /^[A-Za-z0-9._-]{1,100}$/.test(text('TxnRef')) &&
    URL.canParse(text('ReturnUrl'));
  if (!wellFormed) return undefined;
  return {
    tmnCode: text('TmnCode'),
    reference: text('TxnRef'),
    amount,
    orderInfo: text('OrderInfo'),
    createDate: text('CreateDate'),
    expiresAt,
    returnUrl: text('ReturnUrl'),
  };
}

const ERRORS: Record<string, string> = {
  '01': 'Giao dịch đã tồn tại',
  '03': 'Dữ liệu gửi sang không đúng định dạng',
  '15': 'Giao dịch đã quá thời gian chờ thanh toán',
  '70': 'Sai chữ ký',
  '72': 'Không tìm thấy website',
};

function errorPage(code: string): PageAnswer {
  return { status: 400, html: page(`Lỗi ${code}`, `<p id="error" data-code="${code}">${ERRORS[code] ?? 'Lỗi'} (mã ${code})</p>`) };
}

function orderPage(order: SimulatedTransaction): string {
  const buttons = Object.entries(OUTCOMES).map(
    ([code, label]) => `<button name="outcome" value="${code}">${code} · ${escapeHtml(label)}</button>`,
  );
  const amount = new Intl.NumberFormat('vi-VN').format(order.amount);
  return page(
    'Cổng thanh toán VNPAY (giả lập)',
    `<dl><dt>Mã giao dịch</dt><dd>${escapeHtml(order.reference)}</dd><dt>Số tiền</dt><dd>${amount} đ</dd><dt>Nội dung</dt><dd>${escapeHtml(order.orderInfo)}</dd></dl>` +
      `<form method="post">${buttons.join('\n')}</form>`,
  );
}

function page(title: string, body: string): string {
  const style =
    'body{font:16px system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}button{display:block;width:100%;margin:.4rem 0;padding:.7rem;text-align:left}dt{color:#666}';
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1>${body}</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
