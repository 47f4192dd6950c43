import type { ExecutionResult } from 'graphql';
import type { EntityStep, Lookup } from './compile.ts';
import { DistinctRepresentations } from './distinct.ts';
import type { FoundError, SubgraphError } from './found-error.ts';
import { copy, mergeInto } from './merge.ts';
import { type ErrorPath, isJson, type Json, type Target, type TypeConditions, visitTargets } from './paths.ts';

interface Entry extends Target {
  /** Which of the representations sent stands for it. */
  readonly index: number;
}

/** One call of `_entities` on its way: whom it asks about, and where the answers belong. */
export class LookupRun {
  /** The representations, by the name of their variable. */
  readonly variables: Record<string, unknown[]> = {};
  readonly #step: EntityStep;
  readonly #types: TypeConditions;
  readonly #entries = new Map<Lookup, Entry[]>();
  readonly #distinct = new Map<string, DistinctRepresentations>();

  constructor(step: EntityStep, within: { data: Json; types: TypeConditions }) {
    this.#step = step;
    this.#types = within.types;
    for (const lookup of step.lookups) {
      const entries: Entry[] = [];
      const distinct = this.#distinct.get(lookup.variable) ?? new DistinctRepresentations();
      this.#distinct.set(lookup.variable, distinct);
      this.variables[lookup.variable] = distinct.list;
      const found = (target: Target): void => this.#add(lookup, { target, entries, distinct });
      for (const segments of lookup.paths) visitTargets(within.data, { segments, types: within.types, found });
      this.#entries.set(lookup, entries);
    }
  }

  get empty(): boolean {
    return Object.values(this.variables).every((representations) => representations.length === 0);
  }

  /** Puts the answer where it belongs; without one, every field asked for has an error of its own. */
  take(result: ExecutionResult | undefined, errors: FoundError[]): void {
    if (result === undefined) {
      this.#failAll(undefined, errors);
      return;
    }
    for (const error of result.errors ?? []) this.#place(error, errors);
    if (!isJson(result.data)) return;
    for (const [lookup, entries] of this.#entries) this.#merge(lookup, { entries, answer: result.data[lookup.key] });
  }

  #add(lookup: Lookup, at: { target: Target; entries: Entry[]; distinct: DistinctRepresentations }): void {
    const { entity, path } = at.target;
    if (typeof entity['__typename'] !== 'string') return;
    const representation = lookup.project(entity);
    if (representation === undefined) return;
    lookup.input?.(representation);
    at.entries.push({ entity, path, index: at.distinct.add(representation) });
  }

  #merge(lookup: Lookup, found: { entries: readonly Entry[]; answer: unknown }): void {
    if (!Array.isArray(found.answer)) return;
    lookup.output?.(found.answer);
    const used = new Set<number>();
    for (const { entity, index } of found.entries) {
      const answer: unknown = found.answer[index];
      if (!isJson(answer)) continue;
      mergeInto(entity, used.has(index) ? copy(answer) : answer);
      used.add(index);
    }
  }

  #place(error: SubgraphError, errors: FoundError[]): void {
    const [key, index, ...tail] = error.path ?? [];
    const lookup = this.#step.lookups.find((candidate) => candidate.key === key);
    if (lookup === undefined || typeof index !== 'number') {
      this.#failAll(error, errors);
      return;
    }
    for (const entry of this.#entries.get(lookup) ?? []) {
      if (entry.index !== index) continue;
      if (tail.length === 0) this.#fail({ lookup, entry, error }, errors);
      else errors.push({ subgraph: this.#step.subgraph, path: [...entry.path, ...tail], error });
    }
  }

  #failAll(error: SubgraphError | undefined, errors: FoundError[]): void {
    for (const [lookup, entries] of this.#entries) for (const entry of entries) this.#fail({ lookup, entry, error }, errors);
  }

  #fail(at: { lookup: Lookup; entry: Entry; error: SubgraphError | undefined }, errors: FoundError[]): void {
    const typename = String(at.entry.entity['__typename']);
    for (const group of at.lookup.keys) {
      // An interface that this subgraph takes for an object stands in the condition for all its objects.
      if (group.type !== undefined && !this.#types.matches(typename, group.type)) continue;
      for (const key of group.keys) {
        const path: ErrorPath = [...at.entry.path, key];
        errors.push({ subgraph: this.#step.subgraph, path, error: at.error });
      }
    }
  }
}
