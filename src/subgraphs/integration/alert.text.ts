import type { Message } from '../../platform/language.ts';
import type { Finding } from './alert.find.ts';

/** What an alert says, in both languages. No personal data. */
export function alertText({ kind, target, details }: Finding): Message {
  const { minutes = 0, count = 0, missing = 0, asked = 0, day = '', days = '', provider = '', problem = '' } = details;
  switch (kind) {
    case 'CONNECTOR_DOWN':
      return { vi: `${target}: không trả lời đã ${minutes} phút.`, en: `${target} has not answered for ${minutes} minutes.` };
    case 'OLDEST_PENDING':
      return {
        vi: `${target}: lượt đồng bộ cũ nhất đã chờ ${minutes} phút; ${count} lượt đang chờ.`,
        en: `${target}: the oldest synchronization has waited for ${minutes} minutes; ${count} wait.`,
      };
    case 'SOURCE_SILENT':
      return {
        vi: `${target}: không gửi gì trong ${minutes} phút làm việc.`,
        en: `${target} has sent nothing for ${minutes} working minutes.`,
      };
    case 'SENT_NOT_RECEIVED':
      return {
        vi: `${target}: ngày ${day}, ${missing} trên ${asked} lượt chưa được xác nhận.`,
        en: `${target}: of ${asked} synchronizations of ${day}, ${missing} are not acknowledged.`,
      };
    case 'STATEMENT_MISSING':
      return {
        vi: `${target}: chưa nhận được ${missing} bản sao kê; ngày cũ nhất là ${day}.`,
        en: `${target}: ${missing} statements have not come; the oldest is that of ${day}.`,
      };
    case 'ACCOUNT_STATEMENT_MISSING':
      return {
        vi: `Tài khoản ${target}: chưa nhận được sao kê của ${missing} ngày (${days}). Lấy sao kê ở ngân hàng hoặc kho bạc rồi gửi lên; tài khoản không dùng nữa thì ngừng bằng setBankAccount.`,
        en: `Account ${target}: the statements of ${missing} days have not come (${days}). Get them from the bank or the treasury and send them; an account that is not used any more is closed with setBankAccount.`,
      };
    case 'STATEMENTS_NOT_FETCHED': {
      const { vi, en } = FETCH_PROBLEMS[problem] ?? FETCH_PROBLEMS['UNREACHABLE'];
      return {
        vi: `${target} (${provider}): không lấy được sao kê đã ${minutes} phút: ${vi}`,
        en: `${target} (${provider}): statements have not been fetched for ${minutes} minutes: ${en}`,
      };
    }
  }
}

const UNREACHABLE = { vi: 'không kết nối được máy chủ.', en: "the server can't be reached." };
/** What is wrong at a server with statements, as payments tells it, and what to do. */
const FETCH_PROBLEMS: Readonly<Record<string, Message>> & { UNREACHABLE: Message } = {
  UNREACHABLE,
  HOST_KEY: {
    vi: 'khóa máy chủ khác với vân tay đã thống nhất; hỏi đơn vị thanh toán trước khi sửa hostKeys.',
    en: "the server's key is not one that was agreed; ask the provider before you change hostKeys.",
  },
  TIMEOUT: { vi: 'máy chủ trả lời quá chậm.', en: 'the server answers too slowly.' },
  REFUSED: {
    vi: 'máy chủ từ chối tài khoản; kiểm tra user và mật khẩu hoặc khóa.',
    en: 'the server refuses the user; check it and its password or key.',
  },
  ABSENT: { vi: 'không có thư mục; kiểm tra folder.', en: 'the folder is not there; check it.' },
  FORBIDDEN: { vi: 'không có quyền đọc thư mục hoặc tệp.', en: 'the folder or a file may not be read.' },
  TOO_MANY: {
    vi: 'thư mục có quá nhiều tệp; nhờ đơn vị thanh toán chuyển bớt tệp cũ.',
    en: 'the folder has too many files; ask the provider to move old ones.',
  },
  TOO_LARGE: { vi: 'có tệp lớn quá mức cho phép.', en: 'a file is larger than the hub takes.' },
  OWN_DISK: { vi: 'không ghi được vào thư mục sao kê của trục.', en: "the hub can't write into its folder for statements." },
};
