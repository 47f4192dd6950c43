import { z } from 'zod';

/** What citizens' tokens call what the hub reads of them. Providers differ; the national portal's names and the hub's own are known. */
export interface CitizenClaimNames {
  /** The personal identification number; the first claim that says anything. */
  numbers: string[];
  /** The account's key at the portal (TechID). */
  accounts: string[];
  /** The claim that tells accounts apart, and what it says of a citizen's. */
  kind: { claim: string; citizen: string };
}

/** Who holds a citizen's token. */
export interface CitizenClaims {
  subject: string;
  nationalId: string | undefined;
  technicalId: string | undefined;
}

const holder = z.looseObject({ sub: z.string().min(1) });
const NATIONAL_ID = /^\d{12}$/;
const LONGEST_ACCOUNT = 200;

/** Undefined: the token is nobody's whom the hub knows, or an organization's: that is never taken for the citizen who signed in for it. */
export function readCitizen(claims: unknown, { numbers, accounts, kind }: CitizenClaimNames): CitizenClaims | undefined {
  const read = holder.safeParse(claims);
  if (!read.success) return undefined;
  const said = (name: string) => read.data[name] ?? '';
  const first = (names: readonly string[]) => names.map(said).find((value) => value !== '');
  const number = first(numbers);
  if (number !== undefined && !(typeof number === 'string' && NATIONAL_ID.test(number))) return undefined;
  const told = said(kind.claim);
  if (told !== '' && String(told) !== kind.citizen) return undefined;
  const account = first(accounts);
  const technicalId = typeof account === 'string' && account.length <= LONGEST_ACCOUNT ? account : undefined;
  return { subject: read.data.sub, nationalId: number, technicalId };
}
