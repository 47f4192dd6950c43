import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTools } from '../../tests/contract/portal.ts';
import { receiptContract, sampleReceipt } from '../../tests/contract/receipt.ts';
import manifest from './manifest.ts';
import { profileRule } from './profile.ts';
import { startEReceiptSimulator } from './simulator.ts';
import { errorIn, foundIn, issueContent, resultOf, writtenIn } from './wire.ts';
import { escapeXml, readXml, textIn } from './xml.ts';

const FAULTS = {
  DONE_BUT_SILENT: { kind: 'TIMEOUT_AFTER' },
  NOT_DONE_AND_SILENT: { kind: 'TIMEOUT_BEFORE' },
  DOWN: { kind: 'STATUS', status: 503 },
  HTML: { kind: 'HTML' },
  REFUSED: { kind: 'ERROR', code: 20 },
} as const;
const SETTINGS = { E_RECEIPT_UNITS: '96=01BLP0-001:BI-26T', E_RECEIPT_FROM: '2026-11-01', E_RECEIPT_TIMEOUT_MS: '2000' };
const WHOLE = {
  ...{ E_RECEIPT_URL: 'https://bienlai.invalid/a.asmx', E_RECEIPT_ACCOUNT: 'a', E_RECEIPT_ACCOUNT_PASSWORD: 'b' },
  ...{ E_RECEIPT_USERNAME: 'c', E_RECEIPT_PASSWORD: 'd' },
};
const tell = async (url: string, init: RequestInit) => {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(await response.text());
  return response;
};

receiptContract(manifest, {
  settings: SETTINGS,
  fault: async (url, fault) => void (await tell(`${url}/_simulator/faults`, { method: 'POST', body: JSON.stringify(FAULTS[fault]) })),
  clear: async (url) => void (await tell(`${url}/_simulator/faults`, { method: 'DELETE' })),
  async numbers(url) {
    const { receipts } = (await (await tell(`${url}/_simulator/receipts`, {})).json()) as { receipts: { number: number }[] };
    return receipts.map(({ number }) => number);
  },
});

describe('the settings', () => {
  const issuesOf = (more: Record<string, string>) =>
    manifest.config.safeParse({ ...WHOLE, ...more }).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

  it('serve nobody where no unit is named, and need the first day where one is', () => {
    expect(manifest.create(manifest.config.parse(WHOLE), testTools()).units).toEqual([]);
    expect(issuesOf({ E_RECEIPT_UNITS: '96=01BLP0-001:BI-26T' })).toEqual([['E_RECEIPT_FROM', expect.stringContaining('the first day')]]);
  });

  it.each(['96', '96=01BLP0-001', '96=x:y', '96=01BLP0-001:BI-26T,96=01BLP0-001:BI-27T'])('refuse the units %s', (units) => {
    expect(issuesOf({ E_RECEIPT_UNITS: units, E_RECEIPT_FROM: '2026-11-01' })).toEqual([
      ['E_RECEIPT_UNITS', expect.stringMatching(/^E_RECEIPT_UNITS: .*unit=template:symbol/)],
    ]);
  });

  it('are refused in production where they are a simulator’s, a public test account’s, or open to be read on their way', () => {
    const gapsOf = (more: Record<string, string>) => manifest.sandboxOnly?.(manifest.config.parse({ ...WHOLE, ...more }));
    expect(gapsOf({})).toEqual([]);
    expect(gapsOf({ E_RECEIPT_URL: 'https://tinhdemo.bienlai.invalid/a.asmx' })).toEqual([expect.stringContaining('E_RECEIPT_URL')]);
    expect(gapsOf({ E_RECEIPT_URL: 'http://bienlai.invalid/a.asmx' })).toEqual([expect.stringContaining('https')]);
    expect(gapsOf({ E_RECEIPT_ACCOUNT: 'sim-bienlai' })).toEqual([expect.stringContaining('E_RECEIPT_ACCOUNT')]);
  });

  it('tell where a receipt can be looked at, or that this is nowhere', () => {
    const portOf = (more: Record<string, string>) => manifest.create(manifest.config.parse({ ...WHOLE, ...more }), testTools());
    expect(portOf({ E_RECEIPT_VIEW_URL: 'https://bienlai.invalid/tra-cuu?khoa={key}&a=1' }).addressOf?.('K1')).toBe(
      'https://bienlai.invalid/tra-cuu?khoa=K1&a=1',
    );
    expect(portOf({}).addressOf).toBeUndefined();
    expect(issuesOf({ E_RECEIPT_VIEW_URL: 'https://bienlai.invalid/' })).toEqual([
      ['E_RECEIPT_VIEW_URL', expect.stringContaining('{key}')],
    ]);
  });

  it('take another spelling of the service out of a file, and name the field of one that is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    const path = join(folder, 'profile.json');
    writeFileSync(path, JSON.stringify({ operations: { find: 'getByFkey' }, errors: { 5: 'LATER' } }));
    const { profile } = manifest.config.parse({ ...WHOLE, E_RECEIPT_PROFILE: path });
    expect([profile.operations.find, profile.operations.issue]).toEqual(['getByFkey', 'ImportAndPublishInv']);
    expect(errorIn('ERR:5', profile)).toEqual({ code: '5', act: 'LATER' });
    writeFileSync(path, JSON.stringify({ operations: { find: 'a b' } }));
    expect(issuesOf({ E_RECEIPT_PROFILE: path })).toEqual([['E_RECEIPT_PROFILE', expect.stringContaining('operations.find')]]);
    rmSync(folder, { recursive: true });
  });
});

describe('the wire', () => {
  const profile = profileRule.parse({});
  const mark = { template: '01BLP0-001', symbol: 'BI-26T' };

  it('reads the number that belongs to the key, and no other', () => {
    const number = { number: '0000012', ...mark };
    expect(writtenIn('OK:01BLP0-001;BI-26T-K1_12', 'K1', mark)).toEqual(number);
    expect(writtenIn('OK:01BLP0-001;BI-26T;12', 'K1', mark)).toEqual(number);
    for (const other of ['OK:01BLP0-001;BI-26T-K2_12', 'OK:01BLP0-002;BI-26T-K1_12', 'OK:', 'OK:01BLP0-001;BI-26T-K1_x', 'xOK:']) {
      expect(writtenIn(other, 'K1', mark)).toBeUndefined();
    }
  });

  it.each([
    ['ERR:1', 'AWAY'],
    ['ERR:3', 'REFUSED'],
    ['ERR:5', 'LOOK'],
    ['ERR:7', 'AWAY'],
    ['ERR:13', 'LOOK'],
    ['ERR:20', 'REFUSED'],
    ['ERR:4711', 'REFUSED'],
  ])('%s is %s', (result, act) => expect(errorIn(result, profile)?.act).toBe(act));

  it('takes a state that nobody told of for unknown, and what can’t be read for no answer', () => {
    const item = (state: string) =>
      `<Data><Item><pattern>P</pattern><serial>S</serial><invNum>3</invNum><status>${state}</status></Item></Data>`;
    expect(foundIn(item('5'), profile)).toMatchObject({ state: 'CANCELLED', number: '0000003' });
    expect(foundIn(item('77'), profile)).toMatchObject({ state: 'UNKNOWN' });
    expect(() => foundIn('<Data><Item><invNum>x</invNum></Item></Data>', profile)).toThrow('the provider answered');
    expect(() => foundIn('not XML', profile)).toThrow('the provider answered');
  });

  it('carries any text there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = ` ${text.replace(/[\s\p{C}]/gu, 'x')} `.trim();
        const content = issueContent(sampleReceipt('K1', { payerName: name }));
        expect(textIn(readXml(readXml(`<a>${escapeXml(content)}</a>`).text), 'CusName')).toBe(name);
      }),
      { numRuns: 300 },
    );
    expect(escapeXml('a\u0000b\ud800')).toBe('a b\ufffd');
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a><a/>',
    '<a>&x;</a>',
    '<a>',
    '<a/><b/>',
    '<a>'.repeat(100) + '</a>'.repeat(100),
    '',
  ])('reads nothing out of %s', (text) => {
    expect(() => readXml(text)).toThrow();
    expect(resultOf(text, 'cancelInv')).toBeUndefined();
  });
});

describe('the simulator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-'));
  const open = async () => {
    const simulator = await startEReceiptSimulator({ stateDir: folder });
    return { simulator, port: manifest.create(manifest.config.parse({ ...simulator.environment, ...SETTINGS }), testTools()) };
  };
  let first: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    first = await open();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('remembers what it wrote, and numbers on', async () => {
    const { number } = await first.port.issue(sampleReceipt('K1'));
    await first.port.cancel('K1');
    await first.simulator.stop();
    const second = await open();
    expect(await second.port.find('K1')).toMatchObject({ number, state: 'CANCELLED' });
    expect(Number((await second.port.issue(sampleReceipt('K2'))).number)).toBe(Number(number) + 1);
    await second.simulator.stop();
  });

  it('refuses who is not known, and a fault that it does not have', async () => {
    const { simulator } = await open();
    const stranger = manifest.config.parse({ ...simulator.environment, ...SETTINGS, E_RECEIPT_PASSWORD: 'other' });
    await expect(manifest.create(stranger, testTools()).issue(sampleReceipt('K3'))).rejects.toMatchObject({
      code: 'ERR_7',
      unreachable: true,
    });
    const answer = await fetch(`${simulator.url}/_simulator/faults`, { method: 'POST', body: '{"kind":"MAGIC"}' });
    expect(answer.status).toBe(422);
    await simulator.stop();
  });
});
