import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { HubConfig } from '../platform/config/config.ts';
import { keepOnce, readKept } from '../platform/config/data-dir.ts';
import { type Cipher, createCipher } from '../platform/pii/cipher.ts';

const keyShape = z.object({ piiKeys: z.array(z.string()).min(1), piiIndexKey: z.string() });

/** The cipher of this installation. The sandbox makes its keys at the first start and keeps them in the data directory. */
export function openCipher(config: HubConfig): Cipher {
  if (config.piiKeys.length > 0 && config.piiIndexKey !== undefined) return createCipher(config.piiKeys, config.piiIndexKey);
  const made = sandboxKeys(config.dataDir);
  return createCipher(config.piiKeys.length > 0 ? config.piiKeys : made.piiKeys, config.piiIndexKey ?? made.piiIndexKey);
}

function sandboxKeys(dataDir: string): z.infer<typeof keyShape> {
  const file = { dataDir, name: 'sandbox-keys.json', shape: keyShape };
  const key = () => randomBytes(32).toString('base64');
  return readKept(file) ?? keepOnce(file, { piiKeys: [key()], piiIndexKey: key() });
}
