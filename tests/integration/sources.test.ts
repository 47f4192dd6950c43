import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import {
  ADMINISTRATOR,
  CONNECTOR,
  createSourcesRig,
  OFFICER,
  OPERATOR,
  PERSON,
  SHOWN,
  SOURCE,
  type SourcesRig,
} from '../support/sources.ts';

let rig: SourcesRig;

beforeEach(async () => {
  rig = await createSourcesRig();
});

afterEach(async () => {
  await rig.stop();
});

const A = 'H12.64-250930-00001';
const B = 'H12.64-250930-00002';

interface Fed {
  code: string;
  outcome: string;
}

const feed = () => rig.admin<Fed[]>('POST', 'feed');
const shown = async (code: string) => (await rig.client.ask(SHOWN, { code }, await rig.token(OFFICER))).dossier;
const events = () => rig.rows<{ kind: string }>('SELECT kind FROM outbox.event ORDER BY id');

const STATES = graphql(`
  query SourceConnectors { connectors { id kind state pending parked lastError } }
`);
const REPLACE = graphql(`
  mutation ReplaceSourceSecret($name: String!, $hours: Int!) {
    replaceSourceSecret(name: $name, keepPreviousHours: $hours) { secret source { previousSecretUntil } userErrors { code field } }
  }
`);
const REPLAY = graphql(`
  mutation ReplaySourceChanges($source: String!, $from: DateTime!) {
    replaySourceChanges(source: $source, from: $from) { replayed userErrors { code field } }
  }
`);
const RETRY = graphql(`
  mutation RetrySource($connector: ID!) { retrySynchronizations(connector: $connector) { retried userErrors { code } } }
`);
const connector = async () => {
  const { connectors } = await rig.client.ask(STATES, {}, await rig.token(OPERATOR));
  return connectors.find(({ id }) => id === CONNECTOR);
};

