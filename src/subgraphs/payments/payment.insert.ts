import type { Checkout } from '../../../connectors/contract/payment.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import { PROVINCE } from './merchant.service.ts';
import type { PayableDossier } from './payable.ts';
import { PAYER_PURPOSE } from './receipts/receipt.file.ts';

/** A payment that is being made, with all that is known of it. */
export interface MadePayment {
  id: string;
  reference: string;
  provider: PaymentProvider;
  /** Whole đồng. */
  amount: number;
  createdAt: Date;
  expiresAt: Date | null;
  returnUrl: string | null;
  merchantId: string;
  checkout: Checkout;
  /** When its gateway is first asked for what became of it; null: there is nobody to ask. */
  nextQueryAt: Date | null;
  dossier: PayableDossier;
  /** What the payer finds it by. */
  citizenIndex: Buffer | null;
  identity: { caller: string; key: string; hash: Buffer };
}

/** Writes a payment that waits for its money. The caller has locked its dossier. */
export async function insertPayment({ cipher }: Pick<Platform, 'cipher'>, sql: Transaction, made: MadePayment): Promise<void> {
  const { dossier, identity, checkout } = made;
  const { grant, obligation } = dossier;
  const [receivingUnit = PROVINCE, handlingUnit = receivingUnit, ...scope] = grant.units;
  await insertInto(sql, 'payments.payment', {
    id: made.id,
    reference: made.reference,
    merchant_id: made.merchantId,
    provider: made.provider,
    dossier_id: grant.subject,
    dossier_code: dossier.code,
    dossier_version: dossier.version,
    obligation: JSON.stringify(obligation),
    obligation_total: obligation.total,
    external: false,
    amount: made.amount,
    refunded_amount: 0,
    status: 'PENDING',
    checkout_url: checkout.checkoutUrl ?? null,
    qr_payload: checkout.qrPayload ?? null,
    return_url: made.returnUrl,
    created_at: made.createdAt,
    expires_at: made.expiresAt,
    exceeds_obligation: false,
    receiving_unit: receivingUnit,
    handling_unit: handlingUnit,
    scope,
    citizen_id: grant.citizen ?? null,
    citizen_index: made.citizenIndex,
    payer_sealed: dossier.ownerName === null ? null : cipher.seal(PAYER_PURPOSE, dossier.ownerName),
    caller: identity.caller,
    idempotency_key: identity.key,
    input_hash: identity.hash,
    next_query_at: made.nextQueryAt,
    query_attempts: 0,
  });
}

async function insertInto(sql: Transaction, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, at) => `$${at + 1}`);
  await sql.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row));
}

/** The applicant's blind index, from the dossier's events or an earlier payment; null: not known. */
export async function knownIndexOf(sql: Queryable, { grant }: Pick<PayableDossier, 'grant'>): Promise<Buffer | null> {
  const [known] = await sql.query<{ citizen_index: Buffer }>(
    `(SELECT citizen_index FROM outbox.event WHERE subject_id = $1 AND citizen_index IS NOT NULL ORDER BY id DESC LIMIT 1)
     UNION ALL (SELECT citizen_index FROM payments.payment WHERE citizen_id = $2 AND citizen_index IS NOT NULL LIMIT 1)`,
    [grant.subject, grant.citizen ?? null],
  );
  return known?.citizen_index ?? null;
}
