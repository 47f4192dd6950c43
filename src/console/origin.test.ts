import { expect, it } from 'vitest';
import { isSameOrigin } from './origin.ts';

const host = '127.0.0.1:4000';

it.each([
  ['the page itself', { host, 'sec-fetch-site': 'same-origin', origin: `http://${host}` }, true],
  ['the page itself, behind a proxy that changes the host', { host: 'hub:4000', 'sec-fetch-site': 'same-origin' }, true],
  ['the page itself, in a browser that sends Origin alone', { host: 'Hub.Example', origin: 'http://hub.example' }, true],
  ['another site', { host, 'sec-fetch-site': 'cross-site' }, false],
  ['another port of this machine', { host, 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:8080' }, false],
  ['another port, by Origin alone', { host, origin: 'http://127.0.0.1:8080' }, false],
  ['an address typed by hand', { host, 'sec-fetch-site': 'none' }, false],
  ['a page without an origin', { host, origin: 'null' }, false],
  ['who says neither', { host }, false],
])('tells %s', (_who, headers, expected) => {
  expect(isSameOrigin(headers)).toBe(expected);
});