describe('a change that the hub made', () => {
  it('reaches its source once, signed, and what the source then sends changes nothing and goes nowhere', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    await rig.move(A, { to: 'PROCESSING', note: 'Chuyển bộ phận chuyên môn' });
    await rig.work();
    await rig.work();
    expect(await rig.received()).toMatchObject([
      { kind: 'dossier.changed', dossierCode: A, genuine: true, repeated: false, status: 204, id: expect.stringMatching(/^msg_/) },
    ]);
    const before = await shown(A);
    expect(before).toMatchObject({ status: 'PROCESSING', version: 2 });
    expect(before?.synchronizations?.filter((each) => each.connector.id === CONNECTOR)).toMatchObject([
      { sequence: 1, operation: 'dossier.changed', state: 'DELIVERED' },
    ]);
    const told = await events();
    expect(await feed()).toMatchObject([{ code: A, outcome: 'UNCHANGED' }]);
    await rig.work();
    expect(await shown(A)).toEqual(before);
    expect(await events()).toEqual(told);
    expect(await rig.received()).toHaveLength(1);
    // The same version again is what it was, and the next one of the source is one of its own.
    await rig.admin('PUT', `dossiers/${A}`, {});
    expect(await feed()).toMatchObject([{ outcome: 'UNCHANGED' }]);
    await rig.admin('PUT', `dossiers/${A}`, { sourceVersion: 9, summary: 'Bổ sung trích yếu' });
    expect(await feed()).toMatchObject([{ outcome: 'UPDATED' }]);
    expect((await shown(A))?.events).toHaveLength(2);
    await rig.work();
    expect(await rig.received()).toHaveLength(1);
  });

  it('is told whole: the dossier as a source would send it and the steps that it made, with whole đồng and times with offset', async () => {
    await rig.registerWebhook();
    await rig.keyed(A, { fees: [{ code: 'LP', name: 'Lệ phí', amount: 8_000 }] });
    await rig.move(A, { to: 'SUPPLEMENT_REQUESTED', note: 'Thiếu bản sao' });
    await rig.work();
    const dossiers = await rig.admin<Record<string, Record<string, unknown>>>('GET', 'dossiers');
    expect(dossiers[A]).toMatchObject({
      status: 'SUPPLEMENT_REQUESTED',
      dueAt: '2025-10-03T17:00:00.000+07:00',
      fees: [{ code: 'LP', amount: 8_000, exemptedAmount: 0 }],
      supplements: [{ number: 1, content: 'Thiếu bản sao', requestedAt: expect.stringMatching(/\+07:00$/) }],
      steps: [
        { key: 'own-1' },
        { key: 'cs-1', status: 'SUPPLEMENT_REQUESTED', content: 'Thiếu bản sao', at: expect.stringMatching(/\+07:00$/) },
      ],
    });
    expect(await feed()).toMatchObject([{ outcome: 'UNCHANGED' }]);
  });

  it('is no echo where the source says something new with it', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    await rig.move(A, { to: 'PROCESSING' });
    await rig.work();
    await rig.admin('PUT', `dossiers/${A}`, { applicant: { ...PERSON, phone: '0912000111' } });
    expect(await feed()).toMatchObject([{ outcome: 'UPDATED' }]);
    expect((await shown(A))?.events).toHaveLength(2);
  });

  it('waits for the system of its unit where the dossier was filed here and there is none yet', async () => {
    const FILE = graphql(`
      mutation FileBeforeSource($input: SubmitDossierInput!) { submitDossier(input: $input) { dossier { code } userErrors { message } } }
    `);
    const codes: string[] = [];
    for (const idempotencyKey of ['k1', 'k2']) {
      const input = { procedure: '2.000635', receivingUnit: '32248', applicant: PERSON, channel: 'IN_PERSON', idempotencyKey } as const;
      const { submitDossier } = await rig.client.ask(FILE, { input }, await rig.token(OFFICER));
      codes.push(submitDossier.dossier?.code ?? '');
    }
    await rig.move(codes[0] ?? '', { to: 'PROCESSING' });
    await rig.work();
    await rig.registerWebhook();
    await rig.registerWebhook();
    await rig.move(codes[0] ?? '', { to: 'RESOLVED' });
    await rig.work();
    const dossiers = await rig.admin<Record<string, { status: string }>>('GET', 'dossiers');
    expect(dossiers).toMatchObject({ [codes[0] ?? '']: { status: 'RESOLVED' }, [codes[1] ?? '']: { status: 'ACCEPTED' } });
    expect((await rig.received()).map(({ status, repeated }) => [status, repeated])).toEqual(Array(4).fill([204, false]));
    expect(await feed()).toMatchObject([{ outcome: 'UNCHANGED' }, { outcome: 'UNCHANGED' }]);
  });

  it('goes to the system of its unit where the dossier was filed here, with the applicant, and that system takes it over', async () => {
    await rig.registerWebhook();
    const FILE = graphql(`
      mutation FileForSource($input: SubmitDossierInput!) {
        submitDossier(input: $input) { dossier { code version } userErrors { code message field } }
      }
    `);
    const input = { procedure: '2.000635', receivingUnit: '32248', applicant: PERSON, channel: 'IN_PERSON', idempotencyKey: 'k1' } as const;
    const { submitDossier } = await rig.client.ask(FILE, { input }, await rig.token(OFFICER));
    const code = submitDossier.dossier?.code ?? '';
    await rig.work();
    expect(await rig.received()).toMatchObject([{ kind: 'dossier.changed', dossierCode: code, status: 204 }]);
    const dossiers = await rig.admin<Record<string, Record<string, unknown>>>('GET', 'dossiers');
    expect(dossiers[code]?.['applicant']).toMatchObject(PERSON);
    expect(await feed()).toMatchObject([{ code, outcome: 'UNCHANGED' }]);
    expect(await rig.rows('SELECT source_system, version FROM dossiers.dossier WHERE code = $1', [code])).toEqual([
      { source_system: SOURCE, version: submitDossier.dossier?.version },
    ]);
    await rig.move(code, { to: 'PROCESSING' });
    await rig.work();
    expect(await rig.received()).toMatchObject([{}, { dossierCode: code, status: 204 }]);
    expect(await feed()).toMatchObject([{ code, outcome: 'UNCHANGED' }]);
  });
});

