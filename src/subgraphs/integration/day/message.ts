import type { DossierFacts, SomeDossiers, UnbalancedFacts } from '../../../platform/outbox/day-list.ts';
import { localDateOf, toLocalIso } from '../../../platform/time.ts';
import { adviceOn } from '../problem.advice.ts';
import type { DayListRole } from './day.type.ts';
import type { Stuck } from './stuck.read.ts';

/** What one recipient is told of a day; a part that is not theirs is absent. No personal data. */
export interface DayContent {
  unit: string;
  unitName: string;
  /** YYYY-MM-DD. */
  day: string;
  role: DayListRole;
  dossiers?: DossierFacts;
  stuck?: StuckContent;
  unbalanced?: UnbalancedFacts[];
}

export interface StuckContent {
  causes: { errorCode: string; count: number; message: string; advice: string }[];
  parked: number;
  waiting: number;
  /** RFC 3339; null: nothing waits. */
  oldestWaitingAt: string | null;
}

/** What is stuck, in words that need nothing else to be understood. */
export function stuckContent({ causes, parked, waiting, oldestWaitingAt }: Stuck): StuckContent {
  return {
    causes: causes.map(({ errorCode, count }) => {
      const { message, advice } = adviceOn(errorCode);
      return { errorCode, count, message: message.vi, advice: advice.vi };
    }),
    ...{ parked, waiting, oldestWaitingAt: oldestWaitingAt === null ? null : toLocalIso(oldestWaitingAt) },
  };
}

const shown = (day: string) => day.split('-').reverse().join('/');

export function subjectOf({ unitName, day }: DayContent): string {
  return `Việc hôm nay ${shown(day)} – ${unitName}`;
}

/** The list as a mail has it. */
export function textOf({ unitName, day, dossiers, stuck, unbalanced }: DayContent): string {
  const parts = [
    `${unitName}, ngày ${shown(day)}`,
    ...(dossiers === undefined ? [] : [dossierText(dossiers)]),
    ...(unbalanced === undefined ? [] : [moneyText(unbalanced)]),
    ...(stuck === undefined ? [] : [stuckText(stuck)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function dossierText({ dueToday, overdue, atRisk, pointsAtRisk }: DossierFacts): string {
  const points = pointsAtRisk.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
  return [
    'HỒ SƠ',
    `- Đến hạn hôm nay: ${named(dueToday)}`,
    `- Quá hạn: ${named(overdue)}`,
    `- Sắp mất điểm trong 3 ngày làm việc: ${named(atRisk)}${atRisk.count === 0 ? '' : `; tổng ${points} điểm`}`,
  ].join('\n');
}

function named({ count, codes }: SomeDossiers): string {
  if (count === 0) return '0';
  return `${count} (${codes.join(', ')}${count > codes.length ? ', …' : ''})`;
}

function moneyText(unbalanced: readonly UnbalancedFacts[]): string {
  if (unbalanced.length === 0) return 'ĐỐI SOÁT\n- Mọi ngày đã khớp.';
  return [
    'ĐỐI SOÁT',
    ...unbalanced.map((each) => `- ${shown(each.businessDate)} ${each.provider} ${each.merchantCode}: ${whyOpen(each)}`),
  ].join('\n');
}

function whyOpen({ statementMissing, status, discrepancies }: UnbalancedFacts): string {
  if (statementMissing) return 'chưa có sao kê';
  if (status === null) return 'chưa đối soát';
  return { DISCREPANT: `${discrepancies} chênh lệch`, REJECTED: 'sao kê bị từ chối', FAILED: 'chưa chạy được' }[status] ?? status;
}

function stuckText({ causes, parked, waiting, oldestWaitingAt }: StuckContent): string {
  const oldest =
    oldestWaitingAt === null ? '' : `, chờ lâu nhất từ ${oldestWaitingAt.slice(11, 16)} ${shown(localDateOf(new Date(oldestWaitingAt)))}`;
  return [
    'ĐỒNG BỘ',
    `- Cần xử lý: ${parked}; đang chờ: ${waiting}${oldest}`,
    ...causes.map(({ errorCode, count, message, advice }) => `- ${errorCode} (${count}): ${message} ${advice}`),
  ].join('\n');
}
