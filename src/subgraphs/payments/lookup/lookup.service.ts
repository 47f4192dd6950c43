import { createHash } from 'node:crypto';
import type { InboundReply, InboundRequest, LookupPort, PayableBill } from '../../../../connectors/contract/payment.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { newUuid } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { heardFrom, isGatewayPaused } from '../gateway.service.ts';
import { accountOf, defaultMerchant, type MerchantRow } from '../merchant.service.ts';
import { askForCode, changedSince, fingerprintOf, type PayableDossier } from '../payable.ts';
import { outsideBounds } from '../payment.amount.ts';
import { descriptionOf, FIRST_QUERY_MS } from '../payment.create.ts';
import { insertPayment, knownIndexOf } from '../payment.insert.ts';
import { lockDossiers } from '../payment.lock.ts';
import { newReference } from '../payment.reference.ts';

/** Who made a payment that a gateway's look-up called for; no caller's key looks like this. */
const CALLER = 'hub:lookup';
/** So long what was looked up may be paid: a payer may leave the portal and come back. */
const LIFE_MS = 24 * 3_600_000;
/** An open payment is shown again as long as there is time enough left to pay it. */
const LEAST_LEFT_MS = 30 * 60_000;
/** A dossier that changes while it is looked up is asked for once more. */
const ATTEMPTS = 2;

type Asked = { provider: PaymentProvider; lookup: LookupPort };
type Answer = Parameters<LookupPort['reply']>[0];

/** Answers a gateway that asks what is to be paid for a dossier. However often it asks, there is one open payment for what is due. */
export async function answerLookup(hub: Platform, { provider, lookup }: Asked, request: InboundRequest): Promise<InboundReply> {
  try {
    const asked = lookup.read(request);
    if (typeof asked === 'string') {
      hub.log.warn({ provider, why: asked }, 'a look-up was refused');
      return lookup.refuse(asked);
    }
    await heardFrom(hub, provider);
    const found = await billFor(hub, provider, asked.dossierCode);
    hub.log.info({ provider, outcome: typeof found === 'string' ? found : 'PAYABLE' }, 'a dossier was looked up');
    return lookup.reply(found);
  } catch (error) {
    hub.log.error({ provider, error: (error as Error).name, code: (error as { code?: string }).code }, 'a look-up could not be answered');
    return lookup.reply('FAULT');
  }
}

async function billFor(hub: Platform, provider: PaymentProvider, code: string): Promise<Answer> {
  const merchant = await defaultMerchant(hub.db, provider);
  if (merchant === undefined || (await isGatewayPaused(hub, provider))) return 'FAULT';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const dossier = await askForCode(hub, code);
    if (dossier === undefined) return 'UNKNOWN';
    const bill = await hub.db.transaction((sql) => openFor(hub, sql, { provider, merchant, dossier }));
    if (bill !== 'CHANGED') return bill;
  }
  return 'FAULT';
}

async function openFor(
  hub: Platform,
  sql: Transaction,
  of: { provider: PaymentProvider; merchant: MerchantRow; dossier: PayableDossier },
): Promise<Answer | 'CHANGED'> {
  const { provider, merchant, dossier } = of;
  await lockDossiers(sql, [dossier.grant.subject]);
  if (await changedSince(sql, dossier)) return 'CHANGED';
  const { due } = await fingerprintOf(sql, dossier);
  if (due === 0) return 'NOTHING_DUE';
  const outside = outsideBounds(hub, { provider, amount: due, due });
  if (outside !== undefined) {
    hub.log.warn({ provider, due }, 'what is due for a dossier is not what its gateway takes');
    return 'FAULT';
  }
  const open = (await openPayment(hub, sql, { ...of, due })) ?? (await makePayment(hub, sql, { ...of, due }));
  return { ...open, amount: due, description: descriptionOf(dossier.code), merchant: accountOf(hub, merchant), obligation: dossier.billed };
}

type Opened = Pick<PayableBill, 'reference' | 'createdAt' | 'expiresAt'>;
type Wanted = { provider: PaymentProvider; merchant: MerchantRow; dossier: PayableDossier; due: number };

async function openPayment(hub: Platform, sql: Transaction, { merchant, dossier, due }: Wanted): Promise<Opened | undefined> {
  const [row] = await sql.query<{ reference: string; created_at: Date; expires_at: Date }>(
    `SELECT reference, created_at, expires_at FROM payments.payment
     WHERE dossier_id = $1 AND merchant_id = $2 AND caller = $3 AND status = 'PENDING' AND amount = $4 AND expires_at > $5 ORDER BY created_at DESC LIMIT 1`,
    [dossier.grant.subject, merchant.id, CALLER, due, new Date(hub.clock.now().getTime() + LEAST_LEFT_MS)],
  );
  return row === undefined ? undefined : { reference: row.reference, createdAt: row.created_at, expiresAt: row.expires_at };
}

async function makePayment(hub: Platform, sql: Transaction, { provider, merchant, dossier, due }: Wanted): Promise<Opened> {
  const createdAt = hub.clock.now();
  const made = { id: newUuid(), reference: newReference(createdAt), createdAt, expiresAt: new Date(createdAt.getTime() + LIFE_MS) };
  await insertPayment(hub, sql, {
    ...made,
    ...{ provider, amount: due, returnUrl: null, merchantId: merchant.id, checkout: {}, dossier },
    nextQueryAt: new Date(createdAt.getTime() + FIRST_QUERY_MS),
    citizenIndex: await knownIndexOf(sql, dossier),
    identity: { caller: CALLER, key: made.reference, hash: createHash('sha256').update(made.reference).digest() },
  });
  return made;
}
