import { z } from 'zod';
import { openPersonal, type StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import { toLocalIso } from '../../../platform/time.ts';
import { adviceOn } from '../problem.advice.ts';

/**
 * What a source is told, by kind. Every payload has `schema`, the version of its form: it grows by new fields alone, and by one where
 * a field changes its meaning. Money is whole đồng, times are RFC 3339 with offset.
 *
 * `dossier.changed`: the hub changed the dossier. `change`: what was done (FILED, ACCEPTED, TRANSFERRED, REFUSED,
 * SUPPLEMENT_REQUESTED, SUPPLEMENTED, PAYMENT_REQUESTED, PAYMENT_CONCLUDED, WITHDRAWAL_REQUESTED, WITHDRAWAL_SETTLED, WITHDRAWAL_ENDED,
 * STOPPED, RESOLVED, REOPENED, RETURNED, RE_DATED, VOIDED, RATED); `version`: the hub's version of the dossier after it, so that an older
 * change which arrives again is told; `status`; `dossier`: the dossier as it now is, in the form of `DossierIngestInput` without
 * `sourceVersion` and `steps` (of the applicant the name alone, but where the dossier was filed through the hub); `steps`: the steps that
 * the change made, as `DossierStepInput`. A source that takes both over and sends its next version is answered UNCHANGED.
 *
 * `payment.settled`: a payment through the hub succeeded: `reference`, `provider`, `providerTransactionId` or null, `amount`, `at`. It
 * need not be reported back; reported, it counts once.
 *
 * `payment.refunded`: money of such a payment went back: `reference`, `amount` of this refund, `refundedAmount` of all so far, `at`.
 *
 * `synchronization.parked`: an outside system refuses what it is told of the dossier and a person must act: `connector`,
 * `operation`, `errorCode`, `attempts`, and in Vietnamese `message` and `advice`.
 */
export type ChangePayload = { schema: 1 } & Record<string, unknown>;

/** A change as it is kept: either part holds the payload, the sealed one where it is personal. */
export interface ChangeContent {
  payload: ChangePayload;
  personal: boolean;
}

const dossierChanged = z.object({ change: z.string(), version: z.number(), status: z.string(), rating: z.number().optional() });
const settled = z.object({
  provider: z.string(),
  amount: z.number(),
  status: z.string(),
  providerTransactionId: z.string().nullish(),
});
const refunded = z.object({ amount: z.number(), refundedAmount: z.number() });
const parked = z.object({ connector: z.string(), operation: z.string(), errorCode: z.string(), attempts: z.number() });

/** What an event says to a source; undefined: nothing. Throws where the event has not the form of its kind, or no held key opens it. */
export function contentOf(cipher: Cipher, event: StoredEvent): ChangeContent | undefined {
  switch (event.kind) {
    case 'dossier.changed':
      return dossierContent(cipher, event);
    case 'payment.settled': {
      const { status, provider, amount, providerTransactionId } = settled.parse(event.data);
      if (status !== 'SUCCEEDED') return undefined;
      return plain({ ...moneyOf(event), provider, providerTransactionId: providerTransactionId ?? null, amount });
    }
    case 'payment.refunded':
      return plain({ ...moneyOf(event), ...refunded.parse(event.data) });
    case 'synchronization.parked': {
      const what = parked.parse(event.data);
      const { message, advice } = adviceOn(what.errorCode);
      return plain({ ...what, message: message.vi, advice: advice.vi });
    }
    default:
      return undefined;
  }
}

function dossierContent(cipher: Cipher, event: StoredEvent): ChangeContent {
  const what = dossierChanged.parse(event.data);
  const content = openPersonal<Record<string, unknown>>(cipher, event.sealed);
  return { payload: { schema: 1, ...what, ...content }, personal: content !== undefined };
}

const moneyOf = (event: StoredEvent) => ({ reference: event.subject, at: toLocalIso(event.at) });
const plain = (content: Record<string, unknown>): ChangeContent => ({ payload: { schema: 1, ...content }, personal: false });
