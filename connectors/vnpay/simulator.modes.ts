import { z } from 'zod';

/** How the simulated VNPAY behaves towards everybody. Milliseconds where the name says so. */
export const modesRule = z.strictObject({
  /** From the payer's decision to the first notice: the browser usually comes back before. */
  ipnDelayMs: z.int().min(0).max(600_000).default(200),
  /** Between notices that are not answered 00 or 02; five minutes at VNPAY. */
  ipnRetryMs: z.int().min(10).max(600_000).default(3_000),
  ipnAttempts: z.int().min(1).max(20).default(10),
  ipnTimeoutMs: z.int().min(50).max(60_000).default(5_000),
  /** How long a refund stays in each of 05 and 06. */
  refundStepMs: z.int().min(0).max(600_000).default(2_000),
  refundOutcome: z.enum(['00', '09']).default('00'),
  /** The contract's fee: parts per million of the gross amount, and VAT on it. */
  feeRatePpm: z.int().min(0).max(1_000_000).default(11_000),
  feeVatPercent: z.int().min(0).max(100).default(0),
  /** Where notices go; what the simulator was started with unless set. */
  hubUrl: z.url({ protocol: /^https?$/ }).optional(),
});

export type Modes = z.infer<typeof modesRule>;

/** What goes wrong with the next notices: of one reference, or of any. */
export const noticeFaultRule = z.strictObject({
  kind: z.enum([
    'LOST_IPN',
    'DOUBLE_IPN',
    'DELAYED_IPN',
    'TAMPERED_AMOUNT',
    'TAMPERED_SIGNATURE',
    'UNSIGNED',
    /** As genuine as in lower case. */
    'UPPER_CASE_SIGNATURE',
    /** A proxy on the way adds some of its own. */
    'STRAY_PARAMETERS',
    'WRONG_AMOUNT',
  ]),
  reference: z.string().optional(),
  /** How many payments it befalls. */
  times: z.int().min(1).max(1_000_000).default(1),
  /** Of DELAYED_IPN. */
  ms: z.int().min(0).max(600_000).default(5_000),
});

export type NoticeFault = z.infer<typeof noticeFaultRule>;

/** What goes wrong with the next calls of querydr and refund: of one command and reference, or of any. */
export const apiFaultRule = z.strictObject({
  kind: z.enum([
    /** Carried out, then no answer for `ms`. */
    'DELAY_AFTER',
    /** Carried out, then the connection breaks. */
    'DROP_AFTER',
    /** The connection breaks, nothing carried out. */
    'DROP_BEFORE',
    /** A page with HTTP 502, nothing carried out. */
    'PAGE',
    /** Refused with `code`, unsigned as errors come; 99 is what the public sandbox says to refunds. */
    'CODE',
    /** Carried out, the answer's signature missing. */
    'UNSIGNED',
    /** Carried out, the answer's signature wrong. */
    'TAMPERED_SIGNATURE',
  ]),
  command: z.enum(['querydr', 'refund']).optional(),
  reference: z.string().optional(),
  times: z.int().min(1).max(1_000_000).default(1),
  ms: z.int().min(0).max(600_000).default(60_000),
  code: z
    .string()
    .regex(/^\d{2}$/)
    .default('99'),
});

export type ApiFault = z.infer<typeof apiFaultRule>;
