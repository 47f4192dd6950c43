import type { Queryable } from '../../../platform/database/database.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { newUuid } from '../../../platform/ids.ts';

/** A report whose money had been posted already. */
export interface Repeat {
  dossierId: string;
  code: string;
  unit: string;
  scope: readonly string[];
  provider: PaymentProvider;
  reference: string;
  providerTransactionId: string | null;
  /** đồng */
  amount: number;
  /** The one that was posted. */
  paymentId: string;
  at: Date;
}

/** Keeps what of these dossiers' newest reports was not posted, in place of what was kept of earlier ones. */
export async function keepRepeats(sql: Queryable, dossiers: readonly string[], repeats: readonly Repeat[]): Promise<void> {
  await sql.query(
    `DELETE FROM payments.repeated_report WHERE dossier_id = ANY($1::uuid[])
       AND (dossier_id, provider, reference) NOT IN (SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[]))`,
    [dossiers, repeats.map((each) => each.dossierId), repeats.map((each) => each.provider), repeats.map((each) => each.reference)],
  );
  if (repeats.length === 0) return;
  const rows = repeats.map((each) => ({
    ...{ id: newUuid(), dossier_id: each.dossierId, dossier_code: each.code, unit: each.unit, scope: each.scope },
    ...{ provider: each.provider, reference: each.reference, provider_transaction_id: each.providerTransactionId },
    ...{ amount: each.amount, payment_id: each.paymentId, reported_at: each.at },
  }));
  await sql.query(
    `INSERT INTO payments.repeated_report SELECT * FROM jsonb_populate_recordset(NULL::payments.repeated_report, $1::jsonb)
     ON CONFLICT (dossier_id, provider, reference) DO UPDATE SET amount = excluded.amount, payment_id = excluded.payment_id`,
    [JSON.stringify(rows)],
  );
}
