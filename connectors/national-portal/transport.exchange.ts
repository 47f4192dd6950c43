import type { ConnectorTools, Exchange } from '../contract/manifest.ts';
import { maskReason } from './mask.ts';

const SENT_LIMIT = 4_000;
const RECEIVED_LIMIT = 2_000;
const HIDDEN = '***';
/** A hidden value so short would hide half of every answer that it stands in by chance. */
const SHORTEST_ECHO = 4;

/**
 * Fields that hold no personal data whoever the dossier is of. Whatever is not named here is hidden: a field that the portal
 * adds tomorrow too.
 */
const OPEN = new Set(
  [
    ...[
      'service',
      'madonvi',
      'isUpdating',
      'mahoso',
      'MaHoSo',
      'MaHoSoDonVi',
      'MaTTHC',
      'TenTTHC',
      'MaLinhVuc',
      'TenLinhVuc',
      'LoaiDoiTuong',
    ],
    ...['NgayTiepNhan', 'NgayHenTra', 'TrangThaiHoSo', 'TrangThai', 'NgayTra', 'HinhThuc', 'NgayKetThucXuLy', 'DonViXuLy', 'KenhThucHien'],
    ...['NoiNopHoSo', 'HoSoCoThanhPhanSoHoa', 'TaiKhoanDuocXacThucVoiVNeID', 'DuocThanhToanTrucTuyen', 'NgayTuChoi', 'NgayNopHoSo'],
    ...['LoaiDinhDanh', 'MaCSDL', 'ThoiDiemXuLy', 'NgayBatDau', 'NgayKetThucTheoQuyDinh', 'NgayXuLy', 'MaThanhPhanHoSo', 'DuocSoHoa'],
    ...['DuocTaiSuDung', 'MaPhiLePhi', 'TenPhiLePhi', 'LoaiPhiLePhi', 'Gia', 'SoTien', 'Thang', 'error_code'],
  ].map((name) => name.toLowerCase()),
);
/** Fields of an answer that hold the portal's own words. */
const WORDS = new Set(['error_message', 'message', 'mota', 'msg']);
/** Fields that name the dossier which a part of a call speaks of. */
const CODES = ['mahoso', 'mahosodonvi'];

/** Makes one call, and tells what was sent and what came back where anybody takes it down. */
export async function recorded(
  tools: ConnectorTools,
  { service, parameters }: { service: string; parameters: Record<string, unknown> },
  send: () => Promise<{ status: number; text: string }>,
): Promise<{ status: number; text: string }> {
  const { exchange } = tools;
  if (exchange === undefined) return send();
  const at = tools.now();
  const tell = (received: (hidden: readonly string[]) => string) => {
    const hidden = new Set<string>();
    const sent = sentOf(parameters, hidden);
    exchange({ service, at, ms: tools.now().getTime() - at.getTime(), sent, received: received([...hidden]).slice(0, RECEIVED_LIMIT) });
  };
  try {
    const answer = await send();
    tell((hidden) => `HTTP ${answer.status} ${receivedOf(answer.text, hidden)}`);
    return answer;
  } catch (error) {
    tell((hidden) => (error instanceof Error ? withoutEchoes(error.message, hidden) : ''));
    throw error;
  }
}

/** The part of a call that speaks of each dossier, by its codes, with what all parts share. */
function sentOf(parameters: Record<string, unknown>, hidden: Set<string>): Exchange['sent'] {
  const { data, ...shared } = parameters;
  const parts = Array.isArray(data) ? data : [data];
  const sent = new Map<string, string>();
  for (const part of parts) {
    const text = JSON.stringify(masked({ ...shared, ...(part === undefined ? {} : { data: part }) }, '', hidden)).slice(0, SENT_LIMIT);
    for (const code of codesOf({ ...shared, ...(isRecord(part) ? part : {}) }))
      sent.set(code, `${sent.get(code) ?? ''}${text}`.slice(0, SENT_LIMIT));
  }
  return sent;
}

function codesOf(fields: Record<string, unknown>): string[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    CODES.includes(name.toLowerCase()) && typeof value === 'string' ? [value] : [],
  );
}

function receivedOf(text: string, hidden: readonly string[]): string {
  const body = unwrapped(text);
  return typeof body === 'string'
    ? withoutEchoes(body, hidden)
    : withoutEchoes(JSON.stringify(maskedAnswer(body, '', hidden)), hidden, RECEIVED_LIMIT);
}

function maskedAnswer(value: unknown, name: string, hidden: readonly string[]): unknown {
  if (typeof value === 'string' && WORDS.has(name)) return withoutEchoes(value, hidden);
  if (Array.isArray(value)) return value.map((each) => maskedAnswer(each, name, hidden));
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, maskedAnswer(each, key.toLowerCase(), hidden)]));
  return masked(value, name, new Set());
}

/** A value with all hidden that is not known to be harmless; what was hidden is added to `hidden`. */
function masked(value: unknown, name: string, hidden: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => masked(each, name, hidden));
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each, key.toLowerCase(), hidden)]));
  if (value === null || value === undefined || value === '' || OPEN.has(name)) return value;
  if (typeof value === 'string' && value.length >= SHORTEST_ECHO) hidden.add(value);
  return HIDDEN;
}

/** The portal's words without what the call itself held: a refusal often repeats what it refuses. */
function withoutEchoes(text: string, hidden: readonly string[], limit?: number): string {
  const composed = text.normalize('NFC');
  const plain = hidden.reduce((rest, value) => rest.replaceAll(value.normalize('NFC'), HIDDEN), composed);
  return limit === undefined ? maskReason(plain) : plain.slice(0, limit);
}

function unwrapped(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'string' ? unwrapped(body) : body;
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
