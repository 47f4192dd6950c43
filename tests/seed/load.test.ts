import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { IngestOutcomesMutationVariables } from '../../schema/generated/graphql.ts';
import { ingestInputOf } from '../../src/roles/seed/load.dossier.ts';
import { loadedSample, loadSample } from '../../src/roles/seed/load.ts';
import { countTotals } from '../../src/roles/seed/totals.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { PATIENCE, startOwnServer } from '../support/own-server.ts';
import { figuresOf, paidFor, rowsOf, SAMPLE, sampleDossiers } from '../support/sample.ts';

vi.setConfig(PATIENCE);

let server: Awaited<ReturnType<typeof startOwnServer>>;
let hub: TestHub;
const dossiers = sampleDossiers();
const progress: [number, number][] = [];

beforeAll(async () => {
  server = await startOwnServer();
  hub = await createTestHub();
  await loadSample(hub.platform, { ...SAMPLE, progress: (done, total) => void progress.push([done, total]) });
});
afterAll(async () => {
  await hub.stop();
  await server.stop();
});

const query = <Row>(sql: string, values: unknown[] = []) => hub.platform.db.query<Row>(sql, values);

describe('what the load tells', () => {
  it('is how far it is, from nothing to all', () => {
    expect(progress[0]).toEqual([0, SAMPLE.dossiers]);
    expect(progress.at(-1)).toEqual([SAMPLE.dossiers, SAMPLE.dossiers]);
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort(([a], [b]) => a - b));
  });

  it('is which sample the database holds', async () => {
    expect(await loadedSample(hub.platform)).toEqual({ ...SAMPLE, loadedAt: expect.stringMatching(/^20\d\d-.*Z$/) });
  });
});

describe('the figures', () => {
  it('are those of the sample, through the graph', async () => {
    const { rated, satisfied, ...counts } = countTotals(dossiers);
    const figures = await figuresOf(hub);
    expect(figures).toMatchObject({ ...counts, satisfactionRate: satisfied / rated });
    expect(figures.onlineFilingRate).toBe(counts.receivedOnline / counts.dossiersReceived);
    expect(figures.onlinePaymentRate).toBe(counts.paidOnline / counts.dossiersWithFee);
  });

  it('are each unit’s own', async () => {
    const unit = '31825';
    const own = dossiers.filter((dossier) => dossier.receivingUnit === unit);
    expect(own.length).toBeGreaterThan(5);
    const { dossiersReceived, receivedOnline, dossiersWithFee, paidOnline } = countTotals(own);
    expect(await figuresOf(hub, unit)).toMatchObject({ dossiersReceived, receivedOnline, dossiersWithFee, paidOnline });
  });
});

describe('a dossier', () => {
  it('is there once with all its steps and people, and with nobody’s else', async () => {
    const people = new Set(dossiers.map((dossier) => dossier.applicant.id));
    const organizations = new Set(dossiers.flatMap((dossier) => dossier.owner?.organizationId ?? []));
    expect(await rowsOf(hub)).toMatchObject({
      'dossiers.dossier': dossiers.length,
      'dossiers.event': dossiers.flatMap((dossier) => dossier.steps).length,
      'identity.citizen': people.size,
      'identity.organization': organizations.size,
      'payments.payment': dossiers.flatMap((dossier) => dossier.payments).length,
    });
    const strays = await query(
      `SELECT d.code FROM dossiers.dossier d LEFT JOIN identity.citizen c ON c.id = d.applicant_id AND c.confirmed
       LEFT JOIN identity.organization o ON o.id = d.organization_id AND o.confirmed
       WHERE c.id IS NULL OR (d.organization_id IS NOT NULL) <> (o.id IS NOT NULL)`,
    );
    expect(strays).toEqual([]);
  });

  it('is unchanged when its source sends the same again, whichever it is', async () => {
    for (const source of ['motcua-31825', 'motcua-96-d03']) {
      const own = dossiers.filter((dossier) => dossier.sourceSystem === source).map(ingestInputOf);
      expect(own.length).toBeGreaterThan(5);
      const before = await rowsOf(hub);
      expect(new Set(await send(...own))).toEqual(new Set(['UNCHANGED']));
      expect(await rowsOf(hub)).toEqual(before);
    }
  });

  it('joins what its source sends anew', async () => {
    const [same, older, newer] = dossiers.filter((dossier) => dossier.status === 'PROCESSING' && dossier.sourceVersion > 2);
    if (same === undefined || older === undefined || newer === undefined) throw new Error('the sample holds no such dossiers');
    const step = { key: 'new', at: '2025-09-30T16:59:00+07:00', status: 'RESOLVED', officer: 'Lê Thị Mẫu', content: 'Đã có kết quả' };
    const input = [
      ingestInputOf(same),
      { ...ingestInputOf(older), sourceVersion: 1 },
      {
        ...ingestInputOf(newer),
        sourceVersion: newer.sourceVersion + 1,
        status: 'RESOLVED',
        steps: [...(ingestInputOf(newer).steps ?? []), step],
      },
    ];
    const before = await rowsOf(hub);
    const outcomes = await Promise.all(input.map((each) => send(each)));
    expect(outcomes).toEqual([['UNCHANGED'], ['STALE'], ['UPDATED']]);
    expect(await rowsOf(hub)).toEqual({
      ...before,
      'dossiers.event': (before['dossiers.event'] ?? 0) + 1,
      // the change, the snapshot and the new step; what its source collected is reported again where it collected anything
      'outbox.event': (before['outbox.event'] ?? 0) + 3 + (newer.payments.some((payment) => payment.external) ? 1 : 0),
    });
  });
});

