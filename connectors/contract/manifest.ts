import type { ZodType } from 'zod';

/** The kinds of outside system; the same names as the graph's `ConnectorKind`. */
export type ConnectorKind = 'NATIONAL_PORTAL' | 'PAYMENT' | 'IDENTITY' | 'COMMUNE' | 'REPORTING' | 'RECEIPT';

/** Logs one line. `fields` must hold no personal data: codes, counts and milliseconds only. */
export type Log = (level: 'debug' | 'info' | 'warn' | 'error', message: string, fields?: Record<string, unknown>) => void;

/**
 * A small store that every process of the hub shares, for what a connector keeps between calls
 * (a session of the portal, so that many workers log in once).
 */
export interface SharedStore {
  get(key: string): Promise<string | undefined>;
  /** Keeps `value` for `ttlMs` milliseconds. Values are encrypted at rest. */
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Runs `work` while no other process runs anything under the same key. */
  exclusively<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** One call to the outside system as operators may read it: personal data masked, of no more than a few thousand characters. */
export interface Exchange {
  service: string;
  at: Date;
  /** How long it took, in milliseconds. */
  ms: number;
  /** What was sent, by the code of the subject that a part of it speaks of. */
  sent: ReadonlyMap<string, string>;
  /** What came back, or why nothing did. */
  received: string;
}

/** What the hub lends a connector. Nothing here tells whether the far side is a simulator. */
export interface ConnectorTools {
  now(): Date;
  log: Log;
  store: SharedStore;
  fetch: typeof globalThis.fetch;
  /** Takes down a call; absent where nobody wants to know. */
  exchange?(exchange: Exchange): void;
}

/** A running simulator: an HTTP server of its own that plays the outside system, faults included. */
export interface RunningSimulator {
  /** Base URL, e.g. `http://127.0.0.1:4101`. */
  url: string;
  /** The environment variables that make the connector talk to it. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * Starts a simulator. `port` 0 takes any free one; `hubUrl` is where it sends notices; in the folder `stateDir` it
 * may keep what must outlive its process (without it, it begins anew each time).
 */
export type StartSimulator = (options: {
  port?: number;
  host?: string;
  hubUrl?: string;
  now?: () => Date;
  stateDir?: string;
}) => Promise<RunningSimulator>;

/** A dossier that the outside system was told of before this installation began. `status` is the national code 1 … 10. */
export interface KnownDossier {
  code: string;
  nationalCode: string | null;
  status: number;
}

/** A movement of money that the outside system carried before this installation began; whole đồng, real instants. */
export interface KnownPayment {
  /** The graph's `PaymentProvider`: a simulator takes its own alone. */
  provider: string;
  type: 'PAY' | 'REFUND';
  reference: string;
  providerTransactionId: string | null;
  /** Of a refund: the payment that it gives back. */
  originalTransactionId: string | null;
  amount: number;
  status: 'SUCCESS' | 'FAILED' | 'PENDING';
  createdAt: Date;
  /** When it was carried out, or came to nothing. */
  at: Date;
}

/** What the world outside already holds when a sample begins in the middle of life. */
export interface KnownWorld {
  dossiers: Iterable<KnownDossier>;
  payments: Iterable<KnownPayment>;
}

/** Writes into a simulator's `stateDir` what it will know from its next start on, whole or not at all, instead of all it knew. */
export type RememberWorld = (stateDir: string, world: Partial<KnownWorld>) => Promise<void>;

/**
 * One outside system. A folder of `connectors/` exports it as the default of its `manifest.ts`.
 * What a connector cannot do is an absent function, never one that throws.
 */
export interface ConnectorManifest<Config, Port> {
  /** The graph's `Connector.id`, equal to the folder's name. */
  id: string;
  kind: ConnectorKind;
  title: { vi: string; en: string };
  /** Reads and checks the connector's variables out of the environment. */
  config: ZodType<Config, Record<string, string | undefined>>;
  /** Settings that only ever belong to a simulator or a public test account: production refuses them. */
  sandboxOnly?(config: Config): string[];
  create(config: Config, tools: ConnectorTools): Port;
  simulator?: { defaultPort: number; start: StartSimulator; remember?: RememberWorld };
}
