import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { IngestedPaymentInput } from '../../schema/generated/graphql.ts';
import { absorbReported, expirePending, nextQueryAt, queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

let hub: PaymentsHub;
let citizen: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
});
afterAll(() => hub.stop());

const rows = <T>(sql: string, values: unknown[] = []) => hub.platform.db.query<T>(sql, values);

async function pending(code: string, fee = 50_000): Promise<{ dossier: string; reference: string; id: string }> {
  const dossier = await hub.ingest({ code, fee });
  const { payment, userErrors } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code });
  expect(userErrors).toEqual([]);
  return { dossier, reference: String(payment?.['reference']), id: String(payment?.['id']) };
}

describe('a notice', () => {
  it('settles once however often and however many at once it comes', async () => {
    const { dossier, reference } = await pending('H12.64-250929-0001');
    const verdicts = await Promise.all(Array.from({ length: 1_000 }, () => hub.notify({ ref: reference, amount: 50_000, txn: '900001' })));
    expect(verdicts.filter((verdict) => verdict === 'RECORDED')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'ALREADY_FINAL')).toHaveLength(999);
    const entries = await rows<{ account: string; debit: number; credit: number }>(
      `SELECT account, debit, credit FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id WHERE p.reference = $1 ORDER BY debit DESC`,
      [reference],
    );
    expect(entries).toEqual([
      { account: 'receivable:VNPAY:TESTTMN1', debit: 50_000, credit: 0 },
      { account: 'revenue:32248', debit: 0, credit: 50_000 },
    ]);
    const events = await rows<{ data: object }>(`SELECT data FROM outbox.event WHERE kind = 'payment.settled' AND subject = $1`, [
      reference,
    ]);
    expect(events).toMatchObject([
      {
        data: {
          dossierId: dossier,
          provider: 'VNPAY',
          providerTransactionId: expect.stringMatching(/./),
          amount: 50_000,
          status: 'SUCCEEDED',
          external: false,
        },
      },
    ]);
    expect(await hub.money(dossier, citizen)).toMatchObject({
      amountPaid: 50_000,
      amountDue: 0,
      payments: [{ reference, status: 'SUCCEEDED' }],
    });
  });

  it('is judged in the order signature, reference, amount, state', async () => {
    const { reference } = await pending('H12.64-250929-0002');
    const notice = { ref: reference, amount: 50_000, txn: '900002' };
    expect(await hub.notify({ ...notice, sign: 'forged', ref: 'NOBODYS' })).toBe('SIGNATURE');
    expect(await hub.notify({ ...notice, merchant: 'NOBODY' })).toBe('SIGNATURE');
    expect(await hub.notify({ ...notice, ref: 'NOBODYS', amount: 1 })).toBe('UNKNOWN_REFERENCE');
    expect(await hub.notify({ ...notice, amount: 49_999 })).toBe('WRONG_AMOUNT');
    expect(await hub.notify({ ...notice, amount: Number.NaN })).toBe('WRONG_AMOUNT');
    const [untouched] = await rows('SELECT status, provider_code FROM payments.payment WHERE reference = $1', [reference]);
    expect(untouched).toEqual({ status: 'PENDING', provider_code: null });
    expect(await hub.notify({ ...notice, status: 'FAILED' })).toBe('RECORDED');
    expect(await hub.notify({ ...notice, amount: 1 })).toBe('WRONG_AMOUNT');
    expect(await hub.notify(notice)).toBe('ALREADY_FINAL');
    expect(await rows('SELECT status FROM payments.payment WHERE reference = $1', [reference])).toEqual([{ status: 'FAILED' }]);
  });

  it('of an unknown state leaves the payment open', async () => {
    const { reference } = await pending('H12.64-250929-0003');
    expect(await hub.notify({ ref: reference, amount: 50_000, status: 'PENDING' })).toBe('RECORDED');
    expect(await rows('SELECT status FROM payments.payment WHERE reference = $1', [reference])).toEqual([{ status: 'PENDING' }]);
  });

  it("can't settle a second payment with the same transaction", async () => {
    const first = await pending('H12.64-250929-0004');
    const second = await pending('H12.64-250929-0005');
    expect(await hub.notify({ ref: first.reference, amount: 50_000, txn: '900004' })).toBe('RECORDED');
    expect(await hub.notify({ ref: second.reference, amount: 50_000, txn: '900004' })).toBe('FAULT');
    expect(await rows('SELECT status FROM payments.payment WHERE reference = $1', [second.reference])).toEqual([{ status: 'PENDING' }]);
  });
});

