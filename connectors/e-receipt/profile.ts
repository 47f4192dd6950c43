import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * What to make of an error code. AWAY: nothing works now, for nobody. LATER: this one may work later. LOOK: it may be there already.
 * MISSING: there is nothing under that key. REFUSED: never.
 */
const ACTS = ['AWAY', 'LATER', 'LOOK', 'MISSING', 'REFUSED'] as const;
export type Act = (typeof ACTS)[number];

const name = z.string().regex(/^[A-Za-z_][\w.-]*$/, 'must be a name of XML');

const fields = z
  .strictObject({
    account: name.default('Account'),
    accountPassword: name.default('ACpass'),
    content: name.default('xmlInvData'),
    username: name.default('username'),
    password: name.default('password'),
    key: name.default('fkey'),
    template: name.default('pattern'),
    symbol: name.default('serial'),
  })
  .prefault({});

const found = z
  .strictObject({
    item: name.default('Item'),
    template: name.default('pattern'),
    symbol: name.default('serial'),
    number: name.default('invNum'),
    total: name.default('amount'),
    state: name.default('status'),
  })
  .prefault({});

/** The codes 1, 3, 5, 7 and 20 are documented for issuing, 8 and 9 for what a state forbids; their meanings are to be agreed at onboarding. */
const ERRORS: Readonly<Record<string, Act>> = {
  1: 'AWAY', // account or password
  2: 'MISSING',
  3: 'REFUSED', // the content can't be read
  5: 'LOOK', // could not be written: how far it came is not said
  6: 'LATER', // the range of numbers is used up
  7: 'AWAY', // user or company
  8: 'REFUSED', // replaced already
  9: 'REFUSED', // cancelled already
  13: 'LOOK', // the key is taken
  20: 'REFUSED', // template and symbol do not belong together
};

/**
 * How a provider spells the service. `ImportAndPublishInv`, `cancelInv`, the content's elements and the form of `OK:`/`ERR:` are from
 * VNPT's document of receipts; all else here differs between providers and versions, so that a file may replace any of it.
 */
export const profileRule = z.strictObject({
  namespace: z.url().default('http://tempuri.org/'),
  operations: z
    .strictObject({
      issue: name.default('ImportAndPublishInv'),
      find: name.default('listInvByCusFkey'),
      cancel: name.default('cancelInv'),
      replace: name.default('replaceInv'),
    })
    .prefault({}),
  fields,
  /** The element around the content of a replacement. */
  replacement: name.default('ReplaceInv'),
  found,
  errors: z.record(z.string().regex(/^-?\d+$/), z.enum(ACTS)).default(ERRORS),
  states: z
    .record(z.string(), z.enum(['ISSUED', 'CANCELLED', 'REPLACED']))
    .default({ 1: 'ISSUED', 2: 'ISSUED', 3: 'REPLACED', 5: 'CANCELLED' }),
});
export type Profile = z.infer<typeof profileRule>;

/** Reads a profile, or gives the usual one. Throws an Error that names the field and the fix. */
export function readProfile(path: string | undefined): Profile {
  if (path === undefined) return profileRule.parse({});
  const read = profileRule.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
