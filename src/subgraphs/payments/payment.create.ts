import { createHash } from 'node:crypto';
import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { Checkout, PaymentPort } from '../../../connectors/contract/payment.ts';
import { hasRole, type Viewer } from '../../platform/auth/viewer.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { forbidden, notFound, type UserErrorValue, upstreamUnavailable, userError } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { lockRepeatKey, type RepeatKey, repeatKeyOf, repeatKeyProblem, repeatKeyReused } from '../../platform/idempotency.ts';
import { newUuid } from '../../platform/ids.ts';
import { actorOf } from '../../platform/pii/access-record.ts';
import { publicUrl } from '../../platform/public-url.ts';
import { takeCash } from './cash/cash.take.ts';
import { isGatewayPaused } from './gateway.service.ts';
import { accountOf, collectorKey, ensureCollectors, type MerchantRow, merchantFor, PROVINCE, scopeOfUnit } from './merchant.service.ts';
import { askForDossier, changedSince, fingerprintOf, type PayableDossier } from './payable.ts';
import { requireRole } from './payment.access.ts';
import { outsideBounds } from './payment.amount.ts';
import type { CreatePaymentInput } from './payment.input.ts';
import { insertPayment, knownIndexOf } from './payment.insert.ts';
import { lockDossiers } from './payment.lock.ts';
import { newReference } from './payment.reference.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import { markPaid } from './settlement.ts';

/** How long a payer has: what VNPAY's own samples give. */
const LIFE_MS = 15 * 60_000;
/** The first question to a gateway whose notice has not come. */
export const FIRST_QUERY_MS = 60_000;
/** Hub payments know no address of the payer: the gateway asks for one and uses it for its own statistics. */
const PAYER_IP = '127.0.0.1';

export type Created = { row: PaymentRow } | { error: UserErrorValue };

const refuse = (error: UserErrorValue): Created => ({ error });
const invalid = (field: string, vi: string, en: string) => refuse(userError('INVALID', { vi, en }, ['input', field]));

/**
 * Makes a payment of a dossier's fees: a checkout at the provider, or cash that is settled at once. The same key and
 * input give the first payment again. Nothing is kept of what is refused.
 */
export async function createPayment(context: HubContext, input: CreatePaymentInput): Promise<Created> {
  const { viewer } = context;
  requireRole(viewer, ['CITIZEN', 'OFFICER', 'UNIT_LEADER']);
  if (input.provider === 'CASH' && !hasRole(viewer, 'OFFICER', 'UNIT_LEADER')) throw forbidden();
  const wrong = checkInput(input);
  if (wrong !== undefined) return wrong;
  const identity = { ...repeatKeyOf(context, 'payments', input.idempotencyKey), hash: inputHash(input) };
  const earlier = await findEarlier(context.hub.db, identity);
  if (earlier !== undefined) return earlier;
  const dossier = await askForDossier(context, input.dossier);
  if (dossier === undefined) return refuse(notFound('dossier'));
  // Money is asked for by the applicant and by the units that handle the dossier, not by whoever oversees them.
  if (dossier.grant.person !== 'full' || (input.provider === 'CASH' && !atItsDesk(viewer, dossier))) throw forbidden();
  const { due, fingerprint } = await fingerprintOf(context.hub.db, dossier);
  if (due === 0)
    return refuse(
      userError('NOTHING_DUE', { vi: 'Hồ sơ không còn khoản nào phải nộp.', en: 'Nothing is due for this dossier.' }, ['input', 'dossier']),
    );
  const amount = input.amount ?? due;
  const outside = outsideBounds(context.hub, { provider: input.provider, amount, due });
  if (outside !== undefined) return invalid('amount', outside.vi, outside.en);
  if (await isGatewayPaused(context.hub, input.provider)) return refuse(paused());
  const draft = draftOf(context, { input, dossier, amount });
  const way = await wayOf(context, draft);
  if (way === undefined) return refuse(unopened());
  return context.hub.db.transaction(async (sql) => {
    // Another call with the same key may have come first, for this dossier or, by mistake, for another.
    await lockRepeatKey(sql, identity);
    await lockDossiers(sql, [dossier.grant.subject]);
    const first = await findEarlier(sql, identity);
    if (first !== undefined) return first;
    const now = await fingerprintOf(sql, dossier);
    if (now.fingerprint !== fingerprint || (await changedSince(sql, dossier))) return refuse(dossierChanged());
    return { row: await insert(context, sql, { draft, way, identity, dossier }) };
  });
}

