import type { Transaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { type LoadedDossier, openDossierLoader } from '../../subgraphs/dossiers/index.ts';
import { loadCitizens, loadOrganizations } from '../../subgraphs/identity/index.ts';
import { type DeliveryRecord, loadDeliveries } from '../../subgraphs/integration/index.ts';
import { loadPayments, type PaymentsToLoad } from '../../subgraphs/payments/index.ts';
import { dossierToLoad } from './load.dossier.ts';
import type { SampleDossier } from './sample.ts';

/** Writes sample dossiers with everything that hangs on them, a batch at a time, into all schemas. */
export type SampleWriter = (batch: readonly SampleDossier[]) => Promise<void>;

/** A writer inside the caller's transaction. People who come again are written with their first dossier. */
export async function openSampleWriter(sql: Transaction, hub: Platform): Promise<SampleWriter> {
  const dossiers = await openDossierLoader(sql, hub);
  const seen = new Set<string>();
  const first = (id: string) => !seen.has(id) && seen.add(id) !== undefined;
  return async (batch) => {
    await loadCitizens(sql, hub, citizensOf(batch, first));
    await loadOrganizations(sql, hub, organizationsOf(batch, first));
    const loaded = await dossiers.load(batch.map((dossier) => dossierToLoad(dossier, hub)));
    await loadPayments(sql, hub, paymentsOf(batch, loaded));
    await loadDeliveries(sql, hub, deliveriesOf(loaded));
  };
}

const writerOf = ({ sourceSystem, code, sourceVersion }: SampleDossier) => ({
  source: sourceSystem,
  dossier: code,
  version: sourceVersion,
});

function* citizensOf(batch: readonly SampleDossier[], first: (id: string) => boolean) {
  for (const dossier of batch) if (first(dossier.applicant.id)) yield { person: dossier.applicant, writer: writerOf(dossier) };
}

function* organizationsOf(batch: readonly SampleDossier[], first: (id: string) => boolean) {
  for (const dossier of batch) {
    const { owner } = dossier;
    if (owner === null || owner.organizationId === null || !first(owner.organizationId)) continue;
    yield { id: owner.organizationId, name: owner.name, taxCode: owner.taxCode, kind: owner.kind, writer: writerOf(dossier) };
  }
}

function* paymentsOf(batch: readonly SampleDossier[], loaded: readonly LoadedDossier[]): Generator<PaymentsToLoad> {
  for (const [at, { row }] of loaded.entries()) {
    const payments = batch[at]?.payments ?? [];
    if (payments.length === 0) continue;
    const { id, code, version, scope, receiving_unit: receivingUnit, handling_unit: handlingUnit, fee_total: feeTotal } = row;
    const citizen = { citizenId: row.applicant_id, citizenIndex: row.applicant_index };
    yield { dossier: { id, code, version, scope, receivingUnit, handlingUnit, feeTotal, ...citizen }, payments };
  }
}

function* deliveriesOf(loaded: readonly LoadedDossier[]): Generator<DeliveryRecord> {
  for (const { row, deliveries } of loaded) {
    const {
      id: subjectId,
      code: subject,
      receiving_unit: receivingUnit,
      handling_unit: handlingUnit,
      scope,
      applicant_index: citizenIndex,
    } = row;
    for (const { kind, delivery, at: requestedAt, deliveredAt, personal } of deliveries) {
      yield { ...delivery, kind, subjectId, subject, receivingUnit, handlingUnit, scope, citizenIndex, requestedAt, deliveredAt, personal };
    }
  }
}
