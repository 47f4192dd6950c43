import { randomUUID } from 'node:crypto';
import { HubError, unauthenticated } from '../platform/errors.ts';
import type { CallContext } from '../platform/graphql/subgraph-executor.ts';
import { languageOf, type Message } from '../platform/language.ts';

/** What is found out about a caller before anything runs. `expiresAt`: milliseconds since 1970, when streams end. */
export type Authentication =
  | { readonly ok: true; readonly principal?: unknown; readonly expiresAt?: number | undefined }
  | { readonly ok: false; readonly message: Message };

/** Looks at the `Authorization` header, undefined where there is none. Subgraphs decide what the caller may see. */
export type Authenticate = (authorization: string | undefined) => Authentication | Promise<Authentication>;

/** Where nothing else is supplied: the form of the header alone; the subgraphs check the token. */
export const checkFormAlone: Authenticate = (authorization) => {
  if (authorization === undefined) return { ok: true };
  const token = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization)?.[1];
  if (token === undefined) return { ok: false, message: unauthenticated().text };
  return { ok: true, expiresAt: expiryOf(token) };
};

/** The `exp` of a JSON Web Token (RFC 7519 §4.1.4), unverified: good for closing early, never for letting in. */
function expiryOf(token: string): number | undefined {
  const payload = token.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const expiry = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : undefined;
    return typeof expiry === 'number' ? expiry * 1000 : undefined;
  } catch {
    // An opaque token: it has no time that this process could read.
    return undefined;
  }
}

export interface Caller {
  readonly context: CallContext;
  readonly expiresAt: number | undefined;
}

interface Headers {
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly requestId?: string | undefined;
  readonly signal?: AbortSignal;
}

/** Throws UNAUTHENTICATED where the header is not good. */
export async function identifyCaller(headers: Headers, authenticate: Authenticate): Promise<Caller> {
  const found = await authenticate(headers.authorization);
  if (!found.ok) throw new HubError('UNAUTHENTICATED', found.message);
  const { authorization, acceptLanguage, signal } = headers;
  const requestId = headers.requestId ?? randomUUID();
  const context: CallContext = {
    authorization,
    acceptLanguage,
    language: languageOf(acceptLanguage),
    requestId,
    principal: found.principal,
    ...(signal && { signal }),
  };
  return { context, expiresAt: found.expiresAt };
}
