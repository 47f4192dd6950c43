import { join } from 'node:path';
import { z } from 'zod';
import type { FeeTerms } from '../contract/money.ts';
import { Settings } from '../contract/settings.ts';
import { profileOf, type StatementProfile } from '../contract/statement.profile.ts';

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

const TMN_CODE = /^[A-Za-z0-9]{8}$/;

/** What is wrong with a `vnp_TmnCode`; undefined: nothing. */
export function merchantCodeProblem(code: string): { vi: string; en: string } | undefined {
  if (TMN_CODE.test(code)) return undefined;
  return { vi: 'Mã website của VNPAY (vnp_TmnCode) gồm 8 chữ cái và chữ số.', en: "VNPAY's code (vnp_TmnCode) has 8 letters and digits." };
}

/** Reads `VNPAY_*`; every issue names the variable and what to write there. An address without a path gets VNPAY's own. */
export const vnpayConfig = z.record(z.string(), z.string().optional()).transform((environment, context): VnpayConfig => {
  const settings = new Settings(environment, context);
  return {
    fee: settings.fee('VNPAY'),
    statementProfile: profileOf(settings, 'VNPAY_STATEMENT_PROFILE', PROFILE),
    payUrl: settings.url('VNPAY_URL', { path: PAY_PATH, fix: 'the pay page, e.g. https://pay.vnpay.vn/vpcpay.html' }),
    apiUrl: settings.url('VNPAY_API_URL', {
      path: API_PATH,
      fix: `the API that VNPAY named at onboarding, e.g. https://merchant.vnpay.vn${API_PATH}`,
    }),
    tmnCode: settings.matching('VNPAY_TMN_CODE', {
      pattern: TMN_CODE,
      fix: "the province's merchant code, 8 letters and digits",
    }),
    hashSecret: settings.matching('VNPAY_HASH_SECRET', { pattern: /^\S{16,}$/, fix: 'the secret that VNPAY gave for that merchant code' }),
    apiVersion: settings.matching('VNPAY_API_VERSION', {
      pattern: /^2\.1\.[03]$/,
      fix: '2.1.0 or 2.1.3',
      fallback: '2.1.0',
    }) as VnpayConfig['apiVersion'],
    timeoutMs: settings.timeout('VNPAY_TIMEOUT_MS', 15_000),
    serverIp: settings.matching('VNPAY_SERVER_IP', {
      pattern: /^[0-9A-Fa-f.:]{7,45}$/,
      fix: "this server's IP address",
      fallback: '127.0.0.1',
    }),
    statementUrl: settings.optionalUrl('VNPAY_STATEMENT_URL', 'where settlement files lie'),
  };
});
