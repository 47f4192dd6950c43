import { UpstreamError } from './errors.ts';
import type { ConnectorTools } from './manifest.ts';
import type { MerchantAccount } from './payment.ts';

/**
 * Fetches a day's settlement file. Providers deliver it by e-mail or S-FTP with columns agreed by contract; `base` names a server that
 * offers it: `<base>/<merchant>/<YYYY-MM-DD>`. Null: there is none yet.
 */
export async function fetchStatement(
  { base, timeoutMs, fetch }: { base: string; timeoutMs: number; fetch: ConnectorTools['fetch'] },
  merchant: MerchantAccount,
  businessDate: string,
): Promise<ReadableStream<Uint8Array> | null> {
  const opening = new AbortController();
  // Bounds the wait for the answer alone: a large file may take its time.
  const timer = setTimeout(() => opening.abort(), timeoutMs);
  try {
    const response = await fetch(`${base}/${encodeURIComponent(merchant.code)}/${businessDate}`, {
      signal: opening.signal,
      redirect: 'error',
    });
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (response.ok && response.body !== null) return response.body;
    await response.body?.cancel();
    throw new UpstreamError(`the statement server answered HTTP ${response.status}`, { ...AWAY, code: `HTTP_${response.status}` });
  } catch (cause) {
    if (cause instanceof UpstreamError) throw cause;
    throw new UpstreamError('the statement server could not be reached', { ...AWAY, unreachable: true }, { cause });
  } finally {
    clearTimeout(timer);
  }
}

const AWAY = { code: 'UNREACHABLE', retry: true, outcomeUnknown: false, unreachable: false };
