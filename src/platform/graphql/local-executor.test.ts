import { makeExecutableSchema } from '@graphql-tools/schema';
import DataLoader from 'dataloader';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { forbidden } from '../errors.ts';
import { createLocalExecutor, type LocalExecutorOptions, unquoted } from './local-executor.ts';
import { LocalDateScalar } from './scalars.ts';
import { isAsyncIterable, type SubgraphExecutor, type SubgraphRequest } from './subgraph-executor.ts';

interface Context {
  readonly batches: string[][];
  readonly names: DataLoader<string, string>;
}

const schema = makeExecutableSchema({
  typeDefs: `
    scalar LocalDate
    interface Named { name: String! }
    type Person implements Named { id: ID! name: String! friend: Person strict: String! refused: String broken: String coded: String }
    type Query { people(ids: [ID!]!): [Person] named: Named! slow: String find(day: LocalDate!): String }
    input Span { days: Int! = 7 }
    input Wish { name: String spans: [Span!] }
    type Mutation { first: String second: String wish(input: Wish!): String }
    type Subscription { ticks(count: Int!): Int! }
  `,
  resolvers: {
    LocalDate: LocalDateScalar,
    Named: { __resolveType: () => 'Person' },
    Query: {
      people: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => ({ id })),
      named: () => ({ id: '7' }),
      slow: () => new Promise(() => undefined),
      find: (_: unknown, { day }: { day: string }) => `found ${day.length}`,
    },
    Mutation: {
      first: () => 'first',
      second: () => 'second',
      wish: (_: unknown, { input }: { input: { spans: { days: number }[] } }) => input.spans.map(({ days }) => days).join(),
    },
    Person: {
      name: ({ id }: { id: string }, _: unknown, context: Context) => context.names.load(id),
      friend: ({ id }: { id: string }) => ({ id: `${id}0` }),
      strict: ({ id }: { id: string }) => (id === '2' ? null : 'x'),
      refused: () => {
        throw forbidden();
      },
      broken: async () => {
        throw new Error('host=10.0.0.1 password=secret');
      },
      coded: () => {
        throw new GraphQLError('Chờ.', { extensions: { code: 'RATE_LIMITED', retryAfter: 3 } });
      },
    },
    Subscription: {
      ticks: {
        subscribe: async function* (_: unknown, { count }: { count: number }) {
          for (let turn = 0; turn < count; turn++) yield { ticks: turn };
        },
      },
    },
  },
});

function executorWith(options: LocalExecutorOptions = {}): { execute: SubgraphExecutor; batches: string[][] } {
  const batches: string[][] = [];
  const execute = createLocalExecutor(
    schema,
    (): Context => ({
      batches,
      names: new DataLoader(async (ids) => {
        batches.push([...ids]);
        return ids.map((id) => `name ${id}`);
      }),
    }),
    options,
  );
  return { execute, batches };
}

function requestOf(query: string, more: Partial<SubgraphRequest> = {}): SubgraphRequest {
  return {
    subgraph: 'people',
    document: parse(query, { noLocation: true }),
    query,
    operationType: 'query',
    variables: undefined,
    signal: undefined,
    context: { authorization: undefined, acceptLanguage: 'en', language: 'en', requestId: 'r1' },
    ...more,
  };
}

async function resultOf(execute: SubgraphExecutor, request: SubgraphRequest): Promise<ExecutionResult> {
  const answer = await execute(request);
  if (isAsyncIterable(answer)) throw new Error('A stream came where one result was expected.');
  return JSON.parse(JSON.stringify(answer)) as ExecutionResult;
}

/** Interpreted on every run, and compiled from the first. */
const ENGINES = [
  ['interpreted', { runsBeforeCompiling: Number.POSITIVE_INFINITY }],
  ['compiled', { runsBeforeCompiling: 0 }],
] as const;

