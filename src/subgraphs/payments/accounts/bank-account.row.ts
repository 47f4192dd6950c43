import type { AccountProfile } from '../../../../connectors/contract/account.profile.ts';
import type { Queryable } from '../../../platform/database/database.ts';

/** The graph's `BankAccountKind`. */
export type BankAccountKindName = 'BANK' | 'TREASURY';

/** A row of `payments.bank_account`. */
export interface BankAccountRow {
  id: string;
  number: string;
  bank_bin: string | null;
  bank_name: string | null;
  kind: BankAccountKindName;
  unit: string;
  scope: string[];
  /** The merchant that collects on it; null: none. */
  merchant_id: string | null;
  profile: AccountProfile | null;
  active: boolean;
  /** Whether a provider pays out to it. */
  settles: boolean;
}

export const ACCOUNT_COLUMNS = `a.id, a.number, a.bank_bin, a.bank_name, a.kind, a.unit, a.scope, a.merchant_id, a.profile, a.active,
  EXISTS (SELECT FROM payments.merchant s WHERE s.settlement_account = a.number AND s.retired_at IS NULL) AS settles`;

/** An account's number as banks write it, with spaces, dots or dashes in it, as the hub knows it. */
export function plainNumber(number: string): string {
  return number.replace(/[\s.-]/g, '');
}

export async function accountByNumber(sql: Queryable, number: string): Promise<BankAccountRow | undefined> {
  const [row] = await sql.query<BankAccountRow>(`SELECT ${ACCOUNT_COLUMNS} FROM payments.bank_account a WHERE a.number = $1`, [number]);
  return row;
}
