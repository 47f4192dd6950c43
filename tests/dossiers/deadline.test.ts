import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { calendar } from '../../src/subgraphs/dossiers/deadline/calendar.ts';
import { BRANCH, type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE } from '../support/dossiers.ts';

const ONE = graphql(`
  query DatesOfDossier($code: String!) {
    dossier(code: $code) { id status dueAt computedDueAt statutoryDueAt timeliness events { at status } }
  }
`);
const LIST = graphql(`
  query DossiersByDates($filter: DossierFilter) {
    dossiers(filter: $filter, first: 100) { nodes { code } }
  }
`);
const MOVE = graphql(`
  mutation MoveForDates($input: MoveDossierInput!) {
    moveDossier(input: $input) { dossier { status dueAt computedDueAt timeliness } userErrors { code message } }
  }
`);

/** Three working days by law; and one that the province promises in 12 instead of 15. */
const THREE_DAYS = '1.004873';
const PROMISED = '6.901001';
const AUDITOR: Claims = { roles: ['AUDITOR'] };
const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE };
const at = (local: string) => `2025-09-${local}:00+07:00`;
const step = (key: string, when: string, status: 'ACCEPTED' | 'PROCESSING' | 'SUPPLEMENT_REQUESTED' | 'PAYMENT_REQUESTED') => ({
  ...{ key, at: at(when), status, officer: 'Lê Thị Cán Bộ', content: `bước ${key}` },
});

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

/** A dossier that was received on Monday, 22 September 2025, at 09:00. */
const received = (over: Parameters<DossiersHub['dossier']>[0] = {}) =>
  hub.dossier({ procedure: THREE_DAYS, status: 'PROCESSING', submittedAt: at('22T09:00'), acceptedAt: at('22T09:05'), ...over });

const datesOf = async (code: string, as = AUDITOR) => (await hub.ask(ONE, { variables: { code }, as })).data?.dossier;
const codesOf = async (filter: object, as = AUDITOR) =>
  ((await hub.ask(LIST, { variables: { filter }, as })).data?.dossiers.nodes ?? []).map(({ code }) => code);

describe('the hub’s own date', () => {
  it('stands beside the one that the source gave, which stays', async () => {
    const given = received({ dueAt: at('26T17:00') });
    const none = received({ dueAt: null });
    const promised = received({ procedure: PROMISED, receivingUnit: BRANCH });
    const online = received({ status: 'SUBMITTED', channel: 'ONLINE', acceptedAt: null });
    await hub.feed(given, none, promised, online);
    const own = { computedDueAt: at('25T17:00').replace('+', '.000+'), statutoryDueAt: at('25T17:00').replace('+', '.000+') };
    expect(await datesOf(given.code)).toMatchObject({ ...own, dueAt: at('26T17:00').replace('+', '.000+') });
    expect(await datesOf(none.code)).toMatchObject({ ...own, dueAt: null });
    expect(await datesOf(promised.code)).toMatchObject({
      computedDueAt: '2025-10-08T17:00:00.000+07:00',
      statutoryDueAt: '2025-10-13T17:00:00.000+07:00',
    });
    expect(await datesOf(online.code)).toMatchObject({ computedDueAt: null, statutoryDueAt: null });
  });

  it('is listed where it is another day, for those who may see dates', async () => {
    const same = received({ dueAt: at('25T11:30') });
    const other = received({ dueAt: at('26T17:00') });
    const none = received({ dueAt: null });
    const unknown = received({ procedure: '3.000323', dueAt: at('26T17:00') });
    await hub.feed(same, other, none, unknown);
    const codes = [same, other, none, unknown].map(({ code }) => code);
    const listed = async (dueDateDiffers: boolean, as?: Claims) =>
      (await codesOf({ dueDateDiffers }, as)).filter((code) => codes.includes(code));
    expect((await listed(true)).sort()).toEqual([other.code, none.code]);
    expect(await listed(false)).toEqual([same.code]);
    expect(await listed(true, { roles: ['ACCOUNTANT'] })).toEqual([]);
    const seen = await datesOf(other.code, { roles: ['ACCOUNTANT'] });
    expect(seen).toMatchObject({ dueAt: null, computedDueAt: null, statutoryDueAt: null });
  });

  it('follows steps that come late with an older version', async () => {
    const dossier = received({ sourceVersion: 2, steps: [step('a', '22T09:05', 'ACCEPTED'), step('d', '26T09:00', 'PROCESSING')] });
    await hub.feed(dossier);
    expect((await datesOf(dossier.code))?.computedDueAt).toBe('2025-09-25T17:00:00.000+07:00');
    const late = {
      ...dossier,
      sourceVersion: 1,
      steps: [step('b', '23T09:00', 'SUPPLEMENT_REQUESTED'), step('c', '24T09:00', 'PROCESSING')],
    };
    expect((await hub.feed(late)).stale).toBe(1);
    expect((await datesOf(dossier.code))?.computedDueAt).toBe('2025-09-29T17:00:00.000+07:00');
  });

  it('is by the calendar of the unit that handles it, also where another process changed it a moment ago', async () => {
    const closed = `INSERT INTO dossiers.calendar_day (unit, day, kind, name, reference) VALUES ($1, '2025-09-24', 'HOLIDAY', 'x', false)`;
    await hub.platform.db.query(closed, [OTHER_COMMUNE]);
    const [here, there] = [received(), received({ handlingUnit: OTHER_COMMUNE })];
    await hub.feed(here, there);
    expect((await datesOf(here.code))?.computedDueAt).toBe('2025-09-25T17:00:00.000+07:00');
    expect((await datesOf(there.code))?.computedDueAt).toBe('2025-09-26T17:00:00.000+07:00');
  });
});

