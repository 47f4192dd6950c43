import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { CreditPort, InboundRequest, MerchantAccount, PaymentManifest, PaymentPort } from '../../connectors/contract/payment.ts';
import { type NoticeCatcher, sampleCheckout } from './payment.ts';
import { testTools } from './portal.ts';

/** What the suite can't know of a bank that tells of credits. */
export interface CreditDriver {
  /** Plays the payer, who scans a code at the simulator and pays what it says. */
  transfer(simulatorUrl: string, qrPayload: string): Promise<void>;
  withoutSignature(notice: InboundRequest): InboundRequest;
  /** A notice changed after it was signed. */
  tampered(notice: InboundRequest): InboundRequest;
  /** Longer than this a notice may not be on its way, seconds. */
  windowS: number;
}

/** What every connector whose bank tells of credits must do, against its own simulator. */
export function creditContract<Config>(
  manifest: PaymentManifest<Config>,
  driver: CreditDriver,
  catchNotices: () => Promise<NoticeCatcher>,
): void {
  describe(`credit contract: ${manifest.id}`, () => {
    let simulator: RunningSimulator;
    let port: PaymentPort;
    let hub: NoticeCatcher;
    let merchant: MerchantAccount;
    let credits: CreditPort;
    let now: Date;

    beforeAll(async () => {
      if (manifest.simulator === undefined) throw new Error('a payment connector needs a simulator');
      hub = await catchNotices();
      simulator = await manifest.simulator.start({ port: 0, hubUrl: hub.url });
      now = new Date();
      port = manifest.create(manifest.config.parse(simulator.environment), testTools({ now: () => now }));
      if (port.defaultMerchant === undefined || port.credits === undefined) throw new Error('no merchant, or no credits');
      merchant = port.defaultMerchant;
      credits = port.credits;
    });
    afterAll(async () => {
      await simulator.stop();
      await hub.stop();
    });

    const noticeOf = async (reference: string): Promise<InboundRequest> => {
      const { qrPayload = '' } = (await port.createCheckout?.(sampleCheckout(merchant, reference))) ?? {};
      await driver.transfer(simulator.url, qrPayload);
      now = new Date();
      return hub.next();
    };

    it('names every missing setting and the fix', () => {
      const messages = manifest.config.safeParse({}).error?.issues.map((issue) => issue.message) ?? [];
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(/^[A-Z_0-9]{5,}: .{10,}/);
    });

    it('knows its simulator as fit for the sandbox only', () => {
      expect(manifest.sandboxOnly?.(manifest.config.parse(simulator.environment))).not.toHaveLength(0);
    });

    it('writes a code without an address to go to, whose transfer comes back with the reference in its text', async () => {
      expect(await port.createCheckout?.(sampleCheckout(merchant, '251126HABCDEFGHJKLMQ'))).toEqual({ qrPayload: expect.any(String) });
      const received = await noticeOf('251126HABCDEFGHJKLMR');
      expect(credits.merchantOf(received)).toBe(merchant.code);
      const [credit, another] = credits.read(received, merchant) ?? [];
      expect(another).toBeUndefined();
      expect(credit).toMatchObject({ amount: 50_000, content: expect.stringContaining('251126HABCDEFGHJKLMR') });
      expect(credit?.bankReference).not.toBe('');
      expect(Math.abs(Number(credit?.at) - now.getTime())).toBeLessThan(60_000);
    });

    it('takes no notice without a signature, changed after it, of another merchant, or long afterwards', async () => {
      const received = await noticeOf('251126HABCDEFGHJKLMS');
      const secrets = Object.fromEntries(Object.keys(merchant.secrets).map((name) => [name, 'another-secret-of-somebody-else']));
      expect(credits.read(driver.withoutSignature(received), merchant)).toBeUndefined();
      expect(credits.read(driver.tampered(received), merchant)).toBeUndefined();
      expect(credits.read(received, { code: merchant.code, secrets })).toBeUndefined();
      expect(credits.read(received, { code: merchant.code, secrets: {} })).toBeUndefined();
      expect(credits.read(received, { code: 'another', secrets: merchant.secrets })).toBeUndefined();
      now = new Date(now.getTime() + (driver.windowS + 5) * 1_000);
      expect(credits.read(received, merchant)).toBeUndefined();
      now = new Date();
      expect(credits.read(received, merchant)).toHaveLength(1);
    });

    it('is told to repeat what could not be kept, and to stop where it was', () => {
      const statuses = (['RECORDED', 'DUPLICATE', 'FAULT'] as const).map((verdict) => credits.reply(verdict).status);
      expect(statuses.map((status) => status < 300)).toEqual([true, true, false]);
      for (const reason of ['SIGNATURE', 'UNREADABLE'] as const) expect(credits.refuse(reason).status).toBeGreaterThanOrEqual(400);
    });
  });
}
