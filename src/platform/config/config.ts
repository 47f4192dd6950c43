import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { isLocalDate } from '../time.ts';

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
  /** Base64 of 32 bytes each, newest first; empty: the sandbox makes its own. */
  piiKeys: string[];
  piiIndexKey: string | undefined;
  /** The whole environment, for what connectors read of it. */
  env: Record<string, string | undefined>;
}

/** A setting that can't be used; the message names the variable and the fix, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const key32 = z
  .string()
  .refine((value) => Buffer.from(value, 'base64').length === 32, 'must be base64 of 32 bytes: openssl rand -base64 32');
const port = z.coerce.number().int().min(0).max(65_535);
const list = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const schema = z.object({
  HUB_MODE: z.enum(['sandbox', 'training', 'production']).default('sandbox'),
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_PORT: port.default(4000),
  HUB_DATA_DIR: z.string().default('.hub'),
  HUB_SEED_DOSSIERS: z.coerce.number().int().min(0).max(5_000_000).default(88_429),
  HUB_TODAY: z.string().refine(isLocalDate, 'must be a day that exists, YYYY-MM-DD').optional(),
  HUB_SIMULATORS: z.enum(['on', 'off']).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  QUEUE_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
  SUBGRAPH_DOSSIERS_URL: z.url().default('http://127.0.0.1:4001/graphql'),
  SUBGRAPH_PAYMENTS_URL: z.url().default('http://127.0.0.1:4002/graphql'),
  SUBGRAPH_IDENTITY_URL: z.url().default('http://127.0.0.1:4003/graphql'),
  SUBGRAPH_INTEGRATION_URL: z.url().default('http://127.0.0.1:4004/graphql'),
  SUBGRAPH_PORT: port.optional(),
  WORKER_PORT: port.optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_CITIZEN_ISSUER: z.url().optional(),
  PII_KEY: z.string().optional().transform(list).pipe(z.array(key32)),
  PII_INDEX_KEY: key32.optional(),
});

/** Reads `.env` beside package.json where it exists; the environment itself wins. */
export function readEnvironment(root: string): Record<string, string | undefined> {
  let text = '';
  try {
    text = readFileSync(resolve(root, '.env'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const fromFile: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) fromFile[match[1]] = match[2].replace(/^(["'])(.*)\1$/, '$2');
  }
  return { ...fromFile, ...process.env };
}

/** Checks the environment; throws ConfigError naming every variable that is wrong and how to mend it. */
export function parseConfig(env: Record<string, string | undefined>, root: string): HubConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const values = parsed.data;
  const config: HubConfig = {
    mode: values.HUB_MODE,
    host: values.HUB_HOST,
    port: values.HUB_PORT,
    dataDir: isAbsolute(values.HUB_DATA_DIR) ? values.HUB_DATA_DIR : resolve(root, values.HUB_DATA_DIR),
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
    issuers: pairIssuers(list(values.OIDC_ISSUER), list(values.OIDC_AUDIENCE)),
    citizenIssuer: values.OIDC_CITIZEN_ISSUER,
    piiKeys: values.PII_KEY,
    piiIndexKey: values.PII_INDEX_KEY,
    env: given,
  };
  const { citizenIssuer, issuers } = config;
  // Where the two were spelled differently, citizens' tokens would be believed whatever role they claim.
  if (citizenIssuer !== undefined && !issuers.some(({ issuer }) => issuer === citizenIssuer)) {
    throw new ConfigError('OIDC_CITIZEN_ISSUER: must be one of OIDC_ISSUER, letter by letter');
  }
  const missing = productionGaps(config);
  if (missing.length > 0) throw new ConfigError(missing.join('\n'));
  return config;
}

function pairIssuers(issuers: string[], audiences: string[]): HubConfig['issuers'] {
  if (issuers.length !== audiences.length) {
    throw new ConfigError(`OIDC_AUDIENCE: needs one audience for each of the ${issuers.length} issuers of OIDC_ISSUER, in the same order`);
  }
  return issuers.map((issuer, at) => ({ issuer, audience: audiences[at] ?? '' }));
}

function productionGaps(config: HubConfig): string[] {
  if (config.mode !== 'production') return [];
  const gaps: string[] = [];
  if (config.simulators) gaps.push('HUB_SIMULATORS: simulators never run in production; set it to off or leave it out');
  if (config.today !== undefined) gaps.push('HUB_TODAY: only the sandbox has a day of its own; leave it out');
  if (config.issuers.length === 0) gaps.push('OIDC_ISSUER: name the identity provider whose tokens are accepted, and OIDC_AUDIENCE');
  if (config.piiKeys.length === 0) gaps.push('PII_KEY: make one with openssl rand -base64 32 and keep it safe');
  if (config.piiIndexKey === undefined) gaps.push('PII_INDEX_KEY: make one with openssl rand -base64 32 and keep it safe');
  if (config.databaseUrl === undefined) gaps.push('DATABASE_URL: name the PostgreSQL 14 or newer of this installation');
  return gaps;
}
