import DataLoader from 'dataloader';
import type { Viewer } from '../auth/viewer.ts';
import { forbidden, unauthenticated } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Platform } from '../platform.ts';
import type { Peers } from './peers.type.ts';

/** What every resolver of every subgraph is given; one for each request. */
export interface HubContext {
  hub: Platform;
  viewer: Viewer;
  language: Language;
  peers: Peers;
  /** Another subgraph of the hub asks, in the viewer's name. False where it is not proven. */
  fromPeer: boolean;
  /** The loader of that name, made once for this request. */
  loader<Key, Value>(name: string, batch: (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>): DataLoader<Key, Value, string>;
  /** A value computed once for this request. */
  once<T>(name: string, compute: () => T): T;
}

/** What arrives with a request, in either form. */
export interface RequestHead {
  authorization?: string | undefined;
  acceptLanguage?: string | undefined;
}

export function createContext(parts: Pick<HubContext, 'hub' | 'viewer' | 'language' | 'peers'> & { fromPeer?: boolean }): HubContext {
  const kept = new Map<string, unknown>();
  const once = <T>(name: string, compute: () => T): T => {
    if (!kept.has(name)) kept.set(name, compute());
    return kept.get(name) as T;
  };
  return {
    ...parts,
    fromPeer: parts.fromPeer === true,
    once,
    loader: (name, batch) =>
      once(`loader ${name}`, () => new DataLoader(batch, { cacheKeyFn: (key) => (typeof key === 'string' ? key : JSON.stringify(key)) })),
  };
}

/** For what subgraphs do for each other: no client may ask for it, whatever its role. Throws UNAUTHENTICATED or FORBIDDEN. */
export function requirePeer({ viewer, fromPeer }: Pick<HubContext, 'viewer' | 'fromPeer'>): void {
  if (viewer.token === undefined) throw unauthenticated();
  if (!fromPeer) throw forbidden();
}

/**
 * For what jobs of the hub ask in nobody's name, when no token is at hand. Throws UNAUTHENTICATED where it is not proven that the hub
 * asks, FORBIDDEN where somebody's token comes with it.
 */
export function requireHub({ viewer, fromPeer }: Pick<HubContext, 'viewer' | 'fromPeer'>): void {
  if (viewer.token !== undefined) throw forbidden();
  if (!fromPeer) throw unauthenticated();
}
