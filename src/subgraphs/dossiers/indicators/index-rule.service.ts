import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, userError } from '../../../platform/errors.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { RuleKind } from '../rule-change/rule-change.row.ts';
import { planRules, tooMany, type WantedRules } from './index-rule.plan.ts';
import { forgetRules, type IndicatorRule, readRules, validOn } from './rules.ts';

/** Which rules that are to come are withdrawn. */
export interface WithdrawnRules {
  validFrom: string;
  /** Null: all that begin on that day. */
  codes: readonly string[] | null;
}

/** Rows of the index give points otherwise from a day on; the rules that they follow end the day before. */
export const indexRulesKind: RuleKind<WantedRules> = {
  async plan({ sql }, wanted) {
    const plan = planRules(await readRules(sql), wanted);
    if ('error' in plan) return plan;
    if (plan.after.every((rule, at) => isDeepStrictEqual(meaningOf(rule), meaningOf(plan.before[at])))) return { error: NOTHING_NEW };
    return {
      before: plan.before,
      async apply() {
        for (const rule of plan.after) await keep(sql, rule);
      },
    };
  },
  applied: async (hub) => forgetRules(hub),
};

/** Rows that are not in force yet are withdrawn; the rules that ended the day before hold on in their place. */
export const indexRulesRemovalKind: RuleKind<WithdrawnRules> = {
  async plan({ hub, sql }, { validFrom, codes }) {
    const all = await readRules(sql);
    const gone = all.filter((rule) => rule.validFrom === validFrom && (codes === null || codes.includes(rule.code)));
    if (gone.length === 0 || (codes !== null && gone.length < new Set(codes).size)) return { error: notFound('validFrom') };
    if (validFrom <= localDateOf(hub.clock.business())) return { error: IN_FORCE };
    const left = all.filter((rule) => !gone.includes(rule));
    const then = gone.flatMap(({ code, validTo }) => {
      const previous = left.findLast((rule) => rule.code === code && rule.validFrom < validFrom);
      return previous === undefined ? [] : [{ ...previous, validTo }];
    });
    const refused = tooMany([...validOn(left, validFrom), ...then]);
    if (refused !== undefined) return refused;
    return {
      before: gone,
      async apply() {
        await sql.query('DELETE FROM dossiers.indicator_rule WHERE valid_from = $1 AND code = ANY($2::text[])', [
          validFrom,
          gone.map(({ code }) => code),
        ]);
        for (const rule of then) await keep(sql, rule);
      },
    };
  },
  applied: async (hub) => forgetRules(hub),
};

/** A rule without the day from which it holds. */
function meaningOf(rule: IndicatorRule | undefined): unknown {
  const { validFrom: _from, validTo: _to, ...meaning } = rule ?? {};
  return meaning;
}

/** Writes a rule over the one of its row and first day; the rule before it ends the day before. */
async function keep(sql: Transaction, { validFrom, validTo, ...rule }: IndicatorRule): Promise<void> {
  await sql.query(
    `UPDATE dossiers.indicator_rule SET valid_to = $2::date - 1 WHERE code = $1 AND valid_from < $2 AND (valid_to IS NULL OR valid_to >= $2)`,
    [rule.code, validFrom],
  );
  await sql.query(
    `INSERT INTO dossiers.indicator_rule (code, valid_from, valid_to, rule) VALUES ($1, $2, $3, $4::jsonb)
     ON CONFLICT (code, valid_from) DO UPDATE SET valid_to = excluded.valid_to, rule = excluded.rule`,
    [rule.code, validFrom, validTo, JSON.stringify(rule)],
  );
}

const NOTHING_NEW = userError('INVALID', { vi: 'rules: các quy tắc đang đúng như vậy.', en: 'rules: they are like that already.' }, [
  'input',
  'rules',
]);
const IN_FORCE = userError(
  'INVALID',
  { vi: 'validFrom: chỉ rút được quy tắc chưa có hiệu lực.', en: 'validFrom: only rules that are not in force yet can be withdrawn.' },
  ['validFrom'],
);
