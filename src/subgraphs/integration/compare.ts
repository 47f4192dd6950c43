import type { PortalRecord } from '../../../connectors/contract/portal.ts';

/** What a comparison of one dossier with the portal found. */
export const COMPARISON_KINDS = ['MISSING', 'EXTRA', 'STATE_DIFFERS', 'UNIT_DIFFERS', 'EQUAL', 'UNKNOWN'] as const;
export type ComparisonKind = (typeof COMPARISON_KINDS)[number];

/** One side of a comparison. No personal data: it is kept in clear. `status` is the national code 1 … 10; null: it does not say. */
export interface ComparedState {
  status: number | null;
  unit: string | null;
}

/** A dossier as the hub would have the portal know it. */
export interface OurSide {
  status: number;
  /** Name of the handling unit, as it travels. */
  unit: string;
  /** It was filed at the portal and goes there by notices, which have a smaller set of states. */
  byNotice: boolean;
}

/** The state in which a notice leaves a dossier at the portal: received (2), supplement or refusal (5); 1, 2 and 5 pass as they are. */
const AFTER_NOTICE: Readonly<Record<number, number>> = { 3: 5, 4: 2, 6: 2, 7: 5, 8: 5, 9: 2, 10: 2 };

/**
 * Compares a dossier with what the portal says of it; null: it does not know it. A portal that knows the dossier and does not
 * say its state is UNKNOWN. A unit that the portal does not name is not compared.
 */
export function compareWithPortal(
  ours: OurSide,
  record: PortalRecord | null,
): { kind: ComparisonKind; ours: ComparedState; theirs: ComparedState | null } {
  const mine = { status: ours.status, unit: ours.unit };
  if (record === null) return { kind: 'MISSING', ours: mine, theirs: null };
  const theirs = { status: record.status ?? null, unit: record.unitName ?? null };
  return { kind: kindOf(ours, theirs), ours: mine, theirs };
}

function kindOf(ours: OurSide, theirs: ComparedState): ComparisonKind {
  if (theirs.status === null) return 'UNKNOWN';
  const expected = ours.byNotice ? [ours.status, AFTER_NOTICE[ours.status]] : [ours.status];
  if (!expected.includes(theirs.status)) return 'STATE_DIFFERS';
  return theirs.unit !== null && plain(theirs.unit) !== plain(ours.unit) ? 'UNIT_DIFFERS' : 'EQUAL';
}

/** Vietnamese text comes in either form of its accents. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
