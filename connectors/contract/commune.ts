import type { ConnectorManifest } from './manifest.ts';

/** Where a commune's one-stop system takes what the hub learned first. */
export interface CommuneReceiver {
  url: string;
  /** `whsec_` and base64 of 24 … 64 bytes, newest first: while a secret is being replaced, a message carries a signature by each. */
  secrets: readonly string[];
}

/** One change, as it goes out. */
export interface CommuneMessage {
  /** The delivery's id: the outcome carries it back. */
  id: string;
  /** The change's own id, the same however often it is sent: a receiver that knows it has nothing to do. */
  messageId: string;
  /** Code of the dossier. */
  subject: string;
  /** What happened, e.g. `dossier.changed`. */
  type: string;
  /** JSON. */
  body: string;
}

/** What became of a message. A reason is the far side's text with personal data masked. */
export type CommuneOutcome =
  | { id: string; kind: 'delivered' }
  /**
   * Try again later; `unreachable` when the system as a whole is away; `retryAfterMs`: not sooner, because the system says so. A message
   * that arrived twice is told by its id.
   */
  | { id: string; kind: 'retry'; code: string; reason: string; unreachable: boolean; retryAfterMs?: number }
  /** It refuses this message and will again: a person must act. */
  | { id: string; kind: 'refused'; code: string; reason: string }
  /** It wants nothing more at this address (HTTP 410). */
  | { id: string; kind: 'gone'; code: string; reason: string };

/** Why an address is not delivered to. */
export type AddressProblem = 'NOT_AN_ADDRESS' | 'NOT_ENCRYPTED' | 'PRIVATE_ADDRESS';

/** Commune systems as the hub uses them: one way for all of them, each with an address and secrets of its own. */
export interface CommunePort {
  /** Delivers messages of different dossiers side by side. Never throws for the far side's fault. */
  deliver(receiver: CommuneReceiver, messages: readonly CommuneMessage[]): Promise<CommuneOutcome[]>;
  /** Why nothing is ever delivered to that address; undefined: it may be. A name that can't be resolved now is judged when it is used. */
  problemOf(url: string): Promise<AddressProblem | undefined>;
  /** The most messages that one `deliver` takes. */
  batchSize: number;
}

export type CommuneManifest<Config> = ConnectorManifest<Config, CommunePort>;

/** Gives the manifest of commune systems its type. */
export function defineCommuneConnector<Config>(manifest: CommuneManifest<Config>): CommuneManifest<Config> {
  return manifest;
}
