import { beforeEach, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, unit } from '../../tests/support/console.ts';
import { quarterOf } from './business-time.ts';
import { FiguresCache } from './figures.ts';

const QUARTER = quarterOf('2025-09-30');
let graph: FakeGraph;
let now: number;
let cache: FiguresCache;

const nameOf = async () => (await cache.read(QUARTER, 'vi')).figures?.province.name;
/** Lets a count that nobody waits for come to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  graph = createFakeGraph();
  now = 1_000_000;
  cache = new FiguresCache(graph.query, () => now);
});

it('asks once for all that read at the same time, and for a minute', async () => {
  expect(await Promise.all([nameOf(), nameOf(), nameOf()])).toEqual(Array(3).fill('Tỉnh Cà Mau'));
  now += 59_000;
  await nameOf();
  const period = { from: '2025-07-01', to: '2025-09-30' };
  expect(graph.asked).toEqual([{ operation: 'Figures', variables: { province: '96', period }, token: undefined, language: 'vi' }]);
});

it('shows older figures while newer ones are counted, but not for long', async () => {
  await nameOf();
  graph.province = unit('96', 'Mới');
  now += 61_000;
  expect(await nameOf()).toBe('Tỉnh Cà Mau');
  await settled();
  expect(await nameOf()).toBe('Mới');
  graph.province = unit('96', 'Mới nữa');
  now += 301_000;
  expect(await nameOf()).toBe('Mới nữa');
});

it('keeps quarters apart', async () => {
  await nameOf();
  await cache.read(quarterOf('2025-06-30'), 'vi');
  expect(graph.asked.map(({ variables }) => variables['period'])).toEqual([
    { from: '2025-07-01', to: '2025-09-30' },
    { from: '2025-04-01', to: '2025-06-30' },
  ]);
});

it('says why figures are old, or why there are none, and asks again', async () => {
  graph.errors['Figures'] = { message: 'Chưa trả lời.', code: 'UPSTREAM_UNAVAILABLE' };
  expect(await cache.read(QUARTER, 'vi')).toEqual({
    figures: undefined,
    problem: { message: 'Chưa trả lời.', code: 'UPSTREAM_UNAVAILABLE' },
  });
  graph.errors = {};
  expect((await cache.read(QUARTER, 'vi')).problem).toBeUndefined();
  graph.errors['Figures'] = { message: 'Chưa trả lời.', code: 'UPSTREAM_UNAVAILABLE' };
  now += 61_000;
  await cache.read(QUARTER, 'vi');
  await settled();
  const late = await cache.read(QUARTER, 'vi');
  expect([late.figures?.province.name, late.problem?.code]).toEqual(['Tỉnh Cà Mau', 'UPSTREAM_UNAVAILABLE']);
});

it('tells the next reader of a fault in a count that nobody waited for', async () => {
  await nameOf();
  const { query } = graph;
  let broken = true;
  cache = new FiguresCache(
    async (request) => (broken ? Promise.reject(new Error('gone')) : query(request)),
    () => now,
  );
  await expect(nameOf()).rejects.toThrow('gone');
  broken = false;
  await nameOf();
  broken = true;
  now += 61_000;
  expect(await nameOf()).toBe('Tỉnh Cà Mau');
  await settled();
  await expect(nameOf()).rejects.toThrow('gone');
});
