/** What a command that reconciles needs of payments: neither their graph nor their jobs. */
export { ensureMerchants } from './merchant.service.ts';
export { type ReconcileRequest, reconcile } from './reconcile.service.ts';
export type { ReconciliationRow } from './reconciliation.row.ts';
