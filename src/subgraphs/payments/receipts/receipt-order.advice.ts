import type { Message } from '../../../platform/language.ts';

const WAITS: Message = {
  vi: 'Nhà cung cấp biên lai chưa trả lời được; hệ thống tự tra cứu rồi thử lại. Nếu kéo dài quá một giờ, hãy báo nhà cung cấp.',
  en: 'The receipt provider could not answer; the hub looks it up and tries again by itself. Should it last for more than an hour, tell the provider.',
};

/** By the beginning of the code; the first that fits counts. */
const TABLE: readonly [code: RegExp, advice: Message][] = [
  [/^(TIMEOUT|UNREACHABLE|CONNECTION|HTTP_5|UNREADABLE)/, WAITS],
  [
    /^(HTTP_4|NO_CONNECTOR)/,
    {
      vi: 'Kiểm tra địa chỉ, tài khoản và mật khẩu của nhà cung cấp biên lai trong cấu hình, rồi thử lại.',
      en: "Check the receipt provider's address, account and password in the settings, then have it tried again.",
    },
  ],
  [/^PAUSED/, { vi: 'Kết nối đang tạm dừng; cho chạy lại để gửi tiếp.', en: 'The connector is paused; resume it to go on.' }],
  [
    /^NO_SERIES/,
    {
      vi: 'Đơn vị chưa có mẫu và ký hiệu biên lai ở nhà cung cấp: khai báo trong E_RECEIPT_UNITS, hệ thống sẽ tự gửi.',
      en: 'The unit has no template and symbol at the provider: name them in E_RECEIPT_UNITS, the hub then sends it by itself.',
    },
  ],
  [
    /^(STATE_UNKNOWN|NOT_THERE|REPLACED|CANCELLED)/,
    {
      vi: 'Biên lai ở nhà cung cấp không ở trạng thái mà hệ thống mong đợi: xem biên lai tại đó theo khóa, sửa ở đó, rồi thử lại hoặc đề nghị đóng.',
      en: 'The receipt is not in the state that the hub expects: look at it at the provider by its key, put it right there, then try again or propose to close it.',
    },
  ],
  [
    /^AMOUNT_DIFFERS/,
    {
      vi: 'Số tiền trên biên lai khác khoản đã thu: hủy hoặc thay thế biên lai tại nhà cung cấp, ghi lại cách xử lý và đề nghị đóng.',
      en: 'The receipt is of another amount than the payment: cancel or replace it at the provider, note how, and propose to close it.',
    },
  ],
  [
    /^HUB_FAULT/,
    {
      vi: 'Lỗi của chính hệ thống: báo người vận hành kèm mã khóa biên lai.',
      en: "A fault of the hub's own: tell the operators, with the receipt's key.",
    },
  ],
  [
    /^/,
    {
      vi: 'Nhà cung cấp từ chối: đọc lý do, sửa điều được nêu rồi thử lại; nếu đã xử lý tại nhà cung cấp, hai kế toán đóng yêu cầu.',
      en: 'The provider refused: read its reason, put right what it names and try again; what was settled at the provider is closed by two accountants.',
    },
  ],
];

/** What a code means for whoever looks after receipts, and what to do; null: nothing is wrong. */
export function orderAdvice(code: string | null): Message | null {
  if (code === null) return null;
  return TABLE.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}
