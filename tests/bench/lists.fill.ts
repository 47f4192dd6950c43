import type { Database } from '../../src/platform/database/database.ts';
import { countLater } from '../../src/subgraphs/dossiers/indicators/fold.ts';

/** Surnames and given names as often as they are met, by repeating them. */
const SURNAMES = [...times('nguyen', 38), ...times('tran', 12), ...times('le', 10), ...times('pham', 7), ...times('huynh', 5)];
const RARER = ['phan', 'vo', 'dang', 'bui', 'do', 'ho', 'ngo', 'duong', 'ly', 'truong', 'lam', 'kim', 'thach', 'son', 'danh', 'chau'];
const MIDDLE = [
  ...times('thi', 35),
  ...times('van', 30),
  'minh',
  'hoang',
  'ngoc',
  'thanh',
  'duc',
  'huu',
  'quoc',
  'thuy',
  'kim',
  'my',
  'gia',
];
const GIVEN = [
  'an',
  'anh',
  'bich',
  'binh',
  'chau',
  'chi',
  'cuong',
  'dat',
  'diep',
  'dung',
  'giang',
  'ha',
  'hai',
  'hanh',
  'hien',
  'hoa',
  'hong',
];
const GIVEN_TOO = ['hung', 'huong', 'khanh', 'lan', 'linh', 'loan', 'long', 'mai', 'nam', 'nga', 'nhan', 'nhung', 'phuc', 'phuong', 'quan'];
const GIVEN_LAST = [
  'quyen',
  'son',
  'tam',
  'thao',
  'thu',
  'thuan',
  'tien',
  'trang',
  'trinh',
  'trung',
  'tuan',
  'tuyet',
  'vinh',
  'xuan',
  'yen',
];

/** Held by one in a hundred thousand. */
export const RARE_NAME = 'ton nu quynh';
export const FREQUENT_NAME = 'nguyen thi';

function times(name: string, many: number): string[] {
  return Array.from({ length: many }, () => name);
}

const literal = (names: readonly string[]) => `ARRAY[${names.map((name) => `'${name}'`).join(', ')}]`;
const pick = (names: readonly string[], by: string) => `(${literal(names)})[1 + mod(${by}, ${names.length})]`;
/** A number that looks random and is the same each time, from a row's number. */
const hash = (salt: number) => `((n::bigint * ${2_654_435_761 + 2 * salt} + ${salt}) % 1000003)::int`;

const NAME = `CASE WHEN n % 100000 = 77 THEN '${RARE_NAME} ' || ${pick(GIVEN, hash(3))}
  ELSE ${pick([...SURNAMES, ...RARER], hash(1))} || ' ' || ${pick(MIDDLE, hash(2))} || ' ' || ${pick([...GIVEN, ...GIVEN_TOO, ...GIVEN_LAST], hash(3))} END`;

/** What a row of the number `n` holds, by column; two years of filing, nine in ten finished, one in twenty handled by a department. */
const COLUMNS: Readonly<Record<string, string>> = {
  id: `md5('dossier ' || n)::uuid`,
  code: `codeOf.code`,
  source_system: `'bench'`,
  source_version: '1',
  content_hash: `decode(md5(n::text), 'hex')`,
  national_code: `'G22.' || codeOf.code`,
  origin: `CASE WHEN n % 4 = 0 THEN 'PROVINCE' ELSE 'NATIONAL_PORTAL' END`,
  procedure: `procedures.codes[1 + mod(${hash(4)}, procedures.many)]`,
  receiving_unit: 'one.unit',
  handling_unit: `CASE WHEN n % 20 = 0 THEN '96-D02' ELSE one.unit END`,
  scope: `ARRAY[one.unit, '96']`,
  applicant_id: `md5('person ' || n / 3)::uuid`,
  applicant_index: `decode(md5('person ' || n / 3) || md5('person ' || n / 3), 'hex')`,
  applicant_name: 'initcap(one.name)',
  unidentified: 'false',
  owner_kind: `'CITIZEN'`,
  owner_name: 'initcap(one.name)',
  name_folded: 'one.name',
  channel: `CASE WHEN n % 4 = 1 THEN 'IN_PERSON' ELSE 'ONLINE' END`,
  status: `CASE WHEN one.open THEN 'PROCESSING' ELSE 'RETURNED' END`,
  submitted_at: 'one.at',
  accepted_at: `one.at + interval '1 hour'`,
  due_at: `CASE WHEN n % 10 > 0 THEN one.at + interval '1 day' * (3 + n % 20) END`,
  finished_at: `CASE WHEN NOT one.open THEN one.at + interval '1 day' * (1 + n % 22) END`,
  result_by_post: 'false',
  documents: `'[{"id": "d1", "name": "Tờ khai", "componentCode": null, "resultCode": null, "url": "https://files.invalid/d", "digitized": true, "reused": false, "fromPersonalStore": false, "isResult": false, "sha256": null}]'`,
  fees: `'[{"code": "LP", "name": "Lệ phí", "kind": "FEE", "amount": 10000, "exemptedAmount": 0, "collection": "BEFORE"}]'`,
  supplements: `'[]'`,
  fee_total: '10000',
  fees_settled: 'true',
  paid_online_by_source: 'true',
  paid_online_by_hub: 'false',
  digitized_result: 'true',
  version: '1',
  portal_sequence: '2',
  updated_at: 'one.at',
};

/**
 * Fills a database with that many dossiers, the same ones each time. Indexes are made when all is there: filling them row by row
 * takes many times as long.
 */
export async function fillDossiers(db: Database, dossiers: number): Promise<void> {
  const indexes = await db.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = 'dossiers.dossier'::regclass AND NOT indisprimary
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  for (const { name } of indexes) await db.query(`DROP INDEX ${name}`);
  await db.transaction(async (sql) => {
    await countLater(sql);
    await sql.query(
      `INSERT INTO dossiers.dossier (${Object.keys(COLUMNS).join(', ')}) SELECT ${Object.values(COLUMNS).join(', ')}
       FROM generate_series(1, $1::int) n,
         (SELECT array_agg(code ORDER BY code) AS codes, count(*)::int AS many FROM dossiers.procedure) procedures,
         (SELECT array_agg(code ORDER BY code) AS codes, count(*)::int AS many FROM dossiers.unit
          WHERE valid_to IS NULL AND kind IN ('COMMUNE', 'WARD')) units,
         LATERAL (SELECT units.codes[1 + n % units.many] AS unit, n % 33 = 0 AS open, ${NAME} AS name,
           date_trunc('second', timestamptz '2025-09-30 16:00+07' - interval '730 days' * (n::float8 / $1::int)) AS at) one,
         LATERAL (SELECT 'H12.1-' || to_char(one.at, 'YYMMDD') || '-' || lpad((n % 1000000)::text, 6, '0') AS code) codeOf`,
      [dossiers],
    );
  });
  for (const { definition } of indexes) await db.query(definition);
  await db.query('VACUUM (ANALYZE) dossiers.dossier');
}
