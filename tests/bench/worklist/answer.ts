import { isDeepStrictEqual } from 'node:util';

/** What the database holds for one request, read by a statement of the benchmark's own. */
export interface Expected {
  /** Ids of the page's dossiers, in order. */
  ids: readonly string[];
  /** The unit whose worklist it is. */
  unit: string;
}

interface Worklist {
  nodes: ({ id: string; timeliness?: unknown } & Record<string, unknown>)[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Why an answer's text is not the worklist that was asked for; undefined: it is. */
export function faultOf(text: string, expected: Expected): string | undefined {
  const list = readWorklist(text);
  if (typeof list === 'string') return list;
  const ids = list.nodes.map(({ id }) => id);
  if (!isDeepStrictEqual(ids, expected.ids)) return `unit ${expected.unit}: other dossiers than the database holds`;
  for (const node of list.nodes) {
    for (const name of ['applicant', 'payments', 'synchronizations', 'amountDue', 'procedure', 'receivingUnit']) {
      if (node[name] === undefined || node[name] === null) return `unit ${expected.unit}: ${name} is missing at ${node.id}`;
    }
  }
  return undefined;
}

/** Whether two answers tell the same; not how the dossiers stand to their due dates, which changes with the clock. */
export function sameAnswer(one: string, other: string): boolean {
  return isDeepStrictEqual(withoutClock(one), withoutClock(other));
}

function withoutClock(text: string): unknown {
  const list = readWorklist(text);
  return typeof list === 'string' ? Symbol(list) : { ...list, nodes: list.nodes.map(({ timeliness: _now, ...node }) => node) };
}

function readWorklist(text: string): Worklist | string {
  let answer: { data?: { dossiers?: Worklist } | null; errors?: unknown };
  try {
    answer = JSON.parse(text);
  } catch {
    return `no JSON: ${text.slice(0, 120)}`;
  }
  if (answer.errors !== undefined) return `errors: ${JSON.stringify(answer.errors).slice(0, 300)}`;
  return answer.data?.dossiers ?? 'no dossiers';
}
