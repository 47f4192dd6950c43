import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { lookOut } from '../../src/subgraphs/integration/alert.job.ts';
import { takeStatement, tellStatementGaps } from '../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement } from '../support/payments.ts';

const ALERTS = graphql(`query StatementAlerts { alerts { kind target message recoveredAt } }`);

/** A Friday; the Monday after it is the next working day. */
const FRIDAY = '2026-03-13';
const RUNNING_S = 600;

let hub: PaymentsHub;
let operator: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  operator = await hub.token({ role: 'OPERATOR' });
  const at = Date.parse(`${FRIDAY}T10:00:00+07:00`);
  await load(hub, [
    loaded([{ reference: 'G1', createdAt: at, paidAt: at }]),
    loaded([{ reference: 'G2', provider: 'VIETQR', external: true, createdAt: at, paidAt: at }]),
  ]);
});
afterAll(() => hub.stop());

const nowIs = (day: string, time: string) => {
  const at = () => new Date(`${day}T${time}:00+07:00`);
  Object.assign(hub.platform.clock, { now: at, business: at });
};
const alerts = async () =>
  ((await hub.execute('integration', ALERTS, {}, operator)).data?.alerts ?? []).filter(({ kind }) => kind === 'STATEMENT_MISSING');
/** What the books told has arrived: another database's open transaction may hold an event back for a moment. */
const told = (missing: number) =>
  vi.waitFor(async () => {
    await lookOut(hub.platform, RUNNING_S);
    const gaps = await hub.platform.db.query<{ missing: number }>('SELECT missing FROM integration.statement_gap');
    expect(gaps).toEqual([{ missing }]);
  });

describe('a statement that has not come', () => {
  it('is told of once, of days that are over, and of merchants whose books the province keeps', async () => {
    nowIs(FRIDAY, '20:00');
    expect(await tellStatementGaps(hub.platform)).toEqual([]);
    nowIs('2026-03-14', '08:00');
    expect(await tellStatementGaps(hub.platform)).toEqual([{ provider: 'VNPAY', missing: 1, oldestDay: FRIDAY }]);
    expect(await tellStatementGaps(hub.platform)).toEqual([]);
  });

  it('is an alert from nine on a working day on, raised once', async () => {
    nowIs('2026-03-14', '10:00');
    await told(1);
    expect(await alerts()).toEqual([]);
    nowIs('2026-03-16', '08:59');
    await lookOut(hub.platform, RUNNING_S);
    expect(await alerts()).toEqual([]);
    nowIs('2026-03-16', '09:00');
    await lookOut(hub.platform, RUNNING_S);
    await lookOut(hub.platform, RUNNING_S);
    expect(await alerts()).toMatchObject([{ target: 'VNPAY', recoveredAt: null, message: expect.stringContaining(FRIDAY) }]);
  });

  it('holds on over the night, and is over when the statement comes', async () => {
    nowIs('2026-03-17', '02:00');
    await lookOut(hub.platform, RUNNING_S);
    expect(await alerts()).toMatchObject([{ recoveredAt: null }]);
    const body = statement([row({ merchantRef: 'G1', time: `${FRIDAY}T10:00:00+07:00` })], { day: FRIDAY });
    await takeStatement(hub.platform, { provider: 'VNPAY', businessDate: FRIDAY, body, uploadedBy: 'test' });
    expect(await tellStatementGaps(hub.platform)).toEqual([{ provider: 'VNPAY', missing: 0, oldestDay: null }]);
    await told(0);
    expect(await alerts()).toMatchObject([{ target: 'VNPAY', recoveredAt: expect.any(String) }]);
    expect((await alerts()).length).toBe(1);
  });
});
