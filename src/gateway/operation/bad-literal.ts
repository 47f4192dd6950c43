import { type ASTNode, type DocumentNode, type GraphQLError, Kind, type ValueNode, visit } from 'graphql';
import { badUserInput, type HubError } from '../../platform/errors.ts';

/**
 * Where a scalar refused a value that stands in the document itself: the refusal of the argument that holds it, as for a value
 * that comes in a variable. Undefined where the errors are of other kinds.
 */
export function badLiteral(document: DocumentNode, errors: readonly GraphQLError[]): HubError | undefined {
  const error = errors.find(({ extensions, nodes }) => extensions['code'] === 'BAD_USER_INPUT' && nodes !== undefined);
  const [literal] = error?.nodes ?? [];
  if (error === undefined || literal === undefined) return undefined;
  const field = placeOf(document, literal);
  return badUserInput(field, {
    vi: `Giá trị của "${field}" không hợp lệ: ${error.message}.`,
    en: `The value of "${field}" is not valid: ${error.message}.`,
  });
}

/** The names that lead to a value: its argument or variable, then the fields of input objects. */
function placeOf(document: DocumentNode, literal: ASTNode): string {
  let place: string[] = [];
  visit(document, {
    enter(node, _key, parent, _path, ancestors) {
      if (node !== (literal as ValueNode)) return;
      place = [...ancestors, parent].flatMap((each) => (each === undefined || Array.isArray(each) ? [] : nameOf(each as ASTNode)));
    },
  });
  return place.join('.');
}

function nameOf(node: ASTNode): string[] {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return [node.name.value];
  return node.kind === Kind.VARIABLE_DEFINITION ? [node.variable.name.value] : [];
}
