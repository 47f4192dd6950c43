import { join, resolve } from 'node:path';
import type { CitizenClaimNames } from '../auth/citizen-claims.ts';
import type { OidcClient } from '../auth/opaque-token.ts';
import type { Language } from '../language.ts';
import { both, ConfigError, named } from './problem.ts';
import { productionGaps } from './production.ts';
import { list, SETTINGS } from './schema.ts';
import { readSftpSources, type SftpSource } from './sftp.ts';

export type HubMode = 'sandbox' | 'training' | 'production';
export const SUBGRAPH_NAMES = ['dossiers', 'payments', 'identity', 'integration'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** What every role of the hub reads from its environment, checked. */
export interface HubConfig {
  mode: HubMode;
  host: string;
  port: number;
  dataDir: string;
  seedDossiers: number;
  /** Undefined: the sample quarter decides (its last day while it is loaded). */
  today: string | undefined;
  simulators: boolean;
  databaseUrl: string | undefined;
  queueUrl: string | undefined;
  subgraphUrls: Record<SubgraphName, string>;
  subgraphPort: number | undefined;
  /** Probes and metrics of a worker; undefined: none. */
  workerPort: number | undefined;
  issuers: { issuer: string; audience: string }[];
  citizenIssuer: string | undefined;
  /** What its tokens call what the hub reads of them. */
  citizenClaims: CitizenClaimNames;
  /** By which the hub may ask it for tokens that say nothing by themselves; undefined: those are refused. */
  citizenClient: OidcClient | undefined;
  /** The national state, 1 … 10, by which a voided dossier is closed at the national portal. */
  voidedStatus: number;
  /** Who may ask for dossiers as the national portal: a secret, and addresses or ranges of them. */
  portalInbound: { secret: string | undefined; addresses: string[] };
  /** Where papers that the portal asks for may be fetched from, and how long they may be. */
  portalFiles: { origins: string[]; maxBytes: number };
  /** What is done with dossiers of a unit and source whose reporting switch nobody has set. */
  reporting: 'OFF' | 'COMPARE' | 'ON';
  /** Where alerts are posted to; undefined: they stand in the log, the graph and the console alone. */
  alertWebhookUrl: string | undefined;
  /** In which language what it is sent is said. */
  alertLanguage: Language;
  /** The server that mails go out by, and whom they come from; undefined: none go out. */
  smtp: { url: string; from: string } | undefined;
  /** How many dossiers are looked up at the national portal each night; null: all; 0: none. */
  nightlyComparison: number | null;
  /** How many days operators can read what was sent to outside systems and what came back; 0: it is not kept. */
  exchangeLogDays: number;
  /** The folder into which providers lay their statements; undefined: none. */
  statementsDir: string | undefined;
  /** Whether that folder is one of the hub's own, made where it is not there. */
  ownStatementsDir: boolean;
  /** Where statements are fetched from, into that folder. */
  sftpSources: readonly SftpSource[];
  /** From this amount on, whole đồng, a second accountant lets a refund go ahead. */
  refundApprovalFrom: number;
  /** Whether what is paid twice waits for an accountant, or goes back by itself below the amount that needs a second one. */
  refundPaidTwice: 'ask' | 'send';
  /** From this amount on, whole đồng, a second accountant approves how a difference was settled. */
  reconciliationApprovalFrom: number;
  /** The bank account to which each provider pays out what it collected by the province's own merchant; a provider that is not named: not followed. */
  settlementAccounts: Readonly<Record<string, string>>;
  /** So many days a merchant's secret is still good after it was replaced, for what comes in; 0: not at all. */
  replacedSecretDays: number;
  /** A payout is late after so many working days. */
  settlementDays: number;
  /** Base64 of 32 bytes each, newest first; empty: the sandbox makes its own. */
  piiKeys: string[];
  piiIndexKey: string | undefined;
  /** The whole environment, for what connectors read of it. */
  env: Record<string, string | undefined>;
}

/** Checks the environment; throws ConfigError naming every variable that is wrong or missing, and how to mend it. */
export function parseConfig(env: Record<string, string | undefined>, root: string): HubConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = SETTINGS.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => named(String(path[0]), message));
  const sftp = readSftpSources(given, root);
  const problems = [
    ...new Set([
      ...wrong,
      ...issuerProblems(given),
      ...smtpProblems(given),
      ...fileProblems(given),
      ...sftp.problems,
      ...productionGaps(given),
    ]),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const values = parsed.data;
  const dataDir = resolve(root, values.HUB_DATA_DIR);
  return {
    mode: values.HUB_MODE,
    host: values.HUB_HOST,
    port: values.HUB_PORT,
    dataDir,
    seedDossiers: values.HUB_SEED_DOSSIERS,
    today: values.HUB_TODAY,
    simulators: values.HUB_SIMULATORS === undefined ? values.HUB_MODE !== 'production' : values.HUB_SIMULATORS === 'on',
    databaseUrl: values.DATABASE_URL,
    queueUrl: values.QUEUE_URL,
    subgraphUrls: {
      dossiers: values.SUBGRAPH_DOSSIERS_URL,
      payments: values.SUBGRAPH_PAYMENTS_URL,
      identity: values.SUBGRAPH_IDENTITY_URL,
      integration: values.SUBGRAPH_INTEGRATION_URL,
    },
    subgraphPort: values.SUBGRAPH_PORT,
    workerPort: values.WORKER_PORT,
    issuers: values.OIDC_ISSUER.map((issuer, at) => ({ issuer, audience: values.OIDC_AUDIENCE[at] ?? '' })),
    citizenIssuer: values.OIDC_CITIZEN_ISSUER,
    citizenClaims: {
      numbers: values.OIDC_CITIZEN_NUMBER_CLAIMS,
      accounts: values.OIDC_CITIZEN_ACCOUNT_CLAIMS,
      kind: values.OIDC_CITIZEN_KIND,
    },
    citizenClient: clientOf(values.OIDC_CITIZEN_CLIENT_ID, values.OIDC_CITIZEN_CLIENT_SECRET),
    voidedStatus: values.NATIONAL_PORTAL_VOIDED_STATUS,
    portalInbound: { secret: values.NATIONAL_PORTAL_INBOUND_SECRET, addresses: values.NATIONAL_PORTAL_INBOUND_ADDRESSES },
    portalFiles: { origins: values.NATIONAL_PORTAL_FILE_ORIGINS, maxBytes: values.NATIONAL_PORTAL_FILE_MB * 1_048_576 },
    reporting: values.NATIONAL_PORTAL_REPORTING ?? (values.HUB_MODE === 'production' ? 'OFF' : 'ON'),
    alertWebhookUrl: values.ALERT_WEBHOOK_URL,
    alertLanguage: values.ALERT_LANGUAGE,
    smtp: values.SMTP_URL === undefined || values.SMTP_FROM === undefined ? undefined : { url: values.SMTP_URL, from: values.SMTP_FROM },
    nightlyComparison: nightly(values.NIGHTLY_COMPARISON),
    exchangeLogDays: values.EXCHANGE_LOG_DAYS,
    statementsDir: values.STATEMENTS_DIR === undefined ? ownFolder(dataDir, sftp.sources) : resolve(root, values.STATEMENTS_DIR),
    ownStatementsDir: values.STATEMENTS_DIR === undefined,
    sftpSources: sftp.sources,
    refundApprovalFrom: values.REFUND_APPROVAL_FROM,
    refundPaidTwice: values.REFUND_PAID_TWICE,
    reconciliationApprovalFrom: values.RECONCILIATION_APPROVAL_FROM,
    settlementAccounts: values.SETTLEMENT_ACCOUNTS,
    replacedSecretDays: values.REPLACED_SECRET_DAYS,
    settlementDays: values.SETTLEMENT_WORKING_DAYS,
    piiKeys: values.PII_KEY,
    piiIndexKey: values.PII_INDEX_KEY,
    env: given,
  };
}

