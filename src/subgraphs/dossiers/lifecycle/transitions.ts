import type { DossierStatus } from '../../../platform/graphql/enums.ts';

/** Who may make a move: who filed the dossier; an officer or leader of the receiving or handling unit; the hub itself. */
export type Mover = 'APPLICANT' | 'UNIT' | 'SYSTEM';

/** What a move must bring along: a note as its reason, papers, fees (its own, or those that the dossier has), a new due date. */
export type Demand = 'reason' | 'documents' | 'fees' | 'newDueAt';

/**
 * What must hold beside the state. BACK: only to the state from which the dossier was put aside; FIRST_SUPPLEMENT: papers were never
 * asked for before; FIRST_RE_DATING: the due date is still to come and was never moved before.
 */
export type Condition = 'BACK' | 'FIRST_SUPPLEMENT' | 'FIRST_RE_DATING';

/**
 * What a move is called in the event of the outbox that tells of it. Beside it every move makes one step of the dossier, and
 * deliveries to the portal: the dossier as it now is, then the step.
 */
export type Emission =
  | 'ACCEPTED'
  | 'TRANSFERRED'
  | 'REFUSED'
  | 'SUPPLEMENT_REQUESTED'
  | 'SUPPLEMENTED'
  | 'PAYMENT_REQUESTED'
  | 'PAYMENT_CONCLUDED'
  | 'WITHDRAWAL_REQUESTED'
  | 'WITHDRAWAL_SETTLED'
  | 'WITHDRAWAL_ENDED'
  | 'STOPPED'
  | 'RESOLVED'
  | 'REOPENED'
  | 'RETURNED'
  | 'RE_DATED';

/** One move that the state machine knows. */
export interface Transition {
  from: DossierStatus;
  to: DossierStatus;
  by: readonly Mover[];
  demands: readonly Demand[];
  when?: Condition;
  emits: Emission;
}

interface Row extends Pick<Transition, 'by' | 'emits' | 'when'> {
  from: readonly DossierStatus[];
  to: readonly DossierStatus[];
  demands?: readonly Demand[];
}

const APPLICANT: readonly Mover[] = ['APPLICANT'];
const UNIT: readonly Mover[] = ['UNIT'];
const SYSTEM: readonly Mover[] = ['SYSTEM'];
const WITHDRAWABLE: readonly DossierStatus[] = ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'];

/**
 * The state machine over the ten national states, as data: from the text of Decree 61/2018 Art. 17–20 and desk practice (an official
 * table was not found), with the withdrawal of Decree 118/2025 Art. 21. It rules what is done in the hub; a source's history is taken as
 * it happened.
 */
const ROWS: readonly Row[] = [
  { from: ['SUBMITTED'], to: ['ACCEPTED'], by: UNIT, emits: 'ACCEPTED' },
  { from: ['SUBMITTED', 'ACCEPTED'], to: ['PROCESSING'], by: UNIT, emits: 'TRANSFERRED' },
  // Form 03 gives the reason.
  { from: ['SUBMITTED', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'], to: ['REFUSED'], by: UNIT, demands: ['reason'], emits: 'REFUSED' },
  // Art. 17, 19(4): one request, complete and reasoned.
  {
    from: ['SUBMITTED', 'ACCEPTED', 'PROCESSING'],
    to: ['SUPPLEMENT_REQUESTED'],
    by: UNIT,
    demands: ['reason'],
    when: 'FIRST_SUPPLEMENT',
    emits: 'SUPPLEMENT_REQUESTED',
  },
  // The answer takes the dossier back to where it was, or to be looked at anew at the desk; a desk that gets the papers may go on at once.
  { from: ['SUPPLEMENT_REQUESTED'], to: ['SUBMITTED'], by: ['APPLICANT', 'UNIT'], demands: ['documents'], emits: 'SUPPLEMENTED' },
  {
    from: ['SUPPLEMENT_REQUESTED'],
    to: ['ACCEPTED', 'PROCESSING'],
    by: APPLICANT,
    demands: ['documents'],
    when: 'BACK',
    emits: 'SUPPLEMENTED',
  },
  { from: ['SUPPLEMENT_REQUESTED'], to: ['ACCEPTED', 'PROCESSING'], by: UNIT, demands: ['documents'], emits: 'SUPPLEMENTED' },
  {
    from: ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'RESOLVED'],
    to: ['PAYMENT_REQUESTED'],
    by: UNIT,
    demands: ['fees'],
    emits: 'PAYMENT_REQUESTED',
  },
  { from: ['PAYMENT_REQUESTED'], to: ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'RESOLVED'], by: UNIT, emits: 'PAYMENT_CONCLUDED' },
  // What was asked for is paid.
  {
    from: ['PAYMENT_REQUESTED'],
    to: ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'RESOLVED'],
    by: SYSTEM,
    when: 'BACK',
    emits: 'PAYMENT_CONCLUDED',
  },
  { from: WITHDRAWABLE, to: ['WITHDRAWAL_REQUESTED'], by: APPLICANT, demands: ['reason'], emits: 'WITHDRAWAL_REQUESTED' },
  // Who comes to the desk instead hands in a request on paper, which the desk keeps with the dossier.
  { from: WITHDRAWABLE, to: ['WITHDRAWAL_REQUESTED'], by: UNIT, demands: ['reason', 'documents'], emits: 'WITHDRAWAL_REQUESTED' },
  // A withdrawal is a request: an officer settles it, or the applicant takes it back.
  { from: ['WITHDRAWAL_REQUESTED'], to: ['STOPPED'], by: UNIT, demands: ['reason'], emits: 'WITHDRAWAL_SETTLED' },
  {
    from: ['WITHDRAWAL_REQUESTED'],
    to: ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED'],
    by: ['APPLICANT', 'UNIT'],
    demands: ['reason'],
    when: 'BACK',
    emits: 'WITHDRAWAL_ENDED',
  },
  {
    from: ['ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'],
    to: ['STOPPED'],
    by: UNIT,
    demands: ['reason'],
    emits: 'STOPPED',
  },
  { from: ['SUBMITTED', 'ACCEPTED', 'PROCESSING'], to: ['RESOLVED'], by: UNIT, emits: 'RESOLVED' },
  // A result that is withdrawn for correction, as long as it was not handed over.
  { from: ['RESOLVED'], to: ['PROCESSING'], by: UNIT, demands: ['reason'], emits: 'REOPENED' },
  { from: ['RESOLVED', 'STOPPED', 'ACCEPTED'], to: ['RETURNED'], by: UNIT, emits: 'RETURNED' },
  // Art. 19(9): an apology with a new date, once, before the old one passes. The state stays.
  ...(['ACCEPTED', 'PROCESSING'] as const).map(
    (state): Row => ({
      from: [state],
      to: [state],
      by: UNIT,
      demands: ['reason', 'newDueAt'],
      when: 'FIRST_RE_DATING',
      emits: 'RE_DATED',
    }),
  ),
];

/** Every move that the state machine knows, one by one. */
export const TRANSITIONS: readonly Transition[] = ROWS.flatMap(({ from: origins, to: goals, demands = [], ...rest }) =>
  origins.flatMap((from) => goals.map((to): Transition => ({ ...rest, from, to, demands }))),
);