describe('a payment whose notice never came', () => {
  it('is asked about when it is due, and a late success counts', async () => {
    const { dossier, reference } = await pending('H12.64-250929-0006');
    await rows(
      `UPDATE payments.payment SET next_query_at = now() - interval '1 minute', expires_at = now() - interval '1 hour' WHERE reference = $1`,
      [reference],
    );
    await expirePending(hub.platform);
    expect(await rows('SELECT status FROM payments.payment WHERE reference = $1', [reference])).toEqual([{ status: 'EXPIRED' }]);
    hub.gateway.facts.set(reference, { reference, status: 'SUCCEEDED', amount: 50_000, providerTransactionId: '900006', code: '00' });
    await queryPending(hub.platform, new AbortController().signal);
    expect(hub.gateway.asked.filter((asked) => asked === reference)).toHaveLength(1);
    expect((await hub.money(dossier, citizen)).amountPaid).toBe(50_000);
    await queryPending(hub.platform, new AbortController().signal);
    expect(hub.gateway.asked.filter((asked) => asked === reference)).toHaveLength(1);
  });

  const dueNow = (references: string[]) =>
    rows(`UPDATE payments.payment SET next_query_at = now() - interval '1 minute' WHERE reference = ANY($1::text[])`, [references]);
  const query = () => queryPending(hub.platform, new AbortController().signal);

  it('holds up no other where its answer makes no sense', async () => {
    const open = await Promise.all([21, 22, 23, 24].map((at) => pending(`H12.64-250929-00${at}`)));
    const [first] = open;
    await hub.notify({ ref: first?.reference ?? '', amount: 50_000, txn: '900021' });
    for (const { reference } of open.slice(1)) {
      // The gateway gives all of them one transaction, which is the first one's.
      hub.gateway.facts.set(reference, { reference, status: 'SUCCEEDED', amount: 50_000, providerTransactionId: '900021', code: '00' });
    }
    const last = open.at(-1)?.reference ?? '';
    hub.gateway.facts.set(last, { reference: last, status: 'SUCCEEDED', amount: 50_000, providerTransactionId: '900024', code: '00' });
    await dueNow(open.map(({ reference }) => reference));
    await query();
    const after = await rows<{ status: string; query_attempts: number; later: boolean }>(
      `SELECT status, query_attempts, next_query_at > now() + interval '1 minute' AS later FROM payments.payment WHERE reference = ANY($1) ORDER BY created_at, id`,
      [open.map(({ reference }) => reference)],
    );
    expect(after.map(({ status }) => status).sort()).toEqual(['PENDING', 'PENDING', 'SUCCEEDED', 'SUCCEEDED']);
    for (const waiting of after.filter(({ status }) => status === 'PENDING'))
      expect(waiting).toMatchObject({ query_attempts: 1, later: true });
  });

  it('is asked of a gateway that is away once in a round, and the others lose nothing by it', async () => {
    const open = await Promise.all([31, 32, 33].map((at) => pending(`H12.64-250929-00${at}`)));
    const references = open.map(({ reference }) => reference);
    const answer = hub.gateway.query;
    let calls = 0;
    hub.gateway.query = async () => {
      calls += 1;
      throw new UpstreamError('away', { code: 'TIMEOUT', retry: true, outcomeUnknown: false, unreachable: true });
    };
    await rows('UPDATE payments.payment SET next_query_at = NULL WHERE NOT external');
    await dueNow(references);
    expect(await query()).toBe(false);
    if (answer !== undefined) hub.gateway.query = answer;
    expect(calls).toBe(1);
    const waiting = await rows<{ query_attempts: number }>(
      `SELECT query_attempts FROM payments.payment WHERE reference = ANY($1) AND next_query_at > now() ORDER BY query_attempts`,
      [references],
    );
    expect(waiting).toEqual([{ query_attempts: 0 }, { query_attempts: 0 }, { query_attempts: 1 }]);
  });

  it('stays open while the gateway holds the money, however long that takes', async () => {
    const { dossier, reference } = await pending('H12.64-250929-0041');
    const held = {
      reference,
      status: 'PENDING' as const,
      held: true as const,
      amount: 50_000,
      providerTransactionId: '900041',
      code: '07/07',
    };
    const late = () =>
      rows(`UPDATE payments.payment SET expires_at = now() - interval '1 hour' WHERE reference = $1 AND expires_at IS NOT NULL`, [
        reference,
      ]);
    await late();
    await expirePending(hub.platform);
    hub.gateway.facts.set(reference, held);
    await dueNow([reference]);
    await query();
    await late();
    await expirePending(hub.platform);
    expect(await hub.money(dossier, citizen)).toMatchObject({ amountPaid: 0, payments: [{ status: 'PENDING' }] });
    hub.gateway.facts.set(reference, { ...held, status: 'SUCCEEDED', code: '00/00' });
    await dueNow([reference]);
    await query();
    expect((await hub.money(dossier, citizen)).amountPaid).toBe(50_000);
  });

  it('is asked about for three days', () => {
    const made = new Date('2026-03-10T00:00:00Z');
    const after = (hours: number) => new Date(made.getTime() + hours * 3_600_000);
    expect(nextQueryAt({ created_at: made, query_attempts: 0 }, made)).toEqual(new Date(made.getTime() + 120_000));
    expect(nextQueryAt({ created_at: made, query_attempts: 40 }, after(71))).toEqual(after(83));
    expect(nextQueryAt({ created_at: made, query_attempts: 40 }, after(73))).toBeNull();
  });
});

