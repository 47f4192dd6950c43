import type { Message } from '../../platform/language.ts';
import type { Finding } from './alert.find.ts';

/** What an alert says, in both languages. No personal data. */
export function alertText({ kind, target, details }: Finding): Message {
  const { minutes = 0, count = 0, missing = 0, asked = 0, day = '' } = details;
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
  }
}
