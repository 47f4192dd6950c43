import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatementRowInput } from '../../connectors/contract/statement.writer.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { DiscrepancyResolution } from '../../schema/generated/graphql.ts';
import { addDays, localDateOf } from '../../src/platform/time.ts';
import { reconcile, takeStatement } from '../../src/subgraphs/payments/index.ts';
import { dueDays, reconcileDue } from '../../src/subgraphs/payments/reconcile.schedule.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

const DAY = graphql(`
  query ResolvedDay($id: ID!) {
    reconciliation(id: $id) {
      status closedAt closedBy reopenedAt confirmedByQuery statementVersion
      steps { action actor note }
      discrepancies(first: 50) { nodes { id kind reference resolution resolvedBy approvedBy note owner needsApproval steps { action actor resolution note } } }
      open: discrepancies(open: true) { totalCount }
    }
  }
`);
const RESOLVE = graphql(`
  mutation ResolveOne($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {
    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { discrepancy { resolution needsApproval owner } userErrors { code field message } }
  }
`);
const APPROVE = graphql(`
  mutation ApproveOne($id: ID!, $approve: Boolean!, $note: String!) {
    approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { discrepancy { resolution approvedBy } userErrors { code field } }
  }
`);
const ASSIGN = graphql(`
  mutation AssignOne($id: ID!, $owner: String!, $note: String!) {
    assignDiscrepancy(discrepancy: $id, owner: $owner, note: $note) { discrepancy { owner } userErrors { code field } }
  }
`);
const CLOSE = graphql(`
  mutation CloseDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt closedBy } userErrors { code field message } } }
`);

let hub: PaymentsHub;
let accountant: string;
let second: string;
beforeAll(async () => {
  hub = await createPaymentsHub();
  accountant = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-01' });
  second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
});
afterAll(() => hub.stop());

const at = (day: string) => Date.parse(`${day}T10:00:00+07:00`);
const paid = (day: string, reference: string, amount = 10_000) => loaded([{ reference, amount, createdAt: at(day), paidAt: at(day) }]);

async function run(day: string, rows: StatementRowInput[], sequence = 1): Promise<string> {
  const file = statement(rows, { day, sequence });
  const [done] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, file, startedBy: 'test' });
  return `rec_${done?.id}`;
}
const see = async (id: string) => {
  const { data, errors } = await hub.execute('payments', DAY, { id }, accountant);
  expect(errors).toEqual([]);
  const seen = data?.reconciliation;
  if (seen == null) throw new Error('no such day');
  return seen;
};
const firstOf = async (id: string, reference?: string) => {
  const { nodes } = (await see(id)).discrepancies;
  const found = reference === undefined ? nodes[0] : nodes.find((node) => node.reference === reference);
  if (found === undefined) throw new Error('no such difference');
  return found;
};
const resolve = async (id: string, resolution: DiscrepancyResolution, token = accountant, note = 'đã hỏi VNPAY') =>
  (await hub.execute('payments', RESOLVE, { id, resolution, note }, token)).data?.resolveDiscrepancy;
const approve = async (id: string, token: string, yes = true) =>
  (await hub.execute('payments', APPROVE, { id, approve: yes, note: 'đã xem' }, token)).data?.approveDiscrepancy;
const close = async (id: string, token = accountant) => (await hub.execute('payments', CLOSE, { id }, token)).data?.closeReconciliation;
const entriesOf = (id: string) =>
  hub.platform.db.query<{ account: string; debit: number; credit: number; day: string }>(
    'SELECT account, debit, credit, day FROM payments.ledger_entry WHERE source = $1 ORDER BY leg',
    [`write-off:${id.replace('dis_', '')}`],
  );

