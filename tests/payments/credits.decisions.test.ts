import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreditNotice } from '../../connectors/contract/payment.ts';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { identify } from '../../src/subgraphs/payments/credits/credit.match.ts';
import { recordCredits } from '../../src/subgraphs/payments/credits/credit.store.ts';
import { reconcile } from '../../src/subgraphs/payments/index.ts';
import { defaultMerchant } from '../../src/subgraphs/payments/merchant.service.ts';
import { qrImageOf } from '../../src/subgraphs/payments/qr/qr-image.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE } from '../support/payments.ts';

const ACCOUNT = '8888000000001';
/** One that collects for no merchant. */
const OTHER_ACCOUNT = '1900000000009';
const ASSIGN = graphql(`
  mutation AssignAtOnce($credit: ID!, $payment: ID!) {
    assignCredit(credit: $credit, payment: $payment, note: "đã gọi ngân hàng") { credit { state } userErrors { code field } }
  }
`);
const CLOSE = graphql(`
  mutation CloseAtOnce($credit: ID!) {
    closeCredit(credit: $credit, as: RETURNED, note: "không nêu hồ sơ nào") { credit { state } userErrors { code field } }
  }
`);
const CLOSE_AS = graphql(`
  mutation CloseLarge($credit: ID!, $as: CreditClosing!) {
    closeCredit(credit: $credit, as: $as, note: "đã gọi ngân hàng") { credit { state proposedAs proposedBy decidedBy } }
  }
`);
const CODE = graphql(`
  query CodeToScan($id: ID!) {
    payment(id: $id) { qrPayload qrImage checkoutUrl }
  }
`);
const OPEN = graphql(`
  query OpenCredits($states: [AccountCreditState!]) {
    accountCredits(states: $states, first: 100) { nodes { id content proposedPayment { id } suggestions { score payment { id } } } }
  }
`);

let hub: GatewayHub;
let serial = 0;
beforeAll(async () => {
  hub = await createGatewayHub(vietqr, { env: { SETTLEMENT_ACCOUNTS: `VIETQR=${OTHER_ACCOUNT}` } });
});
afterAll(() => hub.stop());

const open = () => {
  serial += 1;
  return hub.open(`H12.64-250929-${String(serial).padStart(4, '0')}`);
};
/** What the bank of the province's own merchant tells, or a statement of an account that collects for none. */
async function told(credit: CreditNotice, isCollecting = true): Promise<string[]> {
  const merchant = await defaultMerchant(hub.platform.db, 'VIETQR');
  if (merchant === undefined) throw new Error('no merchant');
  const from = { merchantId: isCollecting ? merchant.id : null, unit: merchant.unit, by: isCollecting ? 'NOTICE' : 'STATEMENT' } as const;
  return hub.platform.db.transaction((sql) => recordCredits(hub.platform, sql, { ...from, credits: [credit] }));
}
/** A credit of 50,000 đồng whose text names nothing. */
async function come(amount = 50_000): Promise<{ key: string; id: string }> {
  serial += 1;
  const [key = ''] = await told({ account: ACCOUNT, bankReference: `R${serial}`, amount, at: new Date(), content: 'chuyen tien' });
  return { key, id: toGlobalId('accountCredit', key) };
}
const assign = async (credit: string, payment: string) =>
  (await hub.execute('payments', ASSIGN, { credit, payment }, hub.accountant)).data?.assignCredit;
const close = async (credit: string) => (await hub.execute('payments', CLOSE, { credit }, hub.accountant)).data?.closeCredit;
const openCredit = async (id: string, token: string) =>
  (await hub.execute('payments', OPEN, { states: ['UNIDENTIFIED'] }, token)).data?.accountCredits.nodes.find((credit) => credit.id === id);
/** What the books have on the accounts that a credit moves through. */
const books = async () => {
  const rows = await hub.platform.db.query<{ kind: string; balance: number }>(
    `SELECT split_part(account, ':', 1) AS kind, sum(debit - credit)::bigint AS balance FROM payments.ledger_entry GROUP BY 1`,
  );
  const balances = new Map(rows.map(({ kind, balance }) => [kind, balance]));
  return ['bank', 'suspense', 'receivable', 'revenue'].map((kind) => balances.get(kind) ?? 0);
};

it('a payment by VietQR has a code to scan, as text and as a picture, and no page to go to', async () => {
  const { id } = await open();
  const { data } = await hub.execute('payments', CODE, { id }, hub.citizen);
  const { qrPayload } = data?.payment ?? {};
  expect(data?.payment).toEqual({ qrPayload: expect.stringMatching(/^000201/), qrImage: qrImageOf(qrPayload ?? ''), checkoutUrl: null });
});

describe('a credit that several people decide on at once', () => {
  it('pays one payment, and whoever came second is told', async () => {
    const { id } = await come();
    const payments = [await open(), await open(), await open(), await open()];
    const decided = await Promise.all(payments.map((payment) => assign(id, payment.id)));
    expect(decided.flatMap((each) => each?.credit?.state ?? [])).toEqual(['MATCHED']);
    expect(decided.flatMap((each) => each?.userErrors ?? [])).toEqual(Array(3).fill({ code: 'ILLEGAL_TRANSITION', field: ['credit'] }));
    const paid = await Promise.all(payments.map(({ dossier }) => hub.paid(dossier)));
    expect(paid.toSorted()).toEqual([0, 0, 0, 50_000]);
  });

  it('is either given back or pays, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await come();
      const { id: payment, dossier } = await open();
      const before = await books();
      const [assigned, closed] = await Promise.all([assign(id, payment), close(id)]);
      const pays = assigned?.credit?.state === 'MATCHED';
      expect(closed?.credit?.state === 'RETURNED').toBe(!pays);
      expect(await hub.paid(dossier)).toBe(pays ? 50_000 : 0);
      const moved = (await books()).map((balance, at) => balance - (before[at] ?? 0));
      expect(moved).toEqual(pays ? [0, 50_000, 0, -50_000] : [-50_000, 50_000, 0, 0]);
    }
  });

  it('pays a payment once, whichever of two credits was first', async () => {
    const { id: payment, dossier } = await open();
    const both = [await come(), await come()];
    const decided = await Promise.all(both.map(({ id }) => assign(id, payment)));
    expect(decided.flatMap((each) => each?.userErrors ?? [])).toEqual([{ code: 'ILLEGAL_TRANSITION', field: ['payment'] }]);
    expect(await hub.paid(dossier)).toBe(50_000);
  });
});

