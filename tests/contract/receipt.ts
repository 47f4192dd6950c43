import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { ReceiptContent, ReceiptManifest, ReceiptPort } from '../../connectors/contract/receipt.ts';
import { testTools } from './portal.ts';

/** What the suite can't know of a provider of receipts. */
export interface ReceiptDriver {
  /** Settings beside those of the simulator: a short time-out, and the province served. */
  settings: Record<string, string>;
  /** Plays a fault at the next call that changes something. */
  fault(simulatorUrl: string, fault: 'DONE_BUT_SILENT' | 'NOT_DONE_AND_SILENT' | 'DOWN' | 'HTML' | 'REFUSED'): Promise<void>;
  clear(simulatorUrl: string): Promise<void>;
  /** The numbers that the provider has given away, in order. */
  numbers(simulatorUrl: string): Promise<number[]>;
}

/** An invented receipt. */
export function sampleReceipt(key: string, parts: Partial<ReceiptContent> = {}): ReceiptContent {
  const fees = [{ code: 'LP', name: 'Lệ phí <cấp & đổi> "giấy"', amount: 50_000 }];
  const what = { key, unit: '32248', payerName: 'Lê Thị Thử Nghiệm & Con', date: '2026-11-26', fees, total: 50_000 };
  return { ...what, totalInWords: 'Năm mươi nghìn đồng', method: 'Chuyển khoản', ...parts };
}

/** What every connector to a provider of receipts must do, against its own simulator. */
export function receiptContract<Config>(manifest: ReceiptManifest<Config>, driver: ReceiptDriver): void {
  describe(`receipt contract: ${manifest.id}`, () => {
    let simulator: RunningSimulator;
    let port: ReceiptPort;
    let serial = 0;
    const nextKey = () => {
      serial += 1;
      return `261126HCONTRACT${String(serial).padStart(4, '0')}`;
    };

    beforeAll(async () => {
      if (manifest.simulator === undefined) throw new Error('a receipt connector needs a simulator');
      simulator = await manifest.simulator.start({ port: 0 });
      port = manifest.create(manifest.config.parse({ ...simulator.environment, ...driver.settings }), testTools());
    });
    afterEach(() => driver.clear(simulator.url));
    afterAll(() => simulator.stop());

    const failure = async (work: Promise<unknown>): Promise<UpstreamError> => {
      const error = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof UpstreamError)) throw new Error(`no UpstreamError: ${String(error)}`);
      return error;
    };

    it('names every missing setting and the fix', () => {
      const messages = manifest.config.safeParse({}).error?.issues.map((issue) => issue.message) ?? [];
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).toMatch(/^[A-Z_0-9]{5,}: .{10,}/);
    });

    it('knows its simulator as fit for the sandbox only', () => {
      expect(manifest.sandboxOnly?.(manifest.config.parse(simulator.environment))).not.toHaveLength(0);
    });

    it('writes a receipt, whatever signs its texts hold, and finds it again', async () => {
      const key = nextKey();
      const written = await port.issue(sampleReceipt(key));
      expect(written.number).toMatch(/^\d{7,}$/);
      expect(await port.find(key)).toEqual({ ...written, state: 'ISSUED', total: 50_000 });
      expect(await port.find(nextKey())).toBeUndefined();
    });

    it('writes one receipt under a key: a second asking says to look', async () => {
      const key = nextKey();
      await port.issue(sampleReceipt(key));
      const before = await driver.numbers(simulator.url);
      expect(await failure(port.issue(sampleReceipt(key)))).toMatchObject({ outcomeUnknown: true, retry: true });
      expect(await driver.numbers(simulator.url)).toEqual(before);
    });

    it('says that an outcome is not known where no answer came, and a look tells it', async () => {
      const [done, lost] = [nextKey(), nextKey()];
      await driver.fault(simulator.url, 'DONE_BUT_SILENT');
      expect(await failure(port.issue(sampleReceipt(done)))).toMatchObject({ code: 'TIMEOUT', outcomeUnknown: true, unreachable: true });
      expect(await port.find(done)).toMatchObject({ state: 'ISSUED' });
      await driver.fault(simulator.url, 'NOT_DONE_AND_SILENT');
      expect(await failure(port.issue(sampleReceipt(lost)))).toMatchObject({ outcomeUnknown: true });
      expect(await port.find(lost)).toBeUndefined();
    });

    it.each(['DOWN', 'HTML'] as const)('takes %s for a provider that is away', async (fault) => {
      await driver.fault(simulator.url, fault);
      expect(await failure(port.issue(sampleReceipt(nextKey())))).toMatchObject({ retry: true, outcomeUnknown: true, unreachable: true });
    });

    it('takes a refusal for what it is', async () => {
      await driver.fault(simulator.url, 'REFUSED');
      const refused = await failure(port.issue(sampleReceipt(nextKey())));
      expect(refused).toMatchObject({ retry: false, outcomeUnknown: false, unreachable: false });
    });

    it('cancels once, and what is cancelled is not replaced', async () => {
      const key = nextKey();
      await port.issue(sampleReceipt(key));
      await port.cancel(key);
      expect(await port.find(key)).toMatchObject({ state: 'CANCELLED' });
      expect(await failure(port.cancel(key))).toMatchObject({ retry: false, outcomeUnknown: false });
      expect(await failure(port.replace(key, sampleReceipt(nextKey())))).toMatchObject({ retry: false });
    });

    it('replaces one by another, which then is the only one', async () => {
      const [key, next] = [nextKey(), nextKey()];
      const before = await port.issue(sampleReceipt(key));
      const fees = [{ code: 'LP', name: 'Lệ phí', amount: 30_000 }];
      const after = await port.replace(key, sampleReceipt(next, { total: 30_000, fees }));
      expect(Number(after.number)).toBeGreaterThan(Number(before.number));
      expect([await port.find(key), await port.find(next)]).toMatchObject([{ state: 'REPLACED' }, { state: 'ISSUED', total: 30_000 }]);
      expect(await failure(port.replace(key, sampleReceipt(nextKey())))).toMatchObject({ retry: false });
      expect(await failure(port.cancel(key))).toMatchObject({ retry: false });
    });

    it('has no way of adjusting', () => expect(Object.keys(port)).not.toContain('adjust'));
  });
}
