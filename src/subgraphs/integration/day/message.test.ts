import { expect, it } from 'vitest';
import { stuckContent, subjectOf, textOf } from './message.ts';

const HEAD = { unit: '32248', unitName: 'Phường An Xuyên', day: '2025-09-30' };

it('tells a leader of dossiers and of what is stuck, with what to do about it', () => {
  const stuck = stuckContent(
    {
      ...{ parked: 2, waiting: 5, oldestWaitingAt: new Date('2025-09-29T08:05:00+07:00') },
      causes: [{ errorCode: 'PORTAL_-3', count: 2, units: 1, oldest: new Date(0) }],
    },
    'vi',
  );
  const dossiers = {
    ...{ dueToday: { count: 0, codes: [] }, overdue: { count: 12, codes: ['H12.1', 'H12.2'] } },
    ...{ atRisk: { count: 1, codes: ['H12.3'] }, pointsAtRisk: 0.125 },
  };
  const content = { ...HEAD, role: 'UNIT_LEADER' as const, dossiers, stuck };
  expect(subjectOf(content)).toBe('Việc hôm nay 30/09/2025 – Phường An Xuyên');
  expect(textOf(content).split('\n')).toEqual([
    'Phường An Xuyên, ngày 30/09/2025',
    '',
    'HỒ SƠ',
    '- Đến hạn hôm nay: 0',
    '- Quá hạn: 12 (H12.1, H12.2, …)',
    '- Sắp mất điểm trong 3 ngày làm việc: 1 (H12.3); tổng 0,13 điểm',
    '',
    'ĐỒNG BỘ',
    '- Cần xử lý: 2; đang chờ: 5, chờ lâu nhất từ 08:05 29/09/2025',
    '- PORTAL_-3 (2): Cổng Dịch vụ công quốc gia từ chối nội dung. Xem lý do ở từng lượt, sửa hồ sơ ở hệ thống nguồn, rồi gửi lại.',
    '',
  ]);
});

const warning = (code: string, turnUnitName: string | null) => ({
  ...{ code, at: '2025-10-02T17:00:00.000+07:00', turnUnitName },
  turn: turnUnitName === null ? ('APPLICANT' as const) : ('RECEIVING_UNIT' as const),
});
const AT_RISK = {
  ...{ dueToday: { count: 0, codes: [] }, overdue: { count: 0, codes: [] }, atRisk: { count: 4, codes: ['H12.3'] }, pointsAtRisk: 1.25 },
  warnings: [
    { reason: 'DUE' as const, count: 1, points: 1, first: [warning('H12.3', 'Sở Nội vụ')] },
    {
      reason: 'PAPERS_NOT_DIGITIZED' as const,
      count: 4,
      points: 0.25,
      first: [warning('H12.3', 'Phường An Xuyên'), warning('H12.4', 'Phường An Xuyên')],
    },
    { reason: 'NOT_PAID_ONLINE' as const, count: 1, points: 0.004, first: [warning('H12.5', null)] },
  ],
};

it('tells by reason how many cost how much, and of the nearest until when and whose turn it is', () => {
  const told = (language: 'vi' | 'en') => {
    const lines = textOf({ ...HEAD, role: 'UNIT_LEADER', language, dossiers: AT_RISK }).split('\n');
    return lines.slice(5);
  };
  expect(told('vi')).toEqual([
    '- Sắp mất điểm trong 3 ngày làm việc: 4; tổng 1,25 điểm',
    '  + Sắp quá hạn: 1; 1 điểm',
    '    H12.3: 17:00 02/10/2025, đến lượt Sở Nội vụ',
    '  + Chưa số hóa giấy tờ: 4; 0,25 điểm',
    '    H12.3: 17:00 02/10/2025, đến lượt Phường An Xuyên',
    '    H12.4: 17:00 02/10/2025, đến lượt Phường An Xuyên',
    '    … 2 hồ sơ khác',
    '  + Chưa thanh toán trực tuyến: 1; < 0,01 điểm',
    '    H12.5: 17:00 02/10/2025, đến lượt người nộp hồ sơ',
    '',
  ]);
  expect(told('en').filter((line) => !line.includes('Phường') && !line.includes('Sở'))).toEqual([
    '- Will cost points within 3 working days: 4; in all 1.25 points',
    '  + About to become late: 1; 1 points',
    '  + No paper is digitized: 4; 0.25 points',
    '    … 2 more',
    '  + Fees not paid online: 1; < 0.01 points',
    '    H12.5: 17:00 02/10/2025, up to the applicant',
    '',
  ]);
});

