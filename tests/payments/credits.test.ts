import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signatureOf } from '../../connectors/vietqr/credits.ts';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { SIMULATOR_SECRET } from '../../connectors/vietqr/simulator.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { identifyOpen } from '../../src/subgraphs/payments/credits/credit.intake.ts';
import { ownReferenceIn } from '../../src/subgraphs/payments/credits/credit.row.ts';
import { longestCommon } from '../../src/subgraphs/payments/credits/credit.suggest.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE } from '../support/payments.ts';

const CREDITS = graphql(`
  query CreditsOfTheBank($states: [AccountCreditState!]) {
    accountCredits(states: $states, first: 100) {
      totalCount
      nodes { id bankReference amount reference state disputedAmount decidedBy payment { reference } suggestions { score reason payment { id reference } } }
    }
  }
`);
const ASSIGN = graphql(`
  mutation AssignTheCredit($credit: ID!, $payment: ID!) {
    assignCredit(credit: $credit, payment: $payment, note: "đã gọi ngân hàng") { credit { state proposedBy decidedBy } userErrors { code field message } }
  }
`);
const START = graphql(`
  mutation ReconcileTheAccount($day: LocalDate!) {
    startReconciliation(provider: VIETQR, businessDate: $day) {
      reconciliation { status statementTotal hubTotal discrepancies(first: 100) { nodes { kind detail } } } userErrors { code }
    }
  }
`);
const CLOSE = graphql(`
  mutation CloseTheCredit($credit: ID!, $as: CreditClosing!) {
    closeCredit(credit: $credit, as: $as, note: "không nêu hồ sơ nào") { credit { state note } userErrors { code field } }
  }
`);

let hub: GatewayHub;
let second: string;
let serial = 0;
beforeAll(async () => {
  hub = await createGatewayHub(vietqr);
  await hub.configure('PUT', 'modes', { noticeDelayMs: 10, noticeRetryMs: 50 });
  second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
});
afterAll(() => hub.stop());

const open = () => {
  serial += 1;
  return hub.open(`H12.64-250929-${String(serial).padStart(4, '0')}`);
};
const transfer = (fields: Record<string, string>) =>
  fetch(`${hub.simulator.url}/transfers`, { method: 'POST', body: new URLSearchParams(fields) });
const credits = async (token = hub.accountant) => (await hub.execute('payments', CREDITS, {}, token)).data?.accountCredits;
const creditOf = async (bankReference: string) => (await credits())?.nodes.find((credit) => credit.bankReference === bankReference);
/** Waits until the credit has come. */
const come = (bankReference: string) =>
  vi.waitFor(
    async () => {
      const credit = await creditOf(bankReference);
      if (credit === undefined) throw new Error('not yet');
      return credit;
    },
    { timeout: 20_000 },
  );
const assign = async (credit: string, payment: string, token = hub.accountant) =>
  (await hub.execute('payments', ASSIGN, { credit, payment }, token)).data?.assignCredit;
const balances = async () => {
  const rows = await hub.platform.db.query<{ kind: string; balance: number }>(
    `SELECT split_part(account, ':', 1) AS kind, sum(debit - credit)::bigint AS balance FROM payments.ledger_entry GROUP BY 1 HAVING sum(debit - credit) <> 0`,
  );
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, balance]));
};
/** A notice as the bank signs it. */
async function notice(list: object[], { age = 0, secret = SIMULATOR_SECRET } = {}): Promise<Response> {
  const [merchant] = await hub.platform.db.query<{ code: string }>(
    `SELECT code FROM payments.merchant WHERE provider = 'VIETQR' AND is_default`,
  );
  const data = JSON.stringify({ merchant: merchant?.code, credits: list });
  const timestamp = String(Math.floor(Date.now() / 1_000) - age);
  const body = JSON.stringify({ timestamp, data, signature: signatureOf(secret, timestamp, data) });
  return fetch(`${hub.hubUrl}/payments/vietqr/credits`, { method: 'POST', body });
}

