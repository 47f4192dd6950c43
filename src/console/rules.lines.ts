import type { RuleChange } from './operations.rules.ts';
import type { Scene } from './scene.ts';
import { TEXTS, type TextKey } from './texts.ts';

/** One thing that a change makes different. */
export interface RuleLine {
  /** The row of the index; undefined: the change is of one rule. */
  row: string | undefined;
  label: string;
  before: string;
  after: string;
}

/** A change as people read it. */
export interface ReadRuleChange {
  /** Its first day (YYYY-MM-DD). */
  from: string;
  /** Of which procedure, or of which rows. */
  subject: string;
  lines: RuleLine[];
}

type Values = Readonly<Record<string, unknown>>;

/** What the graph keeps of an index rule. */
interface IndexRule extends Values {
  code: string;
  formula: { shape: string; max?: number; target?: number; whenNone?: string };
}

/** The contents of each kind, as the inputs of its proposal say. */
interface Content {
  validFrom: string;
  procedure?: string | null;
  rules?: readonly (Values & { code: string })[];
}

const DEADLINE_FIELDS = [
  'counting',
  'cutoff',
  'afterSupplement',
  'stoppingStates',
  'supplements',
  'committedDays',
  'statutoryDays',
  'validTo',
] as const;
const INDEX_FIELDS = ['formula', 'max', 'targetPercent', 'whenNone', 'communeLevel', 'notApplicable'] as const;
type Field = (typeof DEADLINE_FIELDS)[number] | (typeof INDEX_FIELDS)[number];

/** What a change makes different, and from when. */
export function readRuleChange(scene: Scene, { kind, ...change }: RuleChange): ReadRuleChange {
  const content = change.content as Content;
  const before = change.before as readonly Values[];
  const from = content.validFrom;
  if (kind === 'DEADLINE_RULE' || kind === 'DEADLINE_RULE_REMOVAL') {
    const { t } = scene;
    const subject = content.procedure == null ? t('rules.everywhere') : t('rules.procedure', { code: content.procedure });
    // Set: the rule of the same day, or the one that ends with it. Withdrawn: the rule itself, and the one that holds on in its place.
    const [old, previous] = before;
    const holding = previous && { ...previous, validTo: old?.['validTo'] };
    return { from, subject, lines: deadlineLines(scene, old, kind === 'DEADLINE_RULE' ? { ...content } : holding) };
  }
  const rules = before as readonly IndexRule[];
  const lines =
    kind === 'INDEX_RULES'
      ? (content.rules ?? []).flatMap((wanted) =>
          indexLines(
            scene,
            rules.find(({ code }) => code === wanted.code),
            wanted,
          ),
        )
      : rules.flatMap((rule) => withdrawnLines(scene, rule));
  return { from, subject: rules.map(({ code }) => code).join(', '), lines };
}

function deadlineLines(scene: Scene, old: Values | undefined, next: Values | undefined): RuleLine[] {
  const told = (rule: Values | undefined, field: Field) =>
    rule === undefined ? scene.t('rules.noRule') : valueText(scene, field, rule[field]);
  return DEADLINE_FIELDS.filter((field) => !isSame(old?.[field], next?.[field])).map((field) => ({
    ...{ row: undefined, label: scene.t(`ruleField.${field}`), before: told(old, field), after: told(next, field) },
  }));
}

function indexLines(scene: Scene, rule: IndexRule | undefined, wanted: Values & { code: string }): RuleLine[] {
  const old = rule && flat(rule);
  return INDEX_FIELDS.filter((field) => wanted[field] != null && !isSame(old?.[field], wanted[field])).map((field) => ({
    ...{ row: wanted.code, label: scene.t(`ruleField.${field}`) },
    ...{ before: valueText(scene, field, old?.[field]), after: valueText(scene, field, wanted[field]) },
  }));
}

function withdrawnLines(scene: Scene, rule: IndexRule): RuleLine[] {
  const old = flat(rule);
  const fields = INDEX_FIELDS.filter((field) => old[field] !== undefined);
  return fields.map((field) => ({
    ...{
      row: rule.code,
      label: scene.t(`ruleField.${field}`),
      before: valueText(scene, field, old[field]),
      after: scene.t('rules.previous'),
    },
  }));
}

/** A row of the index by the names that a proposal has for its parts. */
function flat({ formula: { shape, max, target, whenNone }, communeLevel, notApplicable }: IndexRule): Values {
  const targetPercent = target === undefined ? undefined : Math.round(target * 10_000) / 100;
  return { formula: shape.toUpperCase().replaceAll('-', '_'), max, targetPercent, whenNone, communeLevel, notApplicable };
}

function isOfIndex(field: Field): boolean {
  return INDEX_FIELDS.some((each) => each === field);
}

/** Absent and empty are the same: nothing is said. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function valueText(scene: Scene, field: Field, value: unknown): string {
  const { t, formats } = scene;
  if (field === 'validTo') return typeof value === 'string' ? formats.day(value) : t('rules.endless');
  if (value == null) return t(isOfIndex(field) ? 'rules.nothing' : 'rules.unsaid');
  if (Array.isArray(value)) return value.length === 0 ? t('rules.nothing') : value.map((each) => valueText(scene, field, each)).join(', ');
  if (typeof value === 'boolean') return t(value ? 'rules.yes' : 'rules.no');
  if (typeof value === 'number')
    return field === 'targetPercent' ? t('rules.percent', { value: formats.count(value) }) : formats.count(value);
  const key = `ruleValue.${String(value)}`;
  return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : String(value);
}
