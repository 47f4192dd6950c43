import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { boundOf, type Role } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { localDateOf } from '../../../platform/time.ts';
import { keptDeadlineBook } from '../deadline/book.ts';
import { requireRole } from '../dossier.access.ts';
import { businessInstant } from '../dossier.filter.ts';
import { AdministrativeUnit } from '../reference.type.ts';
import { unitDirectory } from '../units.ts';
import { dossiersOfToday } from './day.read.ts';
import { DayList, DossierDay } from './day.type.ts';

/** Who reads what of its dossiers a unit has to do. */
const DOSSIER_READERS: readonly Role[] = ['UNIT_LEADER', 'AUDITOR', 'BREAK_GLASS'];
/** Who reads any part of a day. */
const READERS: readonly Role[] = [...DOSSIER_READERS, 'ACCOUNTANT', 'OPERATOR'];

@Resolver(() => AdministrativeUnit)
export class UnitDayResolver {
  @FieldResolver(() => DayList, {
    nullable: true,
    description:
      'What it and the units below it have to do today, each part for those whose work it is: UNIT_LEADER, ACCOUNTANT, OPERATOR, AUDITOR; null: not yours to see (việc hôm nay).',
  })
  async dayList(@Ctx() context: HubContext, @Root() { code }: AdministrativeUnit): Promise<DayList | null> {
    requireRole(context.viewer, READERS);
    return (await covers(context, code, READERS)) ? dayOf(context, code) : null;
  }
}

@Resolver(() => DayList)
export class DayListResolver {
  @FieldResolver(() => DossierDay, {
    nullable: true,
    description: 'Of its dossiers, for UNIT_LEADER and AUDITOR; null: not yours to see (hồ sơ).',
  })
  async dossiers(@Ctx() context: HubContext, @Root() { unitCode }: DayList): Promise<DossierDay | null> {
    return (await covers(context, unitCode, DOSSIER_READERS)) ? dossiersOfToday(context, unitCode) : null;
  }
}

/** A unit's day, without what stands in it. */
export async function dayOf(context: HubContext, unit: string): Promise<DayList> {
  const day = localDateOf(businessInstant(context));
  return { unitCode: unit, day, workingDay: (await keptDeadlineBook(context.hub)).calendarOf(unit).isWorkingDay(day) };
}

/** Whether the viewer holds one of the roles over a unit: their own, or one below it. */
async function covers({ hub, viewer }: HubContext, unit: string, roles: readonly Role[]): Promise<boolean> {
  const scope = (await unitDirectory(hub)).scope(unit);
  const bounds = roles.map((role) => boundOf(viewer, role));
  return bounds.some((bound) => bound === 'ALL' || (bound !== undefined && scope.includes(bound)));
}
