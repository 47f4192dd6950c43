import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSandboxIssuer } from '../../src/platform/auth/sandbox-issuer.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
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

async function ask<T>(form: Form, query: string, as: keyof typeof tokens, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await form.ask<T>(query, { token: tokens[as], variables });
  expect(errors).toBeUndefined();
  return data as T;
}

const SHOWN = `fragment Shown on Dossier { id code status version rating amountDue amountPaid
  applicant { fullName } organization { name } payments { reference status amount external dossier { status amountDue } }
  synchronizations { operation state sequence } events { status note } }`;

interface Shown {
  id: string;
  version: number;
  rating: number | null;
  amountDue: number;
  amountPaid: number;
  applicant: { fullName: string };
  payments: { reference: string; status: string; amount: number }[];
  synchronizations: { operation: string; state: string; sequence: number }[];
  events: { status: string; note: string | null }[];
}

const INGEST = `mutation ($input: [DossierIngestInput!]!) { ingestDossiers(input: $input) {
  results { outcome userErrors { code } dossier { ...Shown } } } } ${SHOWN}`;
const DOSSIER = `query ($id: ID!) { dossier(id: $id) { ...Shown } } ${SHOWN}`;

const AT = (hour: number) => `2025-09-29T${String(hour).padStart(2, '0')}:00:00+07:00`;

function dossierOf(code: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{ sourceSystem: 'test', sourceVersion: 1, code, procedure: '1.001193', receivingUnit: UNIT, channel: 'ONLINE', status: 'ACCEPTED' },
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

async function ingest(form: Form, ...input: Record<string, unknown>[]): Promise<{ outcome: string; dossier: Shown | null }[]> {
  type Answer = { ingestDossiers: { results: { outcome: string; dossier: Shown | null }[] } };
  return (await ask<Answer>(form, INGEST, 'source', { input })).ingestDossiers.results;
}

async function ingestOne(form: Form, input: Record<string, unknown>): Promise<Shown> {
  const [result] = await ingest(form, input);
  return result?.dossier as Shown;
}

/** The dossier as both forms show it to the same caller: they must agree. */
async function shown(id: string, as: keyof typeof tokens = 'officer'): Promise<Shown> {
  const [one, many] = await Promise.all(forms.both.map(async (form) => (await ask<{ dossier: Shown }>(form, DOSSIER, as, { id })).dossier));
  expect(many).toEqual(one);
  return one as Shown;
}

describe.each(NAMES)('what a mutation has answered, every subgraph shows at once and in full: %s', (name) => {
  const series = name === 'one process' ? 1 : 2;
  let count = 0;
  const newCode = () => `H12.64-25092${series}-${String(++count).padStart(4, '0')}`;

  it('an ingest, in its own answer and in every query after it', async () => {
    const reference = `S${series}A`;
    const payments = [{ provider: 'VNPAY', reference, amount: 20_000, status: 'SUCCEEDED', paidAt: AT(10), merchant: 'XA000001' }];
    const [first, second] = await ingest(formOf(name), dossierOf(newCode(), { payments }), dossierOf(newCode(), { feesSettled: true }));
    const answered = first?.dossier as Shown;
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
    const own = await ask<{ viewer: { citizen: { dossiers: { nodes: { id: string }[] }; payments: { nodes: { reference: string }[] } } } }>(
      formOf(name),
      '{ viewer { citizen { dossiers(first: 100) { nodes { id } } payments(first: 100) { nodes { reference } } } } }',
      'citizen',
    );
    expect(own.viewer.citizen.dossiers.nodes).toContainEqual({ id: answered.id });
    expect(own.viewer.citizen.payments.nodes).toContainEqual({ reference });
    const books = await ask<{ payment: { entries: { debit: number; credit: number }[] } }>(
      formOf(name),
      `{ payment(reference: "${reference}") { entries { debit credit } } }`,
      'accountant',
    );
    expect(books.payment.entries).toEqual([
      { debit: 20_000, credit: 0 },
      { debit: 0, credit: 20_000 },
    ]);
  });

  it('a newer version, a stale and a refused one', async () => {
    const code = newCode();
    await ingest(formOf(name), dossierOf(code));
    const newer = {
      sourceVersion: 3,
      status: 'RESOLVED',
      resolvedAt: AT(15),
      payments: [{ provider: 'CASH', reference: `S${series}B`, amount: FEE, status: 'SUCCEEDED', paidAt: AT(10) }],
      steps: [{ at: AT(15), status: 'RESOLVED', officer: 'Một cửa', content: 'Xong' }],
    };
    const [updated] = await ingest(formOf(name), dossierOf(code, newer));
    expect(updated).toMatchObject({ outcome: 'UPDATED', dossier: { version: 2, status: 'RESOLVED', amountDue: 0, amountPaid: FEE } });
    expect(updated?.dossier?.events.at(-1)).toEqual({ status: 'RESOLVED', note: 'Xong' });
    expect(updated?.dossier?.synchronizations.map(({ sequence }) => sequence)).toEqual(
      updated?.dossier?.synchronizations.map((_, at) => at + 1),
    );
    const [stale, refused] = await ingest(formOf(name), dossierOf(code, { sourceVersion: 2 }), dossierOf(newCode(), { procedure: '' }));
    expect(stale).toMatchObject({ outcome: 'STALE', dossier: { version: 2, status: 'RESOLVED', amountPaid: FEE } });
    expect(refused).toMatchObject({ outcome: 'REJECTED', dossier: null });
    const seen = await shown(updated?.dossier?.id ?? '');
    expect(seen.synchronizations).toEqual(stale?.dossier?.synchronizations);
    expect(seen).toMatchObject({ version: 2, amountPaid: FEE });
  });

  it('cash, and two payments in one operation', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const PAY = `mutation ($id: ID!, $amount: Vnd, $key: ID!, $other: ID!) {
      createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $key }) {
        payment { status dossier { amountDue amountPaid payments { status amount } } } userErrors { code } }
      again: createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $other }) {
        payment { dossier { amountDue amountPaid } } userErrors { code } } }`;
    const keys = { id, amount: 10_000, key: `${id} 1`, other: `${id} 2` };
    const paid = await ask<Record<string, object>>(formOf(name), PAY, 'officer', keys);
    expect(paid['createPayment']).toMatchObject({ payment: { status: 'SUCCEEDED' }, userErrors: [] });
    expect(paid['again']).toEqual({ payment: { dossier: { amountDue: 30_000, amountPaid: 20_000 } }, userErrors: [] });
    expect(await shown(id)).toMatchObject({ amountDue: 30_000, amountPaid: 20_000, payments: [{ amount: 10_000 }, { amount: 10_000 }] });
    const { payments } = await ask<{ payments: { nodes: { entries: object[] }[] } }>(
      formOf(name),
      'query ($id: ID!) { payments(filter: { dossier: $id }) { nodes { entries { debit } } } }',
      'accountant',
      { id },
    );
    expect(payments.nodes.map(({ entries }) => entries.length)).toEqual([2, 2]);
  });

  it('a checkout, which can be asked for the moment that the ingest has answered', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const created = await ask<{ createPayment: { payment: { reference: string; dossier: Shown } } }>(
      formOf(name),
      `mutation ($id: ID!) { createPayment(input: { dossier: $id, provider: VNPAY, idempotencyKey: $id }) {
        payment { reference status amount dossier { amountDue payments { reference status } } } } }`,
      'citizen',
      { id },
    );
    const { reference } = created.createPayment.payment;
    const pending = { reference, status: 'PENDING' };
    expect(created.createPayment.payment).toMatchObject({ ...pending, amount: FEE, dossier: { amountDue: FEE, payments: [pending] } });
    expect(await shown(id, 'citizen')).toMatchObject({ amountDue: FEE, amountPaid: 0, payments: [pending] });
  });

  it('a rating, also between two payments of one operation', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const mixed = await ask<Record<string, object>>(
      formOf(name),
      `mutation ($id: ID!, $key: ID!, $other: ID!) {
        before: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) { payment { dossier { rating amountPaid } } }
        rateDossier(dossier: $id, rating: 4, comment: "Nhanh") { dossier { rating version amountPaid } userErrors { code } }
        after: createPayment(input: { dossier: $id, provider: CASH, idempotencyKey: $other }) { payment { dossier { rating amountPaid amountDue } } } }`,
      'deskCitizen',
      { id, key: `${id} 1`, other: `${id} 2` },
    );
    expect(mixed['before']).toEqual({ payment: { dossier: { rating: null, amountPaid: 10_000 } } });
    expect(mixed['rateDossier']).toEqual({ dossier: { rating: 4, version: 2, amountPaid: 10_000 }, userErrors: [] });
    expect(mixed['after']).toEqual({ payment: { dossier: { rating: 4, amountPaid: FEE, amountDue: 0 } } });
    expect(await shown(id, 'citizen')).toMatchObject({ rating: 4, version: 2, amountPaid: FEE });
  });

  it('nothing after a change that is refused', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    const answer = await formOf(name).ask(
      `mutation ($id: ID!, $no: Boolean = false) {
        skipped: rateDossier(dossier: $id, rating: 1) @include(if: $no) { userErrors { code } }
        first: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: "${id} 1" }) { userErrors { code } }
        pauseConnector(id: "${PORTAL}") { userErrors { code } }
        last: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: "${id} 2" }) { userErrors { code } } }`,
      { token: tokens.officer, variables: { id } },
    );
    expect(answer).toMatchObject({ data: null, errors: [{ path: ['pauseConnector'], extensions: { code: 'FORBIDDEN' } }] });
    expect(await shown(id)).toMatchObject({ rating: null, amountPaid: 10_000 });
  });

  const CONNECTOR = '{ connectors { id state parked pending } }';
  const portalIn = async (form: Form) =>
    (
      await ask<{ connectors: { id: string; state: string; parked: number; pending: number }[] }>(form, CONNECTOR, 'operator')
    ).connectors.find(({ id }) => id === PORTAL);

  it('a pause of a connector and its end', async () => {
    const PAUSE = (field: string) => `mutation { ${field}(id: "${PORTAL}") { connector { id state } userErrors { code } } }`;
    const paused = await ask<Record<string, object>>(formOf(name), PAUSE('pauseConnector'), 'operator');
    expect(paused).toEqual({ pauseConnector: { connector: { id: PORTAL, state: 'PAUSED' }, userErrors: [] } });
    for (const form of forms.both) expect(await portalIn(form)).toMatchObject({ state: 'PAUSED' });
    const resumed = await ask<Record<string, object>>(formOf(name), PAUSE('resumeConnector'), 'operator');
    expect(resumed).toEqual({ resumeConnector: { connector: { id: PORTAL, state: 'DOWN' }, userErrors: [] } });
    for (const form of forms.both) expect(await portalIn(form)).toMatchObject({ state: 'DOWN' });
  });

  it('synchronizations that are sent again', async () => {
    const { id } = await ingestOne(formOf(name), dossierOf(newCode()));
    await refuseEverything();
    const parked = (await shown(id)).synchronizations[0];
    expect(parked).toMatchObject({ operation: 'DongBoHoSoMC', state: 'PARKED' });
    const before = await portalIn(formOf(name));
    const retried = await ask<{ retrySynchronizations: { retried: number } }>(
      formOf(name),
      'mutation { retrySynchronizations(errorCode: "PORTAL_-3") { retried userErrors { code } } }',
      'operator',
    );
    expect(retried.retrySynchronizations).toEqual({ retried: before?.parked, userErrors: [] });
    expect((await shown(id)).synchronizations.map(({ state }) => state)).toEqual(['RETRYING', 'PENDING']);
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
