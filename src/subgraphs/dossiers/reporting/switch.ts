import type { ReportingMode } from './reporting.type.ts';

/** One setting of a switch. `source` null: all sources of the unit that have no switch of their own. */
export interface SwitchSetting {
  id: string;
  unit: string;
  source: string | null;
  mode: ReportingMode;
  valid_from: Date;
  changed_by: string;
  changed_at: Date;
  reason: string;
}

/** A name that no source has: what holds for all that have no switch of their own. */
export const OTHER_SOURCES = '';

/** All switches, with what was set and what will hold later. */
export class Switches {
  readonly #byKey: ReadonlyMap<string, readonly SwitchSetting[]>;
  readonly #sources: ReadonlyMap<string, readonly string[]>;
  readonly #standard: ReportingMode;

  /** `standard`: what holds where nobody set anything. */
  constructor(settings: readonly SwitchSetting[], standard: ReportingMode) {
    const newestFirst = [...settings].sort(
      (a, b) => b.valid_from.getTime() - a.valid_from.getTime() || b.changed_at.getTime() - a.changed_at.getTime(),
    );
    this.#byKey = Map.groupBy(newestFirst, ({ unit, source }) => keyOf(unit, source));
    const named = settings.flatMap(({ unit, source }) => (source === null ? [] : [{ unit, source }]));
    this.#sources = new Map([...Map.groupBy(named, ({ unit }) => unit)].map(([unit, of]) => [unit, of.map(({ source }) => source)]));
    this.#standard = standard;
  }

  /** The setting that holds for one unit and source by itself; undefined: none was made. */
  setting(unit: string, source: string | null, at: Date): SwitchSetting | undefined {
    return this.#byKey.get(keyOf(unit, source))?.find((each) => each.valid_from <= at);
  }

  /** Sources that any unit has a switch of their own for. */
  get sources(): ReadonlySet<string> {
    return new Set([...this.#sources.values()].flat());
  }

  /** Whether any source of a unit is reported, given with all units above it. */
  anyOn(scope: readonly string[], at: Date): boolean {
    const [unit] = scope;
    const sources = unit === undefined ? [] : (this.#sources.get(unit) ?? []);
    return [OTHER_SOURCES, ...sources].some((source) => this.modeOf(scope, source, at) === 'ON');
  }

  /** What holds for a unit, given with all units above it from the bottom up: the nearest unit decides, there the source's own switch. */
  modeOf(scope: readonly string[], source: string, at: Date): ReportingMode {
    for (const unit of scope) {
      const found = this.setting(unit, source, at) ?? this.setting(unit, null, at);
      if (found !== undefined) return found.mode;
    }
    return this.#standard;
  }
}

const keyOf = (unit: string, source: string | null) => `${unit}\u0000${source ?? ''}`;
