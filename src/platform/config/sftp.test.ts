import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';
import { readSftpSources } from './sftp.ts';

const SOURCE = {
  name: 'vnpay',
  provider: 'VNPAY',
  host: 'sftp.example.vn',
  user: 'hub',
  passwordFrom: 'SFTP_PW',
  hostKeys: [`SHA256:${'A'.repeat(43)}`],
};

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'sftp-config-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function read(content: unknown, env: Record<string, string> = { SFTP_PW: 'sesame' }) {
  writeFileSync(join(root, 'sources.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return readSftpSources({ STATEMENT_SFTP: 'sources.json', ...env }, root);
}

describe('servers with statements', () => {
  it('are none without the setting, and what may be left out has a default', () => {
    expect(readSftpSources({}, root)).toEqual({ sources: [], problems: [] });
    expect(read([SOURCE])).toMatchObject({
      sources: [{ name: 'vnpay', port: 22, folder: '.', pattern: '*', secret: { password: 'sesame' } }],
      problems: [],
    });
  });

  it.each<[string, object]>([
    ['[0].name', { name: 'Vn Pay' }],
    ['[0].provider', { provider: 'CASH' }],
    ['[0].merchant', { merchant: '../x' }],
    ['[0].merchant', { merchant: 'rejected' }],
    ['[0].host', { host: 'sftp://x' }],
    ['[0].port', { port: 70_000 }],
    ['[0].user', { user: '' }],
    ['[0].hostKeys', { hostKeys: undefined }],
    ['[0].hostKeys', { hostKeys: [] }],
    ['[0].hostKeys.0', { hostKeys: ['SHA256:short'] }],
    ['[0].pattern', { pattern: '../*.csv' }],
    ['[0].passwordFrom', { passwordFrom: 'NOT_SET' }],
    ['[0].passwordFrom', { passwordFrom: undefined }],
    ['[0].passwordFrom', { keyFile: 'id' }],
    ['[0].keyFile', { passwordFrom: undefined, keyFile: 'absent' }],
    ['[0].passphraseFrom', { passwordFrom: undefined, keyFile: 'sources.json', passphraseFrom: 'NOT_SET' }],
    ['[0].password', { password: 'sesame' }],
  ])('have %s refused by name, in both languages, where it is wrong: %j', (field, changes) => {
    const { sources, problems } = read([{ ...SOURCE, ...changes }]);
    expect(sources).toEqual([]);
    expect(problems.flatMap((problem) => problem.split('\n').map((line) => line.split(': ')[0]))).toEqual(
      Array(2).fill(`STATEMENT_SFTP ${field}`),
    );
    expect(problems.join()).toMatch(/must|needs/);
    expect(problems.join()).not.toContain('sesame');
  });

  it('have names of their own, and folders of their own', () => {
    expect(read([SOURCE, { ...SOURCE, merchant: 'M1' }]).problems).toEqual([expect.stringContaining('a name of its own')]);
    expect(read([SOURCE, { ...SOURCE, name: 'other' }]).problems).toEqual([expect.stringContaining('must differ from vnpay')]);
    expect(read([SOURCE, { ...SOURCE, name: 'other', merchant: 'M1' }]).problems).toEqual([]);
  });

  it.each(['{', '{}', 'null'])('stand in an array in JSON, not in %s', (content) => {
    expect(read(content).problems).toEqual([expect.stringContaining('must be an array in JSON')]);
  });

  it('have a folder of the hub to come into', () => {
    read([SOURCE]);
    const env = { HUB_DATA_DIR: join(root, 'data'), STATEMENT_SFTP: 'sources.json', SFTP_PW: 'sesame' };
    expect(parseConfig(env, root)).toMatchObject({ statementsDir: join(root, 'data', 'statements'), ownStatementsDir: true });
    expect(parseConfig({ ...env, STATEMENTS_DIR: '/srv/statements' }, root)).toMatchObject({
      statementsDir: '/srv/statements',
      ownStatementsDir: false,
    });
    expect(() => parseConfig({ ...env, STATEMENT_SFTP: 'absent.json' }, root)).toThrow(
      /STATEMENT_SFTP: the file .*absent\.json can't be read/,
    );
  });
});
