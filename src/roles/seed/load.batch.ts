import type { Transaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { type LoadedDossier, openDossierLoader } from '../../subgraphs/dossiers/index.ts';
import { loadCitizens, loadOrganizations } from '../../subgraphs/identity/index.ts';
import { type DeliveryRecord, loadDeliveries } from '../../subgraphs/integration/index.ts';
import { loadPayments, type PaymentsToLoad } from '../../subgraphs/payments/index.ts';
import { dossierToLoad } from './load.dossier.ts';
import type { SampleDossier } from './sample.ts';

/** A sample dossier with what is written of it. */
export interface PreparedDossier {
  sample: SampleDossier;
  loaded: LoadedDossier;
}

/** Writes sample dossiers with everything that hangs on them, a batch at a time, into all schemas. */
export interface SampleWriter {
  /** Touches no database, so that it may be done while an earlier batch is written. */
  prepare(sample: SampleDossier): PreparedDossier;
  write(batch: readonly PreparedDossier[]): Promise<void>;
  /** After the last batch. */
  finish(): Promise<void>;
}

/** A writer inside the caller's transaction. People who come again are written with their first dossier. */
export async function openSampleWriter(sql: Transaction, hub: Platform): Promise<SampleWriter> {
  const dossiers = await openDossierLoader(sql, hub);
  const seen = new Set<string>();
  const first = (id: string) => !seen.has(id) && seen.add(id) !== undefined;
  return {
    prepare: (sample) => ({ sample, loaded: dossiers.prepare(dossierToLoad(sample, hub)) }),
    finish: () => dossiers.finish(),
    async write(batch) {
      await loadCitizens(sql, hub, citizensOf(batch, first));
      await loadOrganizations(sql, hub, organizationsOf(batch, first));
      await dossiers.write(batch.map(({ loaded }) => loaded));
      await loadPayments(sql, hub, paymentsOf(batch));
      await loadDeliveries(sql, hub, deliveriesOf(batch));
    },
  };
}

const writerOf = ({ sourceSystem, code, sourceVersion }: SampleDossier) => ({
  source: sourceSystem,
  dossier: code,
  version: sourceVersion,
});

function* citizensOf(batch: readonly PreparedDossier[], first: (id: string) => boolean) {
  for (const { sample: dossier } of batch) if (first(dossier.applicant.id)) yield { person: dossier.applicant, writer: writerOf(dossier) };
}

function* organizationsOf(batch: readonly PreparedDossier[], first: (id: string) => boolean) {
  for (const { sample: dossier } of batch) {
    const { owner } = dossier;
    if (owner === null || owner.organizationId === null || !first(owner.organizationId)) continue;
    yield { id: owner.organizationId, name: owner.name, taxCode: owner.taxCode, kind: owner.kind, writer: writerOf(dossier) };
  }
}

function* paymentsOf(batch: readonly PreparedDossier[]): Generator<PaymentsToLoad> {
  for (const { sample, loaded } of batch) {
    const { payments } = sample;
    const { row } = loaded;
    if (payments.length === 0) continue;
    const { id, code, version, scope, receiving_unit: receivingUnit, handling_unit: handlingUnit, fee_total: feeTotal } = row;
    const citizen = { citizenId: row.applicant_id, citizenIndex: row.applicant_index };
    yield { dossier: { id, code, version, scope, receivingUnit, handlingUnit, feeTotal, ...citizen }, payments };
  }
}

function* deliveriesOf(batch: readonly PreparedDossier[]): Generator<DeliveryRecord> {
  for (const { loaded } of batch) {
    const { id, code, receiving_unit: receivingUnit, handling_unit: handlingUnit, scope, applicant_index: citizenIndex } = loaded.row;
    for (const { event, deliveredAt } of loaded.deliveries) {
      const { connector, operation, sequence } = event.delivery;
      yield {
        ...{ connector, kind: event.kind, operation, subjectId: id, subject: code, sequence, receivingUnit, handlingUnit, scope },
        ...{ citizenIndex, requestedAt: event.at, deliveredAt, personal: event.personal },
      };
    }
  }
}
