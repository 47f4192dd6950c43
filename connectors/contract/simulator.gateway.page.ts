import type { SimulatedGateway } from './simulator.gateway.ts';

/** An answer to a browser. */
export interface PageAnswer {
  status: number;
  html?: string;
  location?: string;
}

/**
 * The payer's page. GET shows an order and what may come of it, POST with `outcome` decides and leads the browser back, usually before
 * the notice.
 */
export function gatewayPage(gateway: SimulatedGateway, reference: string, form: URLSearchParams | undefined): PageAnswer {
  const { play } = gateway;
  const order = gateway.orders.get(reference);
  if (order === undefined) return { status: 404, html: page(play.title, '<p id="error">Không tìm thấy giao dịch</p>') };
  const chosen = form?.get('outcome') ?? undefined;
  if (order.expiresAt !== undefined && order.expiresAt <= gateway.now() && order.state === 'OPEN') {
    return { status: 410, html: page(play.title, '<p id="error">Giao dịch đã hết hạn</p>') };
  }
  if (chosen !== undefined) {
    if (!Object.hasOwn(play.outcomes, chosen)) return { status: 400, html: page(play.title, '<p id="error">Lựa chọn không hợp lệ</p>') };
    gateway.decide(order, chosen);
  }
  if (order.state !== 'OPEN') return { status: 302, location: play.backTo(order) };
  const buttons = Object.entries(play.outcomes).map(
    ([code, { label }]) => `<button name="outcome" value="${code}">${code} · ${escapeHtml(label)}</button>`,
  );
  const amount = new Intl.NumberFormat('vi-VN').format(order.amount);
  const facts = `<dl><dt>Mã giao dịch</dt><dd>${escapeHtml(reference)}</dd><dt>Số tiền</dt><dd>${amount} đ</dd><dt>Nội dung</dt><dd>${escapeHtml(order.text)}</dd></dl>`;
  return { status: 200, html: page(play.title, `${facts}<form method="post">${buttons.join('\n')}</form>`) };
}

function page(title: string, body: string): string {
  const style =
    'body{font:16px system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}button{display:block;width:100%;margin:.4rem 0;padding:.7rem;text-align:left}dt{color:#666}';
  const named = `${title} (giả lập)`;
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${named}</title><style>${style}</style><h1>${named}</h1>${body}</html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
