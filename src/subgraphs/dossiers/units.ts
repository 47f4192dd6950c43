import type { Queryable } from '../../platform/database/database.ts';
import { keptFor } from '../../platform/kept.ts';
import type { Platform } from '../../platform/platform.ts';

export type UnitKind = 'PROVINCE' | 'DEPARTMENT' | 'BRANCH' | 'WARD' | 'COMMUNE' | 'SPECIAL_ZONE' | 'DISTRICT';

/** An administrative unit as it is stored. Days are YYYY-MM-DD. */
export interface Unit {
  code: string;
  name: string;
  kind: UnitKind;
  agency_code: string;
  latitude: number | null;
  longitude: number | null;
  parent: string | null;
  valid_from: string | null;
  valid_to: string | null;
  replaced_by: string | null;
}

export interface ReceptionPoint {
  code: string;
  unit: string;
  name: string;
  address: string | null;
}

/** The tree of units, held in memory: some hundreds that change a few times a year. */
export class UnitDirectory {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #children = new Map<string, Unit[]>();
  readonly #points = new Map<string, ReceptionPoint[]>();
  readonly #scopes = new Map<string, readonly string[]>();

  constructor(units: readonly Unit[], points: readonly ReceptionPoint[]) {
    this.#units = new Map(units.map((unit) => [unit.code, unit]));
    for (const unit of units) if (unit.parent !== null) push(this.#children, unit.parent, unit);
    for (const point of points) push(this.#points, point.unit, point);
  }

  get(code: string): Unit | undefined {
    return this.#units.get(code);
  }

  /** All units, also those that are in force no more: dossiers stay with them. */
  get codes(): readonly string[] {
    return [...this.#units.keys()];
  }

  /** The unit in force that an agency code belongs to; undefined: none, or more than one. */
  byAgency(agencyCode: string): string | undefined {
    return this.#only((unit) => unit.agency_code === agencyCode);
  }

  /** The unit in force of that name; undefined: none, or more than one. */
  byName(name: string): string | undefined {
    return this.#only((unit) => unit.name.normalize('NFC') === name.normalize('NFC'));
  }

  #only(is: (unit: Unit) => boolean): string | undefined {
    const found = [...this.#units.values()].filter((unit) => unit.valid_to === null && is(unit));
    return found.length === 1 ? found[0]?.code : undefined;
  }

  /** Units directly below, those in force alone. */
  children(code: string): readonly Unit[] {
    return (this.#children.get(code) ?? []).filter((unit) => unit.valid_to === null);
  }

  points(code: string): readonly ReceptionPoint[] {
    return this.#points.get(code) ?? [];
  }

  /** The unit and all units above it, from the bottom up. */
  scope(code: string): readonly string[] {
    const known = this.#scopes.get(code);
    if (known !== undefined) return known;
    const scope: string[] = [];
    for (
      let unit = this.#units.get(code);
      unit !== undefined && !scope.includes(unit.code);
      unit = unit.parent === null ? undefined : this.#units.get(unit.parent)
    ) {
      scope.push(unit.code);
    }
    this.#scopes.set(code, scope);
    return scope;
  }

  /** The unit and all units below it. */
  below(code: string): readonly string[] {
    return [code, ...(this.#children.get(code) ?? []).flatMap((unit) => this.below(unit.code))];
  }

  /** Whether the unit stands at the top: everything lies below it. */
  isRoot(code: string): boolean {
    return this.#units.get(code)?.kind === 'PROVINCE' && this.#units.get(code)?.valid_to === null;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const KEPT_MS = 60_000;
const directories = keptFor(KEPT_MS, (hub: Platform) => readUnits(hub.db));

/** The units as of a minute ago at most. */
export function unitDirectory(hub: Platform): Promise<UnitDirectory> {
  return directories.of(hub);
}

/** Forgets the kept units, after they were changed. */
export function forgetUnits(hub: Platform): void {
  directories.forget(hub);
}

async function readUnits(sql: Queryable): Promise<UnitDirectory> {
  const units = await sql.query<Unit>(
    'SELECT code, name, kind, agency_code, latitude, longitude, parent, valid_from, valid_to, replaced_by FROM dossiers.unit ORDER BY code',
  );
  const points = await sql.query<ReceptionPoint>('SELECT code, unit, name, address FROM dossiers.reception_point ORDER BY code');
  return new UnitDirectory(units, points);
}

/** Whether a unit is of the commune level. */
export function isCommuneLevel(kind: UnitKind): boolean {
  return kind === 'WARD' || kind === 'COMMUNE' || kind === 'SPECIAL_ZONE';
}
