import { Arg, Args, Ctx, Directive, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { hasRole, ROLES } from '../../platform/auth/viewer.ts';
import type { SubgraphName } from '../../platform/config/config.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { Node } from '../../platform/graphql/shared-types.ts';
import { fromGlobalId, type IdKind, kindOfGlobalId } from '../../platform/ids.ts';
import { accessTo } from './dossier.access.ts';
import { listOfCitizen } from './dossier.list.ts';
import { findDossier } from './dossier.read.ts';
import { toConnection } from './dossier.resolver.ts';
import { SHOWN_COLUMNS, type ShownRow } from './dossier.row.ts';
import { DossierConnection } from './dossier.type.ts';
import { grantOf } from './dossier.view.ts';
import { DossierPageArguments } from './list.arguments.ts';

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A citizen (công dân).' })
export class Citizen extends Node {}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'A payment (khoản thanh toán).' })
export class Payment extends Node {}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'An organization (tổ chức).' })
export class Organization extends Node {}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'A reconciliation (phiên đối soát).' })
export class Reconciliation extends Node {}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'A discrepancy (chênh lệch).' })
export class Discrepancy extends Node {}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'A synchronization (lượt đồng bộ).' })
export class Synchronization extends Node {}

/** Which subgraph knows the objects of a kind, and their type. */
const OWNERS: Partial<Record<IdKind, { subgraph: SubgraphName; typename: string }>> = {
  citizen: { subgraph: 'identity', typename: 'Citizen' },
  organization: { subgraph: 'identity', typename: 'Organization' },
  payment: { subgraph: 'payments', typename: 'Payment' },
  reconciliation: { subgraph: 'payments', typename: 'Reconciliation' },
  discrepancy: { subgraph: 'payments', typename: 'Discrepancy' },
  synchronization: { subgraph: 'integration', typename: 'Synchronization' },
};

@Resolver(() => Citizen)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Any object by its id; null, without an error, for one that is unknown or not yours to see. A citizen only where it is you.',
  })
  async node(@Ctx() context: HubContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Node | null> {
    const kind = kindOfGlobalId(id);
    if (kind === undefined || fromGlobalId(kind, id) === undefined || !hasRole(context.viewer, ...ROLES)) return null;
    if (kind === 'dossier') return findDossier(context, 'id', fromGlobalId(kind, id) as string);
    const owner = OWNERS[kind];
    if (owner === undefined) return null;
    // The owner decides whether this viewer may see it: a stub alone would tell that it exists.
    const { _entities: found } = await context.peers.ask<{ _entities: ({ id: string } | null)[] }>(
      owner.subgraph,
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${owner.typename} { id } } }`,
      { representations: [{ __typename: owner.typename, id }] },
    );
    return found[0] == null ? null : ({ __typename: owner.typename, id } as unknown as Node);
  }

  @Directive('@inaccessible')
  @Query(() => String, {
    nullable: true,
    description: 'What the caller may see of a citizen, by the dossiers of theirs that it may see; null: nothing.',
  })
  async citizenGrant(
    @Ctx() context: HubContext,
    @Arg('citizen', () => ID, { description: 'The citizen.' }) citizen: string,
  ): Promise<string | null> {
    const uuid = fromGlobalId('citizen', citizen);
    if (uuid === undefined) return null;
    const rows = await context.hub.db.query<ShownRow>(
      `SELECT ${SHOWN_COLUMNS} FROM dossiers.dossier d WHERE d.applicant_id = $1 ORDER BY d.submitted_at DESC LIMIT 1000`,
      [uuid],
    );
    const seen = rows.flatMap((row) => {
      const access = accessTo(context, row);
      return access === undefined || access.person === 'none' ? [] : [{ row, access }];
    });
    const best = seen.find(({ access }) => access.person === 'full') ?? seen[0];
    return best === undefined ? null : grantOf(context, best.row, best.access);
  }

  @FieldResolver(() => DossierConnection, {
    nullable: true,
    description: 'Dossiers that this citizen filed, as far as you may see them (hồ sơ đã nộp).',
  })
  async dossiers(
    @Ctx() context: HubContext,
    @Root() { id }: Citizen,
    @Args(() => DossierPageArguments) wanted: DossierPageArguments,
  ): Promise<DossierConnection> {
    const citizenId = fromGlobalId('citizen', id) ?? '00000000-0000-0000-0000-000000000000';
    return toConnection(context, await listOfCitizen(context, { ...wanted, orderBy: 'SUBMITTED_AT_DESC' }, citizenId));
  }
}
