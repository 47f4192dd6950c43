import { GraphQLError } from 'graphql';
import type { Language, Message } from './language.ts';

/** `extensions.code` of what the hub itself answers. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

/** A refusal in both languages; it becomes a GraphQL error in the caller's language at the edge. */
export class HubError extends Error {
  readonly code: ErrorCode;
  readonly text: Message;
  readonly extensions: Record<string, unknown>;

  constructor(code: ErrorCode, text: Message, extensions: Record<string, unknown> = {}) {
    super(text.en);
    this.name = 'HubError';
    this.code = code;
    this.text = text;
    this.extensions = { code, ...extensions };
  }

  toGraphQL(language: Language): GraphQLError {
    return new GraphQLError(this.text[language], { extensions: this.extensions });
  }
}

export function unauthenticated(): HubError {
  return new HubError('UNAUTHENTICATED', {
    vi: 'Cần đăng nhập: gửi kèm một token còn hiệu lực (Authorization: Bearer …).',
    en: 'Sign in: send a valid token (Authorization: Bearer …).',
  });
}

export function forbidden(): HubError {
  return new HubError('FORBIDDEN', {
    vi: 'Vai trò của bạn không được làm việc này.',
    en: 'Your role may not do this.',
  });
}

/** Bad input: names the field and says how to put it right. */
export function badUserInput(field: string, text: Message): HubError {
  return new HubError('BAD_USER_INPUT', text, { field });
}

export function limitExceeded(text: Message): HubError {
  return new HubError('LIMIT_EXCEEDED', text);
}

export function upstreamUnavailable(): HubError {
  return new HubError('UPSTREAM_UNAVAILABLE', {
    vi: 'Một bộ phận của hệ thống chưa trả lời. Xin thử lại sau.',
    en: 'A part of the system does not answer. Try again later.',
  });
}

/** Codes of `UserError`; a subgraph may use more. */
export type UserErrorCode =
  | 'NOT_FOUND'
  | 'INVALID'
  | 'ILLEGAL_TRANSITION'
  | 'VERSION_CONFLICT'
  | 'SOURCE_VERSION_REUSED'
  | 'IDEMPOTENCY_CONFLICT'
  | 'NOTHING_DUE'
  | 'DOSSIER_CHANGED'
  | 'NOT_AVAILABLE'
  | 'OWNED_BY_OTHER_SOURCE';

/** A refusal that the caller can act on: a value of the payload, not a fault. */
export interface UserErrorValue {
  code: UserErrorCode;
  text: Message;
  field?: string[];
}

export function userError(code: UserErrorCode, text: Message, field?: string[]): UserErrorValue {
  return field === undefined ? { code, text } : { code, text, field };
}

export function notFound(field: string): UserErrorValue {
  return userError('NOT_FOUND', { vi: 'Không tìm thấy.', en: 'Not found.' }, [field]);
}

export function notAvailable(): UserErrorValue {
  return userError('NOT_AVAILABLE', { vi: 'Chức năng này chưa được mở.', en: 'This is not available yet.' });
}
