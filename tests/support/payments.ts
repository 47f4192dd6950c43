import type { MerchantAccount, NoticeVerdict, PaymentFact, PaymentPort } from '../../connectors/contract/payment.ts';
import { type StatementRowInput, writeStatement } from '../../connectors/contract/statement.writer.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { CreatePaymentInput, DossierIngestInput, IngestedPaymentInput, OpenPaymentMutation } from '../../schema/generated/graphql.ts';
import type { ConnectorHost, HostedConnector } from '../../src/platform/connectors.ts';
import { newUuid, toGlobalId } from '../../src/platform/ids.ts';
import { ensureMerchants, loadPayments, type PaymentsToLoad, paymentRoutes } from '../../src/subgraphs/payments/index.ts';
import { INGEST_OUTCOMES } from './documents.ingest.ts';
import { createTestHub, type TestHub } from './hub.ts';

export const TMN = 'TESTTMN1';
const SECRET = 'test-secret';
export const COMMUNE = '32248';
export const CITIZEN = '096885123456';
export const OTHER_CITIZEN = '096985654321';

/** A gateway that a test scripts. Its notices are signed by naming the merchant's secret. */
export interface FakeGateway extends PaymentPort {
  facts: Map<string, PaymentFact>;
  asked: string[];
  statement: (merchant: MerchantAccount, day: string) => Promise<ReadableStream<Uint8Array> | null>;
}

function fakeGateway(): FakeGateway {
  const param = (url: string, name: string) => new URL(url, 'http://hub').searchParams.get(name) ?? undefined;
  const read = (url: string, merchant: MerchantAccount): PaymentFact | undefined => {
    if (param(url, 'sign') !== merchant.secrets['hashSecret']) return undefined;
    const transaction = param(url, 'txn');
    return {
      reference: param(url, 'ref') ?? '',
      status: (param(url, 'status') ?? 'PENDING') as PaymentFact['status'],
      amount: Number(param(url, 'amount')),
      ...(transaction === undefined ? {} : { providerTransactionId: transaction }),
      code: '00/00',
    };
  };
  const answer = (body: string) => ({ status: 200, contentType: 'text/plain', body });
  const gateway: FakeGateway = {
    provider: 'VNPAY',
    facts: new Map(),
    asked: [],
    statement: async () => null,
    defaultMerchant: { code: TMN, name: 'VNPAY', secrets: { hashSecret: SECRET } },
    createCheckout: async ({ reference }) => ({ checkoutUrl: `https://pay.invalid/${reference}` }),
    async query({ reference }) {
      gateway.asked.push(reference);
      return gateway.facts.get(reference) ?? { reference, status: 'PENDING', code: '01' };
    },
    notice: {
      method: 'GET',
      path: '/payments/vnpay/ipn',
      merchantOf: ({ url }) => param(url, 'merchant'),
      read: ({ url }, merchant) => read(url, merchant),
      reply: (verdict: NoticeVerdict) => answer(verdict),
      refuse: (reason) => answer(reason),
    },
    return: {
      path: '/payments/vnpay/return',
      merchantOf: ({ url }) => param(url, 'merchant'),
      read: ({ url }, merchant) => read(url, merchant),
    },
    fetchStatement: (merchant, day) => gateway.statement(merchant, day),
  };
  return gateway;
}

/** A hub with dossiers to be paid for. */
export interface PayingHub extends TestHub {
  /** Puts a dossier in and answers its id. */
  ingest(dossier: {
    code: string;
    fee?: number;
    version?: number;
    nationalId?: string;
    payments?: IngestedPaymentInput[];
    feesSettled?: boolean;
    handlingUnit?: string;
  }): Promise<string>;
  /** The gateway's notice; answers the verdict that it was told. */
  notify(notice: { ref: string; amount: number; status?: string; txn?: string; merchant?: string; sign?: string }): Promise<string>;
  create(token: string, input: CreatePaymentInput): Promise<OpenPaymentMutation['createPayment']>;
  /** What the dossier's payments come to, through the graph of this subgraph. */
  money(
    dossierId: string,
    token: string,
  ): Promise<{ amountPaid: number | null; amountDue: number | null; payments: Record<string, unknown>[] | null }>;
}

/** The same with a gateway that a test scripts. */
export interface PaymentsHub extends PayingHub {
  gateway: FakeGateway;
}

const CREATE = graphql(`
  mutation OpenPayment($input: CreatePaymentInput!) {
    createPayment(input: $input) {
      payment { id reference status amount checkoutUrl qrPayload external merchant { code } paidAt expiresAt entries { account debit credit } }
      userErrors { code field }
    }
  }
`);

/** `env`: settings beside those of every test; `others`: connectors beside the gateway. */
export async function createPaymentsHub(env: Record<string, string> = {}, others: readonly HostedConnector[] = []): Promise<PaymentsHub> {
  const gateway = fakeGateway();
  const hosted = { id: 'vnpay', kind: 'PAYMENT' as const, title: { vi: 'VNPAY', en: 'VNPAY' }, port: gateway, problem: undefined };
  const connectors: ConnectorHost = {
    all: [hosted, ...others],
    payment: (provider) => (provider === 'VNPAY' ? gateway : undefined),
    portal: () => undefined,
  };
  const hub = await createTestHub({ connectors, env });
  await ensureMerchants(hub.platform);
  return { ...payingHub(hub), gateway };
}