/** Cash lies on the desk of a unit that received the dossier or handles it, whatever else the officer may be to that dossier. */
function atItsDesk({ unit }: Viewer, { grant }: PayableDossier): boolean {
  return unit !== undefined && grant.units.slice(0, 2).includes(unit);
}

function unopened(): UserErrorValue {
  const text = { vi: 'Kênh thanh toán này chưa được mở. Hãy chọn kênh khác.', en: 'This provider is not available yet. Choose another.' };
  return userError('NOT_AVAILABLE', text, ['input', 'provider']);
}

function paused(): UserErrorValue {
  const text = {
    vi: 'Kênh thanh toán này đang tạm dừng. Hãy chọn kênh khác hoặc thử lại sau.',
    en: 'This provider is paused. Choose another, or try again later.',
  };
  return userError('NOT_AVAILABLE', text, ['input', 'provider']);
}

function dossierChanged(): UserErrorValue {
  const text = {
    vi: 'Hồ sơ hoặc khoản nộp vừa thay đổi. Hãy tải lại rồi thử lại.',
    en: 'The dossier or its payments have just changed. Load it again and retry.',
  };
  return userError('DOSSIER_CHANGED', text, ['input', 'dossier']);
}

function checkInput({ idempotencyKey, returnUrl }: CreatePaymentInput): Created | undefined {
  const wrongKey = repeatKeyProblem(idempotencyKey);
  if (wrongKey !== undefined) return refuse(wrongKey);
  if (returnUrl != null && !/^https?:\/\//i.test(returnUrl)) {
    return invalid('returnUrl', 'Địa chỉ phải bắt đầu bằng https:// hoặc http://.', 'The address must begin with https:// or http://.');
  }
  return undefined;
}

interface Identity extends RepeatKey {
  hash: Buffer;
}

function inputHash(input: CreatePaymentInput): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([input.dossier, input.provider, input.amount ?? null, input.returnUrl ?? null]))
    .digest();
}

async function findEarlier(sql: Pick<Transaction, 'query'>, { caller, key, hash }: Identity): Promise<Created | undefined> {
  const [row] = await sql.query<PaymentRow & { input_hash: Buffer }>(
    `SELECT ${PAYMENT_COLUMNS}, p.input_hash FROM payments.payment p WHERE p.caller = $1 AND p.idempotency_key = $2`,
    [caller, key],
  );
  if (row === undefined) return undefined;
  if (row.input_hash.equals(hash)) return { row };
  return refuse(repeatKeyReused());
}

interface Draft {
  id: string;
  reference: string;
  amount: number;
  createdAt: Date;
  expiresAt: Date | null;
  input: CreatePaymentInput;
  dossier: PayableDossier;
}

function draftOf(context: HubContext, { input, dossier, amount }: Pick<Draft, 'input' | 'dossier' | 'amount'>): Draft {
  const createdAt = context.hub.clock.now();
  const expiresAt = input.provider === 'CASH' ? null : new Date(createdAt.getTime() + LIFE_MS);
  return { id: newUuid(), reference: newReference(createdAt), amount, createdAt, expiresAt, input, dossier };
}

/** What a gateway is told that a payment is for; the same whenever it is asked again. */
export function descriptionOf(dossierCode: string): string {
  return `Thanh toán phí, lệ phí hồ sơ ${dossierCode}`;
}

type Way = { kind: 'desk' } | { kind: 'gateway'; merchant: MerchantRow; checkout: Checkout };

/** How the money is to come in; undefined: the provider takes none through the hub yet. */
async function wayOf(context: HubContext, draft: Draft): Promise<Way | undefined> {
  if (draft.input.provider === 'CASH') return { kind: 'desk' };
  const port = context.hub.connectors.payment(draft.input.provider);
  const [receivingUnit = PROVINCE, handlingUnit = receivingUnit, ...scope] = draft.dossier.grant.units;
  const units = [receivingUnit, ...scopeOfUnit({ receivingUnit, handlingUnit, scope })];
  const merchant = await merchantFor(context.hub.db, { provider: draft.input.provider, units });
  if (port?.createCheckout === undefined || port.defaultMerchant === undefined || merchant === undefined) return undefined;
  return { kind: 'gateway', merchant, checkout: await openCheckout(context, port, { draft, merchant }) };
}

