import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { type Database, openDatabase } from '../../../platform/database/database.ts';
import { DossierStatus } from '../../../platform/graphql/enums.ts';
import { soonUntil, timelinessOf, timelinessSql } from './timeliness.ts';

const at = (local: string) => new Date(`${local}:00+07:00`);
const running = (dueAt: string) => ({
  status: 'PROCESSING' as const,
  due_at: at(dueAt),
  finished_at: null,
  voided_at: null,
  clock_stopped_at: null,
});

describe('soon', () => {
  it.each([
    ['in the morning', '2025-07-01T08:00', '2025-07-02T17:00'],
    ['late in the evening', '2025-07-01T23:59', '2025-07-02T17:00'],
    ['on a Friday', '2025-07-04T10:00', '2025-07-07T17:00'],
    ['on a Saturday', '2025-07-05T10:00', '2025-07-07T17:00'],
    ['on a Sunday', '2025-07-06T10:00', '2025-07-07T17:00'],
    ['before National Day', '2025-08-29T10:00', '2025-09-03T17:00'],
    ['on National Day', '2025-09-02T10:00', '2025-09-03T17:00'],
    ['before a Saturday that is worked', '2025-04-25T10:00', '2025-04-26T17:00'],
  ])('is until the end of the next working day: %s', (_, now, until) => {
    expect(soonUntil(at(now))).toEqual(at(until));
  });
});

describe('how a dossier stands', () => {
  const now = at('2025-08-29T10:00');
  it.each([
    ['RUNNING', '2025-09-04T17:00'],
    ['DUE_SOON', '2025-09-03T17:00'],
    ['DUE_SOON', '2025-08-29T10:00'],
    ['OVERDUE', '2025-08-29T09:59'],
  ])('is %s with a due date of %s', (standing, due) => {
    expect(timelinessOf(running(due), now)).toBe(standing);
  });

  it('is final once it has ended, and not applicable where it has no due date or was voided', () => {
    const ended = { ...running('2025-08-20T17:00'), status: 'RESOLVED' as const };
    expect(timelinessOf({ ...ended, finished_at: at('2025-08-20T17:00') }, now)).toBe('ON_TIME');
    expect(timelinessOf({ ...ended, finished_at: at('2025-08-20T17:01') }, now)).toBe('LATE');
    expect(timelinessOf({ ...ended, due_at: null }, now)).toBe('NOT_APPLICABLE');
    expect(timelinessOf({ ...ended, voided_at: now }, now)).toBe('NOT_APPLICABLE');
  });
});

describe('while the clock stands', () => {
  const now = at('2025-08-29T10:00');
  const waiting = (dueAt: string, since: string) => ({
    ...running(dueAt),
    status: 'SUPPLEMENT_REQUESTED' as const,
    clock_stopped_at: at(since),
  });

  it('is within time, even past the date that was given before', () => {
    expect(timelinessOf(waiting('2025-08-27T17:00', '2025-08-26T09:00'), now)).toBe('RUNNING');
    expect(timelinessOf(waiting('2025-08-29T17:00', '2025-08-26T09:00'), now)).toBe('RUNNING');
  });

  it('stays overdue where it was when the clock was stopped', () => {
    expect(timelinessOf(waiting('2025-08-27T17:00', '2025-08-27T16:59'), now)).toBe('RUNNING');
    expect(timelinessOf(waiting('2025-08-27T17:00', '2025-08-27T17:00'), now)).toBe('OVERDUE');
  });

  it('was not within time before the clock was stopped', () => {
    expect(timelinessOf(waiting('2025-08-29T17:00', '2025-08-29T11:00'), now)).toBe('DUE_SOON');
  });
});

describe('the rule in SQL', () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase(database.url, { max: 1 });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  const instant = fc.date({ min: at('2025-06-01T00:00'), max: at('2025-12-31T00:00'), noInvalidDate: true });
  const row = fc.record({
    status: fc.constantFrom(...(Object.keys(DossierStatus) as DossierStatus[])),
    due_at: fc.option(instant),
    finished_at: fc.option(instant),
    voided_at: fc.option(instant, { freq: 10 }),
    clock_stopped_at: fc.option(instant),
  });

  it('says of every dossier at every instant what the rule in TypeScript says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 50 }), instant, async (rows, now) => {
        // The edges themselves are where two rules come apart.
        const edges = [now, soonUntil(now), new Date(soonUntil(now).getTime() + 1), new Date(now.getTime() - 1)];
        const all = [
          ...rows,
          ...edges.flatMap((edge) => rows.slice(0, 3).map((each) => ({ ...each, due_at: edge, voided_at: null }))),
          ...edges.flatMap((edge) => rows.slice(0, 3).map((each) => ({ ...each, due_at: edge, clock_stopped_at: edge, voided_at: null }))),
          ...rows.slice(0, 3).map((each) => ({ ...each, clock_stopped_at: now })),
        ];
        const found = await db.query<{ standing: string }>(
          `SELECT ${timelinessSql('$2::timestamptz', '$3::timestamptz')} AS standing
           FROM jsonb_to_recordset($1::jsonb) AS d(n int, status text, due_at timestamptz, finished_at timestamptz, voided_at timestamptz,
             clock_stopped_at timestamptz) ORDER BY n`,
          [JSON.stringify(all.map((each, n) => ({ n, ...each }))), now, soonUntil(now)],
        );
        expect(found.map((each) => each.standing)).toEqual(all.map((each) => timelinessOf(each, now)));
      }),
      { numRuns: 60, seed: 20_250_930 },
    );
  });
});
