import { pino } from 'pino';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, DossierStatus, DossierStepInput, IngestWithEventsMutation } from '../../schema/generated/graphql.ts';
import { openSandboxIssuer, type SandboxClaims } from '../../src/platform/auth/sandbox-issuer.ts';
import { createGraphService } from '../../src/roles/graph-service.ts';
import type { Query } from './client.ts';
import { createTestHub, type TestHub } from './hub.ts';

export const PROVINCE = '96';
/** A department, its branch, and three communes that have nothing to do with them. */
export const DEPARTMENT = '96-D02';
export const BRANCH = '96-D02-B01';
export const COMMUNE = '32248';
export const OTHER_COMMUNE = '31825';
export const THIRD_COMMUNE = '31843';

export const SOURCE = 'one-stop';
export const PERSON = { nationalId: '096885123456', fullName: 'Nguyễn Văn Đạt', dateOfBirth: '1985-02-03' };
export const OTHER_PERSON = { nationalId: '096990654321', fullName: 'Trần Thị Bích', dateOfBirth: '1990-07-08' };

export type Claims = Partial<Omit<SandboxClaims, 'ttl'>>;

export const INGEST = graphql(`
  mutation IngestWithEvents($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) {
      created updated unchanged stale rejected unusualSteps
      results {
        code
        outcome
        userErrors { code message field }
        dossier { id code version status events { id at status actor unusual note } }
      }
    }
  }
`);

/** The second person's word on a change of rules. */
export const APPROVE_RULE_CHANGE = graphql(`
  mutation ApproveRuleChange($change: ID!, $approve: Boolean!) {
    approveRuleChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }
  }
`);

export type IngestShown = IngestWithEventsMutation['ingestDossiers'];

/** What became of each dossier of a feed. */
export const outcomes = (shown: IngestShown) => shown.results.map((each) => each.outcome);

/** A handling step of 30 September 2025, at HH:MM. */
export const step = (key: string | null, at: string, status: DossierStatus, content = `bước ${key}`): DossierStepInput => ({
  ...(key === null ? {} : { key }),
  at: `2025-09-30T${at}:00+07:00`,
  status,
  officer: 'Lê Thị Cán Bộ',
  content,
});

/** What one subgraph or the whole graph answered. */
export interface Shown<T> {
  data: T | null;
  /** `extensions.code` of each error. */
  codes: unknown[];
  errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

export interface Asking<Variables = Record<string, unknown>> {
  variables?: Variables;
  as?: Claims;
  language?: string;
}

type Ask = <Data = Record<string, unknown>, Variables = Record<string, unknown>>(
  query: Query<Data, Variables>,
  asking?: Asking<NoInfer<Variables>>,
) => Promise<Shown<Data>>;

/** A hub and what tests of dossiers do with it. */
export interface DossiersHub extends TestHub {
  /** A dossier as a feed has it; what is given replaces the rest. Every one has a code of its own. */
  dossier(over?: Partial<DossierIngestInput>): DossierIngestInput;
  /** Sends dossiers as the province's own feed; throws where the call as a whole is refused. */
  feed(...input: DossierIngestInput[]): Promise<IngestShown>;
  feedAs(claims: Claims, ...input: DossierIngestInput[]): Promise<Shown<IngestWithEventsMutation>>;
  /** Asks the dossiers subgraph. */
  ask: Ask;
  /** Asks the whole graph through the gateway, in this process. */
  graphql: Ask;
  tokenOf(claims: Claims): Promise<string>;
}

export async function createDossiersHub(options: Parameters<typeof createTestHub>[0] = {}): Promise<DossiersHub> {
  const hub = await createTestHub(options);
  const { config, authenticator } = hub.platform;
  const issuer = await openSandboxIssuer(config.dataDir);
  const graph = createGraphService({ config, authenticator, log: pino({ level: 'silent' }), executorFor: hub.graph.executorFor });
  let made = 0;
  const tokenOf = (claims: Claims) => issuer.token({ roles: [], ttl: '1h', ...claims });
  const ask: Ask = async (query, { variables, as, language } = {}) => {
    const head = {
      ...(as === undefined ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
      ...(language === undefined ? {} : { acceptLanguage: language }),
    };
    const { data, errors } = await hub.graph.transport('dossiers', { query: query.toString(), variables: { ...variables }, head });
    return shown(data, errors);
  };
  const feedAs: DossiersHub['feedAs'] = (claims, ...input) => ask(INGEST, { variables: { input }, as: claims });
  return {
    ...hub,
    tokenOf,
    ask,
    feedAs,
    async graphql(query, { variables, as, language } = {}) {
      const token = as === undefined ? {} : { token: await tokenOf(as) };
      const by = { language: language === 'en' ? ('en' as const) : ('vi' as const), ...token };
      const { data, errors } = await graph.query({ query: query.toString(), variables: { ...variables }, ...by });
      return shown(data, errors);
    },
    dossier(over = {}) {
      made += 1;
      return {
        sourceSystem: SOURCE,
        sourceVersion: 1,
        code: `H12.64-250930-${String(made).padStart(5, '0')}`,
        procedure: '1.001193',
        receivingUnit: COMMUNE,
        applicant: PERSON,
        channel: 'IN_PERSON',
        status: 'ACCEPTED',
        submittedAt: '2025-09-30T08:00:00+07:00',
        acceptedAt: '2025-09-30T08:05:00+07:00',
        ...over,
      };
    },
    async feed(...input) {
      const { data, errors } = await feedAs({ roles: ['SYSTEM'], source: SOURCE, unit: PROVINCE }, ...input);
      if (data === null || errors.length > 0) throw new Error(`the feed is refused: ${JSON.stringify(errors)}`);
      return data.ingestDossiers;
    },
    async stop() {
      await graph.stop();
      await hub.stop();
    },
  };
}

function shown<T>(data: unknown, errors: readonly unknown[] | undefined): Shown<T> {
  const list = (errors ?? []) as Shown<T>['errors'];
  return { data: (data ?? null) as T | null, errors: list, codes: list.map((error) => error.extensions?.['code']) };
}
