import type { SandboxIssuer } from '../../../src/platform/auth/sandbox-issuer.ts';
import type { Queryable } from '../../../src/platform/database/database.ts';
import { readPage, writeCursor } from '../../../src/platform/graphql/connection.ts';
import { toGlobalId } from '../../../src/platform/ids.ts';
import { WORKLIST } from '../../support/documents.ts';
import type { Expected } from './answer.ts';

/** One page of one unit's worklist, asked by one officer. */
export interface WorklistRequest {
  authorization: string;
  /** The body of the POST. */
  body: string;
  /** Told beside the query, for the form without tokens. */
  unit: string;
  expected: Expected;
}

const UNITS = 12;
const OFFICERS = 2;
const PAGES = 5;
/** Rows of a page. */
export const PAGE_SIZE = 20;

/** Pages of several units, for several officers of each: no cache of one answer can help. In an order that mixes them. */
export async function chooseRequests(sql: Queryable, issuer: SandboxIssuer): Promise<WorklistRequest[]> {
  const requests: WorklistRequest[][] = [];
  for (const unit of await largestUnits(sql)) {
    const pages = await pagesOf(sql, unit, PAGE_SIZE);
    for (let officer = 1; officer <= OFFICERS; officer++) {
      const authorization = await officerOf(issuer, unit, officer);
      requests.push(pages.map(({ after, ids }) => ({ authorization, unit, body: bodyOf(PAGE_SIZE, after), expected: { unit, ids } })));
    }
  }
  return Array.from({ length: PAGES }, (_, page) => requests.flatMap((pages) => pages[page] ?? [])).flat();
}

/** A row's cursor in the order of a worklist that names none. The comparison of answers tells where the hub's have another form. */
export function cursorAt(row: { id: string; submitted_at: Date }): string {
  return writeCursor(['SUBMITTED_AT_DESC', row.submitted_at.toISOString(), row.id]);
}

/** When the row was submitted that the page begins after, and its key; what is later than every row where there is no cursor. */
export function readCursorAt(after: string | null): [string, string] {
  const [, at, id] = readPage({ after }).after ?? [];
  return [at ?? 'infinity', id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
}

/** The first page of a unit, of any size. */
export function firstPage(request: WorklistRequest, size: number): WorklistRequest {
  return { ...request, body: bodyOf(size, null) };
}

function bodyOf(first: number, after: string | null): string {
  return JSON.stringify({ query: WORKLIST.toString(), variables: { first, after } });
}

async function officerOf(issuer: SandboxIssuer, unit: string, number: number): Promise<string> {
  const token = await issuer.token({ roles: ['OFFICER'], unit, subject: `bench-${unit}-${number}`, ttl: '8h' });
  return `Bearer ${token}`;
}

async function largestUnits(sql: Queryable): Promise<string[]> {
  const rows = await sql.query<{ unit: string; count: number }>(
    'SELECT receiving_unit AS unit, count(*) AS count FROM dossiers.dossier WHERE voided_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $1',
    [UNITS],
  );
  if (rows.length < UNITS || rows.some(({ count }) => count <= PAGES * PAGE_SIZE)) {
    throw new Error(`BENCH_DOSSIERS: too few dossiers: ${UNITS} units with more than ${PAGES * PAGE_SIZE} each are needed`);
  }
  return rows.map(({ unit }) => unit);
}

async function pagesOf(sql: Queryable, unit: string, size: number): Promise<{ after: string | null; ids: string[] }[]> {
  const rows = await sql.query<{ id: string; submitted_at: Date }>(
    `SELECT id, submitted_at FROM dossiers.dossier WHERE (receiving_unit = $1 OR handling_unit = $1) AND voided_at IS NULL
     ORDER BY submitted_at DESC, id DESC LIMIT $2`,
    [unit, PAGES * size],
  );
  return Array.from({ length: PAGES }, (_, page) => {
    const last = page === 0 ? undefined : rows[page * size - 1];
    return {
      after: last === undefined ? null : cursorAt(last),
      ids: rows.slice(page * size, (page + 1) * size).map(({ id }) => toGlobalId('dossier', id)),
    };
  });
}
