import { type Page, type PageArguments, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { Values, visibleTo } from './payment.access.ts';
import type { PaymentFilter } from './payment.input.ts';
import { type Keyset, keysetConditions, keysetOrder } from './payment.keyset.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import type { PaymentOrder } from './payment.type.ts';

/** An id that nothing has: an unknown one narrows a list to nothing. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';

/** A payment by its key, one statement for all of a request; whoever shows it checks access. */
export function loadPayment(context: HubContext, id: string): Promise<PaymentRow | null> {
  const loader = context.loader<string, PaymentRow | null>('payments.payment', async (ids) => {
    const rows = await context.hub.db.query<PaymentRow>(`SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE p.id = ANY($1::uuid[])`, [
      ids,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
  return loader.load(id);
}

/** The payment of that reference which the viewer may see; the hub's own before what a one-stop system collected. */
export async function findByReference(context: HubContext, reference: string): Promise<PaymentRow | null> {
  const values = new Values();
  const [row] = await context.hub.db.query<PaymentRow>(
    `SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE p.reference = ${values.add(reference)} AND ${visibleTo(context, values)}
     ORDER BY p.external, p.created_at, p.id LIMIT 1`,
    values.list,
  );
  return row ?? null;
}

/** All payments of a dossier, oldest first; one statement for all dossiers of a request. */
export function paymentsOfDossier(context: HubContext, dossierId: string): Promise<PaymentRow[]> {
  const loader = context.loader<string, PaymentRow[]>('payments.ofDossier', async (ids) => {
    const rows = await context.hub.db.query<PaymentRow>(
      `SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE p.dossier_id = ANY($1::uuid[]) ORDER BY p.created_at, p.id`,
      [ids],
      { prepared: true },
    );
    const byDossier = Map.groupBy(rows, (row) => row.dossier_id);
    return ids.map((id) => byDossier.get(id) ?? []);
  });
  return loader.load(dossierId);
}

export interface PaymentList extends PageArguments {
  filter?: PaymentFilter | null;
  orderBy: PaymentOrder;
}

/** The payments that the viewer may see, narrowed, in order, a page of them. */
export async function listPayments(context: HubContext, wanted: PaymentList): Promise<Page<PaymentRow>> {
  const page = readPage(wanted);
  const conditions = (values: Values) => [visibleTo(context, values), ...filterConditions(wanted.filter ?? {}, values)];
  const values = new Values();
  const where = [...conditions(values), ...keysetConditions(page, keyOf(wanted.orderBy), values)];
  const rows = await context.hub.db.query<PaymentRow>(
    `SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE ${where.join(' AND ')} ${keysetOrder(page, keyOf(wanted.orderBy))} LIMIT ${values.add(page.size + 1)}`,
    values.list,
  );
  return toPage(rows, page, { key: sortKey, count: () => count(context, conditions) });
}

/** The payments of a citizen that the viewer may see, newest first; one statement for all citizens of a request with the same page. */
export async function paymentsOfCitizen(context: HubContext, citizenId: string, wanted: PageArguments): Promise<Page<PaymentRow>> {
  const page = readPage(wanted);
  const loader = context.loader<string, PaymentRow[]>(`payments.ofCitizen ${JSON.stringify(page)}`, async (ids) => {
    const values = new Values();
    const among = values.add(ids);
    const where = ['p.citizen_id = c.id', visibleTo(context, values), ...keysetConditions(page, keyOf('CREATED_AT_DESC'), values)];
    const sorted = keysetOrder(page, keyOf('CREATED_AT_DESC'));
    const rows = await context.hub.db.query<PaymentRow>(
      `SELECT x.* FROM unnest(${among}::uuid[]) AS c(id),
         LATERAL (SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE ${where.join(' AND ')} ${sorted} LIMIT ${values.add(page.size + 1)}) x
       ${sorted.replaceAll('p.', 'x.')}`,
      values.list,
    );
    const byCitizen = Map.groupBy(rows, (row) => row.citizen_id);
    return ids.map((id) => byCitizen.get(id) ?? []);
  });
  const rows = await loader.load(citizenId);
  return toPage(rows, page, {
    key: sortKey,
    count: () => count(context, (values) => [visibleTo(context, values), `p.citizen_id = ${values.add(citizenId)}`]),
  });
}

function keyOf(by: PaymentOrder): Keyset {
  return { at: 'p.created_at', id: 'p.id', ascending: by === 'CREATED_AT_ASC' };
}

function sortKey(row: PaymentRow): [string, string] {
  return [row.created_at.toISOString(), row.id];
}

function filterConditions(filter: PaymentFilter, values: Values): string[] {
  const conditions: string[] = [];
  const key = (kind: 'dossier' | 'merchant', id: string) => values.add(fromGlobalId(kind, id) ?? NOBODYS);
  if (filter.dossier != null) conditions.push(`p.dossier_id = ${key('dossier', filter.dossier)}::uuid`);
  if (filter.merchant != null) conditions.push(`p.merchant_id = ${key('merchant', filter.merchant)}::uuid`);
  if (filter.unit != null) conditions.push(`p.scope @> ARRAY[${values.add(filter.unit)}::text]`);
  if (filter.provider != null) conditions.push(`p.provider = ${values.add(filter.provider)}`);
  if (filter.statuses != null) conditions.push(`p.status = ANY(${values.add(filter.statuses)}::text[])`);
  if (filter.createdFrom != null) conditions.push(`p.created_at >= ${values.add(filter.createdFrom)}`);
  if (filter.createdTo != null) conditions.push(`p.created_at < ${values.add(filter.createdTo)}`);
  const text = filter.search?.trim();
  if (text !== undefined && text !== '') {
    const search = values.add(text);
    conditions.push(`(p.reference = ${search} OR p.provider_transaction_id = ${search} OR p.dossier_code = upper(${search}))`);
  }
  return conditions;
}

async function count(context: HubContext, conditions: (values: Values) => string[]): Promise<number> {
  const values = new Values();
  const where = conditions(values).join(' AND ');
  const [row] = await context.hub.db.query<{ count: number }>(`SELECT count(*) FROM payments.payment p WHERE ${where}`, values.list);
  return row?.count ?? 0;
}
