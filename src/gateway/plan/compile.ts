import type { BatchFetchNode, EntityBatchAlias, FetchNode, PlanNode, RequiresSelection } from '@graphql-hive/router-query-planner';
import { type DocumentNode, Kind, type OperationDefinitionNode, parse, type SelectionNode } from 'graphql';
import { compilePath, type Segment, type TypeConditions } from './paths.ts';
import { compileRequires, type Projector } from './representations.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';

/** A plan made ready to run many times. */
export type Step =
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly Step[] }
  | { readonly kind: 'turns'; readonly turns: readonly Turn[] }
  | { readonly kind: 'condition'; readonly variable: string; readonly whenTrue: Step | undefined; readonly whenFalse: Step | undefined }
  | RootStep
  | EntityStep;

/** One of several changes. Where it fails and its `required` key has no value, no later one is made. */
export interface Turn {
  readonly step: Step;
  readonly required: string | undefined;
}

interface Call {
  readonly subgraph: string;
  readonly document: DocumentNode;
  readonly query: string;
  readonly operationType: 'query' | 'mutation' | 'subscription';
  readonly variables: readonly string[];
}

export interface RootStep extends Call {
  readonly kind: 'root';
  /** The keys that this fetch answers, for the paths of errors. */
  readonly keys: readonly string[];
  readonly output: Rewrite | undefined;
}

/** One call of `_entities`, or several aliases of it in one operation. */
export interface EntityStep extends Call {
  readonly kind: 'entities';
  readonly lookups: readonly Lookup[];
}

export interface Lookup {
  /** The key of the answer: `_entities` or an alias. */
  readonly key: string;
  readonly variable: string;
  readonly paths: ReadonlyArray<readonly Segment[]>;
  readonly project: Projector;
  readonly input: Rewrite | undefined;
  readonly output: Rewrite | undefined;
  /** The keys asked for by type condition, for the paths of errors. */
  readonly keys: ReadonlyArray<{ readonly type: string | undefined; readonly keys: readonly string[] }>;
}

export function compilePlan(node: PlanNode, types: TypeConditions): Step {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind === 'Sequence' ? 'sequence' : 'parallel', steps: node.nodes.map((child) => compilePlan(child, types)) };
    case 'Condition': {
      // The planner writes null for a branch that there is not, whatever its types say.
      const branch = (child: PlanNode | null | undefined): Step | undefined => (child == null ? undefined : compilePlan(child, types));
      return { kind: 'condition', variable: node.condition, whenTrue: branch(node.ifClause), whenFalse: branch(node.elseClause) };
    }
    case 'Subscription':
      return compileRoot(node.primary, types);
    case 'Fetch':
      return compileRoot(node, types);
    case 'BatchFetch':
      return compileBatch(node, types);
    case 'Flatten':
      if (node.node.kind === 'Fetch') return compileLookup(node.node, { path: compilePath(node.path), types });
      throw new Error(`The planner put a ${node.node.kind} below a Flatten.`);
    default:
      throw new Error(`The planner made a step that this gateway does not know: ${node.kind}.`);
  }
}

/** The first fetch of a subscription, and what follows for each of its events. */
export function splitSubscription(step: Step): { primary: RootStep; rest: Step | undefined } {
  if (step.kind === 'root') return { primary: step, rest: undefined };
  const [first, ...rest] = step.kind === 'sequence' ? step.steps : [];
  if (first?.kind !== 'root') throw new Error('The plan of a subscription does not begin with its fetch.');
  return { primary: first, rest: rest.length === 0 ? undefined : { kind: 'sequence', steps: rest } };
}

function compileCall(node: FetchNode | BatchFetchNode): Call {
  return {
    subgraph: node.serviceName,
    document: parse(node.operation, { noLocation: true }),
    query: node.operation,
    operationType: node.operationKind ?? 'query',
    variables: node.variableUsages ?? [],
  };
}

function compileRoot(node: FetchNode, types: TypeConditions): RootStep {
  const call = compileCall(node);
  const keys = responseKeys(operationOf(call.document).selectionSet.selections);
  return { ...call, kind: 'root', keys, output: compileRewrites(node.outputRewrites, types) };
}

function compileLookup(node: FetchNode, at: { path: readonly Segment[]; types: TypeConditions }): EntityStep {
  const call = compileCall(node);
  const lookup: Lookup = {
    key: '_entities',
    variable: 'representations',
    paths: [at.path],
    project: compileRequires(widen(node, at.types), at.types),
    input: compileRewrites(node.inputRewrites, at.types),
    // The planner addresses output below `_entities`, as it does input from the representation itself.
    output: compileRewrites(node.outputRewrites, at.types),
    keys: entityKeys(call.document, '_entities'),
  };
  return { ...call, kind: 'entities', lookups: [lookup] };
}

function compileBatch(node: BatchFetchNode, types: TypeConditions): EntityStep {
  const call = compileCall(node);
  return {
    ...call,
    kind: 'entities',
    lookups: node.entityBatch.aliases.map((alias) => compileAlias(alias, { document: call.document, types })),
  };
}

function compileAlias(alias: EntityBatchAlias, within: { document: DocumentNode; types: TypeConditions }): Lookup {
  return {
    key: alias.alias,
    variable: alias.representationsVariableName,
    paths: alias.paths.map(compilePath),
    project: compileRequires(widen(alias, within.types), within.types),
    input: compileRewrites(alias.inputRewrites, within.types),
    output: compileRewrites(alias.outputRewrites, within.types),
    keys: entityKeys(within.document, alias.alias),
  };
}

/**
 * Fields that a subgraph adds to an interface without knowing its objects are there for all of them. The planner joins
 * such fetches for several types and keeps the condition of one; where the key is all that is sent, the others join in.
 */
function widen(fetch: Pick<FetchNode, 'requires' | 'inputRewrites'>, types: TypeConditions): RequiresSelection[] {
  const rewritten = (fetch.inputRewrites ?? []).flatMap((rewrite) => ('ValueSetter' in rewrite ? [rewrite.ValueSetter.setValueTo] : []));
  return (fetch.requires ?? []).map((selection) => {
    if (selection.kind !== 'InlineFragment') return selection;
    const whole = rewritten.find((name) => types.matches(selection.typeCondition, name));
    const keys = types.interfaceKeys.get(whole ?? '') ?? [];
    const keyAlone = selection.selections.every(
      (each) => each.kind === 'Field' && (each.name === '__typename' || keys.includes(each.name)),
    );
    return whole !== undefined && keyAlone ? { ...selection, typeCondition: whole } : selection;
  });
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('The planner made a document without an operation.');
  return operation;
}

function responseKeys(selections: readonly SelectionNode[]): string[] {
  const keys = selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? responseKeys(selection.selectionSet.selections) : [];
  });
  return [...new Set(keys)];
}

function entityKeys(document: DocumentNode, key: string): Lookup['keys'] {
  const field = operationOf(document).selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && (selection.alias?.value ?? selection.name.value) === key,
  );
  const selections = field?.kind === Kind.FIELD ? (field.selectionSet?.selections ?? []) : [];
  return selections.map((selection) => ({
    type: selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined,
    keys: responseKeys([selection]).filter((name) => name !== '__typename'),
  }));
}
