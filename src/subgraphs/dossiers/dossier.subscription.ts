import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { accessToDossier } from '../../platform/auth/access.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { followChanges, type TailEvent } from '../../platform/outbox/tail.ts';
import { knowCalendar } from './deadline/soon.ts';
import { accessTo, isOwn, requireReader } from './dossier.access.ts';
import { SHOWN_COLUMNS, type ShownRow } from './dossier.row.ts';
import { Dossier } from './dossier.type.ts';
import { toDossier } from './dossier.view.ts';

const CHANGED = 'dossier.changed';
/** Money that came or went back changes what a dossier shows as due and paid. */
const OF_MONEY = ['payment.settled', 'payment.refunded'];

interface Watched {
  unit?: string | null;
  dossier?: string | null;
}

/** The rows of dossiers that change from now on, as the viewer may see them; access is checked for each event. */
function follow(context: HubContext, { unit, dossier }: Watched): Promise<AsyncIterable<ShownRow>> {
  requireReader(context.viewer);
  const { viewer, hub } = context;
  // An id that nothing has is followed too: nothing ever comes, and nothing is told.
  const only = dossier == null ? undefined : (fromGlobalId('dossier', dossier) ?? '');
  const mayConcern = (event: TailEvent): boolean =>
    unit != null && !event.scope.includes(unit)
      ? false
      : accessToDossier(viewer, {
          receivingUnit: event.receivingUnit ?? '',
          handlingUnit: event.handlingUnit ?? '',
          scope: event.scope,
          // Events do not name the source: the row tells.
          sourceSystem: viewer.source,
          own: isOwn(context, { applicant_index: event.citizenIndex }),
        }) !== undefined;
  return followChanges(hub, {
    kinds: [CHANGED, ...OF_MONEY],
    keyOf(event) {
      const key = event.kind === CHANGED ? event.subjectId : fromGlobalId('dossier', String(event.data['dossierId']));
      return (only === undefined || key === only) && mayConcern(event) ? key : undefined;
    },
    async read(id) {
      const [row] = await hub.db.query<ShownRow>(`SELECT ${SHOWN_COLUMNS} FROM dossiers.dossier d WHERE d.id = $1::uuid`, [id]);
      if (row === undefined || accessTo(context, row) === undefined) return undefined;
      return unit == null || row.scope.includes(unit) ? row : undefined;
    },
  });
}

@Resolver()
export class DossierSubscription {
  @Subscription(() => Dossier, {
    description:
      'A dossier that you may see has changed, or money came for it (hồ sơ thay đổi): as it is by then, at most once. After a reconnect read again.',
    subscribe: ({ context, args }: { context: HubContext; args: Watched }) => follow(context, args),
  })
  async dossierChanged(
    @Ctx() context: HubContext,
    @Root() row: ShownRow,
    @Arg('unit', () => ID, { nullable: true, description: 'That this unit or one below it received or handles.' }) _unit?: string | null,
    @Arg('dossier', () => ID, { nullable: true, description: 'This one.' }) _dossier?: string | null,
  ): Promise<Dossier> {
    await knowCalendar(context);
    return toDossier(context, row) as Dossier;
  }
}
