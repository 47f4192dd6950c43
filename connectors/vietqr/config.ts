import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Settings } from '../contract/settings.ts';

/** The province's own collecting account, and what its bank signs notices of credits with. */
export interface VietqrConfig {
  bin: string;
  account: string;
  accountName: string;
  webhookSecret: string;
  /** How old a notice may be: one that is older may be a copy of somebody's. */
  windowS: number;
}

/** Banks by their BIN. They change with mergers: data, not code. */
export const BANKS = JSON.parse(readFileSync(new URL('banks.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;

/** What is wrong with `<BIN>-<account>`, the code of whoever collects by VietQR: all that a code to scan is made of stands in it. */
export function merchantCodeProblem(code: string): { vi: string; en: string } | undefined {
  const [, bin = ''] = /^(\d{6})-[A-Za-z0-9]{4,19}$/.exec(code) ?? [];
  if (bin === '')
    return {
      vi: 'Mã có dạng <BIN>-<số tài khoản>, ví dụ 970405-3713012345678.',
      en: 'A code is <BIN>-<account>, e.g. 970405-3713012345678.',
    };
  if (!Object.hasOwn(BANKS, bin)) return { vi: `Không có ngân hàng nào có BIN ${bin}.`, en: `No bank has the BIN ${bin}.` };
  return undefined;
}

/** Reads `VIETQR_*`. */
export const vietqrConfig = z.record(z.string(), z.string().optional()).transform((environment, context): VietqrConfig => {
  const settings = new Settings(environment, context);
  const bin = settings.matching('VIETQR_BANK_BIN', { pattern: /^\d{6}$/, fix: "the bank's BIN, six digits, e.g. 970405" });
  if (/^\d{6}$/.test(bin) && !Object.hasOwn(BANKS, bin))
    settings.report('VIETQR_BANK_BIN', 'no bank of that BIN is known; check it, or add it to connectors/vietqr/banks.json');
  return {
    bin,
    account: settings.matching('VIETQR_ACCOUNT', {
      pattern: /^[A-Za-z0-9]{4,19}$/,
      fix: 'the collecting account, 4 to 19 letters and digits',
    }),
    accountName: settings.matching('VIETQR_ACCOUNT_NAME', { pattern: /^.{2,70}$/, fix: "the account holder's name as the bank writes it" }),
    webhookSecret: settings.matching('VIETQR_WEBHOOK_SECRET', {
      pattern: /^\S{16,}$/,
      fix: 'the secret that the bank signs its notices of credits with',
    }),
    windowS: settings.whole('VIETQR_NOTICE_WINDOW_S', 86_400) ?? 300,
  };
});
