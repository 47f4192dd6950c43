import type pg from 'pg';

/** A table that a feed writes to, and which of its rows one phase of a round wrote. */
interface Written {
  table: string;
  key: string;
  /** Whether rows of the key are replaced; else they stay. */
  replaces: boolean;
  /** A condition on the row `r`; $1: codes of the round, as LIKE has them; $2: the outbox's last number before the phase; $3: keys of its steps. */
  rows: string;
  /** In what order they were written. */
  order: string;
}

const OF_ROUND = 'SELECT id FROM dossiers.dossier WHERE code LIKE $1';

const TABLES: readonly Written[] = [
  {
    table: 'identity.citizen',
    key: 'id',
    replaces: true,
    rows: 'r.id IN (SELECT applicant_id FROM dossiers.dossier WHERE code LIKE $1)',
    order: '(SELECT min(code) FROM dossiers.dossier d WHERE d.applicant_id = r.id)',
  },
  { table: 'dossiers.dossier', key: 'id', replaces: true, rows: 'r.code LIKE $1', order: 'r.code' },
  {
    table: 'dossiers.event',
    key: 'id',
    replaces: false,
    rows: `r.dossier_id IN (${OF_ROUND}) AND r.step_key = ANY($3)`,
    order: '(SELECT code FROM dossiers.dossier d WHERE d.id = r.dossier_id), r.id',
  },
  { table: 'outbox.event', key: 'key', replaces: false, rows: `r.subject_id IN (${OF_ROUND}) AND r.id > $2`, order: 'r.subject, r.id' },
];

/** Columns that the database gives itself. */
const OWN_COLUMNS = `a.attidentity = '' AND a.attgenerated = '' AND NOT (a.attname = 'tx')`;

interface Column {
  name: string;
  type: string;
}

/** The statement that writes one batch of a table, and its values by batch, column by column. */
interface TableCopy {
  statement: string;
  batches: (string | null)[][][];
}

/** What tells a phase's rows: LIKE its codes, numbers in the outbox after `after`, steps of these keys; and in how many batches it came. */
export interface Phase {
  codes: string;
  after: number;
  steps: string[];
  batches: number;
}

/** What a phase of a feed wrote, ready to be written once more under other keys. */
export type Copy = readonly TableCopy[];

/**
 * Reads the rows that a phase wrote, each value as text and as large as it is, under keys and codes of another world: `mark` takes
 * the place of the first two digits of every id, so that ids keep their order and lie at the end of each index.
 */
export async function copyOf(sql: pg.Client, phase: Phase, mark: string): Promise<Copy> {
  const copies: TableCopy[] = [];
  for (const written of TABLES) {
    const columns = await columnsOf(sql, written.table);
    const shown = columns.map((column) => `${otherKey(written, column, mark)} AS ${column.name}`).join(', ');
    const { rows } = await sql.query<Record<string, string | null>>(
      `SELECT ${shown} FROM ${written.table} r
       WHERE ${written.rows} AND $1::text IS NOT NULL AND $2::bigint IS NOT NULL AND $3::text[] IS NOT NULL ORDER BY ${written.order}`,
      [phase.codes, phase.after, phase.steps],
    );
    const size = Math.ceil(rows.length / phase.batches);
    copies.push({
      statement: upsertOf(written, columns),
      batches: Array.from({ length: phase.batches }, (_, at) => {
        const part = rows.slice(at * size, (at + 1) * size);
        return columns.map(({ name }) => part.map((row) => row[name] ?? null));
      }),
    });
  }
  return copies;
}

/** How many rows there are in it. */
export const rowsOf = (copy: Copy) =>
  copy.reduce((sum, { batches }) => sum + batches.reduce((rows, columns) => rows + (columns[0]?.length ?? 0), 0), 0);

/** Writes one batch of every table, in one transaction. */
export async function upsert(sql: pg.Client, copy: Copy, batch: number): Promise<void> {
  await sql.query('BEGIN');
  for (const { statement, batches } of copy) await sql.query(statement, batches[batch]);
  await sql.query('COMMIT');
}

async function columnsOf(sql: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await sql.query<Column>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND ${OWN_COLUMNS} ORDER BY a.attnum`,
    [table],
  );
  return rows;
}

const UNIQUE_BYTES = ['national_id_index', 'identity_document_index', 'technical_id_index'];
const CODES = ['code', 'national_code', 'subject', 'unidentified_key'];

function otherKey({ table }: Written, { name, type }: Column, mark: string): string {
  if (type === 'uuid') return `overlay(r.${name}::text placing '${mark}' from 1 for 2)`;
  if (CODES.includes(name)) return `'${mark}' || r.${name}`;
  if (table === 'identity.citizen' && UNIQUE_BYTES.includes(name))
    return `set_byte(r.${name}, 0, (get_byte(r.${name}, 0) + ${Number(mark)}) % 256)::text`;
  return `r.${name}::text`;
}

/** UNNEST of one array for each column; what is an array itself travels as its text. */
function upsertOf({ table, key, replaces }: Written, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).join(', ');
  const arrays = columns.map(({ type }, at) => `$${at + 1}::${type.endsWith('[]') ? 'text' : type}[]`).join(', ');
  const values = columns.map(({ name, type }) => (type.endsWith('[]') ? `${name}::${type}` : name)).join(', ');
  const updates = columns.filter(({ name }) => name !== key).map(({ name }) => `${name} = excluded.${name}`);
  const conflict = replaces ? `DO UPDATE SET ${updates.join(', ')}` : 'DO NOTHING';
  return `INSERT INTO ${table} (${names}) SELECT ${values} FROM unnest(${arrays}) AS r(${names}) ON CONFLICT (${key}) ${conflict}`;
}
