import { z } from 'zod';
import type { CreditPort, InboundReply, InboundRequest } from '../../../../connectors/contract/payment.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { registerAccountOf } from '../accounts/bank-account.register.ts';
import { heardFrom } from '../gateway.service.ts';
import { merchantByCode, readAs } from '../merchant.service.ts';
import { identify } from './credit.match.ts';
import { recordCredits } from './credit.store.ts';

/** So long the hub looks by itself for the payment that a credit names: what was cut off by a crash is made good soon. */
const LOOKED_FOR = '3 days';

/** Takes a bank's notice of credits: its signature first, then all of its credits or none. */
export async function receiveCredits(
  hub: Platform,
  from: { provider: PaymentProvider; credits: CreditPort },
  request: InboundRequest,
): Promise<InboundReply> {
  const { provider, credits: port } = from;
  try {
    const code = port.merchantOf(request);
    if (code === undefined) return port.refuse('UNREADABLE');
    const merchant = await merchantByCode(hub.db, provider, code);
    const credits = readAs(hub, merchant, (account) => port.read(request, account));
    if (merchant === undefined || credits === undefined) {
      hub.log.warn({ provider }, 'a notice of credits without a valid signature was refused');
      return port.refuse('SIGNATURE');
    }
    await heardFrom(hub, provider);
    const { id: merchantId, unit } = merchant;
    const fresh = await hub.db.transaction(async (sql) => {
      for (const number of new Set(credits.map(({ account }) => account))) await registerAccountOf(sql, { merchantId, number });
      return recordCredits(hub, sql, { merchantId, unit, credits, by: 'NOTICE' });
    });
    let identified = 0;
    for (const id of fresh) if (await identify(hub, id)) identified += 1;
    hub.log.info({ provider, credits: credits.length, fresh: fresh.length, identified }, 'a notice of credits was taken');
    return port.reply(fresh.length === 0 && credits.length > 0 ? 'DUPLICATE' : 'RECORDED');
  } catch (error) {
    hub.log.error(
      { provider, error: (error as Error).name, code: (error as { code?: string }).code },
      'a notice of credits could not be taken',
    );
    return port.reply('FAULT');
  }
}

/** Credits that name a payment and are not matched with it yet. */
export async function identifyOpen(hub: Platform, signal: AbortSignal): Promise<void> {
  const open = await hub.db.query<{ id: string }>(
    `SELECT c.id FROM payments.account_credit c JOIN payments.payment p ON p.merchant_id = c.merchant_id AND p.reference = c.own_reference
     WHERE c.state = 'UNIDENTIFIED' AND c.taken_at > now() - interval '${LOOKED_FOR}' AND p.amount = c.amount AND c.reversed_on IS NULL
       AND p.status IN ('PENDING', 'EXPIRED')
     ORDER BY c.booked_at, c.id LIMIT 500`,
  );
  for (const { id } of open) {
    if (signal.aborted) return;
    await identify(hub, id);
  }
}

export const identifyCreditsJob = defineJob({
  name: 'payments.credits',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: 60_000, inputs: async () => [{}] },
  run: (hub, _, signal) => identifyOpen(hub, signal),
});
