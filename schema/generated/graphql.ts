/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether it is known whose money it is (trạng thái ghi có). */
export type AccountCreditState =
  /** Cash that was paid in arrived with it (nộp tiền mặt). */
  | 'CASH_DEPOSIT'
  /** It paid a payment (đã xác định). */
  | 'MATCHED'
  /** It is neither fee nor charge (khoản thu khác). */
  | 'NOT_FEES'
  /** It goes back to whoever sent it (trả lại). */
  | 'RETURNED'
  /** A provider paid out batches with it (thanh quyết toán). */
  | 'SETTLEMENT'
  /** Nobody knows yet what it is for (chưa xác định). */
  | 'UNIDENTIFIED';

/** In which form a statement of an account came (định dạng sao kê). */
export type AccountStatementForm =
  /** ISO 20022 camt.053. */
  | 'CAMT053'
  /** The hub's own form. */
  | 'CANONICAL'
  /** SWIFT MT940. */
  | 'MT940'
  /** A table of the bank (CSV, XLSX). */
  | 'TABLE';

/** What an alert is about (loại cảnh báo). */
export type AlertKind =
  /** The statement of an account at a bank or the treasury has not come by the morning of a working day (thiếu sao kê tài khoản). */
  | 'ACCOUNT_STATEMENT_MISSING'
  /** An outside system has not answered for some time (mất kết nối). */
  | 'CONNECTOR_DOWN'
  /** The oldest synchronization of today waits for too long (tồn đọng lâu). */
  | 'OLDEST_PENDING'
  /** At the end of the day not all of it had reached the outside system (số gửi khác số nhận). */
  | 'SENT_NOT_RECEIVED'
  /** A source system has sent nothing in working time (hệ thống nguồn im lặng). */
  | 'SOURCE_SILENT'
  /** A server with a provider's statements can't be read for some time, or is not the one that was agreed (không lấy được sao kê). */
  | 'STATEMENTS_NOT_FETCHED'
  /** A provider's statement has not come by the morning of a working day (thiếu sao kê). */
  | 'STATEMENT_MISSING';

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

/** How well a person proved who they are (mức độ định danh), Decree 69/2024. */
export type AssuranceLevel =
  /** By an electronic identity account of level 1 (tài khoản định danh điện tử mức 1). */
  | 'LEVEL_1'
  /** By an electronic identity account of level 2 (tài khoản định danh điện tử mức 2). */
  | 'LEVEL_2'
  /** By no account: as a source wrote it down (chưa định danh). */
  | 'NONE';

/** An account to be registered, or a change of one; what is left out is empty afterwards. */
export type BankAccountInput = {
  /** False: no statement of it is taken any more (ngừng dùng). */
  active?: boolean;
  /** The bank's BIN, six digits (mã BIN). */
  bankBin?: string | null | undefined;
  /** The bank's or the treasury office's name (tên ngân hàng, kho bạc). */
  bankName: string;
  /** Who keeps it (loại). */
  kind: BankAccountKind;
  /** Its number, 4 to 34 letters and digits; spaces, dots and dashes are dropped (số tài khoản). */
  number: string;
  /** How its bank's own table (CSV, XLSX) is read, where it is not as banks usually write it: columns, labels, balances (hồ sơ cột). */
  profile?: unknown;
  /** In whose books it stands (đơn vị). */
  unit: string | number;
};

/** Who keeps an account (loại tài khoản). */
export type BankAccountKind =
  /** A bank (ngân hàng). */
  | 'BANK'
  /** The state treasury (kho bạc nhà nước). */
  | 'TREASURY';

/** Whether deliveries go to an outside system (cầu dao kết nối). */
export type BreakerState =
  /** They go (đang gửi). */
  | 'CLOSED'
  /** It is being tried: one call at a time, each with more than the last (đang thử lại). */
  | 'HALF_OPEN'
  /** It did not answer: nothing goes until it is tried again (đang ngắt). */
  | 'OPEN';

/** What is special about a civil day of a unit (ngày đặc biệt). */
export type CalendarDayInput = {
  /** The day (ngày). */
  date: string;
  /** What it is (loại ngày). */
  kind: CalendarDayKind;
  /** What it is called, 1 … 200 characters (tên ngày). */
  name: string;
  /** Of a SHORT_DAY, in order; of no other (giờ làm việc). */
  sessions?: Array<OpeningSessionInput> | null | undefined;
  /** Code of the unit; the province's holds for all that have no entry of their own (đơn vị). */
  unit: string | number;
};

/** What is special about a civil day (loại ngày). */
export type CalendarDayKind =
  /** Closed (ngày nghỉ). */
  | 'HOLIDAY'
  /** Worked instead of another day (ngày làm bù). */
  | 'MAKE_UP_DAY'
  /** Nothing: as every such weekday, whatever the units above say (ngày thường). */
  | 'ORDINARY_DAY'
  /** Open in hours of its own; up to five of them count as half a day (ngày làm việc nửa buổi). */
  | 'SHORT_DAY';

/** Where the cash of a drawer is (trạng thái ngăn tiền). */
export type CashDrawerState =
  /** Taken over by the unit's accountant (đã bàn giao). */
  | 'ACCEPTED'
  /** Counted by its officer (đã kiểm đếm). */
  | 'COUNTED'
  /** Paid in at a bank or the treasury (đã nộp). */
  | 'DEPOSITED'
  /** Being taken in (đang thu). */
  | 'OPEN';

/** Notes of one denomination (tờ tiền). */
export type CashPieces = {
  /** Denomination, whole đồng (mệnh giá). */
  denomination: number;
  /** How many (số tờ). */
  pieces: number;
};

/** What changed of a procedure (thay đổi thủ tục). */
export type CatalogueChangeKind =
  /** It is new (thêm mới). */
  | 'ADDED'
  /** Name, field, fee or time changed (thay đổi). */
  | 'CHANGED'
  /** It was met in a dossier before, and is known now (xác nhận). */
  | 'CONFIRMED'
  /** It is listed again (áp dụng lại). */
  | 'RETURNED'
  /** It is listed no more and out of use; it stays (ngừng áp dụng). */
  | 'WITHDRAWN';

/** How a look at the national catalogue ended (kết quả cập nhật danh mục). */
export type CataloguePullOutcome =
  /** The list was taken (đã cập nhật). */
  | 'DONE'
  /** The list was empty or much shorter: nothing was taken out of use (danh sách thiếu bất thường, giữ nguyên). */
  | 'GUARDED';

/** What a comparison with the national portal found (kết quả đối chiếu). */
export type ComparisonKind =
  /** The portal has it as the hub has it (khớp). */
  | 'EQUAL'
  /** The portal has a dossier that should not be there (thừa trên Cổng). */
  | 'EXTRA'
  /** The portal does not know the dossier (thiếu trên Cổng). */
  | 'MISSING'
  /** The portal has it in another state (khác trạng thái). */
  | 'STATE_DIFFERS'
  /** The portal has it at another unit (khác đơn vị xử lý). */
  | 'UNIT_DIFFERS'
  /** The portal knows it and does not say in what state (chưa rõ). */
  | 'UNKNOWN';

/** Why a dossier was compared (mục đích đối chiếu). */
export type ComparisonPurpose =
  /** It is sent, and the night looked whether it is there as it was sent. */
  | 'NIGHTLY'
  /** The reporting switch of its unit and source is COMPARE: it is not sent yet. */
  | 'SWITCH';

/** What an outside system is (loại hệ thống). */
export type ConnectorKind =
  /** A commune's one-stop system (hệ thống một cửa cấp xã). */
  | 'COMMUNE'
  /** An identity service (dịch vụ định danh). */
  | 'IDENTITY'
  /** The National Public Service Portal (Cổng Dịch vụ công quốc gia). */
  | 'NATIONAL_PORTAL'
  /** A payment gateway (cổng thanh toán). */
  | 'PAYMENT'
  /** A provider of electronic receipts (tổ chức cung cấp biên lai điện tử). */
  | 'RECEIPT'
  /** Public reports that are read there (báo cáo công bố). */
  | 'REPORTING';

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
  /** The same key and input give the first answer again, per caller, for 30 days. */
  idempotencyKey: string | number;
  /** Who carries it (đơn vị thanh toán); CASH for officers alone. */
  provider: PaymentProvider;
  /** Where the payer may go on after paying. */
  returnUrl?: string | null | undefined;
};

/** Why a credit pays nothing (lý do không ghi thu). */
export type CreditClosing =
  /** It is neither fee nor charge (khoản thu khác). */
  | 'NOT_FEES'
  /** It goes back to whoever sent it (trả lại). */
  | 'RETURNED';

/** How somebody is told of a unit's day (kênh nhận). */
export type DayListChannel =
  /** By e-mail (thư điện tử). */
  | 'EMAIL'
  /** By a signed webhook, in the form of Standard Webhooks. */
  | 'WEBHOOK';

/** Who is told of a unit's day (nơi nhận việc hôm nay). */
export type DayListRecipientInput = {
  /** The e-mail address, or the address of the webhook (địa chỉ). */
  address: string;
  /** How (kênh). */
  channel: DayListChannel;
  /** In which language; left out: Vietnamese, or as it was where the recipient is named already (ngôn ngữ). */
  language?: MessageLanguage | null | undefined;
  /** Whose part of the day (vai trò). */
  role: DayListRole;
  /** Code of the unit (đơn vị). */
  unit: string | number;
};

/** Whose part of a unit's day it is (vai trò nhận). */
export type DayListRole =
  /** The accountant: money (kế toán). */
  | 'ACCOUNTANT'
  /** The operator: what is stuck (vận hành). */
  | 'OPERATOR'
  /** The leader: dossiers, and what is stuck (lãnh đạo đơn vị). */
  | 'UNIT_LEADER';

/** How the time goes on when the asked papers are there (thời hạn sau khi bổ sung). */
export type DeadlineAfterSupplement =
  /** With what was left of it (tính tiếp). */
  | 'CONTINUE'
  /** It begins anew (tính lại từ đầu). */
  | 'RESTART';

/** From when a time limit in working days is counted (cách tính thời hạn). */
export type DeadlineCounting =
  /** From the minute of receipt (từ thời điểm tiếp nhận). */
  | 'FROM_MINUTE'
  /** From the working day after receipt (từ ngày làm việc tiếp theo). */
  | 'FROM_NEXT_DAY';

/** To what the calendar's cutoff applies (áp dụng giờ chốt tiếp nhận). */
export type DeadlineCutoff =
  /** To everything (mọi thủ tục). */
  | 'ALWAYS'
  /** To nothing (không áp dụng). */
  | 'NEVER'
  /** To what is decided on the day of receipt alone (chỉ thủ tục giải quyết trong ngày). */
  | 'SAME_DAY_ONLY';

/** A rule for time limits; it replaces the one of the same procedure and first day (quy tắc tính thời hạn). */
export type DeadlineRuleInput = {
  /** How it goes on after a supplement (sau bổ sung). */
  afterSupplement?: DeadlineAfterSupplement | null | undefined;
  /** Working days that the province promises, of a procedure's rule alone (cam kết). */
  committedDays?: number | null | undefined;
  /** From when it is counted (cách tính). */
  counting?: DeadlineCounting | null | undefined;
  /** To what the cutoff applies (giờ chốt). */
  cutoff?: DeadlineCutoff | null | undefined;
  /** The procedure (mã thủ tục); left out: the province's rule, which leaves nothing open. */
  procedure?: string | number | null | undefined;
  /** Why it is changed (lý do). */
  reason: string;
  /** Working days by law, of a procedure's rule alone (theo luật). */
  statutoryDays?: number | null | undefined;
  /** States in which the clock stands: SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED (trạng thái dừng tính). */
  stoppingStates?: Array<DossierStatus> | null | undefined;
  /** How many supplement requests stop the clock, 0 … 10 (số lần yêu cầu bổ sung). */
  supplements?: number | null | undefined;
  /** For what is received on this day or later (áp dụng từ ngày). */
  validFrom: string;
  /** For what is received before this day (đến trước ngày). */
  validTo?: string | null | undefined;
};

/** Kind of a difference (loại chênh lệch). */
export type DiscrepancyKind =
  /** Both have it, the gross amounts differ (lệch số tiền). */
  | 'AMOUNT_MISMATCH'
  /** Cash of a drawer that is not on the account in time; the reference is the drawer (tiền mặt chưa nộp, chưa về). */
  | 'CASH_NOT_ARRIVED'
  /** Cash that was taken and lies in a drawer that nobody has counted (tiền mặt chưa kiểm đếm). */
  | 'CASH_NOT_COUNTED'
  /** A drawer in which more or less was counted than was taken; the reference is the drawer (thừa, thiếu quỹ). */
  | 'CASH_OVER_SHORT'
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

/** How a difference is settled (cách xử lý chênh lệch). */
export type DiscrepancyResolution =
  /** As the hub has it (theo trung tâm). */
  | 'ACCEPT_HUB'
  /** As the provider has it (theo đơn vị thanh toán). */
  | 'ACCEPT_PROVIDER'
  /** With another day (chuyển sang ngày khác). */
  | 'CARRY_OVER'
  /** By a refund (hoàn tiền). */
  | 'REFUND'
  /** By writing it off (xóa sổ). */
  | 'WRITE_OFF';

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
  /** The due date that was given and the hub's own are different days, or the same one (ngày hẹn trả khác ngày hệ thống tính). */
  dueDateDiffers?: boolean | null | undefined;
  /** Any of these origins (nơi nộp). */
  origins?: Array<DossierOrigin> | null | undefined;
  /** Code of the procedure (thủ tục). */
  procedure?: string | number | null | undefined;
  /** Reported to the national portal by the hub, or recorded alone because another system reports it (đồng bộ / chỉ ghi nhận). */
  reported?: boolean | null | undefined;
  /** A dossier's code, a name with or without diacritics, a personal identification number, the number of another paper of the applicant's (an old card, a passport), or an organization's tax code (tìm kiếm). */
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
  /** What the portal alone is told besides. */
  particulars?: PortalParticularsInput | null | undefined;
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
  /** Wrongly keyed: leaves worklists and figures, stays in the trail (hủy do nhập sai). False says nothing of a void that the hub made and this source has not repeated yet; of any other it takes it back. */
  voided?: boolean | null | undefined;
};

/** Order of a list of dossiers; ties by id; no due date comes last. */
export type DossierOrder =
  /** Due earliest first. */
  | 'DUE_AT_ASC'
  /** Due latest first. */
  | 'DUE_AT_DESC'
  /** Filed earliest first. */
  | 'SUBMITTED_AT_ASC'
  /** Filed latest first. */
  | 'SUBMITTED_AT_DESC';

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

/** Why a dossier will cost points (nguyên nhân mất điểm). */
export type EarlyWarningReason =
  /** It becomes late unless it ends by its due date (sắp quá hạn). */
  | 'DUE'
  /** Its fees are not paid yet, and could be paid online (chưa thanh toán trực tuyến). */
  | 'NOT_PAID_ONLINE'
  /** None of its papers is digitized (chưa số hóa thành phần hồ sơ). */
  | 'PAPERS_NOT_DIGITIZED'
  /** It has no electronic result, and ends by its due date (chưa có kết quả điện tử). */
  | 'RESULT_FILE_MISSING';

/** Whose turn it is (đến lượt ai). */
export type EarlyWarningTurn =
  /** The applicant: papers or money are awaited (người nộp). */
  | 'APPLICANT'
  /** The unit that handles it (nơi giải quyết). */
  | 'HANDLING_UNIT'
  /** The desk that received it: accept or refuse (nơi tiếp nhận). */
  | 'RECEIVING_UNIT';

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

/** How points come out of a ratio (cách chấm điểm). */
export type IndexFormula =
  /** The most points times the ratio (điểm tối đa × tỷ lệ). */
  | 'RATIO'
  /** All points from the target on, less in proportion below it (đạt mục tiêu thì đủ điểm). */
  | 'RATIO_TO_TARGET'
  /** Shown without points (chỉ tham khảo). */
  | 'REFERENCE'
  /** It has points, but nobody outside the portal knows how they are given (chưa rõ cách chấm). */
  | 'UNSETTLED';

/** What a row that does not apply to a unit does (khi không áp dụng). */
export type IndexNotApplicable =
  /** It gives all its points (cho đủ điểm). */
  | 'GRANT'
  /** It leaves the sum and its maximum (bỏ khỏi tổng và điểm tối đa). */
  | 'LEAVE_OUT';

/** How a row of the index is to give points; what is left out stays as it is (thay đổi một chỉ số thành phần). */
export type IndexRuleInput = {
  /** The row (mã chỉ số thành phần). */
  code: string | number;
  /** Whether it applies to communes (áp dụng cho cấp xã). */
  communeLevel?: boolean | null | undefined;
  /** How points are given (cách chấm). */
  formula?: IndexFormula | null | undefined;
  /** The most points, more than 0 and 100 at most (điểm tối đa). */
  max?: number | null | undefined;
  /** What it does where it does not apply (khi không áp dụng). */
  notApplicable?: IndexNotApplicable | null | undefined;
  /** The target in percent, more than 0 and 100 at most; of RATIO_TO_TARGET alone (mục tiêu, %). */
  targetPercent?: number | null | undefined;
  /** What nothing to nothing is worth (khi mẫu số bằng 0). */
  whenNone?: IndexWhenNone | null | undefined;
};

/** A change of the index from a day on, of one row or of several that belong together (thay đổi quy tắc chấm điểm). */
export type IndexRulesInput = {
  /** Why it is changed, e.g. the decision that says so (lý do, căn cứ). */
  reason: string;
  /** The rows that change; all others stay. */
  rules: Array<IndexRuleInput>;
  /** For periods that end on this day or later (áp dụng từ ngày). */
  validFrom: string;
};

/** What a ratio of nothing to nothing is worth (khi mẫu số bằng 0). */
export type IndexWhenNone =
  /** All points (đủ điểm). */
  | 'FULL'
  /** Not known (chưa rõ). */
  | 'UNKNOWN'
  /** None (không điểm). */
  | 'ZERO';

/** Form of a file of figures (định dạng tệp). */
export type IndicatorFileFormat =
  /** The rows of the index, RFC 4180, UTF-8 with a byte order mark. */
  | 'CSV'
  /** A workbook: units with their figures, and the rows of the index (bảng tính). */
  | 'XLSX';

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

/** In which language somebody is told (ngôn ngữ nhận). */
export type MessageLanguage =
  /** English (tiếng Anh). */
  | 'EN'
  /** Vietnamese (tiếng Việt). */
  | 'VI';

/** A move of a dossier to another state (chuyển trạng thái). */
export type MoveDossierInput = {
  /** Papers that belong to the move; results come with RESOLVED or RETURNED. */
  documents?: Array<DocumentInput> | null | undefined;
  /** The dossier. */
  dossier: string | number;
  /** The version that the caller saw; another one: VERSION_CONFLICT. */
  expectedVersion?: number | null | undefined;
  /** Fees that belong to the move; one of a known code replaces it. */
  fees?: Array<FeeInput> | null | undefined;
  /** The new due date, with an apology (hẹn lại); or the first one, where the time of the procedure is not known. */
  newDueAt?: string | null | undefined;
  /** Reason or remark (lý do, ghi chú): a refusal, stop, withdrawal, supplement request or new due date needs one. */
  note?: string | null | undefined;
  /** The state that it moves to. */
  to: DossierStatus;
};

/** A weekday of a unit (ngày trong tuần). */
export type OpeningDayInput = {
  /** When desks are open, in order (giờ làm việc). */
  sessions: Array<OpeningSessionInput>;
  /** 1 Monday … 7 Sunday (thứ Hai … Chủ nhật). */
  weekday: number;
};

/** A unit's hours from a day on (giờ làm việc của đơn vị). */
export type OpeningHoursInput = {
  /** HH:MM: what comes later counts as received on the next working day (giờ chốt tiếp nhận). */
  cutoff: string;
  /** Code of the unit (đơn vị). */
  unit: string | number;
  /** The first day on which they hold (áp dụng từ ngày). */
  validFrom: string;
  /** The week; a weekday that is left out is closed (các ngày trong tuần). */
  week: Array<OpeningDayInput>;
};

/** A time in which desks are open (giờ làm việc). */
export type OpeningSessionInput = {
  /** HH:MM, local. */
  from: string;
  /** HH:MM, local; later than `from`. */
  to: string;
};

/** A paper that came with a dossier and is no component of its procedure (giấy tờ khác kèm theo). */
export type OtherPaperInput = {
  /** How many (số lượng). */
  count: number;
  /** The portal's kind of paper (loại giấy tờ); its list is not published. */
  kind?: number | null | undefined;
  /** Name (tên giấy tờ). */
  name: string;
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

/** Narrows a list of payments; every part that is given must hold. */
export type PaymentFilter = {
  /** Made at this instant or later. */
  createdFrom?: string | null | undefined;
  /** Made before this instant. */
  createdTo?: string | null | undefined;
  /** For this dossier (hồ sơ). */
  dossier?: string | number | null | undefined;
  /** To this merchant. */
  merchant?: string | number | null | undefined;
  /** Through this provider. */
  provider?: PaymentProvider | null | undefined;
  /** A whole reference, a provider's transaction number or a dossier's code (tìm kiếm). */
  search?: string | null | undefined;
  /** In any of these states. */
  statuses?: Array<PaymentStatus> | null | undefined;
  /** Code of the dossier's receiving or handling unit, or of one above it (đơn vị). */
  unit?: string | number | null | undefined;
};

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

/** Why a code is listed as extra no more (lý do hết thừa). */
export type PortalExtraEnding =
  /** The portal has it no more (Cổng không còn). */
  | 'GONE'
  /** A dossier of the hub has the code now (trục đã có hồ sơ mang mã này). */
  | 'OURS';

/** How a look at one of the portal's lists ended (kết quả cập nhật). */
export type PortalListOutcome =
  /** It was taken (đã cập nhật). */
  | 'DONE'
  /** It could not be had; it is asked for again (chưa lấy được). */
  | 'FAILED'
  /** It was empty or much shorter: what was held stays (danh sách thiếu bất thường, giữ nguyên). */
  | 'GUARDED';

/** What a source has to say of a dossier to the national portal alone; the hub passes it on and shows it to nobody (thông tin chỉ gửi Cổng DVCQG). A version that leaves it out takes it back. */
export type PortalParticularsInput = {
  /** Fax: the owner's. */
  fax?: string | null | undefined;
  /** GhiChu: a note. */
  note?: string | null | undefined;
  /** ThongTinKhac: what else is to be said of the owner or the case. */
  otherInformation?: string | null | undefined;
  /** DanhSachTepDinhKemKhac: papers that are no component of the procedure. */
  otherPapers?: Array<OtherPaperInput> | null | undefined;
  /** SoBienNhan: number of the receipt slip, where there is one beside the code. */
  receiptNumber?: string | null | undefined;
  /** ThongTinTra: how or to whom the result was returned. */
  returnNote?: string | null | undefined;
};

/** The national portal's services that report a dossier (dịch vụ của Cổng DVCQG). */
export type PortalService =
  /** Its handling steps (cập nhật tiến độ hồ sơ). */
  | 'CapNhatTienDoHoSoMC'
  /** The dossier in whole, inserted or updated (đồng bộ hồ sơ). */
  | 'DongBoHoSoMC'
  /** The state of a dossier that the portal has already (đồng bộ trạng thái hồ sơ). */
  | 'DongBoTrangThaiHoSo';

/** A unit's merchant to be proposed, or a change of one. */
export type ProposedMerchant = {
  /** The provider's code of it (mã đơn vị chấp nhận thanh toán). */
  code: string;
  /** The contract's fixed fee of a payment, whole đồng; left out: as it is (phí cố định). */
  feeFixed?: number | null | undefined;
  /** The contract's fee in millionths of the amount; left out: as it is (phí theo tỷ lệ). */
  feeRatePpm?: number | null | undefined;
  /** VAT on both, percent; left out: as it is (thuế giá trị gia tăng). */
  feeVatPercent?: number | null | undefined;
  /** Name (tên). */
  name: string;
  /** The provider (đơn vị thanh toán). */
  provider: PaymentProvider;
  /** No new payments go through it (ngừng dùng). */
  retire?: boolean;
  /** The provider's secrets by name; left out: they stay. Never shown again (khóa bí mật). */
  secrets?: unknown;
  /** The bank account that the provider pays out to, 4 to 20 digits; null: its payouts are not followed, left out: as it is (tài khoản nhận quyết toán). */
  settlementAccount?: string | null | undefined;
  /** Whose account it is (đơn vị). */
  unit: string | number;
};

/** A series of receipt numbers to be proposed. */
export type ProposedSeries = {
  /** The first number (số đầu). */
  firstNumber?: number;
  /** The last number (số cuối). */
  lastNumber: number;
  /** Symbol (ký hiệu), e.g. BI-26T. */
  symbol: string;
  /** Template (mẫu số), e.g. 01BLP0-001. */
  template: string;
  /** Whose it is (đơn vị). */
  unit: string | number;
  /** Of payments that came in on this day or later (từ ngày). */
  validFrom: string;
  /** Of payments that came in before this day (đến trước ngày). */
  validTo?: string | null | undefined;
};

/** How far a public service goes online (mức độ dịch vụ công trực tuyến). */
export type PublicServiceLevel =
  /** Whole (toàn trình). */
  | 'FULL'
  /** Information alone (cung cấp thông tin). */
  | 'INFORMATION'
  /** In part (một phần). */
  | 'PARTIAL';

/** What a provider of electronic receipts is asked for (yêu cầu biên lai điện tử). */
export type ReceiptOrderAction =
  /** The end of one, because all of the money went back (hủy). */
  | 'CANCEL'
  /** A receipt (phát hành). */
  | 'ISSUE'
  /** Another in the place of one, because a part of the money went back (thay thế). */
  | 'REPLACE';

/** How far it is (trạng thái yêu cầu). */
export type ReceiptOrderState =
  /** Settled by hand at the provider, as two people have said (đã đóng). */
  | 'CLOSED'
  /** The provider has done it (đã xong). */
  | 'DONE'
  /** Refused; somebody must put it right and have it tried again, or close it (bị từ chối). */
  | 'FAILED'
  /** Handed to the provider; no answer is written down yet (đang gửi). */
  | 'SENDING'
  /** Perhaps done: it is looked up before it is sent again (chưa rõ kết quả). */
  | 'UNKNOWN'
  /** To be sent, or to be sent again: surely not done (chờ gửi). */
  | 'WANTED';

/** State of a receipt (trạng thái biên lai). */
export type ReceiptStatus =
  /** Cancelled (đã hủy). */
  | 'CANCELLED'
  /** Issued (đã phát hành). */
  | 'ISSUED'
  /** Replaced by another (đã thay thế). */
  | 'REPLACED';

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

/** Why there is a refund (nguyên nhân hoàn). */
export type RefundCause =
  /** More was paid than was due (nộp thừa). */
  | 'PAID_TWICE'
  /** An accountant asked for it (kế toán đề nghị). */
  | 'PERSON';

/** Where a refund stands (trạng thái hoàn tiền). */
export type RefundState =
  /** The money has gone back (đã hoàn). */
  | 'DONE'
  /** To be sent to the gateway, transferred or paid out (chờ chi). */
  | 'READY'
  /** It did not go back (bị từ chối). */
  | 'REFUSED'
  /** Asked for; a second accountant must let it go ahead (chờ duyệt). */
  | 'REQUESTED'
  /** The gateway has accepted it and not done it yet (đang hoàn). */
  | 'SENT'
  /** It was not approved (không duyệt). */
  | 'WITHDRAWN';

/** How the money goes back (cách hoàn). */
export type RefundWay =
  /** Paid out over the desk (chi tiền mặt). */
  | 'DESK'
  /** By the gateway that brought it (qua cổng thanh toán). */
  | 'GATEWAY'
  /** By a bank transfer that an accountant makes (chuyển khoản). */
  | 'TRANSFER';

/** A commune system to register, or to change under the name that it has (đăng ký hệ thống nguồn). */
export type RegisterSourceInput = {
  /** How it learns what the hub learned first. */
  mode: SourceMode;
  /** Its name: 1 to 80 letters, digits, dots, dashes and underscores; never hub. */
  name: string;
  /** Code of the unit whose system it is; the province: it serves all (mã đơn vị). */
  unit: string;
  /** Where webhooks go: https, and no private address unless the installation allows it. Needed for WEBHOOK. */
  url?: string | null | undefined;
};

/** Form of a report (định dạng báo cáo). */
export type ReportFormat =
  /** The days with sums by unit, RFC 4180, UTF-8 with a byte order mark. */
  | 'CSV'
  /** A workbook: the days with sums by unit, and the differences (bảng tính). */
  | 'XLSX';

/** Whose system reports a procedure's dossiers to the national portal (nơi đồng bộ). */
export type Reporter =
  /** A ministry's (bộ, ngành). */
  | 'MINISTRY'
  /** The police's (công an). */
  | 'POLICE'
  /** The province's, and that is this hub (tỉnh). */
  | 'PROVINCE';

/** What is done with dossiers that are to be reported (chế độ đồng bộ). */
export type ReportingMode =
  /** Nothing is sent: what would be is compared with what the portal says (đối chiếu). */
  | 'COMPARE'
  /** Recorded alone: nothing is sent and nothing compared (chỉ ghi nhận). */
  | 'OFF'
  /** Sent to the portal (đồng bộ). */
  | 'ON';

/** A rule; it replaces the one of the same origin, procedure, reporter, profile and first day. */
export type ReportingRuleInput = {
  /** Of dossiers filed there (nơi nộp). */
  origin: DossierOrigin;
  /** Of this procedure alone (mã thủ tục). */
  procedure?: string | number | null | undefined;
  /** With this way to the portal alone, NATIONAL_PORTAL_PROFILE. */
  profile?: string | null | undefined;
  /** Why it is changed (lý do). */
  reason: string;
  /** Of procedures that this one reports (nơi đồng bộ). */
  reportedBy?: Reporter | null | undefined;
  /** The services; none: recorded and never sent. */
  services: Array<PortalService>;
  /** Of dossiers filed on this day or later (từ ngày). */
  validFrom: string;
  /** Of dossiers filed before this day (đến trước ngày). */
  validTo?: string | null | undefined;
};

/** What a request does with dossiers (mục đích). */
export type ResendPurpose =
  /** Looks them up at the portal and compares (đối chiếu). */
  | 'COMPARE'
  /** Tells the portal of them once more (gửi lại). */
  | 'SEND';

/** Where a request to send dossiers again stands (tình trạng đồng bộ lại). */
export type ResendState =
  /** All of them were told, or were refused (đã xong). */
  | 'DONE'
  /** Dossiers are being sent, after those of today (đang gửi). */
  | 'RUNNING'
  /** Someone stopped it: what was not sent by then is not sent (đã dừng). */
  | 'STOPPED';

/** A step in the trail of a difference or a day (bước xử lý). */
export type ResolutionAction =
  /** Approved by a second accountant (duyệt). */
  | 'APPROVED'
  /** Given to someone (giao phụ trách). */
  | 'ASSIGNED'
  /** The day was closed (khóa sổ). */
  | 'CLOSED'
  /** The provider was asked and confirmed it (xác nhận qua truy vấn). */
  | 'CONFIRMED'
  /** A statement that was issued anew, or a batch that was not paid out as it should be, opened the day (mở lại). */
  | 'REOPENED'
  /** Settled (xử lý). */
  | 'RESOLVED'
  /** Sent back by a second accountant (trả lại). */
  | 'SENT_BACK';

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

/** What is changed (loại thay đổi quy tắc). */
export type RuleChangeKind =
  /** How time limits are reckoned (quy tắc tính thời hạn). */
  | 'DEADLINE_RULE'
  /** A rule for time limits that is not in force yet is withdrawn (rút quy tắc tính thời hạn). */
  | 'DEADLINE_RULE_REMOVAL'
  /** How points of the index are given (quy tắc chấm điểm Bộ chỉ số 766). */
  | 'INDEX_RULES'
  /** Rules of the index that are not in force yet are withdrawn (rút quy tắc chấm điểm). */
  | 'INDEX_RULES_REMOVAL';

/** Whether a provider paid a batch out (trạng thái quyết toán). */
export type SettlementState =
  /** Not all of it has come, and it is still in time (chờ về). */
  | 'EXPECTED'
  /** Nothing has come in time (chưa về, quá hạn). */
  | 'MISSING'
  /** More than its net has come (về thừa). */
  | 'OVER'
  /** It came to the đồng, or what was missing is written off (đã về đủ). */
  | 'SETTLED'
  /** Less than its net has come in time (về thiếu). */
  | 'SHORT';

/** Which of the four forms of the one-stop desk a paper is. */
export type SlipKind =
  /** Apology with a new due date (Mẫu 04, phiếu xin lỗi và hẹn lại ngày trả kết quả). */
  | 'APOLOGY'
  /** Appointment slip: received, and when the result is due (Mẫu 01, giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
  | 'APPOINTMENT'
  /** Refusal at reception (Mẫu 03, phiếu từ chối tiếp nhận giải quyết hồ sơ). */
  | 'REFUSAL'
  /** Supplement request (Mẫu 02, phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). */
  | 'SUPPLEMENT_REQUEST';

/** How a commune system learns what the hub learned first (cách nhận thay đổi). */
export type SourceMode =
  /** It can't be called and asks sourceChanges (tự lấy). */
  | 'POLL'
  /** It is called with signed webhooks (được gọi). */
  | 'WEBHOOK';

/** How a row differs from the version before (loại thay đổi). */
export type StatementChangeKind =
  /** It is new (dòng thêm). */
  | 'ADDED'
  /** Its amounts or its status are others (dòng sửa). */
  | 'CHANGED'
  /** It is no longer there (dòng mất). */
  | 'GONE';

/** What became of a file (trạng thái tệp). */
export type StatementFileState =
  /** It is looked at once more before it is taken (đang đến). */
  | 'ARRIVING'
  /** It was refused and moved aside, with the reason beside it (bị từ chối). */
  | 'REJECTED'
  /** It is a statement, or the same as one that came before (đã nhận). */
  | 'TAKEN';

/** A dossier filed through the hub (nộp hồ sơ). */
export type SubmitDossierInput = {
  /** Who files (người nộp). */
  applicant: ApplicantInput;
  /** How it is filed. */
  channel: FilingChannel;
  /** Papers handed in. */
  documents?: Array<DocumentInput> | null | undefined;
  /** Code of the handling unit; left out: the receiving one. */
  handlingUnit?: string | number | null | undefined;
  /** The same key and input give the first answer again, for 30 days. */
  idempotencyKey: string | number;
  /** Whose matter it is; left out: the applicant. */
  owner?: OwnerInput | null | undefined;
  /** Code of the procedure. */
  procedure: string | number;
  /** Code of the receiving unit. */
  receivingUnit: string | number;
  /** What it is about. */
  summary?: string | null | undefined;
};

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

export type ConsoleBatchesQueryVariables = Exact<{
  first: number;
  unit?: string | number | null | undefined;
}>;


export type ConsoleBatchesQuery = { settlementBatches: { totalCount: number, nodes: Array<{ id: string, provider: PaymentProvider, batch: string, firstDay: string, lastDay: string, net: number, credited: number, open: number, dueOn: string, state: SettlementState, merchant: { code: string, unit: { name: string } | null } }> } };

export type ConsoleCreditsQueryVariables = Exact<{
  first: number;
}>;


export type ConsoleCreditsQuery = { accountCredits: { totalCount: number, nodes: Array<{ id: string, account: string, bankReference: string, amount: number, bookedAt: string, reference: string | null, disputedAmount: number | null, onStatement: boolean | null, proposedBy: string | null, proposedAs: CreditClosing | null, proposedPayment: { reference: string } | null, proposedBatches: Array<{ batch: string }> }> } };

export type ConsoleCreditQueryVariables = Exact<{
  id: string | number;
}>;


export type ConsoleCreditQuery = { accountCredit: { id: string, account: string, bankReference: string, amount: number, state: AccountCreditState, suggestions: Array<{ score: number, reason: string, payment: { id: string, reference: string, amount: number, dossier: { code: string } | null } }> } | null };

export type ConsoleCreditTextQueryVariables = Exact<{
  id: string | number;
}>;


export type ConsoleCreditTextQuery = { accountCredit: { content: string | null } | null };

export type ConsoleCashQueryVariables = Exact<{
  first: number;
  unit?: string | number | null | undefined;
}>;


export type ConsoleCashQuery = { cashDrawers: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, officer: string, day: string, state: CashDrawerState, payments: number, expected: number, counted: number | null, difference: number | null, note: string | null, unit: { name: string } }> } };

export type ConsoleOnItsWayQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleOnItsWayQuery = { cashDeposits: Array<{ id: string, account: string, amount: number, slipNumber: string, depositedOn: string, depositedBy: string, unit: { name: string } }> };

export type ConsoleDepositingQueryVariables = Exact<{
  first: number;
  unit?: string | number | null | undefined;
}>;


export type ConsoleDepositingQuery = { cashDrawers: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, officer: string, day: string, counted: number | null, unit: { code: string, name: string } }> }, depositAccounts: Array<{ number: string, bankName: string | null, unit: { code: string, name: string } }> };

export type ConsoleStatementFilesQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ConsoleStatementFilesQuery = { statementFiles: Array<{ path: string, provider: PaymentProvider | null, businessDate: string | null, state: StatementFileState, reason: string | null, version: number | null, seenAt: string }>, missingStatements: Array<{ provider: PaymentProvider, merchantCode: string, businessDate: string, unit: { name: string } }> };

export type ConsoleReceiptsQueryVariables = Exact<{
  unit?: string | number | null | undefined;
}>;


export type ConsoleReceiptsQuery = { receiptOrders: Array<{ id: string, action: ReceiptOrderAction, state: ReceiptOrderState, paymentReference: string, code: string | null, reason: string | null, advice: string | null, attempts: number, nextAttemptAt: string | null, wantedAt: string, closingBy: string | null, closingNote: string | null, unit: { name: string } }> };

export type ConsoleRefundsQueryVariables = Exact<{
  first: number;
  unit?: string | number | null | undefined;
}>;


export type ConsoleRefundsQuery = { refunds: { totalCount: number, nodes: Array<{ id: string, reference: string, amount: number, state: RefundState, cause: RefundCause, way: RefundWay, reason: string, requestedBy: string, requestedAt: string, providerCode: string | null, note: string | null, awaitsConclusion: boolean, payment: { provider: PaymentProvider, reference: string, dossier: { code: string } | null } }> } };

export type ConsoleAssignCreditMutationVariables = Exact<{
  id: string | number;
  payment: string | number;
  note: string;
}>;


export type ConsoleAssignCreditMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleAssignToBatchesMutationVariables = Exact<{
  id: string | number;
  batches: Array<string | number> | string | number;
  note: string;
}>;


export type ConsoleAssignToBatchesMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleAssignToDepositMutationVariables = Exact<{
  id: string | number;
  deposit: string | number;
  note: string;
}>;


export type ConsoleAssignToDepositMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleCloseCreditMutationVariables = Exact<{
  id: string | number;
  as: CreditClosing;
  note: string;
}>;


export type ConsoleCloseCreditMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleAcceptDrawerMutationVariables = Exact<{
  id: string | number;
}>;


export type ConsoleAcceptDrawerMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleDepositCashMutationVariables = Exact<{
  drawers: Array<string | number> | string | number;
  account: string;
  slip: string;
  day: string;
}>;


export type ConsoleDepositCashMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleRetryReceiptMutationVariables = Exact<{
  id: string | number;
}>;


export type ConsoleRetryReceiptMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleProposeClosingMutationVariables = Exact<{
  id: string | number;
  note: string;
}>;


export type ConsoleProposeClosingMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleApproveClosingMutationVariables = Exact<{
  id: string | number;
  approve: boolean;
}>;


export type ConsoleApproveClosingMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleApproveRefundMutationVariables = Exact<{
  id: string | number;
  approve: boolean;
  note: string;
}>;


export type ConsoleApproveRefundMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleConcludeRefundMutationVariables = Exact<{
  id: string | number;
  paid: boolean;
  note: string;
}>;


export type ConsoleConcludeRefundMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleRepeatsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleRepeatsQuery = { repeatedReports: Array<{ id: string, provider: PaymentProvider, reference: string, providerTransactionId: string | null, amount: number, postedFor: string, reportedAt: string, advice: string, dossier: { code: string }, unit: { name: string } }> };

export type ConsoleCountDrawerMutationVariables = Exact<{
  id: string | number;
  pieces: Array<CashPieces> | CashPieces;
  note?: string | null | undefined;
}>;


export type ConsoleCountDrawerMutation = { change: { userErrors: Array<{ message: string }> } };

export type ConsoleRulesQueryVariables = Exact<{
  first: number;
}>;


export type ConsoleRulesQuery = { ruleChanges: Array<{ id: string, kind: RuleChangeKind, content: unknown, before: unknown, reason: string, proposedBy: string, proposedAt: string }> };

export type ConsoleDecideRuleMutationVariables = Exact<{
  id: string | number;
  approve: boolean;
}>;


export type ConsoleDecideRuleMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleViewerQuery = { viewer: { subject: string, roles: Array<Role>, unit: { code: string } | null } | null };

export type ConsoleConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleConnectorsQuery = { connectors: Array<{ id: string, kind: ConnectorKind, state: ConnectorState, pending: number, parked: number, oldestPendingAt: string | null, lastSuccessAt: string | null, lastError: string | null }> };

export type ConsoleStuckQueryVariables = Exact<{
  first: number;
}>;


export type ConsoleStuckQuery = { synchronizationProblems: Array<{ errorCode: string, message: string, advice: string, count: number, units: number, oldest: string }>, parked: { totalCount: number, nodes: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null }> }, retrying: { totalCount: number, nodes: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null }> }, pending: { totalCount: number, nodes: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null }> } };

export type ConsoleSynchronizationFragment = { id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, nextAttemptAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string }, unit: { name: string } | null };

export type ConsoleWatchQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsoleWatchQuery = { connectors: Array<{ id: string, breaker: BreakerState, nextAttemptAt: string | null, ratePerSecond: number | null }>, alerts: Array<{ id: string, kind: AlertKind, message: string, raisedAt: string }>, resends: Array<{ id: string, reason: string, purpose: ResendPurpose, requestedBy: string, requestedAt: string, state: ResendState, expected: number, appended: number, delivered: number, waiting: number, parked: number }>, comparisonSummaries: Array<{ day: string, kind: ComparisonKind, count: number, repaired: number }> };

export type ConsoleDayQueryVariables = Exact<{
  unit: string | number;
}>;


export type ConsoleDayQuery = { administrativeUnit: { code: string, name: string, dayList: { day: string, workingDay: boolean, dossiers: { pointsAtRisk: number, dueToday: { count: number, codes: Array<string> }, overdue: { count: number, codes: Array<string> }, atRisk: { count: number, codes: Array<string> }, warnings: Array<{ reason: EarlyWarningReason, count: number, points: number, first: Array<{ code: string, at: string, turnUnit: { name: string } | null }> }> } | null, stuck: { parked: number, waiting: number, oldestWaitingAt: string | null, causes: Array<{ errorCode: string, count: number, message: string, advice: string }> } | null, money: { unbalanced: Array<{ provider: PaymentProvider, merchantCode: string, businessDate: string, statementMissing: boolean, status: ReconciliationStatus | null, discrepancies: number }> } | null } | null } | null };

export type ConsoleGoLiveOnboardingQueryVariables = Exact<{
  unit: string | number;
}>;


export type ConsoleGoLiveOnboardingQuery = { onboarding: Array<{ code: string, titleVi: string, titleEn: string, done: boolean, detail: string | null }> };

export type ConsoleGoLiveSwitchesQueryVariables = Exact<{
  unit: string | number;
}>;


export type ConsoleGoLiveSwitchesQuery = { reportingSwitches: Array<{ source: string | null, mode: ReportingMode, own: boolean, unit: { code: string, name: string }, history: Array<{ mode: ReportingMode, from: string, reason: string, changedBy: string, changedAt: string }> }> };

export type ConsoleGoLiveDifferencesQueryVariables = Exact<{
  unit: string | number;
  first: number;
}>;


export type ConsoleGoLiveDifferencesQuery = { comparisons: { totalCount: number, nodes: Array<{ id: string, day: string, kind: ComparisonKind, subject: string, purpose: ComparisonPurpose, repairedAt: string | null, unit: { name: string }, ours: { status: DossierStatus | null, unit: string | null }, theirs: { status: DossierStatus | null, unit: string | null } | null }> } };

export type ConsoleGoLiveExtrasQueryVariables = Exact<{
  unit: string | number;
  first: number;
}>;


export type ConsoleGoLiveExtrasQuery = { portalExtras: { totalCount: number, nodes: Array<{ code: string, status: DossierStatus | null, portalUnit: string | null, firstSeenAt: string, lastSeenAt: string, unit: { name: string } }> } };

export type ConsoleGoLiveSourcesQueryVariables = Exact<{
  unit?: string | number | null | undefined;
}>;


export type ConsoleGoLiveSourcesQuery = { sources: Array<{ name: string, mode: SourceMode, url: string | null, active: boolean, previousSecretUntil: string | null, unit: { name: string }, connector: { id: string, state: ConnectorState, pending: number, parked: number, lastSuccessAt: string | null, lastError: string | null } }> };

export type ConsoleBalancesQueryVariables = Exact<{
  day: string;
  unit?: string | number | null | undefined;
}>;


export type ConsoleBalancesQuery = { workbook: string, csv: string, reconciliations: Array<{ id: string, provider: PaymentProvider, status: ReconciliationStatus, statementVersion: number | null, statementRows: number, matched: number, hubTotal: number, statementTotal: number, discrepancyCount: number, rejection: string | null, closedAt: string | null, merchant: { id: string, code: string, name: string, unit: { name: string } | null }, open: { totalCount: number } }>, missingStatements: Array<{ provider: PaymentProvider, merchantCode: string, unit: { name: string } }> };

export type ConsoleExceptionsQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type ConsoleExceptionsQuery = { reconciliation: { id: string, provider: PaymentProvider, businessDate: string, status: ReconciliationStatus, closedAt: string | null, merchant: { code: string, name: string }, discrepancies: { totalCount: number, nodes: Array<{ id: string, kind: DiscrepancyKind, detail: string, reference: string | null, hubAmount: number | null, statementAmount: number | null, resolution: DiscrepancyResolution | null, resolvedBy: string | null, resolvedAt: string | null, approvedBy: string | null, note: string | null, owner: string | null, needsApproval: boolean, payment: { id: string, dossier: { code: string } | null } | null }> } } | null };

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

export type ConsoleStopMutationVariables = Exact<{
  id: string | number;
}>;


export type ConsoleStopMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleSetReportingMutationVariables = Exact<{
  unit: string | number;
  source?: string | null | undefined;
  mode: ReportingMode;
  reason: string;
}>;


export type ConsoleSetReportingMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleReconcileMutationVariables = Exact<{
  provider: PaymentProvider;
  day: string;
  merchant?: string | number | null | undefined;
}>;


export type ConsoleReconcileMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleCloseDayMutationVariables = Exact<{
  id: string | number;
}>;


export type ConsoleCloseDayMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleResolveMutationVariables = Exact<{
  id: string | number;
  resolution: DiscrepancyResolution;
  note: string;
}>;


export type ConsoleResolveMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleApproveMutationVariables = Exact<{
  id: string | number;
  approve: boolean;
  note: string;
}>;


export type ConsoleApproveMutation = { change: { userErrors: Array<{ code: string, message: string }> } };

export type ConsoleRetryMutationVariables = Exact<{
  errorCode: string;
}>;


export type ConsoleRetryMutation = { change: { retried: number, userErrors: Array<{ code: string, message: string }> } };

export type PullCatalogueMutationVariables = Exact<{
  acceptLoss?: boolean | null | undefined;
}>;


export type PullCatalogueMutation = { pullCatalogue: { requested: boolean, userErrors: Array<{ code: string }> } };

export type CatalogueHistoryQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueHistoryQuery = { cataloguePulls: Array<{ askedBy: string, outcome: CataloguePullOutcome, listed: number, added: number, changed: number, withdrawn: number, failed: number }>, catalogueChanges: Array<{ procedure: string, kind: CatalogueChangeKind, before: { name: string, fee: number | null, active: boolean } | null, after: { name: string, fee: number | null, workingDays: number | null, active: boolean } }> };

export type IngestOfUnitMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestOfUnitMutation = { ingestDossiers: { created: number, updated: number, unchanged: number, stale: number, rejected: number, results: Array<{ code: string, outcome: IngestOutcome, userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, dossier: { id: string, code: string, version: number, status: DossierStatus, events: Array<{ status: DossierStatus, actor: string, unusual: boolean, note: string | null }> } | null }> } };

export type ProvisionalProcedureQueryVariables = Exact<{ [key: string]: never; }>;


export type ProvisionalProcedureQuery = { procedure: { name: string, provisional: boolean } | null };

export type PersonalPapersQueryVariables = Exact<{
  dossier: string | number;
  purpose: string;
  results?: Array<string | number> | string | number | null | undefined;
}>;


