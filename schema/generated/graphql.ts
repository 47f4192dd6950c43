/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who files (người nộp): a name and at least one number, or the dossier goes in marked as unidentified. */
export type ApplicantInput = {
  /** Postal address (địa chỉ). */
  address?: string | null | undefined;
  /** Date of birth (ngày sinh). */
  dateOfBirth?: string | null | undefined;
  /** E-mail address (thư điện tử). */
  email?: string | null | undefined;
  /** Full name (họ và tên). */
  fullName: string;
  /** An identity document other than that number (giấy tờ tùy thân khác). */
  identityDocument?: IdentityDocumentInput | null | undefined;
  /** Personal identification number (số định danh cá nhân). */
  nationalId?: string | null | undefined;
  /** Telephone number (số điện thoại). */
  phone?: string | null | undefined;
  /** The person's key at the identity provider (TechID). */
  technicalId?: string | null | undefined;
};

/** What an outside system is (loại hệ thống). */
export type ConnectorKind =
  /** A commune's one-stop system (hệ thống một cửa cấp xã). */
  | 'COMMUNE'
  /** An identity service (dịch vụ định danh). */
  | 'IDENTITY'
  /** The National Public Service Portal (Cổng Dịch vụ công quốc gia). */
  | 'NATIONAL_PORTAL'
  /** A payment gateway (cổng thanh toán). */
  | 'PAYMENT';

/** How an outside system is doing (tình trạng kết nối). */
export type ConnectorState =
  /** Answers, but some deliveries fail (suy giảm). */
  | 'DEGRADED'
  /** Does not answer, or lacks settings (gián đoạn). */
  | 'DOWN'
  /** An operator has paused it: nothing is sent (tạm dừng). */
  | 'PAUSED'
  /** Answers, and nothing is stuck (hoạt động). */
  | 'UP';

/** A request to pay a dossier's fees and charges. */
export type CreatePaymentInput = {
  /** Left out: what is due. */
  amount?: number | null | undefined;
  /** The dossier (hồ sơ). */
  dossier: string | number;
  /** The same key and input give the first answer again, per caller. */
  idempotencyKey: string | number;
  /** Who carries it (đơn vị thanh toán); CASH for officers alone. */
  provider: PaymentProvider;
  /** Where the payer may go on after paying. */
  returnUrl?: string | null | undefined;
};

/** Kind of a difference (loại chênh lệch). */
export type DiscrepancyKind =
  /** Both have it, the gross amounts differ (lệch số tiền). */
  | 'AMOUNT_MISMATCH'
  /** Both have it, on different business days (lệch ngày). */
  | 'CUTOFF'
  /** Two successful payments for one obligation (thanh toán trùng). */
  | 'DUPLICATE_PAYMENT'
  /** The same provider transaction in a second row (dòng trùng). */
  | 'DUPLICATE_ROW'
  /** Net is not gross less fees, or the fee is not the contract's (lệch phí). */
  | 'FEE_MISMATCH'
  /** A row whose reference the hub does not know (thiếu bên trung tâm). */
  | 'MISSING_AT_HUB'
  /** Succeeded at the hub on that business day, in no row (thiếu bên đơn vị thanh toán). */
  | 'MISSING_AT_PROVIDER'
  /** A refund on one side alone (khoản hoàn không khớp). */
  | 'REFUND_UNMATCHED'
  /** The batch's net is not what the bank credited (lệch quyết toán). */
  | 'SETTLEMENT_MISMATCH'
  /** Both have it, one says paid and the other does not (lệch trạng thái). */
  | 'STATUS_MISMATCH'
  /** A bank credit that names no payment (ghi có không xác định). */
  | 'UNIDENTIFIED_CREDIT';

