/** What a payment's merchant owes the unit, or the desk holds (phải thu). */
export function receivableAccount(provider: string, merchantCode: string): string {
  return `receivable:${provider}:${merchantCode}`;
}

/** What a unit has collected of fees and charges (phí, lệ phí đã thu). */
export function revenueAccount(unit: string): string {
  return `revenue:${unit}`;
}

/** What a unit owes back to payers until the money has gone (phải trả do hoàn). */
export function refundsAccount(unit: string): string {
  return `refunds:${unit}`;
}

/** Differences that an accountant has written off, in a unit's name (chênh lệch đã xử lý). */
export function writeOffAccount(unit: string): string {
  return `write-off:${unit}`;
}
