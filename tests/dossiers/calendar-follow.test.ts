import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { followCalendars, followCalendarsJob } from '../../src/subgraphs/dossiers/deadline/follow.job.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE } from '../support/dossiers.ts';

const SET_DAY = graphql(`
  mutation SetDayThatMovesDates($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }
`);
const REMOVE_DAY = graphql(`
  mutation RemoveDayThatMovesDates($unit: ID!, $date: LocalDate!) { removeCalendarDay(unit: $unit, date: $date) { userErrors { code field } } }
`);
const DATES = graphql(`
  query DatesThatFollow($filter: DossierFilter) {
    dossiers(filter: $filter, first: 100) { nodes { code version dueAt computedDueAt } }
  }
`);
const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'] };
const AUDITOR: Claims = { roles: ['AUDITOR'] };
/** Three working days by law. */
const THREE_DAYS = '1.004873';
const on = (day: string, time = '17:00') => `2025-09-${day}T${time}:00.000+07:00`;

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

/** Received on Monday, 22 September 2025, to be returned on Thursday, the 25th. */
const received = (over: Parameters<DossiersHub['dossier']>[0] = {}) =>
  hub.dossier({
    ...{ procedure: THREE_DAYS, status: 'PROCESSING', submittedAt: on('22', '09:00'), acceptedAt: on('22', '09:05'), dueAt: on('25') },
    ...over,
  });
const listed = async (filter: object = {}) => (await hub.ask(DATES, { variables: { filter }, as: AUDITOR })).data?.dossiers.nodes ?? [];
const datesOf = async (code: string) => (await listed({ search: code }))[0];
const holiday = async (unit: string, day: string) => {
  const input = { unit, date: `2025-09-${day}`, kind: 'HOLIDAY' as const, name: 'Nghỉ do bão' };
  expect((await hub.ask(SET_DAY, { variables: { input }, as: ADMINISTRATOR })).data?.setCalendarDay.userErrors).toEqual([]);
};

describe('a calendar that changes', () => {
  it('moves the hub’s own dates of the open dossiers it touches, and no date that was given', async () => {
    const open = received();
    const elsewhere = received({ receivingUnit: OTHER_COMMUNE });
    const over = received({ status: 'RETURNED', resolvedAt: on('24', '10:00'), returnedAt: on('24', '11:00') });
    const stepped = received({
      steps: [{ key: 'a', at: on('22', '09:05'), status: 'PROCESSING', officer: 'Lê Thị Cán Bộ', content: 'thụ lý' }],
    });
    await hub.feed(open, elsewhere, over, stepped);
    await followCalendars(hub.platform);
    const before = await listed();
    expect(await listed({ dueDateDiffers: true })).toEqual([]);
    await holiday(COMMUNE, '24');
    expect(hub.woken.at(-1)).toEqual({ job: followCalendarsJob.name, input: {} });
    expect(await followCalendarsJob.schedule?.inputs(hub.platform)).toEqual([{}]);
    expect(await followCalendars(hub.platform)).toBe(2);
    const moved = { version: 1, dueAt: on('25'), computedDueAt: on('26') };
    expect(await datesOf(open.code)).toMatchObject(moved);
    expect(await datesOf(stepped.code)).toMatchObject(moved);
    expect((await listed({ dueDateDiffers: true })).map(({ code }) => code).sort()).toEqual([open.code, stepped.code].sort());
    const still = (nodes: typeof before) => nodes.filter(({ code }) => code === elsewhere.code || code === over.code);
    expect(still(await listed())).toEqual(still(before));
  });

  it('is followed once, and back where the entry is removed', async () => {
    const dossier = received();
    await hub.feed(dossier);
    expect((await datesOf(dossier.code))?.computedDueAt).toBe(on('26'));
    expect(await followCalendars(hub.platform)).toBeUndefined();
    expect(await followCalendarsJob.schedule?.inputs(hub.platform)).toEqual([]);
    await hub.ask(REMOVE_DAY, { variables: { unit: COMMUNE, date: '2025-09-24' }, as: ADMINISTRATOR });
    expect(await followCalendars(hub.platform)).toBe(3);
    expect((await datesOf(dossier.code))?.computedDueAt).toBe(on('25'));
    expect(await listed({ dueDateDiffers: true })).toEqual([]);
  });

  it('is followed from the beginning where a process stopped on its way', async () => {
    const stopped = AbortSignal.abort();
    await holiday(COMMUNE, '23');
    expect(await followCalendars(hub.platform, stopped)).toBeUndefined();
    expect(await followCalendarsJob.schedule?.inputs(hub.platform)).toEqual([{}]);
    expect(await followCalendars(hub.platform)).toBe(3);
  });
});