describe('a day with differences', () => {
  it('is closed when each has an owner and is settled, with a trail of who did what', async () => {
    const day = '2026-03-02';
    await load(hub, [paid(day, 'R1'), paid(day, 'R2')]);
    const id = await run(day, [row({ merchantRef: 'R3', gross: 5_000 }), row({ merchantRef: 'R1' })]);
    expect((await close(id))?.userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', message: 'Còn 2 chênh lệch chưa có người phụ trách, chưa xử lý hoặc chưa được duyệt.' },
    ]);
    const missing = await firstOf(id, 'R2');
    expect(
      (await hub.execute('payments', ASSIGN, { id: missing.id, owner: 'ke-toan-02', note: 'ca sáng' }, accountant)).data?.assignDiscrepancy,
    ).toMatchObject({
      discrepancy: { owner: 'ke-toan-02' },
    });
    expect(await resolve(missing.id, 'CARRY_OVER')).toMatchObject({
      discrepancy: { resolution: 'CARRY_OVER', needsApproval: false, owner: 'ke-toan-02' },
    });
    expect((await see(id)).open.totalCount).toBe(1);
    await resolve((await firstOf(id, 'R3')).id, 'ACCEPT_PROVIDER');
    expect(await close(id)).toMatchObject({ reconciliation: { closedBy: 'ke-toan-01' }, userErrors: [] });
    const seen = await see(id);
    expect(seen.steps).toMatchObject([{ action: 'CLOSED', actor: 'ke-toan-01' }]);
    expect((await firstOf(id, 'R2')).steps).toMatchObject([
      { action: 'ASSIGNED', actor: 'ke-toan-01', note: 'ke-toan-02: ca sáng' },
      { action: 'RESOLVED', resolution: 'CARRY_OVER', note: 'đã hỏi VNPAY' },
    ]);
    expect((await resolve(missing.id, 'ACCEPT_HUB'))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
    expect((await close(id))?.userErrors).toEqual([]);
  });

  it('keeps what was said of a difference when it is run again, wherever its row stands, and forgets it where amounts change', async () => {
    const day = '2026-03-03';
    await load(hub, [paid(day, 'K1')]);
    const id = await run(day, [row({ merchantRef: 'K9', gross: 7_000 }), row({ merchantRef: 'K1' })]);
    const first = await firstOf(id, 'K9');
    await resolve(first.id, 'CARRY_OVER');
    await run(day, [row({ merchantRef: 'K1' }), row({ merchantRef: 'K9', gross: 7_000 })], 2);
    expect(await firstOf(id, 'K9')).toMatchObject({ id: first.id, resolution: 'CARRY_OVER', resolvedBy: 'ke-toan-01' });
    await run(day, [row({ merchantRef: 'K1' }), row({ merchantRef: 'K9', gross: 8_000 })], 3);
    expect(await firstOf(id, 'K9')).toMatchObject({ resolution: null, owner: null });
    await resolve((await firstOf(id, 'K9')).id, 'ACCEPT_HUB');
    await run(day, [row({ merchantRef: 'K1' })], 4);
    const gone = await see(id);
    expect(gone.discrepancies.nodes).toEqual([]);
    expect(gone.steps.map(({ action, actor }) => `${action} ${actor}`)).toEqual(['RESOLVED ke-toan-01', 'RESOLVED ke-toan-01']);
  });

  it('is opened again by a statement that is issued anew, and by nothing else', async () => {
    const day = '2026-03-04';
    await load(hub, [paid(day, 'O1')]);
    const id = await run(day, [row({ merchantRef: 'O1', providerTransactionId: 'TO1' })]);
    await close(id);
    const again = () => reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, merchant: TMN, startedBy: 'test' });
    await again();
    expect((await see(id)).closedAt).not.toBeNull();
    await takeStatement(hub.platform, {
      provider: 'VNPAY',
      businessDate: day,
      body: Readable.from(
        statement([row({ merchantRef: 'O1', providerTransactionId: 'TO1' }), row({ merchantRef: 'O2', gross: 900 })], { day, sequence: 2 }),
      ),
      uploadedBy: 'test',
    });
    await again();
    expect(await see(id)).toMatchObject({
      status: 'DISCREPANT',
      closedAt: null,
      closedBy: null,
      reopenedAt: expect.any(String),
      statementVersion: 2,
      steps: [{ action: 'CLOSED' }, { action: 'REOPENED', actor: 'hub', note: 'Sao kê phát hành lại, bản 2' }],
    });
  });

  it('is not closed before it was reconciled', async () => {
    const day = '2026-03-05';
    const [failed] = await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, merchant: TMN, startedBy: 'test' });
    expect((await close(`rec_${failed?.id}`))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', field: ['id'] }]);
  });
});