/** A paper or result (giấy tờ, kết quả). */
export type DocumentInput = {
  /** Code of the dossier component (mã thành phần hồ sơ). */
  componentCode?: string | null | undefined;
  /** Digitized (được số hóa). */
  digitized?: boolean | null | undefined;
  /** Taken from the personal data store (kho dữ liệu cá nhân). */
  fromPersonalStore?: boolean | null | undefined;
  /** A result, not a paper handed in. */
  isResult?: boolean | null | undefined;
  /** Name (tên giấy tờ). */
  name: string;
  /** Code of the result (mã kết quả). */
  resultCode?: string | null | undefined;
  /** Re-used (tái sử dụng). */
  reused?: boolean | null | undefined;
  /** SHA-256 of the file, hex. */
  sha256?: string | null | undefined;
  /** Where the file can be fetched. */
  url?: string | null | undefined;
};

/** Narrows a list of dossiers; every part that is given must hold. */
export type DossierFilter = {
  /** Any of these channels (kênh nộp). */
  channels?: Array<FilingChannel> | null | undefined;
  /** Due before this instant. */
  dueBefore?: string | null | undefined;
  /** Any of these origins (nơi nộp). */
  origins?: Array<DossierOrigin> | null | undefined;
  /** Code of the procedure (thủ tục). */
  procedure?: string | number | null | undefined;
  /** A dossier's code, a name with or without diacritics, or a personal identification number (tìm kiếm). */
  search?: string | null | undefined;
  /** Any of these states (trạng thái). */
  statuses?: Array<DossierStatus> | null | undefined;
  /** Filed at this instant or later. */
  submittedFrom?: string | null | undefined;
  /** Filed before this instant. */
  submittedTo?: string | null | undefined;
  /** Any of these standings (tiến độ). */
  timeliness?: Array<Timeliness> | null | undefined;
  /** The applicant came without any number (chưa định danh), or with one. */
  unidentified?: boolean | null | undefined;
  /** Code of the receiving or handling unit, or of one above it (đơn vị). */
  unit?: string | number | null | undefined;
};

/** A dossier as its source has it now (hồ sơ từ hệ thống một cửa). */
export type DossierIngestInput = {
  /** When it was received. */
  acceptedAt?: string | null | undefined;
  /** Who files (người nộp). */
  applicant: ApplicantInput;
  /** How it was filed. */
  channel: FilingChannel;
  /** Code of the dossier (mã hồ sơ). */
  code: string;
  /** Papers and results. */
  documents?: Array<DocumentInput> | null | undefined;
  /** When its result is due. */
  dueAt?: string | null | undefined;
  /** Fees and charges. */
  fees?: Array<FeeInput> | null | undefined;
  /** Paid outside the hub; no payment is made. */
  feesSettled?: boolean | null | undefined;
  /** Code of the handling unit (đơn vị giải quyết); left out: the receiving one. */
  handlingUnit?: string | number | null | undefined;
  /** The national portal's number, where the portal filed it. */
  nationalCode?: string | null | undefined;
  /** Where it was filed; left out: the portal where it has a national code, else the province. */
  origin?: DossierOrigin | null | undefined;
  /** Whose matter it is; left out: the applicant. */
  owner?: OwnerInput | null | undefined;
  /** Only where the source knows no more than this; implies feesSettled. */
  paidOnline?: boolean | null | undefined;
  /** What the source collected itself. */
  payments?: Array<IngestedPaymentInput> | null | undefined;
  /** Code of the procedure (mã thủ tục). */
  procedure: string | number;
  /** Its name, used where the catalogue lacks it. */
  procedureName?: string | null | undefined;
  /** Satisfaction, 1 … 5. */
  rating?: number | null | undefined;
  /** Code of the receiving unit (đơn vị tiếp nhận). */
  receivingUnit: string | number;
  /** Code of the reception point. */
  receptionPoint?: string | null | undefined;
  /** When it was refused. */
  refusedAt?: string | null | undefined;
  /** When its result was ready. */
  resolvedAt?: string | null | undefined;
  /** The result goes back by public post. */
  resultByPost?: boolean | null | undefined;
  /** When its result was returned. */
  returnedAt?: string | null | undefined;
  /** The commune system that it comes from. */
  sourceSystem: string;
  /** Grows with every change of that dossier in the source; a source without versions sends the time of the change. */
  sourceVersion: number;
  /** Its state, whatever came before. */
  status: DossierStatus;
  /** The source's whole history so far; merged by key; a STALE version's steps still join. */
  steps?: Array<DossierStepInput> | null | undefined;
  /** When it was filed. */
  submittedAt: string;
  /** What it is about (trích yếu). */
  summary?: string | null | undefined;
  /** Supplement requests. */
  supplements?: Array<DossierSupplementInput> | null | undefined;
  /** Why it was voided. */
  voidReason?: string | null | undefined;
  /** Wrongly keyed: leaves worklists and figures, stays in the trail. */
  voided?: boolean | null | undefined;
};

