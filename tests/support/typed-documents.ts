import { parseSync } from '@swc/core';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  KnownFragmentNamesRule,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';

/** A fragment may stand in another text. */
const RULES = specifiedRules.filter((rule) => rule !== KnownFragmentNamesRule && rule !== NoUnusedFragmentsRule);
const HOLE = '\u0000';
const BEGINNING = /^[\s\0]*(query|mutation|subscription|fragment|\{)/;

interface Syntax {
  type?: string;
  [part: string]: unknown;
}

/**
 * The operations and fragments that stand in a TypeScript file as text although they are valid in `schema`, and so could be typed
 * documents. What is put into a template is tried as nothing, a number, a word and the name of any root field: a text with a name
 * that is put together of parts is not found. A text that asks for nothing of the schema's own is of any graph.
 */
export function untypedDocuments(file: string, schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const names = roots.flatMap((type) => Object.keys(type?.getFields() ?? {}));
  const couldBeTyped = (text: string): boolean => {
    const fillings = text.includes(HOLE) ? ['', '1', '__typename', ...names] : [''];
    return fillings.some((filling) => isOf(schema, text.replaceAll(HOLE, filling)));
  };
  return textsOf(parseSync(file, { syntax: 'typescript', decorators: true }))
    .filter((text) => BEGINNING.test(text) && couldBeTyped(text))
    .map((text) => text.replaceAll(HOLE, '…').replaceAll(/\s+/g, ' ').trim());
}

/** Every literal text but those inside `graphql(…)`. */
function textsOf(syntax: unknown): string[] {
  if (Array.isArray(syntax)) return syntax.flatMap(textsOf);
  if (typeof syntax !== 'object' || syntax === null) return [];
  const node = syntax as Syntax;
  if (node.type === 'CallExpression' && (node['callee'] as Syntax)['value'] === 'graphql') return [];
  if (node.type === 'StringLiteral') return [String(node['value'])];
  const own = node.type === 'TemplateLiteral' ? [(node['quasis'] as { cooked?: string }[]).map(({ cooked }) => cooked).join(HOLE)] : [];
  return [...own, ...Object.values(node).flatMap(textsOf)];
}

function isOf(schema: GraphQLSchema, text: string): boolean {
  const document = read(text);
  return document !== undefined && asksForSomething(document) && validate(schema, document, RULES).length === 0;
}

function read(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true });
  } catch {
    // Most texts of a program are no GraphQL.
    return undefined;
  }
}

function asksForSomething({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ||
      (each.kind === Kind.OPERATION_DEFINITION &&
        each.selectionSet.selections.some((field) => field.kind !== Kind.FIELD || !field.name.value.startsWith('__'))),
  );
}