function clientOf(id: string | undefined, secret: string | undefined): HubConfig['citizenClient'] {
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** What is fetched must lie somewhere, also where nobody named a folder. */
function ownFolder(dataDir: string, sources: readonly SftpSource[]): string | undefined {
  return sources.length === 0 ? undefined : join(dataDir, 'statements');
}

function nightly(text: string): number | null {
  return text === 'all' ? null : text === 'off' ? 0 : Number(text);
}

/** A server without a sender: no mail would ever go out, and nobody would know why. */
function smtpProblems(given: Record<string, string | undefined>): string[] {
  if (given['SMTP_URL'] === undefined || given['SMTP_FROM'] !== undefined) return [];
  return [
    named('SMTP_FROM', both('còn thiếu: địa chỉ gửi thư, cùng SMTP_URL.', 'is missing: the address that mails come from, with SMTP_URL.')),
  ];
}

/** The portal would be sent to the hub for papers that the hub may fetch from nowhere. */
function fileProblems(given: Record<string, string | undefined>): string[] {
  if (given['NATIONAL_PORTAL_FILES_URL'] === undefined || given['NATIONAL_PORTAL_FILE_ORIGINS'] !== undefined) return [];
  const vi = 'còn thiếu: các nguồn tệp mà trung tâm được tải, cùng NATIONAL_PORTAL_FILES_URL.';
  return [
    named('NATIONAL_PORTAL_FILE_ORIGINS', both(vi, 'is missing: where the hub may fetch papers from, with NATIONAL_PORTAL_FILES_URL.')),
  ];
}

/** Settings that each are in order and do not fit together. */
function issuerProblems(given: Record<string, string | undefined>): string[] {
  const [issuers, audiences] = [list(given['OIDC_ISSUER']), list(given['OIDC_AUDIENCE'])];
  const citizens = given['OIDC_CITIZEN_ISSUER'];
  const problems: string[] = [];
  if (issuers.length !== audiences.length) {
    const text = both(
      `cần đúng một audience cho mỗi issuer của OIDC_ISSUER (${issuers.length}), theo cùng thứ tự.`,
      `needs one audience for each of the ${issuers.length} issuers of OIDC_ISSUER, in the same order.`,
    );
    problems.push(named('OIDC_AUDIENCE', text));
  }
  // Where the two were spelled differently, citizens' tokens would be believed whatever role they claim.
  if (citizens !== undefined && !issuers.includes(citizens)) {
    const text = both('phải là một trong OIDC_ISSUER, đúng từng chữ.', 'must be one of OIDC_ISSUER, letter by letter.');
    problems.push(named('OIDC_CITIZEN_ISSUER', text));
  }
  const client = [given['OIDC_CITIZEN_CLIENT_ID'], given['OIDC_CITIZEN_CLIENT_SECRET']].filter((each) => each !== undefined);
  if (client.length === 1 || (client.length > 0 && citizens === undefined)) {
    const text = both(
      'cần cả OIDC_CITIZEN_CLIENT_SECRET và OIDC_CITIZEN_ISSUER.',
      'needs OIDC_CITIZEN_CLIENT_SECRET and OIDC_CITIZEN_ISSUER with it.',
    );
    problems.push(named('OIDC_CITIZEN_CLIENT_ID', text));
  }
  return problems;
}
