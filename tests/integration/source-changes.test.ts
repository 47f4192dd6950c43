import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { newUuid, toGlobalId } from '../../src/platform/ids.ts';
import type { OutboxEvent } from '../../src/platform/outbox/outbox.ts';
import type { TestToken } from '../support/hub.ts';
import {
  ADMINISTRATOR,
  createSourcesRig,
  OFFICER,
  OPERATOR,
  PERSON,
  REGISTER,
  SHOWN,
  SOURCE,
  type SourcesRig,
  SYSTEM,
} from '../support/sources.ts';

let rig: SourcesRig;

beforeEach(async () => {
  rig = await createSourcesRig();
});

afterEach(async () => {
  await rig.stop();
});

const A = 'H12.64-250930-00001';
const CHANGES = graphql(`
  query SourceChanges($source: String!, $after: String, $first: Int) {
    sourceChanges(source: $source, after: $after, first: $first) { cursor at kind dossierCode payload }
  }
`);
const SOURCES = graphql(`query SourceNames($unit: ID) { sources(unit: $unit) { name unit { code } active } }`);
const RATE = graphql(`
  mutation RateForSource($dossier: ID!) { rateDossier(dossier: $dossier, rating: 5) { dossier { rating } userErrors { code } } }
`);

const read = async (variables: { source?: string; after?: string; first?: number } = {}, as: TestToken = SYSTEM) =>
  rig.client.send(CHANGES, { source: SOURCE, ...variables }, await rig.token(as));
const rowKey = async () => (await rig.rows<{ id: string }>('SELECT id FROM dossiers.dossier WHERE code = $1', [A]))[0]?.id ?? '';

describe('a system that polls', () => {
  it('reads what the hub learned in order, page by page, and what it then sends changes nothing', async () => {
    await rig.keyed(A);
    await rig.move(A, { to: 'PROCESSING', note: 'Chuyển' });
    await rig.move(A, { to: 'RESOLVED' });
    await rig.work();
    const { data } = await read();
    expect(data?.sourceChanges).toMatchObject([
      { kind: 'dossier.changed', dossierCode: A, payload: { schema: 1, change: 'TRANSFERRED', version: 2, status: 'PROCESSING' } },
      { kind: 'dossier.changed', dossierCode: A, payload: { schema: 1, change: 'RESOLVED', version: 3, status: 'RESOLVED' } },
    ]);
    const [first, second] = data?.sourceChanges ?? [];
    expect((await read({ first: 1 })).data?.sourceChanges).toEqual([first]);
    expect((await read({ first: 1, after: first?.cursor ?? '' })).data?.sourceChanges).toEqual([second]);
    expect((await read({ after: second?.cursor ?? '' })).data?.sourceChanges).toEqual([]);
    expect(await rig.admin<unknown[]>('POST', 'poll')).toHaveLength(2);
    expect(await rig.admin('POST', 'feed')).toMatchObject([{ code: A, outcome: 'UNCHANGED' }]);
    await rig.work();
    expect(await rig.admin<unknown[]>('POST', 'poll')).toHaveLength(0);
    const dossier = (await rig.client.ask(SHOWN, { code: A }, await rig.token(OFFICER))).dossier;
    expect(dossier).toMatchObject({ version: 3, events: [{}, {}, {}] });
    expect(dossier?.synchronizations?.map((each) => each.connector.id)).not.toContain(`commune-system:${SOURCE}`);
  });

  it('is refused a cursor that is not of its list, and a page that is too large', async () => {
    await rig.keyed(A);
    await rig.move(A, { to: 'PROCESSING' });
    await rig.work();
    const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const after of ['x', cursor([SOURCE, '99']), cursor([SOURCE, '0']), cursor(['other', '1']), cursor([SOURCE])]) {
      expect((await read({ after })).errors, after).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'after' } }]);
    }
    expect((await read({ first: 101 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'first' } }]);
    expect((await read({ after: cursor([SOURCE, '1']) })).data?.sourceChanges).toEqual([]);
  });

  it('is recorded where what it reads is personal, and sees the units of its token alone', async () => {
    await rig.keyed(A);
    await rig.move(A, { to: 'PROCESSING' });
    await rig.work();
    expect((await read({}, { ...SYSTEM, unit: '31825' })).data?.sourceChanges).toEqual([]);
    expect((await read({}, { ...SYSTEM, unit: '32248', subject: 'feeder' })).data?.sourceChanges).toHaveLength(1);
    expect(
      await rig.rows('SELECT actor, purpose, citizen_id IS NOT NULL AS known FROM outbox.personal_data_read WHERE actor = $1', ['feeder']),
    ).toEqual([{ actor: 'feeder', purpose: A, known: true }]);
    const kept = await rig.rows<{ text: string }>('SELECT c::text AS text FROM integration.source_change c');
    expect(kept).toHaveLength(1);
    for (const { text } of kept) expect(text).not.toContain('Chuyển');
  });
});

