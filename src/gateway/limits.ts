import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { limitExceeded } from '../platform/errors.ts';

/** What one request may ask for. Generous: the worklist uses a tenth of each. */
export interface Limits {
  /** Tokens of the document's text. */
  readonly tokens: number;
  /** Levels of fields; introspection is not counted. */
  readonly depth: number;
  readonly aliases: number;
  /** Fields after fragments are unfolded. */
  readonly fields: number;
  readonly directives: number;
  /** Objects that the answer may hold, reckoned from the sizes of pages. */
  readonly cost: number;
}

export const DEFAULT_LIMITS: Limits = { tokens: 10_000, depth: 16, aliases: 100, fields: 2_000, directives: 100, cost: 50_000 };

interface Measure {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

/** Throws LIMIT_EXCEEDED, with the limit by its name, before anything expensive looks at the document. */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Measure>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) checkOperation(definition, { fragments, measured, limits });
  }
}

function checkOperation(
  operation: OperationDefinitionNode,
  within: { fragments: ReadonlyMap<string, FragmentDefinitionNode>; measured: Map<string, Measure>; limits: Limits },
): void {
  const found = measure(operation.selectionSet, { ...within, open: new Set() });
  for (const name of ['depth', 'fields', 'aliases', 'directives'] as const) checkLimit(name, found[name], within.limits[name]);
}

const NAMES = {
  depth: { vi: 'Độ sâu', en: 'Depth' },
  fields: { vi: 'Số trường', en: 'Number of fields' },
  aliases: { vi: 'Số bí danh', en: 'Number of aliases' },
  directives: { vi: 'Số chỉ thị', en: 'Number of directives' },
  cost: { vi: 'Chi phí ước tính (số đối tượng)', en: 'Estimated cost (objects)' },
};

export function checkLimit(name: keyof typeof NAMES, found: number, limit: number): void {
  if (found <= limit) return;
  const size = Number.isFinite(found) ? String(found) : '∞';
  throw limitExceeded({
    vi: `${NAMES[name].vi} của truy vấn là ${size}, vượt giới hạn ${limit}. Hãy chia nhỏ truy vấn hoặc giảm kích thước trang.`,
    en: `${NAMES[name].en} of the query is ${size}, over the limit of ${limit}. Split the query or ask for smaller pages.`,
  });
}

function measure(
  set: SelectionSetNode,
  within: { fragments: ReadonlyMap<string, FragmentDefinitionNode>; measured: Map<string, Measure>; open: Set<string> },
): Measure {
  const total: Measure = { depth: 0, fields: 0, aliases: 0, directives: 0 };
  for (const selection of set.selections) {
    total.directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      total.fields += 1;
      if (selection.alias !== undefined) total.aliases += 1;
      // Introspection nests deeper than data ever does, and answers from memory.
      const hidden = selection.name.value.startsWith('__');
      const inner = selection.selectionSet === undefined ? undefined : measure(selection.selectionSet, within);
      add(total, inner, { deeper: hidden ? undefined : 1 });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(total, measure(selection.selectionSet, within), { deeper: 0 });
    } else {
      add(total, measureFragment(selection.name.value, within), { deeper: 0 });
    }
  }
  return total;
}

function add(total: Measure, inner: Measure | undefined, at: { deeper: 0 | 1 | undefined }): void {
  total.fields += inner?.fields ?? 0;
  total.aliases += inner?.aliases ?? 0;
  total.directives += inner?.directives ?? 0;
  if (at.deeper !== undefined) total.depth = Math.max(total.depth, (inner?.depth ?? 0) + at.deeper);
}

/** Each fragment is measured once: unfolding one inside another doubles the answer, not the work. */
function measureFragment(
  name: string,
  within: { fragments: ReadonlyMap<string, FragmentDefinitionNode>; measured: Map<string, Measure>; open: Set<string> },
): Measure | undefined {
  const known = within.measured.get(name);
  const fragment = within.fragments.get(name);
  // Unknown fragments and circles are refused by validation, which names them.
  if (known !== undefined || fragment === undefined || within.open.has(name)) return known;
  within.open.add(name);
  const found = measure(fragment.selectionSet, within);
  within.open.delete(name);
  within.measured.set(name, found);
  return found;
}
