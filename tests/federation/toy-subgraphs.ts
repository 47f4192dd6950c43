import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';

/** A graph in small with everything that the real one needs from federation, and what others' suites ask of a gateway. */

export interface ToyContext {
  authorization: string | undefined;
  acceptLanguage: string | undefined;
}

type Resolvers = Record<string, Record<string, unknown>>;
type Reference = Record<string, unknown> & { id: string };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@external", "@provides",
  "@inaccessible", "@shareable", "@override", "@interfaceObject"])\n`;

/** The unit in a toy token: `Bearer unit-7` → `unit-7`. */
const unitOf = (context: ToyContext): string => context.authorization?.replace(/^Bearer /, '') ?? 'nobody';
const grantOf = (id: string, context: ToyContext): string => `grant:${id}:${unitOf(context)}`;

const dossierIds = ['d1', 'd2', 'd3'];
const dossier = (id: string): object => ({
  __typename: 'Dossier',
  id,
  code: `H12.1-${id}`,
  weight: id === 'd2' ? null : 2,
  secret: 'hidden',
});

const dossiers = {
  sdl: `${LINK}
    interface Node { id: ID! }
    enum State { OPEN CLOSED SECRET @inaccessible }
    union Subject = Dossier | Unit | Vault
    type Vault @inaccessible { key: String }
    type Unit @key(fields: "code") @key(fields: "agency") { code: ID! agency: ID! name: String! @shareable head: Person @provides(fields: "fullName") }
    type Person @key(fields: "id") { id: ID! fullName: String @external }
    input Filter { state: State = OPEN unit: ID text: String }
    input ApplicantInput { nationalId: NationalId! fullName: String! }
    scalar NationalId
    type Dossier implements Node @key(fields: "id") {
      id: ID! code: String! grant: String @inaccessible weight: Int state: State strictState: State unit: Unit! parts: [Dossier]
      secret: String @inaccessible broken: String denied: String
    }
    type Payment implements Node @key(fields: "id", resolvable: false) { id: ID! }
    type Citizen implements Node @key(fields: "id", resolvable: false) { id: ID! }
    type DossierPage { nodes: [Dossier!]! edges: [Edge!]! total: Int! }
    type Edge { cursor: String! node: Dossier! }
    type Query {
      node(id: ID!): Node
      dossier(id: ID!): Dossier
      dossiers(first: Int = 3, filter: Filter): DossierPage!
      subjects: [Subject]
      whoAmI: String!
      holes: [Dossier]
      language: String
      byNationalId(nationalId: NationalId!): Dossier
      crash: String
    }
    type Mutation { renameDossier(id: ID!, code: String!): Dossier ingest(input: [ApplicantInput!]!): Int! trail: [String!]! @shareable }
    type Subscription { dossierChanged(times: Int! = 2): Dossier! }
  `,
  resolvers: {
    Node: { __resolveType: (node: { __typename: string }) => node.__typename },
    Subject: { __resolveType: (node: { __typename: string }) => node.__typename },
    Query: {
      node: (_: unknown, { id }: { id: string }) => {
        if (id.startsWith('d')) return dossierIds.includes(id) ? dossier(id) : null;
        return id.startsWith('p') ? { __typename: 'Payment', id } : id.startsWith('c') ? { __typename: 'Citizen', id } : null;
      },
      dossier: (_: unknown, { id }: { id: string }) => (dossierIds.includes(id) ? dossier(id) : null),
      dossiers: (_: unknown, { first }: { first: number }) => {
        const nodes = dossierIds.slice(0, first).map(dossier);
        return { nodes, edges: nodes.map((node, index) => ({ cursor: `k${index}`, node })), total: dossierIds.length };
      },
      subjects: () => [
        dossier('d1'),
        null,
        { __typename: 'Unit', code: '1', agency: 'H12.1', name: 'Ward 1' },
        { __typename: 'Vault', key: 'x' },
      ],
      whoAmI: (_: unknown, __: unknown, context: ToyContext) => unitOf(context),
      holes: () => [dossier('d1'), null, dossier('d3')],
      language: (_: unknown, __: unknown, context: ToyContext) => context.acceptLanguage,
      byNationalId: () => dossier('d1'),
      crash: () => {
        throw new Error('password=hunter2 at http://10.0.0.1/secret');
      },
    },
    Mutation: {
      renameDossier: (_: unknown, { id, code }: { id: string; code: string }) => ({ ...dossier(id), code }),
      ingest: (_: unknown, { input }: { input: unknown[] }) => input.length,
      trail: () => ['dossiers'],
    },
    Subscription: {
      dossierChanged: {
        subscribe: async function* (_: unknown, { times }: { times: number }) {
          for (let turn = 0; turn < times; turn++) yield { dossierChanged: { ...dossier('d1'), code: `turn-${turn}` } };
        },
      },
    },
    Dossier: {
      __resolveReference: ({ id }: Reference) => (dossierIds.includes(id) ? dossier(id) : null),
      grant: ({ id }: Reference, _: unknown, context: ToyContext) => grantOf(id, context),
      unit: ({ id }: Reference) => ({
        code: id.slice(1),
        agency: `H12.${id.slice(1)}`,
        name: `Ward ${id.slice(1)}`,
        head: { id: `h${id.slice(1)}`, fullName: 'Provided' },
      }),
      state: ({ id }: Reference) => (id === 'd3' ? 'SECRET' : 'OPEN'),
      strictState: () => 'CLOSED',
      parts: ({ id }: Reference) => (id === 'd1' ? [dossier('d2'), null, dossier('d3')] : []),
      broken: () => {
        throw new Error('stack and http://10.0.0.1/secret');
      },
      denied: () => {
        throw new GraphQLError('Không được xem.', { extensions: { code: 'FORBIDDEN', field: 'denied', internal: 'x' } });
      },
    },
    Unit: { __resolveReference: (reference: { code?: string; agency?: string }) => unitBy(reference) },
  },
};

function unitBy(reference: { code?: string; agency?: string }): object {
  const code = reference.code ?? reference.agency?.split('.')[1] ?? '?';
  return { code, agency: `H12.${code}`, name: `Ward ${code}` };
}

const payments = {
  sdl: `${LINK}
    interface Node { id: ID! }
    type Dossier @key(fields: "id") {
      id: ID! grant: String @external weight: Int @external
      payments(status: String, first: Int): [Payment!] @requires(fields: "grant")
      amountDue(rate: Int = 10): Int @requires(fields: "weight")
      refused: String
      label: String
    }
    type Payment implements Node @key(fields: "id") { id: ID! amount: Int! dossier: Dossier payer: Citizen unit: Unit seenGrant: String! strict: String! }
    type Citizen @key(fields: "id") { id: ID! payments: [Payment!] }
    type Unit @key(fields: "agency") { agency: ID! merchant: String name: String! @shareable }
    type Query { payment(id: ID!): Payment }
    type Mutation { pay(dossier: ID!): Payment trail: [String!]! @shareable }
  `,
  resolvers: {
    Node: { __resolveType: (node: { __typename: string }) => node.__typename },
    Query: { payment: (_: unknown, { id }: { id: string }) => payment(id) },
    Mutation: { pay: (_: unknown, args: { dossier: string }) => payment(`p${args.dossier.slice(1)}`), trail: () => ['payments'] },
    Dossier: {
      payments: ({ id, grant }: Reference, args: { status?: string; first?: number }) =>
        [payment(`p${id.slice(1)}`, grant, args.status), payment(`p${id.slice(1)}b`, grant, args.status)].slice(0, args.first ?? 2),
      amountDue: ({ weight }: { weight: number | null | undefined }, { rate }: { rate: number }) =>
        typeof weight === 'number' ? weight * rate : -1,
      label: () => 'before the move',
      refused: ({ id }: Reference) => {
        if (id !== 'd2') return `ok ${id}`;
        throw new GraphQLError('Thử lại sau.', { extensions: { code: 'RATE_LIMITED', retryAfter: 7 } });
      },
    },
    Payment: {
      __resolveReference: ({ id }: Reference) => (id === 'p9' ? null : payment(id)),
      strict: ({ id }: Reference) => (id === 'p2' ? null : 'x'),
    },
    Citizen: { payments: ({ id }: Reference) => [payment(`p${id.slice(1)}`)] },
    Unit: {
      __resolveReference: ({ agency }: { agency: string }) => ({ agency, name: 'Ward' }),
      merchant: ({ agency }: { agency: string }) => `M-${agency}`,
    },
  },
};

function payment(id: string, grant?: unknown, status?: string): object {
  const dossierId = `d${id.slice(1, 2)}`;
  return {
    __typename: 'Payment',
    id,
    amount: 1000 * Number(id.slice(1, 2)),
    dossier: { id: dossierId },
    payer: { id: `c${id.slice(1, 2)}` },
    unit: { agency: `H12.${id.slice(1, 2)}`, name: 'Ward' },
    seenGrant: `${String(grant)}/${status ?? ''}`,
  };
}

const identity = {
  sdl: `${LINK}
    interface Node { id: ID! }
    type Dossier @key(fields: "id") { id: ID! grant: String @external applicant: Citizen @requires(fields: "grant") }
    type Citizen implements Node @key(fields: "id") { id: ID! fullName: String granted: String subjectOf: [Thing!] }
    type Person @key(fields: "id") { id: ID! fullName: String }
    type Dossier2 { x: Int }
    union Thing = Citizen | Dossier2
    type Query { viewer: Citizen }
  `,
  resolvers: {
    Node: { __resolveType: (node: { __typename: string }) => node.__typename },
    Thing: { __resolveType: (node: { __typename: string }) => node.__typename },
    Query: {
      viewer: (_: unknown, __: unknown, context: ToyContext) =>
        context.authorization === undefined ? null : { id: 'c1', fullName: 'Người 1' },
    },
    Dossier: { applicant: ({ id, grant }: Reference) => ({ id: `c${id.slice(1)}`, fullName: `Người ${id.slice(1)}`, granted: grant }) },
    Citizen: {
      __resolveReference: ({ id }: Reference) => (id === 'c3' ? null : { id, fullName: `Người ${id.slice(1)}` }),
      subjectOf: ({ id }: Reference) => [
        { __typename: 'Citizen', id, fullName: 'Ai đó' },
        { __typename: 'Dossier2', x: 1 },
      ],
    },
    Person: { __resolveReference: ({ id }: Reference) => ({ id, fullName: `Looked up ${id}` }) },
  },
};

/** Takes over a field, adds to an interface without knowing its objects, and shares a value. */
const integration = {
  sdl: `${LINK}
    type Dossier @key(fields: "id") { id: ID! grant: String @external synchronizations: [Sync!] @requires(fields: "grant") label: String @override(from: "payments") }
    type Sync { sequence: Int! connector: Connector! key: String }
    interface Connector @key(fields: "id") { id: ID! title: String }
    type Portal implements Connector @key(fields: "id") { id: ID! title: String agency: String }
    type Bank implements Connector @key(fields: "id") { id: ID! title: String fee: Int }
    type Query { connectors: [Connector!]! }
  `,
  resolvers: {
    Connector: {
      __resolveType: (node: { id: string }) => (node.id === 'portal' ? 'Portal' : 'Bank'),
      __resolveReference: ({ id }: Reference) => connector(id),
    },
    Portal: { __resolveReference: ({ id }: Reference) => connector(id) },
    Bank: { __resolveReference: ({ id }: Reference) => connector(id) },
    Query: { connectors: () => [connector('portal'), connector('vnpay')] },
    Dossier: {
      label: ({ id }: Reference) => `label of ${id}`,
      synchronizations: ({ id, grant }: Reference) => [{ sequence: 1, key: `${id}/${String(grant)}`, connector: connector('portal') }],
    },
  },
};

function connector(id: string): object {
  return id === 'portal' ? { __typename: 'Portal', id, title: 'Cổng', agency: 'H12' } : { __typename: 'Bank', id, title: 'VNPAY', fee: 5 };
}

const monitoring = {
  sdl: `${LINK}
    type Connector @interfaceObject @key(fields: "id") { id: ID! health: String! peers: [Connector!]! }
    type Query { worst: Connector }
  `,
  resolvers: {
    Connector: {
      __resolveReference: ({ id }: Reference) => ({ id }),
      health: ({ id }: Reference) => `${id} is well`,
      peers: () => [{ id: 'vnpay' }, { id: 'portal' }],
    },
    Query: { worst: () => ({ id: 'vnpay' }) },
  },
};

export const TOY_SUBGRAPHS = { dossiers, payments, identity, integration, monitoring } satisfies Record<
  string,
  { sdl: string; resolvers: Resolvers }
>;
export type ToySubgraph = keyof typeof TOY_SUBGRAPHS;
export const TOY_NAMES = Object.keys(TOY_SUBGRAPHS) as ToySubgraph[];

export function buildToySchema(name: ToySubgraph): GraphQLSchema {
  const { sdl, resolvers } = TOY_SUBGRAPHS[name];
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
}

/** Throws the composition's own words where the toys do not fit together. */
export function composeToys(urls: Record<ToySubgraph, string>): string {
  const composed = composeServices(TOY_NAMES.map((name) => ({ name, url: urls[name], typeDefs: parse(TOY_SUBGRAPHS[name].sdl) })));
  if (composed.supergraphSdl === undefined) throw new Error(composed.errors?.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}
