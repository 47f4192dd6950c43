import { describe, expect, it } from 'vitest';
import type { StoredSupplement } from '../dossier.row.ts';
import { courseOf, receivedAtOf, type TimedDossier, type TimedStep } from './course.ts';

const at = (local: string) => new Date(`2025-07-${local}:00+07:00`);
const dossier = (over: Partial<TimedDossier> = {}): TimedDossier => ({
  status: 'PROCESSING',
  channel: 'ONLINE',
  submitted_at: at('01T08:00'),
  accepted_at: at('01T09:00'),
  finished_at: null,
  supplements: [],
  updated_at: at('20T08:00'),
  ...over,
});
const steps = (...list: [string, TimedStep['status']][]) => list.map(([when, status]) => ({ at: at(when), status }));
const request = (requestedAt: string, receivedAt: string | null) =>
  ({ requestedAt: at(requestedAt).toISOString(), receivedAt: receivedAt && at(receivedAt).toISOString() }) as StoredSupplement;

describe('receipt', () => {
  it('is the acceptance of what was filed online, and the handing in of what was taken in on the same day', () => {
    expect(receivedAtOf(dossier(), [])).toEqual(at('01T09:00'));
    expect(receivedAtOf(dossier({ channel: 'IN_PERSON' }), [])).toEqual(at('01T08:00'));
    expect(receivedAtOf(dossier({ channel: 'PUBLIC_POST', accepted_at: at('02T09:00') }), [])).toEqual(at('02T09:00'));
  });

  it('is told by a step where the source gives no date, and has not been where nothing tells of it', () => {
    expect(receivedAtOf(dossier({ accepted_at: null }), steps(['01T10:00', 'ACCEPTED']))).toEqual(at('01T10:00'));
    expect(courseOf(dossier({ accepted_at: null, status: 'SUBMITTED' }), steps(['01T08:00', 'SUBMITTED']))).toBeNull();
  });
});

describe('stays in waiting states', () => {
  it('last from the step that began them to the next one with another state', () => {
    const told = steps(
      ['02T10:00', 'SUPPLEMENT_REQUESTED'],
      ['02T11:00', 'SUPPLEMENT_REQUESTED'],
      ['04T09:00', 'PROCESSING'],
      ['05T09:00', 'PAYMENT_REQUESTED'],
    );
    expect(courseOf(dossier({ status: 'PAYMENT_REQUESTED' }), told)?.pauses).toEqual([
      { state: 'SUPPLEMENT_REQUESTED', from: at('02T10:00'), to: at('04T09:00') },
      { state: 'PAYMENT_REQUESTED', from: at('05T09:00'), to: null },
    ]);
  });

  it('are told by the requests themselves where no step does', () => {
    const row = dossier({ supplements: [request('02T10:00', '03T10:00')] });
    expect(courseOf(row, steps(['01T09:00', 'ACCEPTED']))?.pauses).toEqual([
      { state: 'SUPPLEMENT_REQUESTED', from: at('02T10:00'), to: at('03T10:00') },
    ]);
    const doubly = courseOf(row, steps(['02T09:00', 'SUPPLEMENT_REQUESTED'], ['02T12:00', 'PROCESSING']))?.pauses;
    expect(doubly).toEqual([{ state: 'SUPPLEMENT_REQUESTED', from: at('02T09:00'), to: at('02T12:00') }]);
  });

  it('last no longer than the row says, and begin with its last change where nothing tells since when it waits', () => {
    expect(courseOf(dossier(), steps(['02T10:00', 'SUPPLEMENT_REQUESTED']))?.pauses).toMatchObject([{ to: at('20T08:00') }]);
    expect(courseOf(dossier({ status: 'SUPPLEMENT_REQUESTED' }), steps(['01T09:00', 'ACCEPTED']))?.pauses).toEqual([
      { state: 'SUPPLEMENT_REQUESTED', from: at('20T08:00'), to: null },
    ]);
  });

  it('follow one another where requests and steps overlap', () => {
    const row = dossier({ supplements: [request('02T10:00', null)] });
    const told = steps(['03T10:00', 'PAYMENT_REQUESTED'], ['04T10:00', 'PROCESSING']);
    expect(courseOf(row, told)?.pauses).toEqual([
      { state: 'SUPPLEMENT_REQUESTED', from: at('02T10:00'), to: at('03T10:00') },
      { state: 'PAYMENT_REQUESTED', from: at('03T10:00'), to: at('04T10:00') },
    ]);
  });
});

it('a dossier ends when it is finished; one whose withdrawal is not decided yet has not ended', () => {
  const finished = { finished_at: at('05T10:00') };
  expect(courseOf(dossier({ ...finished, status: 'RESOLVED' }), [])?.endedAt).toEqual(at('05T10:00'));
  expect(courseOf(dossier({ ...finished, status: 'WITHDRAWAL_REQUESTED' }), [])?.endedAt).toBeNull();
});