/** Where a dossier was filed (nơi nộp). */
export type DossierOrigin =
  /** In a ministry's system, which reports it itself (hệ thống của bộ, ngành). */
  | 'MINISTRY_SYSTEM'
  /** At the National Public Service Portal (Cổng Dịch vụ công quốc gia). */
  | 'NATIONAL_PORTAL'
  /** In a system of the province (hệ thống của tỉnh). */
  | 'PROVINCE';

/** State of a dossier (trạng thái hồ sơ), TrangThaiHoSo 1 … 10 of the national portal. */
export type DossierStatus =
  /** Received (được tiếp nhận), 2. */
  | 'ACCEPTED'
  /** Waiting for a financial obligation to be met (yêu cầu thực hiện nghĩa vụ tài chính), 6. */
  | 'PAYMENT_REQUESTED'
  /** In processing (đang xử lý), 4. */
  | 'PROCESSING'
  /** Refused at reception (không được tiếp nhận), 3. */
  | 'REFUSED'
  /** The result is ready (đã xử lý xong), 9. */
  | 'RESOLVED'
  /** The result has been returned (đã trả kết quả), 10. */
  | 'RETURNED'
  /** Stopped after reception (dừng xử lý), 8. */
  | 'STOPPED'
  /** Filed, not yet received (mới đăng ký), 1. */
  | 'SUBMITTED'
  /** Waiting for papers of the applicant (yêu cầu bổ sung giấy tờ), 5. */
  | 'SUPPLEMENT_REQUESTED'
  /** Withdrawn by the applicant (công dân yêu cầu rút hồ sơ), 7. */
  | 'WITHDRAWAL_REQUESTED';

/** One handling step as the source recorded it (bước xử lý). */
export type DossierStepInput = {
  /** When it happened. */
  at: string;
  /** What was done (nội dung xử lý). */
  content: string;
  /** Department (phòng ban). */
  department?: string | null | undefined;
  /** When the step had to end. */
  endBy?: string | null | undefined;
  /** The source's own key; without one: at + status + content. */
  key?: string | number | null | undefined;
  /** The new due date that it brought. */
  newDueAt?: string | null | undefined;
  /** Who acted (người xử lý). */
  officer: string;
  /** When the step began. */
  startedAt?: string | null | undefined;
  /** The state that it led to. */
  status: DossierStatus;
  /** Title (chức danh). */
  title?: string | null | undefined;
};

/** A supplement request and its answer (yêu cầu bổ sung). */
export type DossierSupplementInput = {
  /** What is missing. */
  content: string;
  /** Due date after. */
  newDueAt?: string | null | undefined;
  /** Counts from 1. */
  number: number;
  /** Due date before. */
  previousDueAt?: string | null | undefined;
  /** When the papers came. */
  receivedAt?: string | null | undefined;
  /** Who took them. */
  receivedBy?: string | null | undefined;
  /** When it was asked for. */
  requestedAt: string;
  /** Who asked. */
  requestedBy: string;
};

/** When a sum is collected (thời điểm thu). */
export type FeeCollection =
  /** With the result (thu sau). */
  | 'AFTER'
  /** Before handling (thu trước). */
  | 'BEFORE'
  /** Not at all: exempt (miễn). */
  | 'EXEMPT';

