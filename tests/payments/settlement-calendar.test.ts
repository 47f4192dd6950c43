import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { forgetWorkingDays, workingDays } from '../../src/platform/working-days.ts';
import { reconcile, takeStatement } from '../../src/subgraphs/payments/index.ts';
import { followCalendar } from '../../src/subgraphs/payments/settlements/batch.calendar.ts';
import { createPaymentsHub, load, loaded, type PaymentsHub, row, statement } from '../support/payments.ts';

const SET_DAY = graphql(`mutation SetDayOff($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }`);
const DUE = graphql(`query BatchesDue($day: LocalDate!) { settlementBatches(from: $day, to: $day) { nodes { dueOn state } } }`);
const WORKING_DAYS = 'query { workingDays(from: "2026-02-13", to: "2026-02-24") }';
/** The Friday before Tết of 2026, whose days off are Monday 16 to Friday 20 February. */
const BEFORE_TET = '2026-02-13';

let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  hub = await createPaymentsHub({ SETTLEMENT_ACCOUNTS: 'VNPAY=1234567890', SETTLEMENT_WORKING_DAYS: '3' });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  nowIs('2026-02-25');
});
afterAll(() => hub.stop());

beforeEach(() => forgetWorkingDays(hub.platform));

function nowIs(day: string): void {
  const at = () => new Date(`${day}T10:00:00+07:00`);
  Object.assign(hub.platform.clock, { now: at, business: at });
}
/** A day's statement, matched; answers by when its batch must be there. */
async function settle(day: string, on: PaymentsHub['platform'] = hub.platform): Promise<string | undefined> {
  const at = Date.parse(`${day}T10:00:00+07:00`);
  const reference = `TET${day.replaceAll('-', '')}`;
  await load(hub, [loaded([{ reference, createdAt: at, paidAt: at }])]);
  const body = statement([row({ merchantRef: reference, time: `${day}T10:00:00+07:00` })], { day });
  await takeStatement(hub.platform, { provider: 'VNPAY', businessDate: day, body, uploadedBy: 'test' });
  await reconcile(on, { provider: 'VNPAY', businessDate: day, startedBy: 'test' });
  return dueOn(day);
}
const batch = async (day: string) => (await hub.execute('payments', DUE, { day }, accountant)).data?.settlementBatches.nodes[0];
const dueOn = async (day: string) => (await batch(day))?.dueOn;
/** The hub where the owner of the calendar does not answer. */
const alone = () => {
  const peers = { ask: () => Promise.reject(new Error('away')) };
  return { ...hub.platform, peers };
};

describe('the days within which a provider pays out', () => {
  it('are the working days of the province: Tết is none of them', async () => {
    expect(await settle(BEFORE_TET)).toBe('2026-02-25');
  });

  it('are Mondays to Fridays while nobody tells the calendar, and put right once it is told', async () => {
    const day = '2026-02-12';
    expect(await settle(day, alone())).toBe('2026-02-17');
    expect((await batch(day))?.state).toBe('MISSING');
    expect(await followCalendar(alone())).toBe(0);
    expect(await dueOn(day)).toBe('2026-02-17');
    expect(await followCalendar(hub.platform)).toBe(1);
    expect(await dueOn(day)).toBe('2026-02-24');
    expect(await followCalendar(hub.platform)).toBe(0);
  });

  it('follow what an administrator changes', async () => {
    const input = { unit: '96', date: '2026-02-24', kind: 'HOLIDAY' as const, name: 'Nghỉ bão' };
    const administrator = await hub.token({ role: 'ADMINISTRATOR' });
    expect((await hub.execute('dossiers', SET_DAY, { input }, administrator)).data?.setCalendarDay.userErrors).toEqual([]);
    expect(await followCalendar(hub.platform)).toBe(2);
    expect([await dueOn('2026-02-12'), await dueOn(BEFORE_TET)]).toEqual(['2026-02-25', '2026-02-26']);
  });
});

describe('the working days', () => {
  it('are kept as they were last told where nobody answers', async () => {
    let calls = 0;
    const answers = hub.platform.peers;
    const peers = {
      ask<T>(...question: Parameters<typeof answers.ask>): Promise<T> {
        calls += 1;
        return calls === 1 ? answers.ask<T>(...question) : Promise.reject(new Error('away'));
      },
    };
    const told = await workingDays({ ...hub.platform, peers });
    const days = ['2026-02-16', '2026-01-10', '2026-01-17', '2026-01-19'];
    expect([told.known, days.map(told.isWorkingDay)]).toEqual([true, [false, true, false, true]]);
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000);
    expect([await workingDays({ ...hub.platform, peers }), calls]).toEqual([told, 2]);
    later.mockRestore();
  });

  it('are told to the hub alone', async () => {
    const head = { authorization: `Bearer ${accountant}` };
    const { errors } = await hub.graph.transport('dossiers', { query: WORKING_DAYS, variables: {}, head });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const { workingDays: days } = await hub.platform.peers.ask<{ workingDays: string[] }>('dossiers', WORKING_DAYS, {});
    expect(days).toEqual(['2026-02-13', '2026-02-23']);
    const long = 'query { workingDays(from: "2020-01-01", to: "2026-01-01") }';
    await expect(hub.platform.peers.ask('dossiers', long, {})).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
