import { z } from 'zod';
import { Settings } from '../contract/settings.ts';
import { type Profile, profileRule, readProfile } from './profile.ts';

/** A unit's template and symbol at the provider. */
export interface Mark {
  template: string;
  symbol: string;
}

/** How the connector reaches the provider, and for whom it writes. */
export interface EReceiptConfig {
  url: string;
  /** The account that issues, and the user of the service: two pairs, as the service wants them. */
  account: string;
  accountPassword: string;
  username: string;
  password: string;
  /** By unit; 96 serves all units that are not named. */
  marks: ReadonlyMap<string, Mark>;
  /** Of payments of this day or later, YYYY-MM-DD. */
  from: string;
  /** The page where a receipt can be looked at, with `{key}` in it; undefined: there is none. */
  viewUrl: string | undefined;
  timeoutMs: number;
  profile: Profile;
}

const MARK = '[A-Z0-9][A-Z0-9/-]{2,19}';
const UNIT = new RegExp(`^(\\d{2,5})=(${MARK}):(${MARK})$`);
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const UNITS_FIX = 'entries like 96=01BLP0-001:BI-26T (unit=template:symbol), separated by commas, or leave it out: no unit is served';

/** Reads `E_RECEIPT_*`; every issue names the variable and what to write there. */
export const eReceiptConfig = z.record(z.string(), z.string().optional()).transform((environment, context): EReceiptConfig => {
  const settings = new Settings(environment, context);
  const config = {
    url: settings.url('E_RECEIPT_URL', {
      fix: "the address of the provider's service, e.g. https://bienlai.example.vn/PublishService.asmx",
    }),
    account: settings.matching('E_RECEIPT_ACCOUNT', { pattern: /./, fix: 'the account that issues receipts, from the provider' }),
    accountPassword: settings.matching('E_RECEIPT_ACCOUNT_PASSWORD', { pattern: /./, fix: 'the password of that account' }),
    username: settings.matching('E_RECEIPT_USERNAME', { pattern: /./, fix: 'the user of the service, from the provider' }),
    password: settings.matching('E_RECEIPT_PASSWORD', { pattern: /./, fix: 'the password of that user' }),
    timeoutMs: settings.timeout('E_RECEIPT_TIMEOUT_MS', 30_000),
    viewUrl: viewUrlOf(settings),
    marks: marksOf(settings),
    from: '',
    profile: profileOf(settings),
  };
  const fix = 'the first day whose payments the provider receipts, e.g. 2026-12-01';
  if (config.marks.size > 0) config.from = settings.matching('E_RECEIPT_FROM', { pattern: DAY, fix });
  return context.issues.length > 0 ? z.NEVER : config;
});

function viewUrlOf(settings: Settings): string | undefined {
  const fix = 'an https address with {key} in it, e.g. https://bienlai.example.vn/tra-cuu?khoa={key}, or leave it out';
  if (settings.text('E_RECEIPT_VIEW_URL') === undefined) return undefined;
  return settings.matching('E_RECEIPT_VIEW_URL', { pattern: /^https?:\/\/[^\s{}]+\{key\}[^\s{}]*$/, fix });
}

function marksOf(settings: Settings): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const entry of (settings.text('E_RECEIPT_UNITS') ?? '').split(',')) {
    if (entry.trim() === '') continue;
    const [, unit, template, symbol] = UNIT.exec(entry.trim()) ?? [];
    if (unit === undefined || template === undefined || symbol === undefined || marks.has(unit)) {
      settings.report('E_RECEIPT_UNITS', `${JSON.stringify(entry.trim())} is not usable or stands there twice; set it to ${UNITS_FIX}`);
    } else marks.set(unit, { template, symbol });
  }
  return marks;
}

function profileOf(settings: Settings): Profile {
  try {
    return readProfile(settings.text('E_RECEIPT_PROFILE'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    settings.report('E_RECEIPT_PROFILE', `can't be used (${why}); set it to a JSON file with the provider's names, or leave it out`);
    return profileRule.parse({});
  }
}
