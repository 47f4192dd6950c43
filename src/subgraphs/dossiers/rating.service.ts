import { queryableOf } from '../../platform/database/database.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { appendEvents } from '../../platform/outbox/outbox.ts';
import { DossierEntity } from './dossier.entity.ts';
import { findDossier } from './dossier.read.ts';
import type { Dossier } from './dossier.type.ts';

/** Keeps the applicant's rating and tells that the dossier changed, in one transaction. The last rating counts. */
export async function rateOwnDossier(context: HubContext, id: string, rating: number): Promise<Dossier | null> {
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
      await appendEvents(queryableOf(em as never), hub.cipher, [
        {
          at: dossier.updatedAt,
          kind: 'dossier.changed',
          subjectId: dossier.id,
          subject: dossier.code,
          receivingUnit: dossier.receivingUnit,
          handlingUnit: dossier.handlingUnit,
          scope: dossier.scope,
          data: {
            version: dossier.version,
            status: dossier.status,
            citizenId: dossier.applicantId,
            organizationId: dossier.organizationId,
          },
        },
      ]);
    });
  context.loader<string, unknown>('dossier by id', async (keys) => keys.map(() => null)).clear(id);
  return findDossier(context, 'id', id);
}
