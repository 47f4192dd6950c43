import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HubError, upstreamUnavailable } from '../platform/errors.ts';
import type { Language, Message } from '../platform/language.ts';
import { type KeyTree, publicPath } from './operation/keys.ts';
import { DocumentError } from './operation/prepare.ts';
import type { FoundError, SubgraphError } from './plan/found-error.ts';

/** Takes what callers must not see. The shape of pino and of `console`-like loggers that take details first. */
export interface GatewayLogger {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Refusals that a subgraph addresses to the caller: their words are the caller's to read. */
const SPOKEN = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'LIMIT_EXCEEDED', 'RATE_LIMITED']);
const PASSED_EXTENSIONS = ['field', 'retryAfter'];

const INTERNAL: Message = {
  vi: 'Hệ thống gặp lỗi khi xử lý yêu cầu này.',
  en: 'The system failed to process this request.',
};
const BAD_VALUE: Message = {
  vi: 'Một giá trị trong yêu cầu không hợp lệ.',
  en: 'A value in the request is not valid.',
};

/** The errors of an answer as the caller may see them, each place once; what is hidden goes to the log. */
export function publicErrors(
  found: readonly FoundError[],
  at: { keys: KeyTree; language: Language; requestId: string; logger: GatewayLogger },
): GraphQLFormattedError[] {
  const unique = new Map<string, GraphQLFormattedError>();
  for (const { subgraph, path, error } of found) {
    const shown = { ...publicError(error, at.language), path: publicPath(at.keys, path) };
    const identity = JSON.stringify([shown.path, shown.extensions.code, shown.message]);
    if (unique.has(identity)) continue;
    unique.set(identity, shown);
    if (error !== undefined && shown.extensions.code === 'INTERNAL_SERVER_ERROR') {
      at.logger.error({ subgraph, path: shown.path, requestId: at.requestId, reason: error.message }, 'A subgraph failed.');
    }
  }
  return [...unique.values()];
}

type Shown = GraphQLFormattedError & { readonly extensions: { readonly code: string } };

function publicError(error: SubgraphError | undefined, language: Language): Shown {
  const code = error === undefined ? 'UPSTREAM_UNAVAILABLE' : error.extensions?.['code'];
  if (error !== undefined && typeof code === 'string' && SPOKEN.has(code)) {
    const passed = PASSED_EXTENSIONS.filter((name) => error.extensions?.[name] !== undefined);
    return { message: error.message, extensions: { code, ...Object.fromEntries(passed.map((name) => [name, error.extensions?.[name]])) } };
  }
  if (code === 'UPSTREAM_UNAVAILABLE') return { message: upstreamUnavailable().text[language], extensions: { code } };
  // The gateway does not know custom scalars: a subgraph is the first to see that a literal is none of them.
  if (code === 'GRAPHQL_VALIDATION_FAILED') return { message: BAD_VALUE[language], extensions: { code: 'BAD_USER_INPUT' } };
  return { message: INTERNAL[language], extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** A fault or refusal before anything ran, as the errors of an answer without data. */
export function requestErrors(
  error: unknown,
  at: { language: Language; requestId: string; logger: GatewayLogger },
): GraphQLFormattedError[] {
  if (error instanceof DocumentError) return error.errors.map((each) => each.toJSON());
  if (error instanceof HubError) return [error.toGraphQL(at.language).toJSON()];
  at.logger.error({ requestId: at.requestId, reason: error instanceof Error ? error.stack : String(error) }, 'The gateway failed.');
  return [new GraphQLError(INTERNAL[at.language], { extensions: { code: 'INTERNAL_SERVER_ERROR' } }).toJSON()];
}
