import type { IncomingMessage } from 'node:http';
import { badUserInput, limitExceeded } from '../../platform/errors.ts';
import type { Message } from '../../platform/language.ts';
import { readBody } from '../../platform/read-body.ts';
import type { GatewayRequest } from '../gateway.ts';

/** A request that is refused with its own HTTP status. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly reason: Error;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, reason: Error, headers: Readonly<Record<string, string>> = {}) {
    super(reason.message);
    this.status = status;
    this.reason = reason;
    this.headers = headers;
  }
}

export function refuse(status: number, field: string, text: Message): HttpRefusal {
  return new HttpRefusal(status, badUserInput(field, text));
}

/** Reads a POST's body as JSON, nothing else: a form or plain text could come from another site's page. */
export async function readPost(request: IncomingMessage, maxBytes: number): Promise<GatewayRequest> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/(json|graphql\+json)\s*(;|$)/i.test(type)) {
    throw refuse(415, 'content-type', { vi: 'Chỉ nhận Content-Type: application/json.', en: 'Send Content-Type: application/json.' });
  }
  const text = await readWithin(request, maxBytes);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    // The parser quotes the body, which may hold personal data.
    throw Object.assign(refuse(400, 'body', { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' }), {
      cause: error,
    });
  }
  return toRequest(body);
}

function readWithin(request: IncomingMessage, maxBytes: number): Promise<string> {
  const tooLong = (): HttpRefusal =>
    new HttpRefusal(413, limitExceeded({ vi: `Yêu cầu lớn hơn ${maxBytes} byte.`, en: `The request is larger than ${maxBytes} bytes.` }), {
      connection: 'close',
    });
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.reject(tooLong());
  return readBody(request, { maxBytes, tooLong });
}

export function readGet(parameters: URLSearchParams): GatewayRequest {
  const json = (name: string): unknown => {
    const text = parameters.get(name);
    if (text === null || text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw Object.assign(
        refuse(400, name, { vi: `Tham số ${name} không phải JSON hợp lệ.`, en: `Parameter ${name} is not valid JSON.` }),
        { cause: error },
      );
    }
  };
  return toRequest({
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName'),
    variables: json('variables'),
  });
}

function toRequest(body: unknown): GatewayRequest {
  if (Array.isArray(body))
    throw new HttpRefusal(
      400,
      limitExceeded({ vi: 'Mỗi yêu cầu chỉ một thao tác.', en: 'One operation per request: batches are not taken.' }),
    );
  const { query, operationName, variables } = isRecord(body) ? body : {};
  if (typeof query !== 'string' || query === '') throw refuse(400, 'query', { vi: 'Thiếu query.', en: 'query is missing.' });
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw refuse(400, 'operationName', { vi: 'operationName phải là chuỗi.', en: 'operationName must be a string.' });
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw refuse(400, 'variables', { vi: 'variables phải là đối tượng JSON.', en: 'variables must be a JSON object.' });
  }
  return { query, operationName: operationName || undefined, variables: variables ?? undefined };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