describe('a dossier that waits for its applicant', () => {
  const asked = [step('a', '22T09:05', 'ACCEPTED'), step('b', '23T09:00', 'SUPPLEMENT_REQUESTED')];

  it('is within time past its old date, and overdue where it was before it was asked for', async () => {
    const waiting = received({ status: 'SUPPLEMENT_REQUESTED', dueAt: at('25T17:00'), steps: asked });
    const late = received({ status: 'SUPPLEMENT_REQUESTED', dueAt: at('22T17:00'), steps: asked });
    await hub.feed(waiting, late);
    expect(await datesOf(waiting.code)).toMatchObject({ timeliness: 'RUNNING' });
    expect(await datesOf(late.code)).toMatchObject({ timeliness: 'OVERDUE' });
    const overdue = await codesOf({ timeliness: ['OVERDUE'] });
    expect(overdue).toContain(late.code);
    expect(overdue).not.toContain(waiting.code);
    expect(await codesOf({ timeliness: ['RUNNING'] })).toContain(waiting.code);
  });

  it('has its time anew once the papers are there, while the source’s own date stands', async () => {
    const waiting = received({ status: 'SUPPLEMENT_REQUESTED', dueAt: at('25T17:00'), steps: asked });
    await hub.feed(waiting);
    await hub.feed({ ...waiting, sourceVersion: 2, status: 'PROCESSING', steps: [...asked, step('c', '26T10:00', 'PROCESSING')] });
    expect(await datesOf(waiting.code)).toMatchObject({
      timeliness: 'OVERDUE',
      computedDueAt: '2025-10-01T17:00:00.000+07:00',
      dueAt: '2025-09-25T17:00:00.000+07:00',
    });
    expect(await codesOf({ dueDateDiffers: true })).toContain(waiting.code);
  });

  it('is given as much time as was left where it waited for money in the hub', async () => {
    const paying = [step('a', '22T09:05', 'ACCEPTED'), step('b', '24T10:00', 'PAYMENT_REQUESTED')];
    const waiting = received({
      ...{ status: 'PAYMENT_REQUESTED', dueAt: at('25T17:00'), steps: paying },
      fees: [{ code: 'LP', name: 'Lệ phí', amount: 8_000 }],
    });
    await hub.feed(waiting);
    const id = (await datesOf(waiting.code))?.id ?? '';
    const { data } = await hub.ask(MOVE, { variables: { input: { dossier: id, to: 'PROCESSING' } }, as: OFFICER });
    expect(data?.moveDossier.userErrors).toEqual([]);
    const moved = await datesOf(waiting.code);
    const left = calendar.workingTimeBetween(new Date(at('24T10:00')), new Date(at('25T17:00')));
    const due = calendar.addWorkingTime(new Date(moved?.events.at(-1)?.at ?? ''), left);
    expect(new Date(moved?.dueAt ?? '')).toEqual(due);
    expect(new Date(moved?.computedDueAt ?? '')).toEqual(due);
    expect(moved?.timeliness).not.toBe('OVERDUE');
  });
});

describe('the rules', () => {
  it('are data of the procedure and of the province, with a time in which they hold', async () => {
    const columns = 'procedure, valid_from, valid_to, counting, after_supplement, committed_days, statutory_days, reference';
    await hub.platform.db.query(
      `INSERT INTO dossiers.deadline_rule (${columns}) VALUES ('1.004837', '2025-09-22', '2025-09-24', 'FROM_MINUTE', 'CONTINUE', 1, 3, false)`,
    );
    const during = received({ procedure: '1.004837' });
    const after = received({ procedure: '1.004837', submittedAt: at('24T09:00'), acceptedAt: at('24T09:00') });
    await hub.feed(during, after);
    expect(await datesOf(during.code)).toMatchObject({
      computedDueAt: '2025-09-23T08:30:00.000+07:00',
      statutoryDueAt: '2025-09-25T07:30:00.000+07:00',
    });
    expect(await datesOf(after.code)).toMatchObject({ computedDueAt: '2025-09-29T17:00:00.000+07:00' });
  });
});
