/** The embedded PostgreSQL can't be used; the message says why and what to do, Vietnamese first, then English. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(vietnamese: string, english: string, options?: { cause?: unknown }) {
    super(`${vietnamese}\n${english}`, options);
  }
}

/** The code of a system error (`ENOENT`) or of a PostgreSQL error (`57P03`); undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
