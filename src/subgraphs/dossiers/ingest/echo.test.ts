import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierRow } from '../dossier.row.ts';
import { hubSteps, isEcho } from './echo.ts';
import type { DossierStepInput } from './ingest.input.ts';
import { stepContent } from './source-content.ts';

const row = (over: Partial<DossierRow> = {}): DossierRow =>
  ({
    status: 'PROCESSING',
    source_system: 'one-stop',
    source_version: 4,
    content_hash: Buffer.from('a'),
    version: 7,
    applicant_index: Buffer.from('n'),
    due_at: new Date('2025-10-03T10:00:00.250Z'),
    summary: null,
    fees: [{ code: 'LP', name: 'Lệ phí', kind: 'CHARGE', amount: 8_000, exemptedAmount: 0, collection: 'BEFORE' }],
    supplements: [{ number: 1, requestedAt: '2025-09-30T01:00:00.123Z', content: 'x', receivedAt: null }],
    fees_settled: false,
    paid_online_by_source: false,
    paid_online_by_hub: false,
    ...over,
  }) as DossierRow;

describe('an echo', () => {
  it('is what differs in versions, marks and parts of a second alone', () => {
    const made = row({ source_version: 9, content_hash: Buffer.from('b'), version: 8, due_at: new Date('2025-10-03T10:00:00Z') });
    made.supplements = [{ content: 'x', number: 1, requestedAt: '2025-09-30T01:00:00.000Z' }] as unknown as DossierRow['supplements'];
    expect(isEcho(row(), made)).toBe(true);
    expect(isEcho(row(), row({ source_system: 'other' }))).toBe(true);
  });

  it.each<Partial<DossierRow>>([
    { status: 'RESOLVED' },
    { due_at: new Date('2025-10-03T10:00:01Z') },
    { due_at: null },
    { summary: '' },
    { applicant_index: Buffer.from('m') },
    { fees: [] },
    { fees_settled: true },
    { paid_online_by_source: true },
    { supplements: [] },
  ])('is not what says something else of the dossier: %o', (over) => {
    expect(isEcho(row(), row(over))).toBe(false);
  });

  it('is also that the fees are settled, where money came in through the hub', () => {
    const held = row({ paid_online_by_hub: true });
    expect(isEcho(held, row({ paid_online_by_hub: true, fees_settled: true, paid_online_by_source: true }))).toBe(true);
    expect(isEcho(held, row({ paid_online_by_hub: true, fees_settled: true, status: 'RESOLVED' }))).toBe(false);
  });
});

describe("the hub's own steps", () => {
  const step = fc.record({
    at: fc.integer({ min: 0, max: 3 }).map((seconds) => new Date(Date.UTC(2025, 8, 30, 1, 0, seconds))),
    status: fc.constantFrom('PROCESSING' as const, 'RESOLVED' as const),
    note: fc.constantFrom('x', 'y', null),
  });

  it('are recognized under any key, each as often as it was made and no step besides', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), (made, others) => {
        const held = [
          ...made.map((each, n) => ({ ...each, key: `hub ${n}` })),
          // A source's own steps are known by their keys alone.
          ...others.map(({ at, status }, n) => ({ at, status, key: `own ${n}`, note: null })),
        ];
        const isHubs = hubSteps(held);
        const sent = (each: (typeof made)[number]) =>
          ({
            key: 'cs',
            at: new Date(each.at.getTime() + 400),
            status: each.status,
            officer: 'A',
            content: ` ${stepContent(each)}`,
          }) as DossierStepInput;
        for (const each of made) expect(isHubs(sent(each))).toBe(true);
        for (const each of [...made, ...others]) expect(isHubs(sent(each))).toBe(false);
      }),
      { seed: 20_250_930, numRuns: 200 },
    );
  });
});
