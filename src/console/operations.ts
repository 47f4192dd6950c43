import { graphql } from '../../schema/generated/gql.ts';
import type {
  ConsoleBalancesQuery,
  ConsoleConnectorsQuery,
  ConsoleDayQuery,
  ConsoleExceptionsQuery,
  ConsoleGoLiveDifferencesQuery,
  ConsoleGoLiveExtrasQuery,
  ConsoleGoLiveOnboardingQuery,
  ConsoleGoLiveSourcesQuery,
  ConsoleGoLiveSwitchesQuery,
  ConsoleStuckQuery,
  ConsoleSynchronizationFragment,
  ConsoleUnitFragment,
  ConsoleWatchQuery,
} from '../../schema/generated/graphql.ts';

export type Connector = ConsoleConnectorsQuery['connectors'][number];
export type Problem = ConsoleStuckQuery['synchronizationProblems'][number];
export type StuckAnswer = ConsoleStuckQuery;
export type Synchronization = ConsoleSynchronizationFragment;
export type UnitFigures = ConsoleUnitFragment;
export type Watch = ConsoleWatchQuery;
export type DayUnit = NonNullable<ConsoleDayQuery['administrativeUnit']>;
export type Day = NonNullable<DayUnit['dayList']>;
export type OnboardingItem = ConsoleGoLiveOnboardingQuery['onboarding'][number];
export type ReportingSwitch = ConsoleGoLiveSwitchesQuery['reportingSwitches'][number];
export type Source = ConsoleGoLiveSourcesQuery['sources'][number];
export type Differences = ConsoleGoLiveDifferencesQuery['comparisons'];
export type Extras = ConsoleGoLiveExtrasQuery['portalExtras'];
export type DayOfMoney = ConsoleBalancesQuery;
export type Balance = ConsoleBalancesQuery['reconciliations'][number];
export type Exceptions = NonNullable<ConsoleExceptionsQuery['reconciliation']>;
export type Exception = Exceptions['discrepancies']['nodes'][number];
export type Indicators = UnitFigures['indicators'];

export const VIEWER = graphql(`
  query ConsoleViewer {
    viewer { subject roles unit { code } }
  }
`);

export const CONNECTORS = graphql(`
  query ConsoleConnectors {
    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }
  }
`);

/** What needs a person, what is tried again and what merely waits are asked for apart: a flood of the last must not hide the first. */
export const STUCK = graphql(`
  query ConsoleStuck($first: Int!) {
    synchronizationProblems { errorCode message advice count units oldest }
    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }
    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }
    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }
  }
  fragment ConsoleSynchronization on Synchronization {
    id
    connector { id }
    subject
    unit { name }
    operation
    sequence
    state
    attempts
    requestedAt
    nextAttemptAt
    errorCode
    lastError
  }
`);

/** What must not stay as it is, and what is sent after everything else. */
export const WATCH = graphql(`
  query ConsoleWatch {
    connectors { id breaker nextAttemptAt ratePerSecond }
    alerts(open: true) { id kind message raisedAt }
    resends(first: 5) { id reason purpose requestedBy requestedAt state expected appended delivered waiting parked }
    comparisonSummaries(days: 1) { day kind count repaired }
  }
`);

/** What a unit has to do today; a part that is not the reader's is null. */
export const DAY = graphql(`
  query ConsoleDay($unit: ID!) {
    administrativeUnit(code: $unit) {
      code
      name
      dayList {
        day
        workingDay
        dossiers {
          dueToday { count codes }
          overdue { count codes }
          atRisk { count codes }
          pointsAtRisk
          warnings { reason count points first { code at turnUnit { name } } }
        }
        stuck { parked waiting oldestWaitingAt causes { errorCode count message advice } }
        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }
      }
    }
  }
`);

/** What a unit has and lacks to work through the hub. */
export const ONBOARDING = graphql(`
  query ConsoleGoLiveOnboarding($unit: ID!) {
    onboarding(unit: $unit) { code titleVi titleEn done detail }
  }
`);

/** Whether what the unit and those below it receive is reported, compared or only recorded. */
export const SWITCHES = graphql(`
  query ConsoleGoLiveSwitches($unit: ID!) {
    reportingSwitches(unit: $unit) {
      unit { code name }
      source
      mode
      own
      history { mode from reason changedBy changedAt }
    }
  }
`);

