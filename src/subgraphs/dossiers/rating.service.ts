import { queryableOf } from '../../platform/database/database.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { appendEvents, type OutboxEvent } from '../../platform/outbox/outbox.ts';
import { DossierEntity } from './dossier.entity.ts';
import { findDossier } from './dossier.read.ts';
import type { Dossier } from './dossier.type.ts';

/**
 * Keeps the applicant's rating and tells that the dossier changed, in one transaction. The last rating counts, at whatever stage
 * it is given. Their words may name anybody: they are kept encrypted with the event alone.
 */
export async function rateOwnDossier(
  context: HubContext,
  id: string,
  { rating, comment }: { rating: number; comment: string | undefined },
): Promise<Dossier | null> {
  const { hub } = context;
  await hub
    .orm('dossiers')
    .em.fork()
    .transactional(async (em) => {
      const dossier = await em.findOneOrFail(DossierEntity, { id }, { lockMode: 4 });
      dossier.rating = rating;
      dossier.version += 1;
      dossier.updatedAt = hub.clock.business();
      await em.flush();
      const { applicantIndex, applicantId: citizenId, organizationId, version, status, sourceSystem } = dossier;
      const base: Omit<OutboxEvent, 'kind'> = {
        at: dossier.updatedAt,
        subjectId: dossier.id,
        subject: dossier.code,
        receivingUnit: dossier.receivingUnit,
        handlingUnit: dossier.handlingUnit,
        scope: dossier.scope,
        ...(applicantIndex == null ? {} : { citizenIndex: Buffer.from(applicantIndex) }),
      };
      await appendEvents(queryableOf(em as never), hub.cipher, [
        {
          ...base,
          kind: 'dossier.changed',
          data: { version, status, sourceSystem, citizenId, organizationId, madeBy: 'hub', change: 'RATED', rating },
        },
        { ...base, kind: 'dossier.rated', data: { rating }, ...(comment === undefined ? {} : { personal: { comment } }) },
      ]);
    });
  context.loader<string, unknown>('dossier by id', async (keys) => keys.map(() => null)).clear(id);
  return findDossier(context, 'id', id);
}
