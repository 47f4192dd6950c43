import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Message } from '../../../platform/language.ts';
import type { Table, Value } from '../../../platform/table-file.ts';
import { unitDirectory } from '../units.ts';
import type { Asked } from './asked.ts';
import { groupsOf, indexOf, placingOf } from './index.service.ts';
import { indicatorsOf } from './indicators.service.ts';

const UNITS: readonly Message[] = [
  { vi: 'Mã đơn vị', en: 'Unit code' },
  { vi: 'Đơn vị', en: 'Unit' },
  { vi: 'Hồ sơ tiếp nhận', en: 'Dossiers received' },
  { vi: 'Nộp trực tuyến', en: 'Filed online' },
  { vi: 'Có nghĩa vụ tài chính', en: 'With a fee' },
  { vi: 'Thanh toán trực tuyến', en: 'Paid online' },
  { vi: 'Tỷ lệ nộp trực tuyến', en: 'Online filing rate' },
  { vi: 'Tỷ lệ thanh toán trực tuyến', en: 'Online payment rate' },
  { vi: 'Tỷ lệ đúng hạn', en: 'On-time rate' },
  { vi: 'Tỷ lệ kết quả số hóa', en: 'Digitized result rate' },
  { vi: 'Tỷ lệ hài lòng', en: 'Satisfaction rate' },
  { vi: 'Điểm', en: 'Score' },
  { vi: 'Điểm tối đa', en: 'Most points' },
  { vi: 'Xếp hạng', en: 'Rank' },
];

const ROWS: readonly Message[] = [
  { vi: 'Mã đơn vị', en: 'Unit code' },
  { vi: 'Đơn vị', en: 'Unit' },
  { vi: 'Nhóm', en: 'Group' },
  { vi: 'Mã chỉ số', en: 'Row' },
  { vi: 'Chỉ số', en: 'Name' },
  { vi: 'Tử số', en: 'Numerator' },
  { vi: 'Mẫu số', en: 'Denominator' },
  { vi: 'Điểm', en: 'Points' },
  { vi: 'Điểm tối đa', en: 'Most points' },
  { vi: 'Điểm công bố', en: 'Published points' },
  { vi: 'Chênh lệch', en: 'Difference' },
  { vi: 'Cờ chất lượng', en: 'Flags' },
  { vi: 'Nguồn', en: 'Source' },
];

/** The units of a file: the one that is asked for, and those directly below it. */
async function unitsOf(context: HubContext, { unit }: Asked): Promise<{ code: string; name: string }[]> {
  const directory = await unitDirectory(context.hub);
  const own = directory.get(unit);
  return own === undefined ? [] : [own, ...directory.children(unit)];
}

/** The figures of a unit and those below it, a row for each. */
export async function unitTable(context: HubContext, asked: Asked): Promise<Table> {
  const units = await unitsOf(context, asked);
  const rows = await Promise.all(
    units.map(async ({ code, name }): Promise<Value[]> => {
      const own = { ...asked, unit: code };
      const [figures, index, placing] = await Promise.all([indicatorsOf(context, own), indexOf(context, own), placingOf(context, own)]);
      return [
        ...[code, name, figures.dossiersReceived, figures.receivedOnline, figures.dossiersWithFee, figures.paidOnline],
        ...[figures.onlineFilingRate, figures.onlinePaymentRate, figures.resolvedOnTimeRate, figures.digitizedResultRate],
        ...[figures.satisfactionRate, index.score, index.applicableMax, placing?.rank ?? null],
      ];
    }),
  );
  return { title: { vi: 'Đơn vị', en: 'Units' }[context.language], columns: UNITS.map((each) => each[context.language]), rows };
}

/** The index of a unit and those below it, a row for each of its rows. */
export async function indexTable(context: HubContext, asked: Asked): Promise<Table> {
  const units = await unitsOf(context, asked);
  const rows = await Promise.all(
    units.map(async ({ code, name }): Promise<Value[][]> => {
      const groups = await groupsOf(context, { ...asked, unit: code });
      return groups.flatMap((group) =>
        group.components.map((row) => [
          ...[code, name, group.code, row.code, row.name, row.numerator, row.denominator, row.score, row.max],
          ...[row.published, row.difference, row.flags.join(' '), row.source],
        ]),
      );
    }),
  );
  return { title: { vi: 'Chỉ số', en: 'Index' }[context.language], columns: ROWS.map((each) => each[context.language]), rows: rows.flat() };
}
