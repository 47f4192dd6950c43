import { createHash, timingSafeEqual } from 'node:crypto';
import { readJson, textOf } from '../contract/json-call.ts';
import type { InboundReply, InboundRequest, LookupPort, PayableBill } from '../contract/payment.ts';
import type { NationalPaymentConfig } from './config.ts';
import { infoOf } from './receipt-info.ts';

/** A code is some twenty characters. */
const LONGEST_CODE = 100;

/**
 * The portal's look-up by dossier (dptracuuthanhtoanhs): `{MaHoSo}` gives what is to be paid for it. Seen: the question, `error_code` (1 payable,
 * 0 nothing due, -1 error) and the message's fields. Not seen: how the portal says who it is; so it must bring the secret that is set for it, as
 * the integration platform in front of the hub can add.
 */
export function lookupBy(secret: string, beneficiary: NationalPaymentConfig['beneficiary']): LookupPort {
  return {
    path: '/payments/national/lookup',
    read(request) {
      if (!bears(request, secret)) return 'SIGNATURE';
      const code = textOf(readJson(request.body.toString('utf8'))?.['MaHoSo']).trim();
      return code === '' || code.length > LONGEST_CODE || /\p{Cc}/u.test(code) ? 'UNREADABLE' : { dossierCode: code };
    },
    reply(found) {
      if (found === 'NOTHING_DUE') return answer(0, 'Ho so khong con khoan phai nop');
      if (found === 'UNKNOWN') return answer(-1, 'Khong tim thay ho so');
      if (found === 'FAULT') return answer(-1, 'Loi he thong, vui long thu lai');
      return answer(1, billOf(found, beneficiary));
    },
    refuse: (reason) => (reason === 'SIGNATURE' ? answer(-1, 'Khong co quyen tra cuu', 401) : answer(-1, 'MaHoSo khong doc duoc', 400)),
  };
}

/** Compared by their hashes, so that neither content nor length shows in the time it takes. */
function bears({ headers }: InboundRequest, secret: string): boolean {
  const [, given] = /^Bearer (.+)$/i.exec(textOf(headers['authorization'])) ?? [];
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return given !== undefined && timingSafeEqual(hash(given), hash(secret));
}

/** Who pays is told to nobody: the payer gives their own name at the portal. */
function billOf(bill: PayableBill, beneficiary: NationalPaymentConfig['beneficiary']): Record<string, unknown> {
  return { MaTraCuuTT: bill.reference, ...infoOf(bill, beneficiary) };
}

function answer(code: -1 | 0 | 1, message: unknown, status = 200): InboundReply {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ error_code: code, message }) };
}
