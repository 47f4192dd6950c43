import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { boundOf, type Role } from '../../../platform/auth/viewer.ts';
import { forbidden, userError } from '../../../platform/errors.ts';
import { readPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../dossier.access.ts';
import { PORTAL } from '../ingest/portal.ts';
import { PULL_LISTS_WAKE_UP } from '../portal-lists/lists.jobs.ts';
import { unitDirectory } from '../units.ts';
import { PULL_WAKE_UP } from './catalogue.jobs.ts';
import { CatalogueChange, CataloguePull, PullCataloguePayload } from './catalogue.type.ts';

const READERS: readonly Role[] = ['ADMINISTRATOR', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'];

@Resolver()
export class CatalogueResolver {
  @Query(() => [CataloguePull], { description: 'The last looks at the national catalogue, the latest first (các lần cập nhật danh mục).' })
  cataloguePulls(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('first', () => Int, { nullable: true, description: 'How many; 20 where it is left out, 100 at most.' }) first?: number | null,
  ): Promise<CataloguePull[]> {
    requireRole(viewer, READERS);
    return hub.db.query<CataloguePull>(
      `SELECT pulled_at AS "pulledAt", asked_by AS "askedBy", outcome, listed, added, changed, withdrawn, failed
       FROM dossiers.catalogue_pull ORDER BY id DESC LIMIT $1`,
      [readPage({ first: first ?? null }).size],
    );
  }

  @Query(() => [CatalogueChange], {
    description: 'What the national catalogue changed of procedures, the latest first (lịch sử danh mục thủ tục).',
  })
  catalogueChanges(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('procedure', () => ID, { nullable: true, description: 'Of this procedure alone (mã thủ tục).' }) procedure?: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many; 20 where it is left out, 100 at most.' }) first?: number | null,
  ): Promise<CatalogueChange[]> {
    requireRole(viewer, READERS);
    return hub.db.query<CatalogueChange>(
      `SELECT procedure, changed_at AS "changedAt", kind, before, after FROM dossiers.catalogue_change
       WHERE $2::text IS NULL OR procedure = $2 ORDER BY id DESC LIMIT $1`,
      [readPage({ first: first ?? null }).size, procedure ?? null],
    );
  }

  @Mutation(() => PullCataloguePayload, {
    description:
      "Looks at the national catalogue and the portal's other lists now, for the province's ADMINISTRATOR (cập nhật danh mục thủ tục).",
  })
  async pullCatalogue(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('acceptLoss', () => Boolean, {
      defaultValue: false,
      description: 'Believe a list that is much shorter than the last one: what it lacks is taken out of use.',
    })
    acceptLoss: boolean,
  ): Promise<PullCataloguePayload> {
    requireRole(viewer, ['ADMINISTRATOR']);
    const bound = boundOf(viewer, 'ADMINISTRATOR');
    if (bound === undefined || (bound !== 'ALL' && !(await unitDirectory(hub)).isRoot(bound))) throw forbidden();
    if (hub.connectors.portal(PORTAL)?.listProcedures === undefined) {
      const text = {
        vi: 'Kết nối tới Cổng DVCQG không có dịch vụ danh mục thủ tục.',
        en: 'This way to the national portal has no catalogue of procedures.',
      };
      return { requested: false, userErrors: [userError('NOT_AVAILABLE', text)] };
    }
    for (const job of [PULL_WAKE_UP, PULL_LISTS_WAKE_UP]) await hub.wakeUps.wake(job, { askedBy: viewer.subject, acceptLoss });
    return { requested: true, userErrors: [] };
  }
}
