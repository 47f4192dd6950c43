import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { ProposedSeries } from '../../schema/generated/graphql.ts';
import { paymentRoutes, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { issueReceipts } from '../../src/subgraphs/payments/receipts/receipt.issue.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const RECEIPT = graphql(`
  query ReceiptOfPayment($id: ID!) {
    payment(id: $id) { receipt { number template symbol status amount amountInWords url replacedBy } }
  }
`);
const LIST = graphql(`
  query ReceiptsOfUnit($unit: ID!) { receipts(unit: $unit, first: 100) { totalCount nodes { number status amount replacedBy url } } }
`);
const PROPOSE = graphql(`
  mutation ProposeSeries($input: ProposedSeries!) { proposeReceiptSeries(input: $input) { series { id approvedBy nextNumber } userErrors { code field message } } }
`);
const APPROVE = graphql(`
  mutation ApproveSeries($series: ID!, $approve: Boolean!) { approveReceiptSeries(series: $series, approve: $approve) { series { approvedBy } userErrors { code } } }
`);
const REFUND = graphql(`
  mutation RefundForReceipt($payment: ID!, $amount: Vnd, $key: ID!) {
    refundPayment(payment: $payment, reason: "nộp nhầm", idempotencyKey: $key, amount: $amount) { userErrors { code } }
  }
`);

const quiet = new AbortController().signal;
const SERIES: ProposedSeries = {
  unit: COMMUNE,
  template: '01BLP0-001',
  symbol: 'BI-25T',
  firstNumber: 1,
  lastNumber: 1_000,
  validFrom: '2025-01-01',
};
let hub: PaymentsHub;
let citizen: string;
let accountant: string;
let administrator: string;
let second: string;
let serial = 0;

beforeAll(async () => {
  hub = await createPaymentsHub();
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  administrator = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-01' });
  second = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-02' });
  hub.gateway.refund = async () => ({ status: 'DONE', code: '00' });
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await hub.platform.db.query('DELETE FROM payments.receipt');
  await hub.platform.db.query('DELETE FROM payments.receipt_series');
  // What earlier tests paid lies before every series.
  await hub.platform.db.query(`UPDATE payments.payment SET paid_at = '2024-06-03', business_date = '2024-06-03' WHERE paid_at IS NOT NULL`);
});

const propose = async (over: Partial<ProposedSeries> = {}, token = administrator) =>
  (await hub.execute('payments', PROPOSE, { input: { ...SERIES, ...over } }, token)).data?.proposeReceiptSeries;
const approve = async (series: string, token = second, yes = true) =>
  (await hub.execute('payments', APPROVE, { series, approve: yes }, token)).data?.approveReceiptSeries;
/** A series that numbers. */
async function begin(over: Partial<ProposedSeries> = {}): Promise<string> {
  const id = String((await propose(over))?.series?.id);
  expect((await approve(id))?.userErrors).toEqual([]);
  return id;
}
async function paid(amount = 50_000): Promise<string> {
  serial += 1;
  const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
  const txn = `T${serial}`;
  const dossier = await hub.ingest({ code, fee: amount });
  const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code });
  await hub.notify({ ref: String(payment?.reference), amount, txn });
  return String(payment?.id);
}
const issue = () => issueReceipts(hub.platform, quiet);
const receiptOf = async (id: string, token = citizen) => (await hub.execute('payments', RECEIPT, { id }, token)).data?.payment?.receipt;
const list = async (token = accountant) => (await hub.execute('payments', LIST, { unit: COMMUNE }, token)).data?.receipts;
async function refund(payment: string, amount?: number): Promise<void> {
  serial += 1;
  await hub.execute('payments', REFUND, { payment, amount: amount ?? null, key: `r${serial}` }, accountant);
  await hub.platform.db.query(
    "UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
  );
  await sendRefunds(hub.platform, quiet);
}
async function open(url: string): Promise<{ status: number; body: Buffer }> {
  const asked = { method: 'GET', url: new URL(url).pathname };
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, asked));
  if (route?.kind !== 'buffered') throw new Error('no route');
  const nobody = await hub.platform.authenticator.viewer(undefined);
  const reply = await route.handle({ ...asked, headers: {}, body: Buffer.alloc(0) }, nobody);
  return { status: reply.status, body: Buffer.from(reply.body) };
}

describe('a receipt', () => {
  it('is issued under the next number of the unit, with its amount in words', async () => {
    await begin();
    const id = await paid(105_000);
    expect(await receiptOf(id)).toBeNull();
    await issue();
    expect(await receiptOf(id)).toMatchObject({
      ...{ number: '0000001', template: '01BLP0-001', symbol: 'BI-25T', status: 'ISSUED', amount: 105_000, replacedBy: null },
      amountInWords: 'Một trăm lẻ năm nghìn đồng',
    });
    await issue();
    expect((await list())?.totalCount).toBe(1);
  });

  it('is a paper with all that it needs, whose reading is recorded', async () => {
    await begin();
    const id = await paid();
    await issue();
    const { url } = (await receiptOf(id)) ?? {};
    const { status, body } = await open(url ?? '');
    expect(status).toBe(200);
    const pdf = await getDocumentProxy(new Uint8Array(body));
    const text = (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ');
    for (const part of [
      'BIÊN LAI THU PHÍ, LỆ PHÍ',
      '01BLP0-001',
      'BI-25T',
      '0000001',
      'Lê Thị Thử Nghiệm',
      '50.000 đồng',
      'Năm mươi nghìn đồng',
    ]) {
      expect(text).toContain(part);
    }
    // No receipt of the sandbox or of a training is worth anything.
    expect(text).toContain('KHÔNG CÓ GIÁ TRỊ SỬ DỤNG');
    const reads = await hub.platform.db.query(`SELECT purpose FROM outbox.personal_data_read WHERE 'payerName' = ANY(fields)`);
    expect(reads).toEqual([{ purpose: expect.stringMatching(/^H12\.64-250929-/) }]);
    expect((await open(`${(url ?? '').slice(0, -8)}AAAA.pdf`)).status).toBe(404);
  });

  it('has its file for those alone who may see the payer', async () => {
    await begin();
    const id = await paid();
    await issue();
    expect((await receiptOf(id))?.url).toContain('/payments/receipts/');
    expect(await receiptOf(id, accountant)).toMatchObject({ number: '0000001', url: null });
    expect((await list())?.nodes).toMatchObject([{ number: '0000001', url: null }]);
  });

  it('keeps its number: a part that goes back has it replaced, the whole cancelled, nothing renumbered', async () => {
    await begin();
    const [first, other] = [await paid(), await paid()];
    await issue();
    await refund(first, 20_000);
    await issue();
    const numbers = (await list())?.nodes.map(({ number, status, amount, replacedBy }) => [number, status, amount, replacedBy]);
    expect(numbers).toEqual([
      ['0000001', 'REPLACED', 50_000, '0000003'],
      ['0000002', 'ISSUED', 50_000, null],
      ['0000003', 'ISSUED', 30_000, null],
    ]);
    expect(await receiptOf(first)).toMatchObject({ number: '0000003', amount: 30_000 });
    await refund(other);
    await issue();
    expect(await receiptOf(other)).toMatchObject({ number: '0000002', status: 'CANCELLED' });
    await issue();
    expect((await list())?.totalCount).toBe(3);
  });

  it('is numbered without gap or repeat, however many issue at once', async () => {
    await begin();
    await Promise.all(Array.from({ length: 50 }, () => paid()));
    await Promise.all(Array.from({ length: 8 }, () => issue()));
    await issue();
    const numbers = (await list())?.nodes.map(({ number }) => Number(number));
    expect(numbers?.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
  });

  it('waits where the series is used up, and goes on with the next one', async () => {
    await begin({ lastNumber: 1 });
    const [first, waiting] = [await paid(), await paid()];
    await issue();
    await issue();
    expect([(await receiptOf(first))?.number, await receiptOf(waiting)]).toEqual(['0000001', null]);
    await begin({ symbol: 'BI-26T', firstNumber: 7 });
    await issue();
    expect(await receiptOf(waiting)).toMatchObject({ number: '0000007', symbol: 'BI-26T' });
  });

  it("is the province's where the unit has no series of its own", async () => {
    await begin({ unit: '96', symbol: 'BI-96T' });
    const id = await paid();
    await issue();
    expect(await receiptOf(id)).toMatchObject({ symbol: 'BI-96T' });
  });

  it('of what a one-stop system collected is that system’s', async () => {
    serial += 1;
    const external = {
      ...{
        provider: 'VIETQR' as const,
        reference: `X${serial}`,
        amount: 50_000,
        status: 'SUCCEEDED' as const,
        paidAt: '2025-09-29T09:00:00+07:00',
      },
      ...{ receiptNumber: 'BL-000123', receiptUrl: 'https://mot-cua.invalid/bl/123' },
    };
    const dossier = await hub.ingest({ code: `H12.64-250929-${String(serial).padStart(4, '0')}`, payments: [external] });
    const [payment] = (await hub.money(dossier, citizen)).payments ?? [];
    expect(await receiptOf(String(payment?.['id']))).toMatchObject({
      number: 'BL-000123',
      url: 'https://mot-cua.invalid/bl/123',
      status: 'ISSUED',
    });
  });

  it('of a gateway that writes receipts is the gateway’s alone', async () => {
    await begin();
    hub.gateway.bill = async ({ reference }) => ({ url: `https://pay.invalid/bill/${reference}.pdf`, number: 'NP-1' });
    const id = await paid();
    await issue();
    expect(await receiptOf(id)).toMatchObject({ number: 'NP-1', symbol: null, url: expect.stringMatching(/^https:\/\/pay\.invalid/) });
    delete hub.gateway.bill;
    await issue();
    expect((await list())?.totalCount).toBe(1);
  });
});

