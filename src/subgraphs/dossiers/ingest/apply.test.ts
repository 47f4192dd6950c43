import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DossierStatus } from '../../../platform/graphql/enums.ts';
import { isUnusual, NEXT_STATES } from '../lifecycle/lifecycle.ts';
import { type Held, newSteps } from './apply.ts';
import type { DossierIngestInput, DossierStepInput } from './ingest.input.ts';

const STATES = Object.keys(DossierStatus) as DossierStatus[];
const step = fc.record({
  key: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
  at: fc.integer({ min: 0, max: 20 }).map((minutes) => new Date(Date.UTC(2025, 8, 30, 1, minutes))),
  status: fc.constantFrom(...STATES),
  officer: fc.constant('A'),
  content: fc.constantFrom('x', 'y'),
});
const nameOf = ({ key, at, status, content }: Pick<DossierStepInput, 'key' | 'at' | 'status' | 'content'>) =>
  key ?? `${at.getTime()} ${status} ${content}`;

describe('the steps of a dossier', () => {
  it('come together from any number of versions: each one once, as it first came, oldest first within a version', () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 6 }), (versions) => {
        const held: Held = { row: undefined, steps: [] };
        const first = new Map<string, DossierStepInput>();
        const made: { at: Date; status: DossierStatus; note: string | null }[] = [];
        for (const steps of versions) {
          for (const each of steps) if (!first.has(nameOf(each))) first.set(nameOf(each), each);
          const { events, steps: fresh } = newSteps(held, { steps } as unknown as DossierIngestInput, 'Xã Thử');
          expect(events.map((event) => event.at)).toEqual(fresh.map((each) => each.at));
          expect(events.map((event) => event.at.getTime())).toEqual(events.map((event) => event.at.getTime()).sort((a, b) => a - b));
          held.steps.push(...events.map((event) => ({ key: event.step_key, at: event.at, status: event.status })));
          held.steps.sort((a, b) => a.at.getTime() - b.at.getTime());
          made.push(...events);
        }
        const shown = (each: { at: Date; status: DossierStatus; note: string | null }) =>
          `${each.at.getTime()} ${each.status} ${each.note}`;
        expect(made.map(shown).sort()).toEqual([...first.values()].map((each) => shown({ ...each, note: each.content })).sort());
        expect(new Set(held.steps.map((each) => each.key)).size).toBe(held.steps.length);
      }),
    );
  });
});

describe('the state machine', () => {
  it('foresees a beginning, a stay and what it names, and nothing else', () => {
    expect(STATES.filter((state) => !isUnusual(undefined, state))).toEqual(['SUBMITTED', 'ACCEPTED']);
    for (const from of STATES) {
      expect(STATES.filter((to) => !isUnusual(from, to)).sort()).toEqual([...new Set([from, ...NEXT_STATES[from]])].sort());
    }
    expect(NEXT_STATES.REFUSED).toEqual([]);
    expect(NEXT_STATES.RETURNED).toEqual([]);
  });
});
