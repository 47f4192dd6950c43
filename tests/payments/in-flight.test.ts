import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import momo from '../../connectors/momo/manifest.ts';
import zalopay from '../../connectors/zalopay/manifest.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';

const FOREVER_MS = 600_000;
/** Of a busy machine. */
const PATIENCE = { timeout: 20_000 };
const GATEWAYS = [
  { name: 'MoMo', manifest: momo as never, words: ['1000', '7000', '7002'], paid: '0', failed: '1006', taken: /^204 / },
  { name: 'ZaloPay', manifest: zalopay as never, words: [undefined], paid: '1', failed: '-63', taken: /^200 / },
];

describe.each(GATEWAYS)(
  'what a payer of $name has confirmed and the gateway has not carried out',
  ({ manifest, words, paid, failed, taken }) => {
    let hub: GatewayHub;
    let serial = 0;
    beforeAll(async () => {
      hub = await createGatewayHub(manifest);
    });
    afterAll(() => hub.stop());

    const open = () => {
      serial += 1;
      return hub.open(`H12.64-250929-${String(serial).padStart(4, '0')}`);
    };
    /** Asks the gateway, as the job does when it is time. */
    async function ask(): Promise<void> {
      await hub.platform.db.query(
        "UPDATE payments.payment SET next_query_at = now() - interval '1 second' WHERE next_query_at IS NOT NULL",
      );
      await queryPending(hub.platform, new AbortController().signal);
    }
    const read = async (reference: string) =>
      (
        await hub.platform.db.query<{ status: string; provider_code: string | null; settled_via: string | null }>(
          'SELECT status, provider_code, settled_via FROM payments.payment WHERE reference = $1',
          [reference],
        )
      )[0];
    const order = async (reference: string) =>
      (await (await hub.configure('GET', `orders/${reference}`)).json()) as { notices: { sent: number; last: string; done: boolean } };

    it.each(words)('is neither paid nor failed while it says %s, and settled by asking once it is carried out', async (word) => {
      await hub.configure('PUT', 'modes', { inFlightMs: FOREVER_MS, ...(word !== undefined && { inFlightCode: word }) });
      const { reference, checkoutUrl, dossier } = await open();
      await hub.choose(checkoutUrl, paid);
      await ask();
      await ask();
      expect([(await read(reference))?.status, await hub.paid(dossier)]).toEqual(['PENDING', 0]);
      const connectors = await hub.platform.db.query<{ failures: number }>('SELECT failures FROM outbox.connector WHERE failures > 0');
      expect(connectors).toEqual([]);
      await hub.configure('POST', `orders/${reference}/state`, { state: 'PAID' });
      await ask();
      expect([await read(reference), await hub.paid(dossier)]).toMatchObject([{ status: 'SUCCEEDED', settled_via: 'query' }, 50_000]);
    });

    it('fails where the gateway says so in the end', async () => {
      await hub.configure('PUT', 'modes', { inFlightMs: FOREVER_MS });
      const { reference, checkoutUrl } = await open();
      await hub.choose(checkoutUrl, failed);
      await ask();
      expect((await read(reference))?.status).toBe('PENDING');
      await hub.configure('POST', `orders/${reference}/state`, { state: 'FAILED' });
      await ask();
      expect(await read(reference)).toMatchObject({ status: 'FAILED', settled_via: 'query' });
    });

    it('is paid once where its notice comes late, after it was settled by asking', async () => {
      await hub.configure('PUT', 'modes', { inFlightMs: FOREVER_MS });
      const { reference, checkoutUrl, dossier } = await open();
      await hub.choose(checkoutUrl, paid);
      await hub.configure('POST', `orders/${reference}/state`, { state: 'PAID' });
      await ask();
      expect((await order(reference)).notices.sent).toBe(0);
      await hub.configure('POST', `orders/${reference}/notice`);
      await vi.waitFor(
        async () => expect((await order(reference)).notices).toMatchObject({ done: true, last: expect.stringMatching(taken) }),
        PATIENCE,
      );
      expect([await read(reference), await hub.paid(dossier)]).toMatchObject([{ status: 'SUCCEEDED', settled_via: 'query' }, 50_000]);
    });

    it('is told by its notice once it is carried out, where that does not take long', async () => {
      await hub.configure('PUT', 'modes', { inFlightMs: 50, noticeDelayMs: 5 });
      const { reference, checkoutUrl } = await open();
      await hub.choose(checkoutUrl, paid);
      await vi.waitFor(async () => expect(await read(reference)).toMatchObject({ status: 'SUCCEEDED', settled_via: 'notice' }), {
        timeout: 20_000,
      });
    });
  },
);
