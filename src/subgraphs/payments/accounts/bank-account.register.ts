import type { Queryable } from '../../../platform/database/database.ts';
import { PaymentProvider } from '../../../platform/graphql/enums.ts';
import type { Platform } from '../../../platform/platform.ts';

/** Providers whose payers transfer to an account, of which its bank tells by notices. */
export function collectingProviders({ connectors }: Pick<Platform, 'connectors'>): PaymentProvider[] {
  return (Object.keys(PaymentProvider) as PaymentProvider[]).filter((provider) => connectors.payment(provider)?.credits !== undefined);
}

/**
 * Puts the accounts on which merchants collect, and those that providers pay out to, into the registry where they are not there: a merchant
 * that collects has its account after its bank's BIN in its code. One that people have registered before collects from now on where it is
 * the same unit's, and otherwise stays what it is. Any number of times, in several processes at once.
 */
export async function registerAccounts(hub: Pick<Platform, 'connectors'>, sql: Queryable): Promise<void> {
  await sql.query(
    `INSERT INTO payments.bank_account AS a (id, number, bank_bin, kind, unit, scope, merchant_id, active)
     SELECT DISTINCT ON (substring(code from '[^-]+$')) gen_random_uuid(), substring(code from '[^-]+$'), substring(code from '^([0-9]{6})-'), 'BANK', unit, scope, id, true
     FROM payments.merchant m WHERE provider = ANY($1::text[]) AND NOT external AND code ~ '^[0-9]{6}-[A-Za-z0-9]{4,34}$'
       AND NOT EXISTS (SELECT FROM payments.bank_account b WHERE b.merchant_id = m.id)
     ORDER BY substring(code from '[^-]+$'), is_default DESC, created_at, id
     ON CONFLICT (number) DO UPDATE SET merchant_id = excluded.merchant_id WHERE a.merchant_id IS NULL AND a.unit = excluded.unit`,
    [collectingProviders(hub)],
  );
  await sql.query(
    `INSERT INTO payments.bank_account (id, number, kind, unit, scope, active)
     SELECT DISTINCT ON (settlement_account) gen_random_uuid(), settlement_account, 'BANK', unit, scope, true
     FROM payments.merchant WHERE settlement_account ~ '^[A-Za-z0-9]{4,34}$'
     ORDER BY settlement_account, is_default DESC, created_at, id
     ON CONFLICT (number) DO NOTHING`,
  );
}

/** The account of a merchant whose bank has just told of a credit there: money is never turned away because nobody has registered its account. */
export async function registerAccountOf(sql: Queryable, { merchantId, number }: { merchantId: string; number: string }): Promise<void> {
  await sql.query(
    `INSERT INTO payments.bank_account (id, number, bank_bin, kind, unit, scope, merchant_id, active)
     SELECT gen_random_uuid(), $2, substring(m.code from '^([0-9]{6})-'), 'BANK', m.unit, m.scope,
       CASE WHEN EXISTS (SELECT FROM payments.bank_account WHERE merchant_id = m.id) THEN NULL ELSE m.id END, true
     FROM payments.merchant m WHERE m.id = $1 ON CONFLICT (number) DO NOTHING`,
    [merchantId, number],
  );
}
