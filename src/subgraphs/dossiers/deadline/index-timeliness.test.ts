import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database.ts';
import { type Database, openDatabase } from '../../../platform/database/database.ts';
import { DossierStatus } from '../../../platform/graphql/enums.ts';
import type { TimedStep } from './course.ts';
import { indexTimelinessOf, indexTimelinessSql } from './index-timeliness.ts';

const at = (local: string) => new Date(`2025-07-${local}:00+07:00`);
const steps = (...list: [string, TimedStep['status']][]) => list.map(([when, status]) => ({ at: at(when), status }));
const DUE = at('10T17:00');
const NOW = at('15T09:00');
const read = (...list: [string, TimedStep['status']][]) => indexTimelinessOf({ dueAt: DUE, voided: false, steps: steps(...list) }, NOW);

describe('on time as the index has it', () => {
  it('is an end no later than the due date: 9, else 10, else 8 or 3', () => {
    const from: [string, TimedStep['status']] = ['01T08:00', 'ACCEPTED'];
    expect(read(from, ['10T17:00', 'RESOLVED'], ['14T08:00', 'RETURNED'])).toMatchObject({ timeliness: 'ON_TIME', endedAt: DUE });
    expect(read(from, ['10T17:01', 'RESOLVED']).timeliness).toBe('LATE');
    expect(read(from, ['09T08:00', 'RETURNED']).timeliness).toBe('ON_TIME');
    expect(read(from, ['11T08:00', 'STOPPED']).timeliness).toBe('LATE');
    expect(read(['09T08:00', 'REFUSED']).timeliness).toBe('ON_TIME');
  });

  it('counts the second result of one that was withdrawn', () => {
    expect(read(['05T08:00', 'RESOLVED'], ['06T08:00', 'PROCESSING'], ['11T08:00', 'RESOLVED'])).toMatchObject({
      timeliness: 'LATE',
      endedAt: at('11T08:00'),
    });
  });

  it('takes one request for papers as an end, where there is no other', () => {
    const asked: [string, TimedStep['status']][] = [
      ['02T08:00', 'ACCEPTED'],
      ['04T08:00', 'SUPPLEMENT_REQUESTED'],
    ];
    expect(read(...asked)).toMatchObject({ timeliness: 'ON_TIME', endedAt: at('04T08:00'), inSupplement: 0 });
    expect(read(['02T08:00', 'ACCEPTED'], ['11T08:00', 'SUPPLEMENT_REQUESTED']).timeliness).toBe('LATE');
    expect(read(...asked, ['12T08:00', 'PROCESSING']).endedAt).toEqual(at('04T08:00'));
  });

  it('leaves out the time in supplement, and no more than until the end', () => {
    const waited: [string, TimedStep['status']][] = [
      ['04T08:00', 'SUPPLEMENT_REQUESTED'],
      ['07T08:00', 'PROCESSING'],
    ];
    expect(read(...waited, ['13T17:00', 'RESOLVED'])).toMatchObject({ timeliness: 'ON_TIME', inSupplement: 3 * 86_400_000 });
    expect(read(...waited, ['13T17:01', 'RESOLVED']).timeliness).toBe('LATE');
  });

  it('is lost with a second request, not with a second step of the same one', () => {
    const first: [string, TimedStep['status']][] = [
      ['03T08:00', 'SUPPLEMENT_REQUESTED'],
      ['03T09:00', 'SUPPLEMENT_REQUESTED'],
    ];
    expect(read(...first, ['04T08:00', 'RESOLVED'])).toMatchObject({ timeliness: 'ON_TIME', requests: 1 });
    expect(read(...first, ['04T08:00', 'PROCESSING'], ['05T08:00', 'SUPPLEMENT_REQUESTED'], ['06T08:00', 'RESOLVED'])).toMatchObject({
      timeliness: 'LATE',
      requests: 2,
    });
  });

  it('is open while a dossier runs within its time, and without meaning where it has no due date or was voided', () => {
    const running = steps(['01T08:00', 'ACCEPTED']);
    expect(indexTimelinessOf({ dueAt: DUE, voided: false, steps: running }, at('10T17:00')).timeliness).toBe('RUNNING');
    expect(indexTimelinessOf({ dueAt: DUE, voided: false, steps: running }, at('10T17:01')).timeliness).toBe('LATE');
    expect(indexTimelinessOf({ dueAt: null, voided: false, steps: running }, NOW).timeliness).toBe('NOT_APPLICABLE');
    expect(indexTimelinessOf({ dueAt: DUE, voided: true, steps: running }, NOW).timeliness).toBe('NOT_APPLICABLE');
  });
});

describe('the rule in SQL', () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase(database.url, { max: 1 });
    await db.query('CREATE TABLE event (dossier_id int, id int, at timestamptz, status text, recorded_at timestamptz DEFAULT now())');
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  // Few instants, so that ends and due dates often fall together.
  const instant = fc.integer({ min: 0, max: 12 }).map((hours) => new Date(at('01T08:00').getTime() + hours * 3_600_000));
  const common = fc.constantFrom<TimedStep['status']>('SUPPLEMENT_REQUESTED', 'PROCESSING', 'RESOLVED');
  const any = fc.constantFrom(...(Object.keys(DossierStatus) as DossierStatus[]));
  const course = fc.record({
    dueAt: fc.option(instant, { freq: 10 }),
    voided: fc.constant(false),
    steps: fc
      .array(fc.record({ at: instant, status: fc.oneof(common, any) }), { maxLength: 7 })
      .map((list) => list.sort((a, b) => a.at.getTime() - b.at.getTime())),
  });

  it('says of every dossier at every instant what the rule in TypeScript says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 60 }), instant, async (courses, now) => {
        const all = [...courses, { ...(courses[0] as (typeof courses)[number]), voided: true }];
        await db.query('TRUNCATE event');
        const events = all.flatMap(({ steps: list }, n) => list.map((each, id) => ({ dossier_id: n, id, ...each })));
        await db.query(
          `INSERT INTO event (dossier_id, id, at, status)
           SELECT dossier_id, id, at, status FROM jsonb_to_recordset($1::jsonb) AS e(dossier_id int, id int, at timestamptz, status text)`,
          [JSON.stringify(events)],
        );
        const found = await db.query<{ standing: string }>(
          `SELECT ${indexTimelinessSql('$2::timestamptz', 'event')} AS standing
           FROM jsonb_to_recordset($1::jsonb) AS d(id int, due_at timestamptz, voided_at timestamptz) ORDER BY id`,
          [JSON.stringify(all.map(({ dueAt, voided }, id) => ({ id, due_at: dueAt, voided_at: voided ? now : null }))), now],
        );
        expect(found.map(({ standing }) => standing)).toEqual(all.map((each) => indexTimelinessOf(each, now).timeliness));
      }),
      { numRuns: 60, seed: 766 },
    );
  });
});