describe('what goes back', () => {
  const event = (kind: string, over: Partial<OutboxEvent>): OutboxEvent => ({
    ...{ at: new Date('2025-09-30T02:00:00Z'), kind, subjectId: newUuid(), subject: 'R1', scope: ['32248', '96'] },
    ...{ receivingUnit: '32248', handlingUnit: '32248', ...over },
  });

  it('is money that came through the hub and went back, what is parked at the portal, and the rating, each once', async () => {
    await rig.keyed(A);
    const id = await rowKey();
    const dossierId = toGlobalId('dossier', id);
    const paid = { dossierId, provider: 'VNPAY', providerTransactionId: 'T1', amount: 8_000, status: 'SUCCEEDED', external: false };
    await rig.append(
      event('payment.settled', { data: paid }),
      event('payment.settled', { data: { ...paid, status: 'FAILED' } }),
      event('payment.settled', { data: { ...paid, external: true } }),
      event('payment.settled', { data: { ...paid, amount: 'much' } }),
      event('payment.refunded', { data: { dossierId, amount: 3_000, refundedAmount: 3_000, external: false } }),
      event('payment.refunded', { data: { dossierId, amount: 3_000, refundedAmount: 3_000, external: true } }),
      event('synchronization.parked', {
        ...{ subjectId: id, subject: A },
        data: { connector: 'national-portal', operation: 'DongBoHoSoMC', errorCode: 'PORTAL_-3', attempts: 2 },
      }),
    );
    await rig.client.ask(RATE, { dossier: dossierId }, await rig.token({ role: 'CITIZEN', nationalId: PERSON.nationalId }));
    await rig.work();
    await rig.work();
    const { data } = await read();
    expect(data?.sourceChanges.map(({ kind, dossierCode, payload }) => [kind, dossierCode, payload])).toEqual([
      [
        'payment.settled',
        A,
        { schema: 1, reference: 'R1', at: '2025-09-30T09:00:00.000+07:00', provider: 'VNPAY', providerTransactionId: 'T1', amount: 8_000 },
      ],
      ['payment.refunded', A, { schema: 1, reference: 'R1', at: '2025-09-30T09:00:00.000+07:00', amount: 3_000, refundedAmount: 3_000 }],
      [
        ...['synchronization.parked', A],
        {
          ...{ schema: 1, connector: 'national-portal', operation: 'DongBoHoSoMC', errorCode: 'PORTAL_-3', attempts: 2 },
          message: 'Cổng Dịch vụ công quốc gia từ chối nội dung.',
          advice: expect.stringContaining('gửi lại'),
        },
      ],
      ['dossier.changed', A, { schema: 1, change: 'RATED', version: 2, status: 'ACCEPTED', rating: 5 }],
    ]);
  });
});