describe('a series', () => {
  it('numbers nothing before a second administrator has approved it', async () => {
    const id = String((await propose())?.series?.id);
    const payment = await paid();
    await issue();
    expect(await receiptOf(payment)).toBeNull();
    expect((await approve(id, administrator))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect(await approve(id)).toMatchObject({ series: { approvedBy: 'quan-tri-02' } });
    await issue();
    expect(await receiptOf(payment)).toMatchObject({ number: '0000001' });
    expect((await approve(id))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  it('that is not approved goes', async () => {
    const id = String((await propose())?.series?.id);
    await approve(id, second, false);
    expect((await propose())?.userErrors).toEqual([]);
  });

  it.each<[Partial<ProposedSeries>, string]>([
    [{ template: 'x' }, 'template'],
    [{ symbol: 'BI 26T' }, 'symbol'],
    [{ firstNumber: 0 }, 'firstNumber'],
    [{ lastNumber: 0 }, 'lastNumber'],
    [{ validTo: '2024-12-31' }, 'validTo'],
  ])('with %j is refused and says where', async (over, field) => {
    expect((await propose(over))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', field], message: expect.any(String) }]);
  });

  it('of one template and symbol is there once, and each unit has administrators of its own', async () => {
    await begin();
    expect((await propose())?.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'symbol'] }]);
    const elsewhere = await hub.token({ role: 'ADMINISTRATOR', unit: '31825' });
    expect((await propose({ symbol: 'BI-27T' }, elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['unit'] }]);
    const officer = await hub.execute('payments', PROPOSE, { input: SERIES }, await hub.token({ role: 'OFFICER', unit: COMMUNE }));
    expect(officer.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
