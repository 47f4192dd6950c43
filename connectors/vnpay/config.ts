import { join } from 'node:path';
import { z } from 'zod';
import type { FeeTerms } from '../contract/money.ts';
import { loadStatementProfile, type StatementProfile } from '../contract/statement.profile.ts';

/** How the connector talks to VNPAY. */
export interface VnpayConfig {
  /** The pay page. */
  payUrl: string;
  /** querydr and refund. */
  apiUrl: string;
  tmnCode: string;
  hashSecret: string;
  /** Of querydr alone: 2.1.3 signs other fields. */
  apiVersion: '2.1.0' | '2.1.3';
  timeoutMs: number;
  /** The calling server's address, as querydr and refund want it. */
  serverIp: string;
  /** Where settlement files are fetched: `<statementUrl>/<merchant>/<YYYY-MM-DD>`. VNPAY publishes no such address; it is agreed by contract. */
  statementUrl: string | undefined;
  /** How VNPAY's own settlement file is read: VNPAY publishes no layout, so the file beside this one is inferred until the contract's is named. */
  statementProfile: StatementProfile;
  /** What the contract lets VNPAY keep; undefined: not told, and then no fee of a statement is doubted. */
  fee: FeeTerms | undefined;
}

const PAY_PATH = '/paymentv2/vpcpay.html';
const API_PATH = '/merchant_webapi/api/transaction';
const PROFILE = join(import.meta.dirname, 'statement.profile.json');

type Environment = Record<string, string | undefined>;

/** Reads `VNPAY_*`; every issue names the variable and what to write there. An address without a path gets VNPAY's own. */
export const vnpayConfig = z.record(z.string(), z.string().optional()).transform((environment: Environment, context): VnpayConfig => {
  const report = (variable: string, fix: string) => context.addIssue({ code: 'custom', path: [variable], message: `${variable}: ${fix}` });
  const text = (variable: string) => environment[variable]?.trim() || undefined;
  const matching = (variable: string, rule: { pattern: RegExp; fix: string; fallback?: string }) => {
    const value = text(variable) ?? rule.fallback;
    if (value === undefined) report(variable, `missing; set it to ${rule.fix}`);
    else if (!rule.pattern.test(value)) report(variable, `not usable; set it to ${rule.fix}`);
    return value ?? '';
  };
  const url = (variable: string, path: string, fix: string) => {
    const value = text(variable);
    const parsed = value === undefined ? null : URL.parse(value);
    if (value === undefined) report(variable, `missing; set it to ${fix}`);
    else if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.username !== '') {
      report(variable, `not a plain http(s) address; set it to ${fix}`);
    }
    return parsed === null ? '' : `${parsed.origin}${parsed.pathname === '/' ? path : parsed.pathname.replace(/\/+$/, '')}`;
  };
  const whole = (variable: string, most: number) => {
    if (text(variable) === undefined) return undefined;
    const value = matching(variable, { pattern: /^\d{1,9}$/, fix: `a whole number from 0 to ${most}, or leave it out` });
    if (Number(value) > most) report(variable, `too large; set it to a whole number from 0 to ${most}, or leave it out`);
    return Number(value);
  };
  const profile = (variable: string): StatementProfile => {
    try {
      return loadStatementProfile(text(variable) ?? PROFILE);
    } catch (error) {
      report(variable, `not usable; name a readable profile, or leave it out (${(error as Error).message})`);
      return loadStatementProfile(PROFILE);
    }
  };
  const [fixed, ratePpm, vatPercent] = [
    whole('VNPAY_FEE_FIXED', 1_000_000),
    whole('VNPAY_FEE_RATE_PPM', 1_000_000),
    whole('VNPAY_FEE_VAT_PERCENT', 100),
  ];
  const told = fixed !== undefined || ratePpm !== undefined || vatPercent !== undefined;
  return {
    fee: told ? { fixed: fixed ?? 0, ratePpm: ratePpm ?? 0, vatPercent: vatPercent ?? 0 } : undefined,
    statementProfile: profile('VNPAY_STATEMENT_PROFILE'),
    payUrl: url('VNPAY_URL', PAY_PATH, 'the pay page, e.g. https://pay.vnpay.vn/vpcpay.html'),
    apiUrl: url('VNPAY_API_URL', API_PATH, `the API that VNPAY named at onboarding, e.g. https://merchant.vnpay.vn${API_PATH}`),
    tmnCode: matching('VNPAY_TMN_CODE', { pattern: /^[A-Za-z0-9]{8}$/, fix: "the province's merchant code, 8 letters and digits" }),
    hashSecret: matching('VNPAY_HASH_SECRET', { pattern: /^\S{16,}$/, fix: 'the secret that VNPAY gave for that merchant code' }),
    apiVersion: matching('VNPAY_API_VERSION', {
      pattern: /^2\.1\.[03]$/,
      fix: '2.1.0 or 2.1.3',
      fallback: '2.1.0',
    }) as VnpayConfig['apiVersion'],
    timeoutMs: Number(matching('VNPAY_TIMEOUT_MS', { pattern: /^[1-9]\d{1,5}$/, fix: 'milliseconds, 10 to 999999', fallback: '15000' })),
    serverIp: matching('VNPAY_SERVER_IP', { pattern: /^[0-9A-Fa-f.:]{7,45}$/, fix: "this server's IP address", fallback: '127.0.0.1' }),
    statementUrl:
      text('VNPAY_STATEMENT_URL') === undefined ? undefined : url('VNPAY_STATEMENT_URL', '', 'where settlement files lie, or leave it out'),
  };
});
