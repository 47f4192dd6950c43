import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseConfig } from './config.ts';
import { readEnvironment } from './environment.ts';

const key = (byte: number) => Buffer.from(Array.from({ length: 32 }, (_, at) => (at * byte) % 256)).toString('base64');

/** What the settings are refused with, line by line; none: they are taken. */
function complaints(env: Record<string, string>): string[] {
  try {
    parseConfig(env, '/srv/hub');
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

describe('a setting that can not be used', () => {
  it.each([
    ['HUB_MODE', 'prod'],
    ['HUB_PORT', 'abc'],
    ['HUB_PORT', '65536'],
    ['HUB_PORT', '0x50'],
    ['HUB_PORT', '-1'],
    ['HUB_SEED_DOSSIERS', '1.5'],
    ['REPLACED_SECRET_DAYS', '366'],
    ['REPLACED_SECRET_DAYS', '-1'],
    ['HUB_TODAY', '2025-13-01'],
    ['HUB_TODAY', '2025-02-29'],
    ['HUB_SIMULATORS', 'no'],
    ['HUB_LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://localhost/hub'],
    ['DATABASE_URL', 'postgres://hub:pass#word@localhost:5432/hub:x'],
    ['QUEUE_URL', 'http://localhost:6379'],
    ['SUBGRAPH_PAYMENTS_URL', 'localhost:4002'],
    ['OIDC_CITIZEN_ISSUER', 'https://nowhere.invalid'],
    ['OIDC_AUDIENCE', 'hub'],
    ['PII_KEY', 'c2hvcnQ='],
    ['PII_KEY', `${key(3)},c2hvcnQ=`],
    ['PII_INDEX_KEY', 'not base64'],
  ])('%s=%s is named, in Vietnamese and in English', (name, value) => {
    const lines = complaints({ [name]: value });
    expect(lines).toHaveLength(2);
    expect(lines.map((line) => line.slice(0, name.length + 2))).toEqual([`${name}: `, `${name}: `]);
    expect(lines[1]).toMatch(/must|needs/);
  });

  it('is told without its value, which may be a secret', () => {
    expect(complaints({ PII_KEY: 'c2VjcmV0', DATABASE_URL: 'sesame' }).join('\n')).not.toMatch(/c2VjcmV0|sesame/);
  });

  it('is told together with every other', () => {
    const said = complaints({ HUB_MODE: 'production', HUB_PORT: 'abc', HUB_TODAY: 'x', OIDC_AUDIENCE: 'hub' }).join('\n');
    for (const name of ['HUB_PORT', 'HUB_TODAY', 'OIDC_AUDIENCE', 'OIDC_ISSUER', 'PII_KEY', 'PII_INDEX_KEY', 'DATABASE_URL']) {
      expect(said).toContain(`${name}: `);
    }
  });
});

it.each([
  ['NATIONAL_PORTAL_INBOUND_SECRET', 'short'],
  ['NATIONAL_PORTAL_INBOUND_SECRET', 'a secret with spaces in its middle'],
  ['NATIONAL_PORTAL_INBOUND_ADDRESSES', '10.1.0.0/33'],
  ['NATIONAL_PORTAL_FILE_ORIGINS', 'files.invalid'],
  ['NATIONAL_PORTAL_FILE_ORIGINS', 'https://files.invalid/kho'],
  ['NATIONAL_PORTAL_FILE_MB', '0'],
  ['NATIONAL_PORTAL_INBOUND_ADDRESSES', '10.1.0.1,portal.invalid'],
  ['NATIONAL_PORTAL_REPORTING', 'maybe'],
])('refuses %s=%s', (name, value) => {
  expect(complaints({ [name]: value }).every((line) => line.startsWith(`${name}: `))).toBe(true);
  expect(complaints({ [name]: value }).length).toBeGreaterThan(0);
});

describe('production', () => {
  const whole = {
    HUB_MODE: 'production',
    OIDC_ISSUER: 'https://id.invalid',
    OIDC_AUDIENCE: 'hub',
    PII_KEY: key(3),
    PII_INDEX_KEY: key(5),
    DATABASE_URL: 'postgres://hub@localhost/hub',
  };

  it('reports nothing until somebody switches it on', () => {
    expect(parseConfig(whole, '/srv/hub').reporting).toBe('OFF');
    expect(parseConfig({ ...whole, NATIONAL_PORTAL_REPORTING: 'COMPARE' }, '/srv/hub').reporting).toBe('COMPARE');
    expect(parseConfig({}, '/srv/hub').reporting).toBe('ON');
  });

  it('takes what is whole, without simulators', () => {
    expect(parseConfig(whole, '/srv/hub')).toMatchObject({ mode: 'production', simulators: false, piiKeys: [key(3)] });
  });

  it.each([
    ['HUB_SIMULATORS', 'on'],
    ['HUB_TODAY', '2025-09-30'],
    ['OIDC_ISSUER', 'https://sandbox-issuer.invalid'],
    ['PII_KEY', Buffer.alloc(32, 7).toString('base64')],
    ['PII_INDEX_KEY', key(3)],
  ])('refuses %s=%s', (name, value) => {
    const lines = complaints({ ...whole, [name]: value });
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.startsWith(`${name}: `))).toBe(true);
  });
});

