import type { Queryable } from '../../../platform/database/database.ts';
import { keptFor } from '../../../platform/kept.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { Formula } from './formula.ts';
import type { MeasureName } from './measures.ts';
import given from './rules.json' with { type: 'json' };

/** Whether a row that does not apply leaves the sum and its maximum, or gives all its points. */
export type NotApplicable = 'LEAVE_OUT' | 'GRANT';

/** A row of the index, and how its points are given while it is valid. */
export interface IndicatorRule {
  code: string;
  name: string;
  group: { code: string /** The last part of its address at the portal. */; id: string; name: string; max: number };
  /** Its place among all rows. */
  place: number;
  formula: Formula;
  /** Which of the hub's counts they are; null: the hub does not know it. */
  numerator: MeasureName | null;
  denominator: MeasureName | null;
  /** The portal's parameters, where it publishes no row of its own; joined by + where they add up. */
  portal: { numerator: string; denominator: string } | null;
  communeLevel: boolean;
  /** Whether it says anything of one procedure alone. */
  perProcedure: boolean;
  notApplicable: NotApplicable;
  /** What one should know of the hub's own figure. */
  flags: readonly string[];
  /** First and last day, YYYY-MM-DD. */
  validFrom: string;
  validTo: string | null;
}

/** The rows of Decision 766 as they were seen to be reckoned in 2026: what a new installation begins with. */
export const givenRules: readonly IndicatorRule[] = given.groups
  .flatMap(({ components, ...group }) => components.map((component) => ({ group, component })))
  .map(({ group, component }, place) => ({
    ...(component as Pick<IndicatorRule, 'code' | 'name' | 'numerator' | 'denominator' | 'communeLevel' | 'perProcedure'>),
    group,
    place,
    formula: component.formula as Formula,
    portal: 'portal' in component && component.portal !== undefined ? component.portal : null,
    notApplicable: given.notApplicable as NotApplicable,
    flags: 'flags' in component && component.flags !== undefined ? component.flags : [],
    validFrom: given.validFrom,
    validTo: null,
  }));

const KEPT_MS = 60_000;
const rules = keptFor(KEPT_MS, (hub: Platform) => readRules(hub.db));

/** All rules, past, present and to come, in the order of their rows and first days. */
export async function readRules(sql: Queryable): Promise<IndicatorRule[]> {
  const rows = await sql.query<{ rule: Omit<IndicatorRule, 'validFrom' | 'validTo'>; valid_from: string; valid_to: string | null }>(
    'SELECT rule, valid_from, valid_to FROM dossiers.indicator_rule ORDER BY valid_from',
  );
  return rows
    .map(({ rule, valid_from: validFrom, valid_to: validTo }): IndicatorRule => ({ ...rule, validFrom, validTo }))
    .sort((a, b) => a.place - b.place);
}

/** The rules among all that are valid on a day. */
export function validOn(all: readonly IndicatorRule[], day: string): IndicatorRule[] {
  return all.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}

/**
 * The rules by which a period up to a day is reckoned, in order; as of a minute ago at most. A day that is still to come is reckoned
 * by today's rules: what is not in force yet gives no points.
 */
export async function rulesOn(hub: Platform, day: string): Promise<readonly IndicatorRule[]> {
  const today = localDateOf(hub.clock.business());
  return validOn(await rules.of(hub), day < today ? day : today);
}

/** Forgets the kept rules, after they were changed. */
export function forgetRules(hub: Platform): void {
  rules.forget(hub);
}
