import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubgraphName } from '../../src/platform/config/config.ts';
import { manyDossiers } from '../support/forms.refusals.ts';
import { type Answered, type Forms, START_MS, startForms } from '../support/forms.ts';

/** One subgraph down: its process is killed, the others go on, and it comes back with its process. */

const SIZE = 20;
const WORKLIST = `{ dossiers(first: ${SIZE}) { nodes { id code status submittedAt procedure { name } receivingUnit { name } events { status }
  applicant { fullName } organization { name } amountDue amountPaid payments { reference status payer { fullName } } synchronizations { operation state } } } }`;
type Node = Record<string, unknown> & { payments: { payer: unknown }[] | null };
interface Worklist {
  dossiers: { nodes: Node[] };
}

/** What each subgraph adds to a dossier. */
const FIELDS: Record<Exclude<SubgraphName, 'dossiers'>, readonly string[]> = {
  payments: ['payments', 'amountDue', 'amountPaid'],
  identity: ['applicant', 'organization'],
  integration: ['synchronizations'],
};

let forms: Forms;
let leader: string;
let whole: Worklist;
beforeAll(async () => {
  forms = await startForms({ dossiers: 100 });
  leader = await forms.hub.token({ role: 'UNIT_LEADER', unit: '96' });
  whole = (await ask<Worklist>(WORKLIST)).data as Worklist;
}, START_MS);
afterAll(() => forms?.stop());

/** Asks the gateway of the many processes; whatever it answers, it tells nothing of the inside. */
async function ask<T = Record<string, unknown>>(
  query: string,
  token = leader,
  variables: Record<string, unknown> = {},
): Promise<Answered<T>> {
  const answer = await forms.many.ask<T>(query, { token, variables });
  expect(JSON.stringify(answer.errors ?? [])).not.toMatch(/ECONN|127\.0\.0\.1|localhost|https?:|fetch|socket|\bat \/|node_modules|stack/i);
  return answer;
}

const unavailable = (path: readonly (string | number)[]) => ({
  message: 'Một bộ phận của hệ thống chưa trả lời. Xin thử lại sau.',
  path,
  extensions: { code: 'UPSTREAM_UNAVAILABLE' },
});
const inOrder = (errors: readonly object[] | undefined) => (errors ?? []).map((error) => JSON.stringify(sorted(error))).sort();
const sorted = (error: object) => Object.fromEntries(Object.entries(error).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The subgraph is away while `work` runs, and back afterwards. */
async function without(name: SubgraphName, work: () => Promise<void>): Promise<void> {
  await forms.processes.killSubgraph(name);
  const [done] = await Promise.allSettled([work()]);
  await forms.processes.startSubgraph(name);
  if (done.status === 'rejected') throw done.reason;
  expect((await ask<Worklist>(WORKLIST)).data).toEqual(whole);
}

describe('the worklist still answers the fields of the others', () => {
  it.each(['payments', 'identity', 'integration'] as const)('without %s', (name) =>
    without(name, async () => {
      const answer = await ask<Worklist>(WORKLIST);
      const gone = Object.fromEntries(FIELDS[name].map((field) => [field, null]));
      const payerless = (node: Node) =>
        name === 'identity' ? { ...node, payments: node.payments?.map((payment) => ({ ...payment, payer: null })) } : node;
      const nodes = whole.dossiers.nodes.map((node) => ({ ...payerless(node), ...gone }));
      expect(answer).toMatchObject({ status: 200, data: { dossiers: { nodes } } });
      const paths = nodes.flatMap((node, at) => [
        ...FIELDS[name].map((field) => ['dossiers', 'nodes', at, field]),
        ...(name === 'identity' ? (node.payments as object[]).map((_, of) => ['dossiers', 'nodes', at, 'payments', of, 'payer']) : []),
      ]);
      expect(inOrder(answer.errors)).toEqual(inOrder(paths.map(unavailable)));
      if (name === 'identity') await ingestFails();
      if (name === 'payments') await ingestGoesOn();
      if (name === 'integration') await connectorsFail();
    }),
  );

  it('without dossiers: payments, connectors and synchronizations still answer', () =>
    without('dossiers', async () => {
      const list = await ask('{ dossiers { nodes { code } } }');
      expect(list).toMatchObject({ status: 200, data: null, errors: [unavailable(['dossiers'])] });
      const payments = await ask<{ payments: { nodes: { reference: string }[] } }>(
        '{ payments(first: 2) { nodes { reference status payer { fullName } dossier { id code } merchant { code unit { code name } } } } }',
      );
      const shown = { reference: expect.any(String), payer: { fullName: expect.any(String) }, dossier: null };
      expect(payments.data?.payments.nodes).toMatchObject([shown, shown]);
      expect(payments.errors).toContainEqual(unavailable(['payments', 'nodes', 0, 'dossier', 'code']));
      const others = await ask(
        '{ connectors { id state } synchronizations(first: 1) { nodes { subject state dossier { id } unit { code } } } viewer { subject } }',
      );
      expect(others.errors).toBeUndefined();
      expect(others.data).toMatchObject({ synchronizations: { nodes: [{ dossier: { id: expect.any(String) }, unit: {} }] } });
      const paid = await ask(
        'mutation { createPayment(input: { dossier: "dos_x", provider: CASH, idempotencyKey: "1" }) { payment { id } } }',
      );
      expect(paid).toMatchObject({ data: null, errors: [unavailable(['createPayment'])] });
    }));
});

const INGEST =
  'mutation ($input: [DossierIngestInput!]!) { ingestDossiers(input: $input) { created results { dossier { code payments { id } } } } }';
/** A dossier filed so early that it is not on the page that is looked at. */
const early = (code: string) =>
  manyDossiers(1).map((each) => ({
    ...{ ...each, code, submittedAt: '2025-07-01T08:00:00+07:00' },
    payments: [{ provider: 'CASH', reference: code, amount: 5_000, status: 'SUCCEEDED' }],
  }));

/** Nobody can be registered: nothing goes in. */
async function ingestFails(): Promise<void> {
  const source = await forms.hub.token({ role: 'SYSTEM', source: 'test' });
  const code = 'H12.64-250701-0001';
  const answer = await ask(INGEST, source, { input: early(code) });
  expect(answer).toMatchObject({ data: null, errors: [unavailable(['ingestDossiers'])] });
  expect((await ask(`{ dossier(code: "${code}") { code } }`)).data).toEqual({ dossier: null });
}

/** The dossier goes in; what the source collected stands in the outbox until payments is back. */
async function ingestGoesOn(): Promise<void> {
  const source = await forms.hub.token({ role: 'SYSTEM', source: 'test' });
  const code = 'H12.64-250701-0002';
  const answer = await ask(INGEST, source, { input: early(code) });
  expect(answer.data).toEqual({ ingestDossiers: { created: 1, results: [{ dossier: { code, payments: null } }] } });
  expect(answer.errors).toEqual([unavailable(['ingestDossiers', 'results', 0, 'dossier', 'payments'])]);
}

async function connectorsFail(): Promise<void> {
  expect(await ask('{ connectors { id } }')).toMatchObject({ data: null, errors: [unavailable(['connectors'])] });
}