/** A fee or charge (phí, lệ phí), whole đồng. */
export type FeeInput = {
  /** Amount before exemption. */
  amount: number;
  /** Code (mã khoản thu). */
  code: string;
  /** When it is collected. */
  collection?: FeeCollection | null | undefined;
  /** What of it is exempt. */
  exemptedAmount?: number | null | undefined;
  /** Fee or charge. */
  kind?: FeeKind | null | undefined;
  /** Name (tên khoản thu). */
  name: string;
};

/** Kind of a sum due (loại khoản thu). */
export type FeeKind =
  /** A charge (lệ phí). */
  | 'CHARGE'
  /** A fee (phí). */
  | 'FEE';

/** How a dossier was filed (kênh nộp). */
export type FilingChannel =
  /** At the desk (trực tiếp). */
  | 'IN_PERSON'
  /** Online (trực tuyến). */
  | 'ONLINE'
  /** By public post (bưu chính công ích). */
  | 'PUBLIC_POST';

/** An identity document other than the 12-digit number (giấy tờ tùy thân). */
export type IdentityDocumentInput = {
  /** Which kind of document (loại giấy tờ). */
  kind: IdentityDocumentKind;
  /** Its number as printed (số giấy tờ). */
  number: string;
};

/** Kind of an identity document other than the 12-digit number (loại giấy tờ tùy thân). */
export type IdentityDocumentKind =
  /** The former 9-digit identity card (chứng minh nhân dân): no longer valid, still a search key. */
  | 'OLD_ID'
  /** Another paper with a number (giấy tờ khác). */
  | 'OTHER'
  /** Passport (hộ chiếu). */
  | 'PASSPORT';

/** What became of a dossier that a source sent (kết quả tiếp nhận). */
export type IngestOutcome =
  /** New to the hub. */
  | 'CREATED'
  /** Not taken, see userErrors. */
  | 'REJECTED'
  /** Older than what the hub has; its new steps were joined. */
  | 'STALE'
  /** The hub has it already. */
  | 'UNCHANGED'
  /** A newer version was taken. */
  | 'UPDATED';

/** A payment that the source collected itself (khoản thu của hệ thống một cửa). */
export type IngestedPaymentInput = {
  /** Whole đồng. */
  amount: number;
  /** Code of the merchant account that took it. */
  merchant?: string | null | undefined;
  /** When it was paid. */
  paidAt?: string | null | undefined;
  /** Who carried it. */
  provider: PaymentProvider;
  /** The provider's own number. */
  providerTransactionId?: string | null | undefined;
  /** Number of the receipt (số biên lai). */
  receiptNumber?: string | null | undefined;
  /** Where the receipt can be fetched. */
  receiptUrl?: string | null | undefined;
  /** The merchant reference. */
  reference: string;
  /** Its state. */
  status: PaymentStatus;
};

/** Whose matter it is (chủ hồ sơ); left out: the applicant. */
export type OwnerInput = {
  /** What they are (loại đối tượng). */
  kind: OwnerKind;
  /** Name (tên). */
  name: string;
  /** Personal identification number (số định danh cá nhân). */
  nationalId?: string | null | undefined;
  /** Tax code (mã số thuế). */
  taxCode?: string | null | undefined;
};

/** Whose matter a dossier is (loại đối tượng), LoaiDoiTuong 1 … 4. */
export type OwnerKind =
  /** A citizen (công dân), 1. */
  | 'CITIZEN'
  /** An enterprise (doanh nghiệp), 2. */
  | 'ENTERPRISE'
  /** Another organization (tổ chức khác), 4. */
  | 'OTHER_ORGANIZATION'
  /** A state agency (cơ quan nhà nước), 3. */
  | 'STATE_AGENCY';

/** Who carries a payment (đơn vị thanh toán). */
export type PaymentProvider =
  /** Cash at the desk (tiền mặt). */
  | 'CASH'
  /** MoMo. */
  | 'MOMO'
  /** The national portal's payment platform (Nền tảng thanh toán Cổng DVCQG). */
  | 'NATIONAL_PLATFORM'
  /** Bank transfer by QR (chuyển khoản VietQR). */
  | 'VIETQR'
  /** VNPAY. */
  | 'VNPAY'
  /** ZaloPay. */
  | 'ZALOPAY';

