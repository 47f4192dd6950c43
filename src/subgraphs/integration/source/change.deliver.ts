import type { CommuneMessage, CommuneOutcome, CommunePort } from '../../../../connectors/contract/commune.ts';
import type { PortalOutcome } from '../../../../connectors/contract/portal.ts';
import { collectExchanges } from '../../../platform/exchanges.ts';
import { newUuid } from '../../../platform/ids.ts';
import { openPersonal } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { toLocalIso } from '../../../platform/time.ts';
import { type ClaimedDelivery, claim, holding } from '../delivery.claim.ts';
import { takeIn } from '../delivery.intake.ts';
import { settle } from '../delivery.settle.ts';
import { keepExchanges } from '../exchange.store.ts';
import { rest } from '../rate.rest.ts';
import { recordSettingChange } from '../setting-change.ts';
import type { DeliveryContent } from './change.append.ts';
import { type ChangeRow, cursorOf, payloadOf } from './change.row.ts';
import { communePort } from './source.connector.ts';
import { readReceiver } from './source.registry.ts';

/** Calls to one system that are under way at the same time; each holds other dossiers. */
const LANES = 2;

interface Lane {
  connector: string;
  source: string;
  port: CommunePort;
  signal: AbortSignal;
}

/** Delivers what waits for one source until nothing more can go now. What waits for a disabled one, or one that polls, goes on waiting. */
export async function deliverToSource(
  hub: Platform,
  { connector, source }: Pick<Lane, 'connector' | 'source'>,
  signal: AbortSignal,
): Promise<void> {
  const port = communePort(hub);
  if (port === undefined) return takeIn(hub, signal);
  const lane = () => deliverAll(hub, { connector, source, port, signal });
  // A trial is one lane's; what comes of it is all lanes' again.
  let ends: ('done' | 'tried')[];
  do ends = await Promise.all(Array.from({ length: LANES }, lane));
  while (ends.includes('tried') && !signal.aborted);
}

async function deliverAll(hub: Platform, { connector, source, port, signal }: Lane): Promise<'done' | 'tried'> {
  while (!signal.aborted) {
    await takeIn(hub, signal);
    const receiver = await readReceiver(hub, source);
    if (receiver === undefined) return 'done';
    const owner = newUuid();
    const { deliveries, trial, againMs } = await claim(hub, connector, { owner, limit: port.batchSize });
    if (againMs !== undefined) await rest(againMs, signal);
    else if (deliveries.length === 0) return 'done';
    if (deliveries.length === 0) continue;
    const made = await messagesOf(hub, deliveries);
    const messages = made.filter(isMessage);
    const { result: outcomes, exchanges } = await collectExchanges(() =>
      holding(hub, owner, () => send(hub, { port, receiver }, messages)),
    );
    const results = deliveries.map((delivery, at) => {
      const message = made[at];
      const unsent = message !== undefined && !isMessage(message) ? message : undefined;
      const outcome =
        unsent ??
        outcomeOf(
          outcomes.find(({ id }) => id === delivery.key),
          delivery.key,
        );
      return { delivery, outcome, sent: unsent === undefined };
    });
    if (outcomes.some(({ kind }) => kind === 'gone')) await disable(hub, source, receiver.url);
    await settle(hub, { connector, owner, fullCall: port.batchSize }, results);
    await keepExchanges(hub, { deliveries, tasks: messages, calls: exchanges });
    if (trial) return 'tried';
  }
  return 'done';
}

type Unsent = Extract<PortalOutcome, { kind: 'refused' }>;
type Made = CommuneMessage | Unsent;

function isMessage(made: Made): made is CommuneMessage {
  return 'body' in made;
}

/** What goes out for each delivery, or why that can't be said. */
async function messagesOf({ db, cipher }: Platform, deliveries: readonly ClaimedDelivery[]): Promise<Made[]> {
  const keys = deliveries.map(({ sealed }) => changeKey(cipher, sealed));
  const rows = await db.query<ChangeRow>('SELECT * FROM integration.source_change WHERE key = ANY($1::uuid[])', [
    keys.filter((key) => key !== undefined),
  ]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return deliveries.map(({ key: id }, at) => {
    const row = byKey.get(keys[at] ?? '');
    const body = row === undefined ? undefined : bodyOf(cipher, row);
    if (row !== undefined && body !== undefined)
      return { id, messageId: `msg_${row.key}`, subject: row.dossier_code, type: row.kind, body };
    return { id, kind: 'refused', code: 'CONTENT_UNREADABLE', reason: 'PII_KEY: no held key opens the content of this delivery' };
  });
}

function changeKey(cipher: Platform['cipher'], sealed: Buffer | null): string | undefined {
  try {
    return openPersonal<DeliveryContent>(cipher, sealed)?.change;
  } catch {
    // Whatever the cipher says of a value may hold part of it.
    return undefined;
  }
}

/** The message as a system gets it: the same parts as an item of `sourceChanges`. */
function bodyOf(cipher: Platform['cipher'], row: ChangeRow): string | undefined {
  try {
    const data = { source: row.source, cursor: cursorOf(row), dossierCode: row.dossier_code, payload: payloadOf(cipher, row) };
    return JSON.stringify({ type: row.kind, timestamp: toLocalIso(row.at), data });
  } catch {
    return undefined;
  }
}

async function send(
  hub: Platform,
  { port, receiver }: { port: CommunePort; receiver: Parameters<CommunePort['deliver']>[0] },
  messages: readonly CommuneMessage[],
): Promise<CommuneOutcome[]> {
  if (messages.length === 0) return [];
  try {
    return await port.deliver(receiver, messages);
  } catch (error) {
    // A connector promises not to throw. What it threw may hold a dossier, so only its name is kept.
    const reason = error instanceof Error ? error.name : typeof error;
    hub.log.error({ reason, messages: messages.length }, 'a connector failed in a delivery');
    return [];
  }
}

function outcomeOf(outcome: CommuneOutcome | undefined, id: string): PortalOutcome {
  // A message that arrived twice is told by its id: it may be sent again without looking.
  if (outcome === undefined)
    return { id, kind: 'retry', code: 'CONNECTOR_FAULT', reason: 'no outcome was given', look: false, unreachable: false };
  if (outcome.kind === 'retry') return { ...outcome, look: false };
  return outcome.kind === 'gone' ? { ...outcome, kind: 'refused' } : outcome;
}

/** The system wants nothing more at this address. An administrator who has named another one meanwhile is right. */
async function disable({ db, clock, log }: Platform, source: string, url: string): Promise<void> {
  const actor = 'hub';
  await db.transaction(async (sql) => {
    const [row] = await sql.query(
      `UPDATE integration.source SET active = false, changed_at = $3, changed_by = $4 WHERE name = $1 AND url = $2 AND active RETURNING name`,
      [source, url, clock.now(), actor],
    );
    if (row === undefined) return;
    const change = { at: clock.now(), actor, setting: 'source.active', target: source };
    await recordSettingChange(sql, { ...change, from: true, to: false });
    log.warn({ source }, 'a commune system wants nothing more at its address: it is disabled');
  });
}
