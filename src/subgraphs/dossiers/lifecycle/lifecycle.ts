import { type DossierStatus, STATUS_BY_NATIONAL_CODE } from '../../../platform/graphql/enums.ts';
import { TRANSITIONS } from './transitions.ts';

/** What follows what, whoever moves it and whatever it takes. */
export const NEXT_STATES: Readonly<Record<DossierStatus, readonly DossierStatus[]>> = Object.fromEntries(
  STATUS_BY_NATIONAL_CODE.map((from) => [
    from,
    STATUS_BY_NATIONAL_CODE.filter((to) => to !== from && TRANSITIONS.some((each) => each.from === from && each.to === to)),
  ]),
) as unknown as Record<DossierStatus, readonly DossierStatus[]>;

/**
 * Whether a step of a source's history is one that the state machine does not foresee. Staying in a state is not; nor is beginning
 * with SUBMITTED or ACCEPTED.
 */
export function isUnusual(from: DossierStatus | undefined, to: DossierStatus): boolean {
  if (from === undefined) return to !== 'SUBMITTED' && to !== 'ACCEPTED';
  return from !== to && !NEXT_STATES[from].includes(to);
}