/** State of a payment (trạng thái thanh toán). */
export type PaymentStatus =
  /** Not paid in time (hết hạn). */
  | 'EXPIRED'
  /** Explicitly failed (thất bại). */
  | 'FAILED'
  /** Refunded in part (hoàn một phần). */
  | 'PARTIALLY_REFUNDED'
  /** Asked for; no explicit success or failure yet (đang chờ). */
  | 'PENDING'
  /** Refunded in full (đã hoàn). */
  | 'REFUNDED'
  /** A refund is on its way (đang hoàn). */
  | 'REFUND_PENDING'
  /** Paid (thành công). */
  | 'SUCCEEDED';

/** A period of civil days, both included (kỳ). */
export type PeriodInput = {
  /** First day. */
  from: string;
  /** Last day. */
  to: string;
};

/** Where a reconciliation stands (trạng thái đối soát). */
export type ReconciliationStatus =
  /** Both sides agree (khớp). */
  | 'BALANCED'
  /** There are differences (có chênh lệch). */
  | 'DISCREPANT'
  /** It could not be run; run it again (chưa chạy được). */
  | 'FAILED'
  /** The statement was refused as a whole (sao kê bị từ chối). */
  | 'REJECTED'
  /** Being run (đang chạy). */
  | 'RUNNING';

/** What a token lets its holder do (vai trò). */
export type Role =
  /** Payments and reconciliation (kế toán). */
  | 'ACCOUNTANT'
  /** Officers, sources, merchants, calendars (quản trị). */
  | 'ADMINISTRATOR'
  /** Reads everything, personal data masked (thanh tra, kiểm tra). */
  | 'AUDITOR'
  /** An auditor unmasked, for an hour (truy cập khẩn cấp). */
  | 'BREAK_GLASS'
  /** A citizen with their own dossiers (công dân). */
  | 'CITIZEN'
  /** An officer of a unit (cán bộ, công chức). */
  | 'OFFICER'
  /** Connectors and synchronizations, without personal data (vận hành). */
  | 'OPERATOR'
  /** A one-stop system that feeds dossiers (hệ thống một cửa). */
  | 'SYSTEM'
  /** The leader of a unit (lãnh đạo đơn vị). */
  | 'UNIT_LEADER';

/** Where a synchronization stands (trạng thái đồng bộ). */
export type SyncState =
  /** Acknowledged by the outside system (đã đồng bộ). */
  | 'DELIVERED'
  /** Refused by the outside system: a person must act (cần xử lý). */
  | 'PARKED'
  /** Not yet sent (đang chờ). */
  | 'PENDING'
  /** Sent without success; it will be sent again (đang thử lại). */
  | 'RETRYING';

/** How a dossier stands to its due date (tiến độ). */
export type Timeliness =
  /** Due within one working day (sắp đến hạn). */
  | 'DUE_SOON'
  /** Finished late (trễ hạn). */
  | 'LATE'
  /** Has no due date or never began to run (không tính hạn). */
  | 'NOT_APPLICABLE'
  /** Finished on time (đúng hạn). */
  | 'ON_TIME'
  /** Past its due date and not finished (quá hạn). */
  | 'OVERDUE'
  /** Within time (trong hạn). */
  | 'RUNNING';

/** Kind of an administrative unit (loại đơn vị). */
export type UnitKind =
  /** A branch of a department (chi nhánh). */
  | 'BRANCH'
  /** A commune (xã). */
  | 'COMMUNE'
  /** A department of the province (sở, ngành). */
  | 'DEPARTMENT'
  /** A former district (huyện), dissolved on 1 July 2025. */
  | 'DISTRICT'
  /** The province (tỉnh). */
  | 'PROVINCE'
  /** A special zone (đặc khu). */
  | 'SPECIAL_ZONE'
  /** A ward (phường). */
  | 'WARD';

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { viewer: { subject: string, roles: Array<Role> } | null };

