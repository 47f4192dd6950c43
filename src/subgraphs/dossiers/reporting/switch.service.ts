import { boundOf, type Role } from '../../../platform/auth/viewer.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { businessInstant } from '../dossier.filter.ts';
import { isStorable } from '../dossier.row.ts';
import { toUnit } from '../unit.service.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { forgetReporting, readSwitches } from './directory.ts';
import type { ReportingMode, ReportingSwitch } from './reporting.type.ts';
import { Switches, type SwitchSetting } from './switch.ts';

/** Roles that may read switches, each within its bounds. */
export const SWITCH_READERS: readonly Role[] = ['ADMINISTRATOR', 'UNIT_LEADER', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'];

/** Whether the viewer may act on the unit in any of the roles: it is theirs or lies below theirs. */
function reaches(context: HubContext, directory: UnitDirectory, roles: readonly Role[], unit: string): boolean {
  const scope = directory.scope(unit);
  return roles.some((role) => {
    const bound = boundOf(context.viewer, role);
    return bound === 'ALL' || (bound !== undefined && scope.includes(bound));
  });
}

/** The switches of a unit and of all units below it that were set, and always the unit's own for all sources. Empty: unknown, or not yours to see. */
export async function switchesOf(context: HubContext, unit: string): Promise<ReportingSwitch[]> {
  const directory = await unitDirectory(context.hub);
  if (directory.get(unit) === undefined || !reaches(context, directory, SWITCH_READERS, unit)) return [];
  const settings = await readSwitches(context.hub.db);
  const below = new Set(directory.below(unit));
  const set = settings.filter((each) => below.has(each.unit)).map(({ unit: of, source }): Key => [of, source]);
  const keys = new Map([[unit, null] as Key, ...set.sort(byKey)].map((key) => [JSON.stringify(key), key]));
  return [...keys.values()].map((key) => toSwitch(context, directory, settings, key));
}

type Key = [unit: string, source: string | null];
const byKey = (a: Key, b: Key) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

function toSwitch(context: HubContext, directory: UnitDirectory, settings: readonly SwitchSetting[], [code, source]: Key): ReportingSwitch {
  const unit = directory.get(code);
  if (unit === undefined) throw new Error(`the switch of ${code} has no unit`);
  const switches = new Switches(settings, context.hub.config.reporting);
  const now = businessInstant(context);
  return {
    unit: toUnit(unit),
    source,
    mode: switches.modeOf(directory.scope(code), source ?? '', now),
    own: switches.setting(code, source, now) !== undefined,
    history: settings
      .filter((each) => each.unit === code && each.source === source)
      .map((each) => ({
        ...{ mode: each.mode, from: each.valid_from, changedBy: each.changed_by },
        ...{ changedAt: each.changed_at, reason: each.reason },
      })),
  };
}

/** What a switch is to be set to; `from` undefined: at once. */
export interface SwitchChange {
  unit: string;
  source: string | null;
  mode: ReportingMode;
  from: Date | undefined;
  reason: string;
}

/** Sets a switch from an instant on. What was set before stays in its history, and what was to come later than `from` still comes. */
export async function setSwitch(
  context: HubContext,
  change: SwitchChange,
): Promise<{ reportingSwitch: ReportingSwitch | null; userErrors: UserErrorValue[] }> {
  const { hub, viewer } = context;
  const directory = await unitDirectory(hub);
  if (directory.get(change.unit) === undefined || !reaches(context, directory, ['ADMINISTRATOR'], change.unit)) {
    return { reportingSwitch: null, userErrors: [notFound('unit')] };
  }
  const problem = problemOf(change, businessInstant(context));
  if (problem !== undefined) return { reportingSwitch: null, userErrors: [problem] };
  const at = businessInstant(context);
  await hub.db.query(
    `INSERT INTO dossiers.reporting_switch (unit, source, mode, valid_from, changed_at, changed_by, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [change.unit, change.source, change.mode, change.from ?? at, at, viewer.subject, change.reason.trim()],
  );
  forgetReporting(hub);
  const settings = await readSwitches(hub.db);
  return { reportingSwitch: toSwitch(context, directory, settings, [change.unit, change.source]), userErrors: [] };
}

function problemOf({ source, from, reason }: SwitchChange, now: Date): UserErrorValue | undefined {
  if (source !== null && (source.trim() === '' || !isStorable(source))) {
    return userError('INVALID', { vi: 'source: còn trống.', en: 'source is empty.' }, ['source']);
  }
  if (reason.trim() === '' || !isStorable(reason)) {
    return userError('INVALID', { vi: 'Cần ghi rõ lý do.', en: 'Say why.' }, ['reason']);
  }
  if (from !== undefined && from < now) {
    const text = {
      vi: 'from đã qua: những gì đã gửi hoặc không gửi thì không đổi được nữa.',
      en: 'from is past: what was sent or not sent by then stays so.',
    };
    return userError('INVALID', text, ['from']);
  }
  return undefined;
}
