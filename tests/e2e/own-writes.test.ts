import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, IngestAndShowMutation, ShownFragment } from '../../schema/generated/graphql.ts';
import { openSandboxIssuer } from '../../src/platform/auth/sandbox-issuer.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
import type { Query } from '../support/client.ts';
import { CONNECTOR_STATES, PAUSE_CONNECTOR, RESUME_CONNECTOR } from '../support/documents.integration.ts';
import { type Form, type Forms, START_MS, startForms } from '../support/forms.ts';
import { fakePortal, openHub, PORTAL } from '../support/integration.ts';

const UNIT = '32248';
const FEE = 50_000;
const NUMBER = '096885123456';
const NAMES = ['one process', 'a process for each role'] as const;

let forms: Forms;
let tokens: Record<'source' | 'officer' | 'accountant' | 'operator' | 'citizen' | 'deskCitizen', string>;

beforeAll(async () => {
  // Without a worker: whatever is shown, no job has brought about.
  forms = await startForms({ dossiers: 30 });
  const { token } = forms.hub;
  const issuer = await openSandboxIssuer(forms.hub.platform.config.dataDir);
  tokens = {
    source: await token({ role: 'SYSTEM', source: 'test', unit: UNIT }),
    officer: await token({ role: 'OFFICER', unit: UNIT }),
    accountant: await token({ role: 'ACCOUNTANT' }),
    operator: await token({ role: 'OPERATOR' }),
    citizen: await token({ role: 'CITIZEN', nationalId: NUMBER }),
    deskCitizen: await issuer.token({ roles: ['CITIZEN', 'OFFICER'], unit: UNIT, nationalId: NUMBER, ttl: '1h' }),
  };
}, START_MS);
afterAll(() => forms?.stop());

const formOf = (name: (typeof NAMES)[number]): Form => (name === 'one process' ? forms.one : forms.many);

async function ask<Data, Variables>(
  form: Form,
  query: Query<Data, Variables>,
  by: { as: keyof typeof tokens; variables?: NoInfer<Variables> },
): Promise<Data> {
  const { as, ...rest } = by;
  const { data, errors } = await form.ask(query, { token: tokens[as], ...rest });
  expect(errors).toBeUndefined();
  return data as Data;
}

const INGEST = graphql(`
  mutation IngestAndShow($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) { results { outcome userErrors { code } dossier { ...Shown } } }
  }
  fragment Shown on Dossier {
    id code status version rating amountDue amountPaid
    applicant { fullName }
    organization { name }
    payments { reference status amount external dossier { status amountDue } }
    synchronizations { operation state sequence }
    events { status note }
  }
`);
const DOSSIER = graphql(`
  query DossierAsShown($id: ID!) { dossier(id: $id) { ...Shown } }
`);

const AT = (hour: number) => `2025-09-29T${String(hour).padStart(2, '0')}:00:00+07:00`;

function dossierOf(code: string, more: Partial<DossierIngestInput> = {}): DossierIngestInput {
  return {
    ...{ sourceSystem: 'test', sourceVersion: 1, code, procedure: '1.001193', receivingUnit: UNIT },
    ...({ channel: 'ONLINE', status: 'ACCEPTED' } as const),
    ...{ submittedAt: AT(8), acceptedAt: AT(9), fees: [{ code: 'LP', name: 'Lệ phí', amount: FEE }] },
    applicant: { nationalId: NUMBER, fullName: 'Lê Thị Thử Nghiệm' },
    owner: { kind: 'ENTERPRISE', name: 'Công ty Thử Nghiệm', taxCode: '9900000016' },
    steps: [
      { at: AT(8), status: 'SUBMITTED', officer: 'Một cửa', content: 'Nộp' },
      { at: AT(9), status: 'ACCEPTED', officer: 'Một cửa', content: 'Tiếp nhận' },
    ],
    ...more,
  };
}

async function ingest(form: Form, ...input: DossierIngestInput[]): Promise<IngestAndShowMutation['ingestDossiers']['results']> {
  return (await ask(form, INGEST, { as: 'source', variables: { input } })).ingestDossiers.results;
}

