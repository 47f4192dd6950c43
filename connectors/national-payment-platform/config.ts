import { join } from 'node:path';
import { z } from 'zod';
import type { FeeTerms } from '../contract/money.ts';
import { Settings } from '../contract/settings.ts';
import { profileOf, type StatementProfile } from '../contract/statement.profile.ts';
import { CHECKSUMS, type Checksum } from './wire.ts';

/**
 * How the connector talks to the national payment platform. Nothing official is published: addresses, message types and channels are what
 * the province is given, so all of them are settings.
 */
export interface NationalPaymentConfig {
  /** Where payments are opened. */
  initUrl: string;
  /** Where a payment is asked about; undefined: the platform offers none, and a lost notice is found by the reconciliation. */
  queryUrl: string | undefined;
  /** Where the receipt of a payment is asked for; undefined: none. */
  billUrl: string | undefined;
  statementUrl: string | undefined;
  /** What the portal brings when it looks a dossier up; undefined: it may not. */
  lookupSecret: string | undefined;
  /** How its own settlement file is read: the platform publishes no layout, so the file beside this one is inferred until the contract's is named. */
  statementProfile: StatementProfile;
  partner: string;
  secret: string;
  checksum: Checksum;
  timeoutMs: number;
  types: { init: string; query: string; bill: string };
  version: string;
  /** LoaiHinhThanhToan, MaKenhThanhToan, MaThietBi and MaNganHang of every payment. */
  method: string;
  channel: string;
  device: string;
  bank: string;
  /** The account that is credited, where the platform wants to be told. */
  beneficiary: { account: string; bank: string; name: string };
  fee: FeeTerms | undefined;
}

const CODE = /^[\w.-]{1,40}$/;

const PROFILE = join(import.meta.dirname, 'statement.profile.json');

/** Reads `NATIONAL_PAYMENT_*`. */
export const nationalPaymentConfig = z
  .record(z.string(), z.string().optional())
  .transform((environment, context): NationalPaymentConfig => {
    const settings = new Settings(environment, context);
    const text = (variable: string) => settings.text(variable) ?? '';
    const given = (variable: string, fallback: string) =>
      settings.matching(variable, { pattern: CODE, fix: 'the value that the platform named at onboarding', fallback });
    const checksum = settings.matching('NATIONAL_PAYMENT_CHECKSUM', {
      pattern: /^(?:sha256|hmac-sha256)$/,
      fix: CHECKSUMS.join(' or '),
      fallback: 'sha256',
    });
    return {
      initUrl: settings.url('NATIONAL_PAYMENT_URL', { fix: 'the address at which the platform opens payments' }),
      queryUrl: settings.optionalUrl('NATIONAL_PAYMENT_QUERY_URL', 'the address at which it tells of payments'),
      billUrl: settings.optionalUrl('NATIONAL_PAYMENT_BILL_URL', 'the address at which it tells of receipts'),
      statementUrl: settings.optionalUrl('NATIONAL_PAYMENT_STATEMENT_URL', 'where settlement files lie'),
      lookupSecret: settings.optionalSecret('NATIONAL_PAYMENT_LOOKUP_SECRET'),
      statementProfile: profileOf(settings, 'NATIONAL_PAYMENT_STATEMENT_PROFILE', PROFILE),
      partner: settings.matching('NATIONAL_PAYMENT_PARTNER', { pattern: CODE, fix: "the province's partner code (MaDoiTac)" }),
      secret: settings.matching('NATIONAL_PAYMENT_SECRET', {
        pattern: /^\S{16,}$/,
        fix: 'the key that the platform gave for that partner',
      }),
      checksum: checksum as Checksum,
      timeoutMs: settings.timeout('NATIONAL_PAYMENT_TIMEOUT_MS', 60_000),
      types: {
        init: given('NATIONAL_PAYMENT_INIT_TYPE', 'PayInit'),
        query: given('NATIONAL_PAYMENT_QUERY_TYPE', 'Query'),
        bill: given('NATIONAL_PAYMENT_BILL_TYPE', 'GetBill'),
      },
      version: given('NATIONAL_PAYMENT_VERSION', '1.0'),
      method: given('NATIONAL_PAYMENT_METHOD', 'BANKING'),
      channel: given('NATIONAL_PAYMENT_CHANNEL', 'WEB'),
      device: given('NATIONAL_PAYMENT_DEVICE', '1'),
      bank: text('NATIONAL_PAYMENT_BANK'),
      beneficiary: {
        account: text('NATIONAL_PAYMENT_ACCOUNT'),
        bank: text('NATIONAL_PAYMENT_ACCOUNT_BANK'),
        name: text('NATIONAL_PAYMENT_ACCOUNT_NAME'),
      },
      fee: settings.fee('NATIONAL_PAYMENT'),
    };
  });
