import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningGateway, startGateway } from '../../src/gateway/start.ts';
import { composeToys, TOY_NAMES, type ToySubgraph } from './toy-subgraphs.ts';

let running: RunningGateway;
let plain: RunningGateway;
const supergraphSdl = composeToys(
  Object.fromEntries(TOY_NAMES.map((name) => [name, 'http://127.0.0.1:9/graphql'])) as Record<ToySubgraph, string>,
);

beforeAll(async () => {
  running = await startGateway({ supergraphSdl, explorer: true });
  plain = await startGateway({ supergraphSdl });
});
afterAll(() => Promise.all([running.stop(), plain.stop()]));

it('gives a browser a page whose every file comes from here', async () => {
  const page = await fetch(running.url, { headers: { accept: 'text/html,application/xhtml+xml' } });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  const html = await page.text();
  expect(html).not.toMatch(/https?:\/\//);
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  const workers = ['editor', 'json', 'graphql'].map((name) => `/graphql/explorer/${name}.worker.js`);
  expect(files).toHaveLength(2);
  for (const file of [...files, ...workers]) {
    const response = await fetch(new URL(file, running.url));
    expect([file, response.status]).toEqual([file, 200]);
    expect(response.headers.get('content-type')).toMatch(file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
    expect((await response.text()).length).toBeGreaterThan(10_000);
  }
  expect((await fetch(`${running.url}/explorer/none.js`)).status).toBe(404);
}, 60_000);

it('still answers queries by GET, and programs that take any type', async () => {
  const response = await fetch(`${running.url}?query={__typename}`, { headers: { accept: '*/*' } });
  expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
});

it('has no page where it was not asked for', async () => {
  const response = await fetch(plain.url, { headers: { accept: 'text/html' } });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect((await fetch(`${plain.url}/explorer/page.js`)).status).toBe(404);
});