export type PersonalPapersQuery = { personalPapers: { papers: Array<{ resultCode: string, name: string, number: string, agencyCode: string, files: Array<{ name: string, url: string }> }>, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type PortalListsQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalListsQuery = { portalLists: Array<{ name: string, outcome: PortalListOutcome, listed: number, takenAt: string | null }>, portalListEntries: Array<{ code: string, name: string, about: unknown }>, next: Array<{ code: string }>, portalGaps: { units: Array<{ code: string }>, procedures: Array<{ code: string }> }, procedure: { publicServices: Array<{ code: string, name: string, publisher: string, agencies: Array<{ code: string, level: PublicServiceLevel | null }> }> } | null };

export type SwitchForMonthMutationVariables = Exact<{
  unit: string | number;
  source?: string | null | undefined;
  mode: ReportingMode;
}>;


export type SwitchForMonthMutation = { setReporting: { userErrors: Array<{ code: string }> } };

export type ReportingRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportingRulesQuery = { reportingRules: Array<{ id: string, origin: DossierOrigin, procedure: string | null, reportedBy: Reporter | null, services: Array<PortalService>, validFrom: string, validTo: string | null, changes: Array<{ changedBy: string, reason: string, servicesBefore: Array<PortalService> | null, servicesAfter: Array<PortalService> }> }> };

export type SetReportingRuleMutationVariables = Exact<{
  input: ReportingRuleInput;
}>;


export type SetReportingRuleMutation = { setReportingRule: { rule: { services: Array<PortalService>, changes: Array<{ changedBy: string, servicesBefore: Array<PortalService> | null, servicesAfter: Array<PortalService> }> } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ReportingOfDossierQueryVariables = Exact<{
  code: string;
}>;


export type ReportingOfDossierQuery = { dossier: { reporting: { services: Array<PortalService>, reportedBy: Reporter, mode: ReportingMode } } | null };

export type ReportedDossiersQueryVariables = Exact<{
  reported?: boolean | null | undefined;
}>;


export type ReportedDossiersQuery = { dossiers: { totalCount: number, nodes: Array<{ code: string }> } };

export type SetReportingMutationVariables = Exact<{
  unit: string | number;
  source?: string | null | undefined;
  mode: ReportingMode;
  from?: string | null | undefined;
  reason: string;
}>;


export type SetReportingMutation = { setReporting: { reportingSwitch: { source: string | null, mode: ReportingMode, own: boolean, unit: { code: string }, history: Array<{ mode: ReportingMode, from: string, changedBy: string, reason: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ReportingSwitchesQueryVariables = Exact<{
  unit: string | number;
}>;


export type ReportingSwitchesQuery = { reportingSwitches: Array<{ source: string | null, mode: ReportingMode, own: boolean, unit: { code: string }, history: Array<{ mode: ReportingMode }> }> };

export type ReportFiledInWholeMutationVariables = Exact<{
  input: ReportingRuleInput;
}>;


export type ReportFiledInWholeMutation = { setReportingRule: { userErrors: Array<{ code: string }> } };

export type CompareCommuneMutationVariables = Exact<{
  unit: string | number;
}>;


export type CompareCommuneMutation = { setReporting: { userErrors: Array<{ code: string }> } };

export type DifferencesOfWorldQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  kinds?: Array<ComparisonKind> | ComparisonKind | null | undefined;
}>;


export type DifferencesOfWorldQuery = { comparisons: { totalCount: number, nodes: Array<{ subject: string, kind: ComparisonKind, theirs: { status: DossierStatus | null } | null, dossier: { code: string } | null }> } };

export type ChangesOfSourceAQueryVariables = Exact<{ [key: string]: never; }>;


export type ChangesOfSourceAQuery = { sourceChanges: Array<{ cursor: string }> };

export type DeniedConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeniedConnectorsQuery = { connectors: Array<{ id: string }> };

export type DeniedSynchronizationsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeniedSynchronizationsQuery = { synchronizations: { totalCount: number } };

export type DeniedProblemsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeniedProblemsQuery = { synchronizationProblems: Array<{ count: number }> };

export type DeniedRetryMutationVariables = Exact<{ [key: string]: never; }>;


export type DeniedRetryMutation = { retrySynchronizations: { retried: number } };

export type DeniedRequestMutationVariables = Exact<{ [key: string]: never; }>;


export type DeniedRequestMutation = { requestSynchronization: { retried: number } };

export type AlertsQueryVariables = Exact<{
  open?: boolean | null | undefined;
}>;


export type AlertsQuery = { alerts: Array<{ id: string, kind: AlertKind, target: string, message: string, recoveredAt: string | null }> };

export type SetAlertRuleMutationVariables = Exact<{
  kind: AlertKind;
  threshold: number;
  enabled: boolean;
}>;


export type SetAlertRuleMutation = { setAlertRule: { rule: { threshold: number, enabled: boolean } | null, userErrors: Array<{ code: string }> } };

export type AlertRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertRulesQuery = { alertRules: Array<{ kind: AlertKind, threshold: number, enabled: boolean }> };

export type ConnectorBreakersQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorBreakersQuery = { connectors: Array<{ id: string, breaker: BreakerState, nextAttemptAt: string | null, ratePerSecond: number | null }> };

export type ResumeAfterRestMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeAfterRestMutation = { resumeConnector: { userErrors: Array<{ code: string }> } };

export type SetConnectorRateMutationVariables = Exact<{
  id: string | number;
  rate?: number | null | undefined;
}>;


export type SetConnectorRateMutation = { setConnectorRate: { connector: { ratePerSecond: number | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type SettingChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingChangesQuery = { integrationSettingChanges: Array<{ actor: string, setting: string, target: string, from: unknown, to: unknown }> };

export type ComparisonsQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  kinds?: Array<ComparisonKind> | ComparisonKind | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ComparisonsQuery = { comparisons: { totalCount: number, nodes: Array<{ subject: string, kind: ComparisonKind, purpose: ComparisonPurpose, unit: { code: string }, ours: { status: DossierStatus | null, unit: string | null }, theirs: { status: DossierStatus | null, unit: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeliveredAlreadyQueryVariables = Exact<{ [key: string]: never; }>;


export type DeliveredAlreadyQuery = { synchronizations: { totalCount: number, nodes: Array<{ subject: string, sequence: number, state: SyncState, deliveredAt: string | null }> } };

export type ExchangesOfSynchronizationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExchangesOfSynchronizationsQuery = { synchronizations: { nodes: Array<{ subject: string, exchanges: Array<{ attempt: number, service: string, sent: string, received: string, milliseconds: number }> | null }> } };

export type SynchronizationsWithConnectorsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type SynchronizationsWithConnectorsQuery = { synchronizations: { nodes: Array<{ id: string, connector: { id: string, state: ConnectorState, pending: number, lastError: string | null } }> }, connectors: Array<{ id: string, state: ConnectorState, parked: number }> };

export type ProblemsOfUnitQueryVariables = Exact<{
  unit?: string | number | null | undefined;
}>;


export type ProblemsOfUnitQuery = { synchronizationProblems: Array<{ errorCode: string, message: string, advice: string, count: number, units: number, oldest: string }> };

export type SynchronizationTimesQueryVariables = Exact<{ [key: string]: never; }>;


export type SynchronizationTimesQuery = { synchronizations: { nodes: Array<{ nextAttemptAt: string | null, deliveredAt: string | null }> } };

export type RetryMutationVariables = Exact<{
  ids?: Array<string | number> | string | number | null | undefined;
  connector?: string | number | null | undefined;
  errorCode?: string | null | undefined;
}>;


export type RetryMutation = { retrySynchronizations: { retried: number, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type SynchronizationsWithoutCountQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  states?: Array<SyncState> | SyncState | null | undefined;
  first?: number | null | undefined;
}>;


export type SynchronizationsWithoutCountQuery = { synchronizations: { nodes: Array<{ id: string, subject: string, state: SyncState, attempts: number, lastError: string | null, errorCode: string | null, unit: { code: string } | null, dossier: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SynchronizationNotesQueryVariables = Exact<{ [key: string]: never; }>;


export type SynchronizationNotesQuery = { synchronizations: { nodes: Array<{ subject: string, state: SyncState, notes: { shortened: Array<{ field: string, from: number, to: number }> } | null }> } };

export type IndexBenchQueryVariables = Exact<{
  unit: string | number;
  from: string;
  to: string;
  procedure?: string | number | null | undefined;
}>;


export type IndexBenchQuery = { administrativeUnit: { indicators: { asOf: string, dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, digitizedResultRate: number | null, satisfactionRate: number | null, score: number | null, applicableMax: number, rank: number | null, ofUnits: number | null, groups: Array<{ code: string, score: number | null, max: number, components: Array<{ code: string, numerator: number | null, denominator: number | null, score: number | null, max: number | null }> }> } } | null };

export type ListsBenchQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
  orderBy: DossierOrder;
  after?: string | null | undefined;
  counted: boolean;
}>;


export type ListsBenchQuery = { dossiers: { totalCount?: number, nodes: Array<{ code: string, status: DossierStatus, ownerName: string | null, submittedAt: string, dueAt: string | null, timeliness: Timeliness, procedure: { name: string }, handlingUnit: { name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateForNoticesMutationVariables = Exact<{
  input: CreatePaymentInput;
}>;


export type CreateForNoticesMutation = { createPayment: { payment: { reference: string, amount: number } | null, userErrors: Array<{ code: string }> } };

export type SightOfDossierQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type SightOfDossierQuery = { dossier: { code: string, status: DossierStatus, origin: DossierOrigin, channel: FilingChannel, submittedAt: string, version: number, timeliness: Timeliness, acceptedAt: string | null, dueAt: string | null, summary: string | null, rating: number | null, ownerName: string | null, amountDue: number | null, amountPaid: number | null, procedure: { code: string }, receivingUnit: { code: string }, handlingUnit: { code: string }, events: Array<{ actor: string, note: string | null }>, supplements: Array<{ content: string }>, documents: Array<{ name: string, url: string | null }>, fees: Array<{ amount: number }>, applicant: { fullName: string | null, nationalId: string | null, dateOfBirth: string | null, maskedNationalId: string | null } | null, payments: Array<{ reference: string }> | null, synchronizations: Array<{ operation: string }> | null } | null };

export type DossierAndNodeByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type DossierAndNodeByIdQuery = { dossier: { code: string } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type DossierByCodeQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type DossierByCodeQuery = { dossier: { code: string } | null };

export type BothListsQueryVariables = Exact<{ [key: string]: never; }>;


export type BothListsQuery = { dossiers: { totalCount: number, nodes: Array<{ code: string }>, pageInfo: { hasNextPage: boolean } }, administrativeUnit: { dossiers: { totalCount: number, nodes: Array<{ code: string }> } } | null };

export type WhatIsPublicQueryVariables = Exact<{
  id: string | number;
}>;


export type WhatIsPublicQuery = { administrativeUnit: { dossiers: { totalCount: number, nodes: Array<{ code: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type OwnerNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnerNamesQuery = { dossiers: { nodes: Array<{ ownerName: string | null }> } };

export type SetDayThatMovesDatesMutationVariables = Exact<{
  input: CalendarDayInput;
}>;


export type SetDayThatMovesDatesMutation = { setCalendarDay: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RemoveDayThatMovesDatesMutationVariables = Exact<{
  unit: string | number;
  date: string;
}>;


export type RemoveDayThatMovesDatesMutation = { removeCalendarDay: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DatesThatFollowQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
}>;


export type DatesThatFollowQuery = { dossiers: { nodes: Array<{ code: string, version: number, dueAt: string | null, computedDueAt: string | null }> } };

export type CalendarOfUnitQueryVariables = Exact<{
  unit: string | number;
  from: string;
  to: string;
}>;


export type CalendarOfUnitQuery = { administrativeUnit: { calendar: Array<{ date: string, open: boolean, countsFor: number, kind: CalendarDayKind, name: string | null, cutoff: string, decidedBy: string, sessions: Array<{ from: string, to: string }> }> } | null };

export type CalendarChangesOfUnitQueryVariables = Exact<{
  unit: string | number;
}>;


export type CalendarChangesOfUnitQuery = { administrativeUnit: { calendarChanges: Array<{ what: string, changedBy: string, changedAt: string, before: unknown, after: unknown }> | null } | null };

export type SetCalendarDayMutationVariables = Exact<{
  input: CalendarDayInput;
}>;


export type SetCalendarDayMutation = { setCalendarDay: { unit: { code: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RemoveCalendarDayMutationVariables = Exact<{
  unit: string | number;
  date: string;
}>;


export type RemoveCalendarDayMutation = { removeCalendarDay: { unit: { code: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type SetOpeningHoursMutationVariables = Exact<{
  input: OpeningHoursInput;
}>;


export type SetOpeningHoursMutation = { setOpeningHours: { unit: { code: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RemoveOpeningHoursMutationVariables = Exact<{
  unit: string | number;
  validFrom: string;
}>;


export type RemoveOpeningHoursMutation = { removeOpeningHours: { unit: { code: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type TrailOfVoidedQueryVariables = Exact<{
  code: string;
  unit: string | number;
}>;


export type TrailOfVoidedQuery = { dossier: { status: DossierStatus, voidedAt: string | null } | null, dossiers: { nodes: Array<{ code: string }> } };

export type DeadlineRulesQueryVariables = Exact<{
  procedure?: string | number | null | undefined;
}>;


export type DeadlineRulesQuery = { deadlineRules: Array<{ procedure: string | null, validFrom: string, validTo: string | null, counting: DeadlineCounting | null, cutoff: DeadlineCutoff | null, afterSupplement: DeadlineAfterSupplement | null, stoppingStates: Array<DossierStatus> | null, supplements: number | null, committedDays: number | null, statutoryDays: number | null }> };

export type ProposeDeadlineRuleMutationVariables = Exact<{
  input: DeadlineRuleInput;
}>;


export type ProposeDeadlineRuleMutation = { proposeDeadlineRule: { change: { id: string, kind: RuleChangeKind, approved: boolean | null, before: unknown } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RemoveDeadlineRuleMutationVariables = Exact<{
  procedure?: string | number | null | undefined;
  validFrom: string;
}>;


export type RemoveDeadlineRuleMutation = { removeDeadlineRule: { change: { id: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DeadlineRuleChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type DeadlineRuleChangesQuery = { deadlineRuleChanges: Array<{ procedure: string | null, validFrom: string, changedBy: string, approvedBy: string | null, reason: string, before: unknown, after: unknown }> };

export type DueByRuleQueryVariables = Exact<{
  code: string;
}>;


export type DueByRuleQuery = { dossier: { computedDueAt: string | null } | null };

export type DatesOfDossierQueryVariables = Exact<{
  code: string;
}>;


export type DatesOfDossierQuery = { dossier: { id: string, status: DossierStatus, dueAt: string | null, computedDueAt: string | null, statutoryDueAt: string | null, timeliness: Timeliness, events: Array<{ at: string, status: DossierStatus }> } | null };

export type DossiersByDatesQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
}>;


export type DossiersByDatesQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type MoveForDatesMutationVariables = Exact<{
  input: MoveDossierInput;
}>;


export type MoveForDatesMutation = { moveDossier: { dossier: { status: DossierStatus, dueAt: string | null, computedDueAt: string | null, timeliness: Timeliness } | null, userErrors: Array<{ code: string, message: string }> } };

export type EarlyWarningsOfRowsQueryVariables = Exact<{
  unit: string | number;
  reasons?: Array<EarlyWarningReason> | EarlyWarningReason | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EarlyWarningsOfRowsQuery = { earlyWarnings: { totalCount: number, totalPoints: number, nodes: Array<{ at: string, reason: EarlyWarningReason, message: string, points: number, components: Array<string>, turn: EarlyWarningTurn, officer: string | null, turnUnit: { code: string } | null, dossier: { code: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ScoresOfRowsQueryVariables = Exact<{
  unit: string | number;
  period: PeriodInput;
}>;


export type ScoresOfRowsQuery = { administrativeUnit: { indicators: { groups: Array<{ components: Array<{ code: string, score: number | null }> }> } } | null };

export type EarlyWarningsQueryVariables = Exact<{
  unit: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EarlyWarningsQuery = { earlyWarnings: { totalCount: number, totalPoints: number, until: string, nodes: Array<{ at: string, reason: EarlyWarningReason, message: string, points: number, components: Array<string>, turn: EarlyWarningTurn, officer: string | null, turnUnit: { code: string } | null, dossier: { code: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ScoresBeforeAndAfterQueryVariables = Exact<{
  unit: string | number;
  period: PeriodInput;
}>;


export type ScoresBeforeAndAfterQuery = { administrativeUnit: { indicators: { groups: Array<{ components: Array<{ code: string, score: number | null }> }> } } | null };

export type FilteredDossiersQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
}>;


export type FilteredDossiersQuery = { dossiers: { totalCount: number, nodes: Array<{ code: string }> } };

export type WorklistWithNamesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type WorklistWithNamesQuery = { dossiers: { nodes: Array<{ code: string, ownerName: string | null, amountDue: number | null, amountPaid: number | null, procedure: { name: string }, receivingUnit: { name: string }, handlingUnit: { name: string }, events: Array<{ note: string | null }>, fees: Array<{ amount: number }>, applicant: { fullName: string | null, nationalId: string | null } | null, organization: { name: string } | null, payments: Array<{ reference: string, merchant: { name: string } }> | null, synchronizations: Array<{ state: SyncState }> | null }> } };

export type DossiersThroughCitizensQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type DossiersThroughCitizensQuery = { dossiers: { nodes: Array<{ applicant: { fullName: string | null, dossiers: { totalCount: number, nodes: Array<{ code: string, ownerName: string | null }>, pageInfo: { hasNextPage: boolean } } | null } | null }> } };

export type NodesWithoutCountQueryVariables = Exact<{ [key: string]: never; }>;


export type NodesWithoutCountQuery = { dossiers: { nodes: Array<{ code: string }>, pageInfo: { hasNextPage: boolean } } };

export type CountAloneQueryVariables = Exact<{ [key: string]: never; }>;


export type CountAloneQuery = { dossiers: { totalCount: number } };

export type DossierAsSentQueryVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type DossierAsSentQuery = { dossier: { submittedAt: string, events: Array<{ at: string }>, supplements: Array<{ number: number, requestedAt: string, newDueAt: string | null, receivedAt: string | null }>, documents: Array<{ name: string, sha256: string | null, isResult: boolean, digitized: boolean, reused: boolean }> } | null };

export type EveryKeyQueryVariables = Exact<{
  x?: string | null | undefined;
  y: string | number;
}>;


export type EveryKeyQuery = { dossier: { id: string } | null, national: { id: string } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, procedure: { code: string } | null, procedures: Array<{ code: string }>, field: Array<{ code: string }>, administrativeUnit: { code: string } | null };

export type TreeOfUnitsQueryVariables = Exact<{ [key: string]: never; }>;


export type TreeOfUnitsQuery = { province: { name: string, kind: UnitKind, agencyCode: string, parent: { code: string } | null, units: Array<{ code: string, kind: UnitKind }>, replacedBy: { code: string } | null } | null, commune: { name: string, kind: UnitKind, agencyCode: string, latitude: number | null, longitude: number | null, validTo: string | null, parent: { code: string } | null, receptionPoints: Array<{ code: string, name: string }>, units: Array<{ code: string }> } | null, former: { kind: UnitKind, validTo: string | null, replacedBy: { code: string, parent: { code: string } | null } | null } | null, none: { code: string } | null };

export type FoundProceduresQueryVariables = Exact<{
  search?: string | null | undefined;
  field?: string | null | undefined;
  active?: boolean | null | undefined;
}>;


export type FoundProceduresQuery = { procedures: Array<{ code: string, name: string }> };

export type FeesOfProceduresQueryVariables = Exact<{ [key: string]: never; }>;


export type FeesOfProceduresQuery = { free: { fee: number | null, workingDays: number | null, provisional: boolean } | null, unknown: { fee: number | null } | null, none: { fee: number | null } | null };

export type DossierByKeysQueryVariables = Exact<{
  id?: string | number | null | undefined;
  code?: string | null | undefined;
  nationalCode?: string | null | undefined;
}>;


export type DossierByKeysQuery = { dossier: { id: string } | null };

export type IdsOfAllTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type IdsOfAllTypesQuery = { dossiers: { nodes: Array<{ id: string, code: string, events: Array<{ id: string }>, documents: Array<{ id: string }>, applicant: { id: string } | null, synchronizations: Array<{ id: string }> | null }> } };

export type AnyNodeQueryVariables = Exact<{
  id: string | number;
}>;


export type AnyNodeQuery = { node:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null };

export type ApplicantIdsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApplicantIdsQuery = { dossiers: { nodes: Array<{ applicant: { id: string } | null }> } };

export type SynchronizationIdsQueryVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type SynchronizationIdsQuery = { dossier: { synchronizations: Array<{ id: string }> | null } | null };

export type OwnDossiersQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnDossiersQuery = { viewer: { citizen: { dossiers: { totalCount: number, nodes: Array<{ code: string, ownerName: string | null }> } | null } | null } | null };

export type DossiersThroughApplicantsQueryVariables = Exact<{ [key: string]: never; }>;


export type DossiersThroughApplicantsQuery = { dossiers: { nodes: Array<{ applicant: { dossiers: { totalCount: number, nodes: Array<{ code: string }> } | null } | null }> } };

export type VoidThatStaysMutationVariables = Exact<{
  dossier: string | number;
}>;


export type VoidThatStaysMutation = { voidDossier: { userErrors: Array<{ code: string }> } };

export type ShownWithAdditionsQueryVariables = Exact<{
  code: string;
}>;


export type ShownWithAdditionsQuery = { dossier: { id: string, status: DossierStatus, version: number, submittedAt: string, voidedAt: string | null, supplements: Array<{ number: number, content: string, receivedAt: string | null }>, documents: Array<{ id: string, name: string }> } | null };

export type IndexRulesQueryVariables = Exact<{
  on?: string | null | undefined;
}>;


export type IndexRulesQuery = { indexRules: Array<{ code: string, group: string, validFrom: string, validTo: string | null, formula: IndexFormula, max: number | null, targetPercent: number | null, whenNone: IndexWhenNone | null, communeLevel: boolean, notApplicable: IndexNotApplicable }> };

export type ProposeIndexRulesMutationVariables = Exact<{
  input: IndexRulesInput;
}>;


export type ProposeIndexRulesMutation = { proposeIndexRules: { change: { id: string, kind: RuleChangeKind, content: unknown, before: unknown, proposedBy: string, approved: boolean | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type RemoveIndexRulesMutationVariables = Exact<{
  validFrom: string;
  codes?: Array<string | number> | string | number | null | undefined;
}>;


export type RemoveIndexRulesMutation = { removeIndexRules: { change: { id: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RuleChangesQueryVariables = Exact<{
  waiting?: boolean | null | undefined;
}>;


export type RuleChangesQuery = { ruleChanges: Array<{ kind: RuleChangeKind, reason: string, proposedBy: string, decidedBy: string | null, approved: boolean | null }> };

export type ScoresByRulesQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ScoresByRulesQuery = { administrativeUnit: { indicators: { groups: Array<{ code: string, components: Array<{ code: string, max: number | null, score: number | null }> }> } } | null };

export type ExportOfFiguresQueryVariables = Exact<{
  unit: string | number;
  format: IndicatorFileFormat;
}>;


export type ExportOfFiguresQuery = { administrativeUnit: { indicators: { export: string } } | null };

export type FiguresBesideAModelQueryVariables = Exact<{
  code: string | number;
  period: PeriodInput;
  procedure?: string | number | null | undefined;
}>;


export type FiguresBesideAModelQuery = { administrativeUnit: { indicators: { dossiersReceived: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, digitizedResultRate: number | null, satisfactionRate: number | null, groups: Array<{ components: Array<{ code: string, numerator: number | null, denominator: number | null }> }> } } | null };

export type RateForAModelMutationVariables = Exact<{
  id: string | number;
  rating: number;
}>;


export type RateForAModelMutation = { rateDossier: { dossier: { rating: number | null } | null } };

export type RecountIndicatorsMutationVariables = Exact<{
  repair?: boolean;
}>;


export type RecountIndicatorsMutation = { recountIndicators: { differenceCount: number, repaired: boolean, differences: Array<{ unit: string, procedure: string | null, day: string, counter: string, kept: number, recounted: number }> } };

export type IdOfModelDossierQueryVariables = Exact<{
  code: string;
}>;


export type IdOfModelDossierQuery = { dossier: { id: string } | null };

export type FiguresOfPeriodQueryVariables = Exact<{
  code: string | number;
  period: PeriodInput;
}>;


export type FiguresOfPeriodQuery = { administrativeUnit: { indicators: { from: string, to: string, dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, digitizedResultRate: number | null, satisfactionRate: number | null, score: number | null, rank: number | null, ofUnits: number | null, applicableMax: number, unit: { code: string }, groups: Array<{ code: string, max: number, score: number | null, components: Array<{ code: string, numerator: number | null, denominator: number | null, score: number | null, max: number | null, published: number | null, source: string, flags: Array<string> }> }> } } | null };

export type AgeOfFiguresQueryVariables = Exact<{
  period: PeriodInput;
}>;


export type AgeOfFiguresQuery = { administrativeUnit: { indicators: { asOf: string } } | null };

export type FiguresOfAllUnitsQueryVariables = Exact<{ [key: string]: never; }>;


export type FiguresOfAllUnitsQuery = { administrativeUnit: { indicators: { dossiersReceived: number }, units: Array<{ code: string, indicators: { dossiersReceived: number, asOf: string } }> } | null };

export type FiguresOfOneUnitQueryVariables = Exact<{ [key: string]: never; }>;


export type FiguresOfOneUnitQuery = { administrativeUnit: { indicators: { dossiersReceived: number, asOf: string } } | null };

export type KeptDetailsQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type KeptDetailsQuery = { dossier: { timeliness: Timeliness, voidedAt: string | null, ownerName: string | null, rating: number | null, documents: Array<{ id: string, name: string, url: string | null, isResult: boolean }> } | null };

export type SearchedDossiersQueryVariables = Exact<{
  s?: string | null | undefined;
}>;


export type SearchedDossiersQuery = { dossiers: { nodes: Array<{ id: string }> } };

export type UnidentifiedDossiersQueryVariables = Exact<{ [key: string]: never; }>;


export type UnidentifiedDossiersQuery = { dossiers: { nodes: Array<{ code: string, unidentified: boolean | null }> } };

export type NewProceduresQueryVariables = Exact<{ [key: string]: never; }>;


export type NewProceduresQuery = { one: { name: string, provisional: boolean, active: boolean, fee: number | null } | null, two: { code: string } | null };

export type MoneyOfDossierQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type MoneyOfDossierQuery = { dossier: { amountDue: number | null, amountPaid: number | null, payments: Array<{ reference: string, status: PaymentStatus }> | null } | null };

export type WalkedListQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
  orderBy: DossierOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type WalkedListQuery = { dossiers: { totalCount: number, nodes: Array<{ code: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type DossierListQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
  orderBy: DossierOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DossierListQuery = { dossiers: { edges: Array<{ cursor: string, node: { id: string, code: string, submittedAt: string, dueAt: string | null } }>, nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PaidOnlineOfDayQueryVariables = Exact<{
  code: string | number;
  day: string;
}>;


export type PaidOnlineOfDayQuery = { administrativeUnit: { indicators: { dossiersWithFee: number, paidOnline: number } } | null };

export type CountedPageQueryVariables = Exact<{
  orderBy: DossierOrder;
  filter?: DossierFilter | null | undefined;
}>;


export type CountedPageQuery = { dossiers: { totalCount: number, nodes: Array<{ code: string }> } };

export type ListOfUnitQueryVariables = Exact<{
  unit: string | number;
}>;


export type ListOfUnitQuery = { administrativeUnit: { dossiers: { totalCount: number, nodes: Array<{ code: string }> } } | null };

export type ReadFiguresOfUnitQueryVariables = Exact<{
  unit: string | number;
}>;


export type ReadFiguresOfUnitQuery = { administrativeUnit: { indicators: { dossiersReceived: number, asOf: string } } | null };

export type ByCodeQueryVariables = Exact<{ [key: string]: never; }>;


export type ByCodeQuery = { dossier: { id: string } | null };

export type ByNationalCodeQueryVariables = Exact<{ [key: string]: never; }>;


export type ByNationalCodeQuery = { dossier: { id: string } | null };

export type FirstOfOrderQueryVariables = Exact<{
  orderBy: DossierOrder;
  filter?: DossierFilter | null | undefined;
}>;


export type FirstOfOrderQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type LastOfOrderQueryVariables = Exact<{
  orderBy: DossierOrder;
}>;


export type LastOfOrderQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type IndexBesidePublishedQueryVariables = Exact<{
  unit: string | number;
  period: PeriodInput;
}>;


export type IndexBesidePublishedQuery = { administrativeUnit: { indicators: { score: number | null, applicableMax: number, rank: number | null, ofUnits: number | null, groups: Array<{ code: string, score: number | null, max: number, published: number | null, components: Array<{ code: string, numerator: number | null, denominator: number | null, score: number | null, max: number | null, published: number | null, publishedNumerator: number | null, publishedDenominator: number | null, publishedAt: string | null, difference: number | null, flags: Array<string>, source: string }> }>, differences: Array<{ code: string, points: number | null, numerator: number | null, denominator: number | null, dossiers: { count: number, codes: Array<string>, complete: boolean } | null }> } } | null };

export type TakeInPublishedMutationVariables = Exact<{
  period: PeriodInput;
  file: string;
}>;


export type TakeInPublishedMutation = { takeInPublishedIndicators: { rows: number, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type RanksOfAllUnitsQueryVariables = Exact<{
  period: PeriodInput;
}>;


export type RanksOfAllUnitsQuery = { administrativeUnit: { units: Array<{ kind: UnitKind, indicators: { score: number | null, rank: number | null, ofUnits: number | null } }> } | null };

export type RateWithCommentMutationVariables = Exact<{
  id: string | number;
  rating: number;
  comment?: string | null | undefined;
}>;


export type RateWithCommentMutation = { rateDossier: { dossier: { rating: number | null, version: number } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type RatingOfDossierQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type RatingOfDossierQuery = { dossier: { rating: number | null } | null };

export type SearchByNameQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
  orderBy: DossierOrder;
}>;


export type SearchByNameQuery = { dossiers: { totalCount: number, nodes: Array<{ ownerName: string | null, receivingUnit: { code: string } }> } };

export type SlipsOfQueryVariables = Exact<{
  code: string;
}>;


export type SlipsOfQuery = { dossier: { code: string, slips: Array<{ kind: SlipKind, number: number, issuedAt: string, url: string }> } | null };

export type ReDateForSlipMutationVariables = Exact<{
  input: MoveDossierInput;
}>;


export type ReDateForSlipMutation = { moveDossier: { dossier: { dueAt: string | null } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type SeenByUnitQueryVariables = Exact<{
  code: string;
}>;


export type SeenByUnitQuery = { dossier: { code: string, receivingUnit: { code: string }, handlingUnit: { code: string } } | null };

export type PayAfterALieMutationVariables = Exact<{
  dossier: string | number;
}>;


export type PayAfterALieMutation = { createPayment: { payment: { amount: number } | null, userErrors: Array<{ code: string }> } };

export type AmountOfPaymentQueryVariables = Exact<{ [key: string]: never; }>;


export type AmountOfPaymentQuery = { payment: { amount: number } | null };

export type PaymentIdsQueryVariables = Exact<{ [key: string]: never; }>;


export type PaymentIdsQuery = { payments: { nodes: Array<{ id: string }> } };

export type TypeOfRootQueryVariables = Exact<{ [key: string]: never; }>;


export type TypeOfRootQuery = { __typename: 'Query' };

export type NumbersOfPayersQueryVariables = Exact<{ [key: string]: never; }>;


export type NumbersOfPayersQuery = { payments: { nodes: Array<{ dossier: { applicant: { nationalId: string | null } | null } | null }> } };

export type IdsOfMineQueryVariables = Exact<{ [key: string]: never; }>;


export type IdsOfMineQuery = { viewer: { citizen: { id: string, dossiers: { nodes: Array<{ id: string, code: string, payments: Array<{ id: string }> | null, synchronizations: Array<{ id: string }> | null }> } | null } | null } | null };

export type IdsOfBooksQueryVariables = Exact<{
  day: string;
}>;


export type IdsOfBooksQuery = { reconciliations: Array<{ id: string, discrepancies: { nodes: Array<{ id: string }> } }> };

export type SchemaAndDataQueryVariables = Exact<{ [key: string]: never; }>;


export type SchemaAndDataQuery = { __schema: { queryType: { name: string | null } }, __type: { fields: Array<{ name: string }> | null } | null, procedure: { __typename: 'Procedure', name: string } | null };

export type DossierChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DossierChangesSubscription = { dossierChanged: { id: string } };

export type PaymentChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PaymentChangesSubscription = { paymentChanged: { id: string } };

export type ConnectorChangesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ConnectorChangesSubscription = { connectorChanged: { id: string } };

export type PayInBothFormsMutationVariables = Exact<{
  input: CreatePaymentInput;
}>;


export type PayInBothFormsMutation = { createPayment: { payment: { id: string, reference: string, amount: number, checkoutUrl: string | null, dossier: { amountDue: number | null } | null } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type IngestAndShowMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestAndShowMutation = { ingestDossiers: { results: Array<{ outcome: IngestOutcome, userErrors: Array<{ code: string }>, dossier: { id: string, code: string, status: DossierStatus, version: number, rating: number | null, amountDue: number | null, amountPaid: number | null, applicant: { fullName: string | null } | null, organization: { name: string } | null, payments: Array<{ reference: string, status: PaymentStatus, amount: number, external: boolean, dossier: { status: DossierStatus, amountDue: number | null } | null }> | null, synchronizations: Array<{ operation: string, state: SyncState, sequence: number }> | null, events: Array<{ status: DossierStatus, note: string | null }> } | null }> } };

export type ShownFragment = { id: string, code: string, status: DossierStatus, version: number, rating: number | null, amountDue: number | null, amountPaid: number | null, applicant: { fullName: string | null } | null, organization: { name: string } | null, payments: Array<{ reference: string, status: PaymentStatus, amount: number, external: boolean, dossier: { status: DossierStatus, amountDue: number | null } | null }> | null, synchronizations: Array<{ operation: string, state: SyncState, sequence: number }> | null, events: Array<{ status: DossierStatus, note: string | null }> };

export type DossierAsShownQueryVariables = Exact<{
  id: string | number;
}>;


export type DossierAsShownQuery = { dossier: { id: string, code: string, status: DossierStatus, version: number, rating: number | null, amountDue: number | null, amountPaid: number | null, applicant: { fullName: string | null } | null, organization: { name: string } | null, payments: Array<{ reference: string, status: PaymentStatus, amount: number, external: boolean, dossier: { status: DossierStatus, amountDue: number | null } | null }> | null, synchronizations: Array<{ operation: string, state: SyncState, sequence: number }> | null, events: Array<{ status: DossierStatus, note: string | null }> } | null };

export type OwnDossiersAndPaymentsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnDossiersAndPaymentsQuery = { viewer: { citizen: { dossiers: { nodes: Array<{ id: string }> } | null, payments: { nodes: Array<{ reference: string }> } | null } | null } | null };

export type EntriesOfPaymentQueryVariables = Exact<{
  reference?: string | null | undefined;
}>;


export type EntriesOfPaymentQuery = { payment: { entries: Array<{ debit: number, credit: number }> } | null };

export type PayTwiceMutationVariables = Exact<{
  id: string | number;
  amount?: number | null | undefined;
  key: string | number;
  other: string | number;
}>;


export type PayTwiceMutation = { createPayment: { payment: { status: PaymentStatus, dossier: { amountDue: number | null, amountPaid: number | null, payments: Array<{ status: PaymentStatus, amount: number }> | null } | null } | null, userErrors: Array<{ code: string }> }, again: { payment: { dossier: { amountDue: number | null, amountPaid: number | null } | null } | null, userErrors: Array<{ code: string }> } };

export type EntriesOfDossierQueryVariables = Exact<{
  id: string | number;
}>;


export type EntriesOfDossierQuery = { payments: { nodes: Array<{ entries: Array<{ debit: number }> }> } };

export type CheckoutMutationVariables = Exact<{
  id: string | number;
}>;


export type CheckoutMutation = { createPayment: { payment: { reference: string, status: PaymentStatus, amount: number, dossier: { amountDue: number | null, payments: Array<{ reference: string, status: PaymentStatus }> | null } | null } | null } };

export type RateBetweenPaymentsMutationVariables = Exact<{
  id: string | number;
  key: string | number;
  other: string | number;
}>;


export type RateBetweenPaymentsMutation = { before: { payment: { dossier: { rating: number | null, amountPaid: number | null } | null } | null }, rateDossier: { dossier: { rating: number | null, version: number, amountPaid: number | null } | null, userErrors: Array<{ code: string }> }, after: { payment: { dossier: { rating: number | null, amountPaid: number | null, amountDue: number | null } | null } | null } };

export type RefusedInBetweenMutationVariables = Exact<{
  id: string | number;
  key: string | number;
  other: string | number;
  connector: string | number;
  no?: boolean | null | undefined;
}>;


export type RefusedInBetweenMutation = { skipped?: { userErrors: Array<{ code: string }> }, first: { userErrors: Array<{ code: string }> }, pauseConnector: { userErrors: Array<{ code: string }> }, last: { userErrors: Array<{ code: string }> } };

export type RetryOfCauseMutationVariables = Exact<{ [key: string]: never; }>;


export type RetryOfCauseMutation = { retrySynchronizations: { retried: number, userErrors: Array<{ code: string }> } };

export type CodeOfUnitQueryVariables = Exact<{ [key: string]: never; }>;


export type CodeOfUnitQuery = { administrativeUnit: { code: string } | null };

export type CountedWorklistQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type CountedWorklistQuery = { dossiers: { nodes: Array<{ code: string, status: DossierStatus, amountDue: number | null, amountPaid: number | null, procedure: { name: string }, receivingUnit: { name: string }, applicant: { fullName: string | null, maskedNationalId: string | null } | null, payments: Array<{ reference: string, status: PaymentStatus, amount: number }> | null, synchronizations: Array<{ operation: string, state: SyncState }> | null }> } };

export type WholeWorklistQueryVariables = Exact<{ [key: string]: never; }>;


export type WholeWorklistQuery = { dossiers: { nodes: Array<{ id: string, code: string, status: DossierStatus, submittedAt: string, amountDue: number | null, amountPaid: number | null, procedure: { name: string }, receivingUnit: { name: string }, events: Array<{ status: DossierStatus }>, applicant: { fullName: string | null } | null, organization: { name: string } | null, payments: Array<{ reference: string, status: PaymentStatus, payer: { fullName: string | null } | null }> | null, synchronizations: Array<{ operation: string, state: SyncState }> | null }> } };

export type TwoPaymentsQueryVariables = Exact<{ [key: string]: never; }>;


export type TwoPaymentsQuery = { payments: { nodes: Array<{ reference: string, status: PaymentStatus, payer: { fullName: string | null } | null, dossier: { id: string, code: string } | null, merchant: { code: string, unit: { code: string, name: string } | null } }> } };

export type WithoutDossiersQueryVariables = Exact<{ [key: string]: never; }>;


export type WithoutDossiersQuery = { connectors: Array<{ id: string, state: ConnectorState }>, synchronizations: { nodes: Array<{ subject: string, state: SyncState, dossier: { id: string } | null, unit: { code: string } | null }> }, viewer: { subject: string } | null };

export type PayUnknownMutationVariables = Exact<{ [key: string]: never; }>;


export type PayUnknownMutation = { createPayment: { payment: { id: string } | null } };

export type IngestWithPaymentsMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestWithPaymentsMutation = { ingestDossiers: { created: number, results: Array<{ dossier: { code: string, payments: Array<{ id: string }> | null } | null }> } };

export type CodeOfDossierQueryVariables = Exact<{
  code?: string | null | undefined;
}>;


export type CodeOfDossierQuery = { dossier: { code: string } | null };

export type WorklistOfCallerQueryVariables = Exact<{ [key: string]: never; }>;


export type WorklistOfCallerQuery = { viewer: { subject: string, unit: { code: string } | null } | null, dossiers: { totalCount: number, nodes: Array<{ code: string, amountDue: number | null, receivingUnit: { code: string }, handlingUnit: { code: string }, applicant: { fullName: string | null } | null, payments: Array<{ reference: string, payer: { fullName: string | null } | null }> | null, synchronizations: Array<{ sequence: number, unit: { code: string } | null }> | null }> } };

export type ViewerWithCitizenQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerWithCitizenQuery = { viewer: { subject: string, roles: Array<Role>, unit: { code: string } | null, citizen: { id: string, fullName: string | null } | null } | null };

export type AccessLogOfCitizenQueryVariables = Exact<{
  id?: string | number | null | undefined;
}>;


export type AccessLogOfCitizenQuery = { citizen: { accessLog: { totalCount: number } | null } | null };

export type VerifyForPurposeMutationVariables = Exact<{
  purpose: string;
}>;


export type VerifyForPurposeMutation = { verifyCitizen: { citizen: { id: string } | null, userErrors: Array<{ code: string, message: string }> } };

export type LookUpByNumberQueryVariables = Exact<{
  nationalId: string;
}>;


export type LookUpByNumberQuery = { citizen: { id: string, fullName: string | null } | null };

export type OnboardingOfQueryVariables = Exact<{
  unit: string | number;
}>;


export type OnboardingOfQuery = { onboarding: Array<{ code: string, titleVi: string, titleEn: string, done: boolean, detail: string | null }> };

export type AddRecipientOfLanguageMutationVariables = Exact<{
  input: DayListRecipientInput;
}>;


export type AddRecipientOfLanguageMutation = { addDayListRecipient: { secret: string | null, recipient: { id: string, language: MessageLanguage } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type LanguageChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type LanguageChangesQuery = { integrationSettingChanges: Array<{ setting: string, from: unknown, to: unknown }> };

export type AtRiskOfDayQueryVariables = Exact<{
  unit: string | number;
}>;


export type AtRiskOfDayQuery = { administrativeUnit: { dayList: { dossiers: { pointsAtRisk: number, atRisk: { count: number, codes: Array<string> }, warnings: Array<{ reason: EarlyWarningReason, count: number, points: number, first: Array<{ code: string, reason: EarlyWarningReason, turn: EarlyWarningTurn, turnUnit: { code: string } | null }> }> } | null } | null } | null };

export type WarningsOfDayQueryVariables = Exact<{
  unit: string | number;
}>;


export type WarningsOfDayQuery = { earlyWarnings: { totalCount: number, totalPoints: number, nodes: Array<{ code: string, reason: EarlyWarningReason, points: number, turn: EarlyWarningTurn, turnUnit: { code: string } | null }> } };

export type AddWebhookOfLeaderMutationVariables = Exact<{
  input: DayListRecipientInput;
}>;


export type AddWebhookOfLeaderMutation = { addDayListRecipient: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DayListOfUnitQueryVariables = Exact<{
  unit: string | number;
}>;


export type DayListOfUnitQuery = { administrativeUnit: { dayList: { unitCode: string, day: string, workingDay: boolean, dossiers: { pointsAtRisk: number, dueToday: { count: number, codes: Array<string> }, overdue: { count: number, codes: Array<string> }, atRisk: { count: number, codes: Array<string> }, warnings: Array<{ reason: EarlyWarningReason, count: number }> } | null, stuck: { parked: number, waiting: number, oldestWaitingAt: string | null, causes: Array<{ errorCode: string, count: number, advice: string }> } | null, money: { unbalanced: Array<{ provider: PaymentProvider, merchantCode: string, businessDate: string, statementMissing: boolean, status: ReconciliationStatus | null, discrepancies: number }> } | null } | null } | null };

export type AddDayListRecipientMutationVariables = Exact<{
  input: DayListRecipientInput;
}>;


export type AddDayListRecipientMutation = { addDayListRecipient: { secret: string | null, recipient: { id: string, role: DayListRole, channel: DayListChannel, address: string, language: MessageLanguage, problem: string | null, lastDay: string | null, lastSentAt: string | null, lastErrorCode: string | null, unit: { code: string } } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RemoveDayListRecipientMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveDayListRecipientMutation = { removeDayListRecipient: { recipient: { id: string } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DayListRecipientsQueryVariables = Exact<{
  unit?: string | number | null | undefined;
}>;


export type DayListRecipientsQuery = { dayListRecipients: Array<{ id: string, address: string, problem: string | null, lastDay: string | null, lastSentAt: string | null, lastErrorCode: string | null }> };

export type DayListChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type DayListChangesQuery = { integrationSettingChanges: Array<{ setting: string, target: string, actor: string, from: unknown, to: unknown }> };

export type StartComparisonMutationVariables = Exact<{
  sample?: number | null | undefined;
}>;


export type StartComparisonMutation = { startComparison: { resend: { purpose: ResendPurpose, state: ResendState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ComparisonSummariesQueryVariables = Exact<{ [key: string]: never; }>;


export type ComparisonSummariesQuery = { comparisonSummaries: Array<{ kind: ComparisonKind, count: number, repaired: number }> };

export type ComparisonsFoundQueryVariables = Exact<{ [key: string]: never; }>;


export type ComparisonsFoundQuery = { comparisons: { nodes: Array<{ subject: string, kind: ComparisonKind, purpose: ComparisonPurpose, repairedAt: string | null }> } };

export type SetReportingAtNightMutationVariables = Exact<{
  unit: string | number;
  source?: string | null | undefined;
  mode: ReportingMode;
}>;


export type SetReportingAtNightMutation = { setReporting: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ComparedBySwitchQueryVariables = Exact<{ [key: string]: never; }>;


export type ComparedBySwitchQuery = { comparisons: { nodes: Array<{ subject: string, kind: ComparisonKind, day: string }> } };

export type SwitchSummariesQueryVariables = Exact<{ [key: string]: never; }>;


export type SwitchSummariesQuery = { comparisonSummaries: Array<{ day: string, kind: ComparisonKind, count: number, repaired: number }> };

export type CompareForExtrasMutationVariables = Exact<{ [key: string]: never; }>;


export type CompareForExtrasMutation = { startComparison: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ExtrasComparedQueryVariables = Exact<{ [key: string]: never; }>;


export type ExtrasComparedQuery = { comparisons: { nodes: Array<{ subject: string, kind: ComparisonKind, ours: { status: DossierStatus | null, unit: string | null } }> } };

export type PortalExtrasOfNightsQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  open?: boolean | null | undefined;
}>;


export type PortalExtrasOfNightsQuery = { portalExtras: { totalCount: number, nodes: Array<{ code: string, status: DossierStatus | null, portalUnit: string | null, firstSeenAt: string, lastSeenAt: string, endedAt: string | null, ending: PortalExtraEnding | null, unit: { code: string, name: string } }> } };

export type RequestSynchronizationMutationVariables = Exact<{
  filter: DossierFilter;
  reason: string;
  withSteps?: boolean | null | undefined;
}>;


export type RequestSynchronizationMutation = { requestSynchronization: { retried: number, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ResendsQueryVariables = Exact<{ [key: string]: never; }>;


export type ResendsQuery = { resends: Array<{ id: string, reason: string, requestedBy: string, filter: unknown, state: ResendState, expected: number, appended: number, skipped: number, delivered: number, waiting: number, parked: number, stoppedBy: string | null }> };

export type StopSynchronizationMutationVariables = Exact<{
  id: string | number;
}>;


export type StopSynchronizationMutation = { stopSynchronization: { resend: { state: ResendState, waiting: number } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type SourceChangesQueryVariables = Exact<{
  source: string;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type SourceChangesQuery = { sourceChanges: Array<{ cursor: string, at: string, kind: string, dossierCode: string, payload: unknown }> };

export type SourceNamesQueryVariables = Exact<{
  unit?: string | number | null | undefined;
}>;


export type SourceNamesQuery = { sources: Array<{ name: string, active: boolean, unit: { code: string } }> };

export type RateForSourceMutationVariables = Exact<{
  dossier: string | number;
}>;


export type RateForSourceMutation = { rateDossier: { dossier: { rating: number | null } | null, userErrors: Array<{ code: string }> } };

export type SetSourceRateMutationVariables = Exact<{
  id: string | number;
  rate?: number | null | undefined;
}>;


export type SetSourceRateMutation = { setConnectorRate: { connector: { id: string, kind: ConnectorKind, ratePerSecond: number | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type SourceConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type SourceConnectorsQuery = { connectors: Array<{ id: string, kind: ConnectorKind, state: ConnectorState, pending: number, parked: number, lastError: string | null }> };

export type ReplaceSourceSecretMutationVariables = Exact<{
  name: string;
  hours: number;
}>;


export type ReplaceSourceSecretMutation = { replaceSourceSecret: { secret: string | null, source: { previousSecretUntil: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ReplaySourceChangesMutationVariables = Exact<{
  source: string;
  from: string;
}>;


export type ReplaySourceChangesMutation = { replaySourceChanges: { replayed: number, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RetrySourceMutationVariables = Exact<{
  connector: string | number;
}>;


export type RetrySourceMutation = { retrySynchronizations: { retried: number, userErrors: Array<{ code: string }> } };

export type FileBeforeSourceMutationVariables = Exact<{
  input: SubmitDossierInput;
}>;


export type FileBeforeSourceMutation = { submitDossier: { dossier: { code: string } | null, userErrors: Array<{ message: string }> } };

export type FileForSourceMutationVariables = Exact<{
  input: SubmitDossierInput;
}>;


export type FileForSourceMutation = { submitDossier: { dossier: { code: string, version: number } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type PaymentByKeyQueryVariables = Exact<{
  id?: string | number | null | undefined;
  reference?: string | null | undefined;
}>;


export type PaymentByKeyQuery = { payment: { id: string } | null };

export type DaysOfAFileQueryVariables = Exact<{
  account: string;
}>;


export type DaysOfAFileQuery = { accountStatements: { statements: Array<{ day: string, version: number, opening: number | null, closing: number | null, openingDifference: number | null, unmatchedReversals: number, credits: { count: number, sum: number } | null, missingCredits: { count: number } | null }> } };

export type CreditsOfAFileQueryVariables = Exact<{
  account?: string | null | undefined;
}>;


export type CreditsOfAFileQuery = { accountCredits: { nodes: Array<{ bankReference: string, amount: number, onStatement: boolean | null, reversedOn: string | null }> } };

export type FilesOfDaysQueryVariables = Exact<{ [key: string]: never; }>;


export type FilesOfDaysQuery = { statementFiles: Array<{ path: string, state: StatementFileState, businessDate: string | null, version: number | null, reason: string | null }> };

export type StatementsOfAnAccountQueryVariables = Exact<{
  account: string;
  from: string;
  to: string;
}>;


export type StatementsOfAnAccountQuery = { accountStatements: { missingDays: Array<string>, statements: Array<{ day: string, version: number, isNewest: boolean, broughtBy: string | null, form: AccountStatementForm, rows: number, opening: number | null, closing: number | null, openingDifference: number | null, unmatchedReversals: number, credits: { count: number, sum: number } | null, debits: { count: number, sum: number } | null, missingCredits: { count: number, sum: number } | null, untoldCredits: { count: number, sum: number } | null }> } };

export type CreditsOfAnAccountQueryVariables = Exact<{
  account?: string | null | undefined;
  doubtful?: boolean | null | undefined;
}>;


export type CreditsOfAnAccountQuery = { accountCredits: { nodes: Array<{ bankReference: string, amount: number, state: AccountCreditState, onStatement: boolean | null, reversedOn: string | null, payment: { reference: string } | null, batches: Array<{ state: SettlementState }> }> } };

export type BatchesOfADayQueryVariables = Exact<{
  from: string;
}>;


export type BatchesOfADayQuery = { settlementBatches: { nodes: Array<{ batch: string, net: number, state: SettlementState, credited: number }> } };

export type AccountFilesQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountFilesQuery = { statementFiles: Array<{ path: string, provider: PaymentProvider | null, account: string | null, state: StatementFileState, businessDate: string | null, version: number | null, reason: string | null }> };

export type AccountStatementAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountStatementAlertsQuery = { alerts: Array<{ kind: AlertKind, target: string, message: string, recoveredAt: string | null }> };

export type DaysMissingQueryVariables = Exact<{
  account: string;
  from: string;
  to: string;
}>;


export type DaysMissingQuery = { accountStatements: { missingDays: Array<string> } };

export type RuleOfAccountStatementsMutationVariables = Exact<{
  threshold: number;
}>;


export type RuleOfAccountStatementsMutation = { setAlertRule: { userErrors: Array<{ code: string }> } };

export type CreditsOfTheAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type CreditsOfTheAccountQuery = { accountCredits: { nodes: Array<{ bankReference: string, amount: number, state: AccountCreditState, disputedAmount: number | null, onStatement: boolean | null, payment: { reference: string } | null }> } };

export type BankAccountsQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  kind?: BankAccountKind | null | undefined;
  active?: boolean | null | undefined;
}>;


export type BankAccountsQuery = { bankAccounts: Array<{ number: string, bankBin: string | null, bankName: string | null, kind: BankAccountKind, isSettlement: boolean, profile: unknown, active: boolean, unit: { code: string }, merchant: { code: string } | null }> };

export type SetBankAccountMutationVariables = Exact<{
  input: BankAccountInput;
}>;


export type SetBankAccountMutation = { setBankAccount: { change: { id: string, number: string, proposedBy: string } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApproveBankAccountMutationVariables = Exact<{
  change: string | number;
  approve: boolean;
}>;


export type ApproveBankAccountMutation = { approveBankAccount: { change: { approved: boolean | null, decidedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AccountsForCashQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountsForCashQuery = { depositAccounts: Array<{ number: string, bankName: string | null, unit: { code: string } }> };

export type BankAccountChangesQueryVariables = Exact<{
  number?: string | null | undefined;
}>;


export type BankAccountChangesQuery = { bankAccountChanges: Array<{ number: string, proposedBy: string, decidedBy: string | null, approved: boolean | null, active: boolean }> };

export type ProposeAMerchantWithAnAccountMutationVariables = Exact<{
  input: ProposedMerchant;
}>;


export type ProposeAMerchantWithAnAccountMutation = { proposeMerchant: { change: { id: string } | null, userErrors: Array<{ code: string }> } };

export type ApproveAMerchantWithAnAccountMutationVariables = Exact<{
  change: string | number;
}>;


export type ApproveAMerchantWithAnAccountMutation = { approveMerchantChange: { userErrors: Array<{ code: string }> } };

export type LedgerBalancesQueryVariables = Exact<{
  from: string;
  to: string;
  unit?: string | number | null | undefined;
  account?: string | null | undefined;
}>;


export type LedgerBalancesQuery = { ledgerBalances: Array<{ account: string, day: string, debit: number, credit: number, closing: number, unit: { code: string } }> };

export type LedgerEntriesQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  account?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgerEntriesQuery = { ledgerEntries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, at: string, account: string, debit: number, credit: number, memo: string | null }> } };

export type DayOfCashQueryVariables = Exact<{
  day: string;
}>;


export type DayOfCashQuery = { reconciliations: Array<{ id: string, status: ReconciliationStatus, statementVersion: number | null, matched: number, statementTotal: number, hubTotal: number, closedAt: string | null, discrepancies: { nodes: Array<{ id: string, kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null, detail: string, resolution: DiscrepancyResolution | null }> } }> };

export type SettleCashDifferenceMutationVariables = Exact<{
  id: string | number;
  as: DiscrepancyResolution;
}>;


export type SettleCashDifferenceMutation = { resolveDiscrepancy: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CloseCashDayMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseCashDayMutation = { closeReconciliation: { reconciliation: { closedAt: string | null } | null, userErrors: Array<{ code: string }> } };

export type AssignAtOnceMutationVariables = Exact<{
  credit: string | number;
  payment: string | number;
}>;


export type AssignAtOnceMutation = { assignCredit: { credit: { state: AccountCreditState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CloseAtOnceMutationVariables = Exact<{
  credit: string | number;
}>;


export type CloseAtOnceMutation = { closeCredit: { credit: { state: AccountCreditState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CloseLargeMutationVariables = Exact<{
  credit: string | number;
  as: CreditClosing;
}>;


export type CloseLargeMutation = { closeCredit: { credit: { state: AccountCreditState, proposedAs: CreditClosing | null, proposedBy: string | null, decidedBy: string | null } | null } };

export type CodeToScanQueryVariables = Exact<{
  id: string | number;
}>;


export type CodeToScanQuery = { payment: { qrPayload: string | null, qrImage: string | null, checkoutUrl: string | null } | null };

export type OpenCreditsQueryVariables = Exact<{
  states?: Array<AccountCreditState> | AccountCreditState | null | undefined;
}>;


export type OpenCreditsQuery = { accountCredits: { nodes: Array<{ id: string, content: string | null, proposedPayment: { id: string } | null, suggestions: Array<{ score: number, payment: { id: string } }> }> } };

export type CreditsOfTheBankQueryVariables = Exact<{
  states?: Array<AccountCreditState> | AccountCreditState | null | undefined;
}>;


export type CreditsOfTheBankQuery = { accountCredits: { totalCount: number, nodes: Array<{ id: string, bankReference: string, amount: number, reference: string | null, state: AccountCreditState, disputedAmount: number | null, decidedBy: string | null, payment: { reference: string } | null, suggestions: Array<{ score: number, reason: string, payment: { id: string, reference: string } }> }> } };

export type AssignTheCreditMutationVariables = Exact<{
  credit: string | number;
  payment: string | number;
}>;


export type AssignTheCreditMutation = { assignCredit: { credit: { state: AccountCreditState, proposedBy: string | null, decidedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ReconcileTheAccountMutationVariables = Exact<{
  day: string;
}>;


export type ReconcileTheAccountMutation = { startReconciliation: { reconciliation: { status: ReconciliationStatus, statementTotal: number, hubTotal: number, discrepancies: { nodes: Array<{ kind: DiscrepancyKind, detail: string }> } } | null, userErrors: Array<{ code: string }> } };

export type CloseTheCreditMutationVariables = Exact<{
  credit: string | number;
  as: CreditClosing;
}>;


export type CloseTheCreditMutation = { closeCredit: { credit: { state: AccountCreditState, note: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ProposeAccountOfUnitMutationVariables = Exact<{
  input: ProposedMerchant;
}>;


export type ProposeAccountOfUnitMutation = { proposeMerchant: { change: { id: string } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApproveAccountOfUnitMutationVariables = Exact<{
  change: string | number;
}>;


export type ApproveAccountOfUnitMutation = { approveMerchantChange: { change: { approved: boolean | null } | null, userErrors: Array<{ code: string }> } };

export type CreditsOfUnitQueryVariables = Exact<{ [key: string]: never; }>;


export type CreditsOfUnitQuery = { accountCredits: { nodes: Array<{ id: string, bankReference: string, state: AccountCreditState }> } };

export type OneCreditQueryVariables = Exact<{
  id: string | number;
}>;


export type OneCreditQuery = { accountCredit: { bankReference: string, amount: number } | null };

export type StartEarlyMutationVariables = Exact<{
  day: string;
}>;


export type StartEarlyMutation = { startReconciliation: { reconciliation: { id: string, status: ReconciliationStatus, statementTotal: number, hubTotal: number } | null, userErrors: Array<{ code: string }> } };

export type CloseEarlyMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseEarlyMutation = { closeReconciliation: { reconciliation: { closedAt: string | null, statementTotal: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type EReceiptOfPaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type EReceiptOfPaymentQuery = { payment: { reference: string, receipt: { number: string, template: string | null, symbol: string | null, status: ReceiptStatus, amount: number, amountInWords: string, url: string | null, replacedBy: string | null } | null } | null };

export type ReceiptOrdersQueryVariables = Exact<{
  unit?: string | number | null | undefined;
  states?: Array<ReceiptOrderState> | ReceiptOrderState | null | undefined;
}>;


export type ReceiptOrdersQuery = { receiptOrders: Array<{ id: string, connector: string, action: ReceiptOrderAction, state: ReceiptOrderState, paymentReference: string, key: string, code: string | null, reason: string | null, advice: string | null, attempts: number, nextAttemptAt: string | null, unit: { code: string } }> };

export type RetryReceiptOrderMutationVariables = Exact<{
  order: string | number;
}>;


export type RetryReceiptOrderMutation = { retryReceiptOrder: { order: { state: ReceiptOrderState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type PaymentsOfDossierQueryVariables = Exact<{
  dossier: string | number;
}>;


export type PaymentsOfDossierQuery = { payments: { totalCount: number, nodes: Array<{ id: string }> } };

export type StartWhilePausedMutationVariables = Exact<{ [key: string]: never; }>;


export type StartWhilePausedMutation = { startReconciliation: { reconciliation: { status: ReconciliationStatus, rejection: string | null } | null } };

export type RefundInModelMutationVariables = Exact<{
  payment: string | number;
  key: string | number;
  amount?: number | null | undefined;
}>;


export type RefundInModelMutation = { refundPayment: { userErrors: Array<{ code: string }> } };

export type ApproveInModelMutationVariables = Exact<{
  refund: string | number;
}>;


export type ApproveInModelMutation = { approveRefund: { userErrors: Array<{ code: string }> } };

export type ProposeMerchantMutationVariables = Exact<{
  input: ProposedMerchant;
}>;


export type ProposeMerchantMutation = { proposeMerchant: { change: { id: string, withSecrets: boolean, proposedBy: string } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApproveMerchantMutationVariables = Exact<{
  change: string | number;
  approve: boolean;
}>;


export type ApproveMerchantMutation = { approveMerchantChange: { change: { approved: boolean | null, decidedBy: string | null } | null, userErrors: Array<{ code: string }> } };

export type MerchantsOfUnitsQueryVariables = Exact<{
  unit?: string | number | null | undefined;
}>;


export type MerchantsOfUnitsQuery = { merchants: Array<{ code: string, name: string, secretsSetAt: string | null, settlementAccount: string | null, unit: { code: string } | null }> };

export type MerchantChangesWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type MerchantChangesWaitingQuery = { merchantChanges: Array<{ code: string, proposedBy: string }> };

export type AssignOnceMutationVariables = Exact<{
  credit: string | number;
  payment: string | number;
  note: string;
  key?: string | number | null | undefined;
}>;


export type AssignOnceMutation = { done: { credit: { id: string, state: AccountCreditState, proposedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CloseOnceMutationVariables = Exact<{
  credit: string | number;
  note: string;
  key?: string | number | null | undefined;
}>;


export type CloseOnceMutation = { done: { credit: { id: string, state: AccountCreditState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type BatchesOnceMutationVariables = Exact<{
  credit: string | number;
  batches: Array<string | number> | string | number;
  note: string;
  key?: string | number | null | undefined;
}>;


export type BatchesOnceMutation = { done: { credit: { id: string, state: AccountCreditState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CountOnceMutationVariables = Exact<{
  drawer: string | number;
  pieces: Array<CashPieces> | CashPieces;
  note?: string | null | undefined;
  key?: string | number | null | undefined;
}>;


export type CountOnceMutation = { done: { drawer: { id: string, state: CashDrawerState, counted: number | null, note: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type AcceptOnceMutationVariables = Exact<{
  drawer: string | number;
  key?: string | number | null | undefined;
}>;


export type AcceptOnceMutation = { done: { drawer: { id: string, state: CashDrawerState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DepositOnceMutationVariables = Exact<{
  drawers: Array<string | number> | string | number;
  slip: string;
  account: string;
  day: string;
  key?: string | number | null | undefined;
}>;


export type DepositOnceMutation = { done: { deposit: { id: string, amount: number, arrivedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ArriveOnceMutationVariables = Exact<{
  credit: string | number;
  deposit: string | number;
  note: string;
  key?: string | number | null | undefined;
}>;


export type ArriveOnceMutation = { done: { deposit: { id: string, arrivedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DrawersToCountQueryVariables = Exact<{ [key: string]: never; }>;


export type DrawersToCountQuery = { cashDrawers: { nodes: Array<{ id: string, state: CashDrawerState }> } };

export type GiveOtherBackMutationVariables = Exact<{
  payment: string | number;
  amount?: number | null | undefined;
  key: string | number;
}>;


export type GiveOtherBackMutation = { refundPayment: { userErrors: Array<{ code: string }> } };

export type LetProposalGoMutationVariables = Exact<{
  refund: string | number;
}>;


export type LetProposalGoMutation = { approveRefund: { refund: { state: RefundState } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RefundsOfOneQueryVariables = Exact<{
  id: string | number;
}>;


export type RefundsOfOneQuery = { payment: { status: PaymentStatus, refunds: Array<{ id: string, state: RefundState, cause: RefundCause, amount: number, reason: string, note: string | null, concludedBy: string | null }> } | null };

export type PaymentsAndOneQueryVariables = Exact<{
  filter?: PaymentFilter | null | undefined;
}>;


export type PaymentsAndOneQuery = { payments: { nodes: Array<{ reference: string }> }, payment: { id: string } | null };

export type RefundAtProviderMutationVariables = Exact<{
  payment: string | number;
  amount?: number | null | undefined;
}>;


export type RefundAtProviderMutation = { refundPayment: { payment: { status: PaymentStatus, refunds: Array<{ way: RefundWay, state: RefundState }> } | null, userErrors: Array<{ code: string }> } };

export type ReconcileProviderMutationVariables = Exact<{
  provider: PaymentProvider;
  day: string;
}>;


export type ReconcileProviderMutation = { startReconciliation: { reconciliation: { status: ReconciliationStatus, matched: number, statementTotal: number, hubTotal: number, discrepancies: { nodes: Array<{ kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null }> } } | null, userErrors: Array<{ code: string }> } };

export type OrdersToCloseQueryVariables = Exact<{
  states?: Array<ReceiptOrderState> | ReceiptOrderState | null | undefined;
}>;


export type OrdersToCloseQuery = { receiptOrders: Array<{ id: string, action: ReceiptOrderAction, state: ReceiptOrderState, paymentReference: string, closingBy: string | null, closingNote: string | null, closedBy: string | null }> };

export type ProposeOrderClosingMutationVariables = Exact<{
  order: string | number;
  note: string;
}>;


export type ProposeOrderClosingMutation = { proposeReceiptOrderClosing: { order: { state: ReceiptOrderState, closingBy: string | null, closingNote: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ApproveOrderClosingMutationVariables = Exact<{
  order: string | number;
  approve: boolean;
}>;


export type ApproveOrderClosingMutation = { approveReceiptOrderClosing: { order: { state: ReceiptOrderState, closedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type RetryOrderToCloseMutationVariables = Exact<{
  order: string | number;
}>;


export type RetryOrderToCloseMutation = { retryReceiptOrder: { order: { state: ReceiptOrderState, closingBy: string | null } | null, userErrors: Array<{ code: string }> } };

export type ReceiptStatusOfPaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type ReceiptStatusOfPaymentQuery = { payment: { receipt: { status: ReceiptStatus, amount: number } | null } | null };

export type ReportOfReceiptsQueryVariables = Exact<{
  from: string;
  to: string;
  format: ReportFormat;
  unit?: string | number | null | undefined;
}>;


export type ReportOfReceiptsQuery = { receiptReport: string };

export type ReceiptOfPaymentQueryVariables = Exact<{
  id: string | number;
}>;


export type ReceiptOfPaymentQuery = { payment: { receipt: { number: string, template: string | null, symbol: string | null, status: ReceiptStatus, amount: number, amountInWords: string, url: string | null, replacedBy: string | null } | null } | null };

export type ReceiptsOfUnitQueryVariables = Exact<{
  unit: string | number;
}>;


export type ReceiptsOfUnitQuery = { receipts: { totalCount: number, nodes: Array<{ number: string, status: ReceiptStatus, amount: number, replacedBy: string | null, url: string | null }> } };

export type ProposeSeriesMutationVariables = Exact<{
  input: ProposedSeries;
}>;


export type ProposeSeriesMutation = { proposeReceiptSeries: { series: { id: string, approvedBy: string | null, nextNumber: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApproveSeriesMutationVariables = Exact<{
  series: string | number;
  approve: boolean;
}>;


export type ApproveSeriesMutation = { approveReceiptSeries: { series: { approvedBy: string | null } | null, userErrors: Array<{ code: string }> } };

export type RefundForReceiptMutationVariables = Exact<{
  payment: string | number;
  amount?: number | null | undefined;
  key: string | number;
}>;


export type RefundForReceiptMutation = { refundPayment: { userErrors: Array<{ code: string }> } };

export type ReconciledQueryVariables = Exact<{
  id: string | number;
}>;


export type ReconciledQuery = { reconciliation: { status: ReconciliationStatus, matched: number, statementTotal: number, hubTotal: number, discrepancies: { nodes: Array<{ kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null }> } } | null };

export type ReconciledInFullQueryVariables = Exact<{
  id: string | number;
}>;


export type ReconciledInFullQuery = { reconciliation: { status: ReconciliationStatus, statementRows: number, statementVersion: number | null, matched: number, discrepancyCount: number, statementTotal: number, hubTotal: number, rejection: string | null, merchant: { code: string }, discrepancies: { totalCount: number, nodes: Array<{ id: string, kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null, detail: string, payment: { reference: string } | null }> } } | null };

export type RefundOfRoundMutationVariables = Exact<{
  payment: string | number;
}>;


export type RefundOfRoundMutation = { refundPayment: { userErrors: Array<{ code: string }> } };

export type PartOfRoundMutationVariables = Exact<{
  payment: string | number;
  amount: number;
  key: string | number;
}>;


export type PartOfRoundMutation = { refundPayment: { userErrors: Array<{ code: string }> } };

export type RefundPaymentMutationVariables = Exact<{
  payment: string | number;
  reason: string;
  key: string | number;
  amount?: number | null | undefined;
}>;


export type RefundPaymentMutation = { refundPayment: { payment: { id: string, status: PaymentStatus, refundedAmount: number, refunds: Array<{ id: string, amount: number, state: RefundState, way: RefundWay, cause: RefundCause, requestedBy: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApproveRefundMutationVariables = Exact<{
  refund: string | number;
  approve: boolean;
  note: string;
}>;


export type ApproveRefundMutation = { approveRefund: { refund: { state: RefundState, approvedBy: string | null, payment: { status: PaymentStatus } } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ConcludeRefundMutationVariables = Exact<{
  refund: string | number;
  paid: boolean;
  note: string;
}>;


export type ConcludeRefundMutation = { concludeRefund: { refund: { state: RefundState, concludedBy: string | null, note: string | null, payment: { status: PaymentStatus, refundedAmount: number } } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type PaymentWithRefundsQueryVariables = Exact<{
  id: string | number;
}>;


export type PaymentWithRefundsQuery = { payment: { status: PaymentStatus, refundedAmount: number, refunds: Array<{ id: string, state: RefundState, amount: number, cause: RefundCause, providerCode: string | null, attempts: number, reference: string, awaitsConclusion: boolean }>, entries: Array<{ account: string, debit: number, credit: number }> } | null };

export type RefundQueueQueryVariables = Exact<{
  states?: Array<RefundState> | RefundState | null | undefined;
}>;


export type RefundQueueQuery = { refunds: { totalCount: number, nodes: Array<{ id: string, amount: number, state: RefundState, reason: string, payment: { reference: string } }> } };

export type RepeatedReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type RepeatedReportsQuery = { repeatedReports: Array<{ provider: PaymentProvider, reference: string, providerTransactionId: string | null, amount: number, postedFor: string, advice: string, dossier: { id: string }, unit: { code: string } }> };

export type ReportOfDaysQueryVariables = Exact<{
  from: string;
  to: string;
  format: ReportFormat;
  unit?: string | number | null | undefined;
}>;


export type ReportOfDaysQuery = { reconciliationReport: string };

export type StatementsMissingQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type StatementsMissingQuery = { missingStatements: Array<{ provider: PaymentProvider, merchantCode: string, businessDate: string, unit: { code: string } }> };

export type ResolvedDayQueryVariables = Exact<{
  id: string | number;
}>;


export type ResolvedDayQuery = { reconciliation: { status: ReconciliationStatus, closedAt: string | null, closedBy: string | null, reopenedAt: string | null, confirmedByQuery: number, statementVersion: number | null, steps: Array<{ action: ResolutionAction, actor: string, note: string | null }>, discrepancies: { nodes: Array<{ id: string, kind: DiscrepancyKind, reference: string | null, resolution: DiscrepancyResolution | null, resolvedBy: string | null, approvedBy: string | null, note: string | null, owner: string | null, needsApproval: boolean, steps: Array<{ action: ResolutionAction, actor: string, resolution: DiscrepancyResolution | null, note: string | null }> }> }, open: { totalCount: number } } | null };

export type ResolveOneMutationVariables = Exact<{
  id: string | number;
  resolution: DiscrepancyResolution;
  note: string;
}>;


export type ResolveOneMutation = { resolveDiscrepancy: { discrepancy: { resolution: DiscrepancyResolution | null, needsApproval: boolean, owner: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type ApproveOneMutationVariables = Exact<{
  id: string | number;
  approve: boolean;
  note: string;
}>;


export type ApproveOneMutation = { approveDiscrepancy: { discrepancy: { resolution: DiscrepancyResolution | null, approvedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type AssignOneMutationVariables = Exact<{
  id: string | number;
  owner: string;
  note: string;
}>;


export type AssignOneMutation = { assignDiscrepancy: { discrepancy: { owner: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CloseDayMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseDayMutation = { closeReconciliation: { reconciliation: { closedAt: string | null, closedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type SetDayOffMutationVariables = Exact<{
  input: CalendarDayInput;
}>;


export type SetDayOffMutation = { setCalendarDay: { userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type BatchesDueQueryVariables = Exact<{
  day: string;
}>;


export type BatchesDueQuery = { settlementBatches: { nodes: Array<{ dueOn: string, state: SettlementState }> } };

export type StartOfMerchantMutationVariables = Exact<{
  day: string;
  merchant?: string | number | null | undefined;
}>;


export type StartOfMerchantMutation = { startReconciliation: { reconciliation: { id: string, status: ReconciliationStatus, rejection: string | null } | null, reconciliations: Array<{ id: string }>, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type DiscrepancyPageQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type DiscrepancyPageQuery = { reconciliation: { merchant: { code: string, unit: { code: string } | null }, discrepancies: { totalCount: number, nodes: Array<{ reference: string | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type StatementFilesQueryVariables = Exact<{
  state?: StatementFileState | null | undefined;
}>;


export type StatementFilesQuery = { statementFiles: Array<{ path: string, provider: PaymentProvider | null, state: StatementFileState, businessDate: string | null, version: number | null, reason: string | null, seenAt: string }> };

export type StatementAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type StatementAlertsQuery = { alerts: Array<{ kind: AlertKind, target: string, message: string, recoveredAt: string | null }> };

export type FetchAlertsQueryVariables = Exact<{ [key: string]: never; }>;


export type FetchAlertsQuery = { alerts: Array<{ kind: AlertKind, target: string, message: string, recoveredAt: string | null }> };

export type StatementVersionsQueryVariables = Exact<{
  from: string;
  to: string;
  unit?: string | number | null | undefined;
  provider?: PaymentProvider | null | undefined;
}>;


export type StatementVersionsQuery = { statements: Array<{ provider: PaymentProvider, businessDate: string, version: number, rows: number, gross: number, fee: number, feeVat: number, net: number, broughtBy: string | null, generatedAt: string | null, takenAt: string, merchant: { code: string }, difference: { added: number, gone: number, changed: number, gross: number, net: number, rows: Array<{ kind: StatementChangeKind, type: string, reference: string, providerTransactionId: string, before: { rowNo: number, gross: number, fee: number, feeVat: number, net: number, status: string } | null, after: { rowNo: number, gross: number, fee: number, feeVat: number, net: number, status: string } | null }> } | null }> };

export type ReconcileVnpayMutationVariables = Exact<{
  day: string;
}>;


export type ReconcileVnpayMutation = { startReconciliation: { reconciliation: { status: ReconciliationStatus, matched: number, statementTotal: number, hubTotal: number, discrepancies: { nodes: Array<{ kind: DiscrepancyKind, hubAmount: number | null, statementAmount: number | null }> } } | null, userErrors: Array<{ code: string }> } };

export type WriteOffMutationVariables = Exact<{
  id: string | number;
}>;


export type WriteOffMutation = { resolveDiscrepancy: { discrepancy: { resolution: DiscrepancyResolution | null } | null, userErrors: Array<{ code: string }> } };

export type WrittenOffDayQueryVariables = Exact<{
  day: string;
}>;


export type WrittenOffDayQuery = { reconciliations: Array<{ discrepancies: { nodes: Array<{ id: string, kind: DiscrepancyKind, resolution: DiscrepancyResolution | null }> } }> };

export type RateBadlyMutationVariables = Exact<{
  dossier: string | number;
}>;


export type RateBadlyMutation = { rateDossier: { dossier: { rating: number | null } | null, userErrors: Array<{ code: string }> } };

export type DrawersOfCashQueryVariables = Exact<{
  states?: Array<CashDrawerState> | CashDrawerState | null | undefined;
}>;


export type DrawersOfCashQuery = { cashDrawers: { nodes: Array<{ id: string, officer: string, day: string, state: CashDrawerState, payments: number, expected: number, counted: number | null, difference: number | null, note: string | null, acceptedBy: string | null, unit: { code: string }, deposit: { slipNumber: string, amount: number, arrivedAt: string | null } | null }> } };

export type CountTheDrawerMutationVariables = Exact<{
  drawer: string | number;
  pieces: Array<CashPieces> | CashPieces;
  note?: string | null | undefined;
}>;


export type CountTheDrawerMutation = { countCashDrawer: { drawer: { state: CashDrawerState, counted: number | null, difference: number | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type AcceptTheDrawerMutationVariables = Exact<{
  drawer: string | number;
}>;


export type AcceptTheDrawerMutation = { acceptCashDrawer: { drawer: { state: CashDrawerState } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type DepositTheCashMutationVariables = Exact<{
  drawers: Array<string | number> | string | number;
  slip: string;
  account: string;
  day: string;
}>;


export type DepositTheCashMutation = { depositCash: { deposit: { id: string, amount: number, arrivedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type CashOnTheWayQueryVariables = Exact<{
  arrived?: boolean | null | undefined;
}>;


export type CashOnTheWayQuery = { cashDeposits: Array<{ id: string, slipNumber: string, amount: number }> };

export type CreditOfTheDepositMutationVariables = Exact<{
  credit: string | number;
  deposit: string | number;
}>;


export type CreditOfTheDepositMutation = { assignCreditToDeposit: { deposit: { arrivedAt: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type CreditsBesideCashQueryVariables = Exact<{ [key: string]: never; }>;


export type CreditsBesideCashQuery = { accountCredits: { nodes: Array<{ id: string, amount: number, state: AccountCreditState, bankReference: string }> } };

export type GiveCashBackMutationVariables = Exact<{
  payment: string | number;
  key: string | number;
}>;


export type GiveCashBackMutation = { refundPayment: { userErrors: Array<{ code: string, message: string }> } };

export type CashToGiveBackQueryVariables = Exact<{ [key: string]: never; }>;


export type CashToGiveBackQuery = { refunds: { nodes: Array<{ id: string, amount: number, state: RefundState }> } };

export type CashGivenBackMutationVariables = Exact<{
  refund: string | number;
}>;


export type CashGivenBackMutation = { concludeRefund: { userErrors: Array<{ code: string, message: string }> } };

export type EverythingInPagesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type EverythingInPagesQuery = { dossiers: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, code: string, nationalCode: string | null, origin: DossierOrigin, ownerKind: OwnerKind, ownerName: string | null, channel: FilingChannel, status: DossierStatus, timeliness: Timeliness, submittedAt: string, acceptedAt: string | null, dueAt: string | null, resolvedAt: string | null, returnedAt: string | null, voidedAt: string | null, summary: string | null, version: number, rating: number | null, unidentified: boolean | null, feesSettled: boolean | null, amountDue: number | null, amountPaid: number | null, procedure: { code: string, name: string, field: string, workingDays: number | null, fee: number | null, active: boolean, provisional: boolean }, receivingUnit: { code: string, name: string, kind: UnitKind, agencyCode: string, latitude: number | null, longitude: number | null, parent: { code: string } | null, receptionPoints: Array<{ code: string, name: string, address: string | null }> }, handlingUnit: { code: string, name: string, parent: { name: string, units: Array<{ code: string }> } | null }, applicant: { id: string, fullName: string | null, nationalId: string | null, maskedNationalId: string | null, dateOfBirth: string | null, assuranceLevel: AssuranceLevel, verifiedAt: string | null, identified: boolean } | null, organization: { id: string, name: string, taxCode: string | null } | null, events: Array<{ id: string, at: string, status: DossierStatus, actor: string, title: string | null, department: string | null, note: string | null, unusual: boolean }>, supplements: Array<{ number: number, requestedAt: string, requestedBy: string, content: string, receivedAt: string | null, previousDueAt: string | null, newDueAt: string | null }>, documents: Array<{ id: string, name: string, componentCode: string | null, url: string | null, digitized: boolean, reused: boolean, isResult: boolean, sha256: string | null }>, fees: Array<{ code: string, name: string, kind: FeeKind, amount: number, exemptedAmount: number, collection: FeeCollection }>, payments: Array<{ id: string, reference: string, provider: PaymentProvider, external: boolean, amount: number, refundedAmount: number, status: PaymentStatus, checkoutUrl: string | null, qrPayload: string | null, providerTransactionId: string | null, createdAt: string, expiresAt: string | null, paidAt: string | null, merchant: { id: string, code: string, provider: PaymentProvider, name: string, unit: { code: string, name: string } | null }, payer: { id: string, fullName: string | null } | null, receipt: { number: string } | null, entries: Array<{ id: string, account: string, debit: number, credit: number, memo: string | null }>, dossier: { id: string, code: string, status: DossierStatus } | null }> | null, synchronizations: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, deliveredAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string, kind: ConnectorKind, state: ConnectorState }, dossier: { code: string } | null, unit: { code: string, name: string } | null }> | null } }> } };

export type EverythingFragment = { id: string, code: string, nationalCode: string | null, origin: DossierOrigin, ownerKind: OwnerKind, ownerName: string | null, channel: FilingChannel, status: DossierStatus, timeliness: Timeliness, submittedAt: string, acceptedAt: string | null, dueAt: string | null, resolvedAt: string | null, returnedAt: string | null, voidedAt: string | null, summary: string | null, version: number, rating: number | null, unidentified: boolean | null, feesSettled: boolean | null, amountDue: number | null, amountPaid: number | null, procedure: { code: string, name: string, field: string, workingDays: number | null, fee: number | null, active: boolean, provisional: boolean }, receivingUnit: { code: string, name: string, kind: UnitKind, agencyCode: string, latitude: number | null, longitude: number | null, parent: { code: string } | null, receptionPoints: Array<{ code: string, name: string, address: string | null }> }, handlingUnit: { code: string, name: string, parent: { name: string, units: Array<{ code: string }> } | null }, applicant: { id: string, fullName: string | null, nationalId: string | null, maskedNationalId: string | null, dateOfBirth: string | null, assuranceLevel: AssuranceLevel, verifiedAt: string | null, identified: boolean } | null, organization: { id: string, name: string, taxCode: string | null } | null, events: Array<{ id: string, at: string, status: DossierStatus, actor: string, title: string | null, department: string | null, note: string | null, unusual: boolean }>, supplements: Array<{ number: number, requestedAt: string, requestedBy: string, content: string, receivedAt: string | null, previousDueAt: string | null, newDueAt: string | null }>, documents: Array<{ id: string, name: string, componentCode: string | null, url: string | null, digitized: boolean, reused: boolean, isResult: boolean, sha256: string | null }>, fees: Array<{ code: string, name: string, kind: FeeKind, amount: number, exemptedAmount: number, collection: FeeCollection }>, payments: Array<{ id: string, reference: string, provider: PaymentProvider, external: boolean, amount: number, refundedAmount: number, status: PaymentStatus, checkoutUrl: string | null, qrPayload: string | null, providerTransactionId: string | null, createdAt: string, expiresAt: string | null, paidAt: string | null, merchant: { id: string, code: string, provider: PaymentProvider, name: string, unit: { code: string, name: string } | null }, payer: { id: string, fullName: string | null } | null, receipt: { number: string } | null, entries: Array<{ id: string, account: string, debit: number, credit: number, memo: string | null }>, dossier: { id: string, code: string, status: DossierStatus } | null }> | null, synchronizations: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, deliveredAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string, kind: ConnectorKind, state: ConnectorState }, dossier: { code: string } | null, unit: { code: string, name: string } | null }> | null };

export type EverythingInAListQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type EverythingInAListQuery = { dossiers: { totalCount: number, nodes: Array<{ id: string, code: string, nationalCode: string | null, origin: DossierOrigin, ownerKind: OwnerKind, ownerName: string | null, channel: FilingChannel, status: DossierStatus, timeliness: Timeliness, submittedAt: string, acceptedAt: string | null, dueAt: string | null, resolvedAt: string | null, returnedAt: string | null, voidedAt: string | null, summary: string | null, version: number, rating: number | null, unidentified: boolean | null, feesSettled: boolean | null, amountDue: number | null, amountPaid: number | null, procedure: { code: string, name: string, field: string, workingDays: number | null, fee: number | null, active: boolean, provisional: boolean }, receivingUnit: { code: string, name: string, kind: UnitKind, agencyCode: string, latitude: number | null, longitude: number | null, parent: { code: string } | null, receptionPoints: Array<{ code: string, name: string, address: string | null }> }, handlingUnit: { code: string, name: string, parent: { name: string, units: Array<{ code: string }> } | null }, applicant: { id: string, fullName: string | null, nationalId: string | null, maskedNationalId: string | null, dateOfBirth: string | null, assuranceLevel: AssuranceLevel, verifiedAt: string | null, identified: boolean } | null, organization: { id: string, name: string, taxCode: string | null } | null, events: Array<{ id: string, at: string, status: DossierStatus, actor: string, title: string | null, department: string | null, note: string | null, unusual: boolean }>, supplements: Array<{ number: number, requestedAt: string, requestedBy: string, content: string, receivedAt: string | null, previousDueAt: string | null, newDueAt: string | null }>, documents: Array<{ id: string, name: string, componentCode: string | null, url: string | null, digitized: boolean, reused: boolean, isResult: boolean, sha256: string | null }>, fees: Array<{ code: string, name: string, kind: FeeKind, amount: number, exemptedAmount: number, collection: FeeCollection }>, payments: Array<{ id: string, reference: string, provider: PaymentProvider, external: boolean, amount: number, refundedAmount: number, status: PaymentStatus, checkoutUrl: string | null, qrPayload: string | null, providerTransactionId: string | null, createdAt: string, expiresAt: string | null, paidAt: string | null, merchant: { id: string, code: string, provider: PaymentProvider, name: string, unit: { code: string, name: string } | null }, payer: { id: string, fullName: string | null } | null, receipt: { number: string } | null, entries: Array<{ id: string, account: string, debit: number, credit: number, memo: string | null }>, dossier: { id: string, code: string, status: DossierStatus } | null }> | null, synchronizations: Array<{ id: string, subject: string, operation: string, sequence: number, state: SyncState, attempts: number, requestedAt: string, deliveredAt: string | null, errorCode: string | null, lastError: string | null, connector: { id: string, kind: ConnectorKind, state: ConnectorState }, dossier: { code: string } | null, unit: { code: string, name: string } | null }> | null }> } };

export type LookUpQueryVariables = Exact<{
  id?: string | number | null | undefined;
  nationalId?: string | null | undefined;
  purpose: string;
}>;


export type LookUpQuery = { citizen: { id: string, fullName: string | null, nationalId: string | null, maskedNationalId: string | null, dateOfBirth: string | null } | null };

export type OwnAccessLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OwnAccessLogQuery = { viewer: { citizen: { accessLog: { totalCount: number, nodes: Array<{ actor: string, purpose: string, fields: Array<string> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null } | null };

export type IngestOutcomesMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestOutcomesMutation = { ingestDossiers: { created: number, results: Array<{ outcome: IngestOutcome, dossier: { id: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> }> } };

export type ConnectorStatesQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectorStatesQuery = { connectors: Array<{ id: string, kind: ConnectorKind, state: ConnectorState, pending: number, parked: number, oldestPendingAt: string | null, lastSuccessAt: string | null, lastError: string | null }> };

export type PauseConnectorMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseConnectorMutation = { pauseConnector: { connector: { id: string, state: ConnectorState, pending: number } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ResumeConnectorMutationVariables = Exact<{
  id: string | number;
}>;


export type ResumeConnectorMutation = { resumeConnector: { connector: { id: string, state: ConnectorState, pending: number } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type SynchronizationListQueryVariables = Exact<{
  connector?: string | number | null | undefined;
  unit?: string | number | null | undefined;
  dossier?: string | number | null | undefined;
  states?: Array<SyncState> | SyncState | null | undefined;
  errorCode?: string | null | undefined;
  olderThan?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type SynchronizationListQuery = { synchronizations: { totalCount: number, nodes: Array<{ id: string, subject: string, state: SyncState, attempts: number, lastError: string | null, errorCode: string | null, unit: { code: string } | null, dossier: { id: string } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SubmitDossierMutationVariables = Exact<{
  input: SubmitDossierInput;
}>;


export type SubmitDossierMutation = { submitDossier: { dossier: { id: string, code: string, version: number, status: DossierStatus, origin: DossierOrigin, channel: FilingChannel, submittedAt: string, acceptedAt: string | null, dueAt: string | null, ownerKind: OwnerKind, ownerName: string | null, summary: string | null, amountDue: number | null, procedure: { code: string }, receivingUnit: { code: string }, handlingUnit: { code: string }, applicant: { fullName: string | null, identified: boolean } | null, organization: { name: string, taxCode: string | null } | null, documents: Array<{ name: string, sha256: string | null, isResult: boolean }>, fees: Array<{ code: string, name: string, kind: FeeKind, amount: number, collection: FeeCollection }>, events: Array<{ status: DossierStatus, actor: string, department: string | null, note: string | null, unusual: boolean }> } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type MoveDossierMutationVariables = Exact<{
  input: MoveDossierInput;
}>;


export type MoveDossierMutation = { moveDossier: { dossier: { id: string, version: number, status: DossierStatus, acceptedAt: string | null, dueAt: string | null, resolvedAt: string | null, returnedAt: string | null, supplements: Array<{ number: number, requestedAt: string, requestedBy: string, content: string, receivedAt: string | null, previousDueAt: string | null, newDueAt: string | null }>, documents: Array<{ name: string, isResult: boolean }>, fees: Array<{ code: string, amount: number }>, events: Array<{ status: DossierStatus, actor: string, department: string | null, note: string | null }> } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type VoidDossierMutationVariables = Exact<{
  dossier: string | number;
  reason: string;
  expectedVersion?: number | null | undefined;
}>;


export type VoidDossierMutation = { voidDossier: { dossier: { id: string, version: number, status: DossierStatus, voidedAt: string | null, timeliness: Timeliness, events: Array<{ status: DossierStatus, actor: string, note: string | null }> } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type ReconciliationIdsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReconciliationIdsQuery = { reconciliations: Array<{ id: string }> };

export type BatchesOfTheProvinceQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type BatchesOfTheProvinceQuery = { settlementBatches: { totalCount: number, nodes: Array<{ id: string, batch: string, provider: PaymentProvider, lastDay: string, dueOn: string, gross: number, refunded: number, fees: number, adjustments: number, net: number, credited: number, writtenOff: number, open: number, state: SettlementState, merchant: { code: string, settlementAccount: string | null }, credits: Array<{ amount: number, credit: { amount: number, state: AccountCreditState } }> }> } };

export type DayWithPayoutsQueryVariables = Exact<{
  id: string | number;
}>;


export type DayWithPayoutsQuery = { reconciliation: { status: ReconciliationStatus, statementTotal: number, hubTotal: number, closedAt: string | null, discrepancies: { nodes: Array<{ id: string, kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null, detail: string, resolution: DiscrepancyResolution | null, needsApproval: boolean }> }, steps: Array<{ action: ResolutionAction, note: string | null }> } | null };

export type CreditsOfPayoutsQueryVariables = Exact<{ [key: string]: never; }>;


export type CreditsOfPayoutsQuery = { accountCredits: { nodes: Array<{ id: string, amount: number, state: AccountCreditState }> } };

export type PayoutOfBatchesMutationVariables = Exact<{
  credit: string | number;
  batches: Array<string | number> | string | number;
}>;


export type PayoutOfBatchesMutation = { assignCreditToBatches: { credit: { state: AccountCreditState, proposedBy: string | null, proposedBatches: Array<{ id: string }>, batches: Array<{ id: string }> } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type ResolvePayoutMutationVariables = Exact<{
  id: string | number;
  resolution: DiscrepancyResolution;
}>;


export type ResolvePayoutMutation = { resolveDiscrepancy: { discrepancy: { resolution: DiscrepancyResolution | null } | null, userErrors: Array<{ code: string }> } };

export type OwnPayoutMutationVariables = Exact<{
  id: string | number;
}>;


export type OwnPayoutMutation = { assignDiscrepancy: { userErrors: Array<{ code: string }> } };

export type ClosePayoutDayMutationVariables = Exact<{
  id: string | number;
}>;


export type ClosePayoutDayMutation = { closeReconciliation: { reconciliation: { closedAt: string | null } | null, userErrors: Array<{ code: string }> } };

export type DossierChangedSubscriptionVariables = Exact<{
  unit?: string | number | null | undefined;
  dossier?: string | number | null | undefined;
}>;


export type DossierChangedSubscription = { dossierChanged: { code: string, status: DossierStatus, version: number, amountPaid: number | null, applicant: { fullName: string | null } | null, payments: Array<{ status: PaymentStatus }> | null } };

export type PaymentChangedSubscriptionVariables = Exact<{
  payment: string | number;
}>;


export type PaymentChangedSubscription = { paymentChanged: { reference: string, status: PaymentStatus, dossier: { code: string } | null } };

export type ConnectorChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type ConnectorChangedSubscription = { connectorChanged: { id: string, state: ConnectorState } };

export type PauseForListenersMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseForListenersMutation = { pauseConnector: { connector: { id: string, state: ConnectorState } | null } };

export type PayForListenersMutationVariables = Exact<{
  input: CreatePaymentInput;
}>;


export type PayForListenersMutation = { createPayment: { payment: { id: string, reference: string, status: PaymentStatus } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type IngestForListenersMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestForListenersMutation = { ingestDossiers: { results: Array<{ outcome: IngestOutcome, dossier: { id: string, code: string, version: number } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> }> } };

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

export type DossierCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type DossierCodesQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type DossierCountQueryVariables = Exact<{ [key: string]: never; }>;


export type DossierCountQuery = { dossiers: { totalCount: number } };

export type ProcedureCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProcedureCodesQuery = { procedures: Array<{ code: string }> };

export type IngestWithEventsMutationVariables = Exact<{
  input: Array<DossierIngestInput> | DossierIngestInput;
}>;


export type IngestWithEventsMutation = { ingestDossiers: { created: number, updated: number, unchanged: number, stale: number, rejected: number, unusualSteps: number, results: Array<{ code: string, outcome: IngestOutcome, userErrors: Array<{ code: string, message: string, field: Array<string> | null }>, dossier: { id: string, code: string, version: number, status: DossierStatus, events: Array<{ id: string, at: string, status: DossierStatus, actor: string, unusual: boolean, note: string | null }> } | null }> } };

export type ApproveRuleChangeMutationVariables = Exact<{
  change: string | number;
  approve: boolean;
}>;


export type ApproveRuleChangeMutation = { approveRuleChange: { change: { approved: boolean | null, decidedBy: string | null } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type RefundForEReceiptMutationVariables = Exact<{
  payment: string | number;
  amount?: number | null | undefined;
  key: string | number;
}>;


export type RefundForEReceiptMutation = { refundPayment: { userErrors: Array<{ code: string }> } };

export type NodeOfDossierQueryVariables = Exact<{
  dossier: string | number;
}>;


export type NodeOfDossierQuery = { node:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', code: string, amountDue: number | null, id: string, applicant: { fullName: string | null } | null }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null };

export type NodeOfPaymentQueryVariables = Exact<{
  payment: string | number;
}>;


export type NodeOfPaymentQuery = { node:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', reference: string, id: string, payer: { fullName: string | null } | null, dossier: { code: string, amountDue: number | null } | null }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null };

export type NodeOfSynchronizationQueryVariables = Exact<{
  synchronization: string | number;
}>;


export type NodeOfSynchronizationQuery = { node:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', subject: string, operation: string, id: string, unit: { name: string } | null, dossier: { code: string, applicant: { fullName: string | null } | null } | null }
   | null };

export type NodeOfReconciliationQueryVariables = Exact<{
  reconciliation: string | number;
}>;


export type NodeOfReconciliationQuery = { node:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', status: ReconciliationStatus, id: string, merchant: { code: string }, discrepancies: { nodes: Array<{ kind: DiscrepancyKind }> } }
    | { __typename: 'Synchronization', id: string }
   | null };

export type NodeOfDiscrepancyQueryVariables = Exact<{
  discrepancy: string | number;
}>;


export type NodeOfDiscrepancyQuery = { node:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', kind: DiscrepancyKind, reference: string | null, detail: string, id: string, payment: { id: string } | null }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null };

export type NodeOfCitizenQueryVariables = Exact<{
  citizen: string | number;
}>;


export type NodeOfCitizenQuery = { node:
    | { __typename: 'Citizen', fullName: string | null, id: string, dossiers: { nodes: Array<{ code: string }> } | null }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null };

export type FormsLastPageQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsLastPageQuery = { dossiers: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean }, nodes: Array<{ code: string, dueAt: string | null, amountDue: number | null }> } };

export type FormsConditionsQueryVariables = Exact<{
  dossier: string | number;
  payment: string | number;
  yes: boolean;
  no?: boolean | null | undefined;
}>;


export type FormsConditionsQuery = { first:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string, due: number | null, paid?: number | null, payments?: Array<{ id: string }> | null }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null, second:
    | { __typename: 'Citizen', id: string }
    | { __typename: 'Discrepancy', id: string }
    | { __typename: 'Dossier', id: string }
    | { __typename: 'Organization', id: string }
    | { __typename: 'Payment', id: string, of: { number: string, due: number | null, who?: { fullName: string | null } | null } | null }
    | { __typename: 'Reconciliation', id: string }
    | { __typename: 'Synchronization', id: string }
   | null, third:
    | { synchronizations?: Array<{ state: SyncState, connector: { id: string } }> | null } & { applicant?: { fullName: string | null } | null }
    | Record<PropertyKey, never>
   | null };

type Any_Citizen_Fragment = { __typename: 'Citizen', id: string };

type Any_Discrepancy_Fragment = { __typename: 'Discrepancy', id: string };

type Any_Dossier_Fragment = { __typename: 'Dossier', id: string };

type Any_Organization_Fragment = { __typename: 'Organization', id: string };

type Any_Payment_Fragment = { __typename: 'Payment', id: string };

type Any_Reconciliation_Fragment = { __typename: 'Reconciliation', id: string };

type Any_Synchronization_Fragment = { __typename: 'Synchronization', id: string };

export type AnyFragment =
  | Any_Citizen_Fragment
  | Any_Discrepancy_Fragment
  | Any_Dossier_Fragment
  | Any_Organization_Fragment
  | Any_Payment_Fragment
  | Any_Reconciliation_Fragment
  | Any_Synchronization_Fragment
;

export type OneFragment = { synchronizations: Array<{ state: SyncState, connector: { id: string } }> | null };

export type TwoFragment = { applicant: { fullName: string | null } | null };

export type FormsPaymentsQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsPaymentsQuery = { payments: { totalCount: number, nodes: Array<{ reference: string, status: PaymentStatus, amount: number, merchant: { code: string, unit: { name: string, kind: UnitKind } | null }, payer: { fullName: string | null, nationalId: string | null } | null, entries: Array<{ account: string, debit: number, credit: number }>, dossier: { code: string, status: DossierStatus, amountDue: number | null, summary: string | null, procedure: { name: string }, handlingUnit: { name: string }, fees: Array<{ amount: number }> } | null }> } };

export type FormsReconciliationQueryVariables = Exact<{
  reconciliation: string | number;
}>;


export type FormsReconciliationQuery = { reconciliation: { provider: PaymentProvider, businessDate: string, status: ReconciliationStatus, statementRows: number, matched: number, discrepancyCount: number, statementTotal: number, hubTotal: number, merchant: { code: string, unit: { name: string } | null }, discrepancies: { totalCount: number, nodes: Array<{ id: string, kind: DiscrepancyKind, reference: string | null, hubAmount: number | null, statementAmount: number | null, detail: string, payment: { id: string } | null }> } } | null };

export type FormsConnectorsQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsConnectorsQuery = { connectors: Array<{ id: string, kind: ConnectorKind, state: ConnectorState, pending: number, parked: number, oldestPendingAt: string | null, lastError: string | null }>, synchronizations: { totalCount: number, nodes: Array<{ subject: string, operation: string, state: SyncState, unit: { name: string } | null, dossier: { code: string, status: DossierStatus, procedure: { name: string }, applicant: { fullName: string | null } | null } | null }> }, synchronizationProblems: Array<{ errorCode: string, count: number, units: number }> };

export type FormsCitizenQueryVariables = Exact<{
  citizen: string | number;
}>;


export type FormsCitizenQuery = { citizen: { id: string, fullName: string | null, nationalId: string | null, maskedNationalId: string | null, dossiers: { totalCount: number, nodes: Array<{ code: string, amountDue: number | null, applicant: { fullName: string | null } | null }> } | null, payments: { totalCount: number, nodes: Array<{ reference: string, dossier: { code: string } | null }> } | null } | null };

export type FormsViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsViewerQuery = { viewer: { subject: string, roles: Array<Role>, unit: { code: string } | null, citizen: { fullName: string | null, nationalId: string | null, accessLog: { totalCount: number, nodes: Array<{ id: string, actor: string, purpose: string, fields: Array<string>, at: string }> } | null, dossiers: { nodes: Array<{ code: string, amountDue: number | null, payments: Array<{ reference: string }> | null }> } | null, payments: { nodes: Array<{ reference: string, status: PaymentStatus }> } | null } | null } | null };

export type FormsOfficerQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsOfficerQuery = { viewer: { subject: string, roles: Array<Role>, unit: { name: string } | null, citizen: { id: string } | null } | null };

export type FormsNobodyQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsNobodyQuery = { viewer: { subject: string } | null, node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, procedures: Array<{ code: string, name: string, fee: number | null, workingDays: number | null }>, administrativeUnit: { name: string, units: Array<{ code: string, kind: UnitKind, receptionPoints: Array<{ name: string }> }>, dossiers: { totalCount: number }, indicators: { dossiersReceived: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlinePaymentRate: number | null, groups: Array<{ code: string, score: number | null }> } } | null };

export type FormsChangesQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsChangesQuery = { sourceChanges: Array<{ cursor: string, kind: string, dossierCode: string }> };

export type FormsThereAndBackQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsThereAndBackQuery = { dossiers: { nodes: Array<{ code: string, amountDue: number | null, payments: Array<{ reference: string, dossier: { amountDue: number | null, amountPaid: number | null, key: string, payments: Array<{ status: PaymentStatus, dossier: { code: string, amountDue: number | null } | null }> | null } | null }> | null, synchronizations: Array<{ state: SyncState, dossier: { code: string, synchronizations: Array<{ sequence: number }> | null } | null }> | null }> } };

export type FormsUnknownQueryVariables = Exact<{ [key: string]: never; }>;


export type FormsUnknownQuery = { dossier: { code: string, amountDue: number | null } | null };

export type RateMutationVariables = Exact<{
  dossier: string | number;
  rating: number;
}>;


export type RateMutation = { rateDossier: { dossier: { code: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type DossiersOfFilterQueryVariables = Exact<{
  filter?: DossierFilter | null | undefined;
}>;


export type DossiersOfFilterQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type PageTooLongQueryVariables = Exact<{ [key: string]: never; }>;


export type PageTooLongQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type BothEndsOfAPageQueryVariables = Exact<{ [key: string]: never; }>;


export type BothEndsOfAPageQuery = { payments: { nodes: Array<{ id: string }> } };

export type CursorThatIsNoneQueryVariables = Exact<{ [key: string]: never; }>;


export type CursorThatIsNoneQuery = { synchronizations: { nodes: Array<{ id: string }> } };

export type NumberThatIsNoneQueryVariables = Exact<{ [key: string]: never; }>;


export type NumberThatIsNoneQuery = { citizen: { id: string } | null };

export type LookUpWithoutPurposeQueryVariables = Exact<{ [key: string]: never; }>;


export type LookUpWithoutPurposeQuery = { citizen: { id: string } | null };

export type DayThatIsNoneQueryVariables = Exact<{ [key: string]: never; }>;


export type DayThatIsNoneQuery = { dossiers: { nodes: Array<{ code: string }> } };

export type TwoKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type TwoKeysQuery = { dossier: { code: string } | null };

export type TooMuchQueryVariables = Exact<{ [key: string]: never; }>;


export type TooMuchQuery = { dossiers: { nodes: Array<{ handlingUnit: { dossiers: { nodes: Array<{ events: Array<{ id: string }>, payments: Array<{ id: string }> | null }> } } }> } };

export type PaymentOfUnknownMutationVariables = Exact<{ [key: string]: never; }>;


export type PaymentOfUnknownMutation = { createPayment: { payment: { id: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type PauseOfNoneMutationVariables = Exact<{ [key: string]: never; }>;


export type PauseOfNoneMutation = { pauseConnector: { connector: { id: string, state: ConnectorState } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type RefundMutationVariables = Exact<{
  payment: string | number;
}>;


export type RefundMutation = { refundPayment: { payment: { id: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type VerifyMutationVariables = Exact<{
  citizen: string | number;
}>;


export type VerifyMutation = { verifyCitizen: { citizen: { id: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type MoveMutationVariables = Exact<{
  dossier: string | number;
}>;


export type MoveMutation = { moveDossier: { dossier: { id: string } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type OpenPaymentMutationVariables = Exact<{
  input: CreatePaymentInput;
}>;


export type OpenPaymentMutation = { createPayment: { payment: { id: string, reference: string, status: PaymentStatus, amount: number, checkoutUrl: string | null, qrPayload: string | null, external: boolean, paidAt: string | null, expiresAt: string | null, merchant: { code: string }, entries: Array<{ account: string, debit: number, credit: number }> } | null, userErrors: Array<{ code: string, field: Array<string> | null }> } };

export type QuarterFiguresQueryVariables = Exact<{
  unit: string | number;
}>;


export type QuarterFiguresQuery = { administrativeUnit: { indicators: { dossiersReceived: number, dossiersReceivedAtCommunes: number, receivedOnline: number, dossiersWithFee: number, paidOnline: number, onlineFilingRate: number | null, onlinePaymentRate: number | null, resolvedOnTimeRate: number | null, digitizedResultRate: number | null, satisfactionRate: number | null } } | null };

export type RegisterSourceMutationVariables = Exact<{
  input: RegisterSourceInput;
}>;


export type RegisterSourceMutation = { registerSource: { secret: string | null, source: { name: string, mode: SourceMode, url: string | null, active: boolean, createdBy: string, changedBy: string, previousSecretUntil: string | null, unit: { code: string }, connector: { id: string, kind: ConnectorKind } } | null, userErrors: Array<{ code: string, field: Array<string> | null, message: string }> } };

export type MoveForSourceMutationVariables = Exact<{
  input: MoveDossierInput;
}>;


export type MoveForSourceMutation = { moveDossier: { dossier: { id: string, version: number, status: DossierStatus } | null, userErrors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type DossierForSourceQueryVariables = Exact<{
  code: string;
}>;


export type DossierForSourceQuery = { dossier: { id: string, version: number, status: DossierStatus, rating: number | null, events: Array<{ status: DossierStatus, note: string | null }>, synchronizations: Array<{ sequence: number, operation: string, state: SyncState, connector: { id: string } }> | null } | null };

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
export const ShownFragmentDoc = new TypedDocumentString(`
    fragment Shown on Dossier {
  id
  code
  status
  version
  rating
  amountDue
  amountPaid
  applicant {
    fullName
  }
  organization {
    name
  }
  payments {
    reference
    status
    amount
    external
    dossier {
      status
      amountDue
    }
  }
  synchronizations {
    operation
    state
    sequence
  }
  events {
    status
    note
  }
}
    `, {"fragmentName":"Shown"}) as unknown as TypedDocumentString<ShownFragment, unknown>;
export const EverythingFragmentDoc = new TypedDocumentString(`
    fragment Everything on Dossier {
  id
  code
  nationalCode
  origin
  ownerKind
  ownerName
  channel
  status
  timeliness
  submittedAt
  acceptedAt
  dueAt
  resolvedAt
  returnedAt
  voidedAt
  summary
  version
  rating
  unidentified
  feesSettled
  amountDue
  amountPaid
  procedure {
    code
    name
    field
    workingDays
    fee
    active
    provisional
  }
  receivingUnit {
    code
    name
    kind
    agencyCode
    latitude
    longitude
    parent {
      code
    }
    receptionPoints {
      code
      name
      address
    }
  }
  handlingUnit {
    code
    name
    parent {
      name
      units {
        code
      }
    }
  }
  applicant {
    id
    fullName
    nationalId
    maskedNationalId
    dateOfBirth
    assuranceLevel
    verifiedAt
    identified
  }
  organization {
    id
    name
    taxCode
  }
  events {
    id
    at
    status
    actor
    title
    department
    note
    unusual
  }
  supplements {
    number
    requestedAt
    requestedBy
    content
    receivedAt
    previousDueAt
    newDueAt
  }
  documents {
    id
    name
    componentCode
    url
    digitized
    reused
    isResult
    sha256
  }
  fees {
    code
    name
    kind
    amount
    exemptedAmount
    collection
  }
  payments {
    id
    reference
    provider
    external
    amount
    refundedAmount
    status
    checkoutUrl
    qrPayload
    providerTransactionId
    createdAt
    expiresAt
    paidAt
    merchant {
      id
      code
      provider
      name
      unit {
        code
        name
      }
    }
    payer {
      id
      fullName
    }
    receipt {
      number
    }
    entries {
      id
      account
      debit
      credit
      memo
    }
    dossier {
      id
      code
      status
    }
  }
  synchronizations {
    id
    connector {
      id
      kind
      state
    }
    dossier {
      code
    }
    subject
    unit {
      code
      name
    }
    operation
    sequence
    state
    attempts
    requestedAt
    deliveredAt
    errorCode
    lastError
  }
}
    `, {"fragmentName":"Everything"}) as unknown as TypedDocumentString<EverythingFragment, unknown>;
export const AnyFragmentDoc = new TypedDocumentString(`
    fragment Any on Node {
  __typename
  id
}
    `, {"fragmentName":"Any"}) as unknown as TypedDocumentString<AnyFragment, unknown>;
export const OneFragmentDoc = new TypedDocumentString(`
    fragment One on Dossier {
  synchronizations {
    connector {
      id
    }
    state
  }
}
    `, {"fragmentName":"One"}) as unknown as TypedDocumentString<OneFragment, unknown>;
export const TwoFragmentDoc = new TypedDocumentString(`
    fragment Two on Dossier {
  applicant {
    fullName
  }
}
    `, {"fragmentName":"Two"}) as unknown as TypedDocumentString<TwoFragment, unknown>;
export const ConsoleBatchesDocument = new TypedDocumentString(`
    query ConsoleBatches($first: Int!, $unit: ID) {
  settlementBatches(
    states: [EXPECTED, SHORT, OVER, MISSING]
    first: $first
    unit: $unit
  ) {
    totalCount
    nodes {
      id
      provider
      merchant {
        code
        unit {
          name
        }
      }
      batch
      firstDay
      lastDay
      net
      credited
      open
      dueOn
      state
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleBatchesQuery, ConsoleBatchesQueryVariables>;
export const ConsoleCreditsDocument = new TypedDocumentString(`
    query ConsoleCredits($first: Int!) {
  accountCredits(states: [UNIDENTIFIED], first: $first) {
    totalCount
    nodes {
      id
      account
      bankReference
      amount
      bookedAt
      reference
      disputedAmount
      onStatement
      proposedBy
      proposedAs
      proposedPayment {
        reference
      }
      proposedBatches {
        batch
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleCreditsQuery, ConsoleCreditsQueryVariables>;
export const ConsoleCreditDocument = new TypedDocumentString(`
    query ConsoleCredit($id: ID!) {
  accountCredit(id: $id) {
    id
    account
    bankReference
    amount
    state
    suggestions {
      payment {
        id
        reference
        amount
        dossier {
          code
        }
      }
      score
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleCreditQuery, ConsoleCreditQueryVariables>;
export const ConsoleCreditTextDocument = new TypedDocumentString(`
    query ConsoleCreditText($id: ID!) {
  accountCredit(id: $id) {
    content
  }
}
    `) as unknown as TypedDocumentString<ConsoleCreditTextQuery, ConsoleCreditTextQueryVariables>;
export const ConsoleCashDocument = new TypedDocumentString(`
    query ConsoleCash($first: Int!, $unit: ID) {
  cashDrawers(states: [OPEN, COUNTED, ACCEPTED], first: $first, unit: $unit) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      unit {
        name
      }
      officer
      day
      state
      payments
      expected
      counted
      difference
      note
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleCashQuery, ConsoleCashQueryVariables>;
export const ConsoleOnItsWayDocument = new TypedDocumentString(`
    query ConsoleOnItsWay {
  cashDeposits(arrived: false) {
    id
    unit {
      name
    }
    account
    amount
    slipNumber
    depositedOn
    depositedBy
  }
}
    `) as unknown as TypedDocumentString<ConsoleOnItsWayQuery, ConsoleOnItsWayQueryVariables>;
export const ConsoleDepositingDocument = new TypedDocumentString(`
    query ConsoleDepositing($first: Int!, $unit: ID) {
  cashDrawers(states: [ACCEPTED], first: $first, unit: $unit) {
    pageInfo {
      hasNextPage
    }
    nodes {
      id
      unit {
        code
        name
      }
      officer
      day
      counted
    }
  }
  depositAccounts {
    number
    bankName
    unit {
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleDepositingQuery, ConsoleDepositingQueryVariables>;
export const ConsoleStatementFilesDocument = new TypedDocumentString(`
    query ConsoleStatementFiles($from: LocalDate!, $to: LocalDate!) {
  statementFiles {
    path
    provider
    businessDate
    state
    reason
    version
    seenAt
  }
  missingStatements(from: $from, to: $to) {
    provider
    merchantCode
    businessDate
    unit {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleStatementFilesQuery, ConsoleStatementFilesQueryVariables>;
export const ConsoleReceiptsDocument = new TypedDocumentString(`
    query ConsoleReceipts($unit: ID) {
  receiptOrders(unit: $unit) {
    id
    action
    state
    paymentReference
    unit {
      name
    }
    code
    reason
    advice
    attempts
    nextAttemptAt
    wantedAt
    closingBy
    closingNote
  }
}
    `) as unknown as TypedDocumentString<ConsoleReceiptsQuery, ConsoleReceiptsQueryVariables>;
export const ConsoleRefundsDocument = new TypedDocumentString(`
    query ConsoleRefunds($first: Int!, $unit: ID) {
  refunds(states: [REQUESTED, READY, SENT, REFUSED], first: $first, unit: $unit) {
    totalCount
    nodes {
      id
      reference
      amount
      state
      cause
      way
      reason
      requestedBy
      requestedAt
      providerCode
      note
      awaitsConclusion
      payment {
        provider
        reference
        dossier {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleRefundsQuery, ConsoleRefundsQueryVariables>;
export const ConsoleAssignCreditDocument = new TypedDocumentString(`
    mutation ConsoleAssignCredit($id: ID!, $payment: ID!, $note: String!) {
  change: assignCredit(credit: $id, payment: $payment, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleAssignCreditMutation, ConsoleAssignCreditMutationVariables>;
export const ConsoleAssignToBatchesDocument = new TypedDocumentString(`
    mutation ConsoleAssignToBatches($id: ID!, $batches: [ID!]!, $note: String!) {
  change: assignCreditToBatches(credit: $id, batches: $batches, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleAssignToBatchesMutation, ConsoleAssignToBatchesMutationVariables>;
export const ConsoleAssignToDepositDocument = new TypedDocumentString(`
    mutation ConsoleAssignToDeposit($id: ID!, $deposit: ID!, $note: String!) {
  change: assignCreditToDeposit(credit: $id, deposit: $deposit, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleAssignToDepositMutation, ConsoleAssignToDepositMutationVariables>;
export const ConsoleCloseCreditDocument = new TypedDocumentString(`
    mutation ConsoleCloseCredit($id: ID!, $as: CreditClosing!, $note: String!) {
  change: closeCredit(credit: $id, as: $as, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleCloseCreditMutation, ConsoleCloseCreditMutationVariables>;
export const ConsoleAcceptDrawerDocument = new TypedDocumentString(`
    mutation ConsoleAcceptDrawer($id: ID!) {
  change: acceptCashDrawer(drawer: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleAcceptDrawerMutation, ConsoleAcceptDrawerMutationVariables>;
export const ConsoleDepositCashDocument = new TypedDocumentString(`
    mutation ConsoleDepositCash($drawers: [ID!]!, $account: String!, $slip: String!, $day: LocalDate!) {
  change: depositCash(
    drawers: $drawers
    account: $account
    slipNumber: $slip
    depositedOn: $day
  ) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleDepositCashMutation, ConsoleDepositCashMutationVariables>;
export const ConsoleRetryReceiptDocument = new TypedDocumentString(`
    mutation ConsoleRetryReceipt($id: ID!) {
  change: retryReceiptOrder(order: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleRetryReceiptMutation, ConsoleRetryReceiptMutationVariables>;
export const ConsoleProposeClosingDocument = new TypedDocumentString(`
    mutation ConsoleProposeClosing($id: ID!, $note: String!) {
  change: proposeReceiptOrderClosing(order: $id, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleProposeClosingMutation, ConsoleProposeClosingMutationVariables>;
export const ConsoleApproveClosingDocument = new TypedDocumentString(`
    mutation ConsoleApproveClosing($id: ID!, $approve: Boolean!) {
  change: approveReceiptOrderClosing(order: $id, approve: $approve) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleApproveClosingMutation, ConsoleApproveClosingMutationVariables>;
export const ConsoleApproveRefundDocument = new TypedDocumentString(`
    mutation ConsoleApproveRefund($id: ID!, $approve: Boolean!, $note: String!) {
  change: approveRefund(refund: $id, approve: $approve, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleApproveRefundMutation, ConsoleApproveRefundMutationVariables>;
export const ConsoleConcludeRefundDocument = new TypedDocumentString(`
    mutation ConsoleConcludeRefund($id: ID!, $paid: Boolean!, $note: String!) {
  change: concludeRefund(refund: $id, paid: $paid, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleConcludeRefundMutation, ConsoleConcludeRefundMutationVariables>;
export const ConsoleRepeatsDocument = new TypedDocumentString(`
    query ConsoleRepeats {
  repeatedReports {
    id
    dossier {
      code
    }
    unit {
      name
    }
    provider
    reference
    providerTransactionId
    amount
    postedFor
    reportedAt
    advice
  }
}
    `) as unknown as TypedDocumentString<ConsoleRepeatsQuery, ConsoleRepeatsQueryVariables>;
export const ConsoleCountDrawerDocument = new TypedDocumentString(`
    mutation ConsoleCountDrawer($id: ID!, $pieces: [CashPieces!]!, $note: String) {
  change: countCashDrawer(drawer: $id, pieces: $pieces, note: $note) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleCountDrawerMutation, ConsoleCountDrawerMutationVariables>;
export const ConsoleRulesDocument = new TypedDocumentString(`
    query ConsoleRules($first: Int!) {
  ruleChanges(waiting: true, first: $first) {
    id
    kind
    content
    before
    reason
    proposedBy
    proposedAt
  }
}
    `) as unknown as TypedDocumentString<ConsoleRulesQuery, ConsoleRulesQueryVariables>;
export const ConsoleDecideRuleDocument = new TypedDocumentString(`
    mutation ConsoleDecideRule($id: ID!, $approve: Boolean!) {
  change: approveRuleChange(change: $id, approve: $approve) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleDecideRuleMutation, ConsoleDecideRuleMutationVariables>;
export const ConsoleViewerDocument = new TypedDocumentString(`
    query ConsoleViewer {
  viewer {
    subject
    roles
    unit {
      code
    }
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
export const ConsoleWatchDocument = new TypedDocumentString(`
    query ConsoleWatch {
  connectors {
    id
    breaker
    nextAttemptAt
    ratePerSecond
  }
  alerts(open: true) {
    id
    kind
    message
    raisedAt
  }
  resends(first: 5) {
    id
    reason
    purpose
    requestedBy
    requestedAt
    state
    expected
    appended
    delivered
    waiting
    parked
  }
  comparisonSummaries(days: 1) {
    day
    kind
    count
    repaired
  }
}
    `) as unknown as TypedDocumentString<ConsoleWatchQuery, ConsoleWatchQueryVariables>;
export const ConsoleDayDocument = new TypedDocumentString(`
    query ConsoleDay($unit: ID!) {
  administrativeUnit(code: $unit) {
    code
    name
    dayList {
      day
      workingDay
      dossiers {
        dueToday {
          count
          codes
        }
        overdue {
          count
          codes
        }
        atRisk {
          count
          codes
        }
        pointsAtRisk
        warnings {
          reason
          count
          points
          first {
            code
            at
            turnUnit {
              name
            }
          }
        }
      }
      stuck {
        parked
        waiting
        oldestWaitingAt
        causes {
          errorCode
          count
          message
          advice
        }
      }
      money {
        unbalanced {
          provider
          merchantCode
          businessDate
          statementMissing
          status
          discrepancies
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleDayQuery, ConsoleDayQueryVariables>;
export const ConsoleGoLiveOnboardingDocument = new TypedDocumentString(`
    query ConsoleGoLiveOnboarding($unit: ID!) {
  onboarding(unit: $unit) {
    code
    titleVi
    titleEn
    done
    detail
  }
}
    `) as unknown as TypedDocumentString<ConsoleGoLiveOnboardingQuery, ConsoleGoLiveOnboardingQueryVariables>;
export const ConsoleGoLiveSwitchesDocument = new TypedDocumentString(`
    query ConsoleGoLiveSwitches($unit: ID!) {
  reportingSwitches(unit: $unit) {
    unit {
      code
      name
    }
    source
    mode
    own
    history {
      mode
      from
      reason
      changedBy
      changedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleGoLiveSwitchesQuery, ConsoleGoLiveSwitchesQueryVariables>;
export const ConsoleGoLiveDifferencesDocument = new TypedDocumentString(`
    query ConsoleGoLiveDifferences($unit: ID!, $first: Int!) {
  comparisons(
    unit: $unit
    first: $first
    kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS, UNKNOWN]
  ) {
    totalCount
    nodes {
      id
      day
      kind
      subject
      purpose
      repairedAt
      unit {
        name
      }
      ours {
        status
        unit
      }
      theirs {
        status
        unit
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleGoLiveDifferencesQuery, ConsoleGoLiveDifferencesQueryVariables>;
export const ConsoleGoLiveExtrasDocument = new TypedDocumentString(`
    query ConsoleGoLiveExtras($unit: ID!, $first: Int!) {
  portalExtras(unit: $unit, first: $first) {
    totalCount
    nodes {
      code
      status
      portalUnit
      firstSeenAt
      lastSeenAt
      unit {
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleGoLiveExtrasQuery, ConsoleGoLiveExtrasQueryVariables>;
export const ConsoleGoLiveSourcesDocument = new TypedDocumentString(`
    query ConsoleGoLiveSources($unit: ID) {
  sources(unit: $unit) {
    name
    mode
    url
    active
    previousSecretUntil
    unit {
      name
    }
    connector {
      id
      state
      pending
      parked
      lastSuccessAt
      lastError
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleGoLiveSourcesQuery, ConsoleGoLiveSourcesQueryVariables>;
export const ConsoleBalancesDocument = new TypedDocumentString(`
    query ConsoleBalances($day: LocalDate!, $unit: ID) {
  reconciliations(from: $day, to: $day, unit: $unit) {
    id
    provider
    merchant {
      id
      code
      name
      unit {
        name
      }
    }
    status
    statementVersion
    statementRows
    matched
    hubTotal
    statementTotal
    discrepancyCount
    open: discrepancies(open: true, first: 0) {
      totalCount
    }
    rejection
    closedAt
  }
  missingStatements(from: $day, to: $day) {
    provider
    merchantCode
    unit {
      name
    }
  }
  workbook: reconciliationReport(from: $day, to: $day, unit: $unit, format: XLSX)
  csv: reconciliationReport(from: $day, to: $day, unit: $unit, format: CSV)
}
    `) as unknown as TypedDocumentString<ConsoleBalancesQuery, ConsoleBalancesQueryVariables>;
export const ConsoleExceptionsDocument = new TypedDocumentString(`
    query ConsoleExceptions($id: ID!, $first: Int!) {
  reconciliation(id: $id) {
    id
    provider
    businessDate
    merchant {
      code
      name
    }
    status
    closedAt
    discrepancies(first: $first) {
      totalCount
      nodes {
        id
        kind
        detail
        reference
        hubAmount
        statementAmount
        resolution
        resolvedBy
        resolvedAt
        approvedBy
        note
        owner
        needsApproval
        payment {
          id
          dossier {
            code
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleExceptionsQuery, ConsoleExceptionsQueryVariables>;
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
export const ConsoleStopDocument = new TypedDocumentString(`
    mutation ConsoleStop($id: ID!) {
  change: stopSynchronization(id: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleStopMutation, ConsoleStopMutationVariables>;
export const ConsoleSetReportingDocument = new TypedDocumentString(`
    mutation ConsoleSetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $reason: String!) {
  change: setReporting(unit: $unit, source: $source, mode: $mode, reason: $reason) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleSetReportingMutation, ConsoleSetReportingMutationVariables>;
export const ConsoleReconcileDocument = new TypedDocumentString(`
    mutation ConsoleReconcile($provider: PaymentProvider!, $day: LocalDate!, $merchant: ID) {
  change: startReconciliation(
    provider: $provider
    businessDate: $day
    merchant: $merchant
  ) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleReconcileMutation, ConsoleReconcileMutationVariables>;
export const ConsoleCloseDayDocument = new TypedDocumentString(`
    mutation ConsoleCloseDay($id: ID!) {
  change: closeReconciliation(id: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleCloseDayMutation, ConsoleCloseDayMutationVariables>;
export const ConsoleResolveDocument = new TypedDocumentString(`
    mutation ConsoleResolve($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {
  change: resolveDiscrepancy(
    discrepancy: $id
    resolution: $resolution
    note: $note
  ) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleResolveMutation, ConsoleResolveMutationVariables>;
export const ConsoleApproveDocument = new TypedDocumentString(`
    mutation ConsoleApprove($id: ID!, $approve: Boolean!, $note: String!) {
  change: approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConsoleApproveMutation, ConsoleApproveMutationVariables>;
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
export const PullCatalogueDocument = new TypedDocumentString(`
    mutation PullCatalogue($acceptLoss: Boolean) {
  pullCatalogue(acceptLoss: $acceptLoss) {
    requested
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PullCatalogueMutation, PullCatalogueMutationVariables>;
export const CatalogueHistoryDocument = new TypedDocumentString(`
    query CatalogueHistory {
  cataloguePulls(first: 1) {
    askedBy
    outcome
    listed
    added
    changed
    withdrawn
    failed
  }
  catalogueChanges(first: 100) {
    procedure
    kind
    before {
      name
      fee
      active
    }
    after {
      name
      fee
      workingDays
      active
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueHistoryQuery, CatalogueHistoryQueryVariables>;
export const IngestOfUnitDocument = new TypedDocumentString(`
    mutation IngestOfUnit($input: [DossierIngestInput!]!) {
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
        status
        events {
          status
          actor
          unusual
          note
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestOfUnitMutation, IngestOfUnitMutationVariables>;
export const ProvisionalProcedureDocument = new TypedDocumentString(`
    query ProvisionalProcedure {
  procedure(code: "1.999999") {
    name
    provisional
  }
}
    `) as unknown as TypedDocumentString<ProvisionalProcedureQuery, ProvisionalProcedureQueryVariables>;
export const PersonalPapersDocument = new TypedDocumentString(`
    query PersonalPapers($dossier: ID!, $purpose: String!, $results: [ID!]) {
  personalPapers(dossier: $dossier, purpose: $purpose, results: $results) {
    papers {
      resultCode
      name
      number
      agencyCode
      files {
        name
        url
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PersonalPapersQuery, PersonalPapersQueryVariables>;
export const PortalListsDocument = new TypedDocumentString(`
    query PortalLists {
  portalLists {
    name
    outcome
    listed
    takenAt
  }
  portalListEntries(list: "AGENCIES", first: 2) {
    code
    name
    about
  }
  next: portalListEntries(list: "AGENCIES", first: 1, after: "H12.1") {
    code
  }
  portalGaps {
    units {
      code
    }
    procedures {
      code
    }
  }
  procedure(code: "1.001193") {
    publicServices {
      code
      name
      publisher
      agencies {
        code
        level
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalListsQuery, PortalListsQueryVariables>;
export const SwitchForMonthDocument = new TypedDocumentString(`
    mutation SwitchForMonth($unit: ID!, $source: String, $mode: ReportingMode!) {
  setReporting(unit: $unit, source: $source, mode: $mode, reason: "thử") {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SwitchForMonthMutation, SwitchForMonthMutationVariables>;
export const ReportingRulesDocument = new TypedDocumentString(`
    query ReportingRules {
  reportingRules {
    id
    origin
    procedure
    reportedBy
    services
    validFrom
    validTo
    changes {
      changedBy
      reason
      servicesBefore
      servicesAfter
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingRulesQuery, ReportingRulesQueryVariables>;
export const SetReportingRuleDocument = new TypedDocumentString(`
    mutation SetReportingRule($input: ReportingRuleInput!) {
  setReportingRule(input: $input) {
    rule {
      services
      changes {
        changedBy
        servicesBefore
        servicesAfter
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetReportingRuleMutation, SetReportingRuleMutationVariables>;
export const ReportingOfDossierDocument = new TypedDocumentString(`
    query ReportingOfDossier($code: String!) {
  dossier(code: $code) {
    reporting {
      services
      reportedBy
      mode
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingOfDossierQuery, ReportingOfDossierQueryVariables>;
export const ReportedDossiersDocument = new TypedDocumentString(`
    query ReportedDossiers($reported: Boolean) {
  dossiers(filter: {reported: $reported}, first: 100) {
    totalCount
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReportedDossiersQuery, ReportedDossiersQueryVariables>;
export const SetReportingDocument = new TypedDocumentString(`
    mutation SetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $from: DateTime, $reason: String!) {
  setReporting(
    unit: $unit
    source: $source
    mode: $mode
    from: $from
    reason: $reason
  ) {
    reportingSwitch {
      unit {
        code
      }
      source
      mode
      own
      history {
        mode
        from
        changedBy
        reason
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetReportingMutation, SetReportingMutationVariables>;
export const ReportingSwitchesDocument = new TypedDocumentString(`
    query ReportingSwitches($unit: ID!) {
  reportingSwitches(unit: $unit) {
    unit {
      code
    }
    source
    mode
    own
    history {
      mode
    }
  }
}
    `) as unknown as TypedDocumentString<ReportingSwitchesQuery, ReportingSwitchesQueryVariables>;
export const ReportFiledInWholeDocument = new TypedDocumentString(`
    mutation ReportFiledInWhole($input: ReportingRuleInput!) {
  setReportingRule(input: $input) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReportFiledInWholeMutation, ReportFiledInWholeMutationVariables>;
export const CompareCommuneDocument = new TypedDocumentString(`
    mutation CompareCommune($unit: ID!) {
  setReporting(unit: $unit, mode: COMPARE, reason: "trước khi mở") {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CompareCommuneMutation, CompareCommuneMutationVariables>;
export const DifferencesOfWorldDocument = new TypedDocumentString(`
    query DifferencesOfWorld($unit: ID, $kinds: [ComparisonKind!]) {
  comparisons(unit: $unit, kinds: $kinds, first: 100) {
    totalCount
    nodes {
      subject
      kind
      theirs {
        status
      }
      dossier {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DifferencesOfWorldQuery, DifferencesOfWorldQueryVariables>;
export const ChangesOfSourceADocument = new TypedDocumentString(`
    query ChangesOfSourceA {
  sourceChanges(source: "a") {
    cursor
  }
}
    `) as unknown as TypedDocumentString<ChangesOfSourceAQuery, ChangesOfSourceAQueryVariables>;
export const DeniedConnectorsDocument = new TypedDocumentString(`
    query DeniedConnectors {
  connectors {
    id
  }
}
    `) as unknown as TypedDocumentString<DeniedConnectorsQuery, DeniedConnectorsQueryVariables>;
export const DeniedSynchronizationsDocument = new TypedDocumentString(`
    query DeniedSynchronizations {
  synchronizations {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DeniedSynchronizationsQuery, DeniedSynchronizationsQueryVariables>;
export const DeniedProblemsDocument = new TypedDocumentString(`
    query DeniedProblems {
  synchronizationProblems {
    count
  }
}
    `) as unknown as TypedDocumentString<DeniedProblemsQuery, DeniedProblemsQueryVariables>;
export const DeniedRetryDocument = new TypedDocumentString(`
    mutation DeniedRetry {
  retrySynchronizations(connector: "national-portal") {
    retried
  }
}
    `) as unknown as TypedDocumentString<DeniedRetryMutation, DeniedRetryMutationVariables>;
export const DeniedRequestDocument = new TypedDocumentString(`
    mutation DeniedRequest {
  requestSynchronization(filter: {}, reason: "x") {
    retried
  }
}
    `) as unknown as TypedDocumentString<DeniedRequestMutation, DeniedRequestMutationVariables>;
export const AlertsDocument = new TypedDocumentString(`
    query Alerts($open: Boolean) {
  alerts(open: $open) {
    id
    kind
    target
    message
    recoveredAt
  }
}
    `) as unknown as TypedDocumentString<AlertsQuery, AlertsQueryVariables>;
export const SetAlertRuleDocument = new TypedDocumentString(`
    mutation SetAlertRule($kind: AlertKind!, $threshold: Int!, $enabled: Boolean!) {
  setAlertRule(kind: $kind, threshold: $threshold, enabled: $enabled) {
    rule {
      threshold
      enabled
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SetAlertRuleMutation, SetAlertRuleMutationVariables>;
export const AlertRulesDocument = new TypedDocumentString(`
    query AlertRules {
  alertRules {
    kind
    threshold
    enabled
  }
}
    `) as unknown as TypedDocumentString<AlertRulesQuery, AlertRulesQueryVariables>;
export const ConnectorBreakersDocument = new TypedDocumentString(`
    query ConnectorBreakers {
  connectors {
    id
    breaker
    nextAttemptAt
    ratePerSecond
  }
}
    `) as unknown as TypedDocumentString<ConnectorBreakersQuery, ConnectorBreakersQueryVariables>;
export const ResumeAfterRestDocument = new TypedDocumentString(`
    mutation ResumeAfterRest($id: ID!) {
  resumeConnector(id: $id) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeAfterRestMutation, ResumeAfterRestMutationVariables>;
export const SetConnectorRateDocument = new TypedDocumentString(`
    mutation SetConnectorRate($id: ID!, $rate: Float) {
  setConnectorRate(id: $id, perSecond: $rate) {
    connector {
      ratePerSecond
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetConnectorRateMutation, SetConnectorRateMutationVariables>;
export const SettingChangesDocument = new TypedDocumentString(`
    query SettingChanges {
  integrationSettingChanges {
    actor
    setting
    target
    from
    to
  }
}
    `) as unknown as TypedDocumentString<SettingChangesQuery, SettingChangesQueryVariables>;
export const ComparisonsDocument = new TypedDocumentString(`
    query Comparisons($unit: ID, $kinds: [ComparisonKind!], $first: Int, $after: String) {
  comparisons(unit: $unit, kinds: $kinds, first: $first, after: $after) {
    totalCount
    nodes {
      subject
      kind
      purpose
      unit {
        code
      }
      ours {
        status
        unit
      }
      theirs {
        status
        unit
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ComparisonsQuery, ComparisonsQueryVariables>;
export const DeliveredAlreadyDocument = new TypedDocumentString(`
    query DeliveredAlready {
  synchronizations {
    totalCount
    nodes {
      subject
      sequence
      state
      deliveredAt
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveredAlreadyQuery, DeliveredAlreadyQueryVariables>;
export const ExchangesOfSynchronizationsDocument = new TypedDocumentString(`
    query ExchangesOfSynchronizations {
  synchronizations {
    nodes {
      subject
      exchanges {
        attempt
        service
        sent
        received
        milliseconds
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExchangesOfSynchronizationsQuery, ExchangesOfSynchronizationsQueryVariables>;
export const SynchronizationsWithConnectorsDocument = new TypedDocumentString(`
    query SynchronizationsWithConnectors($first: Int) {
  synchronizations(first: $first) {
    nodes {
      id
      connector {
        id
        state
        pending
        lastError
      }
    }
  }
  connectors {
    id
    state
    parked
  }
}
    `) as unknown as TypedDocumentString<SynchronizationsWithConnectorsQuery, SynchronizationsWithConnectorsQueryVariables>;
export const ProblemsOfUnitDocument = new TypedDocumentString(`
    query ProblemsOfUnit($unit: ID) {
  synchronizationProblems(unit: $unit) {
    errorCode
    message
    advice
    count
    units
    oldest
  }
}
    `) as unknown as TypedDocumentString<ProblemsOfUnitQuery, ProblemsOfUnitQueryVariables>;
export const SynchronizationTimesDocument = new TypedDocumentString(`
    query SynchronizationTimes {
  synchronizations {
    nodes {
      nextAttemptAt
      deliveredAt
    }
  }
}
    `) as unknown as TypedDocumentString<SynchronizationTimesQuery, SynchronizationTimesQueryVariables>;
export const RetryDocument = new TypedDocumentString(`
    mutation Retry($ids: [ID!], $connector: ID, $errorCode: String) {
  retrySynchronizations(ids: $ids, connector: $connector, errorCode: $errorCode) {
    retried
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RetryMutation, RetryMutationVariables>;
export const SynchronizationsWithoutCountDocument = new TypedDocumentString(`
    query SynchronizationsWithoutCount($unit: ID, $states: [SyncState!], $first: Int) {
  synchronizations(unit: $unit, states: $states, first: $first) {
    nodes {
      id
      subject
      state
      attempts
      lastError
      errorCode
      unit {
        code
      }
      dossier {
        id
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SynchronizationsWithoutCountQuery, SynchronizationsWithoutCountQueryVariables>;
export const SynchronizationNotesDocument = new TypedDocumentString(`
    query SynchronizationNotes {
  synchronizations {
    nodes {
      subject
      state
      notes {
        shortened {
          field
          from
          to
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SynchronizationNotesQuery, SynchronizationNotesQueryVariables>;
export const IndexBenchDocument = new TypedDocumentString(`
    query IndexBench($unit: ID!, $from: LocalDate!, $to: LocalDate!, $procedure: ID) {
  administrativeUnit(code: $unit) {
    indicators(period: {from: $from, to: $to}, procedure: $procedure) {
      asOf
      dossiersReceived
      dossiersReceivedAtCommunes
      receivedOnline
      dossiersWithFee
      paidOnline
      onlineFilingRate
      onlinePaymentRate
      resolvedOnTimeRate
      digitizedResultRate
      satisfactionRate
      score
      applicableMax
      rank
      ofUnits
      groups {
        code
        score
        max
        components {
          code
          numerator
          denominator
          score
          max
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndexBenchQuery, IndexBenchQueryVariables>;
export const ListsBenchDocument = new TypedDocumentString(`
    query ListsBench($filter: DossierFilter, $orderBy: DossierOrder!, $after: String, $counted: Boolean!) {
  dossiers(filter: $filter, orderBy: $orderBy, after: $after) {
    totalCount @include(if: $counted)
    nodes {
      code
      status
      ownerName
      submittedAt
      dueAt
      timeliness
      procedure {
        name
      }
      handlingUnit {
        name
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ListsBenchQuery, ListsBenchQueryVariables>;
export const CreateForNoticesDocument = new TypedDocumentString(`
    mutation CreateForNotices($input: CreatePaymentInput!) {
  createPayment(input: $input) {
    payment {
      reference
      amount
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CreateForNoticesMutation, CreateForNoticesMutationVariables>;
export const SightOfDossierDocument = new TypedDocumentString(`
    query SightOfDossier($code: String) {
  dossier(code: $code) {
    code
    status
    origin
    channel
    procedure {
      code
    }
    receivingUnit {
      code
    }
    handlingUnit {
      code
    }
    submittedAt
    version
    timeliness
    acceptedAt
    dueAt
    summary
    rating
    events {
      actor
      note
    }
    supplements {
      content
    }
    documents {
      name
      url
    }
    fees {
      amount
    }
    ownerName
    applicant {
      fullName
      nationalId
      dateOfBirth
      maskedNationalId
    }
    amountDue
    amountPaid
    payments {
      reference
    }
    synchronizations {
      operation
    }
  }
}
    `) as unknown as TypedDocumentString<SightOfDossierQuery, SightOfDossierQueryVariables>;
export const DossierAndNodeByIdDocument = new TypedDocumentString(`
    query DossierAndNodeById($id: ID!) {
  dossier(id: $id) {
    code
  }
  node(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<DossierAndNodeByIdQuery, DossierAndNodeByIdQueryVariables>;
export const DossierByCodeDocument = new TypedDocumentString(`
    query DossierByCode($code: String) {
  dossier(code: $code) {
    code
  }
}
    `) as unknown as TypedDocumentString<DossierByCodeQuery, DossierByCodeQueryVariables>;
export const BothListsDocument = new TypedDocumentString(`
    query BothLists {
  dossiers {
    totalCount
    nodes {
      code
    }
    pageInfo {
      hasNextPage
    }
  }
  administrativeUnit(code: "96") {
    dossiers {
      totalCount
      nodes {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BothListsQuery, BothListsQueryVariables>;
export const WhatIsPublicDocument = new TypedDocumentString(`
    query WhatIsPublic($id: ID!) {
  administrativeUnit(code: "32248") {
    dossiers(filter: {search: "x", statuses: [ACCEPTED]}) {
      totalCount
      nodes {
        code
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  node(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<WhatIsPublicQuery, WhatIsPublicQueryVariables>;
export const OwnerNamesDocument = new TypedDocumentString(`
    query OwnerNames {
  dossiers {
    nodes {
      ownerName
    }
  }
}
    `) as unknown as TypedDocumentString<OwnerNamesQuery, OwnerNamesQueryVariables>;
export const SetDayThatMovesDatesDocument = new TypedDocumentString(`
    mutation SetDayThatMovesDates($input: CalendarDayInput!) {
  setCalendarDay(input: $input) {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetDayThatMovesDatesMutation, SetDayThatMovesDatesMutationVariables>;
export const RemoveDayThatMovesDatesDocument = new TypedDocumentString(`
    mutation RemoveDayThatMovesDates($unit: ID!, $date: LocalDate!) {
  removeCalendarDay(unit: $unit, date: $date) {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveDayThatMovesDatesMutation, RemoveDayThatMovesDatesMutationVariables>;
export const DatesThatFollowDocument = new TypedDocumentString(`
    query DatesThatFollow($filter: DossierFilter) {
  dossiers(filter: $filter, first: 100) {
    nodes {
      code
      version
      dueAt
      computedDueAt
    }
  }
}
    `) as unknown as TypedDocumentString<DatesThatFollowQuery, DatesThatFollowQueryVariables>;
export const CalendarOfUnitDocument = new TypedDocumentString(`
    query CalendarOfUnit($unit: ID!, $from: LocalDate!, $to: LocalDate!) {
  administrativeUnit(code: $unit) {
    calendar(from: $from, to: $to) {
      date
      open
      countsFor
      kind
      name
      sessions {
        from
        to
      }
      cutoff
      decidedBy
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarOfUnitQuery, CalendarOfUnitQueryVariables>;
export const CalendarChangesOfUnitDocument = new TypedDocumentString(`
    query CalendarChangesOfUnit($unit: ID!) {
  administrativeUnit(code: $unit) {
    calendarChanges {
      what
      changedBy
      changedAt
      before
      after
    }
  }
}
    `) as unknown as TypedDocumentString<CalendarChangesOfUnitQuery, CalendarChangesOfUnitQueryVariables>;
export const SetCalendarDayDocument = new TypedDocumentString(`
    mutation SetCalendarDay($input: CalendarDayInput!) {
  setCalendarDay(input: $input) {
    unit {
      code
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetCalendarDayMutation, SetCalendarDayMutationVariables>;
export const RemoveCalendarDayDocument = new TypedDocumentString(`
    mutation RemoveCalendarDay($unit: ID!, $date: LocalDate!) {
  removeCalendarDay(unit: $unit, date: $date) {
    unit {
      code
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveCalendarDayMutation, RemoveCalendarDayMutationVariables>;
export const SetOpeningHoursDocument = new TypedDocumentString(`
    mutation SetOpeningHours($input: OpeningHoursInput!) {
  setOpeningHours(input: $input) {
    unit {
      code
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetOpeningHoursMutation, SetOpeningHoursMutationVariables>;
export const RemoveOpeningHoursDocument = new TypedDocumentString(`
    mutation RemoveOpeningHours($unit: ID!, $validFrom: LocalDate!) {
  removeOpeningHours(unit: $unit, validFrom: $validFrom) {
    unit {
      code
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveOpeningHoursMutation, RemoveOpeningHoursMutationVariables>;
export const TrailOfVoidedDocument = new TypedDocumentString(`
    query TrailOfVoided($code: String!, $unit: ID!) {
  dossier(code: $code) {
    status
    voidedAt
  }
  dossiers(filter: {unit: $unit}, first: 100) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<TrailOfVoidedQuery, TrailOfVoidedQueryVariables>;
export const DeadlineRulesDocument = new TypedDocumentString(`
    query DeadlineRules($procedure: ID) {
  deadlineRules(procedure: $procedure) {
    procedure
    validFrom
    validTo
    counting
    cutoff
    afterSupplement
    stoppingStates
    supplements
    committedDays
    statutoryDays
  }
}
    `) as unknown as TypedDocumentString<DeadlineRulesQuery, DeadlineRulesQueryVariables>;
export const ProposeDeadlineRuleDocument = new TypedDocumentString(`
    mutation ProposeDeadlineRule($input: DeadlineRuleInput!) {
  proposeDeadlineRule(input: $input) {
    change {
      id
      kind
      approved
      before
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeDeadlineRuleMutation, ProposeDeadlineRuleMutationVariables>;
export const RemoveDeadlineRuleDocument = new TypedDocumentString(`
    mutation RemoveDeadlineRule($procedure: ID, $validFrom: LocalDate!) {
  removeDeadlineRule(
    procedure: $procedure
    validFrom: $validFrom
    reason: "quyết định bị hủy"
  ) {
    change {
      id
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveDeadlineRuleMutation, RemoveDeadlineRuleMutationVariables>;
export const DeadlineRuleChangesDocument = new TypedDocumentString(`
    query DeadlineRuleChanges {
  deadlineRuleChanges {
    procedure
    validFrom
    changedBy
    approvedBy
    reason
    before
    after
  }
}
    `) as unknown as TypedDocumentString<DeadlineRuleChangesQuery, DeadlineRuleChangesQueryVariables>;
export const DueByRuleDocument = new TypedDocumentString(`
    query DueByRule($code: String!) {
  dossier(code: $code) {
    computedDueAt
  }
}
    `) as unknown as TypedDocumentString<DueByRuleQuery, DueByRuleQueryVariables>;
export const DatesOfDossierDocument = new TypedDocumentString(`
    query DatesOfDossier($code: String!) {
  dossier(code: $code) {
    id
    status
    dueAt
    computedDueAt
    statutoryDueAt
    timeliness
    events {
      at
      status
    }
  }
}
    `) as unknown as TypedDocumentString<DatesOfDossierQuery, DatesOfDossierQueryVariables>;
export const DossiersByDatesDocument = new TypedDocumentString(`
    query DossiersByDates($filter: DossierFilter) {
  dossiers(filter: $filter, first: 100) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DossiersByDatesQuery, DossiersByDatesQueryVariables>;
export const MoveForDatesDocument = new TypedDocumentString(`
    mutation MoveForDates($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    dossier {
      status
      dueAt
      computedDueAt
      timeliness
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MoveForDatesMutation, MoveForDatesMutationVariables>;
export const EarlyWarningsOfRowsDocument = new TypedDocumentString(`
    query EarlyWarningsOfRows($unit: ID!, $reasons: [EarlyWarningReason!], $first: Int, $after: String) {
  earlyWarnings(unit: $unit, reasons: $reasons, first: $first, after: $after) {
    totalCount
    totalPoints
    nodes {
      at
      reason
      message
      points
      components
      turn
      officer
      turnUnit {
        code
      }
      dossier {
        code
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EarlyWarningsOfRowsQuery, EarlyWarningsOfRowsQueryVariables>;
export const ScoresOfRowsDocument = new TypedDocumentString(`
    query ScoresOfRows($unit: ID!, $period: PeriodInput!) {
  administrativeUnit(code: $unit) {
    indicators(period: $period) {
      groups {
        components {
          code
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScoresOfRowsQuery, ScoresOfRowsQueryVariables>;
export const EarlyWarningsDocument = new TypedDocumentString(`
    query EarlyWarnings($unit: ID!, $first: Int, $after: String) {
  earlyWarnings(unit: $unit, reasons: [DUE], first: $first, after: $after) {
    totalCount
    totalPoints
    until
    nodes {
      at
      reason
      message
      points
      components
      turn
      officer
      turnUnit {
        code
      }
      dossier {
        code
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<EarlyWarningsQuery, EarlyWarningsQueryVariables>;
export const ScoresBeforeAndAfterDocument = new TypedDocumentString(`
    query ScoresBeforeAndAfter($unit: ID!, $period: PeriodInput!) {
  administrativeUnit(code: $unit) {
    indicators(period: $period) {
      groups {
        components {
          code
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScoresBeforeAndAfterQuery, ScoresBeforeAndAfterQueryVariables>;
export const FilteredDossiersDocument = new TypedDocumentString(`
    query FilteredDossiers($filter: DossierFilter) {
  dossiers(filter: $filter, orderBy: SUBMITTED_AT_ASC) {
    totalCount
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FilteredDossiersQuery, FilteredDossiersQueryVariables>;
export const WorklistWithNamesDocument = new TypedDocumentString(`
    query WorklistWithNames($first: Int) {
  dossiers(first: $first) {
    nodes {
      code
      ownerName
      procedure {
        name
      }
      receivingUnit {
        name
      }
      handlingUnit {
        name
      }
      events {
        note
      }
      fees {
        amount
      }
      applicant {
        fullName
        nationalId
      }
      organization {
        name
      }
      amountDue
      amountPaid
      payments {
        reference
        merchant {
          name
        }
      }
      synchronizations {
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorklistWithNamesQuery, WorklistWithNamesQueryVariables>;
export const DossiersThroughCitizensDocument = new TypedDocumentString(`
    query DossiersThroughCitizens($first: Int) {
  dossiers(first: $first, filter: {search: "người"}) {
    nodes {
      applicant {
        fullName
        dossiers(first: 1, filter: {channels: [IN_PERSON]}) {
          totalCount
          nodes {
            code
            ownerName
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DossiersThroughCitizensQuery, DossiersThroughCitizensQueryVariables>;
export const NodesWithoutCountDocument = new TypedDocumentString(`
    query NodesWithoutCount {
  dossiers(first: 2) {
    nodes {
      code
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `) as unknown as TypedDocumentString<NodesWithoutCountQuery, NodesWithoutCountQueryVariables>;
export const CountAloneDocument = new TypedDocumentString(`
    query CountAlone {
  dossiers(first: 2) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CountAloneQuery, CountAloneQueryVariables>;
export const DossierAsSentDocument = new TypedDocumentString(`
    query DossierAsSent($id: ID) {
  dossier(id: $id) {
    submittedAt
    events {
      at
    }
    supplements {
      number
      requestedAt
      newDueAt
      receivedAt
    }
    documents {
      name
      sha256
      isResult
      digitized
      reused
    }
  }
}
    `) as unknown as TypedDocumentString<DossierAsSentQuery, DossierAsSentQueryVariables>;
export const EveryKeyDocument = new TypedDocumentString(`
    query EveryKey($x: String, $y: ID!) {
  dossier(code: $x) {
    id
  }
  national: dossier(nationalCode: $x) {
    id
  }
  node(id: $y) {
    id
  }
  procedure(code: $y) {
    code
  }
  procedures(search: $x) {
    code
  }
  field: procedures(field: $x) {
    code
  }
  administrativeUnit(code: $y) {
    code
  }
}
    `) as unknown as TypedDocumentString<EveryKeyQuery, EveryKeyQueryVariables>;
export const TreeOfUnitsDocument = new TypedDocumentString(`
    query TreeOfUnits {
  province: administrativeUnit(code: "96") {
    name
    kind
    agencyCode
    parent {
      code
    }
    units {
      code
      kind
    }
    replacedBy {
      code
    }
  }
  commune: administrativeUnit(code: "32248") {
    name
    kind
    agencyCode
    latitude
    longitude
    parent {
      code
    }
    receptionPoints {
      code
      name
    }
    units {
      code
    }
    validTo
  }
  former: administrativeUnit(code: "F-954") {
    kind
    validTo
    replacedBy {
      code
      parent {
        code
      }
    }
  }
  none: administrativeUnit(code: "x") {
    code
  }
}
    `) as unknown as TypedDocumentString<TreeOfUnitsQuery, TreeOfUnitsQueryVariables>;
export const FoundProceduresDocument = new TypedDocumentString(`
    query FoundProcedures($search: String, $field: String, $active: Boolean) {
  procedures(search: $search, field: $field, active: $active) {
    code
    name
  }
}
    `) as unknown as TypedDocumentString<FoundProceduresQuery, FoundProceduresQueryVariables>;
export const FeesOfProceduresDocument = new TypedDocumentString(`
    query FeesOfProcedures {
  free: procedure(code: "1.001193") {
    fee
    workingDays
    provisional
  }
  unknown: procedure(code: "1.004873") {
    fee
  }
  none: procedure(code: "9.999999") {
    fee
  }
}
    `) as unknown as TypedDocumentString<FeesOfProceduresQuery, FeesOfProceduresQueryVariables>;
export const DossierByKeysDocument = new TypedDocumentString(`
    query DossierByKeys($id: ID, $code: String, $nationalCode: String) {
  dossier(id: $id, code: $code, nationalCode: $nationalCode) {
    id
  }
}
    `) as unknown as TypedDocumentString<DossierByKeysQuery, DossierByKeysQueryVariables>;
export const IdsOfAllTypesDocument = new TypedDocumentString(`
    query IdsOfAllTypes {
  dossiers {
    nodes {
      id
      code
      events {
        id
      }
      documents {
        id
      }
      applicant {
        id
      }
      synchronizations {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IdsOfAllTypesQuery, IdsOfAllTypesQueryVariables>;
export const AnyNodeDocument = new TypedDocumentString(`
    query AnyNode($id: ID!) {
  node(id: $id) {
    __typename
    id
  }
}
    `) as unknown as TypedDocumentString<AnyNodeQuery, AnyNodeQueryVariables>;
export const ApplicantIdsDocument = new TypedDocumentString(`
    query ApplicantIds {
  dossiers {
    nodes {
      applicant {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ApplicantIdsQuery, ApplicantIdsQueryVariables>;
export const SynchronizationIdsDocument = new TypedDocumentString(`
    query SynchronizationIds($id: ID) {
  dossier(id: $id) {
    synchronizations {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SynchronizationIdsQuery, SynchronizationIdsQueryVariables>;
export const OwnDossiersDocument = new TypedDocumentString(`
    query OwnDossiers {
  viewer {
    citizen {
      dossiers(first: 5) {
        totalCount
        nodes {
          code
          ownerName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnDossiersQuery, OwnDossiersQueryVariables>;
export const DossiersThroughApplicantsDocument = new TypedDocumentString(`
    query DossiersThroughApplicants {
  dossiers {
    nodes {
      applicant {
        dossiers {
          totalCount
          nodes {
            code
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DossiersThroughApplicantsQuery, DossiersThroughApplicantsQueryVariables>;
export const VoidThatStaysDocument = new TypedDocumentString(`
    mutation VoidThatStays($dossier: ID!) {
  voidDossier(dossier: $dossier, reason: "Nhập trùng") {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<VoidThatStaysMutation, VoidThatStaysMutationVariables>;
export const ShownWithAdditionsDocument = new TypedDocumentString(`
    query ShownWithAdditions($code: String!) {
  dossier(code: $code) {
    id
    status
    version
    submittedAt
    voidedAt
    supplements {
      number
      content
      receivedAt
    }
    documents {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ShownWithAdditionsQuery, ShownWithAdditionsQueryVariables>;
export const IndexRulesDocument = new TypedDocumentString(`
    query IndexRules($on: LocalDate) {
  indexRules(on: $on) {
    code
    group
    validFrom
    validTo
    formula
    max
    targetPercent
    whenNone
    communeLevel
    notApplicable
  }
}
    `) as unknown as TypedDocumentString<IndexRulesQuery, IndexRulesQueryVariables>;
export const ProposeIndexRulesDocument = new TypedDocumentString(`
    mutation ProposeIndexRules($input: IndexRulesInput!) {
  proposeIndexRules(input: $input) {
    change {
      id
      kind
      content
      before
      proposedBy
      approved
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeIndexRulesMutation, ProposeIndexRulesMutationVariables>;
export const RemoveIndexRulesDocument = new TypedDocumentString(`
    mutation RemoveIndexRules($validFrom: LocalDate!, $codes: [ID!]) {
  removeIndexRules(validFrom: $validFrom, codes: $codes, reason: "hoãn áp dụng") {
    change {
      id
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveIndexRulesMutation, RemoveIndexRulesMutationVariables>;
export const RuleChangesDocument = new TypedDocumentString(`
    query RuleChanges($waiting: Boolean) {
  ruleChanges(waiting: $waiting) {
    kind
    reason
    proposedBy
    decidedBy
    approved
  }
}
    `) as unknown as TypedDocumentString<RuleChangesQuery, RuleChangesQueryVariables>;
export const ScoresByRulesDocument = new TypedDocumentString(`
    query ScoresByRules($from: LocalDate!, $to: LocalDate!) {
  administrativeUnit(code: "32248") {
    indicators(period: {from: $from, to: $to}) {
      groups {
        code
        components {
          code
          max
          score
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ScoresByRulesQuery, ScoresByRulesQueryVariables>;
export const ExportOfFiguresDocument = new TypedDocumentString(`
    query ExportOfFigures($unit: ID!, $format: IndicatorFileFormat!) {
  administrativeUnit(code: $unit) {
    indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
      export(format: $format)
    }
  }
}
    `) as unknown as TypedDocumentString<ExportOfFiguresQuery, ExportOfFiguresQueryVariables>;
export const FiguresBesideAModelDocument = new TypedDocumentString(`
    query FiguresBesideAModel($code: ID!, $period: PeriodInput!, $procedure: ID) {
  administrativeUnit(code: $code) {
    indicators(period: $period, procedure: $procedure) {
      dossiersReceived
      receivedOnline
      dossiersWithFee
      paidOnline
      onlineFilingRate
      onlinePaymentRate
      resolvedOnTimeRate
      digitizedResultRate
      satisfactionRate
      groups {
        components {
          code
          numerator
          denominator
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresBesideAModelQuery, FiguresBesideAModelQueryVariables>;
export const RateForAModelDocument = new TypedDocumentString(`
    mutation RateForAModel($id: ID!, $rating: Int!) {
  rateDossier(dossier: $id, rating: $rating) {
    dossier {
      rating
    }
  }
}
    `) as unknown as TypedDocumentString<RateForAModelMutation, RateForAModelMutationVariables>;
export const RecountIndicatorsDocument = new TypedDocumentString(`
    mutation RecountIndicators($repair: Boolean! = false) {
  recountIndicators(repair: $repair) {
    differenceCount
    repaired
    differences {
      unit
      procedure
      day
      counter
      kept
      recounted
    }
  }
}
    `) as unknown as TypedDocumentString<RecountIndicatorsMutation, RecountIndicatorsMutationVariables>;
export const IdOfModelDossierDocument = new TypedDocumentString(`
    query IdOfModelDossier($code: String!) {
  dossier(code: $code) {
    id
  }
}
    `) as unknown as TypedDocumentString<IdOfModelDossierQuery, IdOfModelDossierQueryVariables>;
export const FiguresOfPeriodDocument = new TypedDocumentString(`
    query FiguresOfPeriod($code: ID!, $period: PeriodInput!) {
  administrativeUnit(code: $code) {
    indicators(period: $period) {
      unit {
        code
      }
      from
      to
      dossiersReceived
      dossiersReceivedAtCommunes
      receivedOnline
      dossiersWithFee
      paidOnline
      onlineFilingRate
      onlinePaymentRate
      resolvedOnTimeRate
      digitizedResultRate
      satisfactionRate
      score
      rank
      ofUnits
      applicableMax
      groups {
        code
        max
        score
        components {
          code
          numerator
          denominator
          score
          max
          published
          source
          flags
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresOfPeriodQuery, FiguresOfPeriodQueryVariables>;
export const AgeOfFiguresDocument = new TypedDocumentString(`
    query AgeOfFigures($period: PeriodInput!) {
  administrativeUnit(code: "96") {
    indicators(period: $period) {
      asOf
    }
  }
}
    `) as unknown as TypedDocumentString<AgeOfFiguresQuery, AgeOfFiguresQueryVariables>;
export const FiguresOfAllUnitsDocument = new TypedDocumentString(`
    query FiguresOfAllUnits {
  administrativeUnit(code: "96") {
    indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
      dossiersReceived
    }
    units {
      code
      indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
        dossiersReceived
        asOf
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresOfAllUnitsQuery, FiguresOfAllUnitsQueryVariables>;
export const FiguresOfOneUnitDocument = new TypedDocumentString(`
    query FiguresOfOneUnit {
  administrativeUnit(code: "32248") {
    indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
      dossiersReceived
      asOf
    }
  }
}
    `) as unknown as TypedDocumentString<FiguresOfOneUnitQuery, FiguresOfOneUnitQueryVariables>;
export const KeptDetailsDocument = new TypedDocumentString(`
    query KeptDetails($code: String) {
  dossier(code: $code) {
    timeliness
    voidedAt
    ownerName
    rating
    documents {
      id
      name
      url
      isResult
    }
  }
}
    `) as unknown as TypedDocumentString<KeptDetailsQuery, KeptDetailsQueryVariables>;
export const SearchedDossiersDocument = new TypedDocumentString(`
    query SearchedDossiers($s: String) {
  dossiers(filter: {search: $s}) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<SearchedDossiersQuery, SearchedDossiersQueryVariables>;
export const UnidentifiedDossiersDocument = new TypedDocumentString(`
    query UnidentifiedDossiers {
  dossiers(filter: {unidentified: true}) {
    nodes {
      code
      unidentified
    }
  }
}
    `) as unknown as TypedDocumentString<UnidentifiedDossiersQuery, UnidentifiedDossiersQueryVariables>;
export const NewProceduresDocument = new TypedDocumentString(`
    query NewProcedures {
  one: procedure(code: "1.888888") {
    name
    provisional
    active
    fee
  }
  two: procedure(code: "1.777777") {
    code
  }
}
    `) as unknown as TypedDocumentString<NewProceduresQuery, NewProceduresQueryVariables>;
export const MoneyOfDossierDocument = new TypedDocumentString(`
    query MoneyOfDossier($code: String) {
  dossier(code: $code) {
    amountDue
    amountPaid
    payments {
      reference
      status
    }
  }
}
    `) as unknown as TypedDocumentString<MoneyOfDossierQuery, MoneyOfDossierQueryVariables>;
export const WalkedListDocument = new TypedDocumentString(`
    query WalkedList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {
  dossiers(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      code
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<WalkedListQuery, WalkedListQueryVariables>;
export const DossierListDocument = new TypedDocumentString(`
    query DossierList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {
  dossiers(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    edges {
      cursor
      node {
        id
        code
        submittedAt
        dueAt
      }
    }
    nodes {
      id
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DossierListQuery, DossierListQueryVariables>;
export const PaidOnlineOfDayDocument = new TypedDocumentString(`
    query PaidOnlineOfDay($code: ID!, $day: LocalDate!) {
  administrativeUnit(code: $code) {
    indicators(period: {from: $day, to: $day}) {
      dossiersWithFee
      paidOnline
    }
  }
}
    `) as unknown as TypedDocumentString<PaidOnlineOfDayQuery, PaidOnlineOfDayQueryVariables>;
export const CountedPageDocument = new TypedDocumentString(`
    query CountedPage($orderBy: DossierOrder!, $filter: DossierFilter) {
  dossiers(orderBy: $orderBy, filter: $filter) {
    totalCount
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CountedPageQuery, CountedPageQueryVariables>;
export const ListOfUnitDocument = new TypedDocumentString(`
    query ListOfUnit($unit: ID!) {
  administrativeUnit(code: $unit) {
    dossiers {
      totalCount
      nodes {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListOfUnitQuery, ListOfUnitQueryVariables>;
export const ReadFiguresOfUnitDocument = new TypedDocumentString(`
    query ReadFiguresOfUnit($unit: ID!) {
  administrativeUnit(code: $unit) {
    indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
      dossiersReceived
      asOf
    }
  }
}
    `) as unknown as TypedDocumentString<ReadFiguresOfUnitQuery, ReadFiguresOfUnitQueryVariables>;
export const ByCodeDocument = new TypedDocumentString(`
    query ByCode {
  dossier(code: "H12.64-250901-000100") {
    id
  }
}
    `) as unknown as TypedDocumentString<ByCodeQuery, ByCodeQueryVariables>;
export const ByNationalCodeDocument = new TypedDocumentString(`
    query ByNationalCode {
  dossier(nationalCode: "H12.64-250901-000100") {
    id
  }
}
    `) as unknown as TypedDocumentString<ByNationalCodeQuery, ByNationalCodeQueryVariables>;
export const FirstOfOrderDocument = new TypedDocumentString(`
    query FirstOfOrder($orderBy: DossierOrder!, $filter: DossierFilter) {
  dossiers(orderBy: $orderBy, filter: $filter) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<FirstOfOrderQuery, FirstOfOrderQueryVariables>;
export const LastOfOrderDocument = new TypedDocumentString(`
    query LastOfOrder($orderBy: DossierOrder!) {
  dossiers(orderBy: $orderBy, last: 20) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<LastOfOrderQuery, LastOfOrderQueryVariables>;
export const IndexBesidePublishedDocument = new TypedDocumentString(`
    query IndexBesidePublished($unit: ID!, $period: PeriodInput!) {
  administrativeUnit(code: $unit) {
    indicators(period: $period) {
      score
      applicableMax
      rank
      ofUnits
      groups {
        code
        score
        max
        published
        components {
          code
          numerator
          denominator
          score
          max
          published
          publishedNumerator
          publishedDenominator
          publishedAt
          difference
          flags
          source
        }
      }
      differences {
        code
        points
        numerator
        denominator
        dossiers {
          count
          codes
          complete
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IndexBesidePublishedQuery, IndexBesidePublishedQueryVariables>;
export const TakeInPublishedDocument = new TypedDocumentString(`
    mutation TakeInPublished($period: PeriodInput!, $file: String!) {
  takeInPublishedIndicators(period: $period, file: $file) {
    rows
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<TakeInPublishedMutation, TakeInPublishedMutationVariables>;
export const RanksOfAllUnitsDocument = new TypedDocumentString(`
    query RanksOfAllUnits($period: PeriodInput!) {
  administrativeUnit(code: "96") {
    units {
      kind
      indicators(period: $period) {
        score
        rank
        ofUnits
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RanksOfAllUnitsQuery, RanksOfAllUnitsQueryVariables>;
export const RateWithCommentDocument = new TypedDocumentString(`
    mutation RateWithComment($id: ID!, $rating: Int!, $comment: String) {
  rateDossier(dossier: $id, rating: $rating, comment: $comment) {
    dossier {
      rating
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RateWithCommentMutation, RateWithCommentMutationVariables>;
export const RatingOfDossierDocument = new TypedDocumentString(`
    query RatingOfDossier($code: String) {
  dossier(code: $code) {
    rating
  }
}
    `) as unknown as TypedDocumentString<RatingOfDossierQuery, RatingOfDossierQueryVariables>;
export const SearchByNameDocument = new TypedDocumentString(`
    query SearchByName($filter: DossierFilter, $orderBy: DossierOrder!) {
  dossiers(filter: $filter, orderBy: $orderBy) {
    totalCount
    nodes {
      ownerName
      receivingUnit {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchByNameQuery, SearchByNameQueryVariables>;
export const SlipsOfDocument = new TypedDocumentString(`
    query SlipsOf($code: String!) {
  dossier(code: $code) {
    code
    slips {
      kind
      number
      issuedAt
      url
    }
  }
}
    `) as unknown as TypedDocumentString<SlipsOfQuery, SlipsOfQueryVariables>;
export const ReDateForSlipDocument = new TypedDocumentString(`
    mutation ReDateForSlip($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    dossier {
      dueAt
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReDateForSlipMutation, ReDateForSlipMutationVariables>;
export const SeenByUnitDocument = new TypedDocumentString(`
    query SeenByUnit($code: String!) {
  dossier(code: $code) {
    code
    receivingUnit {
      code
    }
    handlingUnit {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<SeenByUnitQuery, SeenByUnitQueryVariables>;
export const PayAfterALieDocument = new TypedDocumentString(`
    mutation PayAfterALie($dossier: ID!) {
  createPayment(
    input: {dossier: $dossier, provider: VNPAY, idempotencyKey: "lie"}
  ) {
    payment {
      amount
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PayAfterALieMutation, PayAfterALieMutationVariables>;
export const AmountOfPaymentDocument = new TypedDocumentString(`
    query AmountOfPayment {
  payment(reference: "D1") {
    amount
  }
}
    `) as unknown as TypedDocumentString<AmountOfPaymentQuery, AmountOfPaymentQueryVariables>;
export const PaymentIdsDocument = new TypedDocumentString(`
    query PaymentIds {
  payments {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentIdsQuery, PaymentIdsQueryVariables>;
export const TypeOfRootDocument = new TypedDocumentString(`
    query TypeOfRoot {
  __typename
}
    `) as unknown as TypedDocumentString<TypeOfRootQuery, TypeOfRootQueryVariables>;
export const NumbersOfPayersDocument = new TypedDocumentString(`
    query NumbersOfPayers {
  payments(first: 100) {
    nodes {
      dossier {
        applicant {
          nationalId
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NumbersOfPayersQuery, NumbersOfPayersQueryVariables>;
export const IdsOfMineDocument = new TypedDocumentString(`
    query IdsOfMine {
  viewer {
    citizen {
      id
      dossiers {
        nodes {
          id
          code
          payments {
            id
          }
          synchronizations {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IdsOfMineQuery, IdsOfMineQueryVariables>;
export const IdsOfBooksDocument = new TypedDocumentString(`
    query IdsOfBooks($day: LocalDate!) {
  reconciliations(from: $day, to: $day) {
    id
    discrepancies {
      nodes {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IdsOfBooksQuery, IdsOfBooksQueryVariables>;
export const SchemaAndDataDocument = new TypedDocumentString(`
    query SchemaAndData {
  __schema {
    queryType {
      name
    }
  }
  __type(name: "Dossier") {
    fields {
      name
    }
  }
  procedure(code: "1.001193") {
    __typename
    name
  }
}
    `) as unknown as TypedDocumentString<SchemaAndDataQuery, SchemaAndDataQueryVariables>;
export const DossierChangesDocument = new TypedDocumentString(`
    subscription DossierChanges {
  dossierChanged {
    id
  }
}
    `) as unknown as TypedDocumentString<DossierChangesSubscription, DossierChangesSubscriptionVariables>;
export const PaymentChangesDocument = new TypedDocumentString(`
    subscription PaymentChanges {
  paymentChanged(payment: "x") {
    id
  }
}
    `) as unknown as TypedDocumentString<PaymentChangesSubscription, PaymentChangesSubscriptionVariables>;
export const ConnectorChangesDocument = new TypedDocumentString(`
    subscription ConnectorChanges {
  connectorChanged {
    id
  }
}
    `) as unknown as TypedDocumentString<ConnectorChangesSubscription, ConnectorChangesSubscriptionVariables>;
export const PayInBothFormsDocument = new TypedDocumentString(`
    mutation PayInBothForms($input: CreatePaymentInput!) {
  createPayment(input: $input) {
    payment {
      id
      reference
      amount
      checkoutUrl
      dossier {
        amountDue
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PayInBothFormsMutation, PayInBothFormsMutationVariables>;
export const IngestAndShowDocument = new TypedDocumentString(`
    mutation IngestAndShow($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) {
    results {
      outcome
      userErrors {
        code
      }
      dossier {
        ...Shown
      }
    }
  }
}
    fragment Shown on Dossier {
  id
  code
  status
  version
  rating
  amountDue
  amountPaid
  applicant {
    fullName
  }
  organization {
    name
  }
  payments {
    reference
    status
    amount
    external
    dossier {
      status
      amountDue
    }
  }
  synchronizations {
    operation
    state
    sequence
  }
  events {
    status
    note
  }
}`) as unknown as TypedDocumentString<IngestAndShowMutation, IngestAndShowMutationVariables>;
export const DossierAsShownDocument = new TypedDocumentString(`
    query DossierAsShown($id: ID!) {
  dossier(id: $id) {
    ...Shown
  }
}
    fragment Shown on Dossier {
  id
  code
  status
  version
  rating
  amountDue
  amountPaid
  applicant {
    fullName
  }
  organization {
    name
  }
  payments {
    reference
    status
    amount
    external
    dossier {
      status
      amountDue
    }
  }
  synchronizations {
    operation
    state
    sequence
  }
  events {
    status
    note
  }
}`) as unknown as TypedDocumentString<DossierAsShownQuery, DossierAsShownQueryVariables>;
export const OwnDossiersAndPaymentsDocument = new TypedDocumentString(`
    query OwnDossiersAndPayments {
  viewer {
    citizen {
      dossiers(first: 100) {
        nodes {
          id
        }
      }
      payments(first: 100) {
        nodes {
          reference
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnDossiersAndPaymentsQuery, OwnDossiersAndPaymentsQueryVariables>;
export const EntriesOfPaymentDocument = new TypedDocumentString(`
    query EntriesOfPayment($reference: String) {
  payment(reference: $reference) {
    entries {
      debit
      credit
    }
  }
}
    `) as unknown as TypedDocumentString<EntriesOfPaymentQuery, EntriesOfPaymentQueryVariables>;
export const PayTwiceDocument = new TypedDocumentString(`
    mutation PayTwice($id: ID!, $amount: Vnd, $key: ID!, $other: ID!) {
  createPayment(
    input: {dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $key}
  ) {
    payment {
      status
      dossier {
        amountDue
        amountPaid
        payments {
          status
          amount
        }
      }
    }
    userErrors {
      code
    }
  }
  again: createPayment(
    input: {dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $other}
  ) {
    payment {
      dossier {
        amountDue
        amountPaid
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PayTwiceMutation, PayTwiceMutationVariables>;
export const EntriesOfDossierDocument = new TypedDocumentString(`
    query EntriesOfDossier($id: ID!) {
  payments(filter: {dossier: $id}) {
    nodes {
      entries {
        debit
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EntriesOfDossierQuery, EntriesOfDossierQueryVariables>;
export const CheckoutDocument = new TypedDocumentString(`
    mutation Checkout($id: ID!) {
  createPayment(input: {dossier: $id, provider: VNPAY, idempotencyKey: $id}) {
    payment {
      reference
      status
      amount
      dossier {
        amountDue
        payments {
          reference
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CheckoutMutation, CheckoutMutationVariables>;
export const RateBetweenPaymentsDocument = new TypedDocumentString(`
    mutation RateBetweenPayments($id: ID!, $key: ID!, $other: ID!) {
  before: createPayment(
    input: {dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key}
  ) {
    payment {
      dossier {
        rating
        amountPaid
      }
    }
  }
  rateDossier(dossier: $id, rating: 4, comment: "Nhanh") {
    dossier {
      rating
      version
      amountPaid
    }
    userErrors {
      code
    }
  }
  after: createPayment(
    input: {dossier: $id, provider: CASH, idempotencyKey: $other}
  ) {
    payment {
      dossier {
        rating
        amountPaid
        amountDue
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RateBetweenPaymentsMutation, RateBetweenPaymentsMutationVariables>;
export const RefusedInBetweenDocument = new TypedDocumentString(`
    mutation RefusedInBetween($id: ID!, $key: ID!, $other: ID!, $connector: ID!, $no: Boolean = false) {
  skipped: rateDossier(dossier: $id, rating: 1) @include(if: $no) {
    userErrors {
      code
    }
  }
  first: createPayment(
    input: {dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key}
  ) {
    userErrors {
      code
    }
  }
  pauseConnector(id: $connector) {
    userErrors {
      code
    }
  }
  last: createPayment(
    input: {dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $other}
  ) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefusedInBetweenMutation, RefusedInBetweenMutationVariables>;
export const RetryOfCauseDocument = new TypedDocumentString(`
    mutation RetryOfCause {
  retrySynchronizations(errorCode: "PORTAL_-3") {
    retried
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryOfCauseMutation, RetryOfCauseMutationVariables>;
export const CodeOfUnitDocument = new TypedDocumentString(`
    query CodeOfUnit {
  administrativeUnit(code: "32248") {
    code
  }
}
    `) as unknown as TypedDocumentString<CodeOfUnitQuery, CodeOfUnitQueryVariables>;
export const CountedWorklistDocument = new TypedDocumentString(`
    query CountedWorklist($first: Int) {
  dossiers(first: $first) {
    nodes {
      code
      status
      procedure {
        name
      }
      receivingUnit {
        name
      }
      applicant {
        fullName
        maskedNationalId
      }
      amountDue
      amountPaid
      payments {
        reference
        status
        amount
      }
      synchronizations {
        operation
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CountedWorklistQuery, CountedWorklistQueryVariables>;
export const WholeWorklistDocument = new TypedDocumentString(`
    query WholeWorklist {
  dossiers(first: 20) {
    nodes {
      id
      code
      status
      submittedAt
      procedure {
        name
      }
      receivingUnit {
        name
      }
      events {
        status
      }
      applicant {
        fullName
      }
      organization {
        name
      }
      amountDue
      amountPaid
      payments {
        reference
        status
        payer {
          fullName
        }
      }
      synchronizations {
        operation
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WholeWorklistQuery, WholeWorklistQueryVariables>;
export const TwoPaymentsDocument = new TypedDocumentString(`
    query TwoPayments {
  payments(first: 2) {
    nodes {
      reference
      status
      payer {
        fullName
      }
      dossier {
        id
        code
      }
      merchant {
        code
        unit {
          code
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TwoPaymentsQuery, TwoPaymentsQueryVariables>;
export const WithoutDossiersDocument = new TypedDocumentString(`
    query WithoutDossiers {
  connectors {
    id
    state
  }
  synchronizations(first: 1) {
    nodes {
      subject
      state
      dossier {
        id
      }
      unit {
        code
      }
    }
  }
  viewer {
    subject
  }
}
    `) as unknown as TypedDocumentString<WithoutDossiersQuery, WithoutDossiersQueryVariables>;
export const PayUnknownDocument = new TypedDocumentString(`
    mutation PayUnknown {
  createPayment(input: {dossier: "dos_x", provider: CASH, idempotencyKey: "1"}) {
    payment {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PayUnknownMutation, PayUnknownMutationVariables>;
export const IngestWithPaymentsDocument = new TypedDocumentString(`
    mutation IngestWithPayments($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) {
    created
    results {
      dossier {
        code
        payments {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestWithPaymentsMutation, IngestWithPaymentsMutationVariables>;
export const CodeOfDossierDocument = new TypedDocumentString(`
    query CodeOfDossier($code: String) {
  dossier(code: $code) {
    code
  }
}
    `) as unknown as TypedDocumentString<CodeOfDossierQuery, CodeOfDossierQueryVariables>;
export const WorklistOfCallerDocument = new TypedDocumentString(`
    query WorklistOfCaller {
  viewer {
    subject
    unit {
      code
    }
  }
  dossiers(first: 20) {
    totalCount
    nodes {
      code
      receivingUnit {
        code
      }
      handlingUnit {
        code
      }
      applicant {
        fullName
      }
      amountDue
      payments {
        reference
        payer {
          fullName
        }
      }
      synchronizations {
        sequence
        unit {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WorklistOfCallerQuery, WorklistOfCallerQueryVariables>;
export const ViewerWithCitizenDocument = new TypedDocumentString(`
    query ViewerWithCitizen {
  viewer {
    subject
    roles
    unit {
      code
    }
    citizen {
      id
      fullName
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerWithCitizenQuery, ViewerWithCitizenQueryVariables>;
export const AccessLogOfCitizenDocument = new TypedDocumentString(`
    query AccessLogOfCitizen($id: ID) {
  citizen(id: $id, purpose: "p") {
    accessLog(first: 2) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<AccessLogOfCitizenQuery, AccessLogOfCitizenQueryVariables>;
export const VerifyForPurposeDocument = new TypedDocumentString(`
    mutation VerifyForPurpose($purpose: String!) {
  verifyCitizen(citizen: "cit_x", purpose: $purpose) {
    citizen {
      id
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyForPurposeMutation, VerifyForPurposeMutationVariables>;
export const LookUpByNumberDocument = new TypedDocumentString(`
    query LookUpByNumber($nationalId: NationalId!) {
  citizen(nationalId: $nationalId, purpose: "Đối chiếu") {
    id
    fullName
  }
}
    `) as unknown as TypedDocumentString<LookUpByNumberQuery, LookUpByNumberQueryVariables>;
export const OnboardingOfDocument = new TypedDocumentString(`
    query OnboardingOf($unit: ID!) {
  onboarding(unit: $unit) {
    code
    titleVi
    titleEn
    done
    detail
  }
}
    `) as unknown as TypedDocumentString<OnboardingOfQuery, OnboardingOfQueryVariables>;
export const AddRecipientOfLanguageDocument = new TypedDocumentString(`
    mutation AddRecipientOfLanguage($input: DayListRecipientInput!) {
  addDayListRecipient(input: $input) {
    recipient {
      id
      language
    }
    secret
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AddRecipientOfLanguageMutation, AddRecipientOfLanguageMutationVariables>;
export const LanguageChangesDocument = new TypedDocumentString(`
    query LanguageChanges {
  integrationSettingChanges {
    setting
    from
    to
  }
}
    `) as unknown as TypedDocumentString<LanguageChangesQuery, LanguageChangesQueryVariables>;
export const AtRiskOfDayDocument = new TypedDocumentString(`
    query AtRiskOfDay($unit: ID!) {
  administrativeUnit(code: $unit) {
    dayList {
      dossiers {
        atRisk {
          count
          codes
        }
        pointsAtRisk
        warnings {
          reason
          count
          points
          first {
            code
            reason
            turn
            turnUnit {
              code
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AtRiskOfDayQuery, AtRiskOfDayQueryVariables>;
export const WarningsOfDayDocument = new TypedDocumentString(`
    query WarningsOfDay($unit: ID!) {
  earlyWarnings(unit: $unit, first: 100) {
    totalCount
    totalPoints
    nodes {
      code
      reason
      points
      turn
      turnUnit {
        code
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WarningsOfDayQuery, WarningsOfDayQueryVariables>;
export const AddWebhookOfLeaderDocument = new TypedDocumentString(`
    mutation AddWebhookOfLeader($input: DayListRecipientInput!) {
  addDayListRecipient(input: $input) {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AddWebhookOfLeaderMutation, AddWebhookOfLeaderMutationVariables>;
export const DayListOfUnitDocument = new TypedDocumentString(`
    query DayListOfUnit($unit: ID!) {
  administrativeUnit(code: $unit) {
    dayList {
      unitCode
      day
      workingDay
      dossiers {
        dueToday {
          count
          codes
        }
        overdue {
          count
          codes
        }
        atRisk {
          count
          codes
        }
        pointsAtRisk
        warnings {
          reason
          count
        }
      }
      stuck {
        parked
        waiting
        oldestWaitingAt
        causes {
          errorCode
          count
          advice
        }
      }
      money {
        unbalanced {
          provider
          merchantCode
          businessDate
          statementMissing
          status
          discrepancies
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DayListOfUnitQuery, DayListOfUnitQueryVariables>;
export const AddDayListRecipientDocument = new TypedDocumentString(`
    mutation AddDayListRecipient($input: DayListRecipientInput!) {
  addDayListRecipient(input: $input) {
    recipient {
      id
      unit {
        code
      }
      role
      channel
      address
      language
      problem
      lastDay
      lastSentAt
      lastErrorCode
    }
    secret
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AddDayListRecipientMutation, AddDayListRecipientMutationVariables>;
export const RemoveDayListRecipientDocument = new TypedDocumentString(`
    mutation RemoveDayListRecipient($id: ID!) {
  removeDayListRecipient(id: $id) {
    recipient {
      id
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveDayListRecipientMutation, RemoveDayListRecipientMutationVariables>;
export const DayListRecipientsDocument = new TypedDocumentString(`
    query DayListRecipients($unit: ID) {
  dayListRecipients(unit: $unit) {
    id
    address
    problem
    lastDay
    lastSentAt
    lastErrorCode
  }
}
    `) as unknown as TypedDocumentString<DayListRecipientsQuery, DayListRecipientsQueryVariables>;
export const DayListChangesDocument = new TypedDocumentString(`
    query DayListChanges {
  integrationSettingChanges {
    setting
    target
    actor
    from
    to
  }
}
    `) as unknown as TypedDocumentString<DayListChangesQuery, DayListChangesQueryVariables>;
export const StartComparisonDocument = new TypedDocumentString(`
    mutation StartComparison($sample: Int) {
  startComparison(sample: $sample) {
    resend {
      purpose
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StartComparisonMutation, StartComparisonMutationVariables>;
export const ComparisonSummariesDocument = new TypedDocumentString(`
    query ComparisonSummaries {
  comparisonSummaries {
    kind
    count
    repaired
  }
}
    `) as unknown as TypedDocumentString<ComparisonSummariesQuery, ComparisonSummariesQueryVariables>;
export const ComparisonsFoundDocument = new TypedDocumentString(`
    query ComparisonsFound {
  comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) {
    nodes {
      subject
      kind
      purpose
      repairedAt
    }
  }
}
    `) as unknown as TypedDocumentString<ComparisonsFoundQuery, ComparisonsFoundQueryVariables>;
export const SetReportingAtNightDocument = new TypedDocumentString(`
    mutation SetReportingAtNight($unit: ID!, $source: String, $mode: ReportingMode!) {
  setReporting(unit: $unit, source: $source, mode: $mode, reason: "go live") {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetReportingAtNightMutation, SetReportingAtNightMutationVariables>;
export const ComparedBySwitchDocument = new TypedDocumentString(`
    query ComparedBySwitch {
  comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) {
    nodes {
      subject
      kind
      day
    }
  }
}
    `) as unknown as TypedDocumentString<ComparedBySwitchQuery, ComparedBySwitchQueryVariables>;
export const SwitchSummariesDocument = new TypedDocumentString(`
    query SwitchSummaries {
  comparisonSummaries(purpose: SWITCH) {
    day
    kind
    count
    repaired
  }
}
    `) as unknown as TypedDocumentString<SwitchSummariesQuery, SwitchSummariesQueryVariables>;
export const CompareForExtrasDocument = new TypedDocumentString(`
    mutation CompareForExtras {
  startComparison(sample: 500) {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CompareForExtrasMutation, CompareForExtrasMutationVariables>;
export const ExtrasComparedDocument = new TypedDocumentString(`
    query ExtrasCompared {
  comparisons {
    nodes {
      subject
      kind
      ours {
        status
        unit
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExtrasComparedQuery, ExtrasComparedQueryVariables>;
export const PortalExtrasOfNightsDocument = new TypedDocumentString(`
    query PortalExtrasOfNights($unit: ID, $open: Boolean) {
  portalExtras(unit: $unit, open: $open) {
    totalCount
    nodes {
      code
      status
      portalUnit
      firstSeenAt
      lastSeenAt
      endedAt
      ending
      unit {
        code
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PortalExtrasOfNightsQuery, PortalExtrasOfNightsQueryVariables>;
export const RequestSynchronizationDocument = new TypedDocumentString(`
    mutation RequestSynchronization($filter: DossierFilter!, $reason: String!, $withSteps: Boolean) {
  requestSynchronization(filter: $filter, reason: $reason, withSteps: $withSteps) {
    retried
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RequestSynchronizationMutation, RequestSynchronizationMutationVariables>;
export const ResendsDocument = new TypedDocumentString(`
    query Resends {
  resends {
    id
    reason
    requestedBy
    filter
    state
    expected
    appended
    skipped
    delivered
    waiting
    parked
    stoppedBy
  }
}
    `) as unknown as TypedDocumentString<ResendsQuery, ResendsQueryVariables>;
export const StopSynchronizationDocument = new TypedDocumentString(`
    mutation StopSynchronization($id: ID!) {
  stopSynchronization(id: $id) {
    resend {
      state
      waiting
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StopSynchronizationMutation, StopSynchronizationMutationVariables>;
export const SourceChangesDocument = new TypedDocumentString(`
    query SourceChanges($source: String!, $after: String, $first: Int) {
  sourceChanges(source: $source, after: $after, first: $first) {
    cursor
    at
    kind
    dossierCode
    payload
  }
}
    `) as unknown as TypedDocumentString<SourceChangesQuery, SourceChangesQueryVariables>;
export const SourceNamesDocument = new TypedDocumentString(`
    query SourceNames($unit: ID) {
  sources(unit: $unit) {
    name
    unit {
      code
    }
    active
  }
}
    `) as unknown as TypedDocumentString<SourceNamesQuery, SourceNamesQueryVariables>;
export const RateForSourceDocument = new TypedDocumentString(`
    mutation RateForSource($dossier: ID!) {
  rateDossier(dossier: $dossier, rating: 5) {
    dossier {
      rating
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RateForSourceMutation, RateForSourceMutationVariables>;
export const SetSourceRateDocument = new TypedDocumentString(`
    mutation SetSourceRate($id: ID!, $rate: Float) {
  setConnectorRate(id: $id, perSecond: $rate) {
    connector {
      id
      kind
      ratePerSecond
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetSourceRateMutation, SetSourceRateMutationVariables>;
export const SourceConnectorsDocument = new TypedDocumentString(`
    query SourceConnectors {
  connectors {
    id
    kind
    state
    pending
    parked
    lastError
  }
}
    `) as unknown as TypedDocumentString<SourceConnectorsQuery, SourceConnectorsQueryVariables>;
export const ReplaceSourceSecretDocument = new TypedDocumentString(`
    mutation ReplaceSourceSecret($name: String!, $hours: Int!) {
  replaceSourceSecret(name: $name, keepPreviousHours: $hours) {
    secret
    source {
      previousSecretUntil
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReplaceSourceSecretMutation, ReplaceSourceSecretMutationVariables>;
export const ReplaySourceChangesDocument = new TypedDocumentString(`
    mutation ReplaySourceChanges($source: String!, $from: DateTime!) {
  replaySourceChanges(source: $source, from: $from) {
    replayed
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReplaySourceChangesMutation, ReplaySourceChangesMutationVariables>;
export const RetrySourceDocument = new TypedDocumentString(`
    mutation RetrySource($connector: ID!) {
  retrySynchronizations(connector: $connector) {
    retried
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetrySourceMutation, RetrySourceMutationVariables>;
export const FileBeforeSourceDocument = new TypedDocumentString(`
    mutation FileBeforeSource($input: SubmitDossierInput!) {
  submitDossier(input: $input) {
    dossier {
      code
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FileBeforeSourceMutation, FileBeforeSourceMutationVariables>;
export const FileForSourceDocument = new TypedDocumentString(`
    mutation FileForSource($input: SubmitDossierInput!) {
  submitDossier(input: $input) {
    dossier {
      code
      version
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<FileForSourceMutation, FileForSourceMutationVariables>;
export const PaymentByKeyDocument = new TypedDocumentString(`
    query PaymentByKey($id: ID, $reference: String) {
  payment(id: $id, reference: $reference) {
    id
  }
}
    `) as unknown as TypedDocumentString<PaymentByKeyQuery, PaymentByKeyQueryVariables>;
export const DaysOfAFileDocument = new TypedDocumentString(`
    query DaysOfAFile($account: String!) {
  accountStatements(account: $account, from: "2026-03-01", to: "2026-03-31") {
    statements {
      day
      version
      opening
      closing
      openingDifference
      credits {
        count
        sum
      }
      missingCredits {
        count
      }
      unmatchedReversals
    }
  }
}
    `) as unknown as TypedDocumentString<DaysOfAFileQuery, DaysOfAFileQueryVariables>;
export const CreditsOfAFileDocument = new TypedDocumentString(`
    query CreditsOfAFile($account: String) {
  accountCredits(first: 100, account: $account) {
    nodes {
      bankReference
      amount
      onStatement
      reversedOn
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsOfAFileQuery, CreditsOfAFileQueryVariables>;
export const FilesOfDaysDocument = new TypedDocumentString(`
    query FilesOfDays {
  statementFiles {
    path
    state
    businessDate
    version
    reason
  }
}
    `) as unknown as TypedDocumentString<FilesOfDaysQuery, FilesOfDaysQueryVariables>;
export const StatementsOfAnAccountDocument = new TypedDocumentString(`
    query StatementsOfAnAccount($account: String!, $from: LocalDate!, $to: LocalDate!) {
  accountStatements(account: $account, from: $from, to: $to) {
    missingDays
    statements {
      day
      version
      isNewest
      broughtBy
      form
      rows
      opening
      closing
      openingDifference
      unmatchedReversals
      credits {
        count
        sum
      }
      debits {
        count
        sum
      }
      missingCredits {
        count
        sum
      }
      untoldCredits {
        count
        sum
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsOfAnAccountQuery, StatementsOfAnAccountQueryVariables>;
export const CreditsOfAnAccountDocument = new TypedDocumentString(`
    query CreditsOfAnAccount($account: String, $doubtful: Boolean) {
  accountCredits(first: 100, account: $account, doubtful: $doubtful) {
    nodes {
      bankReference
      amount
      state
      onStatement
      reversedOn
      payment {
        reference
      }
      batches {
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsOfAnAccountQuery, CreditsOfAnAccountQueryVariables>;
export const BatchesOfADayDocument = new TypedDocumentString(`
    query BatchesOfADay($from: LocalDate!) {
  settlementBatches(first: 10, from: $from, to: $from) {
    nodes {
      batch
      net
      state
      credited
    }
  }
}
    `) as unknown as TypedDocumentString<BatchesOfADayQuery, BatchesOfADayQueryVariables>;
export const AccountFilesDocument = new TypedDocumentString(`
    query AccountFiles {
  statementFiles {
    path
    provider
    account
    state
    businessDate
    version
    reason
  }
}
    `) as unknown as TypedDocumentString<AccountFilesQuery, AccountFilesQueryVariables>;
export const AccountStatementAlertsDocument = new TypedDocumentString(`
    query AccountStatementAlerts {
  alerts {
    kind
    target
    message
    recoveredAt
  }
}
    `) as unknown as TypedDocumentString<AccountStatementAlertsQuery, AccountStatementAlertsQueryVariables>;
export const DaysMissingDocument = new TypedDocumentString(`
    query DaysMissing($account: String!, $from: LocalDate!, $to: LocalDate!) {
  accountStatements(account: $account, from: $from, to: $to) {
    missingDays
  }
}
    `) as unknown as TypedDocumentString<DaysMissingQuery, DaysMissingQueryVariables>;
export const RuleOfAccountStatementsDocument = new TypedDocumentString(`
    mutation RuleOfAccountStatements($threshold: Int!) {
  setAlertRule(kind: ACCOUNT_STATEMENT_MISSING, threshold: $threshold) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RuleOfAccountStatementsMutation, RuleOfAccountStatementsMutationVariables>;
export const CreditsOfTheAccountDocument = new TypedDocumentString(`
    query CreditsOfTheAccount {
  accountCredits(first: 100) {
    nodes {
      bankReference
      amount
      state
      disputedAmount
      onStatement
      payment {
        reference
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsOfTheAccountQuery, CreditsOfTheAccountQueryVariables>;
export const BankAccountsDocument = new TypedDocumentString(`
    query BankAccounts($unit: ID, $kind: BankAccountKind, $active: Boolean) {
  bankAccounts(unit: $unit, kind: $kind, active: $active) {
    number
    bankBin
    bankName
    kind
    unit {
      code
    }
    merchant {
      code
    }
    isSettlement
    profile
    active
  }
}
    `) as unknown as TypedDocumentString<BankAccountsQuery, BankAccountsQueryVariables>;
export const SetBankAccountDocument = new TypedDocumentString(`
    mutation SetBankAccount($input: BankAccountInput!) {
  setBankAccount(input: $input) {
    change {
      id
      number
      proposedBy
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetBankAccountMutation, SetBankAccountMutationVariables>;
export const ApproveBankAccountDocument = new TypedDocumentString(`
    mutation ApproveBankAccount($change: ID!, $approve: Boolean!) {
  approveBankAccount(change: $change, approve: $approve) {
    change {
      approved
      decidedBy
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveBankAccountMutation, ApproveBankAccountMutationVariables>;
export const AccountsForCashDocument = new TypedDocumentString(`
    query AccountsForCash {
  depositAccounts {
    number
    bankName
    unit {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<AccountsForCashQuery, AccountsForCashQueryVariables>;
export const BankAccountChangesDocument = new TypedDocumentString(`
    query BankAccountChanges($number: String) {
  bankAccountChanges(number: $number) {
    number
    proposedBy
    decidedBy
    approved
    active
  }
}
    `) as unknown as TypedDocumentString<BankAccountChangesQuery, BankAccountChangesQueryVariables>;
export const ProposeAMerchantWithAnAccountDocument = new TypedDocumentString(`
    mutation ProposeAMerchantWithAnAccount($input: ProposedMerchant!) {
  proposeMerchant(input: $input) {
    change {
      id
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeAMerchantWithAnAccountMutation, ProposeAMerchantWithAnAccountMutationVariables>;
export const ApproveAMerchantWithAnAccountDocument = new TypedDocumentString(`
    mutation ApproveAMerchantWithAnAccount($change: ID!) {
  approveMerchantChange(change: $change, approve: true) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveAMerchantWithAnAccountMutation, ApproveAMerchantWithAnAccountMutationVariables>;
export const LedgerBalancesDocument = new TypedDocumentString(`
    query LedgerBalances($from: LocalDate!, $to: LocalDate!, $unit: ID, $account: String) {
  ledgerBalances(from: $from, to: $to, unit: $unit, account: $account) {
    account
    unit {
      code
    }
    day
    debit
    credit
    closing
  }
}
    `) as unknown as TypedDocumentString<LedgerBalancesQuery, LedgerBalancesQueryVariables>;
export const LedgerEntriesDocument = new TypedDocumentString(`
    query LedgerEntries($unit: ID, $account: String, $from: LocalDate, $to: LocalDate, $first: Int, $after: String) {
  ledgerEntries(
    unit: $unit
    account: $account
    from: $from
    to: $to
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      id
      at
      account
      debit
      credit
      memo
    }
  }
}
    `) as unknown as TypedDocumentString<LedgerEntriesQuery, LedgerEntriesQueryVariables>;
export const DayOfCashDocument = new TypedDocumentString(`
    query DayOfCash($day: LocalDate!) {
  reconciliations(provider: CASH, from: $day, to: $day) {
    id
    status
    statementVersion
    matched
    statementTotal
    hubTotal
    closedAt
    discrepancies(first: 50) {
      nodes {
        id
        kind
        reference
        hubAmount
        statementAmount
        detail
        resolution
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DayOfCashQuery, DayOfCashQueryVariables>;
export const SettleCashDifferenceDocument = new TypedDocumentString(`
    mutation SettleCashDifference($id: ID!, $as: DiscrepancyResolution!) {
  resolveDiscrepancy(discrepancy: $id, resolution: $as, note: "đã xem biên bản") {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SettleCashDifferenceMutation, SettleCashDifferenceMutationVariables>;
export const CloseCashDayDocument = new TypedDocumentString(`
    mutation CloseCashDay($id: ID!) {
  closeReconciliation(id: $id) {
    reconciliation {
      closedAt
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CloseCashDayMutation, CloseCashDayMutationVariables>;
export const AssignAtOnceDocument = new TypedDocumentString(`
    mutation AssignAtOnce($credit: ID!, $payment: ID!) {
  assignCredit(credit: $credit, payment: $payment, note: "đã gọi ngân hàng") {
    credit {
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AssignAtOnceMutation, AssignAtOnceMutationVariables>;
export const CloseAtOnceDocument = new TypedDocumentString(`
    mutation CloseAtOnce($credit: ID!) {
  closeCredit(credit: $credit, as: RETURNED, note: "không nêu hồ sơ nào") {
    credit {
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CloseAtOnceMutation, CloseAtOnceMutationVariables>;
export const CloseLargeDocument = new TypedDocumentString(`
    mutation CloseLarge($credit: ID!, $as: CreditClosing!) {
  closeCredit(credit: $credit, as: $as, note: "đã gọi ngân hàng") {
    credit {
      state
      proposedAs
      proposedBy
      decidedBy
    }
  }
}
    `) as unknown as TypedDocumentString<CloseLargeMutation, CloseLargeMutationVariables>;
export const CodeToScanDocument = new TypedDocumentString(`
    query CodeToScan($id: ID!) {
  payment(id: $id) {
    qrPayload
    qrImage
    checkoutUrl
  }
}
    `) as unknown as TypedDocumentString<CodeToScanQuery, CodeToScanQueryVariables>;
export const OpenCreditsDocument = new TypedDocumentString(`
    query OpenCredits($states: [AccountCreditState!]) {
  accountCredits(states: $states, first: 100) {
    nodes {
      id
      content
      proposedPayment {
        id
      }
      suggestions {
        score
        payment {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OpenCreditsQuery, OpenCreditsQueryVariables>;
export const CreditsOfTheBankDocument = new TypedDocumentString(`
    query CreditsOfTheBank($states: [AccountCreditState!]) {
  accountCredits(states: $states, first: 100) {
    totalCount
    nodes {
      id
      bankReference
      amount
      reference
      state
      disputedAmount
      decidedBy
      payment {
        reference
      }
      suggestions {
        score
        reason
        payment {
          id
          reference
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsOfTheBankQuery, CreditsOfTheBankQueryVariables>;
export const AssignTheCreditDocument = new TypedDocumentString(`
    mutation AssignTheCredit($credit: ID!, $payment: ID!) {
  assignCredit(credit: $credit, payment: $payment, note: "đã gọi ngân hàng") {
    credit {
      state
      proposedBy
      decidedBy
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AssignTheCreditMutation, AssignTheCreditMutationVariables>;
export const ReconcileTheAccountDocument = new TypedDocumentString(`
    mutation ReconcileTheAccount($day: LocalDate!) {
  startReconciliation(provider: VIETQR, businessDate: $day) {
    reconciliation {
      status
      statementTotal
      hubTotal
      discrepancies(first: 100) {
        nodes {
          kind
          detail
        }
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReconcileTheAccountMutation, ReconcileTheAccountMutationVariables>;
export const CloseTheCreditDocument = new TypedDocumentString(`
    mutation CloseTheCredit($credit: ID!, $as: CreditClosing!) {
  closeCredit(credit: $credit, as: $as, note: "không nêu hồ sơ nào") {
    credit {
      state
      note
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CloseTheCreditMutation, CloseTheCreditMutationVariables>;
export const ProposeAccountOfUnitDocument = new TypedDocumentString(`
    mutation ProposeAccountOfUnit($input: ProposedMerchant!) {
  proposeMerchant(input: $input) {
    change {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeAccountOfUnitMutation, ProposeAccountOfUnitMutationVariables>;
export const ApproveAccountOfUnitDocument = new TypedDocumentString(`
    mutation ApproveAccountOfUnit($change: ID!) {
  approveMerchantChange(change: $change, approve: true) {
    change {
      approved
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveAccountOfUnitMutation, ApproveAccountOfUnitMutationVariables>;
export const CreditsOfUnitDocument = new TypedDocumentString(`
    query CreditsOfUnit {
  accountCredits(first: 10) {
    nodes {
      id
      bankReference
      state
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsOfUnitQuery, CreditsOfUnitQueryVariables>;
export const OneCreditDocument = new TypedDocumentString(`
    query OneCredit($id: ID!) {
  accountCredit(id: $id) {
    bankReference
    amount
  }
}
    `) as unknown as TypedDocumentString<OneCreditQuery, OneCreditQueryVariables>;
export const StartEarlyDocument = new TypedDocumentString(`
    mutation StartEarly($day: LocalDate!) {
  startReconciliation(provider: VNPAY, businessDate: $day) {
    reconciliation {
      id
      status
      statementTotal
      hubTotal
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<StartEarlyMutation, StartEarlyMutationVariables>;
export const CloseEarlyDocument = new TypedDocumentString(`
    mutation CloseEarly($id: ID!) {
  closeReconciliation(id: $id) {
    reconciliation {
      closedAt
      statementTotal
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CloseEarlyMutation, CloseEarlyMutationVariables>;
export const EReceiptOfPaymentDocument = new TypedDocumentString(`
    query EReceiptOfPayment($id: ID!) {
  payment(id: $id) {
    reference
    receipt {
      number
      template
      symbol
      status
      amount
      amountInWords
      url
      replacedBy
    }
  }
}
    `) as unknown as TypedDocumentString<EReceiptOfPaymentQuery, EReceiptOfPaymentQueryVariables>;
export const ReceiptOrdersDocument = new TypedDocumentString(`
    query ReceiptOrders($unit: ID, $states: [ReceiptOrderState!]) {
  receiptOrders(unit: $unit, states: $states) {
    id
    connector
    action
    state
    paymentReference
    key
    code
    reason
    advice
    attempts
    nextAttemptAt
    unit {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptOrdersQuery, ReceiptOrdersQueryVariables>;
export const RetryReceiptOrderDocument = new TypedDocumentString(`
    mutation RetryReceiptOrder($order: ID!) {
  retryReceiptOrder(order: $order) {
    order {
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RetryReceiptOrderMutation, RetryReceiptOrderMutationVariables>;
export const PaymentsOfDossierDocument = new TypedDocumentString(`
    query PaymentsOfDossier($dossier: ID!) {
  payments(filter: {dossier: $dossier}) {
    totalCount
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentsOfDossierQuery, PaymentsOfDossierQueryVariables>;
export const StartWhilePausedDocument = new TypedDocumentString(`
    mutation StartWhilePaused {
  startReconciliation(provider: VNPAY, businessDate: "2026-03-10") {
    reconciliation {
      status
      rejection
    }
  }
}
    `) as unknown as TypedDocumentString<StartWhilePausedMutation, StartWhilePausedMutationVariables>;
export const RefundInModelDocument = new TypedDocumentString(`
    mutation RefundInModel($payment: ID!, $key: ID!, $amount: Vnd) {
  refundPayment(
    payment: $payment
    reason: "Nộp nhầm"
    idempotencyKey: $key
    amount: $amount
  ) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefundInModelMutation, RefundInModelMutationVariables>;
export const ApproveInModelDocument = new TypedDocumentString(`
    mutation ApproveInModel($refund: ID!) {
  approveRefund(refund: $refund, approve: true, note: "đã xem") {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveInModelMutation, ApproveInModelMutationVariables>;
export const ProposeMerchantDocument = new TypedDocumentString(`
    mutation ProposeMerchant($input: ProposedMerchant!) {
  proposeMerchant(input: $input) {
    change {
      id
      withSecrets
      proposedBy
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeMerchantMutation, ProposeMerchantMutationVariables>;
export const ApproveMerchantDocument = new TypedDocumentString(`
    mutation ApproveMerchant($change: ID!, $approve: Boolean!) {
  approveMerchantChange(change: $change, approve: $approve) {
    change {
      approved
      decidedBy
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveMerchantMutation, ApproveMerchantMutationVariables>;
export const MerchantsOfUnitsDocument = new TypedDocumentString(`
    query MerchantsOfUnits($unit: ID) {
  merchants(provider: VNPAY, unit: $unit) {
    code
    name
    unit {
      code
    }
    secretsSetAt
    settlementAccount
  }
}
    `) as unknown as TypedDocumentString<MerchantsOfUnitsQuery, MerchantsOfUnitsQueryVariables>;
export const MerchantChangesWaitingDocument = new TypedDocumentString(`
    query MerchantChangesWaiting {
  merchantChanges {
    code
    proposedBy
  }
}
    `) as unknown as TypedDocumentString<MerchantChangesWaitingQuery, MerchantChangesWaitingQueryVariables>;
export const AssignOnceDocument = new TypedDocumentString(`
    mutation AssignOnce($credit: ID!, $payment: ID!, $note: String!, $key: ID) {
  done: assignCredit(
    credit: $credit
    payment: $payment
    note: $note
    idempotencyKey: $key
  ) {
    credit {
      id
      state
      proposedBy
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AssignOnceMutation, AssignOnceMutationVariables>;
export const CloseOnceDocument = new TypedDocumentString(`
    mutation CloseOnce($credit: ID!, $note: String!, $key: ID) {
  done: closeCredit(
    credit: $credit
    as: RETURNED
    note: $note
    idempotencyKey: $key
  ) {
    credit {
      id
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CloseOnceMutation, CloseOnceMutationVariables>;
export const BatchesOnceDocument = new TypedDocumentString(`
    mutation BatchesOnce($credit: ID!, $batches: [ID!]!, $note: String!, $key: ID) {
  done: assignCreditToBatches(
    credit: $credit
    batches: $batches
    note: $note
    idempotencyKey: $key
  ) {
    credit {
      id
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<BatchesOnceMutation, BatchesOnceMutationVariables>;
export const CountOnceDocument = new TypedDocumentString(`
    mutation CountOnce($drawer: ID!, $pieces: [CashPieces!]!, $note: String, $key: ID) {
  done: countCashDrawer(
    drawer: $drawer
    pieces: $pieces
    note: $note
    idempotencyKey: $key
  ) {
    drawer {
      id
      state
      counted
      note
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CountOnceMutation, CountOnceMutationVariables>;
export const AcceptOnceDocument = new TypedDocumentString(`
    mutation AcceptOnce($drawer: ID!, $key: ID) {
  done: acceptCashDrawer(drawer: $drawer, idempotencyKey: $key) {
    drawer {
      id
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptOnceMutation, AcceptOnceMutationVariables>;
export const DepositOnceDocument = new TypedDocumentString(`
    mutation DepositOnce($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!, $key: ID) {
  done: depositCash(
    drawers: $drawers
    account: $account
    slipNumber: $slip
    depositedOn: $day
    idempotencyKey: $key
  ) {
    deposit {
      id
      amount
      arrivedAt
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<DepositOnceMutation, DepositOnceMutationVariables>;
export const ArriveOnceDocument = new TypedDocumentString(`
    mutation ArriveOnce($credit: ID!, $deposit: ID!, $note: String!, $key: ID) {
  done: assignCreditToDeposit(
    credit: $credit
    deposit: $deposit
    note: $note
    idempotencyKey: $key
  ) {
    deposit {
      id
      arrivedAt
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ArriveOnceMutation, ArriveOnceMutationVariables>;
export const DrawersToCountDocument = new TypedDocumentString(`
    query DrawersToCount {
  cashDrawers(first: 50) {
    nodes {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<DrawersToCountQuery, DrawersToCountQueryVariables>;
export const GiveOtherBackDocument = new TypedDocumentString(`
    mutation GiveOtherBack($payment: ID!, $amount: Vnd, $key: ID!) {
  refundPayment(
    payment: $payment
    reason: "người nộp yêu cầu"
    idempotencyKey: $key
    amount: $amount
  ) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<GiveOtherBackMutation, GiveOtherBackMutationVariables>;
export const LetProposalGoDocument = new TypedDocumentString(`
    mutation LetProposalGo($refund: ID!) {
  approveRefund(refund: $refund, approve: true, note: "đúng") {
    refund {
      state
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<LetProposalGoMutation, LetProposalGoMutationVariables>;
export const RefundsOfOneDocument = new TypedDocumentString(`
    query RefundsOfOne($id: ID!) {
  payment(id: $id) {
    status
    refunds {
      id
      state
      cause
      amount
      reason
      note
      concludedBy
    }
  }
}
    `) as unknown as TypedDocumentString<RefundsOfOneQuery, RefundsOfOneQueryVariables>;
export const PaymentsAndOneDocument = new TypedDocumentString(`
    query PaymentsAndOne($filter: PaymentFilter) {
  payments(filter: $filter) {
    nodes {
      reference
    }
  }
  payment(reference: "X") {
    id
  }
}
    `) as unknown as TypedDocumentString<PaymentsAndOneQuery, PaymentsAndOneQueryVariables>;
export const RefundAtProviderDocument = new TypedDocumentString(`
    mutation RefundAtProvider($payment: ID!, $amount: Vnd) {
  refundPayment(
    payment: $payment
    reason: "nộp nhầm"
    idempotencyKey: $payment
    amount: $amount
  ) {
    payment {
      status
      refunds {
        way
        state
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefundAtProviderMutation, RefundAtProviderMutationVariables>;
export const ReconcileProviderDocument = new TypedDocumentString(`
    mutation ReconcileProvider($provider: PaymentProvider!, $day: LocalDate!) {
  startReconciliation(provider: $provider, businessDate: $day) {
    reconciliation {
      status
      matched
      statementTotal
      hubTotal
      discrepancies {
        nodes {
          kind
          reference
          hubAmount
          statementAmount
        }
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReconcileProviderMutation, ReconcileProviderMutationVariables>;
export const OrdersToCloseDocument = new TypedDocumentString(`
    query OrdersToClose($states: [ReceiptOrderState!]) {
  receiptOrders(states: $states) {
    id
    action
    state
    paymentReference
    closingBy
    closingNote
    closedBy
  }
}
    `) as unknown as TypedDocumentString<OrdersToCloseQuery, OrdersToCloseQueryVariables>;
export const ProposeOrderClosingDocument = new TypedDocumentString(`
    mutation ProposeOrderClosing($order: ID!, $note: String!) {
  proposeReceiptOrderClosing(order: $order, note: $note) {
    order {
      state
      closingBy
      closingNote
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeOrderClosingMutation, ProposeOrderClosingMutationVariables>;
export const ApproveOrderClosingDocument = new TypedDocumentString(`
    mutation ApproveOrderClosing($order: ID!, $approve: Boolean!) {
  approveReceiptOrderClosing(order: $order, approve: $approve) {
    order {
      state
      closedBy
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveOrderClosingMutation, ApproveOrderClosingMutationVariables>;
export const RetryOrderToCloseDocument = new TypedDocumentString(`
    mutation RetryOrderToClose($order: ID!) {
  retryReceiptOrder(order: $order) {
    order {
      state
      closingBy
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RetryOrderToCloseMutation, RetryOrderToCloseMutationVariables>;
export const ReceiptStatusOfPaymentDocument = new TypedDocumentString(`
    query ReceiptStatusOfPayment($id: ID!) {
  payment(id: $id) {
    receipt {
      status
      amount
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptStatusOfPaymentQuery, ReceiptStatusOfPaymentQueryVariables>;
export const ReportOfReceiptsDocument = new TypedDocumentString(`
    query ReportOfReceipts($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {
  receiptReport(from: $from, to: $to, format: $format, unit: $unit)
}
    `) as unknown as TypedDocumentString<ReportOfReceiptsQuery, ReportOfReceiptsQueryVariables>;
export const ReceiptOfPaymentDocument = new TypedDocumentString(`
    query ReceiptOfPayment($id: ID!) {
  payment(id: $id) {
    receipt {
      number
      template
      symbol
      status
      amount
      amountInWords
      url
      replacedBy
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptOfPaymentQuery, ReceiptOfPaymentQueryVariables>;
export const ReceiptsOfUnitDocument = new TypedDocumentString(`
    query ReceiptsOfUnit($unit: ID!) {
  receipts(unit: $unit, first: 100) {
    totalCount
    nodes {
      number
      status
      amount
      replacedBy
      url
    }
  }
}
    `) as unknown as TypedDocumentString<ReceiptsOfUnitQuery, ReceiptsOfUnitQueryVariables>;
export const ProposeSeriesDocument = new TypedDocumentString(`
    mutation ProposeSeries($input: ProposedSeries!) {
  proposeReceiptSeries(input: $input) {
    series {
      id
      approvedBy
      nextNumber
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeSeriesMutation, ProposeSeriesMutationVariables>;
export const ApproveSeriesDocument = new TypedDocumentString(`
    mutation ApproveSeries($series: ID!, $approve: Boolean!) {
  approveReceiptSeries(series: $series, approve: $approve) {
    series {
      approvedBy
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveSeriesMutation, ApproveSeriesMutationVariables>;
export const RefundForReceiptDocument = new TypedDocumentString(`
    mutation RefundForReceipt($payment: ID!, $amount: Vnd, $key: ID!) {
  refundPayment(
    payment: $payment
    reason: "nộp nhầm"
    idempotencyKey: $key
    amount: $amount
  ) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefundForReceiptMutation, RefundForReceiptMutationVariables>;
export const ReconciledDocument = new TypedDocumentString(`
    query Reconciled($id: ID!) {
  reconciliation(id: $id) {
    status
    matched
    statementTotal
    hubTotal
    discrepancies(first: 100) {
      nodes {
        kind
        reference
        hubAmount
        statementAmount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReconciledQuery, ReconciledQueryVariables>;
export const ReconciledInFullDocument = new TypedDocumentString(`
    query ReconciledInFull($id: ID!) {
  reconciliation(id: $id) {
    status
    statementRows
    statementVersion
    matched
    discrepancyCount
    statementTotal
    hubTotal
    rejection
    merchant {
      code
    }
    discrepancies(first: 100) {
      totalCount
      nodes {
        id
        kind
        reference
        hubAmount
        statementAmount
        detail
        payment {
          reference
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReconciledInFullQuery, ReconciledInFullQueryVariables>;
export const RefundOfRoundDocument = new TypedDocumentString(`
    mutation RefundOfRound($payment: ID!) {
  refundPayment(payment: $payment, reason: "Nộp nhầm", idempotencyKey: $payment) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefundOfRoundMutation, RefundOfRoundMutationVariables>;
export const PartOfRoundDocument = new TypedDocumentString(`
    mutation PartOfRound($payment: ID!, $amount: Vnd!, $key: ID!) {
  refundPayment(
    payment: $payment
    amount: $amount
    reason: "Giảm phí"
    idempotencyKey: $key
  ) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PartOfRoundMutation, PartOfRoundMutationVariables>;
export const RefundPaymentDocument = new TypedDocumentString(`
    mutation RefundPayment($payment: ID!, $reason: String!, $key: ID!, $amount: Vnd) {
  refundPayment(
    payment: $payment
    reason: $reason
    idempotencyKey: $key
    amount: $amount
  ) {
    payment {
      id
      status
      refundedAmount
      refunds {
        id
        amount
        state
        way
        cause
        requestedBy
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RefundPaymentMutation, RefundPaymentMutationVariables>;
export const ApproveRefundDocument = new TypedDocumentString(`
    mutation ApproveRefund($refund: ID!, $approve: Boolean!, $note: String!) {
  approveRefund(refund: $refund, approve: $approve, note: $note) {
    refund {
      state
      approvedBy
      payment {
        status
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveRefundMutation, ApproveRefundMutationVariables>;
export const ConcludeRefundDocument = new TypedDocumentString(`
    mutation ConcludeRefund($refund: ID!, $paid: Boolean!, $note: String!) {
  concludeRefund(refund: $refund, paid: $paid, note: $note) {
    refund {
      state
      concludedBy
      note
      payment {
        status
        refundedAmount
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ConcludeRefundMutation, ConcludeRefundMutationVariables>;
export const PaymentWithRefundsDocument = new TypedDocumentString(`
    query PaymentWithRefunds($id: ID!) {
  payment(id: $id) {
    status
    refundedAmount
    refunds {
      id
      state
      amount
      cause
      providerCode
      attempts
      reference
      awaitsConclusion
    }
    entries {
      account
      debit
      credit
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentWithRefundsQuery, PaymentWithRefundsQueryVariables>;
export const RefundQueueDocument = new TypedDocumentString(`
    query RefundQueue($states: [RefundState!]) {
  refunds(states: $states, first: 50) {
    totalCount
    nodes {
      id
      amount
      state
      reason
      payment {
        reference
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RefundQueueQuery, RefundQueueQueryVariables>;
export const RepeatedReportsDocument = new TypedDocumentString(`
    query RepeatedReports {
  repeatedReports {
    dossier {
      id
    }
    unit {
      code
    }
    provider
    reference
    providerTransactionId
    amount
    postedFor
    advice
  }
}
    `) as unknown as TypedDocumentString<RepeatedReportsQuery, RepeatedReportsQueryVariables>;
export const ReportOfDaysDocument = new TypedDocumentString(`
    query ReportOfDays($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {
  reconciliationReport(from: $from, to: $to, format: $format, unit: $unit)
}
    `) as unknown as TypedDocumentString<ReportOfDaysQuery, ReportOfDaysQueryVariables>;
export const StatementsMissingDocument = new TypedDocumentString(`
    query StatementsMissing($from: LocalDate!, $to: LocalDate!) {
  missingStatements(from: $from, to: $to) {
    provider
    merchantCode
    businessDate
    unit {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<StatementsMissingQuery, StatementsMissingQueryVariables>;
export const ResolvedDayDocument = new TypedDocumentString(`
    query ResolvedDay($id: ID!) {
  reconciliation(id: $id) {
    status
    closedAt
    closedBy
    reopenedAt
    confirmedByQuery
    statementVersion
    steps {
      action
      actor
      note
    }
    discrepancies(first: 50) {
      nodes {
        id
        kind
        reference
        resolution
        resolvedBy
        approvedBy
        note
        owner
        needsApproval
        steps {
          action
          actor
          resolution
          note
        }
      }
    }
    open: discrepancies(open: true) {
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ResolvedDayQuery, ResolvedDayQueryVariables>;
export const ResolveOneDocument = new TypedDocumentString(`
    mutation ResolveOne($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {
  resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) {
    discrepancy {
      resolution
      needsApproval
      owner
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResolveOneMutation, ResolveOneMutationVariables>;
export const ApproveOneDocument = new TypedDocumentString(`
    mutation ApproveOne($id: ID!, $approve: Boolean!, $note: String!) {
  approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) {
    discrepancy {
      resolution
      approvedBy
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveOneMutation, ApproveOneMutationVariables>;
export const AssignOneDocument = new TypedDocumentString(`
    mutation AssignOne($id: ID!, $owner: String!, $note: String!) {
  assignDiscrepancy(discrepancy: $id, owner: $owner, note: $note) {
    discrepancy {
      owner
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<AssignOneMutation, AssignOneMutationVariables>;
export const CloseDayDocument = new TypedDocumentString(`
    mutation CloseDay($id: ID!) {
  closeReconciliation(id: $id) {
    reconciliation {
      closedAt
      closedBy
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CloseDayMutation, CloseDayMutationVariables>;
export const SetDayOffDocument = new TypedDocumentString(`
    mutation SetDayOff($input: CalendarDayInput!) {
  setCalendarDay(input: $input) {
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetDayOffMutation, SetDayOffMutationVariables>;
export const BatchesDueDocument = new TypedDocumentString(`
    query BatchesDue($day: LocalDate!) {
  settlementBatches(from: $day, to: $day) {
    nodes {
      dueOn
      state
    }
  }
}
    `) as unknown as TypedDocumentString<BatchesDueQuery, BatchesDueQueryVariables>;
export const StartOfMerchantDocument = new TypedDocumentString(`
    mutation StartOfMerchant($day: LocalDate!, $merchant: ID) {
  startReconciliation(provider: VNPAY, businessDate: $day, merchant: $merchant) {
    reconciliation {
      id
      status
      rejection
    }
    reconciliations {
      id
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<StartOfMerchantMutation, StartOfMerchantMutationVariables>;
export const DiscrepancyPageDocument = new TypedDocumentString(`
    query DiscrepancyPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  reconciliation(id: $id) {
    merchant {
      code
      unit {
        code
      }
    }
    discrepancies(
      first: $first
      after: $after
      last: $last
      before: $before
      open: true
    ) {
      totalCount
      nodes {
        reference
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DiscrepancyPageQuery, DiscrepancyPageQueryVariables>;
export const StatementFilesDocument = new TypedDocumentString(`
    query StatementFiles($state: StatementFileState) {
  statementFiles(state: $state) {
    path
    provider
    state
    businessDate
    version
    reason
    seenAt
  }
}
    `) as unknown as TypedDocumentString<StatementFilesQuery, StatementFilesQueryVariables>;
export const StatementAlertsDocument = new TypedDocumentString(`
    query StatementAlerts {
  alerts {
    kind
    target
    message
    recoveredAt
  }
}
    `) as unknown as TypedDocumentString<StatementAlertsQuery, StatementAlertsQueryVariables>;
export const FetchAlertsDocument = new TypedDocumentString(`
    query FetchAlerts {
  alerts(first: 100) {
    kind
    target
    message
    recoveredAt
  }
}
    `) as unknown as TypedDocumentString<FetchAlertsQuery, FetchAlertsQueryVariables>;
export const StatementVersionsDocument = new TypedDocumentString(`
    query StatementVersions($from: LocalDate!, $to: LocalDate!, $unit: ID, $provider: PaymentProvider) {
  statements(from: $from, to: $to, unit: $unit, provider: $provider) {
    provider
    businessDate
    version
    rows
    gross
    fee
    feeVat
    net
    broughtBy
    generatedAt
    takenAt
    merchant {
      code
    }
    difference {
      added
      gone
      changed
      gross
      net
      rows {
        kind
        type
        reference
        providerTransactionId
        before {
          rowNo
          gross
          fee
          feeVat
          net
          status
        }
        after {
          rowNo
          gross
          fee
          feeVat
          net
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<StatementVersionsQuery, StatementVersionsQueryVariables>;
export const ReconcileVnpayDocument = new TypedDocumentString(`
    mutation ReconcileVnpay($day: LocalDate!) {
  startReconciliation(provider: VNPAY, businessDate: $day) {
    reconciliation {
      status
      matched
      statementTotal
      hubTotal
      discrepancies {
        nodes {
          kind
          hubAmount
          statementAmount
        }
      }
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ReconcileVnpayMutation, ReconcileVnpayMutationVariables>;
export const WriteOffDocument = new TypedDocumentString(`
    mutation WriteOff($id: ID!) {
  resolveDiscrepancy(
    discrepancy: $id
    resolution: WRITE_OFF
    note: "không rõ nguồn"
  ) {
    discrepancy {
      resolution
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<WriteOffMutation, WriteOffMutationVariables>;
export const WrittenOffDayDocument = new TypedDocumentString(`
    query WrittenOffDay($day: LocalDate!) {
  reconciliations(from: $day, to: $day) {
    discrepancies(first: 10) {
      nodes {
        id
        kind
        resolution
      }
    }
  }
}
    `) as unknown as TypedDocumentString<WrittenOffDayQuery, WrittenOffDayQueryVariables>;
export const RateBadlyDocument = new TypedDocumentString(`
    mutation RateBadly($dossier: ID!) {
  rateDossier(dossier: $dossier, rating: 2) {
    dossier {
      rating
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RateBadlyMutation, RateBadlyMutationVariables>;
export const DrawersOfCashDocument = new TypedDocumentString(`
    query DrawersOfCash($states: [CashDrawerState!]) {
  cashDrawers(first: 50, states: $states) {
    nodes {
      id
      officer
      day
      state
      payments
      expected
      counted
      difference
      note
      acceptedBy
      unit {
        code
      }
      deposit {
        slipNumber
        amount
        arrivedAt
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DrawersOfCashQuery, DrawersOfCashQueryVariables>;
export const CountTheDrawerDocument = new TypedDocumentString(`
    mutation CountTheDrawer($drawer: ID!, $pieces: [CashPieces!]!, $note: String) {
  countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note) {
    drawer {
      state
      counted
      difference
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CountTheDrawerMutation, CountTheDrawerMutationVariables>;
export const AcceptTheDrawerDocument = new TypedDocumentString(`
    mutation AcceptTheDrawer($drawer: ID!) {
  acceptCashDrawer(drawer: $drawer) {
    drawer {
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptTheDrawerMutation, AcceptTheDrawerMutationVariables>;
export const DepositTheCashDocument = new TypedDocumentString(`
    mutation DepositTheCash($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!) {
  depositCash(
    drawers: $drawers
    account: $account
    slipNumber: $slip
    depositedOn: $day
  ) {
    deposit {
      id
      amount
      arrivedAt
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DepositTheCashMutation, DepositTheCashMutationVariables>;
export const CashOnTheWayDocument = new TypedDocumentString(`
    query CashOnTheWay($arrived: Boolean) {
  cashDeposits(arrived: $arrived) {
    id
    slipNumber
    amount
  }
}
    `) as unknown as TypedDocumentString<CashOnTheWayQuery, CashOnTheWayQueryVariables>;
export const CreditOfTheDepositDocument = new TypedDocumentString(`
    mutation CreditOfTheDeposit($credit: ID!, $deposit: ID!) {
  assignCreditToDeposit(credit: $credit, deposit: $deposit, note: "theo sổ phụ") {
    deposit {
      arrivedAt
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<CreditOfTheDepositMutation, CreditOfTheDepositMutationVariables>;
export const CreditsBesideCashDocument = new TypedDocumentString(`
    query CreditsBesideCash {
  accountCredits(first: 50) {
    nodes {
      id
      amount
      state
      bankReference
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsBesideCashQuery, CreditsBesideCashQueryVariables>;
export const GiveCashBackDocument = new TypedDocumentString(`
    mutation GiveCashBack($payment: ID!, $key: ID!) {
  refundPayment(payment: $payment, reason: "nộp nhầm hồ sơ", idempotencyKey: $key) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<GiveCashBackMutation, GiveCashBackMutationVariables>;
export const CashToGiveBackDocument = new TypedDocumentString(`
    query CashToGiveBack {
  refunds(states: [READY], first: 50) {
    nodes {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<CashToGiveBackQuery, CashToGiveBackQueryVariables>;
export const CashGivenBackDocument = new TypedDocumentString(`
    mutation CashGivenBack($refund: ID!) {
  concludeRefund(refund: $refund, paid: true, note: "đã trả tại quầy") {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CashGivenBackMutation, CashGivenBackMutationVariables>;
export const EverythingInPagesDocument = new TypedDocumentString(`
    query EverythingInPages($first: Int) {
  dossiers(first: $first) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        ...Everything
      }
    }
  }
}
    fragment Everything on Dossier {
  id
  code
  nationalCode
  origin
  ownerKind
  ownerName
  channel
  status
  timeliness
  submittedAt
  acceptedAt
  dueAt
  resolvedAt
  returnedAt
  voidedAt
  summary
  version
  rating
  unidentified
  feesSettled
  amountDue
  amountPaid
  procedure {
    code
    name
    field
    workingDays
    fee
    active
    provisional
  }
  receivingUnit {
    code
    name
    kind
    agencyCode
    latitude
    longitude
    parent {
      code
    }
    receptionPoints {
      code
      name
      address
    }
  }
  handlingUnit {
    code
    name
    parent {
      name
      units {
        code
      }
    }
  }
  applicant {
    id
    fullName
    nationalId
    maskedNationalId
    dateOfBirth
    assuranceLevel
    verifiedAt
    identified
  }
  organization {
    id
    name
    taxCode
  }
  events {
    id
    at
    status
    actor
    title
    department
    note
    unusual
  }
  supplements {
    number
    requestedAt
    requestedBy
    content
    receivedAt
    previousDueAt
    newDueAt
  }
  documents {
    id
    name
    componentCode
    url
    digitized
    reused
    isResult
    sha256
  }
  fees {
    code
    name
    kind
    amount
    exemptedAmount
    collection
  }
  payments {
    id
    reference
    provider
    external
    amount
    refundedAmount
    status
    checkoutUrl
    qrPayload
    providerTransactionId
    createdAt
    expiresAt
    paidAt
    merchant {
      id
      code
      provider
      name
      unit {
        code
        name
      }
    }
    payer {
      id
      fullName
    }
    receipt {
      number
    }
    entries {
      id
      account
      debit
      credit
      memo
    }
    dossier {
      id
      code
      status
    }
  }
  synchronizations {
    id
    connector {
      id
      kind
      state
    }
    dossier {
      code
    }
    subject
    unit {
      code
      name
    }
    operation
    sequence
    state
    attempts
    requestedAt
    deliveredAt
    errorCode
    lastError
  }
}`) as unknown as TypedDocumentString<EverythingInPagesQuery, EverythingInPagesQueryVariables>;
export const EverythingInAListDocument = new TypedDocumentString(`
    query EverythingInAList($first: Int) {
  dossiers(first: $first) {
    totalCount
    nodes {
      ...Everything
    }
  }
}
    fragment Everything on Dossier {
  id
  code
  nationalCode
  origin
  ownerKind
  ownerName
  channel
  status
  timeliness
  submittedAt
  acceptedAt
  dueAt
  resolvedAt
  returnedAt
  voidedAt
  summary
  version
  rating
  unidentified
  feesSettled
  amountDue
  amountPaid
  procedure {
    code
    name
    field
    workingDays
    fee
    active
    provisional
  }
  receivingUnit {
    code
    name
    kind
    agencyCode
    latitude
    longitude
    parent {
      code
    }
    receptionPoints {
      code
      name
      address
    }
  }
  handlingUnit {
    code
    name
    parent {
      name
      units {
        code
      }
    }
  }
  applicant {
    id
    fullName
    nationalId
    maskedNationalId
    dateOfBirth
    assuranceLevel
    verifiedAt
    identified
  }
  organization {
    id
    name
    taxCode
  }
  events {
    id
    at
    status
    actor
    title
    department
    note
    unusual
  }
  supplements {
    number
    requestedAt
    requestedBy
    content
    receivedAt
    previousDueAt
    newDueAt
  }
  documents {
    id
    name
    componentCode
    url
    digitized
    reused
    isResult
    sha256
  }
  fees {
    code
    name
    kind
    amount
    exemptedAmount
    collection
  }
  payments {
    id
    reference
    provider
    external
    amount
    refundedAmount
    status
    checkoutUrl
    qrPayload
    providerTransactionId
    createdAt
    expiresAt
    paidAt
    merchant {
      id
      code
      provider
      name
      unit {
        code
        name
      }
    }
    payer {
      id
      fullName
    }
    receipt {
      number
    }
    entries {
      id
      account
      debit
      credit
      memo
    }
    dossier {
      id
      code
      status
    }
  }
  synchronizations {
    id
    connector {
      id
      kind
      state
    }
    dossier {
      code
    }
    subject
    unit {
      code
      name
    }
    operation
    sequence
    state
    attempts
    requestedAt
    deliveredAt
    errorCode
    lastError
  }
}`) as unknown as TypedDocumentString<EverythingInAListQuery, EverythingInAListQueryVariables>;
export const LookUpDocument = new TypedDocumentString(`
    query LookUp($id: ID, $nationalId: NationalId, $purpose: String!) {
  citizen(id: $id, nationalId: $nationalId, purpose: $purpose) {
    id
    fullName
    nationalId
    maskedNationalId
    dateOfBirth
  }
}
    `) as unknown as TypedDocumentString<LookUpQuery, LookUpQueryVariables>;
export const OwnAccessLogDocument = new TypedDocumentString(`
    query OwnAccessLog($first: Int, $after: String, $last: Int, $before: String) {
  viewer {
    citizen {
      accessLog(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        nodes {
          actor
          purpose
          fields
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnAccessLogQuery, OwnAccessLogQueryVariables>;
export const IngestOutcomesDocument = new TypedDocumentString(`
    mutation IngestOutcomes($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) {
    created
    results {
      outcome
      dossier {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestOutcomesMutation, IngestOutcomesMutationVariables>;
export const ConnectorStatesDocument = new TypedDocumentString(`
    query ConnectorStates {
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
    `) as unknown as TypedDocumentString<ConnectorStatesQuery, ConnectorStatesQueryVariables>;
export const PauseConnectorDocument = new TypedDocumentString(`
    mutation PauseConnector($id: ID!) {
  pauseConnector(id: $id) {
    connector {
      id
      state
      pending
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PauseConnectorMutation, PauseConnectorMutationVariables>;
export const ResumeConnectorDocument = new TypedDocumentString(`
    mutation ResumeConnector($id: ID!) {
  resumeConnector(id: $id) {
    connector {
      id
      state
      pending
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ResumeConnectorMutation, ResumeConnectorMutationVariables>;
export const SynchronizationListDocument = new TypedDocumentString(`
    query SynchronizationList($connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime, $first: Int, $after: String, $last: Int, $before: String) {
  synchronizations(
    connector: $connector
    unit: $unit
    dossier: $dossier
    states: $states
    errorCode: $errorCode
    olderThan: $olderThan
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    totalCount
    nodes {
      id
      subject
      state
      attempts
      lastError
      errorCode
      unit {
        code
      }
      dossier {
        id
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<SynchronizationListQuery, SynchronizationListQueryVariables>;
export const SubmitDossierDocument = new TypedDocumentString(`
    mutation SubmitDossier($input: SubmitDossierInput!) {
  submitDossier(input: $input) {
    dossier {
      id
      code
      version
      status
      origin
      channel
      submittedAt
      acceptedAt
      dueAt
      ownerKind
      ownerName
      summary
      procedure {
        code
      }
      receivingUnit {
        code
      }
      handlingUnit {
        code
      }
      applicant {
        fullName
        identified
      }
      organization {
        name
        taxCode
      }
      documents {
        name
        sha256
        isResult
      }
      fees {
        code
        name
        kind
        amount
        collection
      }
      events {
        status
        actor
        department
        note
        unusual
      }
      amountDue
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitDossierMutation, SubmitDossierMutationVariables>;
export const MoveDossierDocument = new TypedDocumentString(`
    mutation MoveDossier($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    dossier {
      id
      version
      status
      acceptedAt
      dueAt
      resolvedAt
      returnedAt
      supplements {
        number
        requestedAt
        requestedBy
        content
        receivedAt
        previousDueAt
        newDueAt
      }
      documents {
        name
        isResult
      }
      fees {
        code
        amount
      }
      events {
        status
        actor
        department
        note
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MoveDossierMutation, MoveDossierMutationVariables>;
export const VoidDossierDocument = new TypedDocumentString(`
    mutation VoidDossier($dossier: ID!, $reason: String!, $expectedVersion: Int) {
  voidDossier(
    dossier: $dossier
    reason: $reason
    expectedVersion: $expectedVersion
  ) {
    dossier {
      id
      version
      status
      voidedAt
      timeliness
      events {
        status
        actor
        note
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<VoidDossierMutation, VoidDossierMutationVariables>;
export const ReconciliationIdsDocument = new TypedDocumentString(`
    query ReconciliationIds {
  reconciliations {
    id
  }
}
    `) as unknown as TypedDocumentString<ReconciliationIdsQuery, ReconciliationIdsQueryVariables>;
export const BatchesOfTheProvinceDocument = new TypedDocumentString(`
    query BatchesOfTheProvince($from: LocalDate, $to: LocalDate) {
  settlementBatches(first: 50, from: $from, to: $to) {
    totalCount
    nodes {
      id
      batch
      provider
      lastDay
      dueOn
      gross
      refunded
      fees
      adjustments
      net
      credited
      writtenOff
      open
      state
      merchant {
        code
        settlementAccount
      }
      credits {
        amount
        credit {
          amount
          state
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BatchesOfTheProvinceQuery, BatchesOfTheProvinceQueryVariables>;
export const DayWithPayoutsDocument = new TypedDocumentString(`
    query DayWithPayouts($id: ID!) {
  reconciliation(id: $id) {
    status
    statementTotal
    hubTotal
    closedAt
    discrepancies(first: 50) {
      nodes {
        id
        kind
        reference
        hubAmount
        statementAmount
        detail
        resolution
        needsApproval
      }
    }
    steps {
      action
      note
    }
  }
}
    `) as unknown as TypedDocumentString<DayWithPayoutsQuery, DayWithPayoutsQueryVariables>;
export const CreditsOfPayoutsDocument = new TypedDocumentString(`
    query CreditsOfPayouts {
  accountCredits(first: 100) {
    nodes {
      id
      amount
      state
    }
  }
}
    `) as unknown as TypedDocumentString<CreditsOfPayoutsQuery, CreditsOfPayoutsQueryVariables>;
export const PayoutOfBatchesDocument = new TypedDocumentString(`
    mutation PayoutOfBatches($credit: ID!, $batches: [ID!]!) {
  assignCreditToBatches(credit: $credit, batches: $batches, note: "đã hỏi VNPAY") {
    credit {
      state
      proposedBy
      proposedBatches {
        id
      }
      batches {
        id
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PayoutOfBatchesMutation, PayoutOfBatchesMutationVariables>;
export const ResolvePayoutDocument = new TypedDocumentString(`
    mutation ResolvePayout($id: ID!, $resolution: DiscrepancyResolution!) {
  resolveDiscrepancy(
    discrepancy: $id
    resolution: $resolution
    note: "phí chuyển tiền"
  ) {
    discrepancy {
      resolution
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ResolvePayoutMutation, ResolvePayoutMutationVariables>;
export const OwnPayoutDocument = new TypedDocumentString(`
    mutation OwnPayout($id: ID!) {
  assignDiscrepancy(discrepancy: $id, owner: "ke-toan-01", note: "theo dõi") {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<OwnPayoutMutation, OwnPayoutMutationVariables>;
export const ClosePayoutDayDocument = new TypedDocumentString(`
    mutation ClosePayoutDay($id: ID!) {
  closeReconciliation(id: $id) {
    reconciliation {
      closedAt
    }
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<ClosePayoutDayMutation, ClosePayoutDayMutationVariables>;
export const DossierChangedDocument = new TypedDocumentString(`
    subscription DossierChanged($unit: ID, $dossier: ID) {
  dossierChanged(unit: $unit, dossier: $dossier) {
    code
    status
    version
    applicant {
      fullName
    }
    amountPaid
    payments {
      status
    }
  }
}
    `) as unknown as TypedDocumentString<DossierChangedSubscription, DossierChangedSubscriptionVariables>;
export const PaymentChangedDocument = new TypedDocumentString(`
    subscription PaymentChanged($payment: ID!) {
  paymentChanged(payment: $payment) {
    reference
    status
    dossier {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentChangedSubscription, PaymentChangedSubscriptionVariables>;
export const ConnectorChangedDocument = new TypedDocumentString(`
    subscription ConnectorChanged {
  connectorChanged {
    id
    state
  }
}
    `) as unknown as TypedDocumentString<ConnectorChangedSubscription, ConnectorChangedSubscriptionVariables>;
export const PauseForListenersDocument = new TypedDocumentString(`
    mutation PauseForListeners($id: ID!) {
  pauseConnector(id: $id) {
    connector {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<PauseForListenersMutation, PauseForListenersMutationVariables>;
export const PayForListenersDocument = new TypedDocumentString(`
    mutation PayForListeners($input: CreatePaymentInput!) {
  createPayment(input: $input) {
    payment {
      id
      reference
      status
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PayForListenersMutation, PayForListenersMutationVariables>;
export const IngestForListenersDocument = new TypedDocumentString(`
    mutation IngestForListeners($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) {
    results {
      outcome
      dossier {
        id
        code
        version
      }
      userErrors {
        code
        field
        message
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestForListenersMutation, IngestForListenersMutationVariables>;
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
export const DossierCodesDocument = new TypedDocumentString(`
    query DossierCodes {
  dossiers {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DossierCodesQuery, DossierCodesQueryVariables>;
export const DossierCountDocument = new TypedDocumentString(`
    query DossierCount {
  dossiers(first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DossierCountQuery, DossierCountQueryVariables>;
export const ProcedureCodesDocument = new TypedDocumentString(`
    query ProcedureCodes {
  procedures {
    code
  }
}
    `) as unknown as TypedDocumentString<ProcedureCodesQuery, ProcedureCodesQueryVariables>;
export const IngestWithEventsDocument = new TypedDocumentString(`
    mutation IngestWithEvents($input: [DossierIngestInput!]!) {
  ingestDossiers(input: $input) {
    created
    updated
    unchanged
    stale
    rejected
    unusualSteps
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
        status
        events {
          id
          at
          status
          actor
          unusual
          note
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<IngestWithEventsMutation, IngestWithEventsMutationVariables>;
export const ApproveRuleChangeDocument = new TypedDocumentString(`
    mutation ApproveRuleChange($change: ID!, $approve: Boolean!) {
  approveRuleChange(change: $change, approve: $approve) {
    change {
      approved
      decidedBy
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveRuleChangeMutation, ApproveRuleChangeMutationVariables>;
export const RefundForEReceiptDocument = new TypedDocumentString(`
    mutation RefundForEReceipt($payment: ID!, $amount: Vnd, $key: ID!) {
  refundPayment(
    payment: $payment
    reason: "nộp nhầm"
    idempotencyKey: $key
    amount: $amount
  ) {
    userErrors {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<RefundForEReceiptMutation, RefundForEReceiptMutationVariables>;
export const NodeOfDossierDocument = new TypedDocumentString(`
    query NodeOfDossier($dossier: ID!) {
  node(id: $dossier) {
    __typename
    id
    ... on Dossier {
      code
      applicant {
        fullName
      }
      amountDue
    }
  }
}
    `) as unknown as TypedDocumentString<NodeOfDossierQuery, NodeOfDossierQueryVariables>;
export const NodeOfPaymentDocument = new TypedDocumentString(`
    query NodeOfPayment($payment: ID!) {
  node(id: $payment) {
    __typename
    id
    ... on Payment {
      reference
      payer {
        fullName
      }
      dossier {
        code
        amountDue
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NodeOfPaymentQuery, NodeOfPaymentQueryVariables>;
export const NodeOfSynchronizationDocument = new TypedDocumentString(`
    query NodeOfSynchronization($synchronization: ID!) {
  node(id: $synchronization) {
    __typename
    id
    ... on Synchronization {
      subject
      operation
      unit {
        name
      }
      dossier {
        code
        applicant {
          fullName
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NodeOfSynchronizationQuery, NodeOfSynchronizationQueryVariables>;
export const NodeOfReconciliationDocument = new TypedDocumentString(`
    query NodeOfReconciliation($reconciliation: ID!) {
  node(id: $reconciliation) {
    __typename
    id
    ... on Reconciliation {
      status
      merchant {
        code
      }
      discrepancies {
        nodes {
          kind
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NodeOfReconciliationQuery, NodeOfReconciliationQueryVariables>;
export const NodeOfDiscrepancyDocument = new TypedDocumentString(`
    query NodeOfDiscrepancy($discrepancy: ID!) {
  node(id: $discrepancy) {
    __typename
    id
    ... on Discrepancy {
      kind
      reference
      detail
      payment {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NodeOfDiscrepancyQuery, NodeOfDiscrepancyQueryVariables>;
export const NodeOfCitizenDocument = new TypedDocumentString(`
    query NodeOfCitizen($citizen: ID!) {
  node(id: $citizen) {
    __typename
    id
    ... on Citizen {
      fullName
      dossiers {
        nodes {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NodeOfCitizenQuery, NodeOfCitizenQueryVariables>;
export const FormsLastPageDocument = new TypedDocumentString(`
    query FormsLastPage {
  dossiers(
    filter: {channels: [ONLINE], statuses: [RETURNED, RESOLVED]}
    orderBy: DUE_AT_ASC
    last: 7
  ) {
    totalCount
    pageInfo {
      hasNextPage
      hasPreviousPage
    }
    nodes {
      code
      dueAt
      amountDue
    }
  }
}
    `) as unknown as TypedDocumentString<FormsLastPageQuery, FormsLastPageQueryVariables>;
export const FormsConditionsDocument = new TypedDocumentString(`
    query FormsConditions($dossier: ID!, $payment: ID!, $yes: Boolean!, $no: Boolean = false) {
  first: node(id: $dossier) {
    ...Any
    ... on Dossier {
      due: amountDue
      paid: amountPaid @include(if: $yes)
      payments @include(if: $no) {
        id
      }
    }
  }
  second: node(id: $payment) {
    ...Any
    ... on Payment {
      of: dossier {
        number: code
        who: applicant @skip(if: $yes) {
          fullName
        }
        due: amountDue
      }
    }
  }
  third: dossier(id: $dossier) {
    ...One @skip(if: $no)
    ...Two @include(if: $no)
  }
}
    fragment Any on Node {
  __typename
  id
}
fragment One on Dossier {
  synchronizations {
    connector {
      id
    }
    state
  }
}
fragment Two on Dossier {
  applicant {
    fullName
  }
}`) as unknown as TypedDocumentString<FormsConditionsQuery, FormsConditionsQueryVariables>;
export const FormsPaymentsDocument = new TypedDocumentString(`
    query FormsPayments {
  payments(first: 30, orderBy: CREATED_AT_ASC) {
    totalCount
    nodes {
      reference
      status
      amount
      merchant {
        code
        unit {
          name
          kind
        }
      }
      payer {
        fullName
        nationalId
      }
      entries {
        account
        debit
        credit
      }
      dossier {
        code
        status
        procedure {
          name
        }
        handlingUnit {
          name
        }
        fees {
          amount
        }
        amountDue
        summary
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormsPaymentsQuery, FormsPaymentsQueryVariables>;
export const FormsReconciliationDocument = new TypedDocumentString(`
    query FormsReconciliation($reconciliation: ID!) {
  reconciliation(id: $reconciliation) {
    provider
    businessDate
    status
    statementRows
    matched
    discrepancyCount
    statementTotal
    hubTotal
    merchant {
      code
      unit {
        name
      }
    }
    discrepancies(open: true) {
      totalCount
      nodes {
        id
        kind
        reference
        hubAmount
        statementAmount
        detail
        payment {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormsReconciliationQuery, FormsReconciliationQueryVariables>;
export const FormsConnectorsDocument = new TypedDocumentString(`
    query FormsConnectors {
  connectors {
    id
    kind
    state
    pending
    parked
    oldestPendingAt
    lastError
  }
  synchronizations(states: [PENDING, RETRYING, PARKED], first: 20) {
    totalCount
    nodes {
      subject
      operation
      state
      unit {
        name
      }
      dossier {
        code
        status
        procedure {
          name
        }
        applicant {
          fullName
        }
      }
    }
  }
  synchronizationProblems {
    errorCode
    count
    units
  }
}
    `) as unknown as TypedDocumentString<FormsConnectorsQuery, FormsConnectorsQueryVariables>;
export const FormsCitizenDocument = new TypedDocumentString(`
    query FormsCitizen($citizen: ID!) {
  citizen(id: $citizen, purpose: "đối chiếu") {
    id
    fullName
    nationalId
    maskedNationalId
    dossiers(first: 3) {
      totalCount
      nodes {
        code
        amountDue
        applicant {
          fullName
        }
      }
    }
    payments {
      totalCount
      nodes {
        reference
        dossier {
          code
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormsCitizenQuery, FormsCitizenQueryVariables>;
export const FormsViewerDocument = new TypedDocumentString(`
    query FormsViewer {
  viewer {
    subject
    roles
    unit {
      code
    }
    citizen {
      fullName
      nationalId
      accessLog {
        totalCount
        nodes {
          id
          actor
          purpose
          fields
          at
        }
      }
      dossiers {
        nodes {
          code
          amountDue
          payments {
            reference
          }
        }
      }
      payments {
        nodes {
          reference
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormsViewerQuery, FormsViewerQueryVariables>;
export const FormsOfficerDocument = new TypedDocumentString(`
    query FormsOfficer {
  viewer {
    subject
    roles
    unit {
      name
    }
    citizen {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<FormsOfficerQuery, FormsOfficerQueryVariables>;
export const FormsNobodyDocument = new TypedDocumentString(`
    query FormsNobody {
  viewer {
    subject
  }
  node(id: "dos_x") {
    id
  }
  procedures(search: "khai sinh") {
    code
    name
    fee
    workingDays
  }
  administrativeUnit(code: "96") {
    name
    units {
      code
      kind
      receptionPoints {
        name
      }
    }
    dossiers {
      totalCount
    }
    indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
      dossiersReceived
      receivedOnline
      dossiersWithFee
      paidOnline
      onlinePaymentRate
      groups {
        code
        score
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormsNobodyQuery, FormsNobodyQueryVariables>;
export const FormsChangesDocument = new TypedDocumentString(`
    query FormsChanges {
  sourceChanges(source: "test") {
    cursor
    kind
    dossierCode
  }
}
    `) as unknown as TypedDocumentString<FormsChangesQuery, FormsChangesQueryVariables>;
export const FormsThereAndBackDocument = new TypedDocumentString(`
    query FormsThereAndBack {
  dossiers(first: 12) {
    nodes {
      code
      amountDue
      payments {
        reference
        dossier {
          key: id
          amountDue
          amountPaid
          payments {
            status
            dossier {
              code
              amountDue
            }
          }
        }
      }
      synchronizations {
        state
        dossier {
          code
          synchronizations {
            sequence
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FormsThereAndBackQuery, FormsThereAndBackQueryVariables>;
export const FormsUnknownDocument = new TypedDocumentString(`
    query FormsUnknown {
  dossier(code: "H12.1-250701-9999") {
    code
    amountDue
  }
}
    `) as unknown as TypedDocumentString<FormsUnknownQuery, FormsUnknownQueryVariables>;
export const RateDocument = new TypedDocumentString(`
    mutation Rate($dossier: ID!, $rating: Int!) {
  rateDossier(dossier: $dossier, rating: $rating) {
    dossier {
      code
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RateMutation, RateMutationVariables>;
export const DossiersOfFilterDocument = new TypedDocumentString(`
    query DossiersOfFilter($filter: DossierFilter) {
  dossiers(filter: $filter) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DossiersOfFilterQuery, DossiersOfFilterQueryVariables>;
export const PageTooLongDocument = new TypedDocumentString(`
    query PageTooLong {
  dossiers(first: 101) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<PageTooLongQuery, PageTooLongQueryVariables>;
export const BothEndsOfAPageDocument = new TypedDocumentString(`
    query BothEndsOfAPage {
  payments(first: 1, last: 2) {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<BothEndsOfAPageQuery, BothEndsOfAPageQueryVariables>;
export const CursorThatIsNoneDocument = new TypedDocumentString(`
    query CursorThatIsNone {
  synchronizations(after: "x") {
    nodes {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CursorThatIsNoneQuery, CursorThatIsNoneQueryVariables>;
export const NumberThatIsNoneDocument = new TypedDocumentString(`
    query NumberThatIsNone {
  citizen(nationalId: "12", purpose: "x") {
    id
  }
}
    `) as unknown as TypedDocumentString<NumberThatIsNoneQuery, NumberThatIsNoneQueryVariables>;
export const LookUpWithoutPurposeDocument = new TypedDocumentString(`
    query LookUpWithoutPurpose {
  citizen(nationalId: "096885123456", purpose: " ") {
    id
  }
}
    `) as unknown as TypedDocumentString<LookUpWithoutPurposeQuery, LookUpWithoutPurposeQueryVariables>;
export const DayThatIsNoneDocument = new TypedDocumentString(`
    query DayThatIsNone {
  dossiers(filter: {submittedFrom: "2025-02-30T00:00:00Z"}) {
    nodes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<DayThatIsNoneQuery, DayThatIsNoneQueryVariables>;
export const TwoKeysDocument = new TypedDocumentString(`
    query TwoKeys {
  dossier(id: "a", code: "b") {
    code
  }
}
    `) as unknown as TypedDocumentString<TwoKeysQuery, TwoKeysQueryVariables>;
export const TooMuchDocument = new TypedDocumentString(`
    query TooMuch {
  dossiers(first: 100) {
    nodes {
      handlingUnit {
        dossiers(first: 100) {
          nodes {
            events {
              id
            }
            payments {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TooMuchQuery, TooMuchQueryVariables>;
export const PaymentOfUnknownDocument = new TypedDocumentString(`
    mutation PaymentOfUnknown {
  createPayment(input: {dossier: "x", provider: CASH, idempotencyKey: "1"}) {
    payment {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PaymentOfUnknownMutation, PaymentOfUnknownMutationVariables>;
export const PauseOfNoneDocument = new TypedDocumentString(`
    mutation PauseOfNone {
  pauseConnector(id: "x") {
    connector {
      id
      state
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<PauseOfNoneMutation, PauseOfNoneMutationVariables>;
export const RefundDocument = new TypedDocumentString(`
    mutation Refund($payment: ID!) {
  refundPayment(
    payment: $payment
    reason: "x"
    amount: 999999999
    idempotencyKey: "1"
  ) {
    payment {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<RefundMutation, RefundMutationVariables>;
export const VerifyDocument = new TypedDocumentString(`
    mutation Verify($citizen: ID!) {
  verifyCitizen(citizen: $citizen, purpose: "x") {
    citizen {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyMutation, VerifyMutationVariables>;
export const MoveDocument = new TypedDocumentString(`
    mutation Move($dossier: ID!) {
  moveDossier(input: {dossier: $dossier, to: REFUSED}) {
    dossier {
      id
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MoveMutation, MoveMutationVariables>;
export const OpenPaymentDocument = new TypedDocumentString(`
    mutation OpenPayment($input: CreatePaymentInput!) {
  createPayment(input: $input) {
    payment {
      id
      reference
      status
      amount
      checkoutUrl
      qrPayload
      external
      merchant {
        code
      }
      paidAt
      expiresAt
      entries {
        account
        debit
        credit
      }
    }
    userErrors {
      code
      field
    }
  }
}
    `) as unknown as TypedDocumentString<OpenPaymentMutation, OpenPaymentMutationVariables>;
export const QuarterFiguresDocument = new TypedDocumentString(`
    query QuarterFigures($unit: ID!) {
  administrativeUnit(code: $unit) {
    indicators(period: {from: "2025-07-01", to: "2025-09-30"}) {
      dossiersReceived
      dossiersReceivedAtCommunes
      receivedOnline
      dossiersWithFee
      paidOnline
      onlineFilingRate
      onlinePaymentRate
      resolvedOnTimeRate
      digitizedResultRate
      satisfactionRate
    }
  }
}
    `) as unknown as TypedDocumentString<QuarterFiguresQuery, QuarterFiguresQueryVariables>;
export const RegisterSourceDocument = new TypedDocumentString(`
    mutation RegisterSource($input: RegisterSourceInput!) {
  registerSource(input: $input) {
    source {
      name
      mode
      url
      active
      unit {
        code
      }
      connector {
        id
        kind
      }
      createdBy
      changedBy
      previousSecretUntil
    }
    secret
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterSourceMutation, RegisterSourceMutationVariables>;
export const MoveForSourceDocument = new TypedDocumentString(`
    mutation MoveForSource($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    dossier {
      id
      version
      status
    }
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<MoveForSourceMutation, MoveForSourceMutationVariables>;
export const DossierForSourceDocument = new TypedDocumentString(`
    query DossierForSource($code: String!) {
  dossier(code: $code) {
    id
    version
    status
    rating
    events {
      status
      note
    }
    synchronizations {
      sequence
      operation
      state
      connector {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DossierForSourceQuery, DossierForSourceQueryVariables>;