import type { InboundReply } from '../../../connectors/contract/payment.ts';
import { coversScope, hasRole, type Viewer } from '../../platform/auth/viewer.ts';
import { forbidden, type HubError, unauthenticated } from '../../platform/errors.ts';
import { PaymentProvider } from '../../platform/graphql/enums.ts';
import { type Language, languageOf, type Message } from '../../platform/language.ts';
import { actorOf } from '../../platform/pii/access-record.ts';
import type { Platform } from '../../platform/platform.ts';
import { isLocalDate } from '../../platform/time.ts';
import { PROVINCE } from './merchant.service.ts';
import { takeStatement } from './statement.service.ts';

/** A call whose body is handed over as it comes in. */
export interface StreamedRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: AsyncIterable<Uint8Array>;
}

const PATH = /^\/payments\/([^/?]+)\/statements\/([^/?]+)/;

/**
 * `PUT /payments/{provider}/statements/{YYYY-MM-DD}`: 201 a new statement or a new version, 200 the same bytes again, 422 a
 * damaged file or a wrong day, 401 and 403 by the role table, 404 for an unknown provider. Of what is not 201 nothing is kept.
 */
export async function putStatement(
  hub: Pick<Platform, 'db' | 'config' | 'cipher' | 'connectors'>,
  request: StreamedRequest,
  viewer: Viewer,
): Promise<InboundReply> {
  const { 'accept-language': accepted } = request.headers;
  const language = languageOf(Array.isArray(accepted) ? accepted[0] : accepted);
  if (viewer.token === undefined) return refusal(401, unauthenticated(), language);
  if (!hasRole(viewer, 'ACCOUNTANT')) return refusal(403, forbidden(), language);
  const [, name = '', day = ''] = PATH.exec(request.url) ?? [];
  const provider = name.toUpperCase();
  if (!Object.hasOwn(PaymentProvider, provider)) {
    return problem(404, 'NOT_FOUND', language === 'vi' ? 'Không có đơn vị thanh toán này.' : 'There is no such provider.');
  }
  if (!isLocalDate(day))
    return problem(
      422,
      'INVALID',
      language === 'vi' ? 'Ngày phải có dạng YYYY-MM-DD và tồn tại.' : 'The day must exist and be YYYY-MM-DD.',
    );
  const taken = await takeStatement(hub, {
    provider: provider as PaymentProvider,
    businessDate: day,
    body: request.body,
    uploadedBy: actorOf(viewer),
    // A unit's accountant learns nothing of other merchants, not even whether there is one of that code.
    mayBring: (merchant) => coversScope(viewer, 'ACCOUNTANT', merchant?.scope ?? [PROVINCE]),
  });
  if (taken.outcome === 'FORBIDDEN') return refusal(403, forbidden(), language);
  if (taken.outcome === 'REFUSED') return problem(422, 'INVALID', taken.reason[language]);
  return json(taken.outcome === 'NEW' ? 201 : 200, { rows: taken.rows, version: taken.version });
}

/** A call that is turned away, in its sender's language. */
export function refusal(status: number, error: HubError, language: Language): InboundReply {
  const text: Message = error.text;
  return problem(status, error.code, text[language]);
}

/** An error as uploads answer it. */
export function problem(status: number, code: string, message: string): InboundReply {
  return json(status, { error: { code, message } });
}

/** An answer in JSON. */
export function json(status: number, value: unknown): InboundReply {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
