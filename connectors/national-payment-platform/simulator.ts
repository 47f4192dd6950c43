import { type JsonText, readJson, textOf } from '../contract/json-call.ts';
import { type GatewayAnswer, type GatewayServe, rememberGateway, startGateway } from '../contract/simulator.gateway.http.ts';
import type { GatewayCall, GatewayOrder, GatewayPlay, SimulatedGateway } from '../contract/simulator.gateway.ts';
import { lookUp, SIMULATOR_LOOKUP_SECRET } from './simulator.lookup.ts';
import { CHECKSUMS, type Checksum, fromWireTime, isAuthentic, macOf, toWireTime } from './wire.ts';

/** The partner that only the simulator knows. */
export const SIMULATOR_PARTNER = 'SIMULATED-PROVINCE';
export const SIMULATOR_SECRET = 'INVENTEDFORTHENATIONALPLATFORM01';

const LIFE_MS = 30 * 60_000;

/** Signed in the way in which the payment was asked for: the simulator takes both. */
function noticeOf(order: GatewayOrder): GatewayCall | undefined {
  const values = {
    LoaiBanTin: 'Confirm',
    MaLoi: order.code,
    MaDoiTac: order.merchant,
    MaThamChieu: order.reference,
    SoTien: String(order.amount),
    MaTienTe: 'VND',
    MaGiaoDich: order.transactionId,
    MaNganHang: order.bankCode,
    ThoiGianGD: toWireTime(new Date(order.paidAt)),
    ThongTinGiaoDich: order.text,
    MaHoSo: order.extra['dossier'] ?? '',
  };
  const how = { key: SIMULATOR_SECRET, checksum: (order.extra['checksum'] ?? 'sha256') as Checksum };
  return {
    method: 'POST',
    path: '/payments/national/confirm',
    body: JSON.stringify({ ...values, MaXacThuc: macOf('confirm', values, how) }),
  };
}

const play: GatewayPlay = {
  provider: 'NATIONAL_PLATFORM',
  title: 'Nền tảng thanh toán trực tuyến, Cổng Dịch vụ công quốc gia',
  merchant: { code: SIMULATOR_PARTNER, secrets: { secret: SIMULATOR_SECRET } },
  outcomes: {
    '00': { label: 'Thanh toán thành công', state: 'PAID' },
    '24': { label: 'Người nộp hủy giao dịch', state: 'FAILED' },
    '51': { label: 'Tài khoản không đủ số dư', state: 'FAILED' },
    '99': { label: 'Lỗi khác', state: 'FAILED' },
  },
  noticeOf,
  isTaken: ({ status, body }) => status === 200 && readJson(body)?.['MaLoi'] === '00',
  backTo: (order) => order.returnUrl || '/tra-cuu',
  tamper: (call) => ({ ...call, body: call.body.replace(/"SoTien":"\d+"/, '"SoTien":"1000"') }),
  unsign: (call) => ({ ...call, body: call.body.replace(/,"MaXacThuc":"\w+"/, '') }),
};

function serve(gateway: SimulatedGateway, { path, body }: { path: string; body: string }): ReturnType<GatewayServe> {
  if (path === '/tra-cuu') return lookUp(gateway, SIMULATOR_PARTNER, new URLSearchParams(body).get('MaHoSo') ?? '');
  const call = /^\/(init|query|bill)$/.exec(path)?.[1];
  if (call === undefined) return undefined;
  const values = readJson(body);
  if (values === undefined) return answer('96', 'Du lieu khong doc duoc');
  if (textOf(values['MaDoiTac']) !== SIMULATOR_PARTNER) return answer('03', 'Doi tac khong hop le');
  const message = call === 'init' ? 'init' : 'bill';
  const checksum = CHECKSUMS.find((each) => isAuthentic(message, values, { key: SIMULATOR_SECRET, checksum: each }));
  if (checksum === undefined) return answer('97', 'Sai ma xac thuc');
  if (call === 'init') return init(gateway, values, checksum);
  const order = gateway.orders.get(textOf(values['MaThamChieu']));
  if (order === undefined) return answer('01', 'Khong tim thay giao dich');
  return call === 'query' ? query(gateway, order) : bill(gateway, order);
}

function init(gateway: SimulatedGateway, values: JsonText, checksum: Checksum): GatewayAnswer {
  const text = (name: string) => textOf(values[name]);
  const amount = Number(text('SoTien'));
  const wellFormed =
    /^.{1,20}$/.test(text('MaThamChieu')) && Number.isInteger(amount) && amount > 0 && fromWireTime(text('ThoiGianGD')) !== undefined;
  if (!wellFormed || text('MaTienTe') !== 'VND' || !/^[\x20-\x7e]*$/.test(text('ThongTinGiaoDich')))
    return answer('96', 'Du lieu khong hop le');
  const info = (values['ThongTinBienLai'] ?? {}) as JsonText;
  const order = gateway.open({
    merchant: SIMULATOR_PARTNER,
    reference: text('MaThamChieu'),
    amount,
    text: text('ThongTinGiaoDich'),
    expiresAt: gateway.now() + LIFE_MS,
    returnUrl: text('UrlTraVe'),
    extra: { checksum, dossier: textOf(info['MaHoSo']), info: JSON.stringify(info) },
  });
  if (order === undefined) return answer('02', 'Trung ma tham chieu');
  return answer('00', 'Thanh cong', { UrlThanhToan: `${gateway.url}/pay/${encodeURIComponent(order.reference)}` });
}

function query(gateway: SimulatedGateway, order: GatewayOrder): GatewayAnswer {
  if (order.state === 'OPEN' && (order.expiresAt ?? Number.POSITIVE_INFINITY) <= gateway.now()) gateway.decide(order, '99', false);
  const told = { MaThamChieu: order.reference, SoTien: String(order.amount), MaGiaoDich: order.transactionId };
  return answer('00', 'Thanh cong', {
    ...told,
    TrangThaiGD: order.code || '10',
    ThoiGianGD: toWireTime(new Date(order.paidAt || gateway.now())),
  });
}

/** A receipt is there when the money is, and of no use when it has gone back. */
function bill(gateway: SimulatedGateway, order: GatewayOrder): GatewayAnswer {
  if (order.state !== 'PAID') return answer('05', 'Chua co bien lai');
  return answer('00', 'Thanh cong', {
    UrlBienLai: `${gateway.url}/receipts/${encodeURIComponent(order.reference)}.pdf`,
    SoBienLai: order.transactionId,
  });
}

function answer(code: string, text: string, more: Record<string, unknown> = {}): GatewayAnswer {
  return { status: 200, body: { MaLoi: code, MoTaLoi: text, ...more } };
}

/** Starts the simulated platform. */
export const startNationalPaymentSimulator = startGateway({
  play,
  serve,
  environment: (url) => ({
    NATIONAL_PAYMENT_URL: `${url}/init`,
    NATIONAL_PAYMENT_QUERY_URL: `${url}/query`,
    NATIONAL_PAYMENT_BILL_URL: `${url}/bill`,
    NATIONAL_PAYMENT_STATEMENT_URL: `${url}/_statements`,
    NATIONAL_PAYMENT_PARTNER: SIMULATOR_PARTNER,
    NATIONAL_PAYMENT_SECRET: SIMULATOR_SECRET,
    NATIONAL_PAYMENT_LOOKUP_SECRET: SIMULATOR_LOOKUP_SECRET,
  }),
});

export const rememberPayments = rememberGateway(play, { paid: '00', failed: '24' });
