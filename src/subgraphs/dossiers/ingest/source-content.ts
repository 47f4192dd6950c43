import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { toLocalIso } from '../../../platform/time.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { known } from '../known.ts';
import { STATE_LABELS } from '../lifecycle/labels.ts';
import type { DossierIngestInput } from './ingest.input.ts';

/** What a source is told of a change that the hub made, beside what the event says in clear. Personal: only ever kept encrypted. */
export interface SourceContent {
  /** The dossier as it now is, in the form in which a source sends one, without its own version and steps. */
  dossier: Record<string, unknown>;
  /** The steps that the change made, likewise. */
  steps: Record<string, unknown>[];
}

/** Who a dossier is about, where its source can't know: it was filed through the hub. */
export type SourcePeople = Pick<DossierIngestInput, 'applicant' | 'owner'>;

const instant = (value: Date | null) => (value === null ? undefined : toLocalIso(value));
const written = (value: string | null) => (value === null ? undefined : toLocalIso(new Date(value)));

/** A change as its source can take it over: whole, so that nothing must be asked for. People are told where they are given alone. */
export function sourceContent(
  row: DossierRow,
  { steps, people }: { steps: readonly EventRow[]; people: SourcePeople | undefined },
): SourceContent {
  return {
    dossier: known<Record<string, unknown>>({
      ...{ nationalCode: row.national_code, origin: row.origin, procedure: row.procedure, receivingUnit: row.receiving_unit },
      ...{ handlingUnit: row.handling_unit, receptionPoint: row.reception_point, channel: row.channel, status: row.status },
      ...{ applicant: people?.applicant, owner: people?.owner, summary: row.summary, resultByPost: row.result_by_post },
      ...{ submittedAt: instant(row.submitted_at), acceptedAt: instant(row.accepted_at), dueAt: instant(row.due_at) },
      ...{ resolvedAt: instant(row.resolved_at), returnedAt: instant(row.returned_at), refusedAt: instant(row.refused_at) },
      ...{ feesSettled: row.fees_settled, rating: row.rating, voided: row.voided_at !== null, voidReason: row.void_reason },
      documents: row.documents.map(({ id: _id, ...document }) => known(document)),
      fees: row.fees.map((fee) => ({ ...fee })),
      supplements: row.supplements.map((each) =>
        known<Record<string, unknown>>({
          ...each,
          requestedAt: written(each.requestedAt),
          receivedAt: written(each.receivedAt),
          previousDueAt: written(each.previousDueAt),
          newDueAt: written(each.newDueAt),
        }),
      ),
    }),
    steps: steps.map((step) =>
      known<Record<string, unknown>>({
        ...{ key: step.step_key, at: toLocalIso(step.at), status: step.status, officer: step.actor, title: step.title },
        ...{ department: step.department, content: stepContent(step) },
      }),
    ),
  };
}

/** What a step says. One without words says what state it led to, as the portal is told it. */
export function stepContent({ note, status }: { note?: string | null | undefined; status: DossierStatus }): string {
  return note ?? STATE_LABELS[status].vi;
}
