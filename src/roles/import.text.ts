import type { Imported } from '../subgraphs/dossiers/index.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  CREATED: 'mới / created',
  UPDATED: 'cập nhật / updated',
  UNCHANGED: 'không đổi / unchanged',
  STALE: 'cũ hơn / stale',
  TAKEN: 'đã nhận / taken',
  REJECTED: 'không nhận / rejected',
};
const SHOWN_CAUSES = 30;
const number = new Intl.NumberFormat('vi-VN');

/** What became of a file, as a person reads it: by outcome, then by cause, then where the rows are listed. */
export function showImported({ rows, resumedAt, counts, causes, report }: Imported, about: { path: string; dryRun: boolean }): string {
  const head = `${about.path}: ${number.format(rows)} dòng / rows${about.dryRun ? ' (chạy thử, không ghi gì / dry run, nothing written)' : ''}`;
  const resumed = resumedAt > 0 ? [`  tiếp tục sau dòng ${number.format(resumedAt)} / resumed after that row`] : [];
  const outcomes = Object.entries(OUTCOMES).flatMap(([name, text]) => {
    const count = counts[name];
    return count === undefined ? [] : [`  ${number.format(count).padStart(12)}  ${text}`];
  });
  const listed = causes.slice(0, SHOWN_CAUSES).map(({ rows: count, field, text }) => {
    const where = field === '' ? '' : `${field}: `;
    return `  ${number.format(count).padStart(12)}  ${where}${text.vi} / ${text.en}`;
  });
  const more = causes.length > SHOWN_CAUSES ? [`  … ${causes.length - SHOWN_CAUSES} nguyên nhân nữa / more causes`] : [];
  const why = causes.length === 0 ? [] : ['Nguyên nhân / causes:', ...listed, ...more, `Từng dòng / by row: ${report}`];
  return [head, ...resumed, ...outcomes, ...why].join('\n');
}
