import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, WholeWorklistQuery } from '../../schema/generated/graphql.ts';
import type { SubgraphName } from '../../src/platform/config/config.ts';
import type { Query } from '../support/client.ts';
import { CONNECTOR_STATES } from '../support/documents.integration.ts';
import { DOSSIER_CODES } from '../support/documents.ts';
import { manyDossiers } from '../support/forms.refusals.ts';
import { type Answered, type Forms, START_MS, startForms } from '../support/forms.ts';

/** One subgraph down: its process is killed, the others go on, and it comes back with its process. */

const WORKLIST = graphql(`
  query WholeWorklist {
    dossiers(first: 20) {
      nodes {
        id code status submittedAt procedure { name } receivingUnit { name } events { status }
        applicant { fullName } organization { name } amountDue amountPaid
        payments { reference status payer { fullName } }
        synchronizations { operation state }
      }
    }
  }
`);
type Node = WholeWorklistQuery['dossiers']['nodes'][number];

/** What each subgraph adds to a dossier. */
const FIELDS: Record<Exclude<SubgraphName, 'dossiers'>, readonly string[]> = {
  payments: ['payments', 'amountDue', 'amountPaid'],
  identity: ['applicant', 'organization'],
  integration: ['synchronizations'],
};

let forms: Forms;
let leader: string;
let whole: WholeWorklistQuery;
beforeAll(async () => {
  forms = await startForms({ dossiers: 100 });
  leader = await forms.hub.token({ role: 'UNIT_LEADER', unit: '96' });
  whole = (await ask(WORKLIST)).data as WholeWorklistQuery;
}, START_MS);
afterAll(() => forms?.stop());

/** Asks the gateway of the many processes; whatever it answers, it tells nothing of the inside. */
async function ask<Data, Variables>(
  query: Query<Data, Variables>,
  { token = leader, variables }: { token?: string; variables?: NoInfer<Variables> } = {},
): Promise<Answered<Data>> {
  const answer = await forms.many.ask(query, { token, ...(variables !== undefined && { variables }) });
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
  expect((await ask(WORKLIST)).data).toEqual(whole);
}

describe('the worklist still answers the fields of the others', () => {
  it.each(['payments', 'identity', 'integration'] as const)('without %s', (name) =>
    without(name, async () => {
      const answer = await ask(WORKLIST);
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
      const list = await ask(DOSSIER_CODES);
      expect(list).toMatchObject({ status: 200, data: null, errors: [unavailable(['dossiers'])] });
      const PAYMENTS = graphql(`
        query TwoPayments {
          payments(first: 2) {
            nodes { reference status payer { fullName } dossier { id code } merchant { code unit { code name } } }
          }
        }
      `);
      const payments = await ask(PAYMENTS);
      const shown = { reference: expect.any(String), payer: { fullName: expect.any(String) }, dossier: null };
      expect(payments.data?.payments.nodes).toMatchObject([shown, shown]);
      expect(payments.errors).toContainEqual(unavailable(['payments', 'nodes', 0, 'dossier', 'code']));
      const OTHERS = graphql(`
        query WithoutDossiers {
          connectors { id state }
          synchronizations(first: 1) { nodes { subject state dossier { id } unit { code } } }
          viewer { subject }
        }
      `);
      const others = await ask(OTHERS);
      expect(others.errors).toBeUndefined();
      expect(others.data).toMatchObject({ synchronizations: { nodes: [{ dossier: { id: expect.any(String) }, unit: {} }] } });
      const PAY = graphql(`
        mutation PayUnknown { createPayment(input: { dossier: "dos_x", provider: CASH, idempotencyKey: "1" }) { payment { id } } }
      `);
      const paid = await ask(PAY);
      expect(paid).toMatchObject({ data: null, errors: [unavailable(['createPayment'])] });
    }));
});

const INGEST = graphql(`
  mutation IngestWithPayments($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) { created results { dossier { code payments { id } } } }
  }
`);
const BY_CODE = graphql(`query CodeOfDossier($code: String) { dossier(code: $code) { code } }`);
/** A dossier filed so early that it is not on the page that is looked at. */
const early = (code: string): DossierIngestInput[] =>
  manyDossiers(1).map((each) => ({
    ...each,
    ...{ code, submittedAt: '2025-07-01T08:00:00+07:00' },
    payments: [{ provider: 'CASH' as const, reference: code, amount: 5_000, status: 'SUCCEEDED' as const }],
  }));

/** Nobody can be registered: nothing goes in. */
async function ingestFails(): Promise<void> {
  const source = await forms.hub.token({ role: 'SYSTEM', source: 'test' });
  const code = 'H12.64-250701-0001';
  const answer = await ask(INGEST, { token: source, variables: { input: early(code) } });
  expect(answer).toMatchObject({ data: null, errors: [unavailable(['ingestDossiers'])] });
  expect((await ask(BY_CODE, { variables: { code } })).data).toEqual({ dossier: null });
}

/** The dossier goes in; what the source collected stands in the outbox until payments is back. */
async function ingestGoesOn(): Promise<void> {
  const source = await forms.hub.token({ role: 'SYSTEM', source: 'test' });
  const code = 'H12.64-250701-0002';
  const answer = await ask(INGEST, { token: source, variables: { input: early(code) } });
  expect(answer.data).toEqual({ ingestDossiers: { created: 1, results: [{ dossier: { code, payments: null } }] } });
  expect(answer.errors).toEqual([unavailable(['ingestDossiers', 'results', 0, 'dossier', 'payments'])]);
}

async function connectorsFail(): Promise<void> {
  expect(await ask(CONNECTOR_STATES)).toMatchObject({ data: null, errors: [unavailable(['connectors'])] });
}