describe('a resolution', () => {
  it('of a large amount counts only when another accountant approves it', async () => {
    const day = '2026-03-06';
    await load(hub, [paid(day, 'L1', 6_000_000)]);
    const id = await run(day, []);
    const { id: one } = await firstOf(id);
    expect(await resolve(one, 'WRITE_OFF')).toMatchObject({ discrepancy: { needsApproval: true } });
    expect([(await see(id)).open.totalCount, await entriesOf(one)]).toEqual([1, []]);
    expect((await close(id))?.userErrors).toHaveLength(1);
    expect((await approve(one, accountant))?.userErrors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', field: ['discrepancy'] }]);
    expect(await approve(one, second, false)).toMatchObject({ discrepancy: { resolution: null, approvedBy: null } });
    await resolve(one, 'WRITE_OFF');
    expect(await approve(one, second)).toMatchObject({ discrepancy: { approvedBy: 'ke-toan-02' } });
    expect(await entriesOf(one)).toEqual([
      { account: 'write-off:96', debit: 6_000_000, credit: 0, day },
      { account: `receivable:VNPAY:${TMN}`, debit: 0, credit: 6_000_000, day },
    ]);
    expect((await firstOf(id)).steps.map(({ action }) => action)).toEqual(['RESOLVED', 'SENT_BACK', 'RESOLVED', 'APPROVED']);
    expect((await close(id))?.userErrors).toEqual([]);
  });

  it('that makes no sense for its kind is refused, and says which do', async () => {
    const day = '2026-03-07';
    await load(hub, [paid(day, 'S1')]);
    const { id } = await firstOf(await run(day, []));
    expect((await resolve(id, 'REFUND'))?.userErrors).toMatchObject([
      {
        code: 'INVALID',
        field: ['resolution'],
        message: 'Chênh lệch loại MISSING_AT_PROVIDER chỉ xử lý được bằng: ACCEPT_HUB, ACCEPT_PROVIDER, CARRY_OVER, WRITE_OFF.',
      },
    ]);
    expect((await resolve(id, 'ACCEPT_HUB', accountant, ' '))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['note'] }]);
  });

  it('by a refund lets the one go that was proposed when the money came twice', async () => {
    const day = localDateOf(new Date());
    const dossier = await hub.ingest({ code: 'H12.64-250929-0901' });
    const citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
    const references: string[] = [];
    for (const key of ['1', '2']) {
      const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: `twice ${key}` });
      references.push(String(payment?.reference));
    }
    for (const ref of references) await hub.notify({ ref, amount: 50_000, txn: `T${ref}` });
    const rows = references.map((merchantRef) => row({ merchantRef, gross: 50_000, providerTransactionId: `T${merchantRef}` }));
    const id = await run(day, rows);
    const twice = await firstOf(id, references[1]);
    expect(twice.kind).toBe('DUPLICATE_PAYMENT');
    await resolve(twice.id, 'REFUND');
    const refunds = await hub.platform.db.query(
      'SELECT r.state, r.cause, r.approved_by FROM payments.refund_request r JOIN payments.payment p ON p.id = r.payment_id WHERE p.reference = ANY($1)',
      [references],
    );
    expect(refunds).toEqual([{ state: 'READY', cause: 'PAID_TWICE', approved_by: 'ke-toan-01' }]);
  });

  it("is no one's but an accountant's of that merchant", async () => {
    const day = '2026-03-08';
    await load(hub, [paid(day, 'W1')]);
    const id = await run(day, []);
    const one = await firstOf(id);
    const elsewhere = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
    expect((await resolve(one.id, 'ACCEPT_HUB', elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['discrepancy'] }]);
    expect((await close(id, elsewhere))?.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
    for (const role of ['AUDITOR', 'OPERATOR', 'UNIT_LEADER'] as const) {
      const { errors } = await hub.execute('payments', CLOSE, { id }, await hub.token({ role, unit: '96' }));
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});

describe('a lost notice', () => {
  it('is confirmed by asking the provider, and posted; what it does not confirm stays a difference', async () => {
    const day = localDateOf(new Date());
    const citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
    const open = async (code: string) => {
      const dossier = await hub.ingest({ code });
      const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code });
      return { dossier, reference: String(payment?.reference) };
    };
    const [lost, denied] = [await open('H12.64-250929-0902'), await open('H12.64-250929-0903')];
    hub.gateway.facts.set(lost.reference, {
      reference: lost.reference,
      status: 'SUCCEEDED',
      amount: 50_000,
      code: '00/00',
      providerTransactionId: 'L1',
    });
    const id = await run(
      day,
      [lost, denied].map(({ reference }) => row({ merchantRef: reference, gross: 50_000 })),
      9,
    );
    expect((await hub.money(lost.dossier, citizen)).amountPaid).toBe(50_000);
    const seen = await see(id);
    expect(seen.confirmedByQuery).toBe(1);
    expect(seen.steps).toContainEqual({ action: 'CONFIRMED', actor: 'hub', note: lost.reference });
    expect(seen.discrepancies.nodes.filter(({ reference }) => reference === lost.reference)).toEqual([]);
    expect(await firstOf(id, denied.reference)).toMatchObject({ kind: 'STATUS_MISMATCH' });
  });
});

describe('by itself', () => {
  it('the hub reconciles the day before, days whose statement came, and days on which money moved; each once', async () => {
    const today = localDateOf(new Date());
    const [yesterday, earlier, silent] = [addDays(today, -1), addDays(today, -5), addDays(today, -6)];
    const files = new Map([
      [yesterday, [row({ merchantRef: 'Y1', time: `${yesterday}T10:00:00+07:00` })]],
      [earlier, [row({ merchantRef: 'E1', time: `${earlier}T10:00:00+07:00` })]],
    ]);
    await load(hub, [paid(yesterday, 'Y1'), paid(earlier, 'E1')]);
    hub.gateway.statement = async (_merchant, day) => {
      const rows = files.get(day);
      return rows === undefined ? null : (Readable.toWeb(Readable.from(statement(rows, { day }))) as unknown as ReadableStream<Uint8Array>);
    };
    const days = async () => (await dueDays(hub.platform)).map(({ merchant, day }) => `${merchant} ${day}`);
    expect(await days()).toEqual([`${TMN} ${earlier}`, `${TMN} ${yesterday}`]);
    expect(await days()).not.toContain(`${TMN} ${silent}`);
    await reconcileDue(hub.platform, new AbortController().signal);
    const done = await hub.platform.db.query('SELECT status FROM payments.reconciliation WHERE business_date = ANY($1::date[])', [
      [yesterday, earlier],
    ]);
    expect(done).toEqual([{ status: 'BALANCED' }, { status: 'BALANCED' }]);
    expect(await days()).toEqual([]);
  });
});
