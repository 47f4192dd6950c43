import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a changing request comes from the console's own page. In the sandbox it acts with a lent
 * operator's rights, so another site's page must not be able to send it. Browsers say whose page it is;
 * Sec-Fetch-Site only over HTTPS or to this machine, Origin with every POST. Who says neither is refused.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = headers;
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}
