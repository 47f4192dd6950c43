import type { Queryable } from '../../platform/database/database.ts';

export type StepAction = 'ASSIGNED' | 'RESOLVED' | 'APPROVED' | 'SENT_BACK' | 'CONFIRMED' | 'CLOSED' | 'REOPENED';

/** One line of a trail: of a difference, or of a whole day where it names none. */
export interface Step {
  reconciliationId: string;
  discrepancyId: string | null;
  at: Date;
  actor: string;
  action: StepAction;
  resolution?: string | null;
  note: string | null;
}

export async function writeStep(sql: Queryable, step: Step): Promise<void> {
  await sql.query(
    `INSERT INTO payments.resolution_step (reconciliation_id, discrepancy_id, at, actor, action, resolution, note) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [step.reconciliationId, step.discrepancyId, step.at, step.actor, step.action, step.resolution ?? null, step.note],
  );
}
