import { z } from 'zod';

const PATIENCE_MS = 10_000;

const endpoints = z.object({ jwks_uri: z.url(), introspection_endpoint: z.url().optional(), userinfo_endpoint: z.url().optional() });

/** What an issuer says of itself (OpenID Connect Discovery). */
export type Endpoints = z.infer<typeof endpoints>;

/** Asks an issuer for its endpoints once; a failure is not remembered. */
export function discovered(issuer: string): () => Promise<Endpoints> {
  let known: Promise<Endpoints> | undefined;
  const ask = async () => {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return endpoints.parse(await response.json());
  };
  return () => {
    const asked = known ?? ask();
    known = asked;
    asked.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked;
  };
}
