import type { PortalProcedure } from '../../../../connectors/contract/portal.catalogue.ts';
import { foldName } from '../dossier.row.ts';
import { procedures } from '../reference/procedures.ts';

/** What of a procedure follows the national catalogue. */
export interface CatalogueEntry {
  name: string;
  field: string;
  /** The national code of that field, e.g. G15-HT01; null: not known. */
  fieldCode: string | null;
  workingDays: number | null;
  /** Whole đồng; null: not published, which is not the same as free. */
  fee: number | null;
  active: boolean;
  provisional: boolean;
}

/** A procedure as it is held. */
export interface HeldProcedure extends CatalogueEntry {
  code: string;
  nationalAt: Date | null;
  /** The province promises a time of its own, by a rule of deadlines: the national one does not replace it. */
  ownTime: boolean;
}

const NATIONAL = /^\d\.\d{6}$/;
const INVENTED: ReadonlySet<string> = new Set(procedures.filter(({ invented }) => invented).map(({ code }) => code));

/** Whether a code is the national catalogue's: neither a local copy with the province's suffix nor one that the sample made up. */
export function isNational(code: string): boolean {
  return NATIONAL.test(code) && !INVENTED.has(code);
}

/** A held procedure as the portal has it. What the portal does not say, or says in more than one way, stays as it is. */
export function followed(held: HeldProcedure | undefined, national: PortalProcedure): CatalogueEntry {
  const field = national.fields[0]?.name.trim() ?? '';
  const fieldCode = national.fields[0]?.code.trim() ?? '';
  return {
    name: national.name.trim() === '' ? (held?.name ?? national.code) : national.name.normalize('NFC').trim(),
    field: field === '' ? (held?.field ?? '') : field.normalize('NFC'),
    fieldCode: fieldCode === '' ? (held?.fieldCode ?? null) : fieldCode,
    workingDays: held?.ownTime === true ? held.workingDays : (onlyOne(timesOf(national)) ?? held?.workingDays ?? null),
    fee: onlyOne(feesOf(national)) ?? held?.fee ?? null,
    active: true,
    provisional: false,
  };
}

/** Times in whole or half days, of all ways of filing. */
function timesOf({ ways }: PortalProcedure): (number | null)[] {
  return ways.flatMap(({ times }) => times.map(({ duration, unit }) => (foldName(unit).startsWith('ngay') ? duration : null)));
}

/** The amounts to pay at the desk, and of any way where the desk says nothing. */
function feesOf({ ways }: PortalProcedure): (number | null)[] {
  const amounts = (of: PortalProcedure['ways']) => of.flatMap(({ times }) => times.flatMap(({ fees }) => fees.map(({ amount }) => amount)));
  const desk = amounts(ways.filter(({ channel }) => channel === 'IN_PERSON'));
  return desk.length > 0 ? desk : amounts(ways);
}

/** The one value that all agree on; undefined where they don't, or one of them is unknown. */
function onlyOne(values: readonly (number | null)[]): number | undefined {
  const [first] = values;
  return first != null && values.every((value) => value === first) ? first : undefined;
}

/** Whether nothing that is kept differs. */
export function isSame(a: CatalogueEntry, b: CatalogueEntry): boolean {
  const { name, field, fieldCode, workingDays, fee, active, provisional } = a;
  return (
    name === b.name &&
    field === b.field &&
    fieldCode === b.fieldCode &&
    workingDays === b.workingDays &&
    fee === b.fee &&
    active === b.active &&
    provisional === b.provisional
  );
}
