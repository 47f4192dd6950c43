import { z } from 'zod';
import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { ReceiptPort, WrittenReceipt } from '../../../../connectors/contract/receipt.ts';
import { isPaused } from '../../../platform/connector-report.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { callConnector } from '../gateway.service.ts';
import { beginOrder, claimOrders, concludeOrder, failOrder, postponeOrders } from './receipt-order.books.ts';
import { contentOf } from './receipt-order.content.ts';
import type { ReceiptOrderRow } from './receipt-order.row.ts';
import { receiptProviders } from './receipt-order.service.ts';

const EVERY_MS = 10_000;
/** How many calls are under way at once: a slow provider still gets through its orders. */
const LANES = 4;

/** What a look at the provider came to. ABSENT: it may be sent, now for sure not for the second time. */
type Look = { kind: 'DONE'; written?: WrittenReceipt } | { kind: 'ABSENT' } | { kind: 'WAIT' | 'FAIL'; code: string; reason: string };

/**
 * Sends what one provider is asked for and is due. What may have reached it already is looked up before it is sent again; a provider that
 * is away is not asked further in this round. Returns whether there may be more.
 */
export async function sendReceiptOrders(hub: Platform, connector: string, signal: AbortSignal): Promise<boolean> {
  const provider = receiptProviders(hub).find(({ id }) => id === connector);
  if (provider === undefined || (await isPaused(hub.db, connector))) return false;
  const due = await claimOrders(hub, connector);
  const waiting = [...due];
  let away = false;
  const lane = async () => {
    for (let order = waiting.shift(); order !== undefined && !away && !signal.aborted; order = waiting.shift()) {
      if (!(await move(hub, provider, order))) away = true;
    }
  };
  // An order that a lane had taken when the provider went away waits like the others.
  await Promise.all(Array.from({ length: LANES }, lane));
  await postponeOrders(hub, due);
  return due.length > 0 && !away && !signal.aborted;
}

/** One step of one order. False: the provider does not answer at all. */
async function move(hub: Platform, { id, port }: { id: string; port: ReceiptPort }, order: ReceiptOrderRow): Promise<boolean> {
  const about = { connector: id, order: order.id, action: order.action };
  const doubted = order.state !== 'WANTED';
  let looking = doubted;
  try {
    if (doubted) {
      const look = await callConnector(hub, id, () => lookUp(port, order));
      if (look.kind === 'DONE') await concludeOrder(hub, order, look.written && withAddress(port, order, look.written));
      if (look.kind === 'FAIL') await failOrder(hub, order, { state: 'FAILED', ...look });
      if (look.kind === 'WAIT') await failOrder(hub, order, { state: 'UNKNOWN', ...look });
      if (look.kind !== 'ABSENT') return true;
    }
    const begun = await beginOrder(hub, order);
    if (begun === undefined) return true;
    looking = false;
    const written = await send(hub, { id, port }, begun);
    await concludeOrder(hub, begun, written && withAddress(port, begun, written));
    return true;
  } catch (error) {
    if (!(error instanceof UpstreamError)) {
      const { name, code } = error as Error & { code?: string };
      hub.log.error({ ...about, error: name, code }, 'a receipt could not be taken down');
      await failOrder(hub, order, { state: 'UNKNOWN', code: 'HUB_FAULT', reason: `${name} in the hub itself; its log says more` });
      return true;
    }
    hub.log.warn({ ...about, code: error.code }, 'a receipt could not be had');
    await failOrder(hub, order, { state: stateAfter(error, { doubted, looking }), code: error.code, reason: error.message });
    return !error.unreachable;
  }
}

/** What was in doubt once stays so until it is done or refused: an old attempt may still arrive, late. */
function stateAfter(error: UpstreamError, { doubted, looking }: { doubted: boolean; looking: boolean }): 'WANTED' | 'UNKNOWN' | 'FAILED' {
  if (looking || error.outcomeUnknown) return 'UNKNOWN';
  if (!error.retry) return 'FAILED';
  return doubted ? 'UNKNOWN' : 'WANTED';
}

/** What the provider holds, judged by what was asked for. */
async function lookUp(port: ReceiptPort, { action, key, amount }: ReceiptOrderRow): Promise<Look> {
  const found = await port.find(key);
  if (found === undefined && action !== 'CANCEL') return { kind: 'ABSENT' };
  if (found === undefined) return { kind: 'FAIL', code: 'NOT_THERE', reason: 'the provider holds no receipt under this key' };
  const { state, total, ...written } = found;
  if (state === 'UNKNOWN') return { kind: 'WAIT', code: 'STATE_UNKNOWN', reason: 'the provider tells a state whose meaning is not known' };
  if (action === 'CANCEL') {
    if (state === 'ISSUED') return { kind: 'ABSENT' };
    if (state === 'CANCELLED') return { kind: 'DONE' };
    return { kind: 'FAIL', code: 'REPLACED', reason: 'the provider holds it as replaced' };
  }
  if (state !== 'ISSUED') return { kind: 'FAIL', code: state, reason: 'the provider holds it as ended, and the hub did not ask for that' };
  if (total !== undefined && total !== amount) {
    return { kind: 'FAIL', code: 'AMOUNT_DIFFERS', reason: `the provider holds it with ${total} đồng instead of ${amount}` };
  }
  return { kind: 'DONE', written };
}

function withAddress(port: ReceiptPort, { key }: ReceiptOrderRow, written: WrittenReceipt): WrittenReceipt & { url: string | null } {
  return { ...written, url: port.addressOf?.(key) ?? null };
}

async function send(
  hub: Platform,
  { id, port }: { id: string; port: ReceiptPort },
  order: ReceiptOrderRow,
): Promise<WrittenReceipt | undefined> {
  if (order.action === 'CANCEL') {
    await callConnector(hub, id, () => port.cancel(order.key));
    return undefined;
  }
  const content = await contentOf(hub, order);
  const before = order.ends === null ? undefined : await keyOf(hub, order.ends);
  return callConnector(hub, id, () => (before === undefined ? port.issue(content) : port.replace(before, content)));
}

async function keyOf({ db }: Pick<Platform, 'db'>, receipt: string): Promise<string> {
  const [row] = await db.query<{ provider_key: string | null }>('SELECT provider_key FROM payments.receipt WHERE id = $1', [receipt]);
  if (row?.provider_key == null) throw new Error('an order ends a receipt that no provider holds');
  return row.provider_key;
}

export const sendReceiptOrdersJob = defineJob({
  name: 'payments.receipt-orders',
  input: z.object({ connector: z.string() }),
  key: ({ connector }) => connector,
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: EVERY_MS, inputs: async (hub) => receiptProviders(hub).map(({ id }) => ({ connector: id })) },
  run: async (hub, { connector }, signal) => {
    while (await sendReceiptOrders(hub, connector, signal)) hub.log.debug({ connector }, 'more receipts to be had');
  },
});
