import type { InboundReply, InboundRequest, NoticePort } from '../../../connectors/contract/payment.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import { heardFrom } from './gateway.service.ts';
import { merchantByCode, readAs } from './merchant.service.ts';
import { settle } from './settlement.ts';

/**
 * Takes a gateway's notice and answers it in the gateway's own words: signature first and before anything about a payment is
 * looked up, then reference, amount, state. A notice that can't be verified leaves no trace on any payment.
 */
export async function receiveNotice(
  hub: Platform,
  from: { provider: PaymentProvider; notice: NoticePort },
  request: InboundRequest,
): Promise<InboundReply> {
  const { provider, notice } = from;
  try {
    const code = notice.merchantOf(request);
    if (code === undefined) return notice.refuse(isEmpty(request) ? 'UNREADABLE' : 'SIGNATURE');
    const merchant = await merchantByCode(hub.db, provider, code);
    const fact = readAs(hub, merchant, (account) => notice.read(request, account));
    if (merchant === undefined || fact === undefined) {
      hub.log.warn({ provider }, 'a notice without a valid signature was refused');
      return notice.refuse('SIGNATURE');
    }
    await heardFrom(hub, provider);
    const verdict = await settle(hub, merchant.id, fact, 'notice');
    hub.log.info({ provider, verdict, code: fact.code }, 'a notice was taken');
    return notice.reply(verdict);
  } catch (error) {
    // The gateway calls again on a fault, so that nothing is lost by it.
    hub.log.error({ provider, error: (error as Error).name, code: (error as { code?: string }).code }, 'a notice could not be taken');
    return notice.reply('FAULT');
  }
}

function isEmpty({ url, body }: InboundRequest): boolean {
  const mark = url.indexOf('?');
  return body.length === 0 && (mark < 0 || mark === url.length - 1);
}
