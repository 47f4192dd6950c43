import { UpstreamError } from '../contract/errors.ts';
import { dongOf, type JsonText, postJson, textOf } from '../contract/json-call.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { Checkout, CheckoutRequest, PaymentFact, QueryRequest } from '../contract/payment.ts';
import type { NationalPaymentConfig } from './config.ts';
import { receiptInfo } from './receipt-info.ts';
import { fromWireTime, macOf, plainText, shortCode, toWireTime } from './wire.ts';

/** The one code that means success. */
export const OK = '00';
/** Codes that say a payment came to nothing; every other one but 00 is undecided. Recalled, so nothing is failed by a code that is not known. */
const FAILED = new Set(['24', '51', '99']);
/** The longest reference that the platform takes. */
const LONGEST_REFERENCE = 20;

/** The platform's services as a province calls them. */
export class NationalPaymentApi {
  readonly #config: NationalPaymentConfig;
  readonly #tools: ConnectorTools;

  constructor(config: NationalPaymentConfig, tools: ConnectorTools) {
    this.#config = config;
    this.#tools = tools;
  }

  /** Opens a payment (INIT). */
  async create(request: CheckoutRequest): Promise<Checkout> {
    const { merchant, reference, amount, description, createdAt, payerIp, returnUrl, locale } = request;
    if (reference.length > LONGEST_REFERENCE) throw new Error(`a reference of the platform has at most ${LONGEST_REFERENCE} characters`);
    const { types, version, method, channel, device, bank } = this.#config;
    const message = {
      LoaiBanTin: types.init,
      PhienBan: version,
      MaDoiTac: merchant.code,
      MaThamChieu: reference,
      SoTien: String(amount),
      LoaiHinhThanhToan: method,
      MaKenhThanhToan: channel,
      MaThietBi: device,
      NgonNgu: locale,
      MaTienTe: 'VND',
      MaNganHang: bank,
      ThongTinGiaoDich: plainText(description),
      ThoiGianGD: toWireTime(createdAt),
      Ip: payerIp,
    };
    const info = receiptInfo(request, this.#config.beneficiary);
    const body = {
      ...message,
      ...(info !== undefined && { ThongTinBienLai: info }),
      UrlTraVe: returnUrl,
      MaXacThuc: this.#mac('init', message, merchant.secrets),
    };
    const answer = await this.#call(this.#config.initUrl, body, true);
    const [code, url] = [textOf(answer['MaLoi']), textOf(answer['UrlThanhToan'])];
    if (code !== OK || url === '') throw refusal(answer);
    return { checkoutUrl: url };
  }

  /** Asks what became of a payment. */
  async query(url: string, request: QueryRequest): Promise<PaymentFact> {
    const answer = await this.#call(url, this.#question(this.#config.types.query, request), false);
    const code = textOf(answer['TrangThaiGD']);
    if (textOf(answer['MaLoi']) !== OK)
      return { reference: request.reference, status: 'PENDING', code: shortCode(textOf(answer['MaLoi'])) };
    const amount = dongOf(textOf(answer['SoTien']));
    const [transaction, at] = [textOf(answer['MaGiaoDich']), fromWireTime(textOf(answer['ThoiGianGD']))];
    const paid = code === OK && !Number.isNaN(amount);
    return {
      reference: request.reference,
      status: paid ? 'SUCCEEDED' : statusOf(code),
      ...(paid && { amount }),
      ...(transaction !== '' && { providerTransactionId: transaction }),
      ...(paid && at !== undefined && { paidAt: at }),
      code: shortCode(code),
    };
  }

  /** Where the receipt lies that the platform wrote (GET_BILL); null: there is none (yet). */
  async bill(url: string, request: QueryRequest): Promise<{ url: string; number?: string } | null> {
    const answer = await this.#call(url, this.#question(this.#config.types.bill, request), false);
    const [address, number] = [textOf(answer['UrlBienLai']), textOf(answer['SoBienLai'])];
    if (textOf(answer['MaLoi']) !== OK || !/^https?:\/\//.test(address)) return null;
    return { url: address, ...(number !== '' && { number }) };
  }

  #question(type: string, { merchant, reference }: QueryRequest): Record<string, string> {
    const message = {
      LoaiBanTin: type,
      PhienBan: this.#config.version,
      MaDoiTac: merchant.code,
      MaThamChieu: reference,
      ThoiGianGD: toWireTime(this.#tools.now()),
    };
    return { ...message, MaXacThuc: this.#mac('bill', message, merchant.secrets) };
  }

  #mac(message: 'init' | 'bill', values: JsonText, secrets: Record<string, string>): string {
    const key = secrets['secret'];
    if (!key) throw new Error('the merchant has no secret');
    return macOf(message, values, { key, checksum: this.#config.checksum });
  }

  async #call(url: string, body: unknown, changes: boolean): Promise<JsonText> {
    const { timeoutMs } = this.#config;
    const answer = await postJson({ fetch: this.#tools.fetch, timeoutMs, changes, body, url, provider: 'the national payment platform' });
    if (textOf(answer['MaLoi']) !== '') return answer;
    const failure = { code: 'NATIONAL_PAYMENT_UNREADABLE', retry: true, outcomeUnknown: changes, unreachable: false };
    throw new UpstreamError('the national payment platform gave no MaLoi', failure);
  }
}

export function statusOf(code: string): PaymentFact['status'] {
  if (code === OK) return 'SUCCEEDED';
  return FAILED.has(code) ? 'FAILED' : 'PENDING';
}

function refusal(answer: JsonText): UpstreamError {
  const code = shortCode(textOf(answer['MaLoi']));
  const failure = { code: `NATIONAL_PAYMENT_${code}`, retry: false, outcomeUnknown: false, unreachable: false };
  return new UpstreamError(textOf(answer['MoTaLoi']) || `the national payment platform answered ${code}`, failure);
}