async function openCheckout(
  context: HubContext,
  port: PaymentPort,
  { draft, merchant }: { draft: Draft; merchant: MerchantRow },
): Promise<Checkout> {
  const { reference, amount, createdAt, expiresAt, dossier } = draft;
  try {
    const request = {
      merchant: accountOf(context.hub, merchant),
      reference,
      amount,
      description: descriptionOf(dossier.code),
      createdAt,
      expiresAt: expiresAt ?? createdAt,
      payerIp: PAYER_IP,
      returnUrl:
        port.return === undefined ? (draft.input.returnUrl ?? publicUrl(context.hub)) : `${publicUrl(context.hub)}${port.return.path}`,
      obligation: dossier.billed,
      locale: context.language,
      ...(port.notice !== undefined && { noticeUrl: `${publicUrl(context.hub)}${port.notice.path}` }),
    };
    return (await port.createCheckout?.(request)) ?? {};
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    context.hub.log.warn({ provider: port.provider, code: error.code }, 'a checkout could not be opened');
    throw upstreamUnavailable();
  }
}

async function insert(
  context: HubContext,
  sql: Transaction,
  made: { draft: Draft; way: Way; identity: Identity; dossier: PayableDossier },
): Promise<PaymentRow> {
  const { draft, way, identity, dossier } = made;
  const [receivingUnit = PROVINCE, handlingUnit = receivingUnit, ...scope] = dossier.grant.units;
  const units = { receivingUnit, handlingUnit, scope };
  await insertPayment(context.hub, sql, {
    ...draft,
    ...{ provider: draft.input.provider, returnUrl: draft.input.returnUrl ?? null },
    merchantId: way.kind === 'gateway' ? way.merchant.id : await deskOf(context, sql, units),
    checkout: way.kind === 'gateway' ? way.checkout : {},
    nextQueryAt: way.kind === 'gateway' ? new Date(draft.createdAt.getTime() + FIRST_QUERY_MS) : null,
    dossier,
    citizenIndex: ownIndexOf(context) ?? (await knownIndexOf(sql, dossier)),
    identity,
  });
  type Row = PaymentRow & { merchant_code: string; obligation_total: number | null };
  const read = async () => {
    const [row] = await sql.query<Row>(
      `SELECT ${PAYMENT_COLUMNS}, p.obligation_total, m.code AS merchant_code FROM payments.payment p JOIN payments.merchant m ON m.id = p.merchant_id WHERE p.id = $1`,
      [draft.id],
    );
    return row as Row;
  };
  const row = await read();
  if (way.kind === 'gateway') return row;
  await markPaid(context.hub, sql, row, { code: 'CASH', via: 'desk', paidAt: draft.createdAt });
  await takeCash(sql, {
    ...{ paymentId: draft.id, merchantId: row.merchant_id, at: draft.createdAt },
    ...{ unit: context.viewer.unit ?? receivingUnit, officer: actorOf(context.viewer) },
  });
  return read();
}

/** The cash desk of the officer's unit. */
async function deskOf(context: HubContext, sql: Transaction, units: Parameters<typeof scopeOfUnit>[0]): Promise<string> {
  const unit = context.viewer.unit ?? units.receivingUnit;
  const scope = unit === units.receivingUnit ? scopeOfUnit(units) : [unit, PROVINCE];
  const collector = { provider: 'CASH' as const, code: undefined, unit, scope };
  const made = await ensureCollectors(sql, [collector]);
  return made.get(collectorKey(collector)) as string;
}

/** The blind index of a citizen who pays for themselves. */
function ownIndexOf({ viewer, hub }: HubContext): Buffer | undefined {
  const onlyCitizen = viewer.roles.length === 1 && hasRole(viewer, 'CITIZEN');
  return onlyCitizen && viewer.nationalId !== undefined ? hub.cipher.blindIndex('nationalId', viewer.nationalId) : undefined;
}
