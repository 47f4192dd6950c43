import type { PortalListRow, PortalServiceLevel } from '../contract/portal.catalogue.ts';
import { type Row, recordsOf, textOf } from './catalogue.read.ts';
import { isRecord } from './transport.answer.ts';
import { type PortalService, unclear, unreadable } from './transport.service.ts';

/** How a list is asked for, and how one of its rows is read. */
interface ListForm {
  service: string;
  rowOf(row: Row, at: number): PortalListRow;
}

const LISTS: Readonly<Record<string, ListForm>> = {
  PUBLIC_SERVICES: { service: 'LayDVC', rowOf: publicService },
  AGENCIES: {
    service: 'LayDanhMucCoQuan',
    rowOf: (row) => ({ code: textOf(row, 'MADONVI'), name: textOf(row, 'TENDONVI'), about: { level: textOf(row, 'CAPDONVI') } }),
  },
  FIELDS: {
    service: 'LayDanhMucLinhVuc',
    rowOf: (row) => ({ code: textOf(row, 'MALINHVUC'), name: textOf(row, 'TENLINHVUC'), about: { ministry: textOf(row, 'MANGANH') } }),
  },
};

/**
 * The lists that this way to the portal has, each with its reader. `others` are services that are known by name alone: nobody has published
 * their fields, so that their rows stay as they came.
 */
export function listsOf(service: PortalService, others: readonly string[]): Readonly<Record<string, () => Promise<PortalListRow[]>>> {
  const forms = { ...LISTS, ...Object.fromEntries(others.map((name) => [name, { service: name, rowOf: unknownRow }])) };
  const there = Object.entries(forms).filter(([, form]) => service.has(form.service));
  return Object.fromEntries(there.map(([name, form]) => [name, () => readList(service, form)]));
}

/** Throws UpstreamError for an answer that is no list. A row without a code is none; of one code the last row counts. */
async function readList(service: PortalService, { service: name, rowOf }: ListForm): Promise<PortalListRow[]> {
  const answer = await service.call(name, {});
  if (answer.verdict !== 'ok') throw unclear(name, answer);
  // LayDVC alone answers with an object that holds the rows.
  const rows = isRecord(answer.result) ? answer.result['data'] : answer.result;
  if (!Array.isArray(rows)) throw unreadable(name);
  const read = recordsOf(rows)
    .map(rowOf)
    .filter(({ code }) => code !== '');
  return [...new Map(read.map((row) => [row.code, row])).values()];
}

/** MUCDO: 4 whole (toàn trình), 3 part (một phần), 2 information alone. */
const LEVELS: Readonly<Record<string, PortalServiceLevel>> = { '4': 'FULL', '3': 'PARTIAL', '2': 'INFORMATION' };

function publicService(row: Row): PortalListRow {
  const agencies = recordsOf(row['APDUNGDVC']).map((each) => ({
    code: textOf(each, 'MACOQUANTHUCHIEN'),
    level: LEVELS[textOf(each, 'MUCDO')] ?? null,
  }));
  return {
    code: textOf(row, 'MADVC'),
    name: textOf(row, 'TENDVC'),
    about: {
      procedure: textOf(row, 'MATTHC'),
      publisher: textOf(row, 'TENCOQUANBANHANH'),
      agencies: agencies.filter(({ code }) => code !== ''),
    },
  };
}

function unknownRow(row: Row, at: number): PortalListRow {
  return { code: String(at + 1), name: '', about: row };
}
