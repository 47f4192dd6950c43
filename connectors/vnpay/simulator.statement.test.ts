import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { MerchantAccount, PaymentPort } from '../contract/payment.ts';
import { StatementError } from '../contract/statement.error.ts';
import type { StatementRow } from '../contract/statement.rows.ts';
import { readStatement } from '../contract/statement.ts';
import manifest from './manifest.ts';
import { SIMULATOR_TMN_CODE, startVnpaySimulator } from './simulator.ts';

describe("the simulated VNPAY's statement", () => {
  const merchant: MerchantAccount = { code: SIMULATOR_TMN_CODE, secrets: {} };
  let simulator: RunningSimulator;
  let port: PaymentPort;

  beforeEach(async () => {
    simulator = await startVnpaySimulator({ port: 0 });
    port = manifest.create(manifest.config.parse(simulator.environment), testTools());
  });
  afterEach(() => simulator.stop());

  async function admin(method: string, path: string, body?: unknown): Promise<void> {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
  async function statement(day: string): Promise<StatementRow[]> {
    const file = await port.fetchStatement?.(merchant, day);
    if (file === null || file === undefined) throw new Error('no statement');
    const reading = await readStatement(file, { provider: 'VNPAY', businessDate: day, merchantCode: merchant.code });
    const rows: StatementRow[] = [];
    for await (const batch of reading.batches) rows.push(...batch);
    return rows;
  }

  const DAY = '2025-09-30';
  const line = (at: number, more: object = {}) =>
    JSON.stringify({ reference: `Q3REF${at}`, amount: 50_000, paidAt: `${DAY}T10:0${at}:00+07:00`, ...more });
  const add = (...lines: string[]) => fetch(`${simulator.url}/_simulator/transactions`, { method: 'POST', body: lines.join('\n') });

  it('holds what was added behind the hub’s back, of its Vietnamese day alone, with the contract’s fee', async () => {
    const midnight = line(4, { paidAt: '2025-09-30T17:00:00Z' });
    const answer = await add(
      line(1),
      line(2, { status: 'REVERSED' }),
      line(3, { status: 'FAILED' }),
      midnight,
      line(5, { type: 'REFUND', amount: 10_000 }),
    );
    expect([answer.status, await answer.json()]).toEqual([201, { added: 5 }]);
    expect((await statement(DAY)).map(({ merchantRef, type, status, fee, net }) => [merchantRef, type, status, fee, net])).toEqual([
      ['Q3REF1', 'PAY', 'SUCCESS', 550, 49_450],
      ['Q3REF2', 'PAY', 'REVERSED', 550, 49_450],
      ['Q3REF5', 'REFUND', 'SUCCESS', 0, -10_000],
    ]);
    expect((await statement('2025-10-01')).map(({ merchantRef }) => merchantRef)).toEqual(['Q3REF4']);
    expect(await port.fetchStatement?.({ code: 'NOBODY01', secrets: {} }, DAY)).toBeNull();
  });

  it('reckons what went back by itself, whatever the payment was settled for', async () => {
    const paidAt = new Date();
    const day = new Date(paidAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    await admin('PUT', 'modes', { refundStepMs: 0 });
    await add(line(1, { paidAt: paidAt.toISOString(), fee: 700, net: 1 }));
    const own = port.defaultMerchant as MerchantAccount;
    const about = { merchant: own, reference: 'Q3REF1', description: 'x', createdAt: paidAt, amount: 20_000, paidAmount: 50_000 };
    await port.refund?.({ ...about, requestedBy: 'ke.toan', refundReference: 'RFQ3REF1' });
    expect((await statement(day)).map(({ type, fee, net, netAgrees }) => [type, fee, net, netAgrees])).toEqual([
      ['PAY', 700, 1, false],
      ['REFUND', 0, -20_000, true],
    ]);
  });

  it('names the line that it can’t take', async () => {
    const answer = await add(line(1), '{"reference":"X"}');
    expect([answer.status, await answer.json()]).toEqual([400, { added: 1, error: expect.stringContaining('line 2') }]);
  });

  it.each<[string, object, (rows: StatementRow[]) => unknown, unknown]>([
    ['MISSING_ROW', {}, (rows) => rows.map(({ merchantRef }) => merchantRef), ['Q3REF2']],
    ['EXTRA_ROW', { reference: 'NOBODYS' }, (rows) => rows.map(({ merchantRef }) => merchantRef), ['Q3REF1', 'Q3REF2', 'NOBODYS']],
    ['ALTERED_AMOUNT', { reference: 'Q3REF2', amount: 60_000 }, (rows) => rows.map(({ gross }) => gross), [50_000, 60_000]],
    ['DUPLICATE_ROW', {}, (rows) => rows[0]?.providerTransactionId === rows[2]?.providerTransactionId, true],
    ['OTHER_DAY', {}, (rows) => rows.map(({ merchantRef }) => merchantRef), ['Q3REF2']],
    ['WRONG_FEE', { amount: 999 }, (rows) => rows.map(({ fee }) => fee), [999, 550]],
    ['WRONG_NET', {}, (rows) => rows.map(({ netAgrees }) => netAgrees), [false, true]],
    ['REVERSED', {}, (rows) => rows.map(({ status }) => status), ['REVERSED', 'SUCCESS']],
  ])('with %s', async (kind, more, look, expected) => {
    await add(line(1), line(2));
    await admin('POST', 'statement-faults', { kind, businessDate: DAY, ...more });
    expect(look(await statement(DAY))).toEqual(expected);
    if (kind === 'OTHER_DAY') expect((await statement('2025-10-01')).map(({ merchantRef }) => merchantRef)).toEqual(['Q3REF1']);
  });

  it('with a damaged trailer is refused whole', async () => {
    await add(line(1), line(2));
    await admin('POST', 'statement-faults', { kind: 'DAMAGED_TRAILER', businessDate: DAY });
    const refused = await statement(DAY).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StatementError);
    expect(refused).toMatchObject({ line: 4, field: 'count' });
    await admin('DELETE', 'statement-faults');
    expect(await statement(DAY)).toHaveLength(2);
  });
});