describe('a transfer by VietQR', () => {
  it.each(['AS_IS', 'WRAPPED'])('whose text comes %s pays what it names, and the money stands in the bank', async (change) => {
    const { dossier, reference, qrPayload } = await open();
    const before = await balances();
    await transfer({ payload: qrPayload, change, reference: `OK-${change}` });
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
    expect(await come(`OK-${change}`)).toMatchObject({ state: 'MATCHED', reference, decidedBy: 'hub', payment: { reference } });
    const after = await balances();
    expect([(after['bank'] ?? 0) - (before['bank'] ?? 0), after['suspense'] ?? 0, after['receivable'] ?? 0]).toEqual([
      50_000,
      before['suspense'] ?? 0,
      0,
    ]);
  });

  it('that the bank tells of again and again is paid once', async () => {
    const { dossier, reference } = await open();
    const credit = { account: '8888000000001', reference: 'AGAIN', amount: 50_000, at: new Date().toISOString(), content: reference };
    const answers = await Promise.all(Array.from({ length: 100 }, () => notice([credit])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await hub.paid(dossier)).toBe(50_000);
    expect((await credits())?.nodes.filter(({ bankReference }) => bankReference === 'AGAIN')).toHaveLength(1);
    // Another amount under the same number: the first one stands, and people see it.
    expect((await notice([{ ...credit, amount: 60_000 }])).status).toBe(200);
    expect(await creditOf('AGAIN')).toMatchObject({ amount: 50_000, disputedAmount: 60_000 });
    expect(await hub.paid(dossier)).toBe(50_000);
  });

  it.each([
    ['CUT', {}, /một phần mã tham chiếu/],
    ['MISSING', {}, /Chỉ có số tiền khớp/],
    ['AS_IS', { amount: '49000' }, /số tiền khác/],
  ])('whose text comes %s, %j, pays nothing by itself and is only suggested', async (change, more, reason) => {
    const { id, dossier, qrPayload } = await open();
    const bankReference = `OFF-${change}${Object.keys(more).length}`;
    await transfer({ payload: qrPayload, change, reference: bankReference, ...more });
    const credit = await come(bankReference);
    expect(credit.state).toBe('UNIDENTIFIED');
    expect(credit.suggestions.find(({ payment }) => payment.id === id)?.reason).toMatch(reason);
    expect(await hub.paid(dossier)).toBe(0);
    expect((await balances())['suspense']).toBeLessThan(0);
    const decided = await assign(credit.id, id);
    if ('amount' in more) {
      expect(decided).toMatchObject({
        credit: null,
        userErrors: [{ code: 'INVALID', field: ['payment'], message: expect.stringContaining('49000') }],
      });
      expect(await hub.paid(dossier)).toBe(0);
      return;
    }
    expect(decided).toMatchObject({ credit: { state: 'MATCHED' }, userErrors: [] });
    expect(await hub.paid(dossier)).toBe(50_000);
    expect((await assign(credit.id, id))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', field: ['credit'] }]);
  });

  it('that comes a second time for the same payment stays, with the word to give it back', async () => {
    const { dossier, qrPayload } = await open();
    await transfer({ payload: qrPayload, reference: 'FIRST' });
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
    await transfer({ payload: qrPayload, reference: 'SECOND' });
    const twice = await come('SECOND');
    expect([twice.state, twice.suggestions[0]?.reason]).toEqual(['UNIDENTIFIED', expect.stringContaining('đã được nộp')]);
    const before = (await balances())['bank'] ?? 0;
    const closed = await hub.execute('payments', CLOSE, { credit: twice.id, as: 'RETURNED' }, hub.accountant);
    expect(closed.data?.closeCredit).toMatchObject({ credit: { state: 'RETURNED' }, userErrors: [] });
    expect((await balances())['bank']).toBe(before - 50_000);
    expect(await hub.paid(dossier)).toBe(50_000);
  });

  it('that comes late pays a payment that has expired', async () => {
    const { dossier, reference, qrPayload } = await open();
    await hub.platform.db.query("UPDATE payments.payment SET status = 'EXPIRED' WHERE reference = $1", [reference]);
    await transfer({ payload: qrPayload, reference: 'LATE' });
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
  });

  it('that was kept and not matched, as after a crash between the two, is matched by the job', async () => {
    const { dossier, reference, qrPayload } = await open();
    // At the time of the credit nobody could be paid with it.
    await hub.platform.db.query("UPDATE payments.payment SET status = 'FAILED' WHERE reference = $1", [reference]);
    await transfer({ payload: qrPayload, reference: 'CRASH' });
    expect((await come('CRASH')).state).toBe('UNIDENTIFIED');
    await hub.platform.db.query("UPDATE payments.payment SET status = 'PENDING' WHERE reference = $1", [reference]);
    await identifyOpen(hub.platform, new AbortController().signal);
    expect(await hub.paid(dossier)).toBe(50_000);
    expect((await creditOf('CRASH'))?.state).toBe('MATCHED');
  });
});

describe('a notice of credits', () => {
  it('without the right signature, too old, or none at all changes nothing', async () => {
    const { dossier, reference } = await open();
    const credit = { account: '8888000000001', reference: 'FORGED', amount: 50_000, at: new Date().toISOString(), content: reference };
    const before = (await credits())?.totalCount;
    expect((await notice([credit], { secret: 'another-secret-of-somebody' })).status).toBe(401);
    expect((await notice([credit], { age: 400 })).status).toBe(401);
    expect((await notice([credit, { ...credit, reference: '' }])).status).toBe(401);
    for (const body of ['', '{}', '[]', 'x'.repeat(50_000)]) {
      expect((await fetch(`${hub.hubUrl}/payments/vietqr/credits`, { method: 'POST', body })).status).toBe(400);
    }
    expect([(await credits())?.totalCount, await hub.paid(dossier)]).toEqual([before, 0]);
  });

  it('keeps its text encrypted', async () => {
    await notice([
      {
        account: '8888000000001',
        reference: 'TEXT',
        amount: 1_000,
        at: new Date().toISOString(),
        content: 'LE THI THU NGHIEM chuyen tien',
      },
    ]);
    const [row] = await hub.platform.db.query<{ text: string }>(
      `SELECT concat(c::text, encode(content_sealed, 'escape')) AS text FROM payments.account_credit c WHERE bank_reference = 'TEXT'`,
    );
    expect(row?.text).toContain('TEXT');
    expect(row?.text).not.toContain('THU NGHIEM');
  });
});

describe('a credit of a large amount', () => {
  it('pays only where two accountants say the same', async () => {
    serial += 1;
    const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
    const dossier = await hub.ingest({ code, fee: 6_000_000 });
    const { payment } = await hub.create(hub.citizen, { dossier, provider: 'VIETQR', idempotencyKey: code });
    await transfer({ payload: payment?.qrPayload ?? '', change: 'MISSING', reference: 'LARGE' });
    const { id } = await come('LARGE');
    for (const _ of [1, 2])
      expect(await assign(id, payment?.id ?? '')).toMatchObject({ credit: { state: 'UNIDENTIFIED', proposedBy: expect.any(String) } });
    expect(await hub.paid(dossier)).toBe(0);
    expect(await assign(id, payment?.id ?? '', second)).toMatchObject({ credit: { state: 'MATCHED', decidedBy: 'ke-toan-02' } });
    expect(await hub.paid(dossier)).toBe(6_000_000);
  });
});

describe('a day of the account', () => {
  it('is reconciled with what the bank told: each credit that paid nothing is a difference of its own, to the đồng', async () => {
    const { data } = await hub.execute('payments', START, { day: localDateOf(new Date()) }, hub.accountant);
    const day = data?.startReconciliation.reconciliation;
    const open = (await credits())?.nodes.filter(({ state }) => state === 'UNIDENTIFIED') ?? [];
    expect(open.length).toBeGreaterThan(0);
    expect(day?.discrepancies.nodes.map(({ kind }) => kind)).toEqual(open.map(() => 'UNIDENTIFIED_CREDIT'));
    const sum = open.reduce((total, { amount }) => total + amount, 0);
    expect(Number(day?.statementTotal) - Number(day?.hubTotal)).toBe(sum);
    expect(day?.discrepancies.nodes[0]?.detail).toContain('chưa xác định được khoản thanh toán');
    for (const { id } of open) await hub.execute('payments', CLOSE, { credit: id, as: 'RETURNED' }, hub.accountant);
    const again = await hub.execute('payments', START, { day: localDateOf(new Date()) }, hub.accountant);
    expect(again.data?.startReconciliation.reconciliation).toMatchObject({ status: 'BALANCED' });
  });
});

describe('who may', () => {
  it('only who keeps or audits the books of the account', async () => {
    expect((await credits(await hub.token({ role: 'AUDITOR' })))?.totalCount).toBeGreaterThan(0);
    expect((await credits(await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE })))?.totalCount).toBe(0);
    const officer = await hub.execute('payments', CREDITS, {}, await hub.token({ role: 'OFFICER', unit: COMMUNE }));
    expect(officer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const auditor = await hub.execute('payments', ASSIGN, { credit: 'crd_x', payment: 'pay_x' }, await hub.token({ role: 'AUDITOR' }));
    expect(auditor.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe("a transfer's text", () => {
  const reference = '251126HABCDEFGHJKLMN';
  it.each([
    [reference, reference],
    ['mbvcb 251126 habcdefghjklmn.ct', reference],
    [`${reference}X`, reference],
    ['251126HABCDEFGHJKLM', undefined],
    [`${reference} ${'251126HZZZZZZZZZZZZZ'}`, undefined],
    ['', undefined],
  ])('%j names %j', (content, named) => {
    expect(ownReferenceIn(content)).toBe(named);
  });

  it('is compared by the longest run that both share', () => {
    expect([longestCommon('ABCDEF', 'xxCDEyy'), longestCommon('ABC', ''), longestCommon(reference, reference)]).toEqual([3, 0, 20]);
  });
});
