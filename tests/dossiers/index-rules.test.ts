import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { IndexRuleInput } from '../../schema/generated/graphql.ts';
import { APPROVE_RULE_CHANGE, type Claims, COMMUNE, createDossiersHub, type DossiersHub } from '../support/dossiers.ts';

const RULES = graphql(`
  query IndexRules($on: LocalDate) {
    indexRules(on: $on) { code group validFrom validTo formula max targetPercent whenNone communeLevel notApplicable }
  }
`);
const PROPOSE = graphql(`
  mutation ProposeIndexRules($input: IndexRulesInput!) {
    proposeIndexRules(input: $input) { change { id kind content before proposedBy approved } userErrors { code field message } }
  }
`);
const REMOVE = graphql(`
  mutation RemoveIndexRules($validFrom: LocalDate!, $codes: [ID!]) {
    removeIndexRules(validFrom: $validFrom, codes: $codes, reason: "hoãn áp dụng") { change { id } userErrors { code field } }
  }
`);
const TRAIL = graphql(
  `query RuleChanges($waiting: Boolean) { ruleChanges(waiting: $waiting) { kind reason proposedBy decidedBy approved } }`,
);
const SCORES = graphql(`
  query ScoresByRules($from: LocalDate!, $to: LocalDate!) {
    administrativeUnit(code: "32248") {
      indicators(period: { from: $from, to: $to }) { groups { code components { code max score } } }
    }
  }
`);

const ADMINISTRATOR: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri-tinh' };
const SECOND: Claims = { roles: ['ADMINISTRATOR'], subject: 'quan-tri-hai' };
const TODAY = '2025-09-30';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
  at(`${TODAY}T10:00:00`);
});
afterAll(() => hub.stop());

function at(time: string): void {
  hub.platform.clock.business = () => new Date(`${time}+07:00`);
}
const rules = async (on: string | null = null) => (await hub.ask(RULES, { variables: { on } })).data?.indexRules ?? [];
const ruleOn = async (code: string, on: string) => (await rules(on)).find((rule) => rule.code === code);
const propose = async (rows: IndexRuleInput[], { validFrom = '2025-12-01', reason = 'quyết định mới', as = ADMINISTRATOR } = {}) => {
  const { data, codes } = await hub.ask(PROPOSE, { variables: { input: { validFrom, rules: rows, reason } }, as });
  const errors = data?.proposeIndexRules.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`) ?? codes;
  return { change: data?.proposeIndexRules.change, errors, text: data?.proposeIndexRules.userErrors[0]?.message };
};
const decide = async (change: string | undefined, as = SECOND, approve = true) => {
  const { data, codes } = await hub.ask(APPROVE_RULE_CHANGE, { variables: { change: change ?? '', approve }, as });
  return data?.approveRuleChange.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`) ?? codes;
};
const remove = async (validFrom: string, codes: string[] | null = null) => {
  const { data } = await hub.ask(REMOVE, { variables: { validFrom, codes }, as: ADMINISTRATOR });
  const { change, userErrors } = data?.removeIndexRules ?? {};
  return change == null ? userErrors?.map(({ code, field }) => `${code} ${field?.join('.')}`) : decide(change.id);
};
const maxOf = async (code: string, to: string) => {
  const { data } = await hub.ask(SCORES, { variables: { from: `${to.slice(0, 7)}-01`, to } });
  const groups = data?.administrativeUnit?.indicators.groups ?? [];
  return groups.flatMap(({ components }) => components).find((each) => each.code === code)?.max;
};

