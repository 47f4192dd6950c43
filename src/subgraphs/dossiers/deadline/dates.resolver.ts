import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { DossierRow } from '../dossier.row.ts';
import { Dossier } from '../dossier.type.ts';

type Dates = Pick<DossierRow, 'engine_due_at' | 'statutory_due_at'>;
const NONE: Dates = { engine_due_at: null, statutory_due_at: null };

/** The hub's own dates of a dossier: lists seldom show them, so they are read where they are asked for, with one statement for a request. */
function datesOf(context: HubContext, { row, access }: Dossier): Promise<Dates> {
  if (!access.aspects.has('content')) return Promise.resolve(NONE);
  return context
    .loader<string, Dates>('own dates', async (ids) => {
      const rows = await context.hub.db.query<Dates & { id: string }>(
        'SELECT id, engine_due_at, statutory_due_at FROM dossiers.dossier WHERE id = ANY($1::uuid[])',
        [ids],
      );
      const found = new Map(rows.map((each) => [each.id, each]));
      return ids.map((id) => found.get(id) ?? NONE);
    })
    .load(row.id);
}

@Resolver(() => Dossier)
export class DossierDatesResolver {
  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "The hub's own due date (ngày hẹn trả do hệ thống tính), by the promised time, the unit's calendar and the stops of the clock; dueAt stands. Null: not reckoned.",
  })
  async computedDueAt(@Ctx() context: HubContext, @Root() dossier: Dossier): Promise<Date | null> {
    return (await datesOf(context, dossier)).engine_due_at;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When the time of the law ends (hạn giải quyết theo quy định), reckoned alike; null: not reckoned.',
  })
  async statutoryDueAt(@Ctx() context: HubContext, @Root() dossier: Dossier): Promise<Date | null> {
    return (await datesOf(context, dossier)).statutory_due_at;
  }
}
