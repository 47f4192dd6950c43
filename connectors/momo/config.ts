import { join } from 'node:path';
import { z } from 'zod';
import type { FeeTerms } from '../contract/money.ts';
import { Settings } from '../contract/settings.ts';
import { profileOf, type StatementProfile } from '../contract/statement.profile.ts';

/** How the connector talks to MoMo. */
export interface MomoConfig {
  url: string;
  partnerCode: string;
  accessKey: string;
  secretKey: string;
  /** MoMo wants clients to wait for at least 30 seconds. */
  timeoutMs: number;
  /** Where settlement files are fetched; MoMo publishes no such address. */
  statementUrl: string | undefined;
  /** How its own settlement file is read: MoMo publishes no layout, so the file beside this one is inferred until the contract's is named. */
  statementProfile: StatementProfile;
  fee: FeeTerms | undefined;
}

const PROFILE = join(import.meta.dirname, 'statement.profile.json');

/** Reads `MOMO_*`. */
export const momoConfig = z.record(z.string(), z.string().optional()).transform((environment, context): MomoConfig => {
  const settings = new Settings(environment, context);
  const given = (variable: string, fix: string) => settings.matching(variable, { pattern: /^\S{3,}$/, fix });
  return {
    url: settings.url('MOMO_URL', { fix: 'the address that MoMo named at onboarding, e.g. https://payment.momo.vn' }),
    partnerCode: given('MOMO_PARTNER_CODE', "the province's partner code"),
    accessKey: given('MOMO_ACCESS_KEY', 'the access key that MoMo gave for that partner code'),
    secretKey: given('MOMO_SECRET_KEY', 'the secret key that MoMo gave for that partner code'),
    timeoutMs: settings.timeout('MOMO_TIMEOUT_MS', 30_000),
    statementUrl: settings.optionalUrl('MOMO_STATEMENT_URL', 'where settlement files lie'),
    statementProfile: profileOf(settings, 'MOMO_STATEMENT_PROFILE', PROFILE),
    fee: settings.fee('MOMO'),
  };
});