describe('how the index gives points', () => {
  it('is there for everybody to read: a hundred points in all', async () => {
    const all = await rules(TODAY);
    expect(all.reduce((sum, { max }) => sum + (max ?? 0), 0)).toBe(100);
    expect(await ruleOn('ONLINE_FILING', TODAY)).toEqual({
      ...{ code: 'ONLINE_FILING', group: 'CLGQ', validFrom: '2022-06-23', validTo: null, formula: 'RATIO_TO_TARGET', max: 6 },
      ...{ targetPercent: 50, whenNone: 'UNKNOWN', communeLevel: true, notApplicable: 'LEAVE_OUT' },
    });
  });

  it('changes by two people, rows that belong together at once, and from its day on alone', async () => {
    const wanted = [
      { code: 'ONLINE_FILING', max: 8, targetPercent: 70 },
      { code: 'ON_TIME', max: 18 },
    ];
    const { change } = await propose(wanted);
    expect(change).toMatchObject({ kind: 'INDEX_RULES', proposedBy: 'quan-tri-tinh', approved: null, content: { rules: wanted } });
    expect(change?.before).toMatchObject([
      { code: 'ONLINE_FILING', formula: { max: 6 } },
      { code: 'ON_TIME', formula: { max: 20 } },
    ]);
    expect(await ruleOn('ONLINE_FILING', '2025-12-01')).toMatchObject({ max: 6 });
    expect(await decide(change?.id, ADMINISTRATOR)).toEqual(['ILLEGAL_TRANSITION change']);
    expect(await decide(change?.id)).toEqual([]);
    expect(await ruleOn('ONLINE_FILING', '2025-11-30')).toMatchObject({ max: 6, targetPercent: 50, validTo: '2025-11-30' });
    expect(await ruleOn('ONLINE_FILING', '2025-12-01')).toMatchObject({
      max: 8,
      targetPercent: 70,
      validTo: null,
      formula: 'RATIO_TO_TARGET',
    });
    expect(await ruleOn('ON_TIME', '2025-12-01')).toMatchObject({ max: 18, formula: 'RATIO' });
    // A period that has not come to that day is reckoned by today's rules.
    expect(await maxOf('ONLINE_FILING', '2025-12-31')).toBe(6);
    at('2025-12-01T08:00:00');
    expect(await maxOf('ONLINE_FILING', '2025-12-31')).toBe(8);
    expect(await maxOf('ONLINE_FILING', '2025-11-30')).toBe(6);
    at(`${TODAY}T10:00:00`);
  });

  it('is withdrawn while it is to come, and what was before it holds on', async () => {
    const { change } = await propose([{ code: 'PAY_DOSSIERS', formula: 'RATIO_TO_TARGET', targetPercent: 50 }], {
      validFrom: '2026-01-01',
    });
    expect(await decide(change?.id)).toEqual([]);
    expect(await ruleOn('PAY_DOSSIERS', '2026-01-01')).toMatchObject({ formula: 'RATIO_TO_TARGET', targetPercent: 50, max: 6 });
    expect(await remove('2026-01-02')).toEqual(['NOT_FOUND validFrom']);
    expect(await remove('2026-01-01', ['PAY_DOSSIERS', 'ON_TIME'])).toEqual(['NOT_FOUND validFrom']);
    expect(await remove('2022-06-23', ['PAY_DOSSIERS'])).toEqual(['INVALID validFrom']);
    expect(await remove('2026-01-01')).toEqual([]);
    expect((await rules()).filter(({ code }) => code === 'PAY_DOSSIERS')).toMatchObject([
      { validFrom: '2022-06-23', validTo: null, formula: 'RATIO' },
    ]);
    // Of rows that share their points one alone can't be withdrawn.
    expect(await remove('2025-12-01', ['ON_TIME'])).toEqual(['INVALID input.rules']);
    expect(await remove('2025-12-01')).toEqual([]);
    expect((await rules('2025-12-01')).every(({ validFrom }) => validFrom === '2022-06-23')).toBe(true);
  });

  it('never says what can not be', async () => {
    for (const [row, text] of [
      [{ code: 'ON_TIME', max: 20.5 }, 'rules: tổng điểm tối đa sẽ là 100.5, không được quá 100.'],
      [{ code: 'ON_TIME', max: 0 }, 'rules, ON_TIME: max: trên 0, nhiều nhất 100 điểm.'],
      [{ code: 'ON_TIME', targetPercent: 90 }, 'rules, ON_TIME: targetPercent chỉ dùng với RATIO_TO_TARGET.'],
      [{ code: 'ON_TIME', formula: 'RATIO_TO_TARGET' }, 'rules, ON_TIME: targetPercent: trên 0, nhiều nhất 100.'],
      [{ code: 'ONLINE_FILING', targetPercent: 101 }, 'rules, ONLINE_FILING: targetPercent: trên 0, nhiều nhất 100.'],
      [{ code: 'AVG_DAYS', max: 3 }, 'rules, AVG_DAYS: REFERENCE không có điểm (max).'],
      [{ code: 'NO_SUCH_ROW', max: 3 }, 'rules: không có chỉ số NO_SUCH_ROW.'],
    ] as [IndexRuleInput, string][])
      expect(await propose([row])).toMatchObject({ errors: ['INVALID input.rules'], text });
    expect((await propose([])).errors).toEqual(['INVALID input.rules']);
    expect((await propose([{ code: 'ON_TIME' }])).errors).toEqual(['INVALID input.rules']);
    expect((await propose([{ code: 'ON_TIME', max: 1 }], { validFrom: '2022-06-22' })).errors).toEqual(['INVALID input.validFrom']);
    expect((await propose([{ code: 'ON_TIME', max: 1 }], { reason: ' ' })).errors).toEqual(['INVALID reason']);
    expect(await rules()).toHaveLength((await rules(TODAY)).length);
  });

  it('is the province’s administrators’ to change, and whoever audits reads who did', async () => {
    const mine: IndexRuleInput[] = [{ code: 'ON_TIME', max: 19 }];
    const commune: Claims = { roles: ['ADMINISTRATOR'], unit: COMMUNE };
    expect((await propose(mine, { as: commune })).errors).toEqual(['FORBIDDEN']);
    expect((await propose(mine, { as: { roles: ['UNIT_LEADER'], unit: '96' } })).errors).toEqual(['FORBIDDEN']);
    const { change } = await propose(mine);
    expect(await decide(change?.id, commune)).toEqual(['FORBIDDEN']);
    expect((await hub.ask(TRAIL, { variables: { waiting: true }, as: { roles: ['AUDITOR'] } })).data?.ruleChanges).toEqual([
      { kind: 'INDEX_RULES', reason: 'quyết định mới', proposedBy: 'quan-tri-tinh', decidedBy: null, approved: null },
    ]);
    expect(await decide(change?.id, ADMINISTRATOR, false)).toEqual([]);
    const [last] = (await hub.ask(TRAIL, { variables: { waiting: false }, as: { roles: ['AUDITOR'] } })).data?.ruleChanges ?? [];
    expect(last).toMatchObject({ decidedBy: 'quan-tri-tinh', approved: false });
    expect((await hub.ask(TRAIL, { as: { roles: ['OPERATOR'] } })).codes).toEqual(['FORBIDDEN']);
    await expect(hub.platform.db.query(`UPDATE dossiers.rule_change SET approved = true`)).rejects.toThrow('append-only');
    await expect(hub.platform.db.query('DELETE FROM dossiers.rule_change')).rejects.toThrow('append-only');
  });
});
