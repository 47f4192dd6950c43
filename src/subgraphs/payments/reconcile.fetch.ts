import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Message } from '../../platform/language.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf } from '../../platform/time.ts';
import { workingDays } from '../../platform/working-days.ts';
import { cashStatement } from './cash/cash.statement.ts';
import { creditStatement } from './credits/credit.statement.ts';
import { callGateway } from './gateway.service.ts';
import { accountOf, type MerchantRow } from './merchant.service.ts';
import { takeStatement } from './statement.service.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log' | 'peers'>;

interface DayOfProvider {
  provider: PaymentProvider;
  /** YYYY-MM-DD. */
  businessDate: string;
}

/** A day that has not begun has no statement, whatever a provider's server answers for it. */
export function hasBegun({ clock }: Pick<Hub, 'clock'>, businessDate: string): boolean {
  return businessDate <= localDateOf(clock.now());
}

/** A statement that the hub has. */
export interface HeldStatement {
  id: string;
  version: number;
  rows: number;
  uploaded_by: string | null;
}

/** The newest version of a day's; undefined: none has come. */
export async function newestStatement(sql: Queryable, merchantId: string, day: string): Promise<HeldStatement | undefined> {
  const [row] = await sql.query<HeldStatement>(
    'SELECT id, version, rows, uploaded_by FROM payments.statement WHERE merchant_id = $1 AND business_date = $2 ORDER BY version DESC LIMIT 1',
    [merchantId, day],
  );
  return row;
}

/** Fetches the provider's file unless somebody has uploaded one. Answers why it was refused; what stood before stays. */
export async function fetchNewest(
  hub: Hub,
  { provider, businessDate }: DayOfProvider,
  merchant: MerchantRow,
): Promise<Message | undefined> {
  const held = await newestStatement(hub.db, merchant.id, businessDate);
  if (provider === 'CASH' && held?.uploaded_by == null && hasBegun(hub, businessDate)) {
    await workingDays(hub);
    return takeBody(hub, { provider, businessDate, merchant, body: await cashStatement(hub.db, merchant, businessDate) });
  }
  const port = hub.connectors.payment(provider);
  if (held?.uploaded_by != null || merchant.external || merchant.secrets === null) return undefined;
  if (!hasBegun(hub, businessDate)) return undefined;
  // Where a bank tells of credits, they are the statement.
  if (port?.credits !== undefined)
    return takeBody(hub, { provider, businessDate, merchant, body: await creditStatement(hub.db, merchant, businessDate) });
  if (port?.fetchStatement === undefined) return undefined;
  let body: ReadableStream<Uint8Array> | null;
  try {
    const fetched = await callGateway(hub, port, async () => port.fetchStatement?.(accountOf(hub, merchant), businessDate));
    body = fetched ?? null;
  } catch (error) {
    // The file that was fetched before is still the provider's word.
    if (!(error instanceof UpstreamError) || held === undefined) throw error;
    hub.log.warn({ provider, code: error.code }, 'a statement could not be fetched again');
    return undefined;
  }
  if (body === null) return undefined;
  return takeBody(hub, { provider, businessDate, merchant, body: chunksOf(body) });
}

/** Takes a statement that nobody uploaded; answers why it was refused. */
async function takeBody(
  hub: Hub,
  { provider, businessDate, merchant, body }: DayOfProvider & { merchant: MerchantRow; body: AsyncIterable<Uint8Array> },
): Promise<Message | undefined> {
  const taken = await takeStatement(hub, { provider, businessDate, merchantCode: merchant.code, body, uploadedBy: null });
  return taken.outcome === 'REFUSED' ? taken.reason : undefined;
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Read to its end or given up: either way the connection is not needed any more.
    await reader.cancel();
  }
}
