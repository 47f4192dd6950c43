import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DiscrepancyPageQueryVariables } from '../../schema/generated/graphql.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { takeStatement } from '../../src/subgraphs/payments/index.ts';
import { RECONCILIATION_IDS } from '../support/documents.payments.ts';
import { COMMUNE, createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(() => hub.stop());

const paid = (day: string, reference: string) => {
  const at = Date.parse(`${day}T10:00:00+07:00`);
  return loaded([{ reference, createdAt: at, paidAt: at }]);
};

describe('startReconciliation', () => {
  const START = graphql(`
    mutation StartOfMerchant($day: LocalDate!, $merchant: ID) {
      startReconciliation(provider: VNPAY, businessDate: $day, merchant: $merchant) {
        reconciliation { id status rejection }
        reconciliations { id }
        userErrors { code field }
      }
    }
  `);
  const start = async (day: string, token = accountant, merchant?: string) =>
    (await hub.execute('payments', START, { day, merchant }, token)).data?.startReconciliation;

  const streamOf = (chunks: AsyncIterable<Uint8Array>) => Readable.toWeb(Readable.from(chunks)) as unknown as ReadableStream<Uint8Array>;

  it('fetches the statement where nobody brought one', async () => {
    const day = '2026-06-01';
    await load(hub, [paid(day, 'G1')]);
    const asked: string[] = [];
    hub.gateway.statement = async ({ code }) => {
      asked.push(code);
      return streamOf(statement([row({ merchantRef: 'G1' })], { day }));
    };
    expect(await start(day)).toMatchObject({ reconciliation: { status: 'BALANCED' }, userErrors: [] });
    expect(asked).toEqual([TMN]);
    hub.gateway.statement = async () => streamOf(statement([], { day, damage: (line) => line.replace('T,0', 'T,1') }));
    expect(await start(day)).toMatchObject({ reconciliation: { status: 'REJECTED' } });
    hub.gateway.statement = async () => null;
    expect(await start(day)).toMatchObject({ reconciliation: { status: 'BALANCED', rejection: null } });
    expect(await start('2026-06-02')).toMatchObject({ reconciliation: { status: 'FAILED' }, userErrors: [] });
  });

  it('knows no statement of a day that has not begun, whatever the provider answers', async () => {
    const tomorrow = localDateOf(new Date(Date.now() + 86_400_000));
    hub.gateway.statement = async () => streamOf(statement([], { day: tomorrow }));
    expect(await start(tomorrow)).toMatchObject({ reconciliation: null, userErrors: [{ code: 'NOT_AVAILABLE', field: ['businessDate'] }] });
    const [{ id } = { id: '' }] = await hub.platform.db.query<{ id: string }>('SELECT id FROM payments.merchant WHERE code = $1', [TMN]);
    expect(await start(tomorrow, accountant, `mer_${id}`)).toMatchObject({ reconciliation: { status: 'FAILED' } });
    hub.gateway.statement = async () => null;
  });

  it('belongs to accountants, each for their own merchants', async () => {
    const leader = await hub.execute('payments', START, { day: '2026-06-01' }, await hub.token({ role: 'UNIT_LEADER', unit: '96' }));
    expect(leader.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const unit = await hub.token({ role: 'ACCOUNTANT', unit: '32248' });
    expect(await start('2026-06-01', unit)).toMatchObject({ reconciliation: null, userErrors: [{ code: 'NOT_AVAILABLE' }] });
    const [{ id } = { id: '' }] = await hub.platform.db.query<{ id: string }>('SELECT id FROM payments.merchant WHERE code = $1', [TMN]);
    expect(await start('2026-06-01', unit, `mer_${id}`)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await start('2026-06-01', accountant, `mer_${id}`)).toMatchObject({ reconciliation: { status: 'BALANCED' } });
    const { data } = await hub.execute('payments', RECONCILIATION_IDS, {}, unit);
    expect(data?.reconciliations).toEqual([]);
  });

  it("lets a unit's accountant reconcile what the unit collected itself, and page through what is wrong", async () => {
    const day = '2026-06-11';
    const at = Date.parse(`${day}T10:00:00+07:00`);
    await load(hub, [
      loaded(
        Array.from({ length: 7 }, (_, n) => ({
          external: true,
          provider: 'VNPAY' as const,
          reference: `U${n}`,
          paidAt: at,
          createdAt: at,
        })),
      ),
    ]);
    await load(hub, [paid(day, 'PROVINCE1')]);
    const file = statement([row({ merchantRef: 'U0' })], { day, merchantCode: COMMUNE });
    const taken = await takeStatement(hub.platform, { provider: 'VNPAY', businessDate: day, body: file, uploadedBy: 'unit' });
    expect(taken).toMatchObject({ outcome: 'NEW' });
    const unit = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
    const started = await start(day, unit);
    expect(started?.reconciliations).toHaveLength(1);
    expect(started).toMatchObject({ reconciliation: { status: 'DISCREPANT' }, userErrors: [] });
    const PAGE = graphql(`
      query DiscrepancyPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
        reconciliation(id: $id) {
          merchant { code unit { code } }
          discrepancies(first: $first, after: $after, last: $last, before: $before, open: true) {
            totalCount
            nodes { reference }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
      }
    `);
    const page = async (window: Omit<DiscrepancyPageQueryVariables, 'id'>, token = unit) => {
      const { data } = await hub.execute('payments', PAGE, { id: started?.reconciliation?.id ?? '', ...window }, token);
      return data?.reconciliation;
    };
    const all = await page({});
    expect(all).toMatchObject({ merchant: { code: COMMUNE, unit: { code: COMMUNE } }, discrepancies: { totalCount: 6 } });
    const references = all?.discrepancies.nodes.map(({ reference }) => reference);
    const first = await page({ first: 4 });
    expect(first?.discrepancies.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await page({ first: 4, after: first?.discrepancies.pageInfo['endCursor'] });
    expect([...(first?.discrepancies.nodes ?? []), ...(rest?.discrepancies.nodes ?? [])].map(({ reference }) => reference)).toEqual(
      references,
    );
    const last = await page({ last: 4, before: rest?.discrepancies.pageInfo['startCursor'] });
    expect(last?.discrepancies.nodes).toEqual(first?.discrepancies.nodes);
    expect(await page({}, await hub.token({ role: 'ACCOUNTANT', unit: '31825' }))).toBeNull();
    expect(await page({}, accountant)).toMatchObject({ discrepancies: { totalCount: 6 } });
  });
});