it('a credit that is told again with another amount stays as it was', async () => {
  const { key } = await come();
  const before = await books();
  expect(await told({ account: ACCOUNT, bankReference: `R${serial}`, amount: 90_000, at: new Date(), content: '' })).toEqual([]);
  const [held] = await hub.platform.db.query<{ amount: number }>('SELECT amount FROM payments.account_credit WHERE id = $1', [key]);
  expect([held?.amount, await books()]).toEqual([50_000, before]);
});

describe('a credit of an account that collects for no merchant', () => {
  it('never pays by the reference in its text; people say so, and the day is balanced all the same', async () => {
    const { id: payment, dossier, reference } = await open();
    const before = await books();
    const credit = { account: OTHER_ACCOUNT, bankReference: `T${serial}`, amount: 50_000, at: new Date(), content: reference };
    const [key = ''] = await told(credit, false);
    expect(await identify(hub.platform, key)).toBe(false);
    const id = toGlobalId('accountCredit', key);
    const seen = await openCredit(id, hub.accountant);
    expect(seen?.suggestions[0]).toMatchObject({ score: 95, payment: { id: payment } });
    expect(await hub.paid(dossier)).toBe(0);
    expect((await assign(id, payment))?.credit).toEqual({ state: 'MATCHED' });
    expect(await hub.paid(dossier)).toBe(50_000);
    expect((await books()).map((balance, at) => balance - (before[at] ?? 0))).toEqual([50_000, 0, 0, -50_000]);
    const [run] = await reconcile(hub.platform, { provider: 'VIETQR', businessDate: localDateOf(new Date()), startedBy: 'test' });
    expect(run?.matched).toBeGreaterThan(0);
    expect(await hub.platform.db.query('SELECT 1 FROM payments.discrepancy WHERE reference = $1', [reference])).toEqual([]);
  });
});

describe('a large credit', () => {
  it('is closed only where two accountants say the same', async () => {
    const { id } = await come(6_000_000);
    const second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
    const closeBy = async (token: string, as: 'RETURNED' | 'NOT_FEES') =>
      (await hub.execute('payments', CLOSE_AS, { credit: id, as }, token)).data?.closeCredit.credit;
    const before = await books();
    const proposed = { state: 'UNIDENTIFIED', proposedAs: 'RETURNED', proposedBy: expect.any(String), decidedBy: null };
    expect(await closeBy(hub.accountant, 'RETURNED')).toEqual(proposed);
    expect(await closeBy(hub.accountant, 'RETURNED')).toEqual(proposed);
    // Another word is a proposal of its own.
    expect(await closeBy(second, 'NOT_FEES')).toMatchObject({ state: 'UNIDENTIFIED', proposedAs: 'NOT_FEES', proposedBy: 'ke-toan-02' });
    expect(await books()).toEqual(before);
    expect(await closeBy(hub.accountant, 'NOT_FEES')).toMatchObject({ state: 'NOT_FEES' });
    expect((await books())[1]).toBe((before[1] ?? 0) + 6_000_000);
  });

  it('shows the second accountant which payment the first one meant', async () => {
    const { id } = await come(6_000_000);
    serial += 1;
    const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
    const dossier = await hub.ingest({ code, fee: 6_000_000 });
    const { payment } = await hub.create(hub.citizen, { dossier, provider: 'VIETQR', idempotencyKey: code });
    await assign(id, payment?.id ?? '');
    expect(await openCredit(id, hub.accountant)).toMatchObject({ proposedPayment: { id: payment?.id } });
  });
});

describe("a credit's text", () => {
  const reads = () =>
    hub.platform.db.query<{ actor: string; purpose: string }>(
      `SELECT actor, purpose FROM outbox.personal_data_read WHERE 'transferText' = ANY(fields) ORDER BY at`,
    );

  it('is read in clear by an accountant of its account, which is recorded, and by nobody else', async () => {
    const { id } = await come();
    const before = (await reads()).length;
    expect((await openCredit(id, await hub.token({ role: 'AUDITOR' })))?.content).toBeNull();
    expect(await openCredit(id, await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE }))).toBeUndefined();
    expect(await reads()).toHaveLength(before);
    expect((await openCredit(id, hub.accountant))?.content).toBe('chuyen tien');
    expect((await reads()).at(-1)?.purpose).toMatch(/^Xác định ghi có 8888000000001\/R/);
  });

  it('is nobody’s to read once it is known whose it is', async () => {
    const { id } = await come();
    await close(id);
    const before = (await reads()).length;
    const { data } = await hub.execute('payments', OPEN, { states: ['RETURNED'] }, hub.accountant);
    expect(data?.accountCredits.nodes.find((credit) => credit.id === id)?.content).toBeNull();
    expect(await reads()).toHaveLength(before);
  });
});
