import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;
beforeEach(async () => {
  graph = createFakeGraph();
  graph.roles = ['OFFICER'];
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

/** The reader that the scripted graph knows. */
const OWN = 'van-hanh-01';
const drawer = (id: string, officer: string, state: 'OPEN' | 'COUNTED' | 'ACCEPTED') => ({
  ...{ id, unit: { name: 'Xã Đất Mũi' }, officer, day: '2025-09-30', state, payments: 2 },
  ...{ expected: 45_000, counted: null, difference: null, note: null },
});
const read = async () => (await fetch(`${served.url}/console/money`)).text();
const count = async (fields: Record<string, string>) =>
  fetch(`${served.url}/console/drawers/d1/count?page=money`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: served.url },
    redirect: 'manual',
  });
const asked = () => graph.asked.filter(({ operation }) => operation === 'CountDrawer').map(({ variables }) => variables);

it('an officer is offered to count their own drawers that are not handed over, and nobody else’s', async () => {
  graph.money.cash.cashDrawers.nodes.push(
    drawer('d1', OWN, 'OPEN'),
    drawer('d2', OWN, 'COUNTED'),
    drawer('d3', OWN, 'ACCEPTED'),
    drawer('d4', 'can-bo-02', 'OPEN'),
  );
  graph.errors['OnItsWay'] = { message: 'Không có quyền.', code: 'FORBIDDEN' };
  const html = await read();
  expect([...html.matchAll(/id="count-(d\d)"/g)].map(([, id]) => id)).toEqual(['d1', 'd2']);
  expect(html).toContain('Kiểm đếm ngăn tiền của bạn, ngày 30/09/2025: sổ ghi 45.000 đ');
  graph.roles = ['ACCOUNTANT'];
  expect(await read()).not.toContain('id="count-');
});

it('what was counted goes to the graph by kinds of notes, and what is no number does not', async () => {
  const done = await count({ 'pieces-20000': '2', 'pieces-1000': '4', 'pieces-500': '', note: 'thiếu một tờ' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/console/money?notice=counted']);
  await count({ 'pieces-1000': '0' });
  const twoKinds = [
    { denomination: 20_000, pieces: 2 },
    { denomination: 1_000, pieces: 4 },
  ];
  const expected = [
    { id: 'd1', pieces: twoKinds, note: 'thiếu một tờ' },
    { id: 'd1', pieces: [{ denomination: 1_000, pieces: 0 }], note: null },
  ];
  expect(asked()).toEqual(expected);
  for (const fields of [{}, { 'pieces-1000': '-1' }, { 'pieces-1000': '1.5' }, { 'pieces-7': '1' }]) {
    const refused = await count(fields as Record<string, string>);
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Cần ghi số tờ là số nguyên')]);
  }
  expect(asked()).toEqual(expected);
});
