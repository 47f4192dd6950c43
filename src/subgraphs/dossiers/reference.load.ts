import { createHash } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';
import { forgetDeadlineBook } from './deadline/book.ts';
import { deadlineReference, loadDeadlineReference } from './deadline/reference.load.ts';
import { forgetProcedures } from './dossier.read.ts';
import { procedures, workingDaysOf } from './reference/procedures.ts';
import { formerUnits, receptionPoints, units } from './reference/units.ts';
import { forgetReporting } from './reporting/directory.ts';
import { forgetUnits } from './units.ts';

const LOCK = 7_202_507_02;
const SETTING = 'dossiers.reference';

/**
 * Brings the reference data of the files into the database: units, reception points, procedures, calendar and time limits. Where they are there already
 * nothing is written. Safe in several processes at once.
 */
export async function loadReferenceData(hub: Platform): Promise<void> {
  const present = units.map((unit) => ({ ...unit, validTo: null, replacedBy: null }));
  const former = formerUnits.map((unit) => ({ ...unit, validFrom: null, latitude: null, longitude: null, invented: false }));
  const content = JSON.stringify([present, former, receptionPoints, procedures, deadlineReference]);
  const fingerprint = createHash('sha256').update(content).digest('hex');
  await hub.db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const [same] = await sql.query('SELECT 1 FROM outbox.setting WHERE key = $1 AND value = to_jsonb($2::text)', [SETTING, fingerprint]);
    if (same !== undefined) return;
    await sql.query(
      `INSERT INTO dossiers.unit (code, name, kind, agency_code, latitude, longitude, parent, valid_from, valid_to, replaced_by, invented)
       SELECT code, name, kind, "agencyCode", latitude, longitude, parent, "validFrom", "validTo", "replacedBy", invented
       FROM jsonb_to_recordset($1::jsonb) AS u(code text, name text, kind text, "agencyCode" text, latitude float, longitude float, parent text,
            "validFrom" date, "validTo" date, "replacedBy" text, invented boolean)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, agency_code = excluded.agency_code, latitude = excluded.latitude,
         longitude = excluded.longitude, parent = excluded.parent, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
         replaced_by = excluded.replaced_by, invented = excluded.invented`,
      [JSON.stringify([...present, ...former])],
    );
    await sql.query(
      `INSERT INTO dossiers.reception_point (code, unit, name, address)
       SELECT code, unit, name, address FROM jsonb_to_recordset($1::jsonb) AS p(code text, unit text, name text, address text)
       ON CONFLICT (code) DO UPDATE SET unit = excluded.unit, name = excluded.name, address = excluded.address`,
      [JSON.stringify(receptionPoints)],
    );
    await sql.query(
      `INSERT INTO dossiers.procedure (code, name, field, working_days, fee, active, provisional, reported_by)
       SELECT code, name, field, working_days, fee, true, false, reported_by
       FROM jsonb_to_recordset($1::jsonb) AS p(code text, name text, field text, working_days float, fee bigint, reported_by text)
       ON CONFLICT (code) DO UPDATE SET name = excluded.name, field = excluded.field, working_days = excluded.working_days, fee = excluded.fee,
         active = true, provisional = false, reported_by = excluded.reported_by`,
      [JSON.stringify(procedures.map((each) => ({ ...each, working_days: workingDaysOf(each), reported_by: each.reportedBy })))],
    );
    await loadDeadlineReference(sql);
    await sql.query(
      `INSERT INTO outbox.setting (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [SETTING, fingerprint],
    );
  });
  forgetUnits(hub);
  forgetProcedures(hub);
  forgetDeadlineBook(hub);
  forgetReporting(hub);
}
