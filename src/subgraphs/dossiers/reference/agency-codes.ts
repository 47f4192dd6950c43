import data from './agency-codes.json' with { type: 'json' };

/** An agency code (mã định danh) that the province has or inherited. Days are YYYY-MM-DD, both included. */
export interface AgencyCode {
  code: string;
  /** The unit or former unit that it names. */
  unit: string;
  validFrom: string | null;
  validTo: string | null;
  /** The last day in a dossier code that may still carry it; null: no end. */
  acceptedUntil: string | null;
  /** Codes below this one count too. */
  subtree: boolean;
  status: string;
}

export const agencyCodes: readonly AgencyCode[] = data.codes;

/** The parts of a dossier code (Circular 01/2018/TT-VPCP Art. 19). */
export interface DossierCodeParts {
  agency: string;
  /** The day received, YYYY-MM-DD. */
  day: string;
  sequence: string;
}

const DOSSIER_CODE = /^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){0,4})-(\d{2})(\d{2})(\d{2})-(\d{4,5})$/;

/** Takes a dossier code apart; undefined where it is not well-formed. Whether the day exists is not looked at. */
export function parseDossierCode(code: string): DossierCodeParts | undefined {
  const match = DOSSIER_CODE.exec(code);
  if (match === null) return undefined;
  const [, agency = '', year = '', month = '', day = '', sequence = ''] = match;
  return { agency, day: `20${year}-${month}-${day}`, sequence };
}

/**
 * Whether an agency code is the province's own or inherited, in a dossier code of that day (YYYY-MM-DD). The older form
 * `000.05.12.H12` is judged by its last group, the level-1 code.
 */
export function acceptsAgencyCode(agency: string, day: string, codes: readonly AgencyCode[] = agencyCodes): boolean {
  const name = /^\d{3}\.\d{2}\.\d{2}\.([A-Z]\d{2})$/.exec(agency)?.[1] ?? agency;
  // The nearest entry decides, so that the end of a district's code is not undone by the province's own above it.
  const entry = codes
    .filter((each) => each.code === name || (each.subtree && name.startsWith(`${each.code}.`)))
    .sort((a, b) => b.code.length - a.code.length)[0];
  return entry !== undefined && (entry.acceptedUntil === null || day <= entry.acceptedUntil);
}
