import { type DossierStatus, nationalCodeOf } from '../../../platform/graphql/enums.ts';
import type { Message } from '../../../platform/language.ts';

/** The ten national states as people know them. */
export const STATE_LABELS: Readonly<Record<DossierStatus, Message>> = {
  SUBMITTED: { vi: 'Mới đăng ký', en: 'Filed' },
  ACCEPTED: { vi: 'Được tiếp nhận', en: 'Received' },
  REFUSED: { vi: 'Không được tiếp nhận', en: 'Refused' },
  PROCESSING: { vi: 'Đang xử lý', en: 'In processing' },
  SUPPLEMENT_REQUESTED: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Papers requested' },
  PAYMENT_REQUESTED: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  WITHDRAWAL_REQUESTED: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  STOPPED: { vi: 'Dừng xử lý', en: 'Stopped' },
  RESOLVED: { vi: 'Đã xử lý xong', en: 'Resolved' },
  RETURNED: { vi: 'Đã trả kết quả', en: 'Returned' },
};

/** A state as a message names it: its Vietnamese label, which stands on every paper, with its code in the graph and the nation's number. */
export function nameOfState(status: DossierStatus): string {
  return `“${STATE_LABELS[status].vi}” (${status}, ${nationalCodeOf(status)})`;
}
