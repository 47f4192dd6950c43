import type { DossierStatus } from '../../platform/graphql/enums.ts';

/**
 * The written state machine over the ten national states: what follows what, from the decree's text and desk
 * practice (an official table was not found). It marks what is unusual in a source's history, which is taken as
 * it happened.
 */
export const NEXT_STATES: Readonly<Record<DossierStatus, readonly DossierStatus[]>> = {
  SUBMITTED: ['ACCEPTED', 'REFUSED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED', 'RESOLVED'],
  ACCEPTED: ['PROCESSING', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED'],
  REFUSED: [],
  PROCESSING: ['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED'],
  SUPPLEMENT_REQUESTED: ['SUBMITTED', 'ACCEPTED', 'REFUSED', 'PROCESSING', 'WITHDRAWAL_REQUESTED', 'STOPPED'],
  PAYMENT_REQUESTED: ['SUBMITTED', 'ACCEPTED', 'REFUSED', 'PROCESSING', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED'],
  WITHDRAWAL_REQUESTED: ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'STOPPED'],
  STOPPED: ['RETURNED'],
  RESOLVED: ['PROCESSING', 'PAYMENT_REQUESTED', 'RETURNED'],
  RETURNED: [],
};

/** Whether a step is one that the state machine does not foresee. Staying in a state is not; nor is beginning with SUBMITTED or ACCEPTED. */
export function isUnusual(from: DossierStatus | undefined, to: DossierStatus): boolean {
  if (from === undefined) return to !== 'SUBMITTED' && to !== 'ACCEPTED';
  return from !== to && !NEXT_STATES[from].includes(to);
}