/** What differs between the hub and the portal, the latest first. */
export const DIFFERENCES = graphql(`
  query ConsoleGoLiveDifferences($unit: ID!, $first: Int!) {
    comparisons(unit: $unit, first: $first, kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS, UNKNOWN]) {
      totalCount
      nodes { id day kind subject purpose repairedAt unit { name } ours { status unit } theirs { status unit } }
    }
  }
`);

/** What stands at the portal and is no dossier's of the hub, the newest first. */
export const EXTRAS = graphql(`
  query ConsoleGoLiveExtras($unit: ID!, $first: Int!) {
    portalExtras(unit: $unit, first: $first) {
      totalCount
      nodes { code status portalUnit firstSeenAt lastSeenAt unit { name } }
    }
  }
`);

/** The one-stop systems that the hub calls back, or that ask it. */
export const SOURCES = graphql(`
  query ConsoleGoLiveSources($unit: ID) {
    sources(unit: $unit) { name mode url active previousSecretUntil unit { name } connector { id state pending parked lastSuccessAt lastError } }
  }
`);

/** How each merchant's day came out. */
export const BALANCES = graphql(`
  query ConsoleBalances($day: LocalDate!, $unit: ID) {
    reconciliations(from: $day, to: $day, unit: $unit) {
      id
      provider
      merchant { id code name unit { name } }
      status
      statementVersion
      statementRows
      matched
      hubTotal
      statementTotal
      discrepancyCount
      open: discrepancies(open: true, first: 0) { totalCount }
      rejection
      closedAt
    }
    missingStatements(from: $day, to: $day) { provider merchantCode unit { name } }
    workbook: reconciliationReport(from: $day, to: $day, unit: $unit, format: XLSX)
    csv: reconciliationReport(from: $day, to: $day, unit: $unit, format: CSV)
  }
`);

/** What of a day is not even, in the statement's order. */
export const EXCEPTIONS = graphql(`
  query ConsoleExceptions($id: ID!, $first: Int!) {
    reconciliation(id: $id) {
      id
      provider
      businessDate
      merchant { code name }
      status
      closedAt
      discrepancies(first: $first) {
        totalCount
        nodes {
          id kind detail reference hubAmount statementAmount
          resolution resolvedBy resolvedAt approvedBy note owner needsApproval
          payment { id dossier { code } }
        }
      }
    }
  }
`);

export const FIGURES = graphql(`
  query ConsoleFigures($province: ID!, $period: PeriodInput!) {
    administrativeUnit(code: $province) {
      ...ConsoleUnit
      units { ...ConsoleUnit }
    }
  }
  fragment ConsoleUnit on AdministrativeUnit {
    code
    name
    kind
    indicators(period: $period) {
      asOf
      dossiersReceived
      dossiersReceivedAtCommunes
      receivedOnline
      dossiersWithFee
      paidOnline
      onlineFilingRate
      onlinePaymentRate
      resolvedOnTimeRate
      satisfactionRate
    }
  }
`);

export const PAUSE = graphql(`
  mutation ConsolePause($id: ID!) {
    change: pauseConnector(id: $id) { userErrors { code message } }
  }
`);

export const RESUME = graphql(`
  mutation ConsoleResume($id: ID!) {
    change: resumeConnector(id: $id) { userErrors { code message } }
  }
`);

export const STOP = graphql(`
  mutation ConsoleStop($id: ID!) {
    change: stopSynchronization(id: $id) { userErrors { code message } }
  }
`);

export const SET_REPORTING = graphql(`
  mutation ConsoleSetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $reason: String!) {
    change: setReporting(unit: $unit, source: $source, mode: $mode, reason: $reason) { userErrors { code message } }
  }
`);

export const RECONCILE = graphql(`
  mutation ConsoleReconcile($provider: PaymentProvider!, $day: LocalDate!, $merchant: ID) {
    change: startReconciliation(provider: $provider, businessDate: $day, merchant: $merchant) { userErrors { code message } }
  }
`);

export const CLOSE_DAY = graphql(`
  mutation ConsoleCloseDay($id: ID!) {
    change: closeReconciliation(id: $id) { userErrors { code message } }
  }
`);

export const RESOLVE = graphql(`
  mutation ConsoleResolve($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {
    change: resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { userErrors { code message } }
  }
`);

export const APPROVE = graphql(`
  mutation ConsoleApprove($id: ID!, $approve: Boolean!, $note: String!) {
    change: approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { userErrors { code message } }
  }
`);

export const RETRY = graphql(`
  mutation ConsoleRetry($errorCode: String!) {
    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }
  }
`);
