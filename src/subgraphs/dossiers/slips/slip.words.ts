import type { Message } from '../../../platform/language.ts';
import type { SlipKind } from './slip.type.ts';

/**
 * The words of forms 01–04 of the one-stop circular (Circular 01/2018/TT-VPCP and its successor 03/2025/TT-VPCP): recalled, not read,
 * so that they stand here together and in no other place.
 */
export const TITLES: Readonly<Record<SlipKind, Message>> = {
  APPOINTMENT: { vi: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipt of a dossier and appointment for its result' },
  SUPPLEMENT_REQUEST: { vi: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Request for further papers' },
  REFUSAL: { vi: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusal to receive a dossier' },
  APOLOGY: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology and new appointment for the result' },
};

export const FORMS: Readonly<Record<SlipKind, string>> = {
  APPOINTMENT: '01',
  SUPPLEMENT_REQUEST: '02',
  REFUSAL: '03',
  APOLOGY: '04',
};

export const WORDS = {
  form: { vi: 'Mẫu số', en: 'Form' },
  country: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  centre: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public administrative service centre' },
  desk: { vi: 'Bộ phận Một cửa', en: 'One-stop desk' },
  number: { vi: 'Số', en: 'No.' },
  code: { vi: 'Mã hồ sơ', en: 'Dossier' },
  nationalCode: { vi: 'Mã trên Cổng Dịch vụ công quốc gia', en: 'Number at the National Public Service Portal' },
  applicant: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  owner: { vi: 'Chủ hồ sơ', en: 'Owner' },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  procedure: { vi: 'Thủ tục hành chính', en: 'Procedure' },
  summary: { vi: 'Nội dung yêu cầu giải quyết', en: 'What is asked for' },
  papers: { vi: 'Thành phần hồ sơ nộp', en: 'Papers handed in' },
  noPapers: { vi: 'Không có giấy tờ kèm theo.', en: 'None.' },
  filedAt: { vi: 'Thời gian nộp hồ sơ', en: 'Filed' },
  acceptedAt: { vi: 'Thời gian nhận hồ sơ', en: 'Received' },
  due: { vi: 'Thời gian trả kết quả giải quyết hồ sơ', en: 'The result is due' },
  noDue: { vi: 'trả kết quả ngay', en: 'at once' },
  previousDue: { vi: 'Ngày hẹn trả trước đây', en: 'Due date until now' },
  newDue: { vi: 'Ngày hẹn trả mới', en: 'New due date' },
  returnedAt: { vi: 'Nơi trả kết quả', en: 'Where the result is handed over' },
  byPost: { vi: 'qua dịch vụ bưu chính công ích', en: 'by public post' },
  or: { vi: 'hoặc', en: 'or' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFees: { vi: 'không thu', en: 'none' },
  asked: { vi: 'Nội dung yêu cầu bổ sung, hoàn thiện', en: 'What is to be added or completed' },
  reason: { vi: 'Lý do', en: 'Reason' },
  officer: { vi: 'Người tiếp nhận hồ sơ', en: 'Officer' },
  head: { vi: 'Thủ trưởng đơn vị', en: 'Head of the unit' },
  person: { vi: 'Người nộp hồ sơ', en: 'Applicant' },
  sign: { vi: '(Ký và ghi rõ họ tên)', en: '(signature and full name)' },
  training: { vi: 'BẢN TẬP HUẤN - KHÔNG CÓ GIÁ TRỊ', en: 'TRAINING - NOT VALID' },
  sandbox: { vi: 'BẢN THỬ NGHIỆM - KHÔNG CÓ GIÁ TRỊ', en: 'SANDBOX - NOT VALID' },
} as const satisfies Record<string, Message>;

/** What the desk says before the facts. */
export const OPENINGS: Readonly<Record<SlipKind, Message>> = {
  APPOINTMENT: { vi: 'đã tiếp nhận hồ sơ của:', en: 'has received the dossier of:' },
  SUPPLEMENT_REQUEST: {
    vi: 'đề nghị ông/bà, tổ chức có tên dưới đây bổ sung, hoàn thiện hồ sơ (chỉ yêu cầu một lần):',
    en: 'asks the person or organization below for further papers (this is asked for once only):',
  },
  REFUSAL: {
    vi: 'thông báo không tiếp nhận, giải quyết hồ sơ của:',
    en: 'can not receive the dossier of:',
  },
  APOLOGY: {
    vi: 'chân thành xin lỗi vì chưa thể trả kết quả đúng ngày đã hẹn cho hồ sơ của:',
    en: 'apologizes for not being able to hand over the result on the day that was promised, for the dossier of:',
  },
};

/** What the desk says after the facts. */
export const CLOSINGS: Readonly<Record<SlipKind, Message>> = {
  APPOINTMENT: {
    vi: 'Khi đến nhận kết quả, vui lòng mang theo giấy này và giấy tờ tùy thân. Có thể tra cứu tình trạng hồ sơ bằng mã hồ sơ.',
    en: 'Please bring this paper and an identity paper when you come for the result. The code tells how the dossier stands.',
  },
  SUPPLEMENT_REQUEST: {
    vi: 'Thời hạn giải quyết được tính lại kể từ khi hồ sơ đầy đủ, hợp lệ.',
    en: 'The time limit begins anew when the dossier is complete.',
  },
  REFUSAL: {
    vi: 'Nếu cần hướng dẫn thêm, vui lòng liên hệ nơi tiếp nhận hồ sơ.',
    en: 'The desk will gladly explain what can be done.',
  },
  APOLOGY: {
    vi: 'Ngày hẹn chỉ được thay đổi một lần. Rất mong ông/bà, tổ chức thông cảm.',
    en: 'The date is moved once only. We ask for your understanding.',
  },
};
