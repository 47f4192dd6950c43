import { z } from 'zod';
import { unauthenticated, upstreamUnavailable } from '../errors.ts';
import type { Endpoints } from './discovery.ts';

/** The hub as a client of the issuer, by which it may ask for tokens. */
export interface OidcClient {
  id: string;
  secret: string;
}

/** What an issuer says of a token that says nothing by itself. */
export interface OpaqueToken {
  claims: unknown;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const PATIENCE_MS = 10_000;
/** A token that was taken back is noticed after so long. */
const KEPT_MS = 300_000;

const introspected = z.object({ active: z.boolean().optional(), client_id: z.string(), exp: z.coerce.number() });

/**
 * Asks the issuer who holds a token: whether it is good and was given to this client (RFC 7662), then whose it is (userinfo). A token that was given to
 * another client is refused: whoever runs that one could come in as its users. Throws UNAUTHENTICATED, or UPSTREAM_UNAVAILABLE where nobody answers.
 */
export async function askForToken(token: string, endpoints: Endpoints, client: OidcClient): Promise<OpaqueToken> {
  const { introspection_endpoint: introspection, userinfo_endpoint: userinfo } = endpoints;
  if (introspection === undefined || userinfo === undefined) throw unauthenticated();
  const authorization = `Basic ${Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`).toString('base64')}`;
  const told = introspected.safeParse(
    await ask(introspection, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ token }) }),
  );
  const ends = (told.data?.exp ?? 0) * 1_000;
  if (told.data?.active === false || told.data?.client_id !== client.id || ends <= Date.now()) throw unauthenticated();
  const claims = await ask(userinfo, { headers: { authorization: `Bearer ${token}` } });
  return { claims, expiresAt: Math.min(ends, Date.now() + KEPT_MS) };
}

async function ask(address: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(address, { ...request, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status >= 500) throw upstreamUnavailable();
  const text = await response.text();
  if (!response.ok) throw unauthenticated();
  try {
    return JSON.parse(text);
  } catch {
    throw upstreamUnavailable();
  }
}
