import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, IngestedPaymentInput } from '../../schema/generated/graphql.ts';
import { upstreamUnavailable } from '../../src/platform/errors.ts';
import type { PeerTransport } from '../../src/platform/graphql/peers.ts';
import { createLocalGraph } from '../../src/roles/local-graph.ts';
import { absorbReportedJob } from '../../src/subgraphs/payments/payment.jobs.ts';
import {
  COMMUNE,
  createDossiersHub,
  type DossiersHub,
  INGEST,
  type IngestShown,
  OTHER_PERSON,
  outcomes,
  PERSON,
  SOURCE,
  step,
} from '../support/dossiers.ts';
import { statementsOf } from '../support/statements.ts';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

describe('an ingest and its peers', () => {
  const reported = (over: Partial<IngestedPaymentInput> = {}): IngestedPaymentInput => ({
    provider: 'VNPAY',
    reference: 'ONESTOP1',
    amount: 50_000,
    status: 'SUCCEEDED',
    ...over,
  });
  const fees = [{ code: 'LP', name: 'Lệ phí', amount: 50_000 }];
  const citizens = () => hub.platform.db.query('SELECT id, sealed FROM identity.citizen ORDER BY id');
  /** The dossiers subgraph with a peer that does not answer. */
  const without = (silent: string, ...input: DossierIngestInput[]) => {
    const remote: PeerTransport = async (name, request) => {
      if (name === silent) throw upstreamUnavailable();
      return hub.graph.transport(name, request);
    };
    return async () => {
      const authorization = `Bearer ${await hub.tokenOf({ roles: ['SYSTEM'], source: SOURCE })}`;
      return createLocalGraph(hub.platform, { remote }).transport('dossiers', {
        query: INGEST.toString(),
        variables: { input },
        head: { authorization },
      });
    };
  };
  beforeEach(() => {
    hub.woken.length = 0;
  });

  it('does nothing by halves where identity does not answer', async () => {
    const known = hub.dossier({ sourceVersion: 3, steps: [step('b', '09:00', 'PROCESSING')] });
    await hub.feed(known);
    hub.woken.length = 0;
    const before = [await citizens(), await hub.platform.db.query('SELECT count(*) AS n FROM outbox.event')];
    const stale = { ...known, sourceVersion: 1, steps: [step('a', '08:00', 'ACCEPTED')] };
    const fresh = hub.dossier({ procedure: '1.666666' });
    const { data, errors } = await without('identity', stale, fresh)();
    expect(data).toBeNull();
    expect(errors?.map((error) => error.extensions?.['code'])).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect([await citizens(), await hub.platform.db.query('SELECT count(*) AS n FROM outbox.event')]).toEqual(before);
    expect(await hub.platform.db.query('SELECT 1 FROM dossiers.dossier WHERE code = $1', [fresh['code']])).toEqual([]);
    expect(await hub.platform.db.query(`SELECT 1 FROM dossiers.procedure WHERE code = '1.666666'`)).toEqual([]);
    expect(hub.woken).toEqual([]);
  });

  it('begins anew where another caller comes between the look and the lock', async () => {
    const contested = hub.dossier();
    await hub.feed(contested);
    // By the look nothing is new in it. While identity is asked about the other one, its content changes and changes the standing.
    const again = { ...contested, sourceVersion: 9 };
    const overtaking = { ...contested, sourceVersion: 5, status: 'PROCESSING' as const, applicant: OTHER_PERSON };
    let asked = 0;
    const remote: PeerTransport = async (name, request) => {
      if (name === 'identity' && asked++ === 0) await hub.feed(overtaking);
      return hub.graph.transport(name, request);
    };
    const authorization = `Bearer ${await hub.tokenOf({ roles: ['SYSTEM'], source: SOURCE })}`;
    const variables = { input: [hub.dossier(), again] };
    const { data } = await createLocalGraph(hub.platform, { remote }).transport('dossiers', {
      query: INGEST.toString(),
      variables,
      head: { authorization },
    });
    expect(outcomes((data as { ingestDossiers: IngestShown }).ingestDossiers)).toEqual(['CREATED', 'UPDATED']);
    expect(asked).toBe(2);
    const [row] = await hub.platform.db.query(
      'SELECT status, source_version, version, applicant_name FROM dossiers.dossier WHERE code = $1',
      [contested['code']],
    );
    expect(row).toEqual({ status: 'ACCEPTED', source_version: 9, version: 3, applicant_name: PERSON.fullName });
  });

  it('answers where payments does not, and loses nothing that was reported', async () => {
    const base = hub.dossier({ fees, payments: [reported()] });
    const { data, errors } = await without('payments', base)();
    expect(errors).toBeUndefined();
    expect((data as { ingestDossiers: IngestShown }).ingestDossiers).toMatchObject({ created: 1, results: [{ outcome: 'CREATED' }] });
    const paid = () =>
      hub.platform.db.query('SELECT reference, amount, status FROM payments.payment WHERE dossier_code = $1', [base['code']]);
    expect(await paid()).toEqual([]);
    // Events become readable once no older transaction is open.
    await vi.waitFor(
      async () => {
        await absorbReportedJob.run(hub.platform, {}, new AbortController().signal);
        expect(await paid()).toEqual([{ reference: 'ONESTOP1', amount: 50_000, status: 'SUCCEEDED' }]);
      },
      { timeout: 40_000, interval: 50 },
    );
  });

  it('has what a source collected shown at once, one payment however often it is reported', async () => {
    const base = hub.dossier({ fees, payments: [reported({ reference: 'ONESTOP2' }), reported({ reference: 'ONESTOP2' })] });
    const MONEY = graphql(`
      query MoneyOfDossier($code: String) { dossier(code: $code) { amountDue amountPaid payments { reference status } } }
    `);
    const money = async () =>
      (await hub.graphql(MONEY, { variables: { code: base.code }, as: { roles: ['OFFICER'], unit: COMMUNE } })).data?.dossier;
    const paid = { amountDue: 0, amountPaid: 50_000, payments: [{ reference: 'ONESTOP2', status: 'SUCCEEDED' }] };
    expect(outcomes(await hub.feed(base))).toEqual(['CREATED']);
    expect(await money()).toEqual(paid);
    await hub.feed({ ...base, sourceVersion: 2, status: 'PROCESSING', payments: [reported({ reference: 'ONESTOP2' })] });
    expect(await money()).toEqual(paid);
    await hub.feed({ ...base, sourceVersion: 3, status: 'PROCESSING', payments: null });
    expect(await money()).toEqual(paid);
  });

  it('touches no citizen for what is stale, refused, reused or not its own', async () => {
    const held = hub.dossier({ sourceVersion: 5, nationalCode: 'G22.99-250930-000001' });
    await hub.feed(held);
    const before = await citizens();
    const renamed = { ...PERSON, fullName: 'Tên Bị Đổi', phone: '0600000001' };
    const shown = await hub.feed(
      { ...held, sourceVersion: 4, applicant: renamed },
      { ...held, sourceVersion: 5, applicant: renamed },
      hub.dossier({ nationalCode: 'G22.99-250930-000001', applicant: { ...renamed, nationalId: '096885777777' } }),
      hub.dossier({ procedure: 'x', applicant: { ...renamed, nationalId: '096885777778' } }),
    );
    expect(outcomes(shown)).toEqual(['STALE', 'REJECTED', 'REJECTED', 'REJECTED']);
    const foreign = { ...held, sourceSystem: 'another', sourceVersion: 9, applicant: { ...renamed, nationalId: '096885777779' } };
    const other = await hub.feedAs({ roles: ['SYSTEM'], source: 'another' }, foreign);
    expect(other.data?.ingestDossiers.results[0]?.outcome).toBe('REJECTED');
    expect(await citizens()).toEqual(before);
  });

  it('sends a number of statements that does not grow with the batch, peers included', async () => {
    let serial = 0;
    const full = () => {
      serial += 1;
      return hub.dossier({
        applicant: { fullName: 'Người Thứ', nationalId: `0968851${String(serial).padStart(5, '0')}` },
        owner: { kind: 'ENTERPRISE', name: `Công ty ${serial}` },
        procedure: '1.555555',
        steps: [step('a', '08:10', 'ACCEPTED'), step('b', '09:00', 'PROCESSING')],
        fees,
        payments: [reported({ reference: `R${serial}` }), reported({ reference: `F${serial}`, status: 'FAILED' })],
      });
    };
    const counted = async (size: number) => (await statementsOf(() => hub.feed(...Array.from({ length: size }, full)))).length;
    await counted(1);
    const one = await counted(1);
    expect(await counted(120)).toBe(one);
    const held = Array.from({ length: 60 }, full);
    await hub.feed(...held);
    const next = (of: DossierIngestInput[]) =>
      statementsOf(() =>
        hub.feed(
          ...of.map((each) => ({ ...each, sourceVersion: 2, status: 'RESOLVED' as const, steps: [step('c', '10:00', 'RESOLVED')] })),
        ),
      );
    expect((await next(held.slice(0, 1))).length).toBe((await next(held.slice(1))).length);
  });
});
