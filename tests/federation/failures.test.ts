import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGateway, type GatewayAnswer } from '../../src/gateway/gateway.ts';
import { contextOf, FORM_NAMES, type Form, startForm } from './toy-forms.ts';
import { serveBadly, serveToy } from './toy-server.ts';
import { buildToySchema, composeToys, TOY_NAMES, type ToySubgraph } from './toy-subgraphs.ts';

const WORKLIST = `{ viewer { fullName } connectors { id health } dossiers(first: 2) { nodes {
  code applicant { fullName } payments(first: 1) { amount } due: amountDue synchronizations { sequence } } } }`;
const FIELDS = { code: 'H12.1', applicant: 'Người', payments: 1000, due: 20, synchronizations: 1 };
const AUTHORIZATION = 'Bearer unit-7';

/** Where errors are expected when a subgraph is down: every field that it would have answered, in every row. */
const DOWN: Record<ToySubgraph, { paths: ReadonlyArray<ReadonlyArray<string | number>>; kept: ReadonlyArray<keyof typeof FIELDS> }> = {
  dossiers: { paths: [['dossiers']], kept: [] },
  payments: { paths: rows('payments', 'due'), kept: ['code', 'applicant', 'synchronizations'] },
  identity: { paths: [['viewer'], ...rows('applicant')], kept: ['code', 'payments', 'due', 'synchronizations'] },
  integration: { paths: [['connectors'], ...rows('synchronizations')], kept: ['code', 'applicant', 'payments', 'due'] },
  monitoring: {
    paths: [
      ['connectors', 0, 'health'],
      ['connectors', 1, 'health'],
    ],
    kept: ['code', 'applicant', 'payments', 'due', 'synchronizations'],
  },
};
/** Their root fields must not be null, so the answer as a whole is. */
const ESSENTIAL: readonly ToySubgraph[] = ['dossiers', 'integration', 'monitoring'];

function rows(...keys: string[]): Array<Array<string | number>> {
  return [0, 1].flatMap((row) => keys.map((key) => ['dossiers', 'nodes', row, key]));
}

function errorPaths(answer: GatewayAnswer): string[] {
  return (answer.errors ?? []).map(({ path }) => JSON.stringify(path)).sort();
}