describe('that the fees are paid', () => {
  const fees = [{ code: 'LP', name: 'Lệ phí', amount: 8_000 }];
  const pay = (kind: string, over: object) =>
    rig.append({
      ...{ at: new Date('2025-09-30T02:00:00Z'), kind, subjectId: newUuid(), subject: 'R1', scope: ['32248', '96'] },
      data: { provider: 'CASH', status: 'SUCCEEDED', external: false, ...over },
    });
  const told = async () => {
    await rig.admin('PUT', `dossiers/${A}`, { sourceVersion: 5, feesSettled: true });
    return rig.admin('POST', 'feed');
  };

  it('is an echo where all that is due came in through the hub, and is kept', async () => {
    await rig.keyed(A, { fees });
    await pay('payment.settled', { dossierId: toGlobalId('dossier', await rowKey()), amount: 8_000 });
    expect(await told()).toMatchObject([{ outcome: 'UNCHANGED' }]);
    expect(await rig.rows('SELECT version, fees_settled FROM dossiers.dossier')).toEqual([{ version: 1, fees_settled: true }]);
  });

  it('is news where it came in elsewhere, in part, or went back', async () => {
    await rig.keyed(A, { fees });
    const dossierId = toGlobalId('dossier', await rowKey());
    await pay('payment.settled', { dossierId, amount: 8_000, external: true });
    await pay('payment.settled', { dossierId, amount: 8_000, status: 'FAILED' });
    await pay('payment.settled', { dossierId, amount: 8_000 });
    await pay('payment.refunded', { dossierId, amount: 1 });
    expect(await told()).toMatchObject([{ outcome: 'UPDATED' }]);
  });
});

describe('access', () => {
  const register = async (as: TestToken, over: object = {}) => {
    const input = { name: SOURCE, unit: '32248', mode: 'WEBHOOK', url: 'http://127.0.0.1:9/in', ...over } as const;
    return rig.client.send(REGISTER, { input }, await rig.token(as));
  };

  it('lets administrators of the unit and the province change the registry, and records each change', async () => {
    const unitAdministrator: TestToken = { role: 'ADMINISTRATOR', unit: '32248', subject: 'unit admin' };
    expect((await register(unitAdministrator)).data?.registerSource).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      userErrors: [],
    });
    expect((await register(ADMINISTRATOR, { url: 'http://127.0.0.1:9/other' })).data?.registerSource).toMatchObject({
      secret: null,
      source: { url: 'http://127.0.0.1:9/other', createdBy: 'unit admin', changedBy: 'admin', connector: { kind: 'COMMUNE' } },
    });
    expect((await register({ ...unitAdministrator, unit: '31825' })).data?.registerSource.userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await register({ ...unitAdministrator, unit: '31825' }, { unit: '31825' })).data?.registerSource.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['name'] },
    ]);
    const changes = await rig.rows<{ actor: string; before: object | null; after: object }>(
      'SELECT actor, before, after FROM integration.setting_change WHERE target = $1 ORDER BY id',
      [SOURCE],
    );
    expect(changes).toMatchObject([
      { actor: 'unit admin', before: null, after: { url: 'http://127.0.0.1:9/in' } },
      { actor: 'admin', before: { url: 'http://127.0.0.1:9/in' }, after: { url: 'http://127.0.0.1:9/other' } },
    ]);
  });

  it.each([
    [{ name: 'hub' }, 'INVALID', 'name'],
    [{ name: 'a b' }, 'INVALID', 'name'],
    [{ unit: '00000' }, 'NOT_FOUND', 'unit'],
    [{ url: null }, 'INVALID', 'url'],
    [{ url: 'http://10.0.0.1/in' }, 'INVALID', 'url'],
    [{ url: 'https://169.254.169.254/in' }, 'INVALID', 'url'],
  ])('refuses %o', async (over, code, field) => {
    expect((await register(ADMINISTRATOR, over)).data?.registerSource).toMatchObject({
      source: null,
      userErrors: [{ code, field: [field] }],
    });
  });

  it('lets no other role do so, shows sources to those who watch them, and the stream to its own system alone', async () => {
    await register(ADMINISTRATOR);
    for (const role of ['OPERATOR', 'OFFICER', 'AUDITOR', 'UNIT_LEADER', 'CITIZEN'] as const) {
      expect((await register({ role, unit: '32248' })).errors, role).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const seen = async (as: TestToken) => rig.client.send(SOURCES, {}, await rig.token(as));
    expect((await seen(OPERATOR)).data?.sources).toEqual([{ name: SOURCE, unit: { code: '32248' }, active: true }]);
    expect((await seen({ role: 'OPERATOR', unit: '31825' })).data?.sources).toEqual([]);
    expect((await seen(OFFICER)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await rig.client.send(SOURCES, {})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await read({}, { role: 'SYSTEM', source: 'other' })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await read({}, ADMINISTRATOR)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
