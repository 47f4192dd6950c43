import formerData from './former-units.json' with { type: 'json' };
import pointData from './reception-points.json' with { type: 'json' };
import unitData from './units.json' with { type: 'json' };

/** `UnitKind` of the graph, and DISTRICT (huyện), which exists among former units alone: dissolved on 1 July 2025. */
export type ReferenceUnitKind = 'PROVINCE' | 'DEPARTMENT' | 'BRANCH' | 'WARD' | 'COMMUNE' | 'SPECIAL_ZONE' | 'DISTRICT';

/** A unit in force. Codes are the statistical ones; those of departments and branches are invented. */
export interface ReferenceUnit {
  code: string;
  name: string;
  kind: ReferenceUnitKind;
  agencyCode: string;
  parent: string | null;
  latitude: number | null;
  longitude: number | null;
  /** YYYY-MM-DD. */
  validFrom: string;
  invented: boolean;
}

/** A unit that was dissolved or merged. `replacedBy` is the main one of its `successors`. */
export interface FormerUnit {
  /** `F-` before the statistical code, which often went on to a new unit. */
  code: string;
  officialCode: string;
  name: string;
  kind: ReferenceUnitKind;
  agencyCode: string;
  parent: string | null;
  /** The last day, YYYY-MM-DD. */
  validTo: string;
  replacedBy: string;
  /** Where its area or its work went; `extent` is whole, part or unchanged. */
  successors: readonly { code: string; extent: string }[];
}

/** A desk of a unit. All addresses are invented. */
export interface ReceptionPointRecord {
  code: string;
  unit: string;
  name: string;
  address: string;
  invented: boolean;
}

/** The province, its 64 communes and wards, its departments and their branches, parents before children. */
export const units: readonly ReferenceUnit[] = unitData.units as readonly ReferenceUnit[];

/** Former provinces, districts and communes, parents before children. */
export const formerUnits: readonly FormerUnit[] = formerData.units as readonly FormerUnit[];

/** Where dossiers are handed in, the main point of each unit first. */
export const receptionPoints: readonly ReceptionPointRecord[] = pointData.points;

/** Whether dossiers received by a unit of that kind count as received at commune level. */
export function isCommuneLevel(kind: string): boolean {
  return kind === 'WARD' || kind === 'COMMUNE' || kind === 'SPECIAL_ZONE';
}
