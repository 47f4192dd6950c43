import type { Platform } from '../../platform/platform.ts';
import type { DossierToLoad, LoadedChange } from '../../subgraphs/dossiers/index.ts';
import { countsAsOnline } from '../../subgraphs/dossiers/reference/online-payment.ts';
import type { EpochMs, SampleDossier, SamplePayment, SampleStep } from './sample.ts';
import { startOfLocalDay } from './timetable.ts';

type Input = DossierToLoad['input'];

const instant = (at: EpochMs | null) => (at === null ? null : new Date(at));

/** A sample dossier as its one-stop system would send it to `ingestDossiers`, with the defaults that the graph fills in. */
export function ingestInputOf(dossier: SampleDossier): Input {
  const { sourceSystem, sourceVersion, code, nationalCode, origin, procedure, receivingUnit, handlingUnit, receptionPoint } = dossier;
  const { channel, status, summary, resultByPost, paidOnline, feesSettled, rating } = dossier;
  return {
    ...{ sourceSystem, sourceVersion, code, nationalCode, origin, procedure, receivingUnit, handlingUnit, receptionPoint },
    ...{ channel, status, summary, resultByPost, paidOnline, feesSettled, rating },
    applicant: applicantOf(dossier),
    owner: ownerOf(dossier),
    submittedAt: new Date(dossier.submittedAt),
    acceptedAt: instant(dossier.acceptedAt),
    dueAt: instant(dossier.dueAt),
    resolvedAt: instant(dossier.resolvedAt),
    returnedAt: instant(dossier.returnedAt),
    refusedAt: instant(dossier.refusedAt),
    steps: dossier.steps.map(({ key, at, status, officer, title, department, content }) => {
      return { key, at: new Date(at), status, officer, title, department, content };
    }),
    supplements: dossier.supplements.map((each) => ({
      ...each,
      requestedAt: new Date(each.requestedAt),
      receivedAt: instant(each.receivedAt),
      previousDueAt: instant(each.previousDueAt),
      newDueAt: instant(each.newDueAt),
    })),
    documents: dossier.documents.map(({ id: _id, ...document }) => ({ ...document, fromPersonalStore: false })),
    fees: dossier.fees,
    payments: dossier.payments
      .filter((payment) => payment.external)
      .map(({ provider, reference, providerTransactionId, amount, status, paidAt }) => {
        return { provider, reference, providerTransactionId, amount, status, paidAt: instant(paidAt) };
      }),
    voided: false,
  };
}

function applicantOf({ applicant }: SampleDossier): Input['applicant'] {
  const { fullName, nationalId, oldId, passport, dateOfBirth, phone, address } = applicant;
  const document =
    oldId === null
      ? passport === null
        ? null
        : { kind: 'PASSPORT' as const, number: passport }
      : { kind: 'OLD_ID' as const, number: oldId };
  return { fullName, nationalId, identityDocument: document, dateOfBirth, phone, address };
}

function ownerOf({ owner }: SampleDossier): NonNullable<Input['owner']> | null {
  if (owner === null) return null;
  return { kind: owner.kind, name: owner.name, nationalId: owner.citizen?.nationalId ?? null, taxCode: owner.taxCode };
}

/** A sample dossier as the dossiers subgraph loads it. */
export function dossierToLoad(dossier: SampleDossier, { cipher }: Pick<Platform, 'cipher'>): DossierToLoad {
  const { applicant, owner } = dossier;
  return {
    id: dossier.id,
    input: ingestInputOf(dossier),
    registered: {
      citizenId: applicant.id,
      organizationId: owner?.organizationId ?? undefined,
      identified: applicant.nationalId !== null || applicant.oldId !== null || applicant.passport !== null,
      applicantIndex: applicant.nationalId === null ? undefined : cipher.blindIndex('nationalId', applicant.nationalId),
    },
    stepIds: dossier.steps.map((step) => step.id),
    documentIds: dossier.documents.map((document) => document.id),
    changes: changesOf(dossier),
    paidOnlineByHub: dossier.payments.some(isPaidThroughHub),
    updatedAt: new Date(dossier.changedAt),
  };
}

/** Of what a source collected itself it tells with its dossier. */
function isPaidThroughHub({ external, paidAt, status, provider, way }: SamplePayment): boolean {
  return !external && paidAt !== null && status !== 'REFUNDED' && countsAsOnline(provider, way);
}

/** How long the portal took: up to a minute, the same at each load. */
const acknowledged = (at: EpochMs) => at + 2_000 + (at % 53_000);

/** A source sends once a day what that day brought. */
export function changesOf({ steps, syncedThrough }: Pick<SampleDossier, 'steps' | 'syncedThrough'>): LoadedChange[] {
  const changes: LoadedChange[] = [];
  let day: EpochMs | undefined;
  for (const step of steps) {
    const change = changeAt(step, syncedThrough);
    if (day !== undefined && day === startOfLocalDay(step.at)) {
      const last = changes.pop() as LoadedChange;
      change.steps += last.steps;
    }
    day = startOfLocalDay(step.at);
    changes.push(change);
  }
  return changes;
}

function changeAt({ at }: SampleStep, syncedThrough: EpochMs): LoadedChange {
  return { at: new Date(at), steps: 1, deliveredAt: at < syncedThrough ? new Date(acknowledged(at)) : null };
}
