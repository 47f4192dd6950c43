/** How the text of a cell becomes a value. */
export type CellKind =
  | 'text'
  | 'instant'
  | 'day'
  | 'money'
  | 'flag'
  | 'whole'
  | 'version'
  | 'unit'
  | 'procedure'
  | 'state'
  | 'channel'
  | 'code';

/** The fields of a dossier that a column can fill. A dot goes one level down. */
export const DOSSIER_FIELDS = {
  sourceVersion: 'version',
  code: 'text',
  nationalCode: 'text',
  origin: 'code',
  procedure: 'procedure',
  procedureName: 'text',
  receivingUnit: 'unit',
  handlingUnit: 'unit',
  receptionPoint: 'text',
  'applicant.nationalId': 'text',
  'applicant.fullName': 'text',
  'applicant.dateOfBirth': 'day',
  'applicant.phone': 'text',
  'applicant.email': 'text',
  'applicant.address': 'text',
  'applicant.identityDocument.kind': 'code',
  'applicant.identityDocument.number': 'text',
  'owner.kind': 'code',
  'owner.name': 'text',
  'owner.nationalId': 'text',
  'owner.taxCode': 'text',
  channel: 'channel',
  status: 'state',
  summary: 'text',
  submittedAt: 'instant',
  acceptedAt: 'instant',
  dueAt: 'instant',
  resolvedAt: 'instant',
  returnedAt: 'instant',
  refusedAt: 'instant',
  resultByPost: 'flag',
  paidOnline: 'flag',
  feesSettled: 'flag',
  rating: 'whole',
  voided: 'flag',
  voidReason: 'text',
} as const satisfies Record<string, CellKind>;
export type DossierField = keyof typeof DOSSIER_FIELDS;

/** The fields of a payment that a column can fill; `dossier` is the dossier's code. */
export const PAYMENT_FIELDS = {
  dossier: 'text',
  provider: 'code',
  reference: 'text',
  providerTransactionId: 'text',
  amount: 'money',
  status: 'code',
  paidAt: 'instant',
  receiptNumber: 'text',
  receiptUrl: 'text',
  merchant: 'text',
} as const satisfies Record<string, CellKind>;
export type PaymentField = keyof typeof PAYMENT_FIELDS;

/** What a field of kind `code` may say, where the graph has a list of it. */
export const FIELD_CODES: Readonly<Record<string, readonly string[]>> = {
  origin: ['NATIONAL_PORTAL', 'PROVINCE', 'MINISTRY_SYSTEM'],
  'applicant.identityDocument.kind': ['OLD_ID', 'PASSPORT', 'OTHER'],
  'owner.kind': ['CITIZEN', 'ENTERPRISE', 'STATE_AGENCY', 'OTHER_ORGANIZATION'],
  provider: ['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM', 'CASH'],
  status: ['PENDING', 'SUCCEEDED', 'FAILED', 'EXPIRED', 'REFUND_PENDING', 'REFUNDED', 'PARTIALLY_REFUNDED'],
};
