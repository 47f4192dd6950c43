import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { loadReferenceData } from '../../src/subgraphs/dossiers/index.ts';
import {
  BRANCH,
  type Claims,
  COMMUNE,
  createDossiersHub,
  DEPARTMENT,
  type DossiersHub,
  OTHER_COMMUNE,
  PROVINCE,
} from '../support/dossiers.ts';

const CALENDAR = graphql(`
  query CalendarOfUnit($unit: ID!, $from: LocalDate!, $to: LocalDate!) {
    administrativeUnit(code: $unit) {
      calendar(from: $from, to: $to) { date open countsFor kind name sessions { from to } cutoff decidedBy }
    }
  }
`);
const CHANGES = graphql(`
  query CalendarChangesOfUnit($unit: ID!) {
    administrativeUnit(code: $unit) { calendarChanges { what changedBy changedAt before after } }
  }
`);
const SET_DAY = graphql(`
  mutation SetCalendarDay($input: CalendarDayInput!) {
    setCalendarDay(input: $input) { unit { code } userErrors { code field } }
  }
`);
const REMOVE_DAY = graphql(`
  mutation RemoveCalendarDay($unit: ID!, $date: LocalDate!) {
    removeCalendarDay(unit: $unit, date: $date) { unit { code } userErrors { code field } }
  }
`);
const SET_HOURS = graphql(`
  mutation SetOpeningHours($input: OpeningHoursInput!) {
    setOpeningHours(input: $input) { unit { code } userErrors { code field } }
  }
`);
const REMOVE_HOURS = graphql(`
  mutation RemoveOpeningHours($unit: ID!, $validFrom: LocalDate!) {
    removeOpeningHours(unit: $unit, validFrom: $validFrom) { unit { code } userErrors { code field } }
  }
`);

const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri-tinh' };
const OF_DEPARTMENT: Claims = { roles: ['ADMINISTRATOR'], unit: DEPARTMENT, subject: 'quan-tri-so' };

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

