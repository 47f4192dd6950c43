import { type FieldNode, Kind, type OperationDefinitionNode, print, type SelectionNode } from 'graphql';

/**
 * The keys under which the plan carries fields. A caller's alias never reaches the plan: `grant: summary` would
 * otherwise stand where a hidden field of that name is read as the input of another subgraph.
 */
export class PlanKeys {
  readonly #aliases = new Map<string, string>();
  readonly #byNode = new Map<FieldNode, string>();

  of(node: FieldNode): string {
    const name = node.name.value;
    if (node.alias === undefined || name === '__typename') return name;
    let key = this.#byNode.get(node);
    if (key === undefined) {
      const identity = `${node.alias.value} ${name} ${(node.arguments ?? []).map((argument) => print(argument)).join()}`;
      key = this.#aliases.get(identity) ?? `_a${this.#aliases.size}`;
      this.#aliases.set(identity, key);
      this.#byNode.set(node, key);
    }
    return key;
  }
}

/** Response keys of an operation, below the keys that the plan uses for them. */
export interface KeyTree {
  readonly out: string;
  readonly children: Map<string, KeyTree>;
}

/** For the paths of errors: what the caller asked for, of whatever type. */
export function keyTree(
  operation: OperationDefinitionNode,
  within: { keys: PlanKeys; fragments: ReadonlyMap<string, readonly SelectionNode[]> },
): KeyTree {
  const root: KeyTree = { out: '', children: new Map() };
  const pending: Array<{ tree: KeyTree; selections: readonly SelectionNode[] }> = [
    { tree: root, selections: operation.selectionSet.selections },
  ];
  const spread = new Map<KeyTree, Set<string>>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { tree } = next;
    for (const selection of next.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = within.keys.of(selection);
        const child = tree.children.get(key) ?? { out: selection.alias?.value ?? key, children: new Map() };
        tree.children.set(key, child);
        if (selection.selectionSet) pending.push({ tree: child, selections: selection.selectionSet.selections });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        pending.push({ tree, selections: selection.selectionSet.selections });
      } else {
        const seen = spread.get(tree) ?? new Set();
        spread.set(tree, seen);
        const name = selection.name.value;
        if (!seen.has(name)) pending.push({ tree, selections: within.fragments.get(name) ?? [] });
        seen.add(name);
      }
    }
  }
  return root;
}

/** The caller's own path, as far as the caller asked: a hidden field's error stands at the object that needed it. */
export function publicPath(tree: KeyTree, path: ReadonlyArray<string | number>): Array<string | number> {
  const result: Array<string | number> = [];
  let current = tree;
  for (const key of path) {
    if (typeof key === 'number') {
      result.push(key);
      continue;
    }
    const child = current.children.get(key);
    if (child === undefined) break;
    result.push(child.out);
    current = child;
  }
  return result;
}
