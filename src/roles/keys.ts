import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { HubConfig } from '../platform/config/config.ts';
import { type KeptFile, keepOnce, readKept } from '../platform/config/data-dir.ts';
import { both, ConfigError, named } from '../platform/config/problem.ts';
import { type Cipher, createCipher } from '../platform/pii/cipher.ts';

const keyShape = z.object({ piiKeys: z.array(z.string()).min(1), piiIndexKey: z.string() });

const SANDBOX_KEY = both(
  'không dùng khóa của hệ thống thử nghiệm ở chế độ production; tạo khóa riêng bằng openssl rand -base64 32.',
  "the sandbox's key is refused in production; make one of its own with openssl rand -base64 32.",
);

/**
 * The cipher of this installation. The sandbox makes its keys at the first start and keeps them in the data directory; throws
 * ConfigError where production is given one of those.
 */
export function openCipher(config: HubConfig): Cipher {
  const file = { dataDir: config.dataDir, name: 'sandbox-keys.json', shape: keyShape };
  const { piiKeys, piiIndexKey } = config;
  if (config.mode === 'production') refuseSandboxKeys(config, readKept(file));
  if (piiKeys.length > 0 && piiIndexKey !== undefined) return createCipher(piiKeys, piiIndexKey);
  const made = sandboxKeys(file);
  return createCipher(piiKeys.length > 0 ? piiKeys : made.piiKeys, piiIndexKey ?? made.piiIndexKey);
}

type SandboxKeys = z.infer<typeof keyShape>;

function sandboxKeys(file: KeptFile<SandboxKeys>): SandboxKeys {
  const key = () => randomBytes(32).toString('base64');
  return readKept(file) ?? keepOnce(file, { piiKeys: [key()], piiIndexKey: key() });
}

function refuseSandboxKeys(config: HubConfig, made: SandboxKeys | undefined): void {
  const known = made === undefined ? [] : [...made.piiKeys, made.piiIndexKey];
  if (config.piiKeys.some((key) => known.includes(key))) throw new ConfigError(named('PII_KEY', SANDBOX_KEY));
  if (known.includes(config.piiIndexKey ?? '')) throw new ConfigError(named('PII_INDEX_KEY', SANDBOX_KEY));
}
