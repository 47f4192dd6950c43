import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { CheckoutRequest, InboundRequest, MerchantAccount, PaymentManifest, PaymentPort } from '../../connectors/contract/payment.ts';
import { readStatement } from '../../connectors/contract/statement.ts';
import { testTools } from './portal.ts';

/** What the suite can't know of a provider: how its payer and its notices look on the wire. */
export interface PaymentDriver {
  /** Plays the payer at the address of a checkout, with a success or a refusal. */
  pay(checkoutUrl: string, outcome: 'success' | 'refused'): Promise<void>;
  /** The gateway sends no notice of a refusal: it is learned by asking. */
  silentOnRefusal?: true;
  /** The notices that reached `hubUrl` are kept by the suite; this one is a notice's signature taken out. */
  withoutSignature(notice: InboundRequest): InboundRequest;
  /** A notice changed after it was signed. */
  tampered(notice: InboundRequest): InboundRequest;
}

/** A hub that keeps the notices that arrive and answers each with the same body. */
export interface NoticeCatcher {
  url: string;
  next(): Promise<InboundRequest>;
  stop(): Promise<void>;
}

/** An invented checkout of 50,000 đồng that is open for fifteen minutes. */
export function sampleCheckout(merchant: MerchantAccount, reference: string, overrides: Partial<CheckoutRequest> = {}): CheckoutRequest {
  const createdAt = new Date();
  return {
    merchant,
    reference,
    amount: 50_000,
    description: 'Lệ phí hồ sơ H12.1-250701-0001 (bản sao)',
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 900_000),
    payerIp: '203.0.113.7',
    returnUrl: 'https://dvc.example.invalid/thanh-toan',
    locale: 'vi',
    ...overrides,
  };
}

