import { dongOf, type JsonText, readJson, textOf } from '../contract/json-call.ts';
import type { InboundReply, InboundRequest, NoticePort, NoticeVerdict } from '../contract/payment.ts';
import { OK, statusOf } from './api.ts';
import { type Checksum, fromWireTime, isAuthentic, shortCode } from './wire.ts';

const REPLIES: Record<NoticeVerdict, [code: string, text: string]> = {
  RECORDED: [OK, 'Thanh cong'],
  ALREADY_FINAL: [OK, 'Da ghi nhan'],
  UNKNOWN_REFERENCE: ['01', 'Khong tim thay giao dich'],
  WRONG_AMOUNT: ['04', 'Sai so tien'],
  FAULT: ['99', 'Loi he thong'],
};

/** The result of a payment (dpnhankqthanhtoanhs). It counts with its checksum alone, and only 00 is a success. */
export function noticeBy(checksum: Checksum): NoticePort {
  return {
    method: 'POST',
    path: '/payments/national/confirm',
    merchantOf: (request) => textOf(bodyOf(request)?.['MaDoiTac']) || undefined,
    read(request, merchant) {
      const values = bodyOf(request);
      const key = merchant.secrets['secret'];
      if (values === undefined || !key || textOf(values['MaDoiTac']) !== merchant.code) return undefined;
      if (!isAuthentic('confirm', values, { key, checksum })) return undefined;
      const [code, amount] = [textOf(values['MaLoi']), dongOf(textOf(values['SoTien']))];
      const [transaction, bank, at] = [
        textOf(values['MaGiaoDich']),
        textOf(values['MaNganHang']),
        fromWireTime(textOf(values['ThoiGianGD'])),
      ];
      return {
        reference: textOf(values['MaThamChieu']),
        // What can't be read as money, or is no đồng, is never a success.
        status: Number.isNaN(amount) || textOf(values['MaTienTe']) !== 'VND' ? 'PENDING' : statusOf(code),
        amount,
        ...(transaction !== '' && { providerTransactionId: transaction }),
        ...(at !== undefined && { paidAt: at }),
        ...(bank !== '' && { bankCode: bank }),
        code: shortCode(code),
      };
    },
    reply: (verdict) => answer(...REPLIES[verdict]),
    refuse: (reason) => (reason === 'SIGNATURE' ? answer('97', 'Sai ma xac thuc') : answer('96', 'Du lieu khong doc duoc')),
  };
}

function bodyOf({ body }: InboundRequest): JsonText | undefined {
  return readJson(body.toString('utf8'));
}

function answer(code: string, text: string): InboundReply {
  return { status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ MaLoi: code, MoTaLoi: text }) };
}
