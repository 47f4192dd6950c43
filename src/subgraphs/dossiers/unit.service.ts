import type { HubContext } from '../../platform/graphql/context.ts';
import type { AdministrativeUnit } from './reference.type.ts';
import { type Unit, unitDirectory } from './units.ts';

/** A unit as the graph shows it. */
export function toUnit(unit: Unit): AdministrativeUnit {
  return {
    unit,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    agencyCode: unit.agency_code,
    latitude: unit.latitude,
    longitude: unit.longitude,
    validFrom: unit.valid_from,
    validTo: unit.valid_to,
  };
}

/** A unit by its code; null: there is none. */
export async function findUnit(context: HubContext, code: string): Promise<AdministrativeUnit | null> {
  const unit = (await unitDirectory(context.hub)).get(code);
  return unit === undefined ? null : toUnit(unit);
}