it('tells an accountant why each day is open', () => {
  const day = (businessDate: string, over: { statementMissing?: boolean; status?: string | null; discrepancies?: number }) => ({
    ...{ provider: 'VNPAY', merchantCode: 'TINH', businessDate, statementMissing: false, status: null, discrepancies: 0 },
    ...over,
  });
  const unbalanced = [
    day('2025-09-29', { statementMissing: true }),
    day('2025-09-28', {}),
    day('2025-09-27', { status: 'DISCREPANT', discrepancies: 3 }),
    day('2025-09-26', { status: 'REJECTED' }),
  ];
  expect(textOf({ ...HEAD, role: 'ACCOUNTANT', unbalanced })).toContain(
    [
      'ĐỐI SOÁT',
      '- 29/09/2025 VNPAY TINH: chưa có sao kê',
      '- 28/09/2025 VNPAY TINH: chưa đối soát',
      '- 27/09/2025 VNPAY TINH: 3 chênh lệch',
      '- 26/09/2025 VNPAY TINH: sao kê bị từ chối',
    ].join('\n'),
  );
});

it('tells all of it in English who wants that', () => {
  const stuck = stuckContent(
    {
      ...{ parked: 2, waiting: 5, oldestWaitingAt: new Date('2025-09-29T08:05:00+07:00') },
      causes: [{ errorCode: 'PORTAL_-3', count: 2, units: 1, oldest: new Date(0) }],
    },
    'en',
  );
  const some = (count: number, ...codes: string[]) => ({ count, codes });
  const dossiers = { dueToday: some(0), overdue: some(12, 'H12.1'), atRisk: some(1, 'H12.3'), pointsAtRisk: 0.125 };
  const day = { provider: 'VNPAY', merchantCode: 'TINH', businessDate: '2025-09-29', statementMissing: false, discrepancies: 3 };
  const unbalanced = [
    { ...day, statementMissing: true, status: null },
    { ...day, status: null },
    ...['DISCREPANT', 'REJECTED', 'FAILED'].map((status) => ({ ...day, status })),
  ];
  const content = { ...HEAD, role: 'UNIT_LEADER' as const, language: 'en' as const, dossiers, stuck, unbalanced };
  expect(subjectOf(content)).toBe('Today 30/09/2025 – Phường An Xuyên');
  const text = textOf(content);
  expect(text.split('\n').slice(0, 14)).toEqual([
    'Phường An Xuyên, 30/09/2025',
    '',
    'DOSSIERS',
    '- Due today: 0',
    '- Overdue: 12 (H12.1, …)',
    '- Will cost points within 3 working days: 1 (H12.3); in all 0.13 points',
    '',
    'RECONCILIATION',
    '- 29/09/2025 VNPAY TINH: no statement yet',
    '- 29/09/2025 VNPAY TINH: not reconciled yet',
    '- 29/09/2025 VNPAY TINH: 3 differences',
    '- 29/09/2025 VNPAY TINH: the statement is refused',
    '- 29/09/2025 VNPAY TINH: it could not be run',
    '',
  ]);
  expect(text).toContain('SYNCHRONIZATION\n- A person must act: 2; waiting: 5, the oldest since 08:05 29/09/2025\n- PORTAL_-3 (2): ');
  expect(text.replaceAll(HEAD.unitName, '')).not.toMatch(/[à-ỹđ]/i);
  expect(textOf({ ...content, unbalanced: [] })).toContain('- Every day is balanced.');
});
