import type { ConnectorManifest } from './manifest.ts';

/** A fee on a receipt; whole đồng. */
export interface ReceiptFee {
  code: string;
  name: string;
  amount: number;
}

/** What a receipt says. Nothing here names a dossier: the key is the payment's reference, or one made from it. */
export interface ReceiptContent {
  /** Unique for ever: under it the provider writes one receipt and no second one. Letters and digits. */
  key: string;
  /** The collecting unit: its template and symbol are used. */
  unit: string;
  payerName: string;
  /** The Vietnamese day of the receipt, YYYY-MM-DD. */
  date: string;
  fees: readonly ReceiptFee[];
  /** Whole đồng; the sum of the fees. */
  total: number;
  /** The total in Vietnamese words. */
  totalInWords: string;
  /** How it was paid, in Vietnamese. */
  method: string;
}

/** What the provider wrote. */
export interface WrittenReceipt {
  /** The number as receipts bear it. */
  number: string;
  /** Template (mẫu số), e.g. 01BLP0-001. */
  template: string;
  /** Symbol (ký hiệu), e.g. BI-26T. */
  symbol: string;
}

/** What the provider holds under a key. UNKNOWN: a state that nobody here knows the meaning of; then nothing may be concluded. */
export interface FoundReceipt extends WrittenReceipt {
  state: 'ISSUED' | 'CANCELLED' | 'REPLACED' | 'UNKNOWN';
  /** Whole đồng; undefined where the provider does not tell. */
  total?: number;
}

/**
 * A provider of electronic receipts (biên lai điện tử). All calls throw UpstreamError. One whose outcome is not known must be looked up
 * by `find` before it is repeated. There is no adjusting: it is forbidden after a replacement, and a replacement says the same.
 */
export interface ReceiptPort {
  /** The units that it writes receipts for; 96 is the whole province. */
  units: readonly string[];
  /** Of payments that came in on this Vietnamese day or later, YYYY-MM-DD. */
  from: string;
  /** Where a receipt can be looked at by whoever holds its key; absent where the provider has no such page. */
  addressOf?(key: string): string;
  issue(content: ReceiptContent): Promise<WrittenReceipt>;
  /** What is held under a key; undefined: surely nothing. */
  find(key: string): Promise<FoundReceipt | undefined>;
  cancel(key: string): Promise<void>;
  /** Writes a receipt in the place of that under `key`, which then is replaced. */
  replace(key: string, content: ReceiptContent): Promise<WrittenReceipt>;
}

export type ReceiptManifest<Config> = ConnectorManifest<Config, ReceiptPort>;

/** Gives a receipt provider's manifest its type. */
export function defineReceiptConnector<Config>(manifest: ReceiptManifest<Config>): ReceiptManifest<Config> {
  return manifest;
}