describe('the ledger', () => {
  const insert = (debit: number, credit: number) =>
    rows(
      `WITH t AS (SELECT gen_random_uuid() AS id)
       INSERT INTO payments.ledger_entry (id, transaction_id, payment_id, at, day, unit, leg, account, debit, credit)
       SELECT gen_random_uuid(), t.id, t.id, now(), now(), '96', 0, 'x', $1::bigint, 0 FROM t
       UNION ALL SELECT gen_random_uuid(), t.id, t.id, now(), now(), '96', 1, 'y', 0, $2::bigint FROM t`,
      [debit, credit],
    );

  it('takes whole transactions alone', async () => {
    await expect(insert(10, 9)).rejects.toThrow(/debit and credit/);
    await expect(insert(10, 10)).resolves.toEqual([]);
    await expect(insert(0, 0)).rejects.toThrow(/check/);
  });

  it('is never changed', async () => {
    await expect(rows('UPDATE payments.ledger_entry SET debit = debit + 1')).rejects.toThrow(/append-only/);
    await expect(rows('DELETE FROM payments.ledger_entry')).rejects.toThrow(/append-only/);
    await expect(rows('TRUNCATE payments.ledger_entry')).rejects.toThrow(/append-only/);
  });
});

describe('what a source collected itself', () => {
  const reported = (more: Partial<IngestedPaymentInput> = {}): IngestedPaymentInput => ({
    provider: 'CASH',
    reference: 'BL-0001',
    amount: 30_000,
    status: 'SUCCEEDED',
    paidAt: '2025-09-29T10:00:00+07:00',
    ...more,
  });

  it('counts as soon as the ingest has answered, and once', async () => {
    const dossier = await hub.ingest({ code: 'H12.64-250929-0011', payments: [reported()] });
    await absorbReported(hub.platform);
    await absorbReported(hub.platform);
    const money = await hub.money(dossier, citizen);
    expect(money).toMatchObject({ amountPaid: 30_000, amountDue: 20_000 });
    expect(money.payments).toMatchObject([{ external: true, reference: 'BL-0001', merchant: { code: '32248', unit: { code: '32248' } } }]);
  });

  it('follows the source: refunded, and never back to an older report', async () => {
    const code = 'H12.64-250929-0012';
    const dossier = await hub.ingest({ code, payments: [reported({ reference: 'BL-0002', merchant: 'CX-01' })] });
    await hub.ingest({ code, version: 2, payments: [reported({ reference: 'BL-0002', merchant: 'CX-01', status: 'REFUNDED' })] });
    await absorbReported(hub.platform);
    const money = await hub.money(dossier, citizen);
    expect(money).toMatchObject({
      amountPaid: 0,
      amountDue: 50_000,
      payments: [{ status: 'REFUNDED', refundedAmount: 30_000, merchant: { code: 'CX-01' } }],
    });
    const balances = await rows(
      `SELECT account, sum(debit - credit)::bigint AS balance FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id WHERE p.reference = 'BL-0002' GROUP BY 1 ORDER BY 1`,
    );
    expect(balances).toEqual([
      { account: 'receivable:CASH:CX-01', balance: 0 },
      { account: 'revenue:32248', balance: 0 },
    ]);
  });

  it('keeps the reference of one dossier from another', async () => {
    await hub.ingest({ code: 'H12.64-250929-0013', payments: [reported({ reference: 'BL-0003' })] });
    const other = await hub.ingest({ code: 'H12.64-250929-0014', payments: [reported({ reference: 'BL-0003' })] });
    expect(await hub.money(other, citizen)).toMatchObject({ amountPaid: 0, payments: [] });
  });

  it('counts once, for the one that came first, where many dossiers report it at the same moment', async () => {
    const dossiers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        hub.ingest({
          code: `H12.64-250929-005${at}`,
          payments: [reported({ reference: 'BL-0005' }), reported({ reference: `BL-005${at}`, amount: 1 })],
        }),
      ),
    );
    const paid = await Promise.all(dossiers.map(async (dossier) => (await hub.money(dossier, citizen)).amountPaid));
    expect(paid.toSorted()).toEqual([1, 1, 1, 1, 1, 1, 1, 30_001]);
  });
});
