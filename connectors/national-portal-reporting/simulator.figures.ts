import { createHash } from 'node:crypto';
import type { EvaluationGroup } from '../contract/reporting.ts';

/** A unit as the simulated portal lists it. Codes as the invented ones of the reference data. */
export interface SimulatedUnit {
  departmentId: string;
  departmentCode: string;
  departmentName: string;
}

const unit = (code: string, name: string): SimulatedUnit => ({ departmentId: `sim-${code}`, departmentCode: code, departmentName: name });

/** The province, its communes and its departments. */
export const ROOT = unit('H12', 'Tỉnh Cà Mau');
export const UNITS: readonly SimulatedUnit[] = [
  ...Array.from({ length: 64 }, (_, at) => unit(`H12.${at + 1}`, `Đơn vị H12.${at + 1}`)),
  ...Array.from({ length: 12 }, (_, at) => unit(`H12.${at + 101}`, `Đơn vị H12.${at + 101}`)),
];

/** Rows of a group with their most points and the share that is usual: real provinces stand near 60 of 100 points. */
const METRICS: Partial<Record<EvaluationGroup, readonly [code: string, max: number, share: number][]>> = {
  transparency: [
    ['PUBLISH_ON_TIME', 6, 0.45],
    ['PUBLIC_UPDATE_ON_TIME', 4, 0.4],
    ['PUBLIC_CONTENT_FULL', 2, 0.7],
    ['DOSSIER_SYNC', 6, 0.35],
  ],
  'dossier-digitized': [
    ['ORIGINAL_RESULT_AVAILABLE', 6, 0.55],
    ['SO_HOA_GIAY_TO_GIAI_QUYET', 4, 0.6],
    ['ELECTRONIC_CERTIFIED_COPY', 2, 0.5],
    ['REUSED_DIGITIZED_DATA', 2, 0.4],
    ['SYNCED_WITH_DVCQG_PERSONAL_STORAGE', 4, 0.5],
    ['CITIZEN_DATA_CONNECTED_DOSSIER', 2, 0.5],
    ['CITIZEN_DATA_CONNECTED_FORMALITY', 2, 0.4],
  ],
  'handling-satisfaction': [
    ['PETITION_CLASSIFICATION_TTHC', 0, 0.1],
    ['PETITION_CLASSIFICATION_STAFF', 0, 0.1],
    ['PETITION_PROCESSING_ON_TIME', 6, 0.6],
    ['PETITION_HANDLING_SATISFACTION', 6, 0.3],
    ['DOSSIER_RECEIVING_SATISFACTION', 6, 0.5],
  ],
};

/** Numbers of a group as [name, the whole of which it is a part, usual share]; a whole stands before its parts. */
const PARAMETERS: Partial<Record<EvaluationGroup, { max: number; names: readonly [name: string, of: string | null, share: number][] }>> = {
  'dvc-progress-tree': {
    max: 20,
    names: [
      ['totalReceived', null, 1],
      ['totalOnTime', 'totalReceived', 0.88],
    ],
  },
  'provide-online-tree': {
    max: 12,
    names: [
      ['authorityCount', null, 0.1],
      ['partialCount', 'authorityCount', 0.3],
      ['fullCount', 'authorityCount', 0.4],
      ['onlineServiceTotal', 'authorityCount', 0.7],
      ['onlineDossierCount', 'onlineServiceTotal', 0.5],
      ['channelTotalSum', null, 1],
      ['channelOnlineSum', 'channelTotalSum', 0.6],
    ],
  },
  'formality-online-payment-tree': {
    max: 10,
    names: [
      ['totalFeeFormality', null, 0.05],
      ['totalFeeDossierFormality', 'totalFeeFormality', 0.7],
      ['totalDossierOnlineFormalityPaymentSuccess', 'totalFeeFormality', 0.5],
      ['totalDossierFinancialObligation', null, 0.6],
      ['totalDossierOnlinePaymentSuccess', 'totalDossierFinancialObligation', 0.6],
    ],
  },
};

/** A number 0 … 1 that is always the same for the same words. */
function chance(...words: string[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 0xffff_ffff;
}

const near = (share: number, ...words: string[]) => Math.min(1, Math.max(0, share + (chance(...words) - 0.5) * 0.3));

/** What the portal would publish of a unit, invented and always the same. */
export function figuresOf(group: EvaluationGroup, of: SimulatedUnit, period: string): Record<string, unknown> {
  const size = of === ROOT ? 88_000 : 200 + Math.round(chance('size', of.departmentCode) * 2_000);
  const rows = METRICS[group];
  if (rows !== undefined) {
    const metrics = rows.map(([code, maxScore, share]) =>
      metric({ code, maxScore, ratio: near(share, code, of.departmentCode, period), size }),
    );
    const totalScore = metrics.reduce((sum, { score }) => sum + (score ?? 0), 0);
    return { ...of, metrics, totalScore: round(totalScore), totalMaxScore: rows.reduce((sum, [, max]) => sum + max, 0) };
  }
  const { max, names } = PARAMETERS[group] ?? { max: 0, names: [] };
  const numbers: Record<string, number> = {};
  for (const [name, whole, share] of names) {
    const base = whole === null ? size : (numbers[whole] ?? 0);
    numbers[name] = Math.round(base * (whole === null ? share : near(share, name, of.departmentCode, period)));
  }
  return { ...of, ...numbers, score: round(max * near(0.7, group, of.departmentCode, period)), maxScore: max };
}

function metric({ code, maxScore, ratio, size }: { code: string; maxScore: number; ratio: number; size: number }) {
  const numerator = Math.round(size * ratio);
  const base = { code, name: code, numerator, denominator: size, ratio, score: round(maxScore * ratio), maxScore };
  if (code !== 'DOSSIER_SYNC') return base;
  return { ...base, dataQualityStatus: 'TEMP_NATIONAL_REPORT_DENOMINATOR', dataQualityMessage: 'Mẫu số tạm tính' };
}

const round = (points: number) => Math.round(points * 100) / 100;
