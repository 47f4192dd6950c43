import { setTimeout as wait } from 'node:timers/promises';
import { Resolver, Root, Subscription } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { mapStream } from '../../platform/graphql/map-stream.ts';
import { keptFor } from '../../platform/kept.ts';
import type { Platform } from '../../platform/platform.ts';
import { kindOf, readHealth } from './connector.service.ts';
import { Connector } from './connector.type.ts';
import { requireRole, WATCHERS } from './synchronization.access.ts';

const LOOK_MS = 1_000;
/** One reading serves all listeners of a process. */
const healths = keptFor(LOOK_MS / 2, readHealth);

/** Ids of connectors, each whenever what it shows is not what it was a moment ago. */
async function follow({ viewer, hub }: HubContext): Promise<AsyncGenerator<Connector>> {
  requireRole(viewer, WATCHERS);
  const leaving = new AbortController();
  return mapStream(
    changes(hub, await statesOf(hub), leaving.signal),
    (id) => ({ id, kind: kindOf(hub, id) }),
    () => leaving.abort(),
  );
}

async function* changes(hub: Platform, first: Map<string, string>, signal: AbortSignal): AsyncGenerator<string> {
  let before = first;
  while (!signal.aborted) {
    await wait(LOOK_MS, undefined, { ref: false });
    const now = await statesOf(hub, before);
    for (const [id, state] of now) if (before.get(id) !== state) yield id;
    before = now;
  }
}

/** What each connector shows. Where the database does not answer, nothing is known to have changed. */
async function statesOf(hub: Platform, before = new Map<string, string>()): Promise<Map<string, string>> {
  try {
    return new Map([...(await healths.of(hub))].map(([id, health]) => [id, JSON.stringify(health)]));
  } catch (error) {
    hub.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the connectors can not be followed');
    return before;
  }
}

@Resolver()
export class ConnectorSubscription {
  @Subscription(() => Connector, {
    description: 'A connector whose state, counts or last error changed (kết nối thay đổi): as it is by then, at most once.',
    subscribe: ({ context }: { context: HubContext }) => follow(context),
  })
  connectorChanged(@Root() connector: Connector): Connector {
    return connector;
  }
}
