import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { badUserInput, limitExceeded } from '../../platform/errors.ts';
import { Lru } from '../../platform/lru.ts';
import { checkDocument, checkLimit, type Limits } from '../limits.ts';
import { compilePlan, type Step } from '../plan/compile.ts';
import type { TypeConditions } from '../plan/paths.ts';
import type { Planning } from '../plan/planning.ts';
import { badLiteral } from './bad-literal.ts';
import { conditionVariables, isIncluded } from './conditions.ts';
import { type Cost, compileCost } from './cost.ts';
import { type KeyTree, keyTree, PlanKeys } from './keys.ts';
import { type PlannedQuery, planDocument } from './planned-document.ts';
import { type SensitiveInputs, usesSensitiveInput } from './sensitive.ts';
import { type Completer, compileShape } from './shape.ts';

type Values = Readonly<Record<string, unknown>>;

/** An operation that was parsed, checked and planned once, to be run many times. */
export interface Prepared {
  readonly operation: OperationDefinitionNode;
  readonly type: OperationTypeNode;
  readonly plan: Step | undefined;
  readonly introspection: DocumentNode | undefined;
  readonly keys: KeyTree;
  /** Whether it takes personal data as input, which must not stand in a URL. */
  readonly sensitive: boolean;
  /** Throws LIMIT_EXCEEDED where the pages that these variables ask for are too much together. */
  readonly checkCost: (values: Values) => void;
  readonly completer: (values: Values) => Completer;
}

export interface PrepareEnvironment {
  readonly schema: GraphQLSchema;
  readonly types: TypeConditions;
  readonly planning: Planning;
  readonly limits: Limits | undefined;
  readonly sensitiveInputs: SensitiveInputs;
}

/** What a document is refused with before anything runs. */
export class DocumentError extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(code: string, errors: readonly GraphQLError[]) {
    super(code);
    this.errors = errors.map((error) => {
      const { message, nodes, source, positions } = error;
      return new GraphQLError(message, {
        nodes: nodes ?? null,
        source: source ?? null,
        positions: positions ?? null,
        extensions: { code },
      });
    });
  }
}

/** Variants by the values of @skip and @include variables that are kept for one operation. */
const VARIANTS = 64;
const CACHED_OPERATIONS = 1_000;

export class Operations {
  readonly #environment: PrepareEnvironment;
  readonly #prepared = new Lru<string, Promise<Prepared>>(CACHED_OPERATIONS);

  constructor(environment: PrepareEnvironment) {
    this.#environment = environment;
  }

  /** Throws a DocumentError or a HubError; only what is good is remembered. */
  prepare(query: string, operationName: string | undefined): Promise<Prepared> {
    const share = this.#share();
    const key = `${share.bucket} ${operationName ?? ''} ${query}`;
    const known = this.#prepared.get(key);
    if (known !== undefined) return known;
    const prepared = this.#prepare(query, { operationName, percentage: share.percentage });
    this.#prepared.set(key, prepared);
    prepared.catch(() => this.#prepared.delete(key));
    return prepared;
  }

  /** Progressive @override by percentage: requests fall on one side of each share by chance. */
  #share(): { percentage: number; bucket: number } {
    const { percentages } = this.#environment.planning;
    if (percentages.length === 0) return { percentage: 0, bucket: 0 };
    const percentage = Math.random() * 100;
    return { percentage, bucket: percentages.filter((limit) => percentage > limit).length };
  }

  async #prepare(query: string, asked: { operationName: string | undefined; percentage: number }): Promise<Prepared> {
    const { schema, types, planning, limits } = this.#environment;
    const document = this.#read(query);
    const operation = selectOperation(document, asked.operationName);
    const fragments = fragmentsOf(document);
    const keys = new PlanKeys();
    const { queries, introspection } = planDocument(operation, {
      schema,
      fragments,
      keys,
      interfaceKeys: types.interfaceKeys,
    });
    const plan = await makePlans(queries, { planning, types, percentage: asked.percentage });
    const rootType = schema.getRootType(operation.operation);
    if (rootType === undefined || rootType === null) throw badUserInput('query', noRoot(operation.operation));
    const cost = limits && compileCost(rootType, operation.selectionSet, { schema, fragments });
    return {
      operation,
      type: operation.operation,
      plan,
      introspection,
      keys: keyTree(operation, {
        keys,
        fragments: new Map([...fragments].map(([name, { selectionSet }]) => [name, selectionSet.selections])),
      }),
      sensitive: usesSensitiveInput(document, { schema, sensitive: this.#environment.sensitiveInputs }),
      checkCost: costCheck(cost, limits),
      completer: variants(conditionVariables(document), (values) =>
        compileShape(rootType, {
          selections: operation.selectionSet,
          environment: { schema, types, fragments, keys, included: (node) => isIncluded(node, values) },
        }),
      ),
    };
  }

  #read(query: string): DocumentNode {
    const { schema, limits } = this.#environment;
    const document = parseWithin(query, limits);
    if (limits !== undefined) checkDocument(document, limits);
    const errors = validate(schema, document, undefined, { maxErrors: 10 });
    if (errors.length > 0) throw badLiteral(document, errors) ?? new DocumentError('GRAPHQL_VALIDATION_FAILED', errors);
    return document;
  }
}

async function makePlans(
  queries: readonly PlannedQuery[],
  by: { planning: Planning; types: TypeConditions; percentage: number },
): Promise<Step | undefined> {
  const turns = await Promise.all(
    queries.map(async ({ text, required }) => {
      const node = await by.planning.plan(text, by.percentage);
      return node ? [{ step: compilePlan(node, by.types), required }] : [];
    }),
  );
  const [first, ...rest] = turns.flat();
  return first === undefined || rest.length === 0 ? first?.step : { kind: 'turns', turns: [first, ...rest] };
}

/** The escape of a character that no database keeps. */
const NUL = /\\u(?:0000|\{0+\})/;

function parseWithin(query: string, limits: Limits | undefined): DocumentNode {
  if (NUL.test(query)) throw badUserInput('query', { vi: 'query: có ký tự NUL.', en: 'query has a NUL character.' });
  try {
    return parse(query, limits === undefined ? {} : { maxTokens: limits.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (limits === undefined || !error.message.includes('tokens')) throw new DocumentError('GRAPHQL_PARSE_FAILED', [error]);
    const size = limits.tokens;
    throw limitExceeded({
      vi: `Truy vấn dài quá ${size} từ tố.`,
      en: `The query is longer than ${size} tokens. Send large input as variables.`,
    });
  }
}

function selectOperation(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation !== undefined && operation !== null) return operation;
  throw badUserInput('operationName', {
    vi: 'operationName phải nêu đúng một thao tác trong truy vấn.',
    en: 'operationName must name exactly one operation of the document.',
  });
}

function noRoot(operation: OperationTypeNode): { vi: string; en: string } {
  return { vi: `API này không có ${operation}.`, en: `This API has no ${operation}.` };
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return fragments;
}

function costCheck(cost: Cost | undefined, limits: Limits | undefined): (values: Values) => void {
  if (cost === undefined || limits === undefined) return () => undefined;
  return (values) => checkLimit('cost', cost(values), limits.cost);
}

function variants(names: readonly string[], compile: (values: Values) => Completer): (values: Values) => Completer {
  const known = new Lru<string, Completer>(VARIANTS);
  return (values) => {
    const key = names.map((name) => (values[name] === true ? '1' : '0')).join('');
    let completer = known.get(key);
    if (completer === undefined) {
      completer = compile(values);
      known.set(key, completer);
    }
    return completer;
  };
}
