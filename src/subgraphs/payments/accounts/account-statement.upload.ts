import type { InboundReply } from '../../../../connectors/contract/payment.ts';
import { coversScope, hasRole, type Viewer } from '../../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../../platform/errors.ts';
import { languageOf } from '../../../platform/language.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { isLocalDate } from '../../../platform/time.ts';
import { PROVINCE } from '../merchant.service.ts';
import { json, problem, refusal, type StreamedRequest } from '../statement.upload.ts';
import { takeAccountStatement } from './account-statement.service.ts';

const PATH = /^\/payments\/accounts\/([^/?]+)\/statements\/([^/?]+)/;

/**
 * `PUT /payments/accounts/{account}/statements/{YYYY-MM-DD}`: 201 a new statement or a new version, 200 the same bytes again, 422 a damaged
 * file, a wrong day or another account, 401 and 403 by the role table.
 */
export async function putAccountStatement(hub: Platform, request: StreamedRequest, viewer: Viewer): Promise<InboundReply> {
  const { 'accept-language': accepted } = request.headers;
  const language = languageOf(Array.isArray(accepted) ? accepted[0] : accepted);
  if (viewer.token === undefined) return refusal(401, unauthenticated(), language);
  if (!hasRole(viewer, 'ACCOUNTANT')) return refusal(403, forbidden(), language);
  const [, account = '', day = ''] = PATH.exec(request.url) ?? [];
  if (!isLocalDate(day))
    return problem(
      422,
      'INVALID',
      language === 'vi' ? 'Ngày phải có dạng YYYY-MM-DD và tồn tại.' : 'The day must exist and be YYYY-MM-DD.',
    );
  const taken = await takeAccountStatement(hub, {
    account,
    businessDate: day,
    body: request.body,
    uploadedBy: actorOf(viewer),
    // A unit's accountant learns nothing of other accounts, not even whether there is one.
    mayBring: (found) => coversScope(viewer, 'ACCOUNTANT', found?.scope ?? [PROVINCE]),
  });
  if (taken.outcome === 'FORBIDDEN') return refusal(403, forbidden(), language);
  if (taken.outcome === 'REFUSED') return problem(422, 'INVALID', taken.reason[language]);
  const { rows, version } = taken.newest;
  return json(taken.outcome === 'NEW' ? 201 : 200, { rows, version });
}
