import type { Message } from '../../platform/language.ts';

/** What a cause means and what to do about it. */
export interface Advice {
  message: Message;
  advice: Message;
}

const TRANSIENT: Message = {
  vi: 'Hệ thống tự gửi lại. Nếu kéo dài quá một giờ, hãy báo đơn vị vận hành hệ thống đó.',
  en: 'The hub sends it again by itself. Should it last for more than an hour, tell those who run that system.',
};

/** By the beginning of the code; the first that fits counts. */
const TABLE: readonly [pattern: RegExp, advice: Advice][] = [
  [
    /^TIMEOUT/,
    { message: { vi: 'Hệ thống bên ngoài không trả lời kịp.', en: 'The outside system did not answer in time.' }, advice: TRANSIENT },
  ],
  [
    /^(UNREACHABLE|CONNECTION)/,
    { message: { vi: 'Không kết nối được với hệ thống bên ngoài.', en: 'The outside system could not be reached.' }, advice: TRANSIENT },
  ],
  [
    /^SETTLING/,
    {
      message: {
        vi: 'Lần gửi trước chưa rõ kết quả, đang chờ tra cứu.',
        en: 'An earlier attempt got no answer; it is looked up before it is repeated.',
      },
      advice: TRANSIENT,
    },
  ],
  [
    /IN_DOUBT$/,
    {
      message: { vi: 'Không rõ nội dung đã đến hệ thống bên ngoài hay chưa.', en: 'It can not be told whether the content arrived.' },
      advice: {
        vi: 'Xem hồ sơ trên hệ thống bên ngoài; chỉ gửi lại nếu ở đó chưa có.',
        en: 'Look at the dossier in the outside system; retry only if it is not there.',
      },
    },
  ],
  [
    /^(HTTP_40[13]|SESSION|LOGIN)/,
    {
      message: { vi: 'Hệ thống bên ngoài không chấp nhận đăng nhập.', en: 'The outside system does not accept the login.' },
      advice: {
        vi: 'Kiểm tra tài khoản và mật khẩu trong cấu hình kết nối, rồi gửi lại.',
        en: "Check the account and password in the connector's settings, then retry.",
      },
    },
  ],
  [
    /^(HTTP_5|BUSY|ADAPTER|ANSWER|LOOKUP)/,
    { message: { vi: 'Hệ thống bên ngoài đang gặp sự cố.', en: 'The outside system has a fault of its own.' }, advice: TRANSIENT },
  ],
  [
    /^WEBHOOK_401/,
    {
      message: { vi: 'Hệ thống một cửa không chấp nhận chữ ký.', en: 'The commune system does not accept the signature.' },
      advice: {
        vi: 'So khóa bí mật với hệ thống đó (replaceSourceSecret nếu cần), rồi gửi lại.',
        en: 'Compare the secret with that system (replaceSourceSecret where needed), then retry.',
      },
    },
  ],
  [
    /^WEBHOOK_410/,
    {
      message: { vi: 'Hệ thống một cửa không nhận ở địa chỉ này nữa.', en: 'The commune system wants nothing more at this address.' },
      advice: {
        vi: 'Đăng ký địa chỉ mới (registerSource), rồi gửi lại.',
        en: 'Register its new address (registerSource), then retry.',
      },
    },
  ],
  [
    /^ADDRESS_REFUSED/,
    {
      message: { vi: 'Địa chỉ nhận là địa chỉ nội bộ hoặc không mã hóa.', en: 'The address is a private one, or not encrypted.' },
      advice: {
        vi: 'Đăng ký địa chỉ https công khai, hoặc cho phép địa chỉ này trong COMMUNE_SYSTEM_PRIVATE_ADDRESSES, rồi gửi lại.',
        en: 'Register a public https address, or allow it in COMMUNE_SYSTEM_PRIVATE_ADDRESSES, then retry.',
      },
    },
  ],
  [
    /^WEBHOOK_(4(08|25|29)|5)/,
    { message: { vi: 'Hệ thống một cửa đang gặp sự cố.', en: 'The commune system has a fault of its own.' }, advice: TRANSIENT },
  ],
  [
    /^WEBHOOK_/,
    {
      message: { vi: 'Hệ thống một cửa từ chối thay đổi.', en: 'The commune system refuses the change.' },
      advice: {
        vi: 'Xem lý do ở từng lượt cùng đơn vị vận hành hệ thống đó, rồi gửi lại.',
        en: 'Read the reason at each synchronization with those who run that system, then retry.',
      },
    },
  ],
  [
    /^SERVICE_ABSENT/,
    {
      message: {
        vi: 'Đường kết nối của đơn vị không có dịch vụ cần gọi.',
        en: "The installation's way to the outside system has no such service.",
      },
      advice: {
        vi: 'Kiểm tra hồ sơ kết nối (NATIONAL_PORTAL_PROFILE) hoặc quy tắc báo cáo của thủ tục, rồi gửi lại.',
        en: 'Check the profile (NATIONAL_PORTAL_PROFILE) or the reporting rule of the procedure, then retry.',
      },
    },
  ],
  [
    /^HTTP_4/,
    {
      message: { vi: 'Hệ thống bên ngoài không nhận lời gọi.', en: 'The outside system does not take the call.' },
      advice: {
        vi: 'Xem nội dung đã gửi và nhận ở từng lượt; kiểm tra địa chỉ và đường dẫn trong cấu hình kết nối, rồi gửi lại.',
        en: "Read what was sent and what came back at each synchronization, check the address in the connector's settings, then retry.",
      },
    },
  ],
  [
    /^CONTENT_UNREADABLE/,
    {
      message: { vi: 'Không giải mã được nội dung cần gửi.', en: 'The content could not be decrypted.' },
      advice: { vi: 'Thêm khóa cũ vào PII_KEY rồi gửi lại.', en: 'Add the earlier key to PII_KEY, then retry.' },
    },
  ],
  [
    /^(CONTENT|CONNECTOR)_/,
    {
      message: { vi: 'Lỗi của chính hệ thống tích hợp.', en: 'A fault of the hub itself.' },
      advice: { vi: 'Báo bộ phận kỹ thuật kèm mã lỗi này.', en: 'Tell the developers, with this code.' },
    },
  ],
  [
    /^PORTAL_/,
    {
      message: { vi: 'Cổng Dịch vụ công quốc gia từ chối nội dung.', en: 'The national portal refuses the content.' },
      advice: {
        vi: 'Xem lý do ở từng lượt, sửa hồ sơ ở hệ thống nguồn, rồi gửi lại.',
        en: 'Read the reason at each synchronization, mend the dossier in its source, then retry.',
      },
    },
  ],
];

const OTHER: Advice = {
  message: { vi: 'Hệ thống bên ngoài báo lỗi.', en: 'The outside system reports an error.' },
  advice: {
    vi: 'Xem lý do ở từng lượt; khi nguyên nhân đã được khắc phục, hãy gửi lại.',
    en: 'Read the reason at each synchronization; retry when its cause has been mended.',
  },
};

export function adviceOn(errorCode: string): Advice {
  return TABLE.find(([pattern]) => pattern.test(errorCode))?.[1] ?? OTHER;
}
