import {
  coerceInputValue,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { badUserInput, HubError } from '../errors.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Checks the variables of a request. Answers them as the caller sent them, with the operation's defaults filled in:
 * what a scalar means is for the subgraph that owns it. Throws BAD_USER_INPUT that names the place, never the value,
 * which may be personal.
 */
export function checkVariables(schema: GraphQLSchema, operation: OperationDefinitionNode, given: Values): Values {
  const definitions = operation.variableDefinitions;
  if (definitions === undefined || definitions.length === 0) return {};
  const values: Record<string, unknown> = {};
  for (const definition of definitions) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) continue;
    if (!Object.hasOwn(given, name)) {
      if (definition.defaultValue !== undefined) values[name] = valueFromASTUntyped(definition.defaultValue);
      else if (isNonNullType(type)) throw badVariable(name, `a value of type ${String(type)} is required`);
      continue;
    }
    const value = given[name];
    coerceInputValue(value, type, (path, _value, error) => {
      const field = [name, ...path].join('.');
      // A scalar of ours explains itself without the value.
      if (error.originalError instanceof HubError) throw badUserInput(field, error.originalError.text);
      if (error.extensions['code'] === 'BAD_USER_INPUT') throw badVariable(field, error.message);
      throw badVariable(field, reasonOf(error.message));
    });
    refuseNul(value, name);
    values[name] = value;
  }
  return values;
}

/**
 * No text may hold the character that no database keeps. Objects in a list are left to whoever takes the list: of a feed one bad
 * item is refused and not the call.
 */
function refuseNul(value: unknown, field: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw badUserInput(field, { vi: `${field}: có ký tự NUL.`, en: `${field} has a NUL character.` });
  } else if (Array.isArray(value)) {
    value.forEach((item, at) => {
      if (typeof item === 'string') refuseNul(item, `${field}.${at}`);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) refuseNul(part, `${field}.${name}`);
  }
}

/** The messages of graphql-js that speak of types and field names alone; others may quote the value. */
const SAFE_REASONS = [
  /^Field "\w+" of required type \S+ was not provided/,
  /^Field "\w+" is not defined by type "\w+"/,
  /^Expected (?:type|non-nullable type) "[^"]+"(?: to be an object| not to be null)?/,
  /^\w+ cannot represent/,
];

function reasonOf(message: string): string {
  for (const reason of SAFE_REASONS) {
    const found = reason.exec(message)?.[0];
    if (found !== undefined) return found.endsWith('cannot represent') ? `${found} the value` : found;
  }
  return 'the value does not fit its type';
}

function badVariable(field: string, reason: string): HubError {
  return badUserInput(field, { vi: `Biến "$${field}" không hợp lệ: ${reason}.`, en: `Variable "$${field}" is not valid: ${reason}.` });
}