it('files for the portal need a place that they may be fetched from', () => {
  const lines = complaints({ NATIONAL_PORTAL_FILES_URL: 'https://adapter.example/hub' });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => line.startsWith('NATIONAL_PORTAL_FILE_ORIGINS: '))).toBe(true);
  const set = { NATIONAL_PORTAL_FILES_URL: 'https://adapter.example/hub', NATIONAL_PORTAL_FILE_ORIGINS: 'https://mot-cua.example' };
  expect(parseConfig(set, '/srv/hub').portalFiles).toEqual({ origins: ['https://mot-cua.example'], maxBytes: 50 * 1_048_576 });
});

it('a mail server needs an address that mails come from', () => {
  const url = 'smtp://may-chu.example:587';
  expect(complaints({ SMTP_URL: url }).every((line) => line.startsWith('SMTP_FROM: '))).toBe(true);
  expect(() => parseConfig({ SMTP_URL: 'http://may-chu.example', SMTP_FROM: 'truc@camau.example' }, '/srv/hub')).toThrow(/SMTP_URL/);
  expect(parseConfig({ SMTP_URL: url, SMTP_FROM: 'truc@camau.example' }, '/srv/hub').smtp).toEqual({ url, from: 'truc@camau.example' });
  expect(parseConfig({}, '/srv/hub').smtp).toBeUndefined();
});

it('an empty setting is the same as none', () => {
  expect(parseConfig({ HUB_PORT: '', DATABASE_URL: '', HUB_TODAY: '' }, '/srv/hub')).toMatchObject({
    port: 4000,
    databaseUrl: undefined,
    dataDir: '/srv/hub/.hub',
  });
});

describe('.env', () => {
  let root: string;
  const write = (text: string) => writeFileSync(join(root, '.env'), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hub-env-'));
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true, force: true });
  });

  it('is read with remarks, quotes and export', () => {
    write('\uFEFF# a remark\r\n\r\nHUB_PORT = 4100 # ours\r\nexport HUB_HOST="0.0.0.0" # all\nA=\'x # y\'\nB=p#q\nC=\nD=#none\n');
    expect(readEnvironment(root)).toMatchObject({ HUB_PORT: '4100', HUB_HOST: '0.0.0.0', A: 'x # y', B: 'p#q', C: '', D: '' });
  });

  it('gives way to the environment', () => {
    write('HUB_PORT=4100');
    vi.stubEnv('HUB_PORT', '4200');
    expect(readEnvironment(root)['HUB_PORT']).toBe('4200');
  });

  it('may be missing', () => {
    expect(readEnvironment(root)['PATH']).toBe(process.env['PATH']);
  });

  it('is refused by the line that can not be read, without its text', () => {
    write('HUB_PORT=4100\nPII_KEY: sesame\n');
    expect(() => readEnvironment(root)).toThrow(/^\.env:2: [\s\S]*\n\.env:2: /);
    expect(() => readEnvironment(root)).not.toThrow(/sesame/);
  });

  it('is refused by its name where it is no file', () => {
    mkdirSync(join(root, '.env'));
    expect(() => readEnvironment(root)).toThrow(/\.env.*EISDIR/);
  });
});
