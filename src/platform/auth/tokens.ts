import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { HubConfig } from '../config/config.ts';
import { HubError, unauthenticated, upstreamUnavailable } from '../errors.ts';
import { SANDBOX_AUDIENCE, SANDBOX_ISSUER, type SandboxIssuer } from './sandbox-issuer.ts';
import { NOBODY, ROLES, type Viewer } from './viewer.ts';

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CACHE_SIZE = 5_000;
const LONGEST_GLASS_MS = 3_600_000;
const LONGEST_NAME = 200;

/** What every token says of its holder. */
const holderSchema = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  national_id: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});
/** What the token of an officer or a system says beyond that. */
const claimsSchema = holderSchema.extend({
  roles: z.array(z.enum(ROLES)).default([]),
  unit: z.string().min(1).optional(),
  source: z.string().min(1).optional(),
  // Nobody is kept out for how an identity provider writes a name.
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_NAME)
    .regex(/^\P{Cc}*$/u)
    .optional()
    .catch(undefined),
});

interface Issuer {
  issuer: string;
  audience: string;
  citizensOnly: boolean;
  keys: JWTVerifyGetKey;
}

/**
 * Turns an Authorization header into a viewer. Throws UNAUTHENTICATED where it can't be trusted, UPSTREAM_UNAVAILABLE where
 * its issuer can't be asked for its keys.
 */
export interface Authenticator {
  viewer(authorization: string | undefined): Promise<Viewer>;
}

/** Accepts the configured issuers, and the sandbox's where it is given. */
export function createAuthenticator(config: HubConfig, sandbox: SandboxIssuer | undefined): Authenticator {
  const issuers: Issuer[] = config.issuers.map(({ issuer, audience }) => ({
    issuer,
    audience,
    citizensOnly: issuer === config.citizenIssuer,
    keys: discoveredKeys(issuer),
  }));
  if (sandbox !== undefined) {
    const keys = createLocalJWKSet({ keys: [sandbox.publicJwk] });
    issuers.push({ issuer: SANDBOX_ISSUER, audience: SANDBOX_AUDIENCE, citizensOnly: false, keys });
  }
  const cache = new Map<string, { viewer: Viewer; expiresAt: number }>();
  return {
    async viewer(authorization) {
      if (authorization === undefined || authorization === '') return NOBODY;
      const token = /^Bearer ([A-Za-z0-9_.-]+)$/i.exec(authorization.trim())?.[1];
      if (token === undefined) throw unauthenticated();
      const known = cache.get(token);
      if (known !== undefined && known.expiresAt > Date.now()) return known.viewer;
      cache.delete(token);
      const verified = await verify(token, issuers);
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(token, verified);
      return verified.viewer;
    },
  };
}

async function verify(token: string, issuers: readonly Issuer[]): Promise<{ viewer: Viewer; expiresAt: number }> {
  try {
    const claimed = decodeJwt(token).iss;
    const issuer = issuers.find((candidate) => candidate.issuer === claimed);
    if (issuer === undefined) throw unauthenticated();
    const { payload } = await jwtVerify(token, issuer.keys, { issuer: issuer.issuer, audience: issuer.audience, algorithms: ALGORITHMS });
    const viewer = toViewer(payload, token, issuer.citizensOnly);
    const endsAt = endOf(viewer, payload);
    if (endsAt <= Date.now()) throw unauthenticated();
    return { viewer, expiresAt: endsAt };
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw unauthenticated();
    throw error instanceof HubError ? error : upstreamUnavailable();
  }
}

/** When a token ends, in milliseconds since 1970: who breaks the glass does so for an hour, however long the token says. */
function endOf({ roles }: Viewer, { exp = 0, iat }: JWTPayload): number {
  const ends = exp * 1_000;
  if (!roles.includes('BREAK_GLASS')) return ends;
  return iat === undefined ? 0 : Math.min(ends, iat * 1_000 + LONGEST_GLASS_MS);
}

function toViewer(payload: JWTPayload, token: string, citizensOnly: boolean): Viewer {
  if (citizensOnly) {
    // Its claims of roles, units or sources are its own affair, whatever they look like.
    const { sub, national_id: nationalId } = checked(holderSchema, payload);
    return { subject: sub, roles: ['CITIZEN'], unit: undefined, nationalId, source: undefined, token };
  }
  const { sub, roles, unit, national_id: nationalId, source, name } = checked(claimsSchema, payload);
  return { subject: sub, ...(name === undefined ? {} : { name }), roles, unit, nationalId, source, token };
}

function checked<Claims>(schema: z.ZodType<Claims>, payload: JWTPayload): Claims {
  const claims = schema.safeParse(payload);
  if (!claims.success) throw unauthenticated();
  return claims.data;
}

function discoveredKeys(issuer: string): JWTVerifyGetKey {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const discover = async (): Promise<JWTVerifyGetKey> => {
    const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(10_000) });
    const { jwks_uri: address } = z.object({ jwks_uri: z.url() }).parse(await response.json());
    return createRemoteJWKSet(new URL(address));
  };
  return async (header, token) => {
    keys ??= discover();
    try {
      return await (await keys)(header, token);
    } catch (error) {
      // A failed discovery must not be remembered; a failed verification is the token's own.
      if (!(error instanceof errors.JOSEError)) keys = undefined;
      throw error;
    }
  };
}
