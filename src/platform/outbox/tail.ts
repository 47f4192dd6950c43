import { mapStream } from '../graphql/map-stream.ts';
import type { Platform } from '../platform.ts';

/** How often the outbox is looked at while anybody listens: what a person takes for at once. */
const LOOK_MS = 250;
/** After the database did not answer. */
const REST_MS = 2_000;
const PAGE = 2_000;
/** The most that waits for one slow listener; what is older is dropped, and the client reads again when it comes back. */
const MOST_WAITING = 10_000;

type Hub = Pick<Platform, 'db' | 'log'>;

/** One event as a listener learns of it: enough to read what changed. */
export interface TailEvent {
  kind: string;
  /** Row key of the dossier or payment. */
  subjectId: string;
  data: Record<string, unknown>;
  receivingUnit: string | null;
  handlingUnit: string | null;
  /** Both units and all units above them. */
  scope: string[];
  citizenIndex: Buffer | null;
}

interface Listener {
  kinds: ReadonlySet<string>;
  take(event: TailEvent): void;
}

interface Position {
  tx: string;
  id: number;
}

/**
 * The end of the outbox as this process sees it: whatever process wrote an event, everybody who listens learns of it. One reader
 * serves all listeners of a process, and none reads while nobody listens. Events come in commit-safe order and at most once.
 */
class Tail {
  readonly #hub: Hub;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;
  #at: Position | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  /** Begins with what commits from now on; resolves once that is so. */
  async add(listener: Listener): Promise<() => void> {
    const end = await this.#end();
    this.#at ??= end;
    this.#listeners.add(listener);
    this.#plan(LOOK_MS);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#at = undefined;
    };
  }

  async #end(): Promise<Position> {
    return { tx: await this.#horizon(), id: 0 };
  }

  async #horizon(): Promise<string> {
    const [now] = await this.#hub.db.query<{ tx: string }>('SELECT outbox.horizon()::text AS tx');
    return now?.tx ?? '0';
  }

  #plan(waitMs: number): void {
    this.#timer ??= setTimeout(() => void this.#look(), waitMs).unref();
  }

  async #look(): Promise<void> {
    let waitMs = LOOK_MS;
    try {
      if ((await this.#read()) === PAGE) waitMs = 0;
    } catch (error) {
      this.#hub.log.warn({ error: error instanceof Error ? error.name : typeof error }, 'the outbox can not be followed');
      waitMs = REST_MS;
    }
    this.#timer = undefined;
    if (this.#listeners.size > 0) this.#plan(waitMs);
  }

  async #read(): Promise<number> {
    const from = this.#at;
    if (from === undefined) return 0;
    const horizon = await this.#horizon();
    const rows = await this.#hub.db.query<TailEvent & Position>(
      `SELECT tx::text, id, kind, subject_id AS "subjectId", data, receiving_unit AS "receivingUnit", handling_unit AS "handlingUnit", scope,
              citizen_index AS "citizenIndex"
       FROM outbox.event
       WHERE (tx, id) > ($1::xid8, $2::bigint) AND tx < $3::xid8 ORDER BY event.tx, event.id LIMIT ${PAGE}`,
      [from.tx, from.id, horizon],
    );
    const last = rows.at(-1);
    // Nobody may have listened any more while the database answered.
    if (last === undefined || this.#at === undefined) return 0;
    this.#at = { tx: last.tx, id: last.id };
    for (const event of rows) for (const listener of this.#listeners) if (listener.kinds.has(event.kind)) listener.take(event);
    return rows.length;
  }
}

const tails = new WeakMap<Hub['db'], Tail>();

function tailOf(hub: Hub): Tail {
  const known = tails.get(hub.db) ?? new Tail(hub);
  tails.set(hub.db, known);
  return known;
}

/** What a listener wants to know. */
export interface Wanted<T> {
  kinds: readonly string[];
  /** The key of an event; undefined: the listener may not see it or does not care. */
  keyOf(event: TailEvent): string | undefined;
  /** What is told of a key, as it is by now; undefined: nothing. */
  read(key: string): Promise<T | undefined>;
}

/**
 * What changes from now on, as a stream for one listener. A key that waits already is not queued again: what is read is its latest
 * state anyway. Leaving the stream ends it at once, also while it waits.
 */
export async function followChanges<T>(hub: Hub, wanted: Wanted<T>): Promise<AsyncGenerator<T>> {
  const waiting = new Waiting();
  const leave = await tailOf(hub).add({
    kinds: new Set(wanted.kinds),
    take(event) {
      const key = wanted.keyOf(event);
      if (key !== undefined) waiting.add(key);
    },
  });
  async function* changes(): AsyncGenerator<T> {
    for (let key = await waiting.next(); key !== undefined; key = await waiting.next()) {
      const value = await wanted.read(key);
      if (value !== undefined) yield value;
    }
  }
  return mapStream(
    changes(),
    (value) => value,
    () => {
      leave();
      waiting.end();
    },
  );
}

/** Keys that wait for a listener, each once, in the order in which they came. */
class Waiting {
  readonly #keys = new Set<string>();
  #wake: (() => void) | undefined;
  #ended = false;

  add(key: string): void {
    this.#keys.add(key);
    if (this.#keys.size > MOST_WAITING) this.#keys.delete(this.#keys.values().next().value as string);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** The next key, once there is one; undefined when the listener has left. */
  async next(): Promise<string | undefined> {
    while (!this.#ended && this.#keys.size === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const [key] = this.#keys;
    if (this.#ended || key === undefined) return undefined;
    this.#keys.delete(key);
    return key;
  }
}
