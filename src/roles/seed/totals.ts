import { countsAsOnline } from '../../subgraphs/dossiers/reference/online-payment.ts';
import { isCommuneLevel, units } from '../../subgraphs/dossiers/reference/units.ts';
import type { SampleDossier } from './sample.ts';

/** A sample counted by the rules of the service indicators, for the whole province. */
export interface SampleTotals {
  dossiersReceived: number;
  dossiersReceivedAtCommunes: number;
  receivedOnline: number;
  dossiersWithFee: number;
  paidOnline: number;
  rated: number;
  satisfied: number;
}

const COMMUNES = new Set(units.filter((unit) => isCommuneLevel(unit.kind)).map((unit) => unit.code));

/** Fees less exemptions add up to more than 0. */
function hasFee(dossier: SampleDossier): boolean {
  return dossier.fees.reduce((sum, fee) => sum + fee.amount - fee.exemptedAmount, 0) > 0;
}

/** Money that came in and stayed, or the source's own word. */
function isPaidOnline(dossier: SampleDossier): boolean {
  return (
    dossier.paidOnline ||
    dossier.payments.some((each) => each.paidAt !== null && each.status !== 'REFUNDED' && countsAsOnline(each.provider, each.way))
  );
}

/** Counts dossiers as the indicators do. */
export function countTotals(dossiers: Iterable<SampleDossier>): SampleTotals {
  const totals = {
    dossiersReceived: 0,
    dossiersReceivedAtCommunes: 0,
    receivedOnline: 0,
    dossiersWithFee: 0,
    paidOnline: 0,
    rated: 0,
    satisfied: 0,
  };
  for (const dossier of dossiers) {
    totals.dossiersReceived++;
    if (COMMUNES.has(dossier.receivingUnit)) totals.dossiersReceivedAtCommunes++;
    if (dossier.channel === 'ONLINE') totals.receivedOnline++;
    if (hasFee(dossier)) {
      totals.dossiersWithFee++;
      if (isPaidOnline(dossier)) totals.paidOnline++;
    }
    if (dossier.rating !== null) {
      totals.rated++;
      if (dossier.rating >= 3) totals.satisfied++;
    }
  }
  return totals;
}
