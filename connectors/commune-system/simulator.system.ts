import { isGenuine } from './wire.sign.ts';

type Json = Record<string, unknown>;

/** A change as the hub tells it, by either way. */
interface Change {
  cursor: string;
  kind: string;
  dossierCode: string;
  payload: Json;
}

/** A webhook that came in, whatever was made of it. */
export interface Received {
  id: string;
  kind: string;
  dossierCode: string;
  cursor: string;
  /** Signed by a secret that this system holds, and not long ago. */
  genuine: boolean;
  /** It had come before. */
  repeated: boolean;
  /** What was answered. */
  status: number;
}

/** How the next webhooks are answered instead of being taken: so many of them, and of one dossier alone where it is named. */
export interface Fault {
  kind: 'status' | 'silent' | 'redirect';
  /** Of `status`. */
  status?: number;
  /** Of `status`: the header Retry-After that goes with it. */
  retryAfter?: string;
  times: number;
  dossierCode?: string;
}

/** What this system was told of itself and of the hub. */
export interface Settings {
  source: string;
  secret: string;
  /** Where the graph is, and a SYSTEM token of this source. */
  hubUrl: string;
  token: string;
}

const INGEST = `mutation ($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) { results { code outcome userErrors { code message field } } }
}`;
const POLL = `query ($source: String!, $after: String, $first: Int) {
  sourceChanges(source: $source, after: $after, first: $first) { cursor at kind dossierCode payload }
}`;
const PAGE = 100;

/** A commune's one-stop system: it keeps dossiers, takes what the hub learned first into them and sends its own versions. */
export class SimulatedCommune {
  settings: Settings = { source: 'one-stop', secret: '', hubUrl: '', token: '' };
  faults: Fault[] = [];
  /** What the last webhook is answered as its Retry-After; undefined: nothing. */
  retryAfter: string | undefined;
  received: Received[] = [];
  /** As this system would send them, by code. */
  readonly dossiers = new Map<string, Json>();
  /** Codes of dossiers of which the hub has not had the latest version. */
  readonly unsent = new Set<string>();
  cursor: string | null = null;
  #steps = 0;
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  reset(): void {
    this.faults = [];
    this.received = [];
    this.dossiers.clear();
    this.unsent.clear();
    this.cursor = null;
  }

  /** Takes a webhook; the status that is answered, `silent` where nothing is. */
  receive(headers: Record<string, string | undefined>, body: string): number | 'silent' {
    const change = readMessage(body);
    const id = headers['webhook-id'] ?? '';
    const genuine = this.settings.secret !== '' && isGenuine(this.settings.secret, headers, { body, now: this.#now() });
    const fault = this.#nextFault(change?.dossierCode ?? '');
    this.retryAfter = fault?.retryAfter;
    const repeated = this.received.some((each) => each.id === id && each.status < 300);
    const status = fault === undefined ? statusOf(genuine, change) : faultStatus(fault);
    const { kind = '', dossierCode = '', cursor = '' } = change ?? {};
    this.received.push({ id, kind, dossierCode, cursor, genuine, repeated, status: status === 'silent' ? 0 : status });
    if (status === 204 && !repeated && change !== undefined) this.#take(change);
    return status;
  }

  /** Asks the hub for what it learned, page by page, until there is no more. Returns the changes. */
  async poll(): Promise<Change[]> {
    const all: Change[] = [];
    for (;;) {
      const variables = { source: this.settings.source, after: this.cursor, first: PAGE };
      const { sourceChanges } = await this.#ask<{ sourceChanges: Change[] }>(POLL, variables);
      for (const change of sourceChanges) {
        this.#take(change);
        this.cursor = change.cursor;
      }
      all.push(...sourceChanges);
      if (sourceChanges.length < PAGE) return all;
    }
  }

  /** Sends the hub every dossier that changed here, whoever changed it first. Returns what became of each. */
  async feed(): Promise<unknown> {
    const input = [...this.unsent].map((code) => ({ ...this.dossiers.get(code), sourceSystem: this.settings.source }));
    this.unsent.clear();
    const { ingestDossiers } = await this.#ask<{ ingestDossiers: { results: unknown } }>(INGEST, { input });
    return ingestDossiers.results;
  }

  /** An officer of this system changed a dossier, or keyed a new one. */
  put(code: string, dossier: Json): void {
    this.dossiers.set(code, { sourceVersion: 1, ...this.dossiers.get(code), ...dossier, code });
    this.unsent.add(code);
  }

  #nextFault(dossierCode: string): Fault | undefined {
    const fault = this.faults.find((each) => each.times > 0 && (each.dossierCode === undefined || each.dossierCode === dossierCode));
    if (fault !== undefined) fault.times -= 1;
    return fault;
  }

  /** Takes a change over: the hub's dossier in place of its own, new steps under keys of its own, one version more. */
  #take({ kind, dossierCode, payload }: Change): void {
    const told = payload['dossier'] as Json | undefined;
    if (kind !== 'dossier.changed' || told === undefined) return;
    const own = this.dossiers.get(dossierCode);
    const steps = ((payload['steps'] as Json[] | undefined) ?? []).map((step) => {
      this.#steps += 1;
      return { ...step, key: `cs-${this.#steps}` };
    });
    this.dossiers.set(dossierCode, {
      ...own,
      ...told,
      applicant: own?.['applicant'] ?? told['applicant'],
      code: dossierCode,
      sourceVersion: Number(own?.['sourceVersion'] ?? 0) + 1,
      steps: [...((own?.['steps'] as Json[] | undefined) ?? []), ...steps],
    });
    this.unsent.add(dossierCode);
  }

  async #ask<T>(query: string, variables: Json): Promise<T> {
    const { hubUrl, token } = this.settings;
    const response = await fetch(hubUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: T | null; errors?: { message: string }[] };
    if (data == null || errors !== undefined) throw new Error(`the hub refuses: ${JSON.stringify(errors)}`);
    return data;
  }
}

function readMessage(body: string): Change | undefined {
  try {
    const { type, data } = JSON.parse(body) as { type?: string; data?: Omit<Change, 'kind'> };
    return type === undefined || data === undefined ? undefined : { ...data, kind: type };
  } catch {
    return undefined;
  }
}

function statusOf(genuine: boolean, change: Change | undefined): number {
  if (!genuine) return 401;
  return change === undefined ? 400 : 204;
}

function faultStatus({ kind, status }: Fault): number | 'silent' {
  if (kind === 'silent') return 'silent';
  return kind === 'redirect' ? 307 : (status ?? 500);
}
