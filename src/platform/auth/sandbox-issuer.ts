import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';
import { keepOnce, readKept } from '../config/data-dir.ts';
import type { Role } from './viewer.ts';

/** The issuer that exists for trying the hub out; production refuses it. */
export const SANDBOX_ISSUER = 'https://sandbox-issuer.invalid';
export const SANDBOX_AUDIENCE = 'hub';
const ALGORITHM = 'ES256';
const keyShape = z.looseObject({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string(), d: z.string(), kid: z.string() });

export interface SandboxClaims {
  subject?: string;
  roles: readonly Role[];
  unit?: string | undefined;
  nationalId?: string | undefined;
  source?: string | undefined;
  /** What the holder is called; another name is another person. */
  name?: string | undefined;
  /** As `jose` reads it: `8h`, `30m`. */
  ttl: string;
}

/** Signs tokens with a key that the data directory keeps, made at the first use. */
export interface SandboxIssuer {
  publicJwk: JWK;
  token(claims: SandboxClaims): Promise<string>;
}

/** Throws ConfigError where the data directory can't keep the key, or its key is damaged. */
export async function openSandboxIssuer(dataDir: string): Promise<SandboxIssuer> {
  const file = { dataDir, name: 'sandbox-issuer.json', shape: keyShape };
  const stored = readKept(file) ?? keepOnce(file, keyShape.parse(await makeKey()));
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
        ...(claims.name === undefined ? {} : { name: claims.name }),
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: stored.kid })
        .setIssuer(SANDBOX_ISSUER)
        .setAudience(SANDBOX_AUDIENCE)
        .setSubject(claims.subject ?? defaultSubject(claims))
        .setIssuedAt()
        .setExpirationTime(claims.ttl)
        .sign(key),
  };
}

function defaultSubject(claims: SandboxClaims): string {
  const parts = [claims.roles.join('-').toLowerCase(), claims.source ?? claims.unit, claims.name];
  return ['sandbox', ...parts.filter((part) => part !== undefined)].join('-');
}

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'sandbox', alg: ALGORITHM, use: 'sig' };
}
