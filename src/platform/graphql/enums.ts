interface DefinedEnum {
  enumeration: object;
  name: string;
  description: string;
  valuesConfig: Record<string, { description: string }>;
}

const DEFINED: DefinedEnum[] = [];

/** A GraphQL enum out of its values and their descriptions; the value is its own name. */
function defineEnum<const Values extends Record<string, string>>(
  name: string,
  description: string,
  values: Values,
): { [K in keyof Values]: K } {
  const enumeration = Object.fromEntries(Object.keys(values).map((value) => [value, value])) as { [K in keyof Values]: K };
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, text]) => [value, { description: text }]));
  DEFINED.push({ enumeration, name, description, valuesConfig });
  return enumeration;
}

/** The enums that were defined since this was last asked, for whoever builds a schema: a command that builds none loads no GraphQL. */
export function takeDefinedEnums(): DefinedEnum[] {
  return DEFINED.splice(0);
}

export { defineEnum };

export const DossierStatus = defineEnum(
  'DossierStatus',
  'State of a dossier (trạng thái hồ sơ), TrangThaiHoSo 1 … 10 of the national portal.',
  {
    SUBMITTED: 'Filed, not yet received (mới đăng ký), 1.',
    ACCEPTED: 'Received (được tiếp nhận), 2.',
    REFUSED: 'Refused at reception (không được tiếp nhận), 3.',
    PROCESSING: 'In processing (đang xử lý), 4.',
    SUPPLEMENT_REQUESTED: 'Waiting for papers of the applicant (yêu cầu bổ sung giấy tờ), 5.',
    PAYMENT_REQUESTED: 'Waiting for a financial obligation to be met (yêu cầu thực hiện nghĩa vụ tài chính), 6.',
    WITHDRAWAL_REQUESTED: 'Withdrawn by the applicant (công dân yêu cầu rút hồ sơ), 7.',
    STOPPED: 'Stopped after reception (dừng xử lý), 8.',
    RESOLVED: 'The result is ready (đã xử lý xong), 9.',
    RETURNED: 'The result has been returned (đã trả kết quả), 10.',
  },
);
export type DossierStatus = keyof typeof DossierStatus;

/** DossierStatus by its national code 1 … 10 and back. */
export const STATUS_BY_NATIONAL_CODE = Object.keys(DossierStatus) as DossierStatus[];
export function nationalCodeOf(status: DossierStatus): number {
  return STATUS_BY_NATIONAL_CODE.indexOf(status) + 1;
}

export const FilingChannel = defineEnum('FilingChannel', 'How a dossier was filed (kênh nộp).', {
  IN_PERSON: 'At the desk (trực tiếp).',
  ONLINE: 'Online (trực tuyến).',
  PUBLIC_POST: 'By public post (bưu chính công ích).',
});
export type FilingChannel = keyof typeof FilingChannel;

export const DossierOrigin = defineEnum('DossierOrigin', 'Where a dossier was filed (nơi nộp).', {
  NATIONAL_PORTAL: 'At the National Public Service Portal (Cổng Dịch vụ công quốc gia).',
  PROVINCE: 'In a system of the province (hệ thống của tỉnh).',
  MINISTRY_SYSTEM: "In a ministry's system, which reports it itself (hệ thống của bộ, ngành).",
});
export type DossierOrigin = keyof typeof DossierOrigin;

export const Timeliness = defineEnum('Timeliness', 'How a dossier stands to its due date (tiến độ).', {
  RUNNING: 'Within time (trong hạn).',
  DUE_SOON: 'Due within one working day (sắp đến hạn).',
  OVERDUE: 'Past its due date and not finished (quá hạn).',
  ON_TIME: 'Finished on time (đúng hạn).',
  LATE: 'Finished late (trễ hạn).',
  NOT_APPLICABLE: 'Has no due date or never began to run (không tính hạn).',
});
export type Timeliness = keyof typeof Timeliness;

export const PaymentProvider = defineEnum('PaymentProvider', 'Who carries a payment (đơn vị thanh toán).', {
  VNPAY: 'VNPAY.',
  MOMO: 'MoMo.',
  ZALOPAY: 'ZaloPay.',
  VIETQR: 'Bank transfer by QR (chuyển khoản VietQR).',
  NATIONAL_PLATFORM: "The national portal's payment platform (Nền tảng thanh toán Cổng DVCQG).",
  CASH: 'Cash at the desk (tiền mặt).',
});
export type PaymentProvider = keyof typeof PaymentProvider;

export const PaymentStatus = defineEnum('PaymentStatus', 'State of a payment (trạng thái thanh toán).', {
  PENDING: 'Asked for; no explicit success or failure yet (đang chờ).',
  SUCCEEDED: 'Paid (thành công).',
  FAILED: 'Explicitly failed (thất bại).',
  EXPIRED: 'Not paid in time (hết hạn).',
  REFUND_PENDING: 'A refund is on its way (đang hoàn).',
  REFUNDED: 'Refunded in full (đã hoàn).',
  PARTIALLY_REFUNDED: 'Refunded in part (hoàn một phần).',
});
export type PaymentStatus = keyof typeof PaymentStatus;