async function send(...input: { sourceSystem: string }[]): Promise<string[] | undefined> {
  const token = await hub.token({ role: 'SYSTEM', source: input[0]?.sourceSystem ?? '' });
  const variables = JSON.parse(JSON.stringify({ input })) as IngestOutcomesMutationVariables;
  const { data, errors } = await hub.execute('dossiers', INGEST_OUTCOMES, variables, token);
  expect(errors).toEqual([]);
  return data?.ingestDossiers.results.map(({ outcome }) => outcome);
}

describe('money', () => {
  it('is what the sample says, dossier by dossier', async () => {
    const rows = await query<{ code: string; paid: number }>(
      `SELECT dossier_code AS code, sum(CASE WHEN paid_at IS NULL THEN 0 ELSE amount - refunded_amount END)::bigint AS paid
       FROM payments.payment GROUP BY dossier_code`,
    );
    const expected = dossiers.filter((dossier) => dossier.payments.length > 0).map((dossier) => [dossier.code, paidFor(dossier)] as const);
    expect(new Map(rows.map(({ code, paid }) => [code, paid]))).toEqual(new Map(expected));
  });

  it('balances in the ledger, entry by entry and as a whole', async () => {
    const [sums] = await query<{ debit: number; credit: number }>(
      'SELECT sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM payments.ledger_entry',
    );
    expect(sums?.debit).toBe(sums?.credit);
    expect(sums?.debit).toBeGreaterThan(0);
    const came = dossiers.flatMap((dossier) => dossier.payments).filter((payment) => payment.paidAt !== null);
    const moved = came.reduce((sum, { amount, refundedAmount }) => sum + amount + refundedAmount, 0);
    expect(sums?.debit).toBe(moved);
  });

  it('is shown with its dossier by the graph', async () => {
    const dossier =
      dossiers.find((each) => each.payments.some(({ status }) => status === 'PARTIALLY_REFUNDED')) ??
      dossiers.find((each) => paidFor(each) > 0);
    if (dossier === undefined) throw new Error('the sample holds no paid dossier');
    const token = await hub.token({ role: 'AUDITOR' });
    // As the gateway asks subgraphs: what it hands from one to the other is hidden from clients.
    const asked = await hub.execute<{ dossier: Record<string, unknown> }>(
      'dossiers',
      'query ($code: String!) { dossier(code: $code) { id grant feesSettled fees { amount exemptedAmount collection } } }',
      { code: dossier.code },
      token,
    );
    const { data } = await hub.execute<{ _entities: { amountPaid: number }[] }>(
      'payments',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier { amountPaid payments { reference status } } } }',
      { r: [{ __typename: 'Dossier', ...asked.data?.dossier }] },
      token,
    );
    const payments = dossier.payments.map(({ reference, status }) => ({ reference, status }));
    expect(data?._entities[0]).toEqual({ amountPaid: paidFor(dossier), payments: expect.arrayContaining(payments) });
  });
});

describe('personal data', () => {
  const people = dossiers.flatMap(({ applicant, owner }) => [applicant, ...(owner?.citizen ? [owner.citizen] : [])]);
  const numbers = new Set(people.flatMap(({ nationalId, oldId, passport, phone }) => [nationalId, oldId, passport?.slice(1), phone]));

  /** Looks at every stretch of digits, so that no number hides inside other text. */
  function holdsPersonal(text: string): boolean {
    if (/(Ấp|Khóm) \d+, .*, tỉnh Cà Mau/.test(text) || /\b(19\d\d|200\d)-\d\d-\d\d\b/.test(text)) return true;
    const stretches = text.match(/\d{7,}/g) ?? [];
    return stretches.some((stretch) =>
      [7, 9, 10, 12].some((length) => {
        for (let at = 0; at + length <= stretch.length; at++) if (numbers.has(stretch.slice(at, at + length))) return true;
        return false;
      }),
    );
  }

  it('would be found by this search', () => {
    const { nationalId, phone, address, dateOfBirth } = people.find((person) => person.nationalId !== null && person.phone !== null) ?? {};
    for (const text of [nationalId, phone, address, dateOfBirth])
      expect(holdsPersonal(`(a,"x${text}1",f)`.replace(`x${dateOfBirth}1`, `${dateOfBirth}`))).toBe(true);
    expect(holdsPersonal('(H12.1-250701-0001,2025-09-30 01:02:03.456+00,1500000)')).toBe(false);
  });

  it('stands in no column of any schema in clear', async () => {
    const holders: string[] = [];
    for (const table of await tables()) {
      const rows = await query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
      // What is sealed or indexed is bytes, which are written in hex and hold digits by chance.
      if (rows.some(({ text }) => holdsPersonal(text.replace(/\\x[0-9a-f]+/g, '')))) holders.push(table);
    }
    expect(holders).toEqual([]);
  });

  it('can be read by who holds the keys alone', async () => {
    const [citizen] = await query<{ sealed: Buffer }>('SELECT sealed FROM identity.citizen WHERE id = $1', [people[0]?.id]);
    expect(hub.platform.cipher.isCurrent(citizen?.sealed ?? Buffer.alloc(0))).toBe(true);
  });
});

/** Every table of the hub's schemas, but the one that holds the addresses of public offices. */
async function tables(): Promise<string[]> {
  const rows = await query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema IN ('dossiers', 'payments', 'identity', 'integration', 'outbox') AND table_type = 'BASE TABLE'
       AND table_name <> 'reception_point' ORDER BY 1`,
  );
  const names = rows.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['dossiers.dossier', 'identity.citizen', 'outbox.event', 'payments.payment']));
  return names;
}
