import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { boundOf } from '../../../platform/auth/viewer.ts';
import type { UserErrorValue } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { requireRole } from '../dossier.access.ts';
import { AdministrativeUnit } from '../reference.type.ts';
import { findUnit } from '../unit.service.ts';
import { unitDirectory } from '../units.ts';
import { calendarChangesOf, calendarOfUnit, removeDay, removeHours, setDay, setHours } from './calendar.service.ts';
import { CalendarChange, CalendarDay, CalendarDayInput, CalendarPayload, OpeningHoursInput } from './calendar.type.ts';
import { dayProblem, hoursProblem } from './calendar.validate.ts';

const CHANGE_READERS = ['ADMINISTRATOR', 'AUDITOR', 'BREAK_GLASS'] as const;

@Resolver(() => AdministrativeUnit)
export class UnitCalendarResolver {
  @FieldResolver(() => [CalendarDay], {
    description: 'Its calendar from one day to another, both included, at most 366 of them (lịch làm việc).',
  })
  calendar(
    @Ctx() context: HubContext,
    @Root() { code }: AdministrativeUnit,
    @Arg('from', () => LocalDateScalar, { description: 'The first day (từ ngày).' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day (đến ngày).' }) to: string,
  ): Promise<CalendarDay[]> {
    return calendarOfUnit(context, code, { from, to });
  }

  @FieldResolver(() => [CalendarChange], {
    nullable: true,
    description:
      'What was changed of its own calendar, the last first, at most 1 000, for ADMINISTRATOR and AUDITOR; null: not yours to see.',
  })
  async calendarChanges(@Ctx() context: HubContext, @Root() { code }: AdministrativeUnit): Promise<CalendarChange[] | null> {
    requireRole(context.viewer, CHANGE_READERS);
    const scope = (await unitDirectory(context.hub)).scope(code);
    const bounds = CHANGE_READERS.map((role) => boundOf(context.viewer, role));
    const sees = bounds.some((bound) => bound === 'ALL' || (bound !== undefined && scope.includes(bound)));
    return sees ? calendarChangesOf(context, code) : null;
  }
}

/** What holds everywhere within seconds: other processes read calendars anew that often. */
const SOON =
  'It holds everywhere within seconds, for what is reckoned from then on; computedDueAt of open dossiers follows by a job, dates that were given stand.';

@Resolver()
export class CalendarResolver {
  @Mutation(() => CalendarPayload, {
    description: `Sets a holiday, make-up day or short day of a unit, for ADMINISTRATOR (khai báo ngày nghỉ, ngày làm bù). ${SOON}`,
  })
  async setCalendarDay(
    @Ctx() context: HubContext,
    @Arg('input', () => CalendarDayInput, { description: 'The day.' }) input: CalendarDayInput,
  ): Promise<CalendarPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    const day = { ...input, sessions: input.kind === 'SHORT_DAY' ? (input.sessions ?? null) : emptyAsNull(input.sessions) };
    const problem = dayProblem(day);
    return answer(context, input.unit, problem === undefined ? await setDay(context, day) : [problem]);
  }

  @Mutation(() => CalendarPayload, {
    description: `Removes a unit's entry of a day, for ADMINISTRATOR: it is as the units above have it (xóa ngày đặc biệt). ${SOON}`,
  })
  async removeCalendarDay(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'Code of the unit (đơn vị).' }) unit: string,
    @Arg('date', () => LocalDateScalar, { description: 'The day (ngày).' }) date: string,
  ): Promise<CalendarPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return answer(context, unit, await removeDay(context, unit, date));
  }

  @Mutation(() => CalendarPayload, {
    description: `Sets a unit's days and hours from a day on, for ADMINISTRATOR (khai báo giờ làm việc). ${SOON}`,
  })
  async setOpeningHours(
    @Ctx() context: HubContext,
    @Arg('input', () => OpeningHoursInput, { description: 'The hours.' }) input: OpeningHoursInput,
  ): Promise<CalendarPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    const problem = hoursProblem(input);
    return answer(context, input.unit, problem === undefined ? await setHours(context, input) : [problem]);
  }

  @Mutation(() => CalendarPayload, {
    description: `Removes a unit's hours that hold from a day on, for ADMINISTRATOR: those before go on (xóa giờ làm việc). ${SOON}`,
  })
  async removeOpeningHours(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'Code of the unit (đơn vị).' }) unit: string,
    @Arg('validFrom', () => LocalDateScalar, { description: 'The day from which they hold (áp dụng từ ngày).' }) validFrom: string,
  ): Promise<CalendarPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return answer(context, unit, await removeHours(context, unit, validFrom));
  }
}

const emptyAsNull = <T>(list: T[] | null | undefined): T[] | null => (list == null || list.length === 0 ? null : list);

async function answer(context: HubContext, unit: string, userErrors: UserErrorValue[]): Promise<CalendarPayload> {
  return { unit: userErrors.length === 0 ? await findUnit(context, unit) : null, userErrors };
}
