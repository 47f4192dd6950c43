import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { PortalOutcome, PortalPort, PortalTask } from '../../connectors/contract/portal.ts';
import manifest from '../../connectors/national-portal/manifest.ts';
import { memoryStore, testTools } from '../contract/portal.ts';

/** The connector against its simulator over HTTP, with what a fault test needs of both. */
export interface PortalRig {
  port: PortalPort;
  /** Another port on the same shared store, as another process would have one. */
  another(environment?: Record<string, string>): PortalPort;
  /** Plays a fault; `kind` and its options as the simulator's API takes them. */
  fault(fault: Record<string, unknown>): Promise<void>;
  modes(modes: Record<string, unknown>): Promise<void>;
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  counters(): Promise<Record<string, unknown> & { calls: Record<string, number> }>;
  dossier(code: string): Promise<Record<string, unknown> | undefined>;
  /** Delivers again and again, as the hub's jobs would, until every task has a final outcome. Time passes by `stepMs` between the rounds. */
  deliverAll(tasks: PortalTask[], stepMs?: number): Promise<{ outcomes: PortalOutcome[]; rounds: PortalOutcome[][] }>;
  pass(ms: number): void;
  logged: string[];
  stop(): Promise<void>;
}

/** Starts one, by another way to the portal where `way` gives its settings. The connector's clock is the rig's own: a settle time passes when a test says so. */
export async function portalRig(
  environment: Record<string, string> = {},
  way: (url: string) => Record<string, string> = () => ({}),
): Promise<PortalRig> {
  if (manifest.simulator === undefined) throw new Error('the national portal has no simulator');
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const simulator: RunningSimulator = await manifest.simulator.start({ port: 0, now });
  const logged: string[] = [];
  const store = memoryStore(() => now().getTime());
  const settings = { ...simulator.environment, NATIONAL_PORTAL_TIMEOUT_MS: '1000', ...way(simulator.url), ...environment };
  const another = (more: Record<string, string> = {}) =>
    manifest.create(manifest.config.parse({ ...settings, ...more }), testTools({ now, store, logged }));
  const port = another();
  // A process's first request is slow; on a busy machine slower than the time-out that the tests want.
  await manifest
    .create(manifest.config.parse({ ...settings, NATIONAL_PORTAL_TIMEOUT_MS: '20000' }), testTools({ now }))
    .lookUp('H12.1-250701-0000');
  await admin('POST', 'reset');

  async function admin(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 404) return undefined;
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }

  return {
    port,
    another,
    admin,
    logged,
    pass(ms) {
      ahead += ms;
    },
    fault: async (fault) => void (await admin('POST', 'faults', fault)),
    modes: async (modes) => void (await admin('PUT', 'modes', modes)),
    counters: async () => ((await admin('GET', 'state')) as { counters: Awaited<ReturnType<PortalRig['counters']>> }).counters,
    dossier: async (code) => (await admin('GET', `dossiers/${encodeURIComponent(code)}`)) as Record<string, unknown> | undefined,
    async deliverAll(tasks, stepMs = 5_000) {
      const rounds: PortalOutcome[][] = [];
      const final = new Map<string, PortalOutcome>();
      let open = tasks;
      while (open.length > 0 && rounds.length < 60) {
        const outcomes = await port.deliver(open);
        rounds.push(outcomes);
        ahead += stepMs;
        open = open.flatMap((task) => {
          const outcome = outcomes.find(({ id }) => id === task.id);
          if (outcome?.kind !== 'retry') return [];
          return [{ ...task, look: outcome.look }];
        });
        for (const outcome of outcomes) if (outcome.kind !== 'retry') final.set(outcome.id, outcome);
      }
      return { outcomes: [...final.values()], rounds };
    },
    stop: () => simulator.stop(),
  };
}
