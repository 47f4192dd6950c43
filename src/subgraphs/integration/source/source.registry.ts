import { randomBytes } from 'node:crypto';
import type { CommuneReceiver } from '../../../../connectors/contract/commune.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { Platform } from '../../../platform/platform.ts';
import { communePort, connectorOf } from './source.connector.ts';

const SECRET_BYTES = 32;
const SEAL_PURPOSE = 'integration.source';

/** A row of `integration.source`, by its column names. */
export interface SourceRow {
  name: string;
  unit: string;
  mode: 'WEBHOOK' | 'POLL';
  url: string | null;
  secret: Buffer | null;
  previous_secret: Buffer | null;
  previous_until: Date | null;
  active: boolean;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  changed_by: string;
}

/** The source of that name; `lock` keeps others from changing it until the transaction ends. */
export async function findSource(sql: Queryable, name: string, lock = ''): Promise<SourceRow | undefined> {
  const [row] = await sql.query<SourceRow>(`SELECT * FROM integration.source WHERE name = $1 ${lock}`, [name]);
  return row;
}

/** A new secret in the form of Standard Webhooks. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

export function sealSecret(cipher: Cipher, secret: string): Buffer {
  return cipher.seal(SEAL_PURPOSE, secret);
}

/**
 * Where a source is delivered to at this moment, with every secret that is valid; undefined: nowhere, because it polls, is disabled
 * or unknown. Read before each call, so that what an administrator changes counts at once.
 */
export async function readReceiver(
  { db, cipher, clock }: Pick<Platform, 'db' | 'cipher' | 'clock'>,
  name: string,
): Promise<CommuneReceiver | undefined> {
  const row = await findSource(db, name);
  if (row === undefined || !row.active || row.mode !== 'WEBHOOK' || row.url === null || row.secret === null) return undefined;
  const before = row.previous_until !== null && row.previous_until > clock.now() ? row.previous_secret : null;
  const secrets = [row.secret, ...(before === null ? [] : [before])].map((sealed) => cipher.open(SEAL_PURPOSE, sealed));
  return { url: row.url, secrets };
}

/** The connectors of those that are called. */
export async function callableConnectors(hub: Pick<Platform, 'db' | 'connectors'>): Promise<string[]> {
  if (communePort(hub) === undefined) return [];
  const rows = await hub.db.query<{ name: string }>("SELECT name FROM integration.source WHERE active AND mode = 'WEBHOOK'");
  return rows.map(({ name }) => connectorOf(name));
}
