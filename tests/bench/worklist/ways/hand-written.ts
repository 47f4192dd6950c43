import pg from 'pg';
import { maskNationalId } from '../../../../src/platform/pii/mask.ts';
import { readBody } from '../../../../src/platform/read-body.ts';
import { createClock } from '../../../../src/platform/time.ts';
import { openCipher } from '../../../../src/roles/keys.ts';
import { readConfig } from '../../../../src/roles/settings.ts';
import { soonUntil } from '../../../../src/subgraphs/dossiers/deadline/timeliness.ts';
import { cursorAt, readCursorAt } from '../requests.ts';
import { sendJson, type Way } from './contract.ts';

interface Row {
  /** The dossier as JSON, without its applicant. */
  dossier: string;
  id: string;
  submitted_at: Date;
  citizen: string | null;
  sealed: Buffer | null;
}

const AT = (column: string) => `to_char(${column} AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"')`;
const PAGE = `ORDER BY submitted_at DESC, id DESC LIMIT $4`;
const FROM = `SELECT * FROM dossiers.dossier WHERE voided_at IS NULL AND (submitted_at, id) < ($2::timestamptz, $3::uuid)`;
const FINISHED = `('REFUSED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED')`;

/** Everything of a page at once: $1 unit, $2 and $3 the row before it, $4 one more than its rows, $5 now, $6 what is soon. */
const SQL = `
  SELECT json_build_object(
           'id', 'dos_' || d.id, 'code', d.code, 'status', d.status,
           'timeliness', CASE WHEN d.due_at IS NULL THEN 'NOT_APPLICABLE'
             WHEN d.status IN ${FINISHED} THEN CASE WHEN d.finished_at IS NULL OR d.finished_at <= d.due_at THEN 'ON_TIME' ELSE 'LATE' END
             WHEN d.clock_stopped_at <= $5 AND d.clock_stopped_at < d.due_at THEN 'RUNNING'
             WHEN d.due_at < $5 THEN 'OVERDUE' WHEN d.due_at <= $6 THEN 'DUE_SOON' ELSE 'RUNNING' END,
           'submittedAt', ${AT('d.submitted_at')}, 'dueAt', ${AT('d.due_at')},
           'procedure', json_build_object('code', p.code, 'name', p.name),
           'receivingUnit', json_build_object('code', u.code, 'name', u.name),
           'amountDue', CASE WHEN d.fees_settled THEN 0 ELSE greatest(0, d.fee_total - coalesce(money.paid, 0)) END,
           'amountPaid', coalesce(money.paid, 0),
           'payments', coalesce(money.list, '[]'),
           'synchronizations', coalesce(told.list, '[]'))::text AS dossier,
         d.id, d.submitted_at, c.id AS citizen, c.sealed
  FROM ((${FROM} AND receiving_unit = $1 ${PAGE})
        UNION ALL
        (${FROM} AND handling_unit = $1 AND handling_unit <> receiving_unit ${PAGE})) d
  JOIN dossiers.procedure p ON p.code = d.procedure
  JOIN dossiers.unit u ON u.code = d.receiving_unit
  LEFT JOIN identity.citizen c ON c.id = d.applicant_id
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('reference', reference, 'provider', provider, 'status', status, 'amount', amount) ORDER BY created_at, id) AS list,
           sum(amount - refunded_amount) FILTER (WHERE status IN ('SUCCEEDED', 'REFUND_PENDING', 'REFUNDED', 'PARTIALLY_REFUNDED')) AS paid
    FROM payments.payment WHERE dossier_id = d.id) money ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('operation', operation, 'sequence', sequence, 'state', state) ORDER BY connector, sequence) AS list
    FROM integration.synchronization WHERE subject_id = d.id) told ON true
  ORDER BY d.submitted_at DESC, d.id DESC LIMIT $4`;

/** What a good programmer would write for this one page and nothing else: one statement, prepared; no tokens, no access, no records. */
export async function handWritten(): Promise<Way> {
  const config = readConfig();
  const cipher = openCipher(config);
  const clock = createClock(config.today);
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 12, options: '-c timezone=UTC' });

  const worklist = async (unit: string, { first, after }: { first: number; after: string | null }): Promise<string> => {
    const [at, id] = readCursorAt(after);
    const now = clock.business();
    const { rows } = await pool.query<Row>({ name: 'worklist', text: SQL, values: [unit, at, id, first + 1, now, soonUntil(now)] });
    const kept = rows.slice(0, first);
    const last = kept.at(-1);
    const endCursor = last === undefined ? null : cursorAt(last);
    const pageInfo = JSON.stringify({ hasNextPage: rows.length > first, endCursor });
    return `{"data":{"dossiers":{"nodes":[${kept.map(withApplicant).join(',')}],"pageInfo":${pageInfo}}}}`;
  };

  const withApplicant = ({ dossier, citizen, sealed }: Row): string => {
    if (citizen === null || sealed === null) return `${dossier.slice(0, -1)},"applicant":null}`;
    const { fullName, nationalId } = JSON.parse(cipher.open('identity.citizen', sealed)) as { fullName: string; nationalId: string | null };
    const maskedNationalId = nationalId === null ? null : maskNationalId(nationalId);
    return `${dossier.slice(0, -1)},"applicant":${JSON.stringify({ id: `cit_${citizen}`, fullName, maskedNationalId })}}`;
  };

  return {
    listener: (request, response) => {
      readBody(request, { maxBytes: 1_000_000, tooLong: () => new Error('too long') })
        .then((body) => worklist(String(request.headers['x-unit']), JSON.parse(body).variables))
        .then((text) => sendJson(response, 200, text))
        .catch((error: unknown) => {
          console.error(error);
          response.destroy();
        });
    },
  };
}
