import type { ConnectorTools } from '../contract/manifest.ts';
import type { PersonalStore, StoredPaper, StoreQuestion } from '../contract/portal.store.ts';
import { type Row, recordsOf, textOf } from './catalogue.read.ts';
import type { PortalConfig } from './config.ts';
import type { StoreConfig } from './store.config.ts';
import { isRecord } from './transport.answer.ts';
import { createService, unclear, unreadable } from './transport.service.ts';

const CHANNELS = { IN_PERSON: '1', ONLINE: '2', PUBLIC_POST: '3' } as const;
const BASE64 = /^[A-Za-z\d+/\s]+={0,2}\s*$/;

/** The store by its own login; all else as the portal is called. */
export function createStore(config: PortalConfig, store: StoreConfig, tools: ConnectorTools): PersonalStore {
  const service = createService({ ...config, ...store }, tools);
  return {
    async papers(question) {
      const answer = await service.call('papers', wireQuestion(question));
      if (answer.verdict === 'absent') return [];
      if (answer.verdict !== 'ok') throw unclear('the store', answer);
      const list = isRecord(answer.result) ? answer.result['DanhSachGiayToKetQua'] : undefined;
      return recordsOf(list).map(paperOf);
    },
    async file({ agency, path }) {
      const answer = await service.call('file', { CoQuanChuQuan: agency, DuongDan: path });
      if (answer.verdict !== 'ok') throw unclear('the store', answer);
      // A gateway in use answers the same question with base64; the store's own form was not seen.
      if (typeof answer.result !== 'string' || !BASE64.test(answer.result)) throw unreadable('the store');
      return Buffer.from(answer.result, 'base64');
    },
  };
}

function wireQuestion({ owner, askedBy, channel, procedure, results }: StoreQuestion): Record<string, unknown> {
  return {
    SoDinhDanhChuSoHuu: owner,
    HoTenNguoiYeuCau: askedBy.name,
    KenhThucHien: CHANNELS[channel],
    SoDinhDanhNguoiYeuCau: askedBy.number,
    MaThuTuc: procedure,
    DanhSachDanhMucKetQua: results.map((code) => ({ MaKetQua: code, SoKyHieu: '' })),
  };
}

function paperOf(row: Row): StoredPaper {
  const files = recordsOf(row['DanhSachTepDinhKem']).map((file) => ({ name: textOf(file, 'TenTep'), path: textOf(file, 'DuongDan') }));
  return {
    resultCode: textOf(row, 'MaKetQua'),
    name: textOf(row, 'TenGiayTo'),
    number: textOf(row, 'SoKyHieu'),
    agency: textOf(row, 'CoQuanChuQuan'),
    files: files.filter(({ path }) => path !== ''),
  };
}
