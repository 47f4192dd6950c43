import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DeadlineRuleInput } from '../../schema/generated/graphql.ts';
import { loadReferenceData } from '../../src/subgraphs/dossiers/index.ts';
import { APPROVE_RULE_CHANGE, type Claims, COMMUNE, createDossiersHub, type DossiersHub } from '../support/dossiers.ts';

const RULES = graphql(`
  query DeadlineRules($procedure: ID) {
    deadlineRules(procedure: $procedure) {
      procedure validFrom validTo counting cutoff afterSupplement stoppingStates supplements committedDays statutoryDays
    }
  }
`);
const PROPOSE = graphql(`
  mutation ProposeDeadlineRule($input: DeadlineRuleInput!) {
    proposeDeadlineRule(input: $input) { change { id kind approved before } userErrors { code field } }
  }
`);
const REMOVE = graphql(`
  mutation RemoveDeadlineRule($procedure: ID, $validFrom: LocalDate!) {
    removeDeadlineRule(procedure: $procedure, validFrom: $validFrom, reason: "quyết định bị hủy") { change { id } userErrors { code field } }
  }
`);
const CHANGES = graphql(
  `query DeadlineRuleChanges { deadlineRuleChanges { procedure validFrom changedBy approvedBy reason before after } }`,
);
const DUE = graphql(`query DueByRule($code: String!) { dossier(code: $code) { computedDueAt } }`);

const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri-tinh' };
const SECOND: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri-hai' };
/** A procedure with a time limit of its own in the reference data. */
let PROCEDURE = '';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
  const all = (await hub.ask(RULES)).data?.deadlineRules ?? [];
  PROCEDURE = all.find(({ procedure, committedDays }) => procedure !== null && committedDays !== null)?.procedure ?? '';
});
afterAll(() => hub.stop());

const rulesOf = async (procedure: string | null) =>
  ((await hub.ask(RULES, { variables: { procedure } })).data?.deadlineRules ?? []).filter((rule) => rule.procedure === procedure);
const shown = (errors: readonly { code: string; field: string[] | null }[]) =>
  errors.map(({ code, field }) => `${code} ${field?.join('.')}`);
const propose = async (input: Partial<DeadlineRuleInput>, as: Claims = ADMINISTRATOR) => {
  const variables = { input: { validFrom: '2026-01-01', reason: 'quyết định mới', ...input } };
  const { data, codes } = await hub.ask(PROPOSE, { variables, as });
  return { change: data?.proposeDeadlineRule.change, errors: data == null ? codes : shown(data.proposeDeadlineRule.userErrors) };
};
const decide = async (change: string, as: Claims = SECOND, approve = true) => {
  const { data, codes } = await hub.ask(APPROVE_RULE_CHANGE, { variables: { change, approve }, as });
  return data == null ? codes : shown(data.approveRuleChange.userErrors);
};
/** Proposed by one and approved by another. */
const set = async (input: Partial<DeadlineRuleInput>, as: Claims = ADMINISTRATOR) => {
  const { change, errors } = await propose(input, as);
  return change == null ? errors : decide(change.id);
};
const remove = async (procedure: string | null, validFrom: string) => {
  const { data, codes } = await hub.ask(REMOVE, { variables: { procedure, validFrom }, as: ADMINISTRATOR });
  const { change, userErrors } = data?.removeDeadlineRule ?? {};
  return change == null ? [...shown(userErrors ?? []), ...codes] : decide(change.id);
};
const WHOLE = {
  ...{ counting: 'FROM_MINUTE' as const, cutoff: 'NEVER' as const, afterSupplement: 'CONTINUE' as const, supplements: 2 },
  stoppingStates: ['SUPPLEMENT_REQUESTED' as const],
};

