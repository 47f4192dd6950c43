import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Role } from './viewer.ts';

/** The issuer that exists for trying the hub out; production refuses it. */
export const SANDBOX_ISSUER = 'https://sandbox-issuer.invalid';
export const SANDBOX_AUDIENCE = 'hub';
const ALGORITHM = 'ES256';

export interface SandboxClaims {
  subject?: string;
  roles: readonly Role[];
  unit?: string | undefined;
  nationalId?: string | undefined;
  source?: string | undefined;
  /** As `jose` reads it: `8h`, `30m`. */
  ttl: string;
}

/** Signs tokens with a key that the data directory keeps, made at the first use. */
export interface SandboxIssuer {
  publicJwk: JWK;
  token(claims: SandboxClaims): Promise<string>;
}

export async function openSandboxIssuer(dataDir: string): Promise<SandboxIssuer> {
  const file = join(dataDir, 'sandbox-issuer.json');
  if (!existsSync(file)) await writeKey(dataDir, file);
  const stored = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const key = await importJWK(stored, ALGORITHM);
  const { d: _private, ...publicJwk } = stored;
  return {
    publicJwk,
    token: (claims) =>
      new SignJWT({
        roles: [...claims.roles],
        ...(claims.unit === undefined ? {} : { unit: claims.unit }),
        ...(claims.nationalId === undefined ? {} : { national_id: claims.nationalId }),
        ...(claims.source === undefined ? {} : { source: claims.source }),
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: stored.kid ?? 'sandbox' })
        .setIssuer(SANDBOX_ISSUER)
        .setAudience(SANDBOX_AUDIENCE)
        .setSubject(claims.subject ?? defaultSubject(claims))
        .setIssuedAt()
        .setExpirationTime(claims.ttl)
        .sign(key),
  };
}

function defaultSubject(claims: SandboxClaims): string {
  const who = claims.source ?? claims.unit;
  return `sandbox-${claims.roles.join('-').toLowerCase()}${who === undefined ? '' : `-${who}`}`;
}

async function writeKey(dataDir: string, file: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'sandbox', alg: ALGORITHM, use: 'sig' };
  try {
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process that starts at the same moment may have written it first: its key stands.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