const dayOf = async (unit: string, date: string) => {
  const { data } = await hub.ask(CALENDAR, { variables: { unit, from: date, to: date } });
  return data?.administrativeUnit?.calendar[0];
};
const setDay = async (input: Parameters<typeof inputOf>[0], as: Claims = ADMINISTRATOR) => {
  const { data, codes } = await hub.ask(SET_DAY, { variables: { input: inputOf(input) }, as });
  return data?.setCalendarDay.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`) ?? codes;
};
const inputOf = (over: {
  unit?: string;
  date?: string;
  kind?: 'HOLIDAY' | 'MAKE_UP_DAY' | 'SHORT_DAY' | 'ORDINARY_DAY';
  name?: string;
  sessions?: { from: string; to: string }[];
}) => ({ unit: PROVINCE, date: '2026-11-24', kind: 'HOLIDAY' as const, name: 'Ngày Văn hóa Việt Nam', ...over });

describe('the calendar of a unit', () => {
  it('is there for everybody, as the reference data has it', async () => {
    const { data } = await hub.ask(CALENDAR, { variables: { unit: COMMUNE, from: '2026-01-09', to: '2026-01-12' } });
    const usual = { kind: 'ORDINARY_DAY', name: null, cutoff: '15:00', decidedBy: PROVINCE };
    const open = {
      open: true,
      countsFor: 1,
      sessions: [
        { from: '07:00', to: '11:30' },
        { from: '13:00', to: '17:00' },
      ],
    };
    expect(data?.administrativeUnit?.calendar).toEqual([
      { ...usual, ...open, date: '2026-01-09' },
      { ...usual, ...open, date: '2026-01-10', kind: 'MAKE_UP_DAY', name: 'Làm bù cho 02/01/2026' },
      { ...usual, date: '2026-01-11', open: false, countsFor: 0, sessions: [] },
      { ...usual, ...open, date: '2026-01-12' },
    ]);
    expect(await dayOf(COMMUNE, '2026-02-16')).toMatchObject({ open: false, kind: 'HOLIDAY', name: 'Tết Nguyên đán Bính Ngọ' });
  });

  it('is asked for by at most a year', async () => {
    const { codes } = await hub.ask(CALENDAR, { variables: { unit: COMMUNE, from: '2026-01-01', to: '2027-01-02' } });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect((await hub.ask(CALENDAR, { variables: { unit: COMMUNE, from: '2026-01-02', to: '2026-01-01' } })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

describe('an administrator', () => {
  it('declares a holiday of the province, which holds for all units that have no entry of their own', async () => {
    expect(await setDay({})).toEqual([]);
    expect(await dayOf(OTHER_COMMUNE, '2026-11-24')).toMatchObject({ open: false, kind: 'HOLIDAY', decidedBy: PROVINCE });
    expect(
      await setDay({ unit: DEPARTMENT, kind: 'SHORT_DAY', name: 'Trực', sessions: [{ from: '08:00', to: '11:00' }] }, OF_DEPARTMENT),
    ).toEqual([]);
    // The department's stands before the province's for its branch too.
    expect(await dayOf(BRANCH, '2026-11-24')).toMatchObject({ open: true, countsFor: 0.5, kind: 'SHORT_DAY', decidedBy: DEPARTMENT });
    expect(await dayOf(COMMUNE, '2026-11-24')).toMatchObject({ open: false });
  });

  it('removes an entry, and it is again as the units above have it', async () => {
    const remove = async (unit: string, date: string) => {
      const { data } = await hub.ask(REMOVE_DAY, { variables: { unit, date }, as: ADMINISTRATOR });
      return data?.removeCalendarDay;
    };
    await setDay({ unit: COMMUNE, date: '2026-12-01' });
    expect(await dayOf(COMMUNE, '2026-12-01')).toMatchObject({ open: false });
    expect(await remove(COMMUNE, '2026-12-01')).toEqual({ unit: { code: COMMUNE }, userErrors: [] });
    expect(await dayOf(COMMUNE, '2026-12-01')).toMatchObject({ open: true, kind: 'ORDINARY_DAY' });
    expect(await remove(COMMUNE, '2026-12-01')).toEqual({ unit: null, userErrors: [{ code: 'NOT_FOUND', field: ['date'] }] });
  });

  it('sets a unit’s own hours from a day on, Saturday mornings too', async () => {
    const week = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      sessions: [
        { from: '07:30', to: '12:00' },
        { from: '13:30', to: '17:00' },
      ],
    }));
    const input = {
      unit: COMMUNE,
      validFrom: '2026-03-02',
      cutoff: '15:30',
      week: [...week, { weekday: 6, sessions: [{ from: '07:30', to: '11:00' }] }],
    };
    const { data } = await hub.ask(SET_HOURS, { variables: { input }, as: ADMINISTRATOR });
    expect(data?.setOpeningHours.userErrors).toEqual([]);
    expect(await dayOf(COMMUNE, '2026-02-28')).toMatchObject({ open: false, cutoff: '15:00' });
    expect(await dayOf(COMMUNE, '2026-03-07')).toMatchObject({ open: true, countsFor: 0.5, cutoff: '15:30', decidedBy: COMMUNE });
    // A holiday of the province is one here too, whatever the hours.
    expect(await dayOf(COMMUNE, '2026-04-27')).toMatchObject({ open: false, kind: 'HOLIDAY' });
    const removed = await hub.ask(REMOVE_HOURS, { variables: { unit: COMMUNE, validFrom: '2026-03-02' }, as: ADMINISTRATOR });
    expect(removed.data?.removeOpeningHours.userErrors).toEqual([]);
    expect(await dayOf(COMMUNE, '2026-03-07')).toMatchObject({ open: false });
    const first = await hub.ask(REMOVE_HOURS, { variables: { unit: PROVINCE, validFrom: '2010-01-01' }, as: ADMINISTRATOR });
    expect(first.data?.removeOpeningHours.userErrors).toEqual([{ code: 'NOT_FOUND', field: ['validFrom'] }]);
  });

  it('is told what is wrong with an entry', async () => {
    expect(await setDay({ name: ' ' })).toEqual(['INVALID input.name']);
    expect(await setDay({ kind: 'SHORT_DAY' })).toEqual(['INVALID input.sessions']);
    expect(await setDay({ sessions: [{ from: '08:00', to: '09:00' }] })).toEqual(['INVALID input.sessions']);
    expect(await setDay({ kind: 'SHORT_DAY', sessions: [{ from: '09:00', to: '08:00' }] })).toEqual(['INVALID input.sessions']);
    expect(await setDay({ kind: 'SHORT_DAY', sessions: [{ from: '8h', to: '9h' }] })).toEqual(['INVALID input.sessions']);
    expect(await setDay({ date: '1926-11-24' })).toEqual(['INVALID input.date']);
    const hours = async (over: object) => {
      const input = { unit: COMMUNE, validFrom: '2026-03-02', cutoff: '15:00', week: [], ...over };
      const { data } = await hub.ask(SET_HOURS, { variables: { input }, as: ADMINISTRATOR });
      return data?.setOpeningHours.userErrors.map(({ field }) => field?.join('.'));
    };
    const monday = { weekday: 1, sessions: [{ from: '08:00', to: '12:00' }] };
    expect(await hours({})).toEqual(['input.week']);
    expect(await hours({ week: [monday, monday] })).toEqual(['input.week']);
    expect(await hours({ week: [{ ...monday, weekday: 8 }] })).toEqual(['input.week']);
    expect(await hours({ week: [{ weekday: 1, sessions: [...monday.sessions, { from: '11:00', to: '13:00' }] }] })).toEqual(['input.week']);
    expect(await hours({ week: [monday], cutoff: '24:00' })).toEqual(['input.cutoff']);
  });

  it('changes their own unit and those below it; nobody else changes any', async () => {
    expect(await setDay({ unit: COMMUNE }, OF_DEPARTMENT)).toEqual(['NOT_FOUND unit']);
    expect(await setDay({ unit: PROVINCE }, OF_DEPARTMENT)).toEqual(['NOT_FOUND unit']);
    expect(await setDay({ unit: '99999' })).toEqual(['NOT_FOUND unit']);
    expect(await setDay({ unit: BRANCH, date: '2026-12-02' }, OF_DEPARTMENT)).toEqual([]);
    expect(await setDay({}, { roles: ['UNIT_LEADER'], unit: PROVINCE })).toEqual(['FORBIDDEN']);
    const { codes } = await hub.ask(SET_DAY, { variables: { input: inputOf({}) } });
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });
});

describe('every change', () => {
  it('is kept: who, when, from what to what, once', async () => {
    const unit = '31843';
    await setDay({ unit, date: '2026-12-03', name: 'Lễ A' });
    await setDay({ unit, date: '2026-12-03', name: 'Lễ A' });
    await setDay({ unit, date: '2026-12-03', name: 'Lễ B' });
    await hub.ask(REMOVE_DAY, { variables: { unit, date: '2026-12-03' }, as: ADMINISTRATOR });
    const { data } = await hub.ask(CHANGES, { variables: { unit }, as: { roles: ['AUDITOR'] } });
    const entry = (name: string) => ({ kind: 'HOLIDAY', name, sessions: null });
    const base = { what: 'day 2026-12-03', changedBy: 'quan-tri-tinh', changedAt: expect.stringMatching(/^\d{4}-/) };
    expect(data?.administrativeUnit?.calendarChanges).toEqual([
      { ...base, before: entry('Lễ B'), after: null },
      { ...base, before: entry('Lễ A'), after: entry('Lễ B') },
      { ...base, before: null, after: entry('Lễ A') },
    ]);
    await expect(hub.platform.db.query('DELETE FROM dossiers.calendar_change')).rejects.toThrow('append-only');
  });

  it('is for administrators of the unit and auditors to see', async () => {
    const seen = async (as: Claims) => {
      const { data, codes } = await hub.ask(CHANGES, { variables: { unit: COMMUNE }, as });
      return codes[0] ?? data?.administrativeUnit?.calendarChanges?.length;
    };
    expect(await seen(ADMINISTRATOR)).toBeGreaterThan(0);
    expect(await seen(OF_DEPARTMENT)).toBeUndefined();
    expect(await seen({ roles: ['OFFICER'], unit: COMMUNE })).toBe('FORBIDDEN');
  });

  it('stays where the reference data is loaded again', async () => {
    await setDay({ date: '2026-09-01', kind: 'ORDINARY_DAY', name: 'Làm việc' });
    await hub.ask(REMOVE_DAY, { variables: { unit: PROVINCE, date: '2026-09-02' }, as: ADMINISTRATOR });
    await setDay({ date: '2026-12-24', name: 'Nghỉ của tỉnh' });
    await hub.platform.db.query(`DELETE FROM outbox.setting WHERE key = 'dossiers.reference'`);
    // What a later release no longer has, or names otherwise, follows the files as long as nobody changed it.
    await hub.platform.db.query(`UPDATE dossiers.calendar_day SET name = 'cũ' WHERE day = '2026-08-31'`);
    await hub.platform.db.query(`UPDATE dossiers.calendar_day SET day = '2026-07-01' WHERE day = '2026-01-01'`);
    await loadReferenceData(hub.platform);
    expect(await dayOf(PROVINCE, '2026-09-01')).toMatchObject({ open: true, name: 'Làm việc' });
    expect(await dayOf(PROVINCE, '2026-09-02')).toMatchObject({ open: true, kind: 'ORDINARY_DAY' });
    expect(await dayOf(PROVINCE, '2026-12-24')).toMatchObject({ open: false });
    expect(await dayOf(PROVINCE, '2026-08-31')).toMatchObject({ name: 'Nghỉ hoán đổi (làm bù 22/8)' });
    expect(await dayOf(PROVINCE, '2026-07-01')).toMatchObject({ open: true });
    expect(await dayOf(PROVINCE, '2026-01-01')).toMatchObject({ open: false, kind: 'HOLIDAY' });
  });
});
