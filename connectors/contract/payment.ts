import type { ConnectorManifest } from './manifest.ts';
import type { FeeTerms } from './money.ts';
import type { ExpectedStatement, StatementReading } from './statement.ts';

export type PaymentProvider = 'VNPAY' | 'MOMO' | 'ZALOPAY' | 'VIETQR' | 'NATIONAL_PLATFORM' | 'CASH';

/** A collecting account at a provider. `secrets` are that merchant's credentials, decrypted for this call. */
export interface MerchantAccount {
  code: string;
  secrets: Record<string, string>;
  /** What the merchant has besides and may be read by whoever keeps it, e.g. the bank account of a VietQR merchant. */
  settings?: Record<string, string>;
}

/** What a payment is for, as far as a gateway writes it on its receipt. */
export interface CheckoutObligation {
  dossierCode: string;
  /** `service`: what the national portal offers of it (dịch vụ công); the first where it offers several, absent where none is known. */
  procedure: { code: string; name: string; service?: { code: string; name: string } };
  unit: { code: string; agencyCode: string; name: string };
  payer: { fullName: string; nationalId?: string; address?: string } | null;
  /** Phí and lệ phí that are due, whole đồng; they add up to what is due, which a part payment may stay below. */
  fees: { code: string; name: string; kind: 'FEE' | 'CHARGE'; amount: number }[];
}

export interface CheckoutRequest {
  merchant: MerchantAccount;
  /** Unique for ever, `[A-Za-z0-9]` only. */
  reference: string;
  /** Whole đồng. */
  amount: number;
  /** Vietnamese text; the connector writes it as the gateway allows. */
  description: string;
  createdAt: Date;
  expiresAt: Date;
  payerIp: string;
  /** Where the gateway sends the payer's browser. */
  returnUrl: string;
  locale: 'vi' | 'en';
  /** Where the gateway sends its notice, where that is said with each checkout. */
  noticeUrl?: string;
  obligation?: CheckoutObligation;
}

export interface Checkout {
  checkoutUrl?: string;
  qrPayload?: string;
}

/**
 * What a gateway said of one payment. PENDING is everything that is not an explicit success or
 * failure: an unknown status is never final.
 */
export interface PaymentFact {
  reference: string;
  status: 'SUCCEEDED' | 'FAILED' | 'PENDING';
  /** Of PENDING: the payer's money was taken and lies with the gateway, undecided. It outlives the time to pay. */
  held?: true;
  /** Whole đồng, as the gateway has it; undefined where it did not say, NaN (equal to nothing) where it said no whole đồng. */
  amount?: number;
  providerTransactionId?: string;
  paidAt?: Date;
  bankCode?: string;
  /** The gateway's own code, e.g. `00/00`; never personal data. */
  code: string;
}

/** What the hub found when it looked up a notice's payment. */
export type NoticeVerdict = 'UNKNOWN_REFERENCE' | 'WRONG_AMOUNT' | 'ALREADY_FINAL' | 'RECORDED' | 'FAULT';