describe.each(FORM_NAMES)('a subgraph that does not answer, %s', (name) => {
  let form: Form;
  beforeEach(async () => {
    form = await startForm(name);
  });
  afterEach(() => form.stop());

  it.each(TOY_NAMES)('%s down: its fields are null with an error each', async (subgraph) => {
    await form.breakDown(subgraph);
    const answer = await form.ask(WORKLIST, { authorization: AUTHORIZATION });
    expect(errorPaths(answer)).toEqual(DOWN[subgraph].paths.map((path) => JSON.stringify(path)).sort());
    for (const error of answer.errors ?? []) {
      expect(error.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
      expect(error.message).toBe('Một bộ phận của hệ thống chưa trả lời. Xin thử lại sau.');
    }
    if (ESSENTIAL.includes(subgraph)) expect(answer.data).toBeNull();
  });

  it.each(TOY_NAMES.filter((each) => each !== 'dossiers'))('%s down: the worklist keeps the fields of the others', async (subgraph) => {
    await form.breakDown(subgraph);
    const { data } = await form.ask(WORKLIST.replace('connectors { id health }', ''), { authorization: AUTHORIZATION });
    const { nodes } = (data as { dossiers: { nodes: Array<Record<string, unknown>> } }).dossiers;
    expect(nodes).toHaveLength(2);
    for (const node of nodes) {
      for (const key of Object.keys(FIELDS) as Array<keyof typeof FIELDS>)
        expect(node[key] === null).toBe(!DOWN[subgraph].kept.includes(key));
    }
  });

  it('speaks English on request', async () => {
    await form.breakDown('payments');
    const { errors } = await form.ask('{ payment(id: "p1") { amount } }', { acceptLanguage: 'en' });
    expect(errors).toEqual([
      {
        message: 'A part of the system does not answer. Try again later.',
        path: ['payment'],
        extensions: { code: 'UPSTREAM_UNAVAILABLE' },
      },
    ]);
  });

  it('says under the alias which mutation failed, and still runs the next', async () => {
    await form.breakDown('payments');
    const answer = await form.ask('mutation { a: pay(dossier: "d1") { amount } b: renameDossier(id: "d1", code: "X") { code } }');
    expect(answer.data).toEqual({ a: null, b: { code: 'X' } });
    expect(answer.errors).toMatchObject([{ path: ['a'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });

  it('a subscription that cannot be opened says so', async () => {
    await form.breakDown('dossiers');
    const [answer] = await form.subscribe('subscription { dossierChanged { code } }');
    expect(answer).toEqual({
      errors: [{ message: expect.any(String), path: ['dossierChanged'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }],
    });
  });
});

describe.each(FORM_NAMES)('errors of a subgraph, %s', (name) => {
  let form: Form;
  beforeEach(async () => {
    form = await startForm(name);
  });
  afterEach(() => form.stop());

  it('pass with their code, field and wait, at the place where the caller asked', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const answer = await form.ask('{ list: dossiers { nodes { no: denied wait: refused } } payment(id: "p2") { dossier { denied } } }');
      expect(answer.data).toEqual({
        list: {
          nodes: [
            { no: null, wait: 'ok d1' },
            { no: null, wait: null },
            { no: null, wait: 'ok d3' },
          ],
        },
        payment: { dossier: { denied: null } },
      });
      expect(errorPaths(answer)).toEqual(
        [
          ['list', 'nodes', 0, 'no'],
          ['list', 'nodes', 1, 'no'],
          ['list', 'nodes', 2, 'no'],
          ['list', 'nodes', 1, 'wait'],
          ['payment', 'dossier', 'denied'],
        ]
          .map((path) => JSON.stringify(path))
          .sort(),
      );
      expect(answer.errors).toContainEqual({
        message: 'Không được xem.',
        path: ['payment', 'dossier', 'denied'],
        extensions: { code: 'FORBIDDEN', field: 'denied' },
      });
      expect(answer.errors).toContainEqual({
        message: 'Thử lại sau.',
        path: ['list', 'nodes', 1, 'wait'],
        extensions: { code: 'RATE_LIMITED', retryAfter: 7 },
      });
    }
  });

  it('that were not meant for callers tell nothing, and go to the log', async () => {
    const answer = await form.ask('{ crash dossier(id: "d1") { code broken } }', { acceptLanguage: 'en' });
    expect(answer).toEqual({
      data: { crash: null, dossier: { code: 'H12.1-d1', broken: null } },
      errors: ['crash', 'dossier'].map((key) => ({
        message: 'The system failed to process this request.',
        path: key === 'crash' ? ['crash'] : ['dossier', 'broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      })),
    });
    expect(form.logged.filter(({ message }) => message === 'A subgraph failed.')).toHaveLength(2);
  });

  it('a null that must not be one takes the nearest parent that may be', async () => {
    const { data, errors } = await form.ask('{ a: payment(id: "p2") { id strict } b: payment(id: "p1") { strict } }');
    expect(data).toEqual({ a: null, b: { strict: 'x' } });
    expect(errors).toMatchObject([{ path: ['a', 'strict'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });

  it('bad variables name the field and not the value', async () => {
    const query = 'mutation ($input: [ApplicantInput!]!) { ingest(input: $input) }';
    const { data, errors } = await form.ask(query, { variables: { input: [{ nationalId: '096885123456' }] } });
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: 'Biến "$input.0" không hợp lệ: Field "fullName" of required type String! was not provided.'.replace(
          'String!',
          '"String!"',
        ),
        extensions: { code: 'BAD_USER_INPUT', field: 'input.0' },
      },
    ]);
    expect(JSON.stringify(errors)).not.toContain('096885123456');
  });
});

describe('subgraphs over HTTP that misbehave', () => {
  const misbehaviors = {
    'HTTP 503': (response: { writeHead(status: number): { end(body: string): unknown } }) =>
      void response.writeHead(503).end('{"data":{"payment":{"amount":1}}}'),
    'not JSON': (response: { writeHead(status: number): { end(body: string): unknown } }) =>
      void response.writeHead(200).end('<html>http://10.0.0.1</html>'),
    'not GraphQL': (response: { writeHead(status: number): { end(body: string): unknown } }) => void response.writeHead(200).end('[]'),
    'a cut connection': (response: { destroy(): unknown }) => void response.destroy(),
    'a cut answer': (response: { write(text: string): unknown; destroy(): unknown }) => {
      response.write('{"data":');
      setImmediate(() => response.destroy());
    },
    silence: () => undefined,
  };

  it.each(Object.entries(misbehaviors))('%s', async (_what, misbehave) => {
    const bad = await serveBadly(misbehave as Parameters<typeof serveBadly>[0]);
    const good = await serveToy(buildToySchema('dossiers'));
    const urls = Object.fromEntries(TOY_NAMES.map((each) => [each, each === 'dossiers' ? good.url : bad.url])) as Record<
      ToySubgraph,
      string
    >;
    const gateway = createGateway({ supergraphSdl: composeToys(urls), timeoutMs: 300 });
    const answer = await gateway.execute(
      { query: '{ payment(id: "p1") { amount } dossier(id: "d1") { code payments { amount } } }', operationName: undefined, variables: {} },
      contextOf(),
    );
    gateway.stop();
    await Promise.all([bad.stop(), good.stop()]);
    expect(answer).toEqual({
      data: { payment: null, dossier: { code: 'H12.1-d1', payments: null } },
      errors: expect.arrayContaining([
        expect.objectContaining({ path: ['payment'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }),
        expect.objectContaining({ path: ['dossier', 'payments'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }),
      ]),
    });
    expect(JSON.stringify(answer)).not.toMatch(/10\.0\.0|127\.0\.0|html|ECONN/);
  });
});
