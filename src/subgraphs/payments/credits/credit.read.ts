import { coversScope, hasRole } from '../../../platform/auth/viewer.ts';
import { type Page, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.ts';
import { recordReads } from '../../../platform/pii/access-record.ts';
import { plainNumber } from '../accounts/bank-account.row.ts';
import { booksVisibleTo, Values } from '../payment.access.ts';
import { type Keyset, keysetConditions, keysetOrder } from '../payment.keyset.ts';
import { CREDIT_COLUMNS, CREDIT_FROM, CREDIT_SCOPE, type CreditRow } from './credit.row.ts';
import { CONTENT_PURPOSE } from './credit.store.ts';
import type { AccountCredit, AccountCreditArguments } from './credit.type.ts';

export function showCredit(row: CreditRow): AccountCredit {
  return {
    row,
    id: toGlobalId('accountCredit', row.id),
    account: row.account,
    bankReference: row.bank_reference,
    amount: row.amount,
    bookedAt: row.booked_at,
    reference: row.own_reference,
    state: row.state,
    disputedAmount: row.disputed_amount,
    onStatement: row.on_statement,
    reversedOn: row.reversed_on,
    proposedBy: row.proposed_by,
    proposedAs: row.proposed_as,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    note: row.note,
  };
}

/** A credit's text in clear for who must find out whose it is, and for nobody else; recorded before it is answered. */
export async function contentOf({ hub, viewer }: HubContext, row: CreditRow): Promise<string | null> {
  const may = (['ACCOUNTANT', 'BREAK_GLASS'] as const).some((role) => hasRole(viewer, role) && coversScope(viewer, role, row.scope));
  if (!may || row.state !== 'UNIDENTIFIED') return null;
  const purpose = `Xác định ghi có ${row.account}/${row.bank_reference}`;
  await recordReads(hub.db, viewer, [{ citizenId: undefined, purpose, fields: ['transferText'] }]);
  return hub.cipher.open(CONTENT_PURPOSE, row.content_sealed);
}

/** One credit of the accounts whose books the viewer may read; undefined: none. */
export async function findCredit({ hub, viewer }: HubContext, id: string): Promise<CreditRow | undefined> {
  const key = fromGlobalId('accountCredit', id);
  if (key === undefined) return undefined;
  const values = new Values();
  const where = [`c.id = ${values.add(key)}`, booksVisibleTo(viewer, values)].join(' AND ');
  const [row] = await hub.db.query<CreditRow>(`SELECT ${CREDIT_COLUMNS} FROM ${CREDIT_FROM} WHERE ${where}`, values.list);
  return row;
}

const BY_BOOKING: Keyset = { at: 'c.booked_at', id: 'c.id', ascending: false };

/** The credits of the accounts whose books the viewer may read, the latest first. */
export async function listCredits(context: HubContext, wanted: AccountCreditArguments): Promise<Page<CreditRow>> {
  const page = readPage(wanted);
  const filter = (values: Values) => {
    const where = [booksVisibleTo(context.viewer, values, CREDIT_SCOPE)];
    if (wanted.states != null) where.push(`c.state = ANY(${values.add(wanted.states)}::text[])`);
    if (wanted.account != null) where.push(`c.account = ${values.add(plainNumber(wanted.account))}`);
    if (wanted.doubtful === true) where.push('(c.disputed_amount IS NOT NULL OR c.on_statement = false OR c.reversed_on IS NOT NULL)');
    return where;
  };
  const values = new Values();
  const where = [...filter(values), ...keysetConditions(page, BY_BOOKING, values)].join(' AND ');
  const rows = await context.hub.db.query<CreditRow>(
    `SELECT ${CREDIT_COLUMNS} FROM ${CREDIT_FROM} WHERE ${where} ${keysetOrder(page, BY_BOOKING)} LIMIT ${page.size + 1}`,
    values.list,
  );
  return toPage(rows, page, {
    key: (row) => [row.booked_at.toISOString(), row.id],
    async count() {
      const counted = new Values();
      const conditions = filter(counted).join(' AND ');
      const [row] = await context.hub.db.query<{ count: number }>(`SELECT count(*) FROM ${CREDIT_FROM} WHERE ${conditions}`, counted.list);
      return row?.count ?? 0;
    },
  });
}
