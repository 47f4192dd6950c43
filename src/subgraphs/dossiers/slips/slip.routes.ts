import type { InboundReply } from '../../../../connectors/contract/payment.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isSlipPath, readSlipPath } from './slip.link.ts';
import { slipFile } from './slip.service.ts';

/** What answers a request for a paper's address. */
export type SlipReply = Omit<InboundReply, 'body'> & { body: string | Buffer; headers?: Record<string, string> };

/** Answers the addresses of papers; undefined: the request is for something else. */
export async function answerSlip(hub: Platform, request: { method: string; url: string }): Promise<SlipReply | undefined> {
  const [path = ''] = request.url.split('?', 1);
  if (!isSlipPath(path)) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { ...say(405, 'Chỉ dùng GET. / Use GET.'), headers: { allow: 'GET, HEAD' } };
  const link = readSlipPath(hub.cipher, path, hub.clock.now());
  if (link === undefined) return say(404, 'Không có giấy này. / There is no such paper.');
  if (link === 'EXPIRED') {
    return say(410, 'Địa chỉ đã hết hạn: hãy mở lại từ hồ sơ. / The address has expired: open the paper from the dossier again.');
  }
  const file = await slipFile(hub, link);
  if (file === null) return say(410, 'Hồ sơ không còn giấy này. / The dossier has no such paper any more.');
  return {
    status: 200,
    contentType: 'application/pdf',
    body: file.pdf,
    headers: { 'content-disposition': `inline; filename="${file.name}"`, 'referrer-policy': 'no-referrer' },
  };
}

const say = (status: number, text: string): SlipReply => ({ status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` });
