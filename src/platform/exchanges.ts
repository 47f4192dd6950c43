import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange } from '../../connectors/contract/manifest.ts';

const current = new AsyncLocalStorage<Exchange[]>();

/** Takes down a call that a connector made, where the one that called the connector collects them; else it is forgotten. */
export function noteExchange(exchange: Exchange): void {
  current.getStore()?.push(exchange);
}

/** Runs `work` and returns its result with the calls that connectors made in it. */
export async function collectExchanges<T>(work: () => Promise<T>): Promise<{ result: T; exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const result = await current.run(exchanges, work);
  return { result, exchanges };
}
