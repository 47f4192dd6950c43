/** Money is whole đồng in a safe integer; every sum stays exact below 2^53 (nine million billion). */
export function isDong(value: number): boolean {
  return Number.isSafeInteger(value);
}

const UNSIGNED = /^(?:0|[1-9]\d{0,15})$/;
const SIGNED = /^(?:0|-?[1-9]\d{0,15})$/;

/** Reads whole đồng as a file or a message writes it: digits only. Undefined: anything else, a sign where none belongs included. */
export function readDong(text: string, { signed = false }: { signed?: boolean } = {}): number | undefined {
  if (!(signed ? SIGNED : UNSIGNED).test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** What a gateway keeps of a payment by contract: a fixed part, parts per million of the gross amount, and VAT on both. */
export interface FeeTerms {
  /** Whole đồng. */
  fixed?: number;
  ratePpm: number;
  /** 0 where the rate includes it. */
  vatPercent?: number;
}

/** The contract's fee and its VAT, each rounded half up to the đồng. `gross` is never negative. */
export function contractFee(gross: number, { fixed = 0, ratePpm, vatPercent = 0 }: FeeTerms): { fee: number; feeVat: number } {
  const fee = fixed + share(gross, ratePpm, 1_000_000n);
  return { fee, feeVat: share(fee, vatPercent, 100n) };
}

/** Integers all the way: a product of two safe integers may not be one. */
function share(amount: number, parts: number, whole: bigint): number {
  return Number((BigInt(amount) * BigInt(parts) * 2n + whole) / (whole * 2n));
}
