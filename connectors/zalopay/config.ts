import { join } from 'node:path';
import { z } from 'zod';
import type { FeeTerms } from '../contract/money.ts';
import { Settings } from '../contract/settings.ts';
import { profileOf, type StatementProfile } from '../contract/statement.profile.ts';

/** How the connector talks to ZaloPay. */
export interface ZalopayConfig {
  url: string;
  appId: string;
  /** Signs what the hub sends. */
  key1: string;
  /** Signs what ZaloPay sends. */
  key2: string;
  timeoutMs: number;
  /** Where settlement files are fetched; ZaloPay publishes no such address. */
  statementUrl: string | undefined;
  /** How its own settlement file is read: ZaloPay publishes no layout, so the file beside this one is inferred until the contract's is named. */
  statementProfile: StatementProfile;
  fee: FeeTerms | undefined;
}

const PROFILE = join(import.meta.dirname, 'statement.profile.json');

const APP_ID = /^\d{1,10}$/;

/** What is wrong with an `app_id`; undefined: nothing. */
export function merchantCodeProblem(code: string): { vi: string; en: string } | undefined {
  if (APP_ID.test(code)) return undefined;
  return { vi: 'Mã ứng dụng của ZaloPay (app_id) gồm 1 đến 10 chữ số.', en: "ZaloPay's code (app_id) has 1 to 10 digits." };
}

/** Reads `ZALOPAY_*`. An address without a path gets ZaloPay's own. */
export const zalopayConfig = z.record(z.string(), z.string().optional()).transform((environment, context): ZalopayConfig => {
  const settings = new Settings(environment, context);
  const key = (variable: string) =>
    settings.matching(variable, { pattern: /^\S{16,}$/, fix: 'the key that ZaloPay gave for that application' });
  return {
    url: settings.url('ZALOPAY_URL', { path: '/v2', fix: 'the address that ZaloPay named, e.g. https://openapi.zalopay.vn/v2' }),
    appId: settings.matching('ZALOPAY_APP_ID', { pattern: APP_ID, fix: "the number of the province's application" }),
    key1: key('ZALOPAY_KEY1'),
    key2: key('ZALOPAY_KEY2'),
    timeoutMs: settings.timeout('ZALOPAY_TIMEOUT_MS', 15_000),
    statementUrl: settings.optionalUrl('ZALOPAY_STATEMENT_URL', 'where settlement files lie'),
    statementProfile: profileOf(settings, 'ZALOPAY_STATEMENT_PROFILE', PROFILE),
    fee: settings.fee('ZALOPAY'),
  };
});
