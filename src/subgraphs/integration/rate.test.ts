import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntegrationHub, delivery, type IntegrationHub, PORTAL } from '../../../tests/support/integration.ts';
import { newUuid } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { claim } from './delivery.claim.ts';
import { takeIn } from './delivery.intake.ts';
import { type Grant, roomAt, windowOf } from './rate.ts';

/** The most that went in any window of that length: where each grant begins one, for no other can hold more. */
function fullest(grants: readonly Grant[], windowMs: number): number {
  const within = (from: number) => grants.filter(({ at }) => at.getTime() >= from && at.getTime() < from + windowMs);
  return Math.max(0, ...grants.map(({ at }) => within(at.getTime()).reduce((sum, { count }) => sum + count, 0)));
}

describe('the room that a rate leaves', () => {
  it('is never more than the rate in any window, and never less than it in the long run', () => {
    const rate = fc.oneof(
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 1, max: 20, noNaN: true }),
    );
    const asks = fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 3_000 }), wanted: fc.integer({ min: 1, max: 60 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(rate, asks, (perSecond, list) => {
        const { limit, windowMs } = windowOf(perSecond);
        const all: Grant[] = [];
        let kept: Grant[] = [];
        let now = 0;
        for (const { afterMs, wanted } of list) {
          now += afterMs;
          const { room, kept: counted } = roomAt(new Date(now), kept, perSecond);
          kept = [...counted, { at: new Date(now), count: Math.min(room, wanted) }];
          all.push({ at: new Date(now), count: Math.min(room, wanted) });
        }
        expect(fullest(all, windowMs)).toBeLessThanOrEqual(limit);
      }),
      { seed: 20250930, numRuns: 300 },
    );
  });

  it('is used up by who asks again when told, and wastes nothing of it', () => {
    for (const perSecond of [0.5, 2.5, 7, 100]) {
      let kept: Grant[] = [];
      let sent = 0;
      let asked = 0;
      const { limit, windowMs } = windowOf(perSecond);
      const end = windowMs * 20;
      for (let now = 0; now < end; asked += 1) {
        const found = roomAt(new Date(now), kept, perSecond);
        kept = found.room > 0 ? [...found.kept, { at: new Date(now), count: found.room }] : found.kept;
        sent += found.room;
        now += Math.max(1, roomAt(new Date(now), kept, perSecond).againMs);
      }
      expect(sent).toBeGreaterThanOrEqual(limit * 19);
      expect(asked).toBeLessThan(20 * 6);
    }
  });
});

describe('several workers under one rate', () => {
  let test: IntegrationHub;
  beforeEach(async () => {
    test = await createIntegrationHub({ batchSize: 4 });
  });
  afterEach(() => test.stop());

  const START = Date.parse('2025-09-30T01:00:00Z');
  const waiting = async (count: number) => {
    await test.append(
      Array.from({ length: count }, (_, at) => delivery({ subject: `H12.1-250930-${1_000 + at}`, subjectId: newUuid(), sequence: 1 })),
    );
    await takeIn(test.hub);
  };

  it('take together no more than it in any second, however many ask at once', async () => {
    await waiting(150);
    const siblings = await Promise.all([test.sibling(), test.sibling(), test.sibling()]);
    const workers: Platform[] = [test.hub, ...siblings.map(({ hub }) => hub)];
    const taken: Grant[] = [];
    for (let tick = 0; tick < 30; tick += 1) {
      const at = new Date(START + tick * 130);
      const claims = await Promise.all(workers.map((hub) => claim(hub, PORTAL, { owner: newUuid(), limit: 4, perSecond: 10, at })));
      for (const { deliveries } of claims) taken.push({ at, count: deliveries.length });
    }
    await Promise.all(siblings.map(({ stop }) => stop()));
    expect(fullest(taken, 1_000)).toBe(10);
    // 30 ticks are 3.77 s: four windows have begun, and each was filled.
    expect(taken.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  it('are told when to ask again, and lose nothing of it to who finds nothing to send', async () => {
    const at = new Date(START);
    const ask = (limit: number, later = 0) =>
      claim(test.hub, PORTAL, { owner: newUuid(), limit, perSecond: 3, at: new Date(at.getTime() + later) });
    expect(await ask(100)).toEqual({ deliveries: [], trial: false });
    await waiting(5);
    expect((await ask(100)).deliveries).toHaveLength(3);
    expect(await ask(100, 400)).toEqual({ deliveries: [], trial: false, againMs: 600 });
    expect((await ask(100, 1_000)).deliveries).toHaveLength(2);
  });

  it('keep to what an administrator set, before what the settings say', async () => {
    await waiting(5);
    await test.hub.db.query(`INSERT INTO integration.connector (id, rate_per_second) VALUES ($1, 0.5)`, [PORTAL]);
    const ask = async (ms: number) =>
      (await claim(test.hub, PORTAL, { owner: newUuid(), limit: 4, perSecond: 100, at: new Date(START + ms) })).deliveries.length;
    expect([await ask(0), await ask(1_999), await ask(2_000)]).toEqual([1, 0, 1]);
  });

  it('send everything in the end', async () => {
    test.portal.ratePerSecond = 60;
    await waiting(90);
    await test.deliver();
    expect(test.portal.learned).toHaveLength(90);
    expect(test.portal.calls.every((tasks) => tasks.length <= 4)).toBe(true);
  });
});
