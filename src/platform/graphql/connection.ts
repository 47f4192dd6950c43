import { badUserInput, limitExceeded } from '../errors.ts';

/** The arguments of every paged field. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** A page to read: `size` rows beyond the cursor, read backwards where `backward`. */
export interface PageRequest {
  size: number;
  backward: boolean;
  /** The sort key of the row beyond which the page lies. */
  after: readonly (string | null)[] | undefined;
  /** The sort key of the row before which the page lies. */
  before: readonly (string | null)[] | undefined;
}

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 100;

/** Checks a page's arguments: neither first nor last means the first 20; both, negative or over 100 is refused. */
export function readPage(page: PageArguments): PageRequest {
  const { first, last } = page;
  if (first != null && last != null) {
    throw badUserInput('last', { vi: 'Chỉ dùng một trong hai: first hoặc last.', en: 'Give first or last, not both.' });
  }
  const size = first ?? last ?? DEFAULT_SIZE;
  const field = last == null ? 'first' : 'last';
  if (!Number.isInteger(size) || size < 0 || size > LARGEST_SIZE) {
    throw badUserInput(field, { vi: `${field} phải từ 0 đến ${LARGEST_SIZE}.`, en: `${field} must be from 0 to ${LARGEST_SIZE}.` });
  }
  return { size, backward: last != null, after: readCursor('after', page.after), before: readCursor('before', page.before) };
}

/** An opaque cursor out of a row's sort key. */
export function writeCursor(key: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function readCursor(field: 'after' | 'before', cursor: string | null | undefined): readonly (string | null)[] | undefined {
  if (cursor == null) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length > 0 && key.every((part) => part === null || typeof part === 'string')) return key;
  } catch {
    // Not one of ours: refused below like any other text.
  }
  throw badUserInput(field, { vi: `${field}: con trỏ không hợp lệ.`, en: `${field} is not a cursor of this list.` });
}

/** A page of rows as the graph shows it. `count` runs only where totalCount is asked for. */
export interface Page<Row> {
  /** Cursors are written where they are asked for: most lists are read without. */
  edges: { readonly cursor: string; node: Row }[];
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; readonly startCursor: string | null; readonly endCursor: string | null };
  totalCount: () => Promise<number>;
}

/**
 * Makes a page out of rows that were read with one more than its size, in reading order (backwards where
 * the request is), and puts them in list order.
 */
export function toPage<Row>(
  rows: readonly Row[],
  request: PageRequest,
  read: { key(row: Row): readonly (string | null)[]; count(): Promise<number> },
): Page<Row> {
  const more = rows.length > request.size;
  const kept = rows.slice(0, request.size);
  if (request.backward) kept.reverse();
  const edges = kept.map((node) => ({
    get cursor() {
      return writeCursor(read.key(node));
    },
    node,
  }));
  return {
    edges,
    nodes: kept,
    pageInfo: {
      hasNextPage: request.backward ? request.before !== undefined : more,
      hasPreviousPage: request.backward ? more : request.after !== undefined,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount: read.count,
  };
}

/** An empty page, for a list that the viewer may not see. */
export function emptyPage<Row>(): Page<Row> {
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  return { edges: [], nodes: [], pageInfo, totalCount: () => Promise.resolve(0) };
}

/** Refuses a batch that is larger than one call takes. */
export function checkBatch(field: string, size: number, largest: number): void {
  if (size <= largest) return;
  throw limitExceeded({
    vi: `${field}: tối đa ${largest} phần tử một lần gọi, nhận được ${size}. Hãy chia nhỏ.`,
    en: `${field}: at most ${largest} items a call, got ${size}. Send them in parts.`,
  });
}
