import type { EventRow, Papers, ShownRow, StoredSupplement } from '../dossier.row.ts';
import { reDatingOf } from '../lifecycle/re-dating.ts';
import type { SlipKind } from './slip.type.ts';

/** One paper that a dossier gives rise to, with what happened. */
export interface SlipFacts {
  kind: SlipKind;
  number: number;
  issuedAt: Date;
  /** Why, as the officer wrote it; null: nobody wrote anything, or the form has no reason. */
  reason: string | null;
  /** Who acted, where a person did. */
  officer: string | null;
  /** The due dates before and after, where the paper moves one. */
  previousDueAt: Date | null;
  newDueAt: Date | null;
}

interface Course {
  row: Pick<ShownRow, 'accepted_at' | 'due_at' | 'status' | 'voided_at'>;
  events: readonly Pick<EventRow, 'at' | 'status' | 'actor' | 'note' | 'step_key'>[];
  supplements: Papers['supplements'];
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** The papers of a dossier, oldest first. A voided dossier has none: it never was one. */
export function slipsOf(course: Course): SlipFacts[] {
  if (course.row.voided_at !== null) return [];
  const slips = [...appointment(course), ...course.supplements.map(supplementRequest), ...refusal(course), ...apologies(course)];
  return slips.sort((a, b) => a.issuedAt.getTime() - b.issuedAt.getTime());
}

function appointment({ row, events, supplements }: Course): SlipFacts[] {
  if (row.accepted_at === null) return [];
  const step = events.find(({ status }) => status === 'ACCEPTED');
  // The date that the applicant was first given: later papers say that it moved.
  const moved = [...supplements.map(({ previousDueAt }) => instant(previousDueAt)), ...reDatings(events).map(({ from }) => from)];
  const first = moved.filter((each) => each !== null).sort((a, b) => a.getTime() - b.getTime())[0];
  return [
    {
      ...{ kind: 'APPOINTMENT', number: 1, issuedAt: row.accepted_at, reason: null, officer: step?.actor ?? null },
      ...{ previousDueAt: null, newDueAt: first ?? row.due_at },
    },
  ];
}

function supplementRequest(supplement: StoredSupplement): SlipFacts {
  return {
    ...{ kind: 'SUPPLEMENT_REQUEST', number: supplement.number, issuedAt: new Date(supplement.requestedAt) },
    ...{ reason: supplement.content, officer: supplement.requestedBy },
    ...{ previousDueAt: instant(supplement.previousDueAt), newDueAt: instant(supplement.newDueAt) },
  };
}

function refusal({ row, events }: Course): SlipFacts[] {
  if (row.status !== 'REFUSED') return [];
  const step = events.findLast(({ status }) => status === 'REFUSED');
  if (step === undefined) return [];
  return [
    {
      ...{ kind: 'REFUSAL', number: 1, issuedAt: step.at, reason: step.note, officer: step.actor },
      ...{ previousDueAt: null, newDueAt: null },
    },
  ];
}

function apologies({ events }: Course): SlipFacts[] {
  return reDatings(events).map(({ step, from, to }, at) => ({
    ...{ kind: 'APOLOGY', number: at + 1, issuedAt: step.at, reason: step.note, officer: step.actor },
    ...{ previousDueAt: from, newDueAt: to },
  }));
}

/** The steps by which a due date was moved. */
function reDatings(events: Course['events']) {
  return events.flatMap((step) => {
    const dates = reDatingOf(step.step_key);
    return dates === undefined ? [] : [{ step, ...dates }];
  });
}