/** What every payment connector must do, against its own simulator and with nothing known of either but the contract and `driver`. */
export function paymentContract<Config>(
  manifest: PaymentManifest<Config>,
  driver: PaymentDriver,
  catchNotices: () => Promise<NoticeCatcher>,
): void {
  describe(`payment contract: ${manifest.id}`, () => {
    let simulator: RunningSimulator;
    let port: PaymentPort;
    let hub: NoticeCatcher;
    let merchant: MerchantAccount;
    let references = 0;
    const reference = () => `C${Date.now()}${++references}`;
    const portFor = (environment: Record<string, string>) => manifest.create(manifest.config.parse(environment), testTools());
    const checkout = async (overrides: Partial<CheckoutRequest> = {}) => {
      const request = sampleCheckout(merchant, reference(), overrides);
      const checkoutUrl = (await port.createCheckout?.(request))?.checkoutUrl;
      if (checkoutUrl === undefined) throw new Error('no address of a checkout');
      return { request, checkoutUrl };
    };
    const noticeOf = () => {
      if (port.notice === undefined) throw new Error('no notices');
      return port.notice;
    };

    beforeAll(async () => {
      if (manifest.simulator === undefined) throw new Error('a payment connector needs a simulator');
      hub = await catchNotices();
      simulator = await manifest.simulator.start({ port: 0, hubUrl: hub.url });
      port = portFor(simulator.environment);
      if (port.defaultMerchant === undefined) throw new Error('the simulator names no merchant');
      merchant = port.defaultMerchant;
    });
    afterAll(async () => {
      await simulator.stop();
      await hub.stop();
    });

    it('names every missing setting and the fix', () => {
      const messages = manifest.config.safeParse({}).error?.issues.map((issue) => issue.message) ?? [];
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(/^[A-Z_0-9]{5,}: .{10,}/);
    });

    it('knows its simulator as fit for the sandbox only', () => {
      expect(manifest.sandboxOnly?.(manifest.config.parse(simulator.environment))).not.toHaveLength(0);
    });

    it('reads a verified success, in whole đồng, and finds the same by a query', async () => {
      const { request, checkoutUrl } = await checkout();
      await driver.pay(checkoutUrl, 'success');
      const received = await hub.next();
      expect(noticeOf().merchantOf(received)).toBe(merchant.code);
      const fact = noticeOf().read(received, merchant);
      expect(fact).toMatchObject({ reference: request.reference, status: 'SUCCEEDED', amount: 50_000 });
      const asked = await port.query?.(request);
      expect(asked).toMatchObject({ reference: request.reference, status: 'SUCCEEDED', amount: 50_000 });
      expect(asked?.providerTransactionId).toBe(fact?.providerTransactionId);
    });

    it('reads an explicit refusal as failed', async () => {
      const { request, checkoutUrl } = await checkout();
      await driver.pay(checkoutUrl, 'refused');
      const fact = driver.silentOnRefusal === true ? await port.query?.(request) : noticeOf().read(await hub.next(), merchant);
      expect(fact).toMatchObject({ reference: request.reference, status: 'FAILED' });
    });

    it('takes no notice without a signature, changed after it, or of another merchant', async () => {
      const { checkoutUrl } = await checkout();
      await driver.pay(checkoutUrl, 'success');
      const received = await hub.next();
      const secrets = Object.fromEntries(Object.keys(merchant.secrets).map((name) => [name, 'another-secret-of-somebody-else']));
      expect(noticeOf().read(driver.withoutSignature(received), merchant)).toBeUndefined();
      expect(noticeOf().read(driver.tampered(received), merchant)).toBeUndefined();
      expect(noticeOf().read(received, { code: merchant.code, secrets })).toBeUndefined();
      expect(noticeOf().read(received, { code: merchant.code, secrets: {} })).toBeUndefined();
    });

    it('answers every verdict, each refusal differently from a confirmation', () => {
      const bodies = (['UNKNOWN_REFERENCE', 'WRONG_AMOUNT', 'FAULT'] as const).map((verdict) => noticeOf().reply(verdict).body);
      expect(bodies).not.toContain(noticeOf().reply('RECORDED').body);
      for (const reason of ['SIGNATURE', 'UNREADABLE'] as const)
        expect(noticeOf().refuse(reason).body).not.toBe(noticeOf().reply('RECORDED').body);
    });

    it('answers no look-up of who does not prove to be the gateway, and each finding differently, where it is looked up at all', () => {
      const { lookup } = port;
      if (lookup === undefined) return expect(Object.keys(port)).not.toContain('lookup');
      const question = { method: 'POST', url: lookup.path, headers: {}, body: Buffer.from('{}') };
      expect(lookup.read(question)).toBe('SIGNATURE');
      expect(lookup.read({ ...question, headers: { authorization: 'Bearer another-secret-of-somebody-else' } })).toBe('SIGNATURE');
      const { createdAt, expiresAt, description, amount } = sampleCheckout(merchant, 'L1');
      const obligation = {
        ...{ dossierCode: 'H12.1-250701-0001', procedure: { code: '1.001193', name: 'Khai sinh' }, payer: null },
        ...{
          unit: { code: '32248', agencyCode: 'H12.1', name: 'Xã' },
          fees: [{ code: 'LP', name: 'Lệ phí', kind: 'CHARGE' as const, amount }],
        },
      };
      const bill = { reference: 'L1', createdAt, expiresAt, description, amount, merchant, obligation };
      const bodies = ([bill, 'NOTHING_DUE', 'UNKNOWN', 'FAULT'] as const).map((found) => lookup.reply(found).body);
      expect(new Set([...bodies, lookup.refuse('SIGNATURE').body, lookup.refuse('UNREADABLE').body]).size).toBe(6);
      expect(bodies[0]).toContain('L1');
    });

    it('keeps what the gateway has not decided, or does not know, pending', async () => {
      const { request, checkoutUrl } = await checkout();
      expect(await port.query?.(request)).toMatchObject({ status: 'PENDING' });
      await fetch(checkoutUrl, { redirect: 'manual' });
      expect(await port.query?.(request)).toMatchObject({ status: 'PENDING' });
    });

    it('tells a gateway that is away, by an UpstreamError that may be retried', async () => {
      const gone = await manifest.simulator?.start({ port: 0 });
      if (gone === undefined) throw new Error('a payment connector needs a simulator');
      await gone.stop();
      const failed = await portFor(gone.environment)
        .query?.(sampleCheckout(merchant, reference()))
        .catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(UpstreamError);
      expect(failed).toMatchObject({ retry: true, unreachable: true });
    });

    it('offers a statement that holds what was paid today, where it offers one', async () => {
      const { request, checkoutUrl } = await checkout();
      await driver.pay(checkoutUrl, 'success');
      await hub.next();
      const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
      const file = await port.fetchStatement?.(merchant, today);
      if (port.fetchStatement === undefined) return expect(file).toBeUndefined();
      const reading = await readStatement(file ?? new ReadableStream(), {
        provider: port.provider,
        businessDate: today,
        merchantCode: merchant.code,
      });
      const found: string[] = [];
      for await (const batch of reading.batches) found.push(...batch.map(({ merchantRef }) => merchantRef));
      expect(found).toContain(request.reference);
    });
  });
}
