import type { ConnectorManifest } from './manifest.ts';
import type { FeeTerms } from './money.ts';

export type PaymentProvider = 'VNPAY' | 'MOMO' | 'ZALOPAY' | 'VIETQR' | 'NATIONAL_PLATFORM' | 'CASH';

/** A collecting account at a provider. `secrets` are that merchant's credentials, decrypted for this call. */
export interface MerchantAccount {
  code: string;
  secrets: Record<string, string>;
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

/** A payment gateway as the hub uses it. What it can't do is absent. */
export interface PaymentPort {
  provider: PaymentProvider;
  /** Names of the secrets that a merchant of this provider has, e.g. `hashSecret`. */
  merchantSecrets?: readonly string[];
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
  /** Fetches the provider's own settlement file of a day, where it offers one. Null: there is none yet. */
  fetchStatement?(merchant: MerchantAccount, businessDate: string): Promise<ReadableStream<Uint8Array> | null>;
}

export type PaymentManifest<Config> = ConnectorManifest<Config, PaymentPort>;

/** Gives a payment connector's manifest its type. */
export function definePaymentConnector<Config>(manifest: PaymentManifest<Config>): PaymentManifest<Config> {
  return manifest;
}
