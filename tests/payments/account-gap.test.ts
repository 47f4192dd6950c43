import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAccount } from '../../connectors/vietqr/simulator.account.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { forgetWorkingDays, workingDays } from '../../src/platform/working-days.ts';
import { lookOut } from '../../src/subgraphs/integration/alert.job.ts';
import { takeAccountStatement } from '../../src/subgraphs/payments/accounts/account-statement.service.ts';
import { tellAccountGaps } from '../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const ALERTS = graphql(`query AccountStatementAlerts { alerts { kind target message recoveredAt } }`);
const MISSING = graphql(`
  query DaysMissing($account: String!, $from: LocalDate!, $to: LocalDate!) { accountStatements(account: $account, from: $from, to: $to) { missingDays } }
`);
const RULE = graphql(`
  mutation RuleOfAccountStatements($threshold: Int!) { setAlertRule(kind: ACCOUNT_STATEMENT_MISSING, threshold: $threshold) { userErrors { code } } }
`);

const ACCOUNT = '1234567890';
const RUNNING_S = 600;
/** The Friday before Tết of 2026, whose days off are Monday 16 to Friday 20 February. */
const BEFORE_TET = '2026-02-13';
const [MONDAY, TUESDAY] = ['2026-02-23', '2026-02-24'];

let hub: PaymentsHub;
let operator: string;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub({ SETTLEMENT_ACCOUNTS: `VNPAY=${ACCOUNT}` });
  operator = await hub.token({ role: 'OPERATOR' });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  nowIs('2026-02-25', '08:00');
  // Tests that ran before in this process may have asked on another day.
  forgetWorkingDays(hub.platform);
});
beforeEach(async () => expect((await workingDays(hub.platform)).known).toBe(true));
afterAll(() => hub.stop());

function nowIs(day: string, time: string): void {
  const at = () => new Date(`${day}T${time}:00+07:00`);
  Object.assign(hub.platform.clock, { now: at, business: at });
}
async function bring(day: string): Promise<void> {
  async function* body() {
    yield Buffer.from(writeAccount('mt940', { account: ACCOUNT, day, opening: 0, movements: [] }));
  }
  const offered = { account: ACCOUNT, businessDate: day, body: body(), uploadedBy: 'test', mayBring: () => true };
  expect((await takeAccountStatement(hub.platform, offered)).outcome).toBe('NEW');
}
const alerts = async () =>
  ((await hub.execute('integration', ALERTS, {}, operator)).data?.alerts ?? []).filter(({ kind }) => kind === 'ACCOUNT_STATEMENT_MISSING');
/** What the books told has arrived: another database's open transaction may hold an event back for a moment. */
const told = (days: string[]) =>
  vi.waitFor(async () => {
    await lookOut(hub.platform, RUNNING_S);
    expect(await hub.platform.db.query('SELECT account, days FROM integration.account_gap')).toEqual([{ account: ACCOUNT, days }]);
  });

describe('a statement of an account that has not come', () => {
  it('is none of an account that has not begun, and of no day off', async () => {
    expect(await tellAccountGaps(hub.platform)).toEqual([]);
    await bring(BEFORE_TET);
    nowIs(MONDAY, '08:00');
    expect(await tellAccountGaps(hub.platform)).toEqual([]);
  });

  it('is told of once for each day that is over, as `accountStatements` shows it', async () => {
    nowIs('2026-02-25', '08:00');
    expect(await tellAccountGaps(hub.platform)).toEqual([{ account: ACCOUNT, days: [TUESDAY, MONDAY] }]);
    expect(await tellAccountGaps(hub.platform)).toEqual([]);
    const { data } = await hub.execute('payments', MISSING, { account: ACCOUNT, from: BEFORE_TET, to: '2026-02-25' }, accountant);
    expect(data?.accountStatements.missingDays).toEqual([TUESDAY, MONDAY]);
  });

  it('is an alert from nine on a working day on, raised once, which names account and days and says what to do', async () => {
    nowIs('2026-02-25', '08:59');
    await told([TUESDAY, MONDAY]);
    expect(await alerts()).toEqual([]);
    nowIs('2026-02-25', '09:00');
    await lookOut(hub.platform, RUNNING_S);
    await lookOut(hub.platform, RUNNING_S);
    expect(await alerts()).toMatchObject([{ target: ACCOUNT, recoveredAt: null, message: expect.stringMatching(/2 ngày.*gửi lên/) }]);
    expect((await alerts())[0]?.message).toContain(`${MONDAY}, ${TUESDAY}`);
  });

  it('holds on while a day is missing, and is over when the last has come', async () => {
    await bring(TUESDAY);
    nowIs('2026-02-26', '02:00');
    expect(await tellAccountGaps(hub.platform)).toEqual([{ account: ACCOUNT, days: ['2026-02-25', MONDAY] }]);
    await told(['2026-02-25', MONDAY]);
    expect(await alerts()).toMatchObject([{ recoveredAt: null, message: expect.stringContaining(`(${MONDAY}, 2026-02-25)`) }]);
    await bring(MONDAY);
    await bring('2026-02-25');
    expect(await tellAccountGaps(hub.platform)).toEqual([{ account: ACCOUNT, days: [] }]);
    await told([]);
    expect(await alerts()).toMatchObject([{ target: ACCOUNT, recoveredAt: expect.any(String) }]);
    expect(await alerts()).toHaveLength(1);
  });

  it('is raised by the threshold that administrators set, and not of an account that is not in use any more', async () => {
    nowIs('2026-02-27', '09:00');
    expect(await tellAccountGaps(hub.platform)).toEqual([{ account: ACCOUNT, days: ['2026-02-26'] }]);
    const administrator = await hub.token({ role: 'ADMINISTRATOR' });
    const allow = async (threshold: number) =>
      expect((await hub.execute('integration', RULE, { threshold }, administrator)).data?.setAlertRule.userErrors).toEqual([]);
    await allow(1);
    await told(['2026-02-26']);
    expect(await alerts()).toHaveLength(1);
    await allow(0);
    await lookOut(hub.platform, RUNNING_S);
    expect(await alerts()).toMatchObject([{ recoveredAt: null }, { recoveredAt: expect.any(String) }]);
    await hub.platform.db.query('UPDATE payments.bank_account SET active = false WHERE number = $1', [ACCOUNT]);
    expect(await tellAccountGaps(hub.platform)).toEqual([{ account: ACCOUNT, days: [] }]);
    await told([]);
    expect((await alerts()).filter(({ recoveredAt }) => recoveredAt === null)).toEqual([]);
  });
});
