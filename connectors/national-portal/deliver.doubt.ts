import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalOutcome } from '../contract/portal.ts';
import type { WireTask } from './deliver.task.ts';

const KEPT_MS = 7 * 86_400_000;

interface Doubt {
  /** When the attempt without an answer was made or, where nobody could note that, first heard of. */
  at: number;
  /** Look-ups since then that said no. */
  denials: number;
}

/**
 * Remembers since when a delivery is in doubt. A look-up proves nothing while the first attempt may still
 * be on its way, so one is made only when the settle time has passed; that a process died with a call under
 * way shows only at the next attempt, and the time counts from there.
 */
export interface Doubts {
  note(tasks: readonly WireTask[]): Promise<void>;
  /** Undefined: settled, look now. Else the outcome to give until then. */
  pending(task: WireTask): Promise<PortalOutcome | undefined>;
  /** Counts a look-up that said no and starts the settle time anew; gives how many there were. */
  denied(task: WireTask): Promise<number>;
  /** The outcome of a task whose doubt must settle (again) first. */
  settling(task: WireTask): PortalOutcome;
}

/** Doubts are kept in the shared store, by delivery, so that another process that takes the delivery over knows of them. */
export function createDoubts(settleMs: number, tools: ConnectorTools): Doubts {
  const read = async (task: WireTask): Promise<Doubt | undefined> => {
    const text = await tools.store.get(keyOf(task));
    return text === undefined ? undefined : (JSON.parse(text) as Doubt);
  };
  const write = (task: WireTask, doubt: Doubt) => tools.store.set(keyOf(task), JSON.stringify(doubt), KEPT_MS);
  const settling = (task: WireTask): PortalOutcome => ({
    id: task.id,
    kind: 'retry',
    code: 'SETTLING',
    reason: `an earlier attempt got no answer and may still be carried out; it is looked up ${settleMs} ms after it`,
    look: true,
    unreachable: false,
  });
  return {
    settling,
    async note(tasks) {
      const doubt = { at: tools.now().getTime(), denials: 0 };
      await Promise.all(tasks.map((task) => write(task, doubt)));
    },
    async pending(task) {
      if (settleMs === 0) return undefined;
      const doubt = await read(task);
      if (doubt === undefined) await write(task, { at: tools.now().getTime(), denials: 0 });
      return doubt !== undefined && tools.now().getTime() - doubt.at >= settleMs ? undefined : settling(task);
    },
    async denied(task) {
      const denials = ((await read(task))?.denials ?? 0) + 1;
      await write(task, { at: tools.now().getTime(), denials });
      return denials;
    },
  };
}

function keyOf(task: WireTask): string {
  return `national-portal:doubt:${task.id}`;
}
