import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import { openSandboxIssuer } from '../../src/platform/auth/sandbox-issuer.ts';
import { forgetPaymentKeysJob } from '../../src/subgraphs/payments/forget-keys.job.ts';
import { ensureMerchants } from '../../src/subgraphs/payments/index.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, OTHER_CITIZEN, type PaymentsHub } from '../support/payments.ts';

let hub: PaymentsHub;
let citizen: string;
let officer: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  officer = await hub.token({ role: 'OFFICER', unit: COMMUNE });
});
afterAll(() => hub.stop());

let sequence = 0;
const newDossier = (more: object = {}) => {
  sequence += 1;
  return hub.ingest({ code: `H12.64-250929-${String(sequence).padStart(4, '0')}`, ...more });
};
const codes = (made: Awaited<ReturnType<PaymentsHub['create']>>) => made.userErrors.map((error) => error.code);

describe('createPayment', () => {
  it('opens a checkout for what is due', async () => {
    const dossier = await newDossier({ fee: 50_000 });
    const made = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'a' });
    expect(made).toMatchObject({
      userErrors: [],
      payment: { status: 'PENDING', amount: 50_000, external: false, merchant: { code: 'TESTTMN1' }, entries: [] },
    });
    expect(made.payment?.['reference']).toMatch(/^[A-Za-z0-9]+$/);
    expect(made.payment?.['checkoutUrl']).toBe(`https://pay.invalid/${made.payment?.['reference']}`);
    const [kept] = await hub.platform.db.query<{ obligation: object; obligation_total: number; dossier_version: number }>(
      'SELECT obligation, obligation_total, dossier_version FROM payments.payment WHERE reference = $1',
      [made.payment?.['reference']],
    );
    expect(kept).toMatchObject({
      obligation_total: 50_000,
      dossier_version: 1,
      obligation: { total: 50_000, paid: 0, fees: [{ code: 'LP', amount: 50_000 }] },
    });
  });

  it('answers the same key and input alike, another input with a conflict, per caller', async () => {
    const dossier = await newDossier();
    const input = { dossier, provider: 'VNPAY', idempotencyKey: 'same' } as const;
    const answers = await Promise.all([1, 2, 3, 4].map(() => hub.create(citizen, input)));
    expect(new Set(answers.map((made) => made.payment?.['id'])).size).toBe(1);
    expect(await hub.create(citizen, input)).toEqual(answers[0]);
    expect(codes(await hub.create(citizen, { ...input, amount: 1_000 }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    const other = await hub.create(officer, input);
    expect(other.payment?.['id']).not.toBe(answers[0]?.payment?.['id']);
    // A client may have made its key of a person's number.
    await hub.create(citizen, { ...input, idempotencyKey: `tt-${CITIZEN}` });
    expect(await hub.platform.db.query(`SELECT FROM payments.payment p WHERE p::text LIKE '%${CITIZEN}%'`)).toEqual([]);
  });

  it('keeps a key for thirty days, of payments, refunds and decisions, and then forgets it alone', async () => {
    const { db } = hub.platform;
    const keep = () => forgetPaymentKeysJob.run(hub.platform, {}, new AbortController().signal);
    const input = { dossier: await newDossier(), provider: 'VNPAY', idempotencyKey: 'thirty days' } as const;
    const first = (await hub.create(citizen, input)).payment;
    await db.query(
      `INSERT INTO payments.refund_request (id, payment_id, reference, amount, cause, way, state, reason, requested_by, requested_at, concluded_at, attempts, caller, idempotency_key, input_hash)
       SELECT gen_random_uuid(), id, 'OLDREFUND', 1, 'PERSON', 'GATEWAY', 'REFUSED', 'x', 'x', now() - interval '31 days', now(), 0, 'x', 'x', '\\x00' FROM payments.payment WHERE reference = $1`,
      [first?.['reference']],
    );
    const age = (days: number) =>
      db.query(`UPDATE payments.payment SET created_at = now() - $1 * interval '1 day' WHERE reference = $2`, [days, first?.['reference']]);
    const refundKeys = () => db.query(`SELECT idempotency_key AS key, caller FROM payments.refund_request WHERE reference = 'OLDREFUND'`);
    await db.query(
      `INSERT INTO payments.answered (caller, idempotency_key, kind, input_hash, subject, answered_at)
       SELECT 'x', days::text, 'closeCredit', '\\x00', gen_random_uuid(), now() - days * interval '1 day' FROM unnest(ARRAY[29, 31]) days`,
    );
    await age(29.9);
    await keep();
    expect(await db.query('SELECT idempotency_key AS key FROM payments.answered')).toEqual([{ key: '29' }]);
    expect((await hub.create(citizen, input)).payment?.['id']).toBe(first?.['id']);
    expect(await refundKeys()).toEqual([{ key: null, caller: 'x' }]);
    await age(30.1);
    await keep();
    const again = await hub.create(citizen, input);
    expect(again.userErrors).toEqual([]);
    expect(again.payment?.['id']).not.toBe(first?.['id']);
    expect(await db.query('SELECT status FROM payments.payment WHERE reference = $1', [first?.['reference']])).toEqual([
      { status: 'PENDING' },
    ]);
  });

  it('takes one key for one dossier, also where two are asked for at once', async () => {
    const dossiers = await Promise.all(Array.from({ length: 8 }, () => newDossier()));
    const answers = await Promise.all(
      dossiers.map((dossier) => hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'two' })),
    );
    expect(answers.filter((made) => made.payment !== null)).toHaveLength(1);
    for (const refused of answers.filter((made) => made.payment === null)) expect(codes(refused)).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('is not held up by others who only ask', async () => {
    const dossier = await newDossier();
    const ask = (at: number) => hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: `race ${at}` });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => ask(at)));
    expect(answers.flatMap(codes)).toEqual([]);
    expect(new Set(answers.map((made) => made.payment?.['id'])).size).toBe(8);
  });

  it('is refused where money or another version of the dossier comes in between', async () => {
    const dossier = await newDossier();
    const first = await hub.create(citizen, { dossier, provider: 'VNPAY', amount: 20_000, idempotencyKey: 'first part' });
    const meanwhile = async (happens: () => Promise<unknown>, key: string) => {
      const open = hub.gateway.createCheckout;
      hub.gateway.createCheckout = async (request) => {
        await happens();
        return (await open?.(request)) ?? {};
      };
      const made = await hub.create(citizen, { dossier, provider: 'VNPAY', amount: 10_000, idempotencyKey: key });
      if (open !== undefined) hub.gateway.createCheckout = open;
      return codes(made);
    };
    const pays = () => hub.notify({ ref: String(first.payment?.['reference']), amount: 20_000, txn: '800001' });
    expect(await meanwhile(pays, 'paid')).toEqual(['DOSSIER_CHANGED']);
    const code = `H12.64-250929-${String(sequence).padStart(4, '0')}`;
    expect(await meanwhile(() => hub.ingest({ code, version: 2, fee: 25_000 }), 'changed')).toEqual(['DOSSIER_CHANGED']);
    expect(await meanwhile(async () => undefined, 'later')).toEqual(['INVALID']);
    expect(await hub.money(dossier, citizen)).toMatchObject({ amountPaid: 20_000, amountDue: 5_000 });
  });

  it('asks for no more than the gateway carries at a time', async () => {
    const dossier = await newDossier({ fee: 90_000_000 });
    hub.gateway.amounts = { least: 1_000, most: 50_000_000 };
    const ask = (amount: number | null, key: string) => hub.create(citizen, { dossier, provider: 'VNPAY', amount, idempotencyKey: key });
    for (const amount of [null, 50_000_001, 999]) {
      expect((await ask(amount, `carried ${amount}`)).userErrors).toEqual([{ code: 'INVALID', field: ['input', 'amount'] }]);
    }
    expect(codes(await ask(50_000_000, 'carried'))).toEqual([]);
    delete hub.gateway.amounts;
  });

  it('refuses an amount outside 1 … due, and what is not due', async () => {
    const dossier = await newDossier({ fee: 50_000 });
    const ask = (amount: number, key: string) => hub.create(citizen, { dossier, provider: 'VNPAY', amount, idempotencyKey: key });
    expect((await ask(0, 'b0')).userErrors).toEqual([{ code: 'INVALID', field: ['input', 'amount'] }]);
    expect(codes(await ask(50_001, 'b1'))).toEqual(['INVALID']);
    const settled = await newDossier({ feesSettled: true });
    expect(codes(await hub.create(citizen, { dossier: settled, provider: 'VNPAY', idempotencyKey: 'b2' }))).toEqual(['NOTHING_DUE']);
    const free = await newDossier({ fee: 0 });
    expect(codes(await hub.create(citizen, { dossier: free, provider: 'VNPAY', idempotencyKey: 'b3' }))).toEqual(['NOTHING_DUE']);
  });

  it('takes a part, then the rest', async () => {
    const dossier = await newDossier({ fee: 50_000 });
    const part = await hub.create(officer, { dossier, provider: 'CASH', amount: 20_000, idempotencyKey: 'c1' });
    expect(part).toMatchObject({ userErrors: [], payment: { status: 'SUCCEEDED', merchant: { code: COMMUNE } } });
    expect(await hub.money(dossier, officer)).toMatchObject({ amountPaid: 20_000, amountDue: 30_000 });
    const rest = await hub.create(officer, { dossier, provider: 'CASH', idempotencyKey: 'c2' });
    expect(rest.payment?.['amount']).toBe(30_000);
    expect(codes(await hub.create(officer, { dossier, provider: 'CASH', idempotencyKey: 'c3' }))).toEqual(['NOTHING_DUE']);
  });

  it('never takes cash of a citizen, and nothing of who may not pay', async () => {
    const dossier = await newDossier();
    const input = { dossier, provider: 'CASH', idempotencyKey: 'd' } as const;
    await expect(hub.create(citizen, input)).rejects.toThrow('FORBIDDEN');
    const token = (role: 'ACCOUNTANT' | 'AUDITOR' | 'OPERATOR') => hub.token({ role });
    for (const role of ['ACCOUNTANT', 'AUDITOR', 'OPERATOR'] as const) {
      await expect(hub.create(await token(role), { ...input, provider: 'VNPAY' })).rejects.toThrow('FORBIDDEN');
    }
    const above = await hub.token({ role: 'UNIT_LEADER', unit: '96' });
    await expect(hub.create(above, { ...input, provider: 'VNPAY' })).rejects.toThrow('FORBIDDEN');
  });

  it("takes cash at the dossier's own units alone, whatever else the officer is to it", async () => {
    const dossier = await newDossier();
    const issuer = await openSandboxIssuer(hub.platform.config.dataDir);
    const officerElsewhere = { roles: ['CITIZEN', 'OFFICER'] as const, unit: '31825', nationalId: CITIZEN, ttl: '1h' };
    const token = await issuer.token(officerElsewhere);
    await expect(hub.create(token, { dossier, provider: 'CASH', idempotencyKey: 'own' })).rejects.toThrow('FORBIDDEN');
    expect(codes(await hub.create(token, { dossier, provider: 'VNPAY', idempotencyKey: 'own' }))).toEqual([]);
  });

  it('knows no dossier that the caller may not see', async () => {
    const dossier = await newDossier();
    const stranger = await hub.token({ role: 'CITIZEN', nationalId: OTHER_CITIZEN });
    const elsewhere = await hub.token({ role: 'OFFICER', unit: '31825' });
    for (const token of [stranger, elsewhere]) {
      expect(codes(await hub.create(token, { dossier, provider: 'VNPAY', idempotencyKey: 'e' }))).toEqual(['NOT_FOUND']);
    }
    expect(codes(await hub.create(citizen, { dossier: 'nonsense', provider: 'VNPAY', idempotencyKey: 'e' }))).toEqual(['NOT_FOUND']);
  });

  it('says so where a provider takes no payments yet, and keeps nothing where it does not answer', async () => {
    const dossier = await newDossier();
    const unopened = [{ code: 'NOT_AVAILABLE', field: ['input', 'provider'] }];
    expect((await hub.create(citizen, { dossier, provider: 'MOMO', idempotencyKey: 'f' })).userErrors).toEqual(unopened);
    // A process that lacks the connector's settings starts beside this one.
    await ensureMerchants({ ...hub.platform, connectors: { all: [], payment: () => undefined, portal: () => undefined } });
    const open = hub.gateway.createCheckout;
    hub.gateway.createCheckout = () => {
      throw new UpstreamError('away', { code: 'TIMEOUT', retry: true, outcomeUnknown: false, unreachable: true });
    };
    await expect(hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'g' })).rejects.toThrow('UPSTREAM_UNAVAILABLE');
    if (open !== undefined) hub.gateway.createCheckout = open;
    expect((await hub.money(dossier, citizen)).payments).toEqual([]);
    expect((await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'g' })).userErrors).toEqual([]);
  });

  it('refuses addresses that are no web address, and empty keys', async () => {
    const dossier = await newDossier();
    const input = { dossier, provider: 'VNPAY', idempotencyKey: 'h' } as const;
    expect((await hub.create(citizen, { ...input, returnUrl: 'javascript:alert(1)' })).userErrors).toEqual([
      { code: 'INVALID', field: ['input', 'returnUrl'] },
    ]);
    expect((await hub.create(citizen, { ...input, idempotencyKey: ' ' })).userErrors).toEqual([
      { code: 'INVALID', field: ['input', 'idempotencyKey'] },
    ]);
  });
});
