import type { PortalDossier } from '../contract/portal.ts';
import { wireText } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

/** The portal's own labels of its ten states. */
const LABELS: Readonly<Record<number, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};

/** The portal's word for a state. */
export function labelOf(status: number): string {
  return LABELS[status] ?? `Trạng thái ${status}`;
}

/** `data` of `DongBoTrangThaiHoSo`: an object, one dossier. */
export type WireStatus = Record<string, unknown> & {
  MaHoSo: string;
  MaHoSoDonVi: string;
  NoiDung: string;
  NgayXuLy: string;
  TrangThai: string;
};

/** The notice's own small set of states: received (2), supplement or refusal (5); 1, 2 and 5 pass as they are. */
export function foldStatus(status: number): string {
  if ([4, 6, 9, 10].includes(status)) return '2';
  if ([3, 7, 8].includes(status)) return '5';
  return String(status);
}

/**
 * The notice about a dossier that was filed at the portal. What folding loses stays readable in `NoiDung`.
 * The same state always gives the same notice, so that a repeated one can be told from a new one.
 */
export function wireStatus(dossier: PortalDossier): WireStatus {
  return {
    // Where the portal's reference did not reach the hub, the dossier goes by its own code.
    MaHoSo: dossier.nationalCode ?? dossier.code,
    MaHoSoDonVi: dossier.code,
    MaDoiTuong: wireText(dossier.owner.technicalId),
    NoiDung: labelOf(dossier.status),
    NgayXuLy: wireTime(handledAt(dossier)),
    TrangThai: foldStatus(dossier.status),
    TaiLieuXuLy: [],
  };
}

function handledAt(dossier: PortalDossier): string {
  const started = dossier.acceptedAt ?? dossier.submittedAt;
  if (dossier.status === 10) return dossier.returnedAt ?? dossier.finishedAt ?? started;
  if (dossier.status === 9) return dossier.finishedAt ?? started;
  if (dossier.status === 3 || dossier.status === 7 || dossier.status === 8) return dossier.refusedAt ?? dossier.finishedAt ?? started;
  return started;
}
