import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../connectors/contract/errors.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { ConnectorStatesQuery } from '../../schema/generated/graphql.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { CONNECTOR_STATES, PAUSE_CONNECTOR, RESUME_CONNECTOR } from '../support/documents.integration.ts';
import { CITIZEN, createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

let hub: PaymentsHub;
let citizen: string;
let operator: string;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  [citizen, operator, accountant] = await Promise.all([
    hub.token({ role: 'CITIZEN', nationalId: CITIZEN }),
    hub.token({ role: 'OPERATOR' }),
    hub.token({ role: 'ACCOUNTANT' }),
  ]);
});
afterAll(() => hub.stop());
beforeEach(() => hub.platform.db.query('DELETE FROM outbox.connector'));

async function health(): Promise<ConnectorStatesQuery['connectors'][number] | undefined> {
  const { data } = await hub.execute('integration', CONNECTOR_STATES, {}, operator);
  return data?.connectors.find(({ id }) => id === 'vnpay');
}

let made = 0;
async function pending(): Promise<string> {
  made += 1;
  const dossier = await hub.ingest({ code: `H12.64-250929-${String(made).padStart(4, '0')}` });
  const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: `gateway ${made}` });
  return String(payment?.['reference']);
}

async function askAbout(reference: string): Promise<void> {
  const sql = `UPDATE payments.payment SET next_query_at = CASE WHEN reference = $1 THEN now() - interval '1 second' END`;
  await hub.platform.db.query(sql, [reference]);
  await queryPending(hub.platform, new AbortController().signal);
}

const away = new UpstreamError('no route to 096885123456', { code: 'UNREACHABLE', retry: true, outcomeUnknown: false, unreachable: true });
const refusal = new UpstreamError('VNPAY answered 97', { code: 'VNPAY_97', retry: false, outcomeUnknown: false, unreachable: false });

async function whileQuery<T>(answer: () => Promise<never>, work: () => Promise<T>): Promise<T> {
  const query = hub.gateway.query;
  hub.gateway.query = answer;
  try {
    return await work();
  } finally {
    if (query !== undefined) hub.gateway.query = query;
  }
}

describe("a payment gateway's state", () => {
  it('is what its last answer told', async () => {
    expect(await health()).toMatchObject({ state: 'UP', lastSuccessAt: null, lastError: null });
    const reference = await pending();
    await whileQuery(
      () => Promise.reject(away),
      () => askAbout(reference),
    );
    expect(await health()).toMatchObject({ state: 'DOWN', lastSuccessAt: null, lastError: 'no route to 096***' });
    await whileQuery(
      () => Promise.reject(refusal),
      () => askAbout(reference),
    );
    expect(await health()).toMatchObject({ state: 'DEGRADED', lastError: 'VNPAY answered 97' });
    await askAbout(reference);
    expect(await health()).toMatchObject({ state: 'UP', lastSuccessAt: expect.any(String), lastError: null });
  });

  it('is UP again when it calls by itself, and by nobody who only pretends to be it', async () => {
    const reference = await pending();
    await whileQuery(
      () => Promise.reject(away),
      () => askAbout(reference),
    );
    await hub.notify({ ref: reference, amount: 50_000, sign: 'forged' });
    expect(await health()).toMatchObject({ state: 'DOWN' });
    await hub.notify({ ref: reference, amount: 50_000, txn: '700001' });
    expect(await health()).toMatchObject({ state: 'UP' });
  });
});

it('settles once where its notices and its answer come at the same moment', async () => {
  const reference = await pending();
  const fact = { reference, status: 'SUCCEEDED' as const, amount: 50_000, providerTransactionId: '700009', code: '00/00' };
  hub.gateway.facts.set(reference, fact);
  const notice = () => hub.notify({ ref: reference, amount: 50_000, txn: '700009' });
  const [verdicts] = await Promise.all([Promise.all(Array.from({ length: 20 }, notice)), askAbout(reference), askAbout(reference)]);
  expect(verdicts.filter((verdict) => verdict === 'RECORDED').length).toBeLessThanOrEqual(1);
  const legs = `SELECT e.debit, e.credit FROM payments.ledger_entry e JOIN payments.payment p ON p.id = e.payment_id WHERE p.reference = $1 ORDER BY debit`;
  expect(await hub.platform.db.query(legs, [reference])).toEqual([
    { debit: 0, credit: 50_000 },
    { debit: 50_000, credit: 0 },
  ]);
});

describe('a paused gateway', () => {
  it('is sent nothing until it is resumed, and heard all the same', async () => {
    const [first, second] = [await pending(), await pending()];
    const vnpay = { id: 'vnpay' };
    expect((await hub.execute('integration', PAUSE_CONNECTOR, vnpay, operator)).data).toEqual({
      pauseConnector: { connector: { ...vnpay, state: 'PAUSED', pending: 0 }, userErrors: [] },
    });
    await askAbout(first);
    expect(hub.gateway.asked).not.toContain(first);
    const dossier = await hub.ingest({ code: 'H12.64-250929-0900' });
    const refused = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'paused' });
    expect(refused).toMatchObject({ payment: null, userErrors: [{ code: 'NOT_AVAILABLE', field: ['input', 'provider'] }] });
    let fetched = 0;
    hub.gateway.statement = async () => {
      fetched += 1;
      return null;
    };
    const START = graphql(`
      mutation StartWhilePaused {
        startReconciliation(provider: VNPAY, businessDate: "2026-03-10") { reconciliation { status rejection } }
      }
    `);
    expect((await hub.execute('payments', START, {}, accountant)).data).toMatchObject({
      startReconciliation: { reconciliation: { status: 'FAILED', rejection: expect.stringContaining('PAUSED') } },
    });
    expect(fetched).toBe(0);
    expect(await hub.notify({ ref: second, amount: 50_000, txn: '700002' })).toBe('RECORDED');
    expect((await health())?.state).toBe('PAUSED');

    expect((await hub.execute('integration', RESUME_CONNECTOR, vnpay, operator)).data).toMatchObject({
      resumeConnector: { connector: { state: 'UP' } },
    });
    await askAbout(first);
    expect(hub.gateway.asked).toContain(first);
    expect((await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'paused' })).userErrors).toEqual([]);
  });
});
