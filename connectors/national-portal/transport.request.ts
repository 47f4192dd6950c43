import type { PortalConfig } from './config.ts';
import { fillBody, fillRecord, fillUrl, type Values } from './profile.template.ts';
import type { ProfileRequest } from './profile.ts';
import type { Sent } from './transport.http.ts';

const FIXED = { Accept: 'application/json', Charset: 'utf-8' };

/** What of a request its profile does not say. */
export interface Filling {
  values: Values;
  headers: Record<string, string>;
  form?: boolean;
}

/** A request as the profile forms it. */
export function requestOf(
  { url, profile }: PortalConfig,
  request: ProfileRequest,
  { values, headers, form = false }: Filling,
): Omit<Sent, 'timeoutMs'> {
  const body = request.body === undefined || request.method === 'GET' ? undefined : bodyOf(fillBody(request.body, values), form);
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    method: request.method,
    url: fillUrl(url, request.path, { query: profile.query, values }),
    headers: {
      ...FIXED,
      ...(body === undefined ? {} : { 'Content-Type': type }),
      ...fillRecord({ ...profile.headers, ...headers }, values),
    },
    body,
  };
}

function bodyOf(body: unknown, form: boolean): string {
  return form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
}
