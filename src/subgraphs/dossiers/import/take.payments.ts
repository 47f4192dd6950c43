import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import { COLUMNS } from '../dossier.list.ts';
import type { DossierRow } from '../dossier.row.ts';
import { changedEvent, paymentsReported } from '../ingest/events.ts';
import type { IngestedPaymentInput } from '../ingest/ingest.input.ts';
import type { Problem } from '../ingest/problem.ts';
import { countsAsOnline } from '../reference/online-payment.ts';
import { Cells } from './cells.ts';
import { PAYMENT_FIELDS, type PaymentField } from './field.ts';
import type { PaymentMapping } from './mapping.ts';
import type { RowRead, Taken, Taker } from './run.ts';
import type { Taking } from './take.dossiers.ts';
import { UnitNames } from './unit-names.ts';

interface Item {
  dossier: string;
  payment: IngestedPaymentInput;
}

const NEEDED: readonly PaymentField[] = ['dossier', 'provider', 'reference', 'amount', 'status'];
/** States in which money came in and is still there, in part at least. */
const PAID: readonly string[] = ['SUCCEEDED', 'REFUND_PENDING', 'PARTIALLY_REFUNDED'];

/** Takes payments that the source collected itself, the way of every feed: each one is posted once, by provider and reference. */
export function paymentTaker(mapping: PaymentMapping, taking: Taking): (columns: readonly string[]) => Taker<Item> {
  return (columns) => {
    const cells = new Cells(columns, { units: new UnitNames([]), codes: {}, lists: {} });
    return { read: (row) => readPayment(mapping, cells, row), take: (items) => takePayments(items, taking) };
  };
}

function readPayment(mapping: PaymentMapping, cells: Cells, row: readonly string[]): RowRead<Item> {
  const problems: Problem[] = [];
  const made: Record<string, unknown> = {};
  for (const [name, from] of Object.entries(mapping.fields)) {
    const value = cells.read(row, from, { name, kind: PAYMENT_FIELDS[name as PaymentField] }, problems);
    if (value != null) made[name] = value;
  }
  for (const name of NEEDED) {
    if (made[name] === undefined && !problems.some(({ field }) => field[0] === name)) {
      problems.push({ field: [name], vi: 'Ô này trống.', en: 'This cell is empty.' });
    }
  }
  const { dossier, ...payment } = made;
  const subject = String(dossier ?? '');
  if (problems.length > 0) return { problems, subject };
  return { item: { dossier: subject, payment: payment as unknown as IngestedPaymentInput }, subject };
}

async function takePayments(items: readonly Item[], { source, context: newContext, dryRun }: Taking): Promise<Taken[]> {
  const context = newContext();
  const codes = [...new Set(items.map(({ dossier }) => dossier))];
  const rows = await context.hub.db.query<DossierRow>(
    `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.code = ANY($1::text[]) AND d.source_system = $2`,
    [codes, source],
  );
  const known = new Map(rows.map((row) => [row.code, row]));
  if (!dryRun && rows.length > 0) await report(context, { rows, items });
  return items.map(({ dossier }) => (known.has(dossier) ? { outcome: 'TAKEN', errors: [] } : UNKNOWN));
}

const UNKNOWN: Taken = {
  outcome: 'REJECTED',
  errors: [
    {
      code: 'INVALID',
      field: ['dossier'],
      text: {
        vi: 'Nguồn này không có hồ sơ mang mã này: hãy nhập hồ sơ trước.',
        en: 'This source has no dossier of that code: import the dossiers first.',
      },
    },
  ],
};

/** Tells payments what was collected, and has it take that over at once. */
async function report(context: HubContext, { rows, items }: { rows: readonly DossierRow[]; items: readonly Item[] }): Promise<void> {
  const { hub, peers } = context;
  const byDossier = Map.groupBy(items, ({ dossier }) => dossier);
  const paymentsOf = (code: string) => (byDossier.get(code) ?? []).map(({ payment }) => payment);
  const online = rows.filter(({ code }) =>
    paymentsOf(code).some(({ provider, status }) => PAID.includes(status) && countsAsOnline(provider, 'SOURCE_SYSTEM')),
  );
  await hub.db.transaction(async (sql) => {
    const changed = await sql.query<DossierRow>(
      `UPDATE dossiers.dossier d SET paid_online_by_source = true, version = version + 1, updated_at = $2
       WHERE d.id = ANY($1::uuid[]) AND NOT d.paid_online_by_source RETURNING ${COLUMNS}`,
      [online.map(({ id }) => id), hub.clock.business()],
    );
    await appendEvents(sql, hub.cipher, [
      ...changed.map((row) => changedEvent(row)),
      ...rows.flatMap((row) => paymentsReported(row, { payments: paymentsOf(row.code) })),
    ]);
  });
  await peers.ask('payments', 'mutation ($dossiers: [ID!]!) { absorbReportedPayments(dossiers: $dossiers) }', {
    dossiers: rows.map(({ id }) => toGlobalId('dossier', id)),
  });
}
