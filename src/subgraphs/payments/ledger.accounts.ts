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

/** What a provider keeps of what it collected: its fees with their VAT (phí dịch vụ thanh toán). */
export function feesAccount(provider: string, merchantCode: string): string {
  return `fees:${provider}:${merchantCode}`;
}

/** What a provider added to a batch, or took from it, beyond payments, refunds and fees (điều chỉnh của đơn vị thanh toán). */
export function adjustmentsAccount(provider: string, merchantCode: string): string {
  return `adjustments:${provider}:${merchantCode}`;
}

/** Cash that lies in a unit's safe (tiền mặt tại quỹ). */
export function cashAccount(unit: string): string {
  return `cash:${unit}`;
}

/** What was counted beyond, or below, what should be there (thừa, thiếu quỹ). */
export function overShortAccount(unit: string): string {
  return `cash-over-short:${unit}`;
}

/** Cash that was paid in and has not arrived yet (tiền đang chuyển). */
export function transitAccount(unit: string): string {
  return `transit:${unit}`;
}

/** A collecting account at a bank (tiền gửi ngân hàng). */
export function bankAccount(account: string): string {
  return `bank:${account}`;
}

/** What came in on it and nobody knows yet whose it is (tiền chưa xác định). */
export function suspenseAccount(account: string): string {
  return `suspense:${account}`;
}

/** What came in on it and is neither fee nor charge (khoản thu khác). */
export function otherAccount(account: string): string {
  return `other:${account}`;
}
