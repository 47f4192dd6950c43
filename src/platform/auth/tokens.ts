import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { HubConfig } from '../config/config.ts';
import { HubError, unauthenticated, upstreamUnavailable } from '../errors.ts';
import { type CitizenClaimNames, readCitizen } from './citizen-claims.ts';
import { discovered } from './discovery.ts';
import { askForToken } from './opaque-token.ts';
import { SANDBOX_AUDIENCE, SANDBOX_ISSUER, type SandboxIssuer } from './sandbox-issuer.ts';
import { NOBODY, ROLES, type Viewer } from './viewer.ts';

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CACHE_SIZE = 5_000;
const LONGEST_GLASS_MS = 3_600_000;
const LONGEST_NAME = 200;

/** What the token of an officer or a system says. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  national_id: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
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
  /** How its claims are called, where its tokens are citizens' and nothing more. */
  citizens: CitizenClaimNames | undefined;
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
  const { citizenClaims, citizenClient, citizenIssuer } = config;
  const issuers: Issuer[] = config.issuers.map(({ issuer, audience }) => ({
    issuer,
    audience,
    citizens: issuer === citizenIssuer ? citizenClaims : undefined,
    keys: discoveredKeys(issuer),
  }));
  const ofCitizens = citizenIssuer === undefined ? undefined : discovered(citizenIssuer);
  /** A citizens' issuer may give tokens that say nothing by themselves. */
  const lookUp = async (token: string): Promise<Verified> => {
    if (ofCitizens === undefined || citizenClient === undefined) throw unauthenticated();
    const { claims, expiresAt } = await askForToken(token, await ofCitizens(), citizenClient);
    return { viewer: citizenOf(claims, token, citizenClaims), expiresAt };
  };
  if (sandbox !== undefined) {
    const keys = createLocalJWKSet({ keys: [sandbox.publicJwk] });
    issuers.push({ issuer: SANDBOX_ISSUER, audience: SANDBOX_AUDIENCE, citizens: undefined, keys });
  }
  const cache = new Map<string, Verified>();
  return {
    async viewer(authorization) {
      if (authorization === undefined || authorization === '') return NOBODY;
      const token = /^Bearer ([A-Za-z0-9_.-]+)$/i.exec(authorization.trim())?.[1];
      if (token === undefined) throw unauthenticated();
      const known = cache.get(token);
      if (known !== undefined && known.expiresAt > Date.now()) return known.viewer;
      cache.delete(token);
      const verified = await answered(() => (JWT.test(token) ? verify(token, issuers) : lookUp(token)));
      if (cache.size >= CACHE_SIZE) cache.clear();
      cache.set(token, verified);
      return verified.viewer;
    },
  };
}

interface Verified {
  viewer: Viewer;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const JWT = /^[^.]+\.[^.]+\.[^.]+$/;

async function verify(token: string, issuers: readonly Issuer[]): Promise<Verified> {
  const claimed = decodeJwt(token).iss;
  const issuer = issuers.find((candidate) => candidate.issuer === claimed);
  if (issuer === undefined) throw unauthenticated();
  const { payload } = await jwtVerify(token, issuer.keys, { issuer: issuer.issuer, audience: issuer.audience, algorithms: ALGORITHMS });
  const viewer = toViewer(payload, token, issuer.citizens);
  const endsAt = endOf(viewer, payload);
  if (endsAt <= Date.now()) throw unauthenticated();
  return { viewer, expiresAt: endsAt };
}

/** Whatever else goes wrong is the issuer's, which did not answer as it should. */
async function answered(ask: () => Promise<Verified>): Promise<Verified> {
  try {
    return await ask();
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

function toViewer(payload: JWTPayload, token: string, citizens: CitizenClaimNames | undefined): Viewer {
  if (citizens !== undefined) {
    if (payload.exp === undefined) throw unauthenticated();
    return citizenOf(payload, token, citizens);
  }
  const { sub, roles, unit, national_id: nationalId, source, name } = checked(claimsSchema, payload);
  return { subject: sub, ...(name === undefined ? {} : { name }), roles, unit, nationalId, source, token };
}

/** Its claims of roles, units or sources are its own affair, whatever they look like. */
function citizenOf(claims: unknown, token: string, names: CitizenClaimNames): Viewer {
  const citizen = readCitizen(claims, names);
  if (citizen === undefined) throw unauthenticated();
  const { subject, nationalId, technicalId } = citizen;
  const account = technicalId === undefined ? {} : { technicalId };
  return { subject, roles: ['CITIZEN'], unit: undefined, nationalId, ...account, source: undefined, token };
}

function checked<Claims>(schema: z.ZodType<Claims>, payload: JWTPayload): Claims {
  const claims = schema.safeParse(payload);
  if (!claims.success) throw unauthenticated();
  return claims.data;
}

function discoveredKeys(issuer: string): JWTVerifyGetKey {
  const endpoints = discovered(issuer);
  let known: { address: string; keys: JWTVerifyGetKey } | undefined;
  return async (header, token) => {
    const { jwks_uri: address } = await endpoints();
    if (known?.address !== address) known = { address, keys: createRemoteJWKSet(new URL(address)) };
    return known.keys(header, token);
  };
}