export type ConsoleConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleConnectorsQuery = { connectors: Array<{ id: string, kind: ConnectorKind, state: ConnectorState, pending: number, parked: number, oldestPendingAt: string | null, lastSuccessAt: string | null, lastError: string | null }> };

export type ConsoleStuckQueryVariables = Exact<{
  first: number;
}>;


export type ConsoleStuckQuery = { synchronizationProblems: Array<{ errorCode: string, message: string, advice: string, count: number, units: number, oldest: string }>, parked: { totalCount: number, nodes: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null }> }, retrying: { totalCount: number, nodes: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null }> }, pending: { totalCount: number, nodes: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null }> } };

export type ConsoleSynchronizationFragment = { id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null };

export type ConsoleFiguresQueryVariables = Exact<{
  province: string | number;
  period: PeriodInput;
}>;


export type ConsoleFiguresQuery = { administrativeUnit: { code: string, name: string, kind: UnitKind, units: Array<{ code: string, name: string, kind: UnitKind, indicators: { asOf: string, dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, satisfactionRate: number | null } }>, indicators: { asOf: string, dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, satisfactionRate: number | null } } | null };

export type ConsoleUnitFragment = { code: string, name: string, kind: UnitKind, indicators: { asOf: string, dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, satisfactionRate: number | null } };

export type ConsolePauseMutationVariables = Exact<{
  id: string | number;
}>;


export type ConsolePauseMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleResumeMutationVariables = Exact<{
  id: string | number;
}>;


export type ConsoleResumeMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleRetryMutationVariables = Exact<{
  errorCode: string;
}>;


export type ConsoleRetryMutation = { change: { retried: number, userErrors: Array<{ code: string, message: string }> } };

