import type {
  PortalDossier,
  PortalOutcome,
  PortalRating,
  PortalStatistics,
  PortalStep,
  PortalTask,
} from '../../../connectors/contract/portal.ts';
import { openPersonal } from '../../platform/outbox/outbox.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import type { ClaimedDelivery } from './delivery.claim.ts';

/** What the outbox keeps, encrypted, of a delivery to the portal. */
interface PortalContent {
  dossier?: PortalDossier;
  steps?: PortalStep[];
  origin?: PortalDossier['origin'];
  nationalCode?: string;
  ratings?: PortalRating[];
  statistics?: PortalStatistics[];
}

/** What the portal is to be told, or why that can't even be said: a person must act on that one. */
export function toPortalTask(cipher: Cipher, delivery: ClaimedDelivery): PortalTask | Extract<PortalOutcome, { kind: 'refused' }> {
  const refuse = (code: string, reason: string) => ({ id: delivery.key, kind: 'refused', code, reason }) as const;
  let content: PortalContent | undefined;
  try {
    content = openPersonal<PortalContent>(cipher, delivery.sealed);
  } catch {
    // Whatever the cipher says of a value may hold part of it.
    return refuse('CONTENT_UNREADABLE', 'PII_KEY: no held key opens the content of this delivery');
  }
  const base = { id: delivery.key, subject: delivery.subject, look: delivery.look, known: delivery.known };
  const { dossier, steps, origin, nationalCode, ratings, statistics } = content ?? {};
  if (delivery.kind === 'portal.dossier' && dossier !== undefined) return { ...base, kind: 'dossier', dossier };
  if (delivery.kind === 'portal.status' && dossier !== undefined) return { ...base, kind: 'status', dossier };
  if (delivery.kind === 'portal.steps' && steps !== undefined && origin !== undefined)
    return { ...base, kind: 'steps', steps, origin, ...(nationalCode === undefined ? {} : { nationalCode }) };
  if (delivery.kind === 'portal.ratings' && ratings !== undefined) return { ...base, kind: 'ratings', ratings };
  if (delivery.kind === 'portal.statistics' && statistics !== undefined) return { ...base, kind: 'statistics', statistics };
  return refuse('CONTENT_MISSING', `the outbox has no content that ${delivery.kind} could send`);
}

/** Whether a delivery could be put as a task. */
export function isTask(made: PortalTask | PortalOutcome): made is PortalTask {
  return made.kind !== 'delivered' && made.kind !== 'retry' && made.kind !== 'refused';
}
