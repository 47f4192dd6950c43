import { type PlanNode, type QueryPlan, QueryPlanner } from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, parse } from 'graphql';
import { limitExceeded } from '../../platform/errors.ts';
import { type Place, partAtRevisits, type Revisit } from '../operation/revisits.ts';
import { ENTRY_SUBGRAPH, type Entry, findEntries, withEntries } from './entries.ts';

/** Makes plans of queries over one supergraph. */
export interface Planning {
  /** Shares of progressive `@override`s, in percent. */
  readonly percentages: readonly number[];
  /** undefined: there is nothing to ask. Throws LIMIT_EXCEEDED for what has no plan. */
  plan(query: string, percentage: number): Promise<PlanNode | undefined>;
}

/**
 * What the planner says of a computed field that comes back, within one subgraph, to the type of a computed field:
 * `dossier { payments { dossier { amountDue } } }`. There is a way, but it fails to lay it out.
 */
const NO_LAYOUT = /failed to build fetch graph/;
/** It names the way from the last place where it could go on: fields, `@` for lists, `|[Type]` with its directives for fragments. */
const NO_PLACE = /Path '(.+)' cannot be found in selection set of type (\w+)/;

/** `planner` is the one of the supergraph as it stands; another is made where a query needs it. */
export function createPlanning(planner: QueryPlanner, from: { supergraphSdl: string; schema: GraphQLSchema }): Planning {
  const parts = new PartPlanner(from);
  return {
    percentages: planner.overridePercentages,
    plan: (query, percentage) => parts.plan(query, { planner, percentage }),
  };
}

interface By {
  readonly planner: QueryPlanner;
  readonly percentage: number;
}

class PartPlanner {
  readonly #from: { supergraphSdl: string; schema: GraphQLSchema };
  #entering: { planner: QueryPlanner; entries: ReadonlyMap<string, Entry> } | undefined;

  constructor(from: { supergraphSdl: string; schema: GraphQLSchema }) {
    this.#from = from;
  }

  async plan(query: string, by: By): Promise<PlanNode | undefined> {
    let made: QueryPlan;
    try {
      made = await by.planner.planAsync(query, undefined, new Set(), by.percentage);
    } catch (error) {
      if (!(error instanceof Error) || !NO_LAYOUT.test(error.message)) throw error;
      return this.#planInParts(query, { ...by, place: placeOf(error) });
    }
    return made.node ?? undefined;
  }

  /** Plans what leads to the place, and what is asked there as if it began there. */
  async #planInParts(query: string, by: By & { place: Place | undefined }): Promise<PlanNode> {
    const { planner, entries } = this.#entries();
    const { place, percentage } = by;
    const parted = place && partAtRevisits(query, { schema: this.#from.schema, entries, place });
    if (parted === undefined) throw noLayout();
    const first = await this.plan(parted.query, { planner: by.planner, percentage });
    const then = await Promise.all(
      parted.revisits.map(async (revisit) => moveTo(revisit, await this.plan(revisit.query, { planner, percentage }))),
    );
    const begin = first?.kind === 'Sequence' ? first.nodes : first === undefined ? [] : [first];
    return { kind: 'Sequence', nodes: [...begin, ...then.filter((node) => node !== undefined)] };
  }

  #entries(): { planner: QueryPlanner; entries: ReadonlyMap<string, Entry> } {
    if (this.#entering === undefined) {
      const supergraph = parse(this.#from.supergraphSdl, { noLocation: true });
      const entries = findEntries(supergraph, this.#from.schema);
      this.#entering = { planner: new QueryPlanner(withEntries(supergraph, entries)), entries };
    }
    return this.#entering;
  }
}

function placeOf({ message }: Error): Place | undefined {
  const [, path, type] = NO_PLACE.exec(message) ?? [];
  const key = path?.split('.').findLast((segment) => /^\w+$/.test(segment));
  return key === undefined || type === undefined ? undefined : { key, type };
}

function noLayout(): Error {
  return limitExceeded({
    vi: 'Truy vấn quay lại cùng một kiểu qua các trường được tính. Hãy tách phần bên trong thành một truy vấn riêng theo id.',
    en: 'The query comes back to the same type through computed fields. Ask for the inner part in a query of its own, by id.',
  });
}

/** The plan of a part with its own beginning left out and its paths leading from where the part was taken. */
function moveTo(revisit: Revisit, node: PlanNode | undefined | null): PlanNode | undefined {
  if (node === undefined || node === null) return undefined;
  const path = ([, ...rest]: Revisit['path']) => [...revisit.path, ...rest];
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel': {
      const nodes = node.nodes.flatMap((child) => moveTo(revisit, child) ?? []);
      return nodes.length === 0 ? undefined : { ...node, nodes };
    }
    case 'Condition': {
      const [ifClause, elseClause] = [moveTo(revisit, node.ifClause), moveTo(revisit, node.elseClause)];
      return { kind: 'Condition', condition: node.condition, ...(ifClause && { ifClause }), ...(elseClause && { elseClause }) };
    }
    case 'Flatten':
      return { ...node, path: path(node.path) };
    case 'BatchFetch': {
      const aliases = node.entityBatch.aliases.map((alias) => ({ ...alias, paths: alias.paths.map(path) }));
      return { ...node, entityBatch: { ...node.entityBatch, aliases } };
    }
    case 'Fetch':
      if (node.serviceName === ENTRY_SUBGRAPH) return undefined;
      throw new Error(`A part of a plan begins in ${node.serviceName}.`);
    default:
      throw new Error(`The planner made a step that no part of a plan may have: ${node.kind}.`);
  }
}
