import { graphql } from '../../schema/generated/gql.ts';
import type { QuarterFiguresQuery } from '../../schema/generated/graphql.ts';
import { generateQuarter } from '../../src/roles/seed/generate.ts';
import { LOADED_TABLES } from '../../src/roles/seed/load.ts';
import type { SampleDossier } from '../../src/roles/seed/sample.ts';
import type { TestHub } from './hub.ts';

/** A sample that is loaded in a second or two and still holds some of everything. */
export const SAMPLE = { dossiers: 2_000, seed: 1 } as const;

export const PROVINCE = '96';

/** The dossiers of `SAMPLE`, in the order in which they are loaded. */
export const sampleDossiers = (): SampleDossier[] => [...generateQuarter(SAMPLE)];

/** The figures of a unit over the sample quarter, as the graph answers them. */
export type Figures = NonNullable<QuarterFiguresQuery['administrativeUnit']>['indicators'];

const FIGURES = graphql(`
  query QuarterFigures($unit: ID!) {
    administrativeUnit(code: $unit) {
      indicators(period: { from: "2025-07-01", to: "2025-09-30" }) {
        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline
        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate
      }
    }
  }
`);

/** Asks the graph for the figures of a unit. */
export async function figuresOf(hub: TestHub, unit: string = PROVINCE): Promise<Figures> {
  const { data, errors } = await hub.execute('dossiers', FIGURES, { unit });
  if (data?.administrativeUnit == null) throw new Error(JSON.stringify(errors));
  return data.administrativeUnit.indicators;
}

/** Rows in each table that a load fills. */
export async function rowsOf({ platform }: TestHub): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of LOADED_TABLES) {
    const [row] = await platform.db.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`);
    counts[table] = row?.rows ?? 0;
  }
  return counts;
}

/** Fees less exemptions of a sample dossier, in đồng. */
export const feeTotalOf = ({ fees }: SampleDossier): number => fees.reduce((sum, fee) => sum + fee.amount - fee.exemptedAmount, 0);

/** What came in for a sample dossier and stayed, in đồng. */
export const paidFor = ({ payments }: SampleDossier): number =>
  payments.reduce((sum, { paidAt, amount, refundedAmount }) => sum + (paidAt === null ? 0 : amount - refundedAmount), 0);