describe.each(ENGINES)('%s', (_engine, options) => {
  it('batches loaders over a whole level', async () => {
    const { execute, batches } = executorWith(options);
    const result = await resultOf(
      execute,
      requestOf('query ($ids: [ID!]!) { people(ids: $ids) { name friend { name } } named { name } }', { variables: { ids: ['1', '2'] } }),
    );
    expect(result).toEqual({
      data: {
        people: [
          { name: 'name 1', friend: { name: 'name 10' } },
          { name: 'name 2', friend: { name: 'name 20' } },
        ],
        named: { name: 'name 7' },
      },
    });
    expect(batches).toHaveLength(1);
  });

  it('keeps paths, codes and extensions, and hides faults', async () => {
    const faults: unknown[] = [];
    const { execute } = executorWith({ ...options, onFault: ({ error, path }) => faults.push([error.message, path]) });
    const result = await resultOf(execute, requestOf('{ people(ids: [1, 2]) { id refused broken coded } }'));
    expect(result.data).toEqual({ people: ['1', '2'].map((id) => ({ id, refused: null, broken: null, coded: null })) });
    const expected = [0, 1].flatMap((index) => [
      { message: 'Your role may not do this.', path: ['people', index, 'refused'], extensions: { code: 'FORBIDDEN' } },
      { message: 'Internal error', path: ['people', index, 'broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      { message: 'Chờ.', path: ['people', index, 'coded'], extensions: { code: 'RATE_LIMITED', retryAfter: 3 } },
    ]);
    expect(result.errors).toHaveLength(expected.length);
    for (const error of expected) expect(result.errors).toContainEqual(expect.objectContaining(error));
    expect(faults).toEqual([0, 1].map((index) => ['host=10.0.0.1 password=secret', ['people', index, 'broken']]));
  });

  it('lets a missing non-null value take its parent', async () => {
    const { execute } = executorWith(options);
    const result = await resultOf(execute, requestOf('{ people(ids: [1, 2]) { strict } }'));
    expect(result.data).toEqual({ people: [{ strict: 'x' }, null] });
    expect(result.errors).toMatchObject([{ path: ['people', 1, 'strict'] }]);
  });

  it("fills in a default of an input's field that must not be null, at every run", async () => {
    const { execute } = executorWith(options);
    const wish = requestOf('mutation ($input: Wish!) { wish(input: $input) }', {
      operationType: 'mutation',
      variables: { input: { spans: [{}, { days: 3 }] } },
    });
    for (let run = 0; run < 4; run += 1) expect(await resultOf(execute, wish)).toEqual({ data: { wish: '7,3' } });
  });

  it('names a bad variable or literal without quoting it', async () => {
    const { execute } = executorWith(options);
    const variable = await resultOf(execute, requestOf('query ($n: LocalDate!) { find(day: $n) }', { variables: { n: '2025-02-30' } }));
    expect(variable).toEqual({
      errors: [
        {
          message: 'Variable "$n" is not valid: LocalDate: expected a day that exists, YYYY-MM-DD.',
          extensions: { code: 'BAD_USER_INPUT', field: 'n' },
        },
      ],
    });
    const literal = await resultOf(execute, requestOf('{ find(day: "2025-02-30") }'));
    expect(literal.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'day' } }]);
    expect(JSON.stringify(literal)).not.toContain('2025-02-30');
  });

  it('leaves when the caller does', async () => {
    const { execute } = executorWith(options);
    const gone = new AbortController();
    const running = resultOf(execute, requestOf('{ slow }', { signal: gone.signal }));
    gone.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    await expect(resultOf(execute, requestOf('{ slow }', { signal: gone.signal }))).rejects.toThrow('gone');
  });

  it('runs mutations and streams subscriptions', async () => {
    const { execute } = executorWith(options);
    expect(await resultOf(execute, requestOf('mutation { first second }', { operationType: 'mutation' }))).toEqual({
      data: { first: 'first', second: 'second' },
    });
    const stream = await execute(requestOf('subscription { ticks(count: 2) }', { operationType: 'subscription' }));
    const events: unknown[] = [];
    if (isAsyncIterable(stream)) for await (const event of stream) events.push(event.data?.['ticks']);
    expect(events).toEqual([0, 1]);
  });
});

it('answers the same before and after a document is compiled', async () => {
  const { execute } = executorWith();
  const request = requestOf('{ people(ids: [3]) { __typename id name strict refused } named { __typename ... on Person { id } } }');
  const first = await resultOf(execute, request);
  for (let turn = 0; turn < 4; turn++) expect(await resultOf(execute, request)).toEqual(first);
});

it('keeps what a variable held out of a fault', () => {
  const quoting = new GraphQLError(
    'Variable "$i" got invalid value { secrets: { hashSecret: "k; 1" } }; Field value.often was not provided.',
  );
  expect(unquoted(quoting)?.message).toBe('Variable "$i" was refused though the schema allows it.');
  const other = new GraphQLError('away');
  expect(unquoted(other)).toBe(other);
});
