import { UpstreamError } from '../contract/errors.ts';
import type { EvaluationGroup, EvaluationPeriod, PublishedMetric, PublishedUnit } from '../contract/reporting.ts';

/** The group that the portal does not narrow to one procedure. */
export const HAS_NO_PROCEDURES: ReadonlySet<EvaluationGroup> = new Set(['handling-satisfaction']);

/** As the portal's own page asks. */
const PAGE_SIZES: Record<EvaluationGroup, number> = {
  transparency: 200,
  'dvc-progress-tree': 100,
  'provide-online-tree': 200,
  'formality-online-payment-tree': 100,
  'dossier-digitized': 200,
  'handling-satisfaction': 200,
};

/** The body of a question. Satisfaction takes days instead of a period, and digitization spells its filter otherwise. */
export function evaluationBody(
  group: EvaluationGroup,
  period: EvaluationPeriod,
  { root, page, formality }: { root: string; page: number; formality?: string },
): Record<string, string | number> {
  const when = group === 'handling-satisfaction' ? daysOf(period) : period;
  const filter = formality === undefined ? {} : { [group === 'dossier-digitized' ? 'formalityID' : 'formalityId']: formality };
  return { ...when, rootDepartmentId: root, ...filter, currentPage: page, pageSize: PAGE_SIZES[group] };
}

/** First and last day of a period, YYYY-MM-DD. */
export function daysOf(period: EvaluationPeriod): { fromDate: string; toDate: string } {
  const [first, months] =
    period.timeType === 'month' ? [period.month - 1, 1] : period.timeType === 'quarter' ? [(period.quarter - 1) * 3, 3] : [0, 12];
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { fromDate: day(Date.UTC(period.year, first, 1)), toDate: day(Date.UTC(period.year, first + months, 0)) };
}

type Row = Readonly<Record<string, unknown>>;

/** The `data` of an evaluation: three groups list rows, three give numbers of a tree. */
export interface EvaluationData {
  overview?: Row;
  evaluation?: Row[];
  parent?: Row;
  children?: Row[];
  pagination?: { totalPages?: unknown };
}

/** The province first, then its units. Throws UpstreamError for a form that nobody has seen. */
export function unitsOf(data: EvaluationData): PublishedUnit[] {
  const [root, units] = data.parent === undefined ? [data.overview, data.evaluation] : [data.parent, data.children];
  if (root === undefined || !Array.isArray(units)) {
    throw new UpstreamError('the answer has neither overview and evaluation nor parent and children', {
      ...{ code: 'UNREADABLE', retry: true, outcomeUnknown: false, unreachable: false },
    });
  }
  return [root, ...units].map(unitOf);
}

export function pagesOf({ pagination }: EvaluationData): number {
  return numberOf(pagination?.totalPages) ?? 1;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Numbers of a unit that are no parameters of its group. */
const OWN = new Set(['stt', 'score', 'totalScore', 'maxScore', 'totalMaxScore', 'ratio', 'scoreDelta', 'level', 'departmentLevel']);

function unitOf(row: Row): PublishedUnit {
  const metrics = Array.isArray(row['metrics']) ? (row['metrics'] as Row[]) : [];
  const parameters = Object.entries(row).filter(
    ([name, value]) => !OWN.has(name) && !/^(department|agency)/.test(name) && (value === null || typeof value === 'number'),
  );
  return {
    code: textOf(row['departmentCode']),
    name: textOf(row['departmentName']) ?? '',
    score: numberOf(row['totalScore']) ?? numberOf(row['score']),
    max: numberOf(row['totalMaxScore']) ?? numberOf(row['maxScore']),
    metrics: metrics.flatMap(metricOf),
    parameters: Object.fromEntries(parameters.map(([name, value]) => [name, numberOf(value)])),
  };
}

function metricOf(row: Row): PublishedMetric[] {
  const code = textOf(row['code']);
  if (code === null) return [];
  const flag = textOf(row['dataQualityStatus']);
  return [
    {
      code,
      numerator: numberOf(row['numerator']),
      denominator: numberOf(row['denominator']),
      score: numberOf(row['score']),
      max: numberOf(row['maxScore']),
      flags: flag === null ? [] : [flag],
    },
  ];
}

/** The portal's id of a procedure, out of an answer of its catalogue; undefined: it lists none of that code. */
export function formalityOf(data: unknown, procedure: string): string | undefined {
  const lists = Object.values(data as Record<string, unknown>).filter((value): value is Row[] => Array.isArray(value));
  const item = lists.flat().find((each) => each['code'] === procedure);
  return item === undefined ? undefined : (textOf(item['id']) ?? undefined);
}