/** An inbound call exactly as it arrived. */
export interface InboundRequest {
  method: string;
  /** Path and query, undecoded. */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface InboundReply {
  status: number;
  contentType: string;
  body: string;
}

/**
 * A notice in two halves, so that nothing is looked up before the signature is checked:
 * `merchant` names whose secret verifies it, `read` verifies and reads, `reply` answers.
 */
export interface NoticePort {
  /** HTTP method and path under the hub, e.g. `GET /payments/vnpay/ipn`. */
  method: 'GET' | 'POST';
  path: string;
  /** The merchant code that the notice claims; undefined: none readable. */
  merchantOf(request: InboundRequest): string | undefined;
  /** Undefined: the signature is missing or wrong. */
  read(request: InboundRequest, merchant: MerchantAccount): PaymentFact | undefined;
  /** The gateway's own answer to a verified notice. */
  reply(verdict: NoticeVerdict): InboundReply;
  /** The gateway's own answer to a notice that can't be verified or read. */
  refuse(reason: 'SIGNATURE' | 'UNREADABLE'): InboundReply;
}

/** A browser coming back from the gateway: shown to the payer, never proof of payment. */
export interface ReturnPort {
  path: string;
  merchantOf(request: InboundRequest): string | undefined;
  read(request: InboundRequest, merchant: MerchantAccount): PaymentFact | undefined;
}

export interface QueryRequest {
  merchant: MerchantAccount;
  reference: string;
  description: string;
  createdAt: Date;
  providerTransactionId?: string;
}

export interface RefundRequest extends QueryRequest {
  /** Whole đồng; full when equal to `paidAmount`. */
  amount: number;
  paidAmount: number;
  requestedBy: string;
  /** Unique for this refund. */
  refundReference: string;
}

/** What a gateway said of one refund. ACCEPTED: under way, not yet done. */
export interface RefundFact {
  status: 'ACCEPTED' | 'DONE' | 'REFUSED';
  code: string;
  providerTransactionId?: string;
}

/** Money that came in on an account, as its bank told of it. */
export interface CreditNotice {
  /** The account that was credited. */
  account: string;
  /** The bank's own number of the credit: unique in that account. */
  bankReference: string;
  /** Whole đồng. */
  amount: number;
  at: Date;
  /** The transfer's text as it arrived: perhaps altered or cut on its way, perhaps personal. */
  content: string;
  /** The account that a bank lends to one bill alone; undefined: the merchant's own was credited. */
  aliasAccount?: string;
}

/** A bank's notices of what was credited: no payment is named, so that whose money it is must still be found. */
export interface CreditPort {
  path: string;
  /** The merchant code that the notice claims; undefined: none readable. */
  merchantOf(request: InboundRequest): string | undefined;
  /** Undefined: the signature is missing or wrong, or it is too old. */
  read(request: InboundRequest, merchant: MerchantAccount): CreditNotice[] | undefined;
  reply(verdict: 'RECORDED' | 'DUPLICATE' | 'FAULT'): InboundReply;
  refuse(reason: 'SIGNATURE' | 'UNREADABLE'): InboundReply;
}

/** What may be paid for a dossier by whoever looks it up. */
export interface PayableBill {
  /** The payment's reference. */
  reference: string;
  /** Whole đồng. */
  amount: number;
  createdAt: Date;
  expiresAt: Date;
  description: string;
  merchant: MerchantAccount;
  obligation: CheckoutObligation;
}

/** A gateway that asks by itself what is to be paid for a dossier (the pull model), by POST. */
export interface LookupPort {
  path: string;
  /** What is asked for, once it is certain who asks. */
  read(request: InboundRequest): { dossierCode: string } | 'SIGNATURE' | 'UNREADABLE';
  reply(found: PayableBill | 'NOTHING_DUE' | 'UNKNOWN' | 'FAULT'): InboundReply;
  refuse(reason: 'SIGNATURE' | 'UNREADABLE'): InboundReply;
}

/** A payment gateway as the hub uses it. What it can't do is absent. */
export interface PaymentPort {
  provider: PaymentProvider;
  /** Names of the secrets that a merchant of this provider has, e.g. `hashSecret`. */
  merchantSecrets?: readonly string[];
  /** What is wrong with a merchant's code at this provider; undefined: nothing. Left out: any code will do. */
  merchantCodeProblem?(code: string): { vi: string; en: string } | undefined;
  /** The province's own merchant, from configuration. `fee`: the contract's terms, where they are told. */
  defaultMerchant?: MerchantAccount & { name: string; fee?: FeeTerms };
  /** What one payment may come to, whole đồng; left out: any amount. */
  amounts?: { least: number; most: number };
  createCheckout?(request: CheckoutRequest): Promise<Checkout>;
  /** Throws UpstreamError where the gateway can't be asked. */
  query?(request: QueryRequest): Promise<PaymentFact>;
  /** Throws UpstreamError; with `outcomeUnknown` the same `refundReference` may be sent again the same day without refunding twice. */
  refund?(request: RefundRequest): Promise<RefundFact>;
  /** What became of an accepted refund. Throws UpstreamError where the gateway can't be asked. */
  queryRefund?(request: RefundRequest): Promise<RefundFact>;
  notice?: NoticePort;
  return?: ReturnPort;
  credits?: CreditPort;
  lookup?: LookupPort;
  /** Where the receipt lies that the gateway wrote for a paid payment; null: there is none (yet). Throws UpstreamError. */
  bill?(request: QueryRequest): Promise<{ url: string; number?: string } | null>;
  /** Milliseconds between the questions about a payment whose notice has not come, from its making on; left out: the hub's own. */
  queryWaits?: readonly number[];
  /** Reads the provider's own form of a settlement file as the canonical one; left out: the file is in it already. */
  readStatement?(source: AsyncIterable<Uint8Array>, expected: ExpectedStatement): Promise<StatementReading>;
  /** Fetches the provider's own settlement file of a day, where it offers one. Null: there is none yet. */
  fetchStatement?(merchant: MerchantAccount, businessDate: string): Promise<ReadableStream<Uint8Array> | null>;
}

export type PaymentManifest<Config> = ConnectorManifest<Config, PaymentPort>;

/** Gives a payment connector's manifest its type. */
export function definePaymentConnector<Config>(manifest: PaymentManifest<Config>): PaymentManifest<Config> {
  return manifest;
}