describe('a system that is called', () => {
  it('that is away for a while gets everything in the order of each dossier once it is back', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    await rig.keyed(B);
    await rig.admin('POST', 'faults', { kind: 'status', status: 503, times: 1_000 });
    await rig.move(A, { to: 'PROCESSING' });
    await rig.move(B, { to: 'PROCESSING' });
    await rig.work();
    expect(await connector()).toMatchObject({ kind: 'COMMUNE', state: 'DOWN', pending: 2 });
    await rig.move(A, { to: 'RESOLVED' });
    await rig.admin('DELETE', 'faults');
    await rig.admin('POST', 'faults', { kind: 'silent', times: 1 });
    for (let round = 0; round < 4; round += 1) {
      await rig.pass();
      await rig.work();
    }
    const taken = (await rig.received()).filter(({ status }) => status === 204);
    expect(taken).toHaveLength(3);
    expect(await rig.admin<Record<string, { status: string }>>('GET', 'dossiers')).toMatchObject({
      [A]: { status: 'RESOLVED' },
      [B]: { status: 'PROCESSING' },
    });
    const cursors = await rig.rows<{ sequence: number; code: string }>(
      'SELECT sequence, dossier_code AS code FROM integration.source_change ORDER BY sequence',
    );
    expect(cursors.map(({ code }) => code)).toEqual([A, B, A]);
    expect(await connector()).toMatchObject({ state: 'UP', pending: 0 });
  });

  it('that fails for one dossier holds up this one alone, and is told to a person where it refuses', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    await rig.keyed(B);
    await rig.admin('POST', 'faults', { kind: 'status', status: 422, times: 1, dossierCode: A });
    await rig.move(A, { to: 'PROCESSING' });
    await rig.move(A, { to: 'RESOLVED' });
    await rig.move(B, { to: 'PROCESSING' });
    await rig.work();
    expect((await rig.received()).filter(({ status }) => status === 204)).toMatchObject([{ dossierCode: B }]);
    expect(await connector()).toMatchObject({ state: 'DEGRADED', parked: 1, pending: 1 });
    const kept = await rig.rows<{ sent: string; received: string }>('SELECT sent, received FROM integration.exchange ORDER BY received');
    expect(kept).toMatchObject([{ received: 'HTTP 204' }, { received: expect.stringMatching(/^HTTP 422/) }]);
    for (const { sent } of kept) expect(sent).toMatch(/^POST 127\.0\.0\.1:\d+, webhook-id msg_[0-9a-f-]{36}, dossier\.changed, \d+ bytes$/);
    expect(await rig.client.ask(RETRY, { connector: CONNECTOR }, await rig.token(OPERATOR))).toMatchObject({
      retrySynchronizations: { retried: 1 },
    });
    await rig.work();
    expect((await rig.received()).filter(({ status }) => status === 204)).toMatchObject([
      { dossierCode: B },
      { dossierCode: A },
      { dossierCode: A },
    ]);
    expect(await feed()).toMatchObject([{ outcome: 'UNCHANGED' }, { outcome: 'UNCHANGED' }]);
  });

  it('is called no more after HTTP 410, and goes on where it stood once it is registered anew', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    await rig.keyed(B);
    await rig.admin('POST', 'faults', { kind: 'status', status: 410, times: 1 });
    await rig.move(A, { to: 'PROCESSING' });
    await rig.work();
    await rig.move(B, { to: 'PROCESSING' });
    await rig.work();
    expect(await rig.received()).toMatchObject([{ dossierCode: A, status: 410 }]);
    expect(await connector()).toMatchObject({ state: 'DOWN', pending: 1, parked: 1 });
    expect(
      await rig.rows(`SELECT setting, target, actor, before, after FROM integration.setting_change WHERE setting = 'source.active'`),
    ).toEqual([{ setting: 'source.active', target: SOURCE, actor: 'hub', before: true, after: false }]);
    await rig.registerWebhook();
    await rig.client.ask(RETRY, { connector: CONNECTOR }, await rig.token(OPERATOR));
    await rig.work();
    expect((await rig.received()).filter(({ status }) => status === 204)).toHaveLength(2);
  });

  it('takes a new secret up while messages come: both are valid until the time is over', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    const replace = async (hours: number) =>
      (await rig.client.ask(REPLACE, { name: SOURCE, hours }, await rig.token(ADMINISTRATOR))).replaceSourceSecret;
    const { secret, source } = await replace(1);
    expect(secret).toMatch(/^whsec_/);
    expect(Date.parse(source?.previousSecretUntil ?? '')).toBeGreaterThan(Date.now());
    await rig.move(A, { to: 'PROCESSING' });
    await rig.work();
    expect(await rig.received()).toMatchObject([{ genuine: true, status: 204 }]);
    await rig.admin('PUT', 'settings', { secret });
    await rig.move(A, { to: 'RESOLVED' });
    await rig.work();
    expect(await rig.received()).toMatchObject([{}, { genuine: true, status: 204 }]);
    const next = await replace(0);
    await rig.move(A, { to: 'RETURNED' });
    await rig.work();
    expect(await rig.received()).toMatchObject([{}, {}, { genuine: false, status: 401 }]);
    expect(await connector()).toMatchObject({ parked: 1 });
    await rig.admin('PUT', 'settings', { secret: next.secret });
    await rig.client.ask(RETRY, { connector: CONNECTOR }, await rig.token(OPERATOR));
    await rig.work();
    expect(await rig.received()).toMatchObject([{}, {}, {}, { genuine: true, status: 204 }]);
    const stored = await rig.rows<{ text: string }>(
      `SELECT s::text AS text FROM integration.source s UNION ALL SELECT c::text FROM integration.setting_change c`,
    );
    for (const { text } of stored) expect(text).not.toContain('whsec_');
  });

  it('gets changes once more, under their own ids and in order, where an operator has them replayed', async () => {
    await rig.registerWebhook();
    await rig.keyed(A);
    await rig.move(A, { to: 'PROCESSING' });
    await rig.move(A, { to: 'RESOLVED' });
    await rig.work();
    const first = (await rig.received()).map(({ id }) => id);
    const replay = async (from: string) =>
      (await rig.client.ask(REPLAY, { source: SOURCE, from }, await rig.token(OPERATOR))).replaySourceChanges;
    expect(await replay('2025-09-01T00:00:00+07:00')).toEqual({ replayed: 2, userErrors: [] });
    expect(await replay('2099-01-01T00:00:00+07:00')).toEqual({ replayed: 0, userErrors: [] });
    await rig.work();
    const all = await rig.received();
    expect(all.map(({ id }) => id)).toEqual([...first, ...first]);
    expect(all.map(({ repeated }) => repeated)).toEqual([false, false, true, true]);
    expect(all.every(({ status }) => status === 204)).toBe(true);
  });
});
