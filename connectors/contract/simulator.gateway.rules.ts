import { z } from 'zod';

const ms = z.int().min(0).max(600_000);

/** How a simulated gateway behaves towards everybody. */
export const gatewayModesRule = z.strictObject({
  /** From the payer's decision to the first notice: the browser usually comes back before. */
  noticeDelayMs: ms.default(200),
  noticeRetryMs: ms.min(10).default(3_000),
  noticeAttempts: z.int().min(1).max(20).default(4),
  noticeTimeoutMs: ms.min(50).default(15_000),
  /** How long the gateway says of a payment that its payer has confirmed that it is under way still; its notice comes afterwards. */
  inFlightMs: ms.default(0),
  /** What it says meanwhile, where it has several words for it; left out: the usual one. */
  inFlightCode: z.string().max(20).optional(),
  /** How long a refund is under way, and how it ends. */
  refundMs: ms.default(2_000),
  refundOutcome: z.enum(['DONE', 'REFUSED']).default('DONE'),
  /** The contract's fee: parts per million of the gross amount, and VAT on it. */
  feeRatePpm: z.int().min(0).max(1_000_000).default(0),
  feeVatPercent: z.int().min(0).max(100).default(0),
  /** Where notices go; what the simulator was started with unless set. */
  hubUrl: z.url({ protocol: /^https?$/ }).optional(),
});
export type GatewayModes = z.infer<typeof gatewayModesRule>;

/** What goes wrong with the next notices: of one reference, or of any. */
export const gatewayNoticeFaultRule = z.strictObject({
  kind: z.enum(['LOST', 'DOUBLE', 'DELAYED', 'TAMPERED', 'UNSIGNED', 'WRONG_AMOUNT']),
  reference: z.string().optional(),
  /** How many payments it befalls. */
  times: z.int().min(1).max(1_000_000).default(1),
  /** Of DELAYED. */
  ms: ms.default(5_000),
});
export type NoticeFault = z.infer<typeof gatewayNoticeFaultRule>;

/** What goes wrong with the next calls to the gateway: of one path, or of any. */
export const gatewayFaultRule = z.strictObject({
  kind: z.enum([
    /** Carried out, then no answer for `ms`. */
    'DELAY_AFTER',
    /** Carried out, then the connection breaks. */
    'DROP_AFTER',
    /** The connection breaks, nothing carried out. */
    'DROP_BEFORE',
    /** A page with HTTP 502, nothing carried out. */
    'PAGE',
  ]),
  path: z.string().optional(),
  times: z.int().min(1).max(1_000_000).default(1),
  ms: ms.default(60_000),
});
export type GatewayFault = z.infer<typeof gatewayFaultRule>;