async function ingestOne(form: Form, input: DossierIngestInput): Promise<ShownFragment> {
  const [result] = await ingest(form, input);
  if (result?.dossier == null) throw new Error(`not ingested: ${JSON.stringify(result)}`);
  return result.dossier;
}

/** The dossier as both forms show it to the same caller: they must agree. */
async function shown(id: string, as: keyof typeof tokens = 'officer'): Promise<ShownFragment> {
  const [one, many] = await Promise.all(
    forms.both.map(async (form) => (await ask(form, DOSSIER, { as, variables: { id } })).dossier ?? undefined),
  );
  expect(many).toEqual(one);
  if (one === undefined) throw new Error(`not shown: ${id}`);
  return one;
}

describe.each(NAMES)('what a mutation has answered, every subgraph shows at once and in full: %s', (name) => {
  const series = name === 'one process' ? 1 : 2;
  let count = 0;
  const newCode = () => `H12.64-25092${series}-${String(++count).padStart(4, '0')}`;

  it('an ingest, in its own answer and in every query after it', async () => {
    const reference = `S${series}A`;
    const payment = { provider: 'VNPAY', reference, amount: 20_000, status: 'SUCCEEDED', paidAt: AT(10), merchant: 'XA000001' } as const;
    const input = [dossierOf(newCode(), { payments: [payment] }), dossierOf(newCode(), { feesSettled: true })];
    const [first, second] = await ingest(formOf(name), ...input);
    const answered = first?.dossier as ShownFragment;
    expect(answered).toMatchObject({
      ...{ version: 1, amountDue: 30_000, amountPaid: 20_000, organization: { name: 'Công ty Thử Nghiệm' } },
      applicant: { fullName: 'L* T** T** N*****' },
      payments: [{ reference, status: 'SUCCEEDED', amount: 20_000, external: true, dossier: { status: 'ACCEPTED', amountDue: 30_000 } }],
      synchronizations: [
        { operation: 'DongBoHoSoMC', state: 'PENDING', sequence: 1 },
        { operation: 'CapNhatTienDoHoSoMC', state: 'PENDING', sequence: 2 },
      ],
      events: [
        { status: 'SUBMITTED', note: 'Nộp' },
        { status: 'ACCEPTED', note: 'Tiếp nhận' },
      ],
    });
    expect(second?.dossier).toMatchObject({ amountDue: 0, amountPaid: 0, payments: [] });
    expect(await shown(answered.id)).toEqual({ ...answered, applicant: { fullName: 'Lê Thị Thử Nghiệm' } });
    const OWN = graphql(`
      query OwnDossiersAndPayments {
        viewer { citizen { dossiers(first: 100) { nodes { id } } payments(first: 100) { nodes { reference } } } }
      }
    `);
    const own = await ask(formOf(name), OWN, { as: 'citizen' });
    expect(own.viewer?.citizen?.dossiers?.nodes).toContainEqual({ id: answered.id });
    expect(own.viewer?.citizen?.payments?.nodes).toContainEqual({ reference });
    const BOOKS = graphql(`query EntriesOfPayment($reference: String) { payment(reference: $reference) { entries { debit credit } } }`);
    const books = await ask(formOf(name), BOOKS, { as: 'accountant', variables: { reference } });
    expect(books.payment?.entries).toEqual([
      { debit: 20_000, credit: 0 },
      { debit: 0, credit: 20_000 },
    ]);
  });

  it('a newer version, a stale and a refused one', async () => {
    const code = newCode();
    await ingest(formOf(name), dossierOf(code));
    const newer: Partial<DossierIngestInput> = {
      sourceVersion: 3,
      status: 'RESOLVED',
      resolvedAt: AT(15),
      payments: [{ provider: 'CASH', reference: `S${series}B`, amount: FEE, status: 'SUCCEEDED', paidAt: AT(10) }],
      steps: [{ at: AT(15), status: 'RESOLVED', officer: 'Một cửa', content: 'Xong' }],
    };
    const [updated] = await ingest(formOf(name), dossierOf(code, newer));
    expect(updated).toMatchObject({ outcome: 'UPDATED', dossier: { version: 2, status: 'RESOLVED', amountDue: 0, amountPaid: FEE } });
    expect(updated?.dossier?.events.at(-1)).toEqual({ status: 'RESOLVED', note: 'Xong' });
    const sequences = updated?.dossier?.synchronizations?.map(({ sequence }) => sequence) ?? [];
    expect(sequences.length).toBeGreaterThan(0);
    expect(sequences).toEqual(sequences.map((_, at) => at + 1));
    const [stale, refused] = await ingest(formOf(name), dossierOf(code, { sourceVersion: 2 }), dossierOf(newCode(), { procedure: '' }));
    expect(stale).toMatchObject({ outcome: 'STALE', dossier: { version: 2, status: 'RESOLVED', amountPaid: FEE } });
    expect(refused).toMatchObject({ outcome: 'REJECTED', dossier: null });
    const seen = await shown(updated?.dossier?.id ?? '');
    expect(seen.synchronizations).toEqual(stale?.dossier?.synchronizations);
    expect(seen).toMatchObject({ version: 2, amountPaid: FEE });
  });

  it('cash, and two payments in one operation', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const PAY = graphql(`
      mutation PayTwice($id: ID!, $amount: Vnd, $key: ID!, $other: ID!) {
        createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $key }) {
          payment { status dossier { amountDue amountPaid payments { status amount } } } userErrors { code }
        }
        again: createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $other }) {
          payment { dossier { amountDue amountPaid } } userErrors { code }
        }
      }
    `);
    const keys = { id, amount: 10_000, key: `${id} 1`, other: `${id} 2` };
    const paid = await ask(formOf(name), PAY, { as: 'officer', variables: keys });
    expect(paid.createPayment).toMatchObject({ payment: { status: 'SUCCEEDED' }, userErrors: [] });
    expect(paid.again).toEqual({ payment: { dossier: { amountDue: 30_000, amountPaid: 20_000 } }, userErrors: [] });
    expect(await shown(id)).toMatchObject({ amountDue: 30_000, amountPaid: 20_000, payments: [{ amount: 10_000 }, { amount: 10_000 }] });
    const BOOKS = graphql(`query EntriesOfDossier($id: ID!) { payments(filter: { dossier: $id }) { nodes { entries { debit } } } }`);
    const { payments } = await ask(formOf(name), BOOKS, { as: 'accountant', variables: { id } });
    expect(payments.nodes.map(({ entries }) => entries.length)).toEqual([2, 2]);
  });

  it('a checkout, which can be asked for the moment that the ingest has answered', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const CHECKOUT = graphql(`
      mutation Checkout($id: ID!) {
        createPayment(input: { dossier: $id, provider: VNPAY, idempotencyKey: $id }) {
          payment { reference status amount dossier { amountDue payments { reference status } } }
        }
      }
    `);
    const { payment } = (await ask(formOf(name), CHECKOUT, { as: 'citizen', variables: { id } })).createPayment;
    const pending = { reference: payment?.reference, status: 'PENDING' };
    expect(payment).toMatchObject({ ...pending, amount: FEE, dossier: { amountDue: FEE, payments: [pending] } });
    expect(await shown(id, 'citizen')).toMatchObject({ amountDue: FEE, amountPaid: 0, payments: [pending] });
  });

  it('a rating, also between two payments of one operation', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const MIXED = graphql(`
      mutation RateBetweenPayments($id: ID!, $key: ID!, $other: ID!) {
        before: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) {
          payment { dossier { rating amountPaid } }
        }
        rateDossier(dossier: $id, rating: 4, comment: "Nhanh") { dossier { rating version amountPaid } userErrors { code } }
        after: createPayment(input: { dossier: $id, provider: CASH, idempotencyKey: $other }) {
          payment { dossier { rating amountPaid amountDue } }
        }
      }
    `);
    const variables = { id, key: `${id} 1`, other: `${id} 2` };
    const mixed = await ask(formOf(name), MIXED, { as: 'deskCitizen', variables });
    expect(mixed.before).toEqual({ payment: { dossier: { rating: null, amountPaid: 10_000 } } });
    expect(mixed.rateDossier).toEqual({ dossier: { rating: 4, version: 2, amountPaid: 10_000 }, userErrors: [] });
    expect(mixed.after).toEqual({ payment: { dossier: { rating: 4, amountPaid: FEE, amountDue: 0 } } });
    expect(await shown(id, 'citizen')).toMatchObject({ rating: 4, version: 2, amountPaid: FEE });
  });

  it('nothing after a change that is refused', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const REFUSED = graphql(`
      mutation RefusedInBetween($id: ID!, $key: ID!, $other: ID!, $connector: ID!, $no: Boolean = false) {
        skipped: rateDossier(dossier: $id, rating: 1) @include(if: $no) { userErrors { code } }
        first: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) { userErrors { code } }
        pauseConnector(id: $connector) { userErrors { code } }
        last: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $other }) { userErrors { code } }
      }
    `);
    const variables = { id, key: `${id} 1`, other: `${id} 2`, connector: PORTAL };
    const answer = await formOf(name).ask(REFUSED, { token: tokens.officer, variables });
    expect(answer).toMatchObject({ data: null, errors: [{ path: ['pauseConnector'], extensions: { code: 'FORBIDDEN' } }] });
    expect(await shown(id)).toMatchObject({ rating: null, amountPaid: 10_000 });
  });

  const portalIn = async (form: Form) => (await ask(form, CONNECTOR_STATES, { as: 'operator' })).connectors.find(({ id }) => id === PORTAL);

  it('a pause of a connector and its end', async () => {
    const portal = { id: PORTAL, pending: expect.any(Number) };
    const by = { as: 'operator', variables: { id: PORTAL } } as const;
    const paused = await ask(formOf(name), PAUSE_CONNECTOR, by);
    expect(paused).toEqual({ pauseConnector: { connector: { ...portal, state: 'PAUSED' }, userErrors: [] } });
    for (const form of forms.both) expect(await portalIn(form)).toMatchObject({ state: 'PAUSED' });
    const resumed = await ask(formOf(name), RESUME_CONNECTOR, by);
    expect(resumed).toEqual({ resumeConnector: { connector: { ...portal, state: 'DOWN' }, userErrors: [] } });
    for (const form of forms.both) expect(await portalIn(form)).toMatchObject({ state: 'DOWN' });
  });

  it('synchronizations that are sent again', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    await refuseEverything();
    const parked = (await shown(id)).synchronizations?.[0];
    expect(parked).toMatchObject({ operation: 'DongBoHoSoMC', state: 'PARKED' });
    const before = await portalIn(formOf(name));
    const RETRY = graphql(`mutation RetryOfCause { retrySynchronizations(errorCode: "PORTAL_-3") { retried userErrors { code } } }`);
    const retried = await ask(formOf(name), RETRY, { as: 'operator' });
    expect(retried.retrySynchronizations).toEqual({ retried: before?.parked, userErrors: [] });
    expect((await shown(id)).synchronizations?.map(({ state }) => state)).toEqual(['RETRYING', 'PENDING']);
    const waiting = (before?.pending ?? 0) + (before?.parked ?? 0);
    for (const form of forms.both) expect(await portalIn(form)).toMatchObject({ parked: 0, pending: waiting });
  });
});

/** A delivery run against a portal that refuses whatever it is told. */
async function refuseEverything(): Promise<void> {
  const { dataDir, databaseUrl = '' } = forms.hub.platform.config;
  const { piiKeys, piiIndexKey } = JSON.parse(readFileSync(join(dataDir, 'sandbox-keys.json'), 'utf8')) as Record<string, never>;
  const portal = fakePortal();
  portal.answer = () => ({ kind: 'refused', code: 'PORTAL_-3', reason: 'Hồ sơ sai' }) as never;
  const wakeUps = { wake: async () => undefined };
  const { hub, stop } = openHub(databaseUrl, { portal, wakeUps, keys: { pii: piiKeys?.[0] ?? '', index: piiIndexKey ?? '' } });
  const deliver = integration.jobs.find((job) => job.name === 'integration.deliver');
  await deliver?.run(hub, { connector: PORTAL }, new AbortController().signal);
  await stop();
}