export type WorklistQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WorklistQuery = { dossiers: { nodes: Array<{ id: string, code: string, status: DossierStatus, timeliness: Timeliness, submittedAt: string, dueAt: string | null, amountDue: number | null, amountPaid: number | null, procedure: { code: string, name: string }, receivingUnit: { code: string, name: string }, applicant: { id: string, fullName: string | null, maskedNationalId: string | null } | null, payments: Array<{ reference: string, provider: PaymentProvider, status: PaymentStatus, amount: number }> | null, synchronizations: Array<{ operation: string, sequence: number, state: SyncState }> | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type IngestMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestMutation = { ingestDossiers: { created: number, updated: number, unchanged: number, stale: number, rejected: number, results: Array<{ code: string, outcome: IngestOutcome, userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, dossier: { id: string, code: string, version: number, amountDue: number | null, amountPaid: number | null, synchronizations: Array<{ operation: string, sequence: number, state: SyncState }> | null } | null }> } };

export type SynchronizationsQueryVariables = Exact<{
  code: string;
}>;


export type SynchronizationsQuery = { dossier: { synchronizations: Array<{ operation: string, sequence: number, state: SyncState, attempts: number, errorCode: string | null }> | null } | null };

export type CreatePaymentMutationVariables = Exact<{
  input: CreatePaymentInput;
}>;


export type CreatePaymentMutation = { createPayment: { payment: { id: string, reference: string, status: PaymentStatus, amount: number, checkoutUrl: string | null, merchant: { code: string } } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type PaymentQueryVariables = Exact<{
  reference: string;
}>;


export type PaymentQuery = { payment: { status: PaymentStatus, paidAt: string | null, providerTransactionId: string | null, entries: Array<{ account: string, debit: number, credit: number }>, dossier: { code: string, amountDue: number | null, amountPaid: number | null } | null } | null };

export type ReconcileMutationVariables = Exact<{
  provider: PaymentProvider;
  day: string;
}>;


export type ReconcileMutation = { startReconciliation: { reconciliations: Array<{ status: ReconciliationStatus, statementVersion: number | null, statementRows: number, matched: number, discrepancyCount: number, statementTotal: number, hubTotal: number, rejection: string | null, discrepancies: { nodes: Array<{ kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null, detail: string }> } }>, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type ConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorsQuery = { connectors: Array<{ id: string, kind: ConnectorKind, state: ConnectorState, pending: number, parked: number, oldestPendingAt: string | null, lastSuccessAt: string | null, lastError: string | null }>, synchronizationProblems: Array<{ errorCode: string, message: string, advice: string, count: number, units: number, oldest: string }> };

export type FiguresQueryVariables = Exact<{
  unit: string | number;
  from: string;
  to: string;
}>;


export type FiguresQuery = { administrativeUnit: { name: string, indicators: { dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, satisfactionRate: number | null } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ConsoleSynchronizationFragmentDoc = new TypedDocumentString(`
    fragment ConsoleSynchronization on Synchronization {
  id
  connector {
    id
  }
  subject
  unit {
    name
  }
  operation
  sequence
  state
  attempts
  requestedAt
  nextAttemptAt
  errorCode
  lastError
}
    `, {"fragmentName":"ConsoleSynchronization"}) as unknown as TypedDocumentString<ConsoleSynchronizationFragment, unknown>;
export const ConsoleUnitFragmentDoc = new TypedDocumentString(`
    fragment ConsoleUnit on AdministrativeUnit {
  code
  name
  kind
  indicators(period: $period) {
    asOf
    dossiersReceived
    dossiersReceivedAtCommunes
    receivedOnline
    dossiersWithFee
    paidOnline
    onlineFilingRate
    onlinePaymentRate
    resolvedOnTimeRate
    satisfactionRate
  }
}
    `, {"fragmentName":"ConsoleUnit"}) as unknown as TypedDocumentString<ConsoleUnitFragment, unknown>;
export const ConsoleViewerDocument = new TypedDocumentString(`
    query ConsoleViewer {
  viewer {
    subject
    roles
  }
}
    `) as unknown as TypedDocumentString<ConsoleViewerQuery, ConsoleViewerQueryVariables>;
export const ConsoleConnectorsDocument = new TypedDocumentString(`
    query ConsoleConnectors {
  connectors {
    id
    kind
    state
    pending
    parked
    oldestPendingAt
    lastSuccessAt
    lastError
  }
}
    `) as unknown as TypedDocumentString<ConsoleConnectorsQuery, ConsoleConnectorsQueryVariables>;
export const ConsoleStuckDocument = new TypedDocumentString(`
    query ConsoleStuck($first: Int!) {
  synchronizationProblems {
    errorCode
    message
    advice
    count
    units
    oldest
  }
  parked: synchronizations(states: [PARKED], first: $first) {
    totalCount
    nodes {
      ...ConsoleSynchronization
    }
  }
  retrying: synchronizations(states: [RETRYING], first: $first) {
    totalCount
    nodes {
      ...ConsoleSynchronization
    }
  }
  pending: synchronizations(states: [PENDING], first: $first) {
    totalCount
    nodes {
      ...ConsoleSynchronization
    }
  }
}
    fragment ConsoleSynchronization on Synchronization {
  id
  connector {
    id
  }
  subject
  unit {
    name
  }
  operation
  sequence
  state
  attempts
  requestedAt
  nextAttemptAt
  errorCode
  lastError
}`) as unknown as TypedDocumentString<ConsoleStuckQuery, ConsoleStuckQueryVariables>;
export const ConsoleFiguresDocument = new TypedDocumentString(`
    query ConsoleFigures($province: ID!, $period: PeriodInput!) {
  administrativeUnit(code: $province) {
    ...ConsoleUnit
    units {
      ...ConsoleUnit
    }
  }
}
    fragment ConsoleUnit on AdministrativeUnit {
  code
  name
  kind
  indicators(period: $period) {
    asOf
    dossiersReceived
    dossiersReceivedAtCommunes
    receivedOnline
    dossiersWithFee
    paidOnline
    onlineFilingRate
    onlinePaymentRate
    resolvedOnTimeRate
    satisfactionRate
  }
}`) as unknown as TypedDocumentString<ConsoleFiguresQuery, ConsoleFiguresQueryVariables>;
export const ConsolePauseDocument = new TypedDocumentString(`
    mutation ConsolePause($id: ID!) {
  change: pauseConnector(id: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsolePauseMutation, ConsolePauseMutationVariables>;
export const ConsoleResumeDocument = new TypedDocumentString(`
    mutation ConsoleResume($id: ID!) {
  change: resumeConnector(id: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleResumeMutation, ConsoleResumeMutationVariables>;
export const ConsoleRetryDocument = new TypedDocumentString(`
    mutation ConsoleRetry($errorCode: String!) {
  change: retrySynchronizations(errorCode: $errorCode) {
    retried
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleRetryMutation, ConsoleRetryMutationVariables>;
export const WorklistDocument = new TypedDocumentString(`
    query Worklist($filter: DossierFilter, $first: Int, $after: String) {
  dossiers(filter: $filter, first: $first, after: $after) {
    nodes {
      id
      code
      status
      timeliness
      submittedAt
      dueAt
      procedure {
        code
        name
      }
      receivingUnit {
        code
        name
      }
      applicant {
        id
        fullName
        maskedNationalId
      }
      amountDue
      amountPaid
      payments {
        reference
        provider
        status
        amount
      }
      synchronizations {
        operation
        sequence
        state
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WorklistQuery, WorklistQueryVariables>;
export const IngestDocument = new TypedDocumentString(`
    mutation Ingest($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) {
    created
    updated
    unchanged
    stale
    rejected
    results {
      code
      outcome
      userErrors {
        code
        message
        field
      }
      dossier {
        id
        code
        version
        amountDue
        amountPaid
        synchronizations {
          operation
          sequence
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestMutation, IngestMutationVariables>;
export const SynchronizationsDocument = new TypedDocumentString(`
    query Synchronizations($code: String!) {
  dossier(code: $code) {
    synchronizations {
      operation
      sequence
      state
      attempts
      errorCode
    }
  }
}
    `) as unknown as TypedDocumentString<SynchronizationsQuery, SynchronizationsQueryVariables>;
export const CreatePaymentDocument = new TypedDocumentString(`
    mutation CreatePayment($input: CreatePaymentInput!) {
  createPayment(input: $input) {
    payment {
      id
      reference
      status
      amount
      checkoutUrl
      merchant {
        code
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreatePaymentMutation, CreatePaymentMutationVariables>;
export const PaymentDocument = new TypedDocumentString(`
    query Payment($reference: String!) {
  payment(reference: $reference) {
    status
    paidAt
    providerTransactionId
    entries {
      account
      debit
      credit
    }
    dossier {
      code
      amountDue
      amountPaid
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentQuery, PaymentQueryVariables>;
export const ReconcileDocument = new TypedDocumentString(`
    mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {
  startReconciliation(provider: $provider, businessDate: $day) {
    reconciliations {
      status
      statementVersion
      statementRows
      matched
      discrepancyCount
      statementTotal
      hubTotal
      rejection
      discrepancies(first: 100) {
        nodes {
          kind
          reference
          hubAmount
          statementAmount
          detail
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReconcileMutation, ReconcileMutationVariables>;
export const ConnectorsDocument = new TypedDocumentString(`
    query Connectors {
  connectors {
    id
    kind
    state
    pending
    parked
    oldestPendingAt
    lastSuccessAt
    lastError
  }
  synchronizationProblems {
    errorCode
    message
    advice
    count
    units
    oldest
  }
}
    `) as unknown as TypedDocumentString<ConnectorsQuery, ConnectorsQueryVariables>;
export const FiguresDocument = new TypedDocumentString(`
    query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {
  administrativeUnit(code: $unit) {
    name
    indicators(period: {from: $from, to: $to}) {
      dossiersReceived
      dossiersReceivedAtCommunes
      receivedOnline
      dossiersWithFee
      paidOnline
      onlineFilingRate
      onlinePaymentRate
      resolvedOnTimeRate
      satisfactionRate
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresQuery, FiguresQueryVariables>;