import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubConfig } from '../platform/config/config.ts';
import { type Cipher, createCipher } from '../platform/pii/cipher.ts';

interface Keys {
  piiKeys: string[];
  piiIndexKey: string;
}

/** The cipher of this installation. The sandbox makes its keys at the first start and keeps them in the data directory. */
export function openCipher(config: HubConfig): Cipher {
  if (config.piiKeys.length > 0 && config.piiIndexKey !== undefined) return createCipher(config.piiKeys, config.piiIndexKey);
  const made = sandboxKeys(config.dataDir);
  return createCipher(config.piiKeys.length > 0 ? config.piiKeys : made.piiKeys, config.piiIndexKey ?? made.piiIndexKey);
}

function sandboxKeys(dataDir: string): Keys {
  const file = join(dataDir, 'sandbox-keys.json');
  const key = () => randomBytes(32).toString('base64');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, JSON.stringify({ piiKeys: [key()], piiIndexKey: key() } satisfies Keys), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Made by an earlier start, or by a process that starts at the same moment: those keys stand.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Keys;
}
