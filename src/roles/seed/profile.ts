import type { ReferenceProcedure } from '../../subgraphs/dossiers/reference/procedures.ts';

/** The quarter that the province published, both days included. */
export const QUARTER = { from: '2025-07-01', to: '2025-09-30' } as const;

/** Nothing in the sample happens later: the close of the quarter's last day. */
export const QUARTER_END = Date.parse('2025-09-30T17:00:00+07:00');

/** What happened before the last working day has been delivered to the portal; that day's still waits. */
export const SYNCED_THROUGH = Date.parse('2025-09-30T00:00:00+07:00');

/**
 * The province's published figures for the third quarter of 2025 (press article of 30 October 2025). The totals are exact, the
 * rates are met to the nearest dossier; satisfaction was published as «above 95 %».
 */
export const PUBLISHED = {
  dossiers: 88_429,
  atCommunes: 80_848,
  onlineFilingRate: 0.7605,
  onlinePaymentRate: 0.8594,
  satisfactionAbove: 0.95,
} as const;

/** Fully dissatisfied ratings stay below this share of all, whatever the size of the sample. */
export const DISSATISFIED_AT_MOST = 0.035;

/** A national code's beginning. The portal's own form is not known here: this one is invented. */
export const NATIONAL_CODE_PREFIX = 'G22.99';

/** Units whose system went on numbering with an inherited agency code, and the last day on which it did. All invented. */
export const INHERITED_PREFIXES: Readonly<Record<string, { agency: string; until: string }>> = {
  '31843': { agency: 'H04.2', until: '2025-07-15' },
  '31867': { agency: 'H04.3', until: '2025-07-11' },
  '31972': { agency: 'H04.6', until: '2025-07-22' },
  '32065': { agency: 'H12.203', until: '2025-07-08' },
};

/** How often a commune meets a procedure, in comparison; all others together are rare. Invented. */
// biome-ignore format: a table reads better in rows
const VOLUMES: Readonly<Record<string, number>> = {
  '2.000815': 26, '2.000635': 12, '1.001193': 9, '2.000986': 2, '1.000656': 4, '2.002622': 1, '1.000894': 4,
  '1.004873': 8, '2.000884': 6, '2.001035': 3, '2.000942': 0.5, '2.000908': 0.8, '2.001016': 0.4, '2.001406': 0.4,
  '2.001019': 0.15, '2.000913': 0.1, '1.004859': 3, '1.004884': 1.2, '1.005461': 0.2, '1.004746': 0.5, '1.001022': 0.3,
  '1.000689': 0.4, '1.004772': 0.2, '2.000806': 0.15, '2.002516': 0.5, '1.014027': 6, '1.001776': 2, '1.001731': 0.4,
  '1.014028': 0.3, '1.001699': 1, '1.001653': 0.2, '1.011607': 0.6, '1.010803': 0.8, '1.010833': 0.5, '2.002307': 0.2,
  '2.002308': 0.1, '2.001088': 0.2, '1.001612': 3.5, '2.000720': 0.9, '1.001570': 0.4, '1.001266': 1.4, '2.000575': 0.2,
  '1.013978': 1.8, '1.013949': 0.6, '1.013967': 0.3, '1.013314': 0.4, '1.013225': 0.9,
};
const RARE = 0.03;

/** A procedure's share of a commune's dossiers. Residence and what the police reports are never among them. */
export function volumeOf(procedure: ReferenceProcedure): number {
  return procedure.reportedBy === 'POLICE' ? 0 : (VOLUMES[procedure.code] ?? RARE);
}

/** Fees that the People's Council sets and that are not published: invented amounts, in đồng. */
// biome-ignore format: a table reads better in rows
const LOCAL_FEES: Readonly<Record<string, number>> = {
  '1.004873': 15_000, '1.004884': 8_000, '1.005461': 8_000, '1.004746': 30_000, '1.001022': 15_000, '1.000689': 15_000,
  '1.004859': 28_000, '1.004772': 8_000, '2.000528': 75_000, '2.000806': 1_500_000, '1.001766': 75_000, '1.001612': 100_000,
  '2.000720': 30_000, '2.000575': 30_000, '1.013978': 100_000, '1.013225': 75_000, '1.013226': 15_000, '1.013227': 15_000,
  '1.013228': 15_000, '1.013229': 50_000, '1.009454': 100_000, '1.009455': 100_000,
};

/** The fixed amount that the sample asks for a procedure: the published one, else the invented one; 0: free. */
export function sampleFeeOf(procedure: ReferenceProcedure): number {
  return procedure.fee ?? LOCAL_FEES[procedure.code] ?? 0;
}

/** Working days where the law's time is not known, by field. Invented. */
const USUAL_DAYS: Readonly<Record<string, number>> = { 'Đất đai': 20, 'Hoạt động xây dựng': 15, 'Bảo trợ xã hội': 10, 'Người có công': 10 };

/** See {@link USUAL_DAYS}. */
export function usualDaysOf(field: string): number {
  return USUAL_DAYS[field] ?? 5;
}

/** How readily a procedure's dossiers are filed online, in comparison. Invented. */
const ONLINE_READINESS: Readonly<Record<string, number>> = { 'Chứng thực': 0.55, 'Hộ tịch': 1.3, 'Đất đai': 0.7, 'Trẻ em': 0.5 };

/** See {@link ONLINE_READINESS}. */
export function onlineReadinessOf(field: string): number {
  return ONLINE_READINESS[field] ?? 1.2;
}

/** Departments by how much comes to them: enterprise registration and land come first. Invented. */
// biome-ignore format: a table reads better in rows
export const DEPARTMENT_VOLUMES: Readonly<Record<string, number>> = {
  '96-D03': 20, '96-D05': 34, '96-D06': 16, '96-D09': 9, '96-D04': 7, '96-D02': 4, '96-D08': 3, '96-D01': 3, '96-D10': 2,
  '96-D07': 0.7, '96-D11': 0.6, '96-D12': 0.7,
};

/** Communes that are slower than others, with their share of late dossiers. Invented. */
export const SLOW_COMMUNES: Readonly<Record<string, number>> = { '32047': 0.07, '31927': 0.06, '32188': 0.05 };
export const USUAL_LATENESS = 0.016;