/** What tests of payments do with a hub, whatever gateway it has. */
export function payingHub(hub: TestHub): PayingHub {
  return {
    ...hub,
    async ingest({ code, fee = 50_000, version = 1, nationalId = CITIZEN, payments = [], feesSettled = false, handlingUnit = COMMUNE }) {
      const input: DossierIngestInput = {
        ...{
          sourceSystem: 'test',
          sourceVersion: version,
          code,
          procedure: '1.001193',
          receivingUnit: COMMUNE,
          handlingUnit,
          channel: 'ONLINE' as const,
          status: 'PROCESSING' as const,
        },
        applicant: { nationalId, fullName: 'Lê Thị Thử Nghiệm' },
        submittedAt: '2025-09-29T09:00:00+07:00',
        fees: fee === 0 ? [] : [{ code: 'LP', name: 'Lệ phí', amount: fee }],
        payments,
        feesSettled,
      };
      const token = await hub.token({ role: 'SYSTEM', source: 'test' });
      const { data, errors } = await hub.execute('dossiers', INGEST_OUTCOMES, { input: [input] }, token);
      const id = data?.ingestDossiers.results[0]?.dossier?.id;
      if (id === undefined) throw new Error(`not ingested: ${JSON.stringify(errors)} ${JSON.stringify(data)}`);
      return id;
    },
    async notify({ ref, amount, status = 'SUCCEEDED', txn, merchant = TMN, sign = SECRET }) {
      const query = new URLSearchParams({ merchant, ref, amount: String(amount), status, sign, ...(txn === undefined ? {} : { txn }) });
      const route = paymentRoutes(hub.platform).find((each) => each.path === '/payments/vnpay/ipn');
      if (route?.kind !== 'buffered') throw new Error('no notice route');
      const request = { method: 'GET', url: `${route.path}?${query}`, headers: {}, body: Buffer.alloc(0) };
      const nobody = await hub.platform.authenticator.viewer(undefined);
      return String((await route.handle(request, nobody)).body);
    },
    async create(token, input) {
      const { data, errors } = await hub.execute('payments', CREATE, { input }, token);
      if (data === null) throw new Error(String(errors[0]?.extensions?.['code']));
      return data.createPayment;
    },
    async money(dossierId, token) {
      // As the gateway asks subgraphs: what it hands from one to the other is hidden from clients.
      const asked = await hub.execute<{ dossier: Record<string, unknown> | null }>(
        'dossiers',
        'query ($id: ID!) { dossier(id: $id) { id grant feesSettled fees { amount exemptedAmount collection } } }',
        { id: dossierId },
        token,
      );
      const representation = { __typename: 'Dossier', ...(asked.data?.dossier ?? { id: dossierId, grant: null, fees: [] }) };
      const { data } = await hub.execute<{ _entities: never[] }>(
        'payments',
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier { amountPaid amountDue payments { id reference status external amount refundedAmount merchant { code unit { code } } } } } }',
        { r: [representation] },
        token,
      );
      return data?._entities[0] as never;
    },
  };
}

/** Payments as the sample brings them, of one new dossier. */
export function loaded(
  payments: Partial<PaymentsToLoad['payments'][number]>[],
  dossier: Partial<PaymentsToLoad['dossier']> = {},
): PaymentsToLoad {
  const at = Date.parse('2026-03-10T09:00:00+07:00');
  const units = { receivingUnit: COMMUNE, handlingUnit: COMMUNE, scope: [COMMUNE, '96'] };
  return {
    dossier: {
      id: newUuid(),
      code: 'H12.64-260310-0001',
      version: 1,
      ...units,
      citizenId: null,
      citizenIndex: null,
      feeTotal: 1_000_000_000,
      ...dossier,
    },
    payments: payments.map((payment) => ({
      ...{
        id: newUuid(),
        provider: 'VNPAY' as const,
        reference: newUuid().replaceAll('-', ''),
        providerTransactionId: null,
        amount: 10_000,
        refundedAmount: 0,
      },
      ...{ status: 'SUCCEEDED' as const, createdAt: at, expiresAt: null, paidAt: at, refundedAt: null, external: false },
      ...payment,
    })),
  };
}

export async function load(hub: TestHub, rows: PaymentsToLoad[]): Promise<void> {
  await hub.platform.db.transaction((sql) => loadPayments(sql, hub.platform, rows));
}

/** A row of a statement; paid by default. */
export function row(parts: Partial<StatementRowInput> & { merchantRef: string }): StatementRowInput {
  return {
    type: 'PAY',
    providerTransactionId: newUuid(),
    originalProviderTransactionId: '',
    bankCode: 'NCB',
    bankTransactionId: '',
    channel: 'ATM',
    time: '2026-03-10T09:00:30+07:00',
    gross: 10_000,
    fee: 0,
    feeVat: 0,
    status: 'SUCCESS',
    batchId: '',
    orderInfo: 'Thanh toan, "ho so"',
    ...parts,
  };
}

export function statement(
  rows: Iterable<StatementRowInput>,
  parts: { day?: string; merchantCode?: string; sequence?: number; provider?: string; damage?: (line: string) => string } = {},
) {
  const { day = '2026-03-10', merchantCode = TMN, sequence = 1, provider = 'VNPAY', damage } = parts;
  const header = { provider, merchantCode, businessDate: day, generatedAt: `${day}T23:59:59+07:00`, sequence };
  return writeStatement(header, rows, damage === undefined ? {} : { trailer: damage });
}

export const dossierId = (uuid: string) => toGlobalId('dossier', uuid);