describe('a rule for time limits', () => {
  it('is there for everybody to read, the province’s first', async () => {
    const [first, ...rest] = (await hub.ask(RULES, { variables: { procedure: PROCEDURE } })).data?.deadlineRules ?? [];
    expect(first).toMatchObject({ procedure: null, counting: 'FROM_NEXT_DAY', cutoff: 'ALWAYS', supplements: 1, committedDays: null });
    expect(rest).toMatchObject([{ procedure: PROCEDURE, validFrom: '2010-01-01', validTo: null, counting: null }]);
  });

  it('begins on a day, ends the one before it, and is recorded with what it was', async () => {
    const [before] = await rulesOf(PROCEDURE);
    expect(await set({ procedure: PROCEDURE, committedDays: 1.5, statutoryDays: 3 })).toEqual([]);
    expect(await set({ procedure: PROCEDURE, committedDays: 1.5, statutoryDays: 3 })).toEqual(['INVALID input']);
    expect(await rulesOf(PROCEDURE)).toMatchObject([
      { validFrom: '2010-01-01', validTo: '2026-01-01', committedDays: before?.committedDays },
      { validFrom: '2026-01-01', validTo: null, committedDays: 1.5, statutoryDays: 3 },
    ]);
    const changes = (await hub.ask(CHANGES, { as: { roles: ['AUDITOR'] } })).data?.deadlineRuleChanges;
    expect(changes).toMatchObject([
      {
        procedure: PROCEDURE,
        validFrom: '2026-01-01',
        ...{ changedBy: 'quan-tri-tinh', approvedBy: 'quan-tri-hai' },
        reason: 'quyết định mới',
        before: null,
        after: { committedDays: 1.5 },
      },
      { procedure: PROCEDURE, validFrom: '2010-01-01', before: { validTo: null }, after: { validTo: '2026-01-01' } },
    ]);
    // A later release's reference data leaves alone what an administrator wrote.
    await loadReferenceData(hub.platform);
    expect((await rulesOf(PROCEDURE)).map(({ validTo }) => validTo)).toEqual(['2026-01-01', null]);
    await expect(hub.platform.db.query('DELETE FROM dossiers.deadline_rule_change')).rejects.toThrow('append-only');
  });

  it('is reckoned with for what is received from its first day on', async () => {
    expect(await set({ procedure: '1.001193', validFrom: '2025-09-30', committedDays: 2, statutoryDays: 2 })).toEqual([]);
    const received = { status: 'PROCESSING' as const, submittedAt: '2025-09-30T08:00:00+07:00', acceptedAt: '2025-09-30T08:05:00+07:00' };
    const dossier = hub.dossier(received);
    await hub.feed(dossier);
    const { data } = await hub.ask(DUE, { variables: { code: dossier.code }, as: { roles: ['UNIT_LEADER'], unit: COMMUNE } });
    expect(data?.dossier?.computedDueAt).toBe('2025-10-02T17:00:00.000+07:00');
  });

  it('never holds within the time of another one of its key', async () => {
    expect(await set({ procedure: PROCEDURE, validFrom: '2025-06-01', committedDays: 2 })).toEqual(['INVALID input.validTo']);
    expect(await set({ procedure: PROCEDURE, validFrom: '2027-01-01', validTo: '2028-01-01', committedDays: 2 })).toEqual([]);
    expect(await set({ procedure: PROCEDURE, validFrom: '2026-06-01', committedDays: 2 })).toEqual(['INVALID input.validTo']);
    expect(await set({ procedure: PROCEDURE, validFrom: '2028-01-01', committedDays: 2 })).toEqual([]);
    expect((await rulesOf(PROCEDURE)).map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2010-01-01', '2026-01-01'],
      ['2026-01-01', '2027-01-01'],
      ['2027-01-01', '2028-01-01'],
      ['2028-01-01', null],
    ]);
  });

  it('of the province says everything and no days, and none says what can not be', async () => {
    expect(await set({ ...WHOLE, supplements: null })).toEqual(['INVALID input.supplements']);
    expect(await set({ ...WHOLE, committedDays: 3 })).toEqual(['INVALID input.committedDays']);
    expect(await set(WHOLE)).toEqual([]);
    for (const [wrong, field] of [
      [{ validTo: '2026-01-01' }, 'validTo'],
      [{ validFrom: '1999-12-31' }, 'validFrom'],
      [{ committedDays: -1 }, 'committedDays'],
      [{ committedDays: 5, statutoryDays: 4 }, 'committedDays'],
      [{ supplements: 11 }, 'supplements'],
      [{ stoppingStates: ['PROCESSING'] }, 'stoppingStates'],
      [{ reason: ' ' }, 'reason'],
    ] as [Partial<DeadlineRuleInput>, string][])
      expect(await set({ procedure: PROCEDURE, ...wrong })).toEqual([`INVALID input.${field}`]);
    expect(await set({ procedure: '9.999999' })).toEqual(['NOT_FOUND procedure']);
  });

  it('changes nothing before another administrator has let it, and only one change of it waits', async () => {
    const procedure = '1.001193';
    const before = await rulesOf(procedure);
    const { change } = await propose({ procedure, committedDays: 1 });
    expect(change).toMatchObject({
      kind: 'DEADLINE_RULE',
      approved: null,
      before: [{ procedure, validFrom: '2025-09-30', validTo: null }],
    });
    expect(await rulesOf(procedure)).toEqual(before);
    expect((await propose({ procedure, committedDays: 1 })).change?.id).toBe(change?.id);
    expect((await propose({ procedure, committedDays: 2 })).errors).toEqual(['ILLEGAL_TRANSITION input']);
    expect(await decide(change?.id ?? '', ADMINISTRATOR)).toEqual(['ILLEGAL_TRANSITION change']);
    expect(await decide(change?.id ?? '', SECOND, false)).toEqual([]);
    expect(await decide(change?.id ?? '')).toEqual(['ILLEGAL_TRANSITION change']);
    expect(await rulesOf(procedure)).toEqual(before);
    expect(await decide('rch_1')).toEqual(['NOT_FOUND change']);
  });

  it('is withdrawn while it is not in force yet, and the one before it holds on in its place', async () => {
    const procedure = '1.001193';
    const [before] = await rulesOf(procedure);
    expect(await set({ procedure, validFrom: '2026-03-01', validTo: '2026-06-01', committedDays: 1 })).toEqual([]);
    expect(await remove(procedure, '2026-03-02')).toEqual(['NOT_FOUND validFrom']);
    expect(await remove(procedure, before?.validFrom ?? '')).toEqual(['INVALID validFrom']);
    expect(await remove(procedure, '2026-03-01')).toEqual([]);
    expect((await rulesOf(procedure)).at(-1)).toMatchObject({ validFrom: '2025-09-30', validTo: '2026-06-01' });
    const [again, withdrawn] = (await hub.ask(CHANGES, { as: ADMINISTRATOR })).data?.deadlineRuleChanges ?? [];
    expect([again?.after, withdrawn]).toMatchObject([
      { validTo: '2026-06-01' },
      { validFrom: '2026-03-01', after: null, approvedBy: 'quan-tri-hai' },
    ]);
  });

  it('that was proposed on other rules is judged anew when it is approved, and stays undecided where it no longer fits', async () => {
    const { change } = await propose({ validFrom: '2026-02-01', validTo: '2026-03-01', ...WHOLE });
    await hub.platform.db.query(
      `INSERT INTO dossiers.deadline_rule (procedure, valid_from, valid_to, counting, cutoff, after_supplement, stopping_states, supplements, reference)
       SELECT procedure, '2026-02-10', '2026-02-20', counting, cutoff, after_supplement, stopping_states, supplements, false FROM dossiers.deadline_rule
       WHERE procedure = '' ORDER BY valid_from LIMIT 1`,
    );
    expect(await decide(change?.id ?? '')).toEqual(['INVALID change']);
    expect(await decide(change?.id ?? '', ADMINISTRATOR, false)).toEqual([]);
  });

  it('is the province’s administrator’s to set', async () => {
    for (const as of [
      { roles: ['ADMINISTRATOR'], unit: COMMUNE },
      { roles: ['UNIT_LEADER'], unit: '96' },
    ] as Claims[])
      expect(await set({ procedure: PROCEDURE }, as)).toEqual(['FORBIDDEN']);
    expect((await hub.ask(CHANGES, { as: { roles: ['UNIT_LEADER'], unit: '96' } })).codes).toEqual(['FORBIDDEN']);
    expect((await hub.ask(CHANGES)).codes).toEqual(['UNAUTHENTICATED']);
  });
});
