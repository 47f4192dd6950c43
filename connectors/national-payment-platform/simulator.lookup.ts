import { type JsonText, readJson, textOf } from '../contract/json-call.ts';
import type { GatewayAnswer } from '../contract/simulator.gateway.http.ts';
import { escapeHtml } from '../contract/simulator.gateway.page.ts';
import type { SimulatedGateway } from '../contract/simulator.gateway.ts';

/** What the simulated portal brings when it looks a dossier up. */
export const SIMULATOR_LOOKUP_SECRET = 'INVENTEDFORLOOKINGUPDOSSIERS001';

/** The payer's page `/tra-cuu?MaHoSo=…`: asks the hub what is to be paid for a dossier, and leads on to pay it. */
export async function lookUp(gateway: SimulatedGateway, partner: string, code: string): Promise<GatewayAnswer> {
  if (code.trim() === '') return page('');
  const found = await ask(gateway, code.trim());
  const message = found?.['message'];
  if (found === undefined || textOf(found['error_code']) !== '1' || typeof message !== 'object' || message === null)
    return page(`<p role="status">${escapeHtml(typeof message === 'string' ? message : 'Hệ thống của địa phương không trả lời')}</p>`);
  const order = orderOf(gateway, partner, message as JsonText);
  if (order === undefined) return page('<p role="status">Dữ liệu trả về không dùng được</p>');
  return page(
    `<p role="status">Phải nộp ${order.amount} đồng</p><p><a href="/pay/${encodeURIComponent(order.reference)}">Thanh toán</a></p>`,
  );
}

async function ask({ hubUrl }: SimulatedGateway, code: string): Promise<JsonText | undefined> {
  const headers = { authorization: `Bearer ${SIMULATOR_LOOKUP_SECRET}`, 'content-type': 'application/json' };
  try {
    const body = JSON.stringify({ MaHoSo: code });
    const response = await fetch(new URL('/payments/national/lookup', hubUrl), { method: 'POST', headers, body });
    return readJson(await response.text());
  } catch {
    // The payer is told that nobody answered.
    return undefined;
  }
}

/** The order of what the hub answered; the same again where it was looked up before. */
function orderOf(gateway: SimulatedGateway, partner: string, message: JsonText): { reference: string; amount: number } | undefined {
  const reference = textOf(message['MaTraCuuTT']);
  const parts = Array.isArray(message['DSKhoanNop']) ? (message['DSKhoanNop'] as JsonText[]) : [];
  const amount = parts.reduce((sum, part) => sum + Number(textOf(part['SoTien'])), 0);
  if (!/^.{1,20}$/.test(reference) || !Number.isSafeInteger(amount) || amount < 1) return undefined;
  const text = textOf(parts[0]?.['NoiDung']);
  const extra = { dossier: textOf(message['MaHoSo']), info: JSON.stringify(message) };
  return gateway.open({ merchant: partner, reference, amount, text, extra }) ?? gateway.orders.get(reference);
}

function page(content: string): GatewayAnswer {
  const body = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thanh toán trực tuyến (giả lập)</title>
<style>body{font:16px system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}input,button{display:block;width:100%;margin:.4rem 0;padding:.5rem;font:inherit}</style>
<h1>Tra cứu và thanh toán hồ sơ (giả lập)</h1>${content}
<form><label>Mã hồ sơ<input name="MaHoSo" required></label><button>Tra cứu</button></form></html>`;
  return { status: 200, body };
}
