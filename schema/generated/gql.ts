/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ConsoleBatches($first: Int!, $unit: ID) {\n    settlementBatches(states: [EXPECTED, SHORT, OVER, MISSING], first: $first, unit: $unit) {\n      totalCount\n      nodes { id provider merchant { code unit { name } } batch firstDay lastDay net credited open dueOn state }\n    }\n  }\n": typeof types.ConsoleBatchesDocument,
    "\n  query ConsoleCredits($first: Int!) {\n    accountCredits(states: [UNIDENTIFIED], first: $first) {\n      totalCount\n      nodes {\n        id account bankReference amount bookedAt reference disputedAmount onStatement proposedBy proposedAs\n        proposedPayment { reference } proposedBatches { batch }\n      }\n    }\n  }\n": typeof types.ConsoleCreditsDocument,
    "\n  query ConsoleCredit($id: ID!) {\n    accountCredit(id: $id) {\n      id account bankReference amount state\n      suggestions { payment { id reference amount dossier { code } } score reason }\n    }\n  }\n": typeof types.ConsoleCreditDocument,
    "\n  query ConsoleCreditText($id: ID!) {\n    accountCredit(id: $id) { content }\n  }\n": typeof types.ConsoleCreditTextDocument,
    "\n  query ConsoleCash($first: Int!, $unit: ID) {\n    cashDrawers(states: [OPEN, COUNTED, ACCEPTED], first: $first, unit: $unit) {\n      pageInfo { hasNextPage }\n      nodes { id unit { name } officer day state payments expected counted difference note }\n    }\n  }\n": typeof types.ConsoleCashDocument,
    "\n  query ConsoleOnItsWay {\n    cashDeposits(arrived: false) { id unit { name } account amount slipNumber depositedOn depositedBy }\n  }\n": typeof types.ConsoleOnItsWayDocument,
    "\n  query ConsoleDepositing($first: Int!, $unit: ID) {\n    cashDrawers(states: [ACCEPTED], first: $first, unit: $unit) {\n      pageInfo { hasNextPage }\n      nodes { id unit { code name } officer day counted }\n    }\n    depositAccounts { number bankName unit { code name } }\n  }\n": typeof types.ConsoleDepositingDocument,
    "\n  query ConsoleStatementFiles($from: LocalDate!, $to: LocalDate!) {\n    statementFiles { path provider businessDate state reason version seenAt }\n    missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { name } }\n  }\n": typeof types.ConsoleStatementFilesDocument,
    "\n  query ConsoleReceipts($unit: ID) {\n    receiptOrders(unit: $unit) {\n      id action state paymentReference unit { name } code reason advice attempts nextAttemptAt wantedAt closingBy closingNote\n    }\n  }\n": typeof types.ConsoleReceiptsDocument,
    "\n  query ConsoleRefunds($first: Int!, $unit: ID) {\n    refunds(states: [REQUESTED, READY, SENT, REFUSED], first: $first, unit: $unit) {\n      totalCount\n      nodes { id reference amount state cause way reason requestedBy requestedAt providerCode note awaitsConclusion payment { provider reference dossier { code } } }\n    }\n  }\n": typeof types.ConsoleRefundsDocument,
    "\n  mutation ConsoleAssignCredit($id: ID!, $payment: ID!, $note: String!) {\n    change: assignCredit(credit: $id, payment: $payment, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleAssignCreditDocument,
    "\n  mutation ConsoleAssignToBatches($id: ID!, $batches: [ID!]!, $note: String!) {\n    change: assignCreditToBatches(credit: $id, batches: $batches, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleAssignToBatchesDocument,
    "\n  mutation ConsoleAssignToDeposit($id: ID!, $deposit: ID!, $note: String!) {\n    change: assignCreditToDeposit(credit: $id, deposit: $deposit, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleAssignToDepositDocument,
    "\n  mutation ConsoleCloseCredit($id: ID!, $as: CreditClosing!, $note: String!) {\n    change: closeCredit(credit: $id, as: $as, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleCloseCreditDocument,
    "\n  mutation ConsoleAcceptDrawer($id: ID!) {\n    change: acceptCashDrawer(drawer: $id) { userErrors { code message } }\n  }\n": typeof types.ConsoleAcceptDrawerDocument,
    "\n  mutation ConsoleDepositCash($drawers: [ID!]!, $account: String!, $slip: String!, $day: LocalDate!) {\n    change: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { userErrors { code message } }\n  }\n": typeof types.ConsoleDepositCashDocument,
    "\n  mutation ConsoleRetryReceipt($id: ID!) {\n    change: retryReceiptOrder(order: $id) { userErrors { code message } }\n  }\n": typeof types.ConsoleRetryReceiptDocument,
    "\n  mutation ConsoleProposeClosing($id: ID!, $note: String!) {\n    change: proposeReceiptOrderClosing(order: $id, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleProposeClosingDocument,
    "\n  mutation ConsoleApproveClosing($id: ID!, $approve: Boolean!) {\n    change: approveReceiptOrderClosing(order: $id, approve: $approve) { userErrors { code message } }\n  }\n": typeof types.ConsoleApproveClosingDocument,
    "\n  mutation ConsoleApproveRefund($id: ID!, $approve: Boolean!, $note: String!) {\n    change: approveRefund(refund: $id, approve: $approve, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleApproveRefundDocument,
    "\n  mutation ConsoleConcludeRefund($id: ID!, $paid: Boolean!, $note: String!) {\n    change: concludeRefund(refund: $id, paid: $paid, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleConcludeRefundDocument,
    "\n  query ConsoleRepeats {\n    repeatedReports { id dossier { code } unit { name } provider reference providerTransactionId amount postedFor reportedAt advice }\n  }\n": typeof types.ConsoleRepeatsDocument,
    "\n  mutation ConsoleCountDrawer($id: ID!, $pieces: [CashPieces!]!, $note: String) {\n    change: countCashDrawer(drawer: $id, pieces: $pieces, note: $note) { userErrors { message } }\n  }\n": typeof types.ConsoleCountDrawerDocument,
    "\n  query ConsoleRules($first: Int!) {\n    ruleChanges(waiting: true, first: $first) { id kind content before reason proposedBy proposedAt }\n  }\n": typeof types.ConsoleRulesDocument,
    "\n  mutation ConsoleDecideRule($id: ID!, $approve: Boolean!) {\n    change: approveRuleChange(change: $id, approve: $approve) { userErrors { code message } }\n  }\n": typeof types.ConsoleDecideRuleDocument,
    "\n  query ConsoleViewer {\n    viewer { subject roles unit { code } }\n  }\n": typeof types.ConsoleViewerDocument,
    "\n  query ConsoleConnectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n": typeof types.ConsoleConnectorsDocument,
    "\n  query ConsoleStuck($first: Int!) {\n    synchronizationProblems { errorCode message advice count units oldest }\n    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n  }\n  fragment ConsoleSynchronization on Synchronization {\n    id\n    connector { id }\n    subject\n    unit { name }\n    operation\n    sequence\n    state\n    attempts\n    requestedAt\n    nextAttemptAt\n    errorCode\n    lastError\n  }\n": typeof types.ConsoleStuckDocument,
    "\n  query ConsoleWatch {\n    connectors { id breaker nextAttemptAt ratePerSecond }\n    alerts(open: true) { id kind message raisedAt }\n    resends(first: 5) { id reason purpose requestedBy requestedAt state expected appended delivered waiting parked }\n    comparisonSummaries(days: 1) { day kind count repaired }\n  }\n": typeof types.ConsoleWatchDocument,
    "\n  query ConsoleDay($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      code\n      name\n      dayList {\n        day\n        workingDay\n        dossiers {\n          dueToday { count codes }\n          overdue { count codes }\n          atRisk { count codes }\n          pointsAtRisk\n          warnings { reason count points first { code at turnUnit { name } } }\n        }\n        stuck { parked waiting oldestWaitingAt causes { errorCode count message advice } }\n        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }\n      }\n    }\n  }\n": typeof types.ConsoleDayDocument,
    "\n  query ConsoleGoLiveOnboarding($unit: ID!) {\n    onboarding(unit: $unit) { code titleVi titleEn done detail }\n  }\n": typeof types.ConsoleGoLiveOnboardingDocument,
    "\n  query ConsoleGoLiveSwitches($unit: ID!) {\n    reportingSwitches(unit: $unit) {\n      unit { code name }\n      source\n      mode\n      own\n      history { mode from reason changedBy changedAt }\n    }\n  }\n": typeof types.ConsoleGoLiveSwitchesDocument,
    "\n  query ConsoleGoLiveDifferences($unit: ID!, $first: Int!) {\n    comparisons(unit: $unit, first: $first, kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS, UNKNOWN]) {\n      totalCount\n      nodes { id day kind subject purpose repairedAt unit { name } ours { status unit } theirs { status unit } }\n    }\n  }\n": typeof types.ConsoleGoLiveDifferencesDocument,
    "\n  query ConsoleGoLiveExtras($unit: ID!, $first: Int!) {\n    portalExtras(unit: $unit, first: $first) {\n      totalCount\n      nodes { code status portalUnit firstSeenAt lastSeenAt unit { name } }\n    }\n  }\n": typeof types.ConsoleGoLiveExtrasDocument,
    "\n  query ConsoleGoLiveSources($unit: ID) {\n    sources(unit: $unit) { name mode url active previousSecretUntil unit { name } connector { id state pending parked lastSuccessAt lastError } }\n  }\n": typeof types.ConsoleGoLiveSourcesDocument,
    "\n  query ConsoleBalances($day: LocalDate!, $unit: ID) {\n    reconciliations(from: $day, to: $day, unit: $unit) {\n      id\n      provider\n      merchant { id code name unit { name } }\n      status\n      statementVersion\n      statementRows\n      matched\n      hubTotal\n      statementTotal\n      discrepancyCount\n      open: discrepancies(open: true, first: 0) { totalCount }\n      rejection\n      closedAt\n    }\n    missingStatements(from: $day, to: $day) { provider merchantCode unit { name } }\n    workbook: reconciliationReport(from: $day, to: $day, unit: $unit, format: XLSX)\n    csv: reconciliationReport(from: $day, to: $day, unit: $unit, format: CSV)\n  }\n": typeof types.ConsoleBalancesDocument,
    "\n  query ConsoleExceptions($id: ID!, $first: Int!) {\n    reconciliation(id: $id) {\n      id\n      provider\n      businessDate\n      merchant { code name }\n      status\n      closedAt\n      discrepancies(first: $first) {\n        totalCount\n        nodes {\n          id kind detail reference hubAmount statementAmount\n          resolution resolvedBy resolvedAt approvedBy note owner needsApproval\n          payment { id dossier { code } }\n        }\n      }\n    }\n  }\n": typeof types.ConsoleExceptionsDocument,
    "\n  query ConsoleFigures($province: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $province) {\n      ...ConsoleUnit\n      units { ...ConsoleUnit }\n    }\n  }\n  fragment ConsoleUnit on AdministrativeUnit {\n    code\n    name\n    kind\n    indicators(period: $period) {\n      asOf\n      dossiersReceived\n      dossiersReceivedAtCommunes\n      receivedOnline\n      dossiersWithFee\n      paidOnline\n      onlineFilingRate\n      onlinePaymentRate\n      resolvedOnTimeRate\n      satisfactionRate\n    }\n  }\n": typeof types.ConsoleFiguresDocument,
    "\n  mutation ConsolePause($id: ID!) {\n    change: pauseConnector(id: $id) { userErrors { code message } }\n  }\n": typeof types.ConsolePauseDocument,
    "\n  mutation ConsoleResume($id: ID!) {\n    change: resumeConnector(id: $id) { userErrors { code message } }\n  }\n": typeof types.ConsoleResumeDocument,
    "\n  mutation ConsoleStop($id: ID!) {\n    change: stopSynchronization(id: $id) { userErrors { code message } }\n  }\n": typeof types.ConsoleStopDocument,
    "\n  mutation ConsoleSetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $reason: String!) {\n    change: setReporting(unit: $unit, source: $source, mode: $mode, reason: $reason) { userErrors { code message } }\n  }\n": typeof types.ConsoleSetReportingDocument,
    "\n  mutation ConsoleReconcile($provider: PaymentProvider!, $day: LocalDate!, $merchant: ID) {\n    change: startReconciliation(provider: $provider, businessDate: $day, merchant: $merchant) { userErrors { code message } }\n  }\n": typeof types.ConsoleReconcileDocument,
    "\n  mutation ConsoleCloseDay($id: ID!) {\n    change: closeReconciliation(id: $id) { userErrors { code message } }\n  }\n": typeof types.ConsoleCloseDayDocument,
    "\n  mutation ConsoleResolve($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {\n    change: resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleResolveDocument,
    "\n  mutation ConsoleApprove($id: ID!, $approve: Boolean!, $note: String!) {\n    change: approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { userErrors { code message } }\n  }\n": typeof types.ConsoleApproveDocument,
    "\n  mutation ConsoleRetry($errorCode: String!) {\n    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }\n  }\n": typeof types.ConsoleRetryDocument,
    "\n  mutation PullCatalogue($acceptLoss: Boolean) {\n    pullCatalogue(acceptLoss: $acceptLoss) { requested userErrors { code } }\n  }\n": typeof types.PullCatalogueDocument,
    "\n  query CatalogueHistory {\n    cataloguePulls(first: 1) { askedBy outcome listed added changed withdrawn failed }\n    catalogueChanges(first: 100) { procedure kind before { name fee active } after { name fee workingDays active } }\n  }\n": typeof types.CatalogueHistoryDocument,
    "\n  mutation IngestOfUnit($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version status events { status actor unusual note } }\n      }\n    }\n  }\n": typeof types.IngestOfUnitDocument,
    "query ProvisionalProcedure { procedure(code: \"1.999999\") { name provisional } }": typeof types.ProvisionalProcedureDocument,
    "\n  query PersonalPapers($dossier: ID!, $purpose: String!, $results: [ID!]) {\n    personalPapers(dossier: $dossier, purpose: $purpose, results: $results) {\n      papers { resultCode name number agencyCode files { name url } }\n      userErrors { code message field }\n    }\n  }\n": typeof types.PersonalPapersDocument,
    "\n  query PortalLists {\n    portalLists { name outcome listed takenAt }\n    portalListEntries(list: \"AGENCIES\", first: 2) { code name about }\n    next: portalListEntries(list: \"AGENCIES\", first: 1, after: \"H12.1\") { code }\n    portalGaps { units { code } procedures { code } }\n    procedure(code: \"1.001193\") { publicServices { code name publisher agencies { code level } } }\n  }\n": typeof types.PortalListsDocument,
    "\n  mutation SwitchForMonth($unit: ID!, $source: String, $mode: ReportingMode!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, reason: \"thử\") { userErrors { code } }\n  }\n": typeof types.SwitchForMonthDocument,
    "\n  query ReportingRules {\n    reportingRules { id origin procedure reportedBy services validFrom validTo changes { changedBy reason servicesBefore servicesAfter } }\n  }\n": typeof types.ReportingRulesDocument,
    "\n  mutation SetReportingRule($input: ReportingRuleInput!) {\n    setReportingRule(input: $input) {\n      rule { services changes { changedBy servicesBefore servicesAfter } }\n      userErrors { code field }\n    }\n  }\n": typeof types.SetReportingRuleDocument,
    "\n  query ReportingOfDossier($code: String!) {\n    dossier(code: $code) { reporting { services reportedBy mode } }\n  }\n": typeof types.ReportingOfDossierDocument,
    "\n  query ReportedDossiers($reported: Boolean) {\n    dossiers(filter: { reported: $reported }, first: 100) { totalCount nodes { code } }\n  }\n": typeof types.ReportedDossiersDocument,
    "\n  mutation SetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $from: DateTime, $reason: String!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, from: $from, reason: $reason) {\n      reportingSwitch { unit { code } source mode own history { mode from changedBy reason } }\n      userErrors { code field }\n    }\n  }\n": typeof types.SetReportingDocument,
    "\n  query ReportingSwitches($unit: ID!) {\n    reportingSwitches(unit: $unit) { unit { code } source mode own history { mode } }\n  }\n": typeof types.ReportingSwitchesDocument,
    "\n  mutation ReportFiledInWhole($input: ReportingRuleInput!) {\n    setReportingRule(input: $input) { userErrors { code } }\n  }\n": typeof types.ReportFiledInWholeDocument,
    "\n  mutation CompareCommune($unit: ID!) {\n    setReporting(unit: $unit, mode: COMPARE, reason: \"trước khi mở\") { userErrors { code } }\n  }\n": typeof types.CompareCommuneDocument,
    "\n  query DifferencesOfWorld($unit: ID, $kinds: [ComparisonKind!]) {\n    comparisons(unit: $unit, kinds: $kinds, first: 100) { totalCount nodes { subject kind theirs { status } dossier { code } } }\n  }\n": typeof types.DifferencesOfWorldDocument,
    "query ChangesOfSourceA { sourceChanges(source: \"a\") { cursor } }": typeof types.ChangesOfSourceADocument,
    "query DeniedConnectors { connectors { id } }": typeof types.DeniedConnectorsDocument,
    "query DeniedSynchronizations { synchronizations { totalCount } }": typeof types.DeniedSynchronizationsDocument,
    "query DeniedProblems { synchronizationProblems { count } }": typeof types.DeniedProblemsDocument,
    "mutation DeniedRetry { retrySynchronizations(connector: \"national-portal\") { retried } }": typeof types.DeniedRetryDocument,
    "mutation DeniedRequest { requestSynchronization(filter: {}, reason: \"x\") { retried } }": typeof types.DeniedRequestDocument,
    "query Alerts($open: Boolean) { alerts(open: $open) { id kind target message recoveredAt } }": typeof types.AlertsDocument,
    "\n  mutation SetAlertRule($kind: AlertKind!, $threshold: Int!, $enabled: Boolean!) {\n    setAlertRule(kind: $kind, threshold: $threshold, enabled: $enabled) { rule { threshold enabled } userErrors { code } }\n  }\n": typeof types.SetAlertRuleDocument,
    "query AlertRules { alertRules { kind threshold enabled } }": typeof types.AlertRulesDocument,
    "query ConnectorBreakers { connectors { id breaker nextAttemptAt ratePerSecond } }": typeof types.ConnectorBreakersDocument,
    "mutation ResumeAfterRest($id: ID!) { resumeConnector(id: $id) { userErrors { code } } }": typeof types.ResumeAfterRestDocument,
    "\n    mutation SetConnectorRate($id: ID!, $rate: Float) {\n      setConnectorRate(id: $id, perSecond: $rate) { connector { ratePerSecond } userErrors { code field } }\n    }\n  ": typeof types.SetConnectorRateDocument,
    "query SettingChanges { integrationSettingChanges { actor setting target from to } }": typeof types.SettingChangesDocument,
    "\n  query Comparisons($unit: ID, $kinds: [ComparisonKind!], $first: Int, $after: String) {\n    comparisons(unit: $unit, kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      nodes { subject kind purpose unit { code } ours { status unit } theirs { status unit } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ComparisonsDocument,
    "query DeliveredAlready { synchronizations { totalCount nodes { subject sequence state deliveredAt } } }": typeof types.DeliveredAlreadyDocument,
    "query ExchangesOfSynchronizations { synchronizations { nodes { subject exchanges { attempt service sent received milliseconds } } } }": typeof types.ExchangesOfSynchronizationsDocument,
    "\n      query SynchronizationsWithConnectors($first: Int) {\n        synchronizations(first: $first) { nodes { id connector { id state pending lastError } } }\n        connectors { id state parked }\n      }\n    ": typeof types.SynchronizationsWithConnectorsDocument,
    "\n      query ProblemsOfUnit($unit: ID) { synchronizationProblems(unit: $unit) { errorCode message advice count units oldest } }\n    ": typeof types.ProblemsOfUnitDocument,
    "query SynchronizationTimes { synchronizations { nodes { nextAttemptAt deliveredAt } } }": typeof types.SynchronizationTimesDocument,
    "\n    mutation Retry($ids: [ID!], $connector: ID, $errorCode: String) {\n      retrySynchronizations(ids: $ids, connector: $connector, errorCode: $errorCode) { retried userErrors { code field } }\n    }\n  ": typeof types.RetryDocument,
    "\n  query SynchronizationsWithoutCount($unit: ID, $states: [SyncState!], $first: Int) {\n    synchronizations(unit: $unit, states: $states, first: $first) {\n      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.SynchronizationsWithoutCountDocument,
    "\n  query SynchronizationNotes { synchronizations { nodes { subject state notes { shortened { field from to } } } } }\n": typeof types.SynchronizationNotesDocument,
    "\n  query IndexBench($unit: ID!, $from: LocalDate!, $to: LocalDate!, $procedure: ID) {\n    administrativeUnit(code: $unit) {\n      indicators(period: { from: $from, to: $to }, procedure: $procedure) {\n        asOf dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        score applicableMax rank ofUnits groups { code score max components { code numerator denominator score max } }\n      }\n    }\n    }\n": typeof types.IndexBenchDocument,
    "\n  query ListsBench($filter: DossierFilter, $orderBy: DossierOrder!, $after: String, $counted: Boolean!) {\n    dossiers(filter: $filter, orderBy: $orderBy, after: $after) {\n      totalCount @include(if: $counted)\n      nodes { code status ownerName submittedAt dueAt timeliness procedure { name } handlingUnit { name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ListsBenchDocument,
    "\n  mutation CreateForNotices($input: CreatePaymentInput!) {\n    createPayment(input: $input) { payment { reference amount } userErrors { code } }\n  }\n": typeof types.CreateForNoticesDocument,
    "\n  query SightOfDossier($code: String) {\n    dossier(code: $code) {\n      code status origin channel procedure { code } receivingUnit { code } handlingUnit { code } submittedAt version timeliness\n      acceptedAt dueAt summary rating events { actor note } supplements { content } documents { name url } fees { amount }\n      ownerName applicant { fullName nationalId dateOfBirth maskedNationalId } amountDue amountPaid\n      payments { reference }\n      synchronizations { operation }\n    }\n  }\n": typeof types.SightOfDossierDocument,
    "query DossierAndNodeById($id: ID!) { dossier(id: $id) { code } node(id: $id) { id } }": typeof types.DossierAndNodeByIdDocument,
    "query DossierByCode($code: String) { dossier(code: $code) { code } }": typeof types.DossierByCodeDocument,
    "\n      query BothLists {\n        dossiers { totalCount nodes { code } pageInfo { hasNextPage } }\n        administrativeUnit(code: \"96\") { dossiers { totalCount nodes { code } } }\n      }\n    ": typeof types.BothListsDocument,
    "\n    query WhatIsPublic($id: ID!) {\n      administrativeUnit(code: \"32248\") {\n        dossiers(filter: { search: \"x\", statuses: [ACCEPTED] }) { totalCount nodes { code } pageInfo { hasNextPage endCursor } }\n      }\n      node(id: $id) { id }\n    }\n  ": typeof types.WhatIsPublicDocument,
    "query OwnerNames { dossiers { nodes { ownerName } } }": typeof types.OwnerNamesDocument,
    "\n  mutation SetDayThatMovesDates($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }\n": typeof types.SetDayThatMovesDatesDocument,
    "\n  mutation RemoveDayThatMovesDates($unit: ID!, $date: LocalDate!) { removeCalendarDay(unit: $unit, date: $date) { userErrors { code field } } }\n": typeof types.RemoveDayThatMovesDatesDocument,
    "\n  query DatesThatFollow($filter: DossierFilter) {\n    dossiers(filter: $filter, first: 100) { nodes { code version dueAt computedDueAt } }\n  }\n": typeof types.DatesThatFollowDocument,
    "\n  query CalendarOfUnit($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      calendar(from: $from, to: $to) { date open countsFor kind name sessions { from to } cutoff decidedBy }\n    }\n  }\n": typeof types.CalendarOfUnitDocument,
    "\n  query CalendarChangesOfUnit($unit: ID!) {\n    administrativeUnit(code: $unit) { calendarChanges { what changedBy changedAt before after } }\n  }\n": typeof types.CalendarChangesOfUnitDocument,
    "\n  mutation SetCalendarDay($input: CalendarDayInput!) {\n    setCalendarDay(input: $input) { unit { code } userErrors { code field } }\n  }\n": typeof types.SetCalendarDayDocument,
    "\n  mutation RemoveCalendarDay($unit: ID!, $date: LocalDate!) {\n    removeCalendarDay(unit: $unit, date: $date) { unit { code } userErrors { code field } }\n  }\n": typeof types.RemoveCalendarDayDocument,
    "\n  mutation SetOpeningHours($input: OpeningHoursInput!) {\n    setOpeningHours(input: $input) { unit { code } userErrors { code field } }\n  }\n": typeof types.SetOpeningHoursDocument,
    "\n  mutation RemoveOpeningHours($unit: ID!, $validFrom: LocalDate!) {\n    removeOpeningHours(unit: $unit, validFrom: $validFrom) { unit { code } userErrors { code field } }\n  }\n": typeof types.RemoveOpeningHoursDocument,
    "query TrailOfVoided($code: String!, $unit: ID!) {\n  dossier(code: $code) { status voidedAt }\n  dossiers(filter: { unit: $unit }, first: 100) { nodes { code } }\n}": typeof types.TrailOfVoidedDocument,
    "\n  query DeadlineRules($procedure: ID) {\n    deadlineRules(procedure: $procedure) {\n      procedure validFrom validTo counting cutoff afterSupplement stoppingStates supplements committedDays statutoryDays\n    }\n  }\n": typeof types.DeadlineRulesDocument,
    "\n  mutation ProposeDeadlineRule($input: DeadlineRuleInput!) {\n    proposeDeadlineRule(input: $input) { change { id kind approved before } userErrors { code field } }\n  }\n": typeof types.ProposeDeadlineRuleDocument,
    "\n  mutation RemoveDeadlineRule($procedure: ID, $validFrom: LocalDate!) {\n    removeDeadlineRule(procedure: $procedure, validFrom: $validFrom, reason: \"quyết định bị hủy\") { change { id } userErrors { code field } }\n  }\n": typeof types.RemoveDeadlineRuleDocument,
    "query DeadlineRuleChanges { deadlineRuleChanges { procedure validFrom changedBy approvedBy reason before after } }": typeof types.DeadlineRuleChangesDocument,
    "query DueByRule($code: String!) { dossier(code: $code) { computedDueAt } }": typeof types.DueByRuleDocument,
    "\n  query DatesOfDossier($code: String!) {\n    dossier(code: $code) { id status dueAt computedDueAt statutoryDueAt timeliness events { at status } }\n  }\n": typeof types.DatesOfDossierDocument,
    "\n  query DossiersByDates($filter: DossierFilter) {\n    dossiers(filter: $filter, first: 100) { nodes { code } }\n  }\n": typeof types.DossiersByDatesDocument,
    "\n  mutation MoveForDates($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { status dueAt computedDueAt timeliness } userErrors { code message } }\n  }\n": typeof types.MoveForDatesDocument,
    "\n  query EarlyWarningsOfRows($unit: ID!, $reasons: [EarlyWarningReason!], $first: Int, $after: String) {\n    earlyWarnings(unit: $unit, reasons: $reasons, first: $first, after: $after) {\n      totalCount totalPoints\n      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EarlyWarningsOfRowsDocument,
    "\n  query ScoresOfRows($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }\n  }\n": typeof types.ScoresOfRowsDocument,
    "\n  query EarlyWarnings($unit: ID!, $first: Int, $after: String) {\n    earlyWarnings(unit: $unit, reasons: [DUE], first: $first, after: $after) {\n      totalCount totalPoints until\n      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.EarlyWarningsDocument,
    "\n  query ScoresBeforeAndAfter($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }\n  }\n": typeof types.ScoresBeforeAndAfterDocument,
    "\n  query FilteredDossiers($filter: DossierFilter) {\n    dossiers(filter: $filter, orderBy: SUBMITTED_AT_ASC) { totalCount nodes { code } }\n  }\n": typeof types.FilteredDossiersDocument,
    "\n    query WorklistWithNames($first: Int) {\n      dossiers(first: $first) {\n        nodes {\n          code ownerName procedure { name } receivingUnit { name } handlingUnit { name } events { note } fees { amount }\n          applicant { fullName nationalId } organization { name } amountDue amountPaid\n          payments { reference merchant { name } }\n          synchronizations { state }\n        }\n      }\n    }\n  ": typeof types.WorklistWithNamesDocument,
    "\n      query DossiersThroughCitizens($first: Int) {\n        dossiers(first: $first, filter: { search: \"người\" }) {\n          nodes {\n            applicant {\n              fullName\n              dossiers(first: 1, filter: { channels: [IN_PERSON] }) { totalCount nodes { code ownerName } pageInfo { hasNextPage } }\n            }\n          }\n        }\n      }\n    ": typeof types.DossiersThroughCitizensDocument,
    "query NodesWithoutCount { dossiers(first: 2) { nodes { code } pageInfo { hasNextPage } } }": typeof types.NodesWithoutCountDocument,
    "query CountAlone { dossiers(first: 2) { totalCount } }": typeof types.CountAloneDocument,
    "\n  query DossierAsSent($id: ID) {\n    dossier(id: $id) {\n      submittedAt\n      events { at }\n      supplements { number requestedAt newDueAt receivedAt }\n      documents { name sha256 isResult digitized reused }\n    }\n  }\n": typeof types.DossierAsSentDocument,
    "\n  query EveryKey($x: String, $y: ID!) {\n    dossier(code: $x) { id }\n    national: dossier(nationalCode: $x) { id }\n    node(id: $y) { id }\n    procedure(code: $y) { code }\n    procedures(search: $x) { code }\n    field: procedures(field: $x) { code }\n    administrativeUnit(code: $y) { code }\n  }\n": typeof types.EveryKeyDocument,
    "\n  query TreeOfUnits {\n    province: administrativeUnit(code: \"96\") { name kind agencyCode parent { code } units { code kind } replacedBy { code } }\n    commune: administrativeUnit(code: \"32248\") {\n      name kind agencyCode latitude longitude parent { code } receptionPoints { code name } units { code } validTo\n    }\n    former: administrativeUnit(code: \"F-954\") { kind validTo replacedBy { code parent { code } } }\n    none: administrativeUnit(code: \"x\") { code }\n  }\n": typeof types.TreeOfUnitsDocument,
    "\n  query FoundProcedures($search: String, $field: String, $active: Boolean) {\n    procedures(search: $search, field: $field, active: $active) { code name }\n  }\n": typeof types.FoundProceduresDocument,
    "\n  query FeesOfProcedures {\n    free: procedure(code: \"1.001193\") { fee workingDays provisional }\n    unknown: procedure(code: \"1.004873\") { fee }\n    none: procedure(code: \"9.999999\") { fee }\n  }\n": typeof types.FeesOfProceduresDocument,
    "\n    query DossierByKeys($id: ID, $code: String, $nationalCode: String) {\n      dossier(id: $id, code: $code, nationalCode: $nationalCode) { id }\n    }\n  ": typeof types.DossierByKeysDocument,
    "\n      query IdsOfAllTypes {\n        dossiers { nodes { id code events { id } documents { id } applicant { id } synchronizations { id } } }\n      }\n    ": typeof types.IdsOfAllTypesDocument,
    "query AnyNode($id: ID!) { node(id: $id) { __typename id } }": typeof types.AnyNodeDocument,
    "query ApplicantIds { dossiers { nodes { applicant { id } } } }": typeof types.ApplicantIdsDocument,
    "query SynchronizationIds($id: ID) { dossier(id: $id) { synchronizations { id } } }": typeof types.SynchronizationIdsDocument,
    "query OwnDossiers { viewer { citizen { dossiers(first: 5) { totalCount nodes { code ownerName } } } } }": typeof types.OwnDossiersDocument,
    "\n    query DossiersThroughApplicants { dossiers { nodes { applicant { dossiers { totalCount nodes { code } } } } } }\n  ": typeof types.DossiersThroughApplicantsDocument,
    "\n  mutation VoidThatStays($dossier: ID!) { voidDossier(dossier: $dossier, reason: \"Nhập trùng\") { userErrors { code } } }\n": typeof types.VoidThatStaysDocument,
    "\n  query ShownWithAdditions($code: String!) {\n    dossier(code: $code) { id status version submittedAt voidedAt supplements { number content receivedAt } documents { id name } }\n  }\n": typeof types.ShownWithAdditionsDocument,
    "\n  query IndexRules($on: LocalDate) {\n    indexRules(on: $on) { code group validFrom validTo formula max targetPercent whenNone communeLevel notApplicable }\n  }\n": typeof types.IndexRulesDocument,
    "\n  mutation ProposeIndexRules($input: IndexRulesInput!) {\n    proposeIndexRules(input: $input) { change { id kind content before proposedBy approved } userErrors { code field message } }\n  }\n": typeof types.ProposeIndexRulesDocument,
    "\n  mutation RemoveIndexRules($validFrom: LocalDate!, $codes: [ID!]) {\n    removeIndexRules(validFrom: $validFrom, codes: $codes, reason: \"hoãn áp dụng\") { change { id } userErrors { code field } }\n  }\n": typeof types.RemoveIndexRulesDocument,
    "query RuleChanges($waiting: Boolean) { ruleChanges(waiting: $waiting) { kind reason proposedBy decidedBy approved } }": typeof types.RuleChangesDocument,
    "\n  query ScoresByRules($from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: \"32248\") {\n      indicators(period: { from: $from, to: $to }) { groups { code components { code max score } } }\n    }\n  }\n": typeof types.ScoresByRulesDocument,
    "\n  query ExportOfFigures($unit: ID!, $format: IndicatorFileFormat!) {\n    administrativeUnit(code: $unit) { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { export(format: $format) } }\n  }\n": typeof types.ExportOfFiguresDocument,
    "\n  query FiguresBesideAModel($code: ID!, $period: PeriodInput!, $procedure: ID) {\n    administrativeUnit(code: $code) {\n      indicators(period: $period, procedure: $procedure) {\n        dossiersReceived receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        groups { components { code numerator denominator } }\n      }\n    }\n  }\n": typeof types.FiguresBesideAModelDocument,
    "\n  mutation RateForAModel($id: ID!, $rating: Int!) { rateDossier(dossier: $id, rating: $rating) { dossier { rating } } }\n": typeof types.RateForAModelDocument,
    "\n  mutation RecountIndicators($repair: Boolean! = false) {\n    recountIndicators(repair: $repair) {\n      differenceCount repaired\n      differences { unit procedure day counter kept recounted }\n    }\n  }\n": typeof types.RecountIndicatorsDocument,
    "query IdOfModelDossier($code: String!) { dossier(code: $code) { id } }": typeof types.IdOfModelDossierDocument,
    "\n  query FiguresOfPeriod($code: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $code) {\n      indicators(period: $period) {\n        unit { code }\n        from\n        to\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        score rank ofUnits applicableMax\n        groups { code max score components { code numerator denominator score max published source flags } }\n      }\n    }\n  }\n": typeof types.FiguresOfPeriodDocument,
    "\n    query AgeOfFigures($period: PeriodInput!) { administrativeUnit(code: \"96\") { indicators(period: $period) { asOf } } }\n  ": typeof types.AgeOfFiguresDocument,
    "\n    query FiguresOfAllUnits {\n      administrativeUnit(code: \"96\") {\n        indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived }\n        units { code indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n      }\n    }\n  ": typeof types.FiguresOfAllUnitsDocument,
    "\n    query FiguresOfOneUnit {\n      administrativeUnit(code: \"32248\") { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n    }\n  ": typeof types.FiguresOfOneUnitDocument,
    "\n    query KeptDetails($code: String) {\n      dossier(code: $code) { timeliness voidedAt ownerName rating documents { id name url isResult } }\n    }\n  ": typeof types.KeptDetailsDocument,
    "query SearchedDossiers($s: String) { dossiers(filter: { search: $s }) { nodes { id } } }": typeof types.SearchedDossiersDocument,
    "\n      query UnidentifiedDossiers { dossiers(filter: { unidentified: true }) { nodes { code unidentified } } }\n    ": typeof types.UnidentifiedDossiersDocument,
    "\n      query NewProcedures {\n        one: procedure(code: \"1.888888\") { name provisional active fee }\n        two: procedure(code: \"1.777777\") { code }\n      }\n    ": typeof types.NewProceduresDocument,
    "\n      query MoneyOfDossier($code: String) { dossier(code: $code) { amountDue amountPaid payments { reference status } } }\n    ": typeof types.MoneyOfDossierDocument,
    "\n  query WalkedList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {\n    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { code }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.WalkedListDocument,
    "\n  query DossierList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {\n    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id code submittedAt dueAt } }\n      nodes { id }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.DossierListDocument,
    "\n  query PaidOnlineOfDay($code: ID!, $day: LocalDate!) {\n    administrativeUnit(code: $code) { indicators(period: { from: $day, to: $day }) { dossiersWithFee paidOnline } }\n  }\n": typeof types.PaidOnlineOfDayDocument,
    "\n  query CountedPage($orderBy: DossierOrder!, $filter: DossierFilter) {\n    dossiers(orderBy: $orderBy, filter: $filter) { totalCount nodes { code } }\n  }\n": typeof types.CountedPageDocument,
    "query ListOfUnit($unit: ID!) { administrativeUnit(code: $unit) { dossiers { totalCount nodes { code } } } }": typeof types.ListOfUnitDocument,
    "\n      query ReadFiguresOfUnit($unit: ID!) {\n        administrativeUnit(code: $unit) { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n      }\n    ": typeof types.ReadFiguresOfUnitDocument,
    "query ByCode { dossier(code: \"H12.64-250901-000100\") { id } }": typeof types.ByCodeDocument,
    "query ByNationalCode { dossier(nationalCode: \"H12.64-250901-000100\") { id } }": typeof types.ByNationalCodeDocument,
    "query FirstOfOrder($orderBy: DossierOrder!, $filter: DossierFilter) { dossiers(orderBy: $orderBy, filter: $filter) { nodes { code } } }": typeof types.FirstOfOrderDocument,
    "query LastOfOrder($orderBy: DossierOrder!) { dossiers(orderBy: $orderBy, last: 20) { nodes { code } } }": typeof types.LastOfOrderDocument,
    "\n  query IndexBesidePublished($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) {\n      indicators(period: $period) {\n        score applicableMax rank ofUnits\n        groups {\n          code score max published\n          components { code numerator denominator score max published publishedNumerator publishedDenominator publishedAt difference flags source }\n        }\n        differences { code points numerator denominator dossiers { count codes complete } }\n      }\n    }\n  }\n": typeof types.IndexBesidePublishedDocument,
    "\n  mutation TakeInPublished($period: PeriodInput!, $file: String!) {\n    takeInPublishedIndicators(period: $period, file: $file) { rows userErrors { code message field } }\n  }\n": typeof types.TakeInPublishedDocument,
    "\n  query RanksOfAllUnits($period: PeriodInput!) {\n    administrativeUnit(code: \"96\") { units { kind indicators(period: $period) { score rank ofUnits } } }\n  }\n": typeof types.RanksOfAllUnitsDocument,
    "\n  mutation RateWithComment($id: ID!, $rating: Int!, $comment: String) {\n    rateDossier(dossier: $id, rating: $rating, comment: $comment) { dossier { rating version } userErrors { code message field } }\n  }\n": typeof types.RateWithCommentDocument,
    "query RatingOfDossier($code: String) { dossier(code: $code) { rating } }": typeof types.RatingOfDossierDocument,
    "\n  query SearchByName($filter: DossierFilter, $orderBy: DossierOrder!) {\n    dossiers(filter: $filter, orderBy: $orderBy) { totalCount nodes { ownerName receivingUnit { code } } }\n  }\n": typeof types.SearchByNameDocument,
    "\n  query SlipsOf($code: String!) {\n    dossier(code: $code) { code slips { kind number issuedAt url } }\n  }\n": typeof types.SlipsOfDocument,
    "\n  mutation ReDateForSlip($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { dueAt } userErrors { code message field } }\n  }\n": typeof types.ReDateForSlipDocument,
    "query SeenByUnit($code: String!) { dossier(code: $code) { code receivingUnit { code } handlingUnit { code } } }": typeof types.SeenByUnitDocument,
    "\n      mutation PayAfterALie($dossier: ID!) {\n        createPayment(input: { dossier: $dossier, provider: VNPAY, idempotencyKey: \"lie\" }) { payment { amount } userErrors { code } }\n      }\n    ": typeof types.PayAfterALieDocument,
    "query AmountOfPayment { payment(reference: \"D1\") { amount } }": typeof types.AmountOfPaymentDocument,
    "query PaymentIds { payments { nodes { id } } }": typeof types.PaymentIdsDocument,
    "query TypeOfRoot { __typename }": typeof types.TypeOfRootDocument,
    "query NumbersOfPayers { payments(first: 100) { nodes { dossier { applicant { nationalId } } } } }": typeof types.NumbersOfPayersDocument,
    "\n    query IdsOfMine { viewer { citizen { id dossiers { nodes { id code payments { id } synchronizations { id } } } } } }\n  ": typeof types.IdsOfMineDocument,
    "\n    query IdsOfBooks($day: LocalDate!) { reconciliations(from: $day, to: $day) { id discrepancies { nodes { id } } } }\n  ": typeof types.IdsOfBooksDocument,
    "\n      query SchemaAndData {\n        __schema { queryType { name } }\n        __type(name: \"Dossier\") { fields { name } }\n        procedure(code: \"1.001193\") { __typename name }\n      }\n    ": typeof types.SchemaAndDataDocument,
    "subscription DossierChanges { dossierChanged { id } }": typeof types.DossierChangesDocument,
    "subscription PaymentChanges { paymentChanged(payment: \"x\") { id } }": typeof types.PaymentChangesDocument,
    "subscription ConnectorChanges { connectorChanged { id } }": typeof types.ConnectorChangesDocument,
    "\n      mutation PayInBothForms($input: CreatePaymentInput!) {\n        createPayment(input: $input) {\n          payment { id reference amount checkoutUrl dossier { amountDue } }\n          userErrors { code message field }\n        }\n      }\n    ": typeof types.PayInBothFormsDocument,
    "\n  mutation IngestAndShow($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { results { outcome userErrors { code } dossier { ...Shown } } }\n  }\n  fragment Shown on Dossier {\n    id code status version rating amountDue amountPaid\n    applicant { fullName }\n    organization { name }\n    payments { reference status amount external dossier { status amountDue } }\n    synchronizations { operation state sequence }\n    events { status note }\n  }\n": typeof types.IngestAndShowDocument,
    "\n  query DossierAsShown($id: ID!) { dossier(id: $id) { ...Shown } }\n": typeof types.DossierAsShownDocument,
    "\n      query OwnDossiersAndPayments {\n        viewer { citizen { dossiers(first: 100) { nodes { id } } payments(first: 100) { nodes { reference } } } }\n      }\n    ": typeof types.OwnDossiersAndPaymentsDocument,
    "query EntriesOfPayment($reference: String) { payment(reference: $reference) { entries { debit credit } } }": typeof types.EntriesOfPaymentDocument,
    "\n      mutation PayTwice($id: ID!, $amount: Vnd, $key: ID!, $other: ID!) {\n        createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $key }) {\n          payment { status dossier { amountDue amountPaid payments { status amount } } } userErrors { code }\n        }\n        again: createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $other }) {\n          payment { dossier { amountDue amountPaid } } userErrors { code }\n        }\n      }\n    ": typeof types.PayTwiceDocument,
    "query EntriesOfDossier($id: ID!) { payments(filter: { dossier: $id }) { nodes { entries { debit } } } }": typeof types.EntriesOfDossierDocument,
    "\n      mutation Checkout($id: ID!) {\n        createPayment(input: { dossier: $id, provider: VNPAY, idempotencyKey: $id }) {\n          payment { reference status amount dossier { amountDue payments { reference status } } }\n        }\n      }\n    ": typeof types.CheckoutDocument,
    "\n      mutation RateBetweenPayments($id: ID!, $key: ID!, $other: ID!) {\n        before: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) {\n          payment { dossier { rating amountPaid } }\n        }\n        rateDossier(dossier: $id, rating: 4, comment: \"Nhanh\") { dossier { rating version amountPaid } userErrors { code } }\n        after: createPayment(input: { dossier: $id, provider: CASH, idempotencyKey: $other }) {\n          payment { dossier { rating amountPaid amountDue } }\n        }\n      }\n    ": typeof types.RateBetweenPaymentsDocument,
    "\n      mutation RefusedInBetween($id: ID!, $key: ID!, $other: ID!, $connector: ID!, $no: Boolean = false) {\n        skipped: rateDossier(dossier: $id, rating: 1) @include(if: $no) { userErrors { code } }\n        first: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) { userErrors { code } }\n        pauseConnector(id: $connector) { userErrors { code } }\n        last: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $other }) { userErrors { code } }\n      }\n    ": typeof types.RefusedInBetweenDocument,
    "mutation RetryOfCause { retrySynchronizations(errorCode: \"PORTAL_-3\") { retried userErrors { code } } }": typeof types.RetryOfCauseDocument,
    "query CodeOfUnit { administrativeUnit(code: \"32248\") { code } }": typeof types.CodeOfUnitDocument,
    "\n  query CountedWorklist($first: Int) {\n    dossiers(first: $first) {\n      nodes {\n        code status procedure { name } receivingUnit { name } applicant { fullName maskedNationalId } amountDue amountPaid\n        payments { reference status amount }\n        synchronizations { operation state }\n      }\n    }\n  }\n": typeof types.CountedWorklistDocument,
    "\n  query WholeWorklist {\n    dossiers(first: 20) {\n      nodes {\n        id code status submittedAt procedure { name } receivingUnit { name } events { status }\n        applicant { fullName } organization { name } amountDue amountPaid\n        payments { reference status payer { fullName } }\n        synchronizations { operation state }\n      }\n    }\n  }\n": typeof types.WholeWorklistDocument,
    "\n        query TwoPayments {\n          payments(first: 2) {\n            nodes { reference status payer { fullName } dossier { id code } merchant { code unit { code name } } }\n          }\n        }\n      ": typeof types.TwoPaymentsDocument,
    "\n        query WithoutDossiers {\n          connectors { id state }\n          synchronizations(first: 1) { nodes { subject state dossier { id } unit { code } } }\n          viewer { subject }\n        }\n      ": typeof types.WithoutDossiersDocument,
    "\n        mutation PayUnknown { createPayment(input: { dossier: \"dos_x\", provider: CASH, idempotencyKey: \"1\" }) { payment { id } } }\n      ": typeof types.PayUnknownDocument,
    "\n  mutation IngestWithPayments($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { created results { dossier { code payments { id } } } }\n  }\n": typeof types.IngestWithPaymentsDocument,
    "query CodeOfDossier($code: String) { dossier(code: $code) { code } }": typeof types.CodeOfDossierDocument,
    "\n  query WorklistOfCaller {\n    viewer { subject unit { code } }\n    dossiers(first: 20) {\n      totalCount\n      nodes {\n        code receivingUnit { code } handlingUnit { code } applicant { fullName } amountDue\n        payments { reference payer { fullName } }\n        synchronizations { sequence unit { code } }\n      }\n    }\n  }\n": typeof types.WorklistOfCallerDocument,
    "query ViewerWithCitizen { viewer { subject roles unit { code } citizen { id fullName } } }": typeof types.ViewerWithCitizenDocument,
    "query AccessLogOfCitizen($id: ID) { citizen(id: $id, purpose: \"p\") { accessLog(first: 2) { totalCount } } }": typeof types.AccessLogOfCitizenDocument,
    "\n    mutation VerifyForPurpose($purpose: String!) {\n      verifyCitizen(citizen: \"cit_x\", purpose: $purpose) { citizen { id } userErrors { code message } }\n    }\n  ": typeof types.VerifyForPurposeDocument,
    "\n  query LookUpByNumber($nationalId: NationalId!) { citizen(nationalId: $nationalId, purpose: \"Đối chiếu\") { id fullName } }\n": typeof types.LookUpByNumberDocument,
    "\n  query OnboardingOf($unit: ID!) {\n    onboarding(unit: $unit) { code titleVi titleEn done detail }\n  }\n": typeof types.OnboardingOfDocument,
    "\n  mutation AddRecipientOfLanguage($input: DayListRecipientInput!) {\n    addDayListRecipient(input: $input) { recipient { id language } secret userErrors { code field } }\n  }\n": typeof types.AddRecipientOfLanguageDocument,
    "query LanguageChanges { integrationSettingChanges { setting from to } }": typeof types.LanguageChangesDocument,
    "\n  query AtRiskOfDay($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      dayList {\n        dossiers { atRisk { count codes } pointsAtRisk warnings { reason count points first { code reason turn turnUnit { code } } } }\n      }\n    }\n  }\n": typeof types.AtRiskOfDayDocument,
    "\n  query WarningsOfDay($unit: ID!) {\n    earlyWarnings(unit: $unit, first: 100) { totalCount totalPoints nodes { code reason points turn turnUnit { code } } }\n  }\n": typeof types.WarningsOfDayDocument,
    "\n  mutation AddWebhookOfLeader($input: DayListRecipientInput!) { addDayListRecipient(input: $input) { userErrors { code field } } }\n": typeof types.AddWebhookOfLeaderDocument,
    "\n  query DayListOfUnit($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      dayList {\n        unitCode day workingDay\n        dossiers { dueToday { count codes } overdue { count codes } atRisk { count codes } pointsAtRisk warnings { reason count } }\n        stuck { parked waiting oldestWaitingAt causes { errorCode count advice } }\n        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }\n      }\n    }\n  }\n": typeof types.DayListOfUnitDocument,
    "\n  mutation AddDayListRecipient($input: DayListRecipientInput!) {\n    addDayListRecipient(input: $input) {\n      recipient { id unit { code } role channel address language problem lastDay lastSentAt lastErrorCode }\n      secret\n      userErrors { code field }\n    }\n  }\n": typeof types.AddDayListRecipientDocument,
    "mutation RemoveDayListRecipient($id: ID!) { removeDayListRecipient(id: $id) { recipient { id } userErrors { code field } } }": typeof types.RemoveDayListRecipientDocument,
    "query DayListRecipients($unit: ID) { dayListRecipients(unit: $unit) { id address problem lastDay lastSentAt lastErrorCode } }": typeof types.DayListRecipientsDocument,
    "query DayListChanges { integrationSettingChanges { setting target actor from to } }": typeof types.DayListChangesDocument,
    "mutation StartComparison($sample: Int) { startComparison(sample: $sample) { resend { purpose state } userErrors { code field } } }": typeof types.StartComparisonDocument,
    "query ComparisonSummaries { comparisonSummaries { kind count repaired } }": typeof types.ComparisonSummariesDocument,
    "query ComparisonsFound { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind purpose repairedAt } } }": typeof types.ComparisonsFoundDocument,
    "\n  mutation SetReportingAtNight($unit: ID!, $source: String, $mode: ReportingMode!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, reason: \"go live\") { userErrors { code field } }\n  }\n": typeof types.SetReportingAtNightDocument,
    "query ComparedBySwitch { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind day } } }": typeof types.ComparedBySwitchDocument,
    "query SwitchSummaries { comparisonSummaries(purpose: SWITCH) { day kind count repaired } }": typeof types.SwitchSummariesDocument,
    "mutation CompareForExtras { startComparison(sample: 500) { userErrors { code field } } }": typeof types.CompareForExtrasDocument,
    "query ExtrasCompared { comparisons { nodes { subject kind ours { status unit } } } }": typeof types.ExtrasComparedDocument,
    "\n  query PortalExtrasOfNights($unit: ID, $open: Boolean) {\n    portalExtras(unit: $unit, open: $open) { totalCount nodes { code status portalUnit firstSeenAt lastSeenAt endedAt ending unit { code name } } }\n  }\n": typeof types.PortalExtrasOfNightsDocument,
    "\n  mutation RequestSynchronization($filter: DossierFilter!, $reason: String!, $withSteps: Boolean) {\n    requestSynchronization(filter: $filter, reason: $reason, withSteps: $withSteps) { retried userErrors { code field } }\n  }\n": typeof types.RequestSynchronizationDocument,
    "\n  query Resends { resends { id reason requestedBy filter state expected appended skipped delivered waiting parked stoppedBy } }\n": typeof types.ResendsDocument,
    "\n  mutation StopSynchronization($id: ID!) { stopSynchronization(id: $id) { resend { state waiting } userErrors { code field } } }\n": typeof types.StopSynchronizationDocument,
    "\n  query SourceChanges($source: String!, $after: String, $first: Int) {\n    sourceChanges(source: $source, after: $after, first: $first) { cursor at kind dossierCode payload }\n  }\n": typeof types.SourceChangesDocument,
    "query SourceNames($unit: ID) { sources(unit: $unit) { name unit { code } active } }": typeof types.SourceNamesDocument,
    "\n  mutation RateForSource($dossier: ID!) { rateDossier(dossier: $dossier, rating: 5) { dossier { rating } userErrors { code } } }\n": typeof types.RateForSourceDocument,
    "\n  mutation SetSourceRate($id: ID!, $rate: Float) {\n    setConnectorRate(id: $id, perSecond: $rate) { connector { id kind ratePerSecond } userErrors { code field } }\n  }\n": typeof types.SetSourceRateDocument,
    "\n  query SourceConnectors { connectors { id kind state pending parked lastError } }\n": typeof types.SourceConnectorsDocument,
    "\n  mutation ReplaceSourceSecret($name: String!, $hours: Int!) {\n    replaceSourceSecret(name: $name, keepPreviousHours: $hours) { secret source { previousSecretUntil } userErrors { code field } }\n  }\n": typeof types.ReplaceSourceSecretDocument,
    "\n  mutation ReplaySourceChanges($source: String!, $from: DateTime!) {\n    replaySourceChanges(source: $source, from: $from) { replayed userErrors { code field } }\n  }\n": typeof types.ReplaySourceChangesDocument,
    "\n  mutation RetrySource($connector: ID!) { retrySynchronizations(connector: $connector) { retried userErrors { code } } }\n": typeof types.RetrySourceDocument,
    "\n      mutation FileBeforeSource($input: SubmitDossierInput!) { submitDossier(input: $input) { dossier { code } userErrors { message } } }\n    ": typeof types.FileBeforeSourceDocument,
    "\n      mutation FileForSource($input: SubmitDossierInput!) {\n        submitDossier(input: $input) { dossier { code version } userErrors { code message field } }\n      }\n    ": typeof types.FileForSourceDocument,
    "query PaymentByKey($id: ID, $reference: String) { payment(id: $id, reference: $reference) { id } }": typeof types.PaymentByKeyDocument,
    "\n  query DaysOfAFile($account: String!) {\n    accountStatements(account: $account, from: \"2026-03-01\", to: \"2026-03-31\") {\n      statements { day version opening closing openingDifference credits { count sum } missingCredits { count } unmatchedReversals }\n    }\n  }\n": typeof types.DaysOfAFileDocument,
    "\n  query CreditsOfAFile($account: String) { accountCredits(first: 100, account: $account) { nodes { bankReference amount onStatement reversedOn } } }\n": typeof types.CreditsOfAFileDocument,
    "query FilesOfDays { statementFiles { path state businessDate version reason } }": typeof types.FilesOfDaysDocument,
    "\n  query StatementsOfAnAccount($account: String!, $from: LocalDate!, $to: LocalDate!) {\n    accountStatements(account: $account, from: $from, to: $to) {\n      missingDays\n      statements { day version isNewest broughtBy form rows opening closing openingDifference unmatchedReversals credits { count sum } debits { count sum } missingCredits { count sum } untoldCredits { count sum } }\n    }\n  }\n": typeof types.StatementsOfAnAccountDocument,
    "\n  query CreditsOfAnAccount($account: String, $doubtful: Boolean) {\n    accountCredits(first: 100, account: $account, doubtful: $doubtful) { nodes { bankReference amount state onStatement reversedOn payment { reference } batches { state } } }\n  }\n": typeof types.CreditsOfAnAccountDocument,
    "query BatchesOfADay($from: LocalDate!) { settlementBatches(first: 10, from: $from, to: $from) { nodes { batch net state credited } } }": typeof types.BatchesOfADayDocument,
    "query AccountFiles { statementFiles { path provider account state businessDate version reason } }": typeof types.AccountFilesDocument,
    "query AccountStatementAlerts { alerts { kind target message recoveredAt } }": typeof types.AccountStatementAlertsDocument,
    "\n  query DaysMissing($account: String!, $from: LocalDate!, $to: LocalDate!) { accountStatements(account: $account, from: $from, to: $to) { missingDays } }\n": typeof types.DaysMissingDocument,
    "\n  mutation RuleOfAccountStatements($threshold: Int!) { setAlertRule(kind: ACCOUNT_STATEMENT_MISSING, threshold: $threshold) { userErrors { code } } }\n": typeof types.RuleOfAccountStatementsDocument,
    "\n  query CreditsOfTheAccount { accountCredits(first: 100) { nodes { bankReference amount state disputedAmount onStatement payment { reference } } } }\n": typeof types.CreditsOfTheAccountDocument,
    "\n  query BankAccounts($unit: ID, $kind: BankAccountKind, $active: Boolean) {\n    bankAccounts(unit: $unit, kind: $kind, active: $active) { number bankBin bankName kind unit { code } merchant { code } isSettlement profile active }\n  }\n": typeof types.BankAccountsDocument,
    "\n  mutation SetBankAccount($input: BankAccountInput!) {\n    setBankAccount(input: $input) { change { id number proposedBy } userErrors { code field message } }\n  }\n": typeof types.SetBankAccountDocument,
    "\n  mutation ApproveBankAccount($change: ID!, $approve: Boolean!) {\n    approveBankAccount(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }\n  }\n": typeof types.ApproveBankAccountDocument,
    "query AccountsForCash { depositAccounts { number bankName unit { code } } }": typeof types.AccountsForCashDocument,
    "query BankAccountChanges($number: String) { bankAccountChanges(number: $number) { number proposedBy decidedBy approved active } }": typeof types.BankAccountChangesDocument,
    "\n  mutation ProposeAMerchantWithAnAccount($input: ProposedMerchant!) { proposeMerchant(input: $input) { change { id } userErrors { code } } }\n": typeof types.ProposeAMerchantWithAnAccountDocument,
    "\n  mutation ApproveAMerchantWithAnAccount($change: ID!) { approveMerchantChange(change: $change, approve: true) { userErrors { code } } }\n": typeof types.ApproveAMerchantWithAnAccountDocument,
    "\n  query LedgerBalances($from: LocalDate!, $to: LocalDate!, $unit: ID, $account: String) {\n    ledgerBalances(from: $from, to: $to, unit: $unit, account: $account) { account unit { code } day debit credit closing }\n  }\n": typeof types.LedgerBalancesDocument,
    "\n  query LedgerEntries($unit: ID, $account: String, $from: LocalDate, $to: LocalDate, $first: Int, $after: String) {\n    ledgerEntries(unit: $unit, account: $account, from: $from, to: $to, first: $first, after: $after) {\n      totalCount pageInfo { hasNextPage endCursor } nodes { id at account debit credit memo }\n    }\n  }\n": typeof types.LedgerEntriesDocument,
    "\n  query DayOfCash($day: LocalDate!) {\n    reconciliations(provider: CASH, from: $day, to: $day) {\n      id status statementVersion matched statementTotal hubTotal closedAt\n      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution } }\n    }\n  }\n": typeof types.DayOfCashDocument,
    "\n  mutation SettleCashDifference($id: ID!, $as: DiscrepancyResolution!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $as, note: \"đã xem biên bản\") { userErrors { code field } }\n  }\n": typeof types.SettleCashDifferenceDocument,
    "mutation CloseCashDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }": typeof types.CloseCashDayDocument,
    "\n  mutation AssignAtOnce($credit: ID!, $payment: ID!) {\n    assignCredit(credit: $credit, payment: $payment, note: \"đã gọi ngân hàng\") { credit { state } userErrors { code field } }\n  }\n": typeof types.AssignAtOnceDocument,
    "\n  mutation CloseAtOnce($credit: ID!) {\n    closeCredit(credit: $credit, as: RETURNED, note: \"không nêu hồ sơ nào\") { credit { state } userErrors { code field } }\n  }\n": typeof types.CloseAtOnceDocument,
    "\n  mutation CloseLarge($credit: ID!, $as: CreditClosing!) {\n    closeCredit(credit: $credit, as: $as, note: \"đã gọi ngân hàng\") { credit { state proposedAs proposedBy decidedBy } }\n  }\n": typeof types.CloseLargeDocument,
    "\n  query CodeToScan($id: ID!) {\n    payment(id: $id) { qrPayload qrImage checkoutUrl }\n  }\n": typeof types.CodeToScanDocument,
    "\n  query OpenCredits($states: [AccountCreditState!]) {\n    accountCredits(states: $states, first: 100) { nodes { id content proposedPayment { id } suggestions { score payment { id } } } }\n  }\n": typeof types.OpenCreditsDocument,
    "\n  query CreditsOfTheBank($states: [AccountCreditState!]) {\n    accountCredits(states: $states, first: 100) {\n      totalCount\n      nodes { id bankReference amount reference state disputedAmount decidedBy payment { reference } suggestions { score reason payment { id reference } } }\n    }\n  }\n": typeof types.CreditsOfTheBankDocument,
    "\n  mutation AssignTheCredit($credit: ID!, $payment: ID!) {\n    assignCredit(credit: $credit, payment: $payment, note: \"đã gọi ngân hàng\") { credit { state proposedBy decidedBy } userErrors { code field message } }\n  }\n": typeof types.AssignTheCreditDocument,
    "\n  mutation ReconcileTheAccount($day: LocalDate!) {\n    startReconciliation(provider: VIETQR, businessDate: $day) {\n      reconciliation { status statementTotal hubTotal discrepancies(first: 100) { nodes { kind detail } } } userErrors { code }\n    }\n  }\n": typeof types.ReconcileTheAccountDocument,
    "\n  mutation CloseTheCredit($credit: ID!, $as: CreditClosing!) {\n    closeCredit(credit: $credit, as: $as, note: \"không nêu hồ sơ nào\") { credit { state note } userErrors { code field } }\n  }\n": typeof types.CloseTheCreditDocument,
    "\n  mutation ProposeAccountOfUnit($input: ProposedMerchant!) {\n    proposeMerchant(input: $input) { change { id } userErrors { code field message } }\n  }\n": typeof types.ProposeAccountOfUnitDocument,
    "\n  mutation ApproveAccountOfUnit($change: ID!) { approveMerchantChange(change: $change, approve: true) { change { approved } userErrors { code } } }\n": typeof types.ApproveAccountOfUnitDocument,
    "query CreditsOfUnit { accountCredits(first: 10) { nodes { id bankReference state } } }": typeof types.CreditsOfUnitDocument,
    "query OneCredit($id: ID!) { accountCredit(id: $id) { bankReference amount } }": typeof types.OneCreditDocument,
    "\n  mutation StartEarly($day: LocalDate!) {\n    startReconciliation(provider: VNPAY, businessDate: $day) { reconciliation { id status statementTotal hubTotal } userErrors { code } }\n  }\n": typeof types.StartEarlyDocument,
    "\n  mutation CloseEarly($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt statementTotal } userErrors { code field message } } }\n": typeof types.CloseEarlyDocument,
    "\n  query EReceiptOfPayment($id: ID!) {\n    payment(id: $id) { reference receipt { number template symbol status amount amountInWords url replacedBy } }\n  }\n": typeof types.EReceiptOfPaymentDocument,
    "\n  query ReceiptOrders($unit: ID, $states: [ReceiptOrderState!]) {\n    receiptOrders(unit: $unit, states: $states) { id connector action state paymentReference key code reason advice attempts nextAttemptAt unit { code } }\n  }\n": typeof types.ReceiptOrdersDocument,
    "\n  mutation RetryReceiptOrder($order: ID!) { retryReceiptOrder(order: $order) { order { state } userErrors { code field } } }\n": typeof types.RetryReceiptOrderDocument,
    "\n  query PaymentsOfDossier($dossier: ID!) { payments(filter: { dossier: $dossier }) { totalCount nodes { id } } }\n": typeof types.PaymentsOfDossierDocument,
    "\n      mutation StartWhilePaused {\n        startReconciliation(provider: VNPAY, businessDate: \"2026-03-10\") { reconciliation { status rejection } }\n      }\n    ": typeof types.StartWhilePausedDocument,
    "\n  mutation RefundInModel($payment: ID!, $key: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: \"Nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": typeof types.RefundInModelDocument,
    "mutation ApproveInModel($refund: ID!) { approveRefund(refund: $refund, approve: true, note: \"đã xem\") { userErrors { code } } }": typeof types.ApproveInModelDocument,
    "\n  mutation ProposeMerchant($input: ProposedMerchant!) {\n    proposeMerchant(input: $input) { change { id withSecrets proposedBy } userErrors { code field message } }\n  }\n": typeof types.ProposeMerchantDocument,
    "\n  mutation ApproveMerchant($change: ID!, $approve: Boolean!) { approveMerchantChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code } } }\n": typeof types.ApproveMerchantDocument,
    "query MerchantsOfUnits($unit: ID) { merchants(provider: VNPAY, unit: $unit) { code name unit { code } secretsSetAt settlementAccount } }": typeof types.MerchantsOfUnitsDocument,
    "query MerchantChangesWaiting { merchantChanges { code proposedBy } }": typeof types.MerchantChangesWaitingDocument,
    "\n  mutation AssignOnce($credit: ID!, $payment: ID!, $note: String!, $key: ID) {\n    done: assignCredit(credit: $credit, payment: $payment, note: $note, idempotencyKey: $key) {\n      credit { id state proposedBy } userErrors { code field }\n    }\n  }\n": typeof types.AssignOnceDocument,
    "\n  mutation CloseOnce($credit: ID!, $note: String!, $key: ID) {\n    done: closeCredit(credit: $credit, as: RETURNED, note: $note, idempotencyKey: $key) { credit { id state } userErrors { code field } }\n  }\n": typeof types.CloseOnceDocument,
    "\n  mutation BatchesOnce($credit: ID!, $batches: [ID!]!, $note: String!, $key: ID) {\n    done: assignCreditToBatches(credit: $credit, batches: $batches, note: $note, idempotencyKey: $key) {\n      credit { id state } userErrors { code field }\n    }\n  }\n": typeof types.BatchesOnceDocument,
    "\n  mutation CountOnce($drawer: ID!, $pieces: [CashPieces!]!, $note: String, $key: ID) {\n    done: countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note, idempotencyKey: $key) {\n      drawer { id state counted note } userErrors { code field }\n    }\n  }\n": typeof types.CountOnceDocument,
    "\n  mutation AcceptOnce($drawer: ID!, $key: ID) {\n    done: acceptCashDrawer(drawer: $drawer, idempotencyKey: $key) { drawer { id state } userErrors { code field } }\n  }\n": typeof types.AcceptOnceDocument,
    "\n  mutation DepositOnce($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!, $key: ID) {\n    done: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day, idempotencyKey: $key) {\n      deposit { id amount arrivedAt } userErrors { code field }\n    }\n  }\n": typeof types.DepositOnceDocument,
    "\n  mutation ArriveOnce($credit: ID!, $deposit: ID!, $note: String!, $key: ID) {\n    done: assignCreditToDeposit(credit: $credit, deposit: $deposit, note: $note, idempotencyKey: $key) {\n      deposit { id arrivedAt } userErrors { code field }\n    }\n  }\n": typeof types.ArriveOnceDocument,
    "query DrawersToCount { cashDrawers(first: 50) { nodes { id state } } }": typeof types.DrawersToCountDocument,
    "\n  mutation GiveOtherBack($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"người nộp yêu cầu\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": typeof types.GiveOtherBackDocument,
    "\n  mutation LetProposalGo($refund: ID!) {\n    approveRefund(refund: $refund, approve: true, note: \"đúng\") { refund { state } userErrors { code field } }\n  }\n": typeof types.LetProposalGoDocument,
    "query RefundsOfOne($id: ID!) { payment(id: $id) { status refunds { id state cause amount reason note concludedBy } } }": typeof types.RefundsOfOneDocument,
    "\n  query PaymentsAndOne($filter: PaymentFilter) {\n    payments(filter: $filter) { nodes { reference } }\n    payment(reference: \"X\") { id }\n  }\n": typeof types.PaymentsAndOneDocument,
    "\n  mutation RefundAtProvider($payment: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $payment, amount: $amount) { payment { status refunds { way state } } userErrors { code } }\n  }\n": typeof types.RefundAtProviderDocument,
    "\n  mutation ReconcileProvider($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind reference hubAmount statementAmount } } }\n      userErrors { code }\n    }\n  }\n": typeof types.ReconcileProviderDocument,
    "\n  query OrdersToClose($states: [ReceiptOrderState!]) {\n    receiptOrders(states: $states) { id action state paymentReference closingBy closingNote closedBy }\n  }\n": typeof types.OrdersToCloseDocument,
    "\n  mutation ProposeOrderClosing($order: ID!, $note: String!) {\n    proposeReceiptOrderClosing(order: $order, note: $note) { order { state closingBy closingNote } userErrors { code field } }\n  }\n": typeof types.ProposeOrderClosingDocument,
    "\n  mutation ApproveOrderClosing($order: ID!, $approve: Boolean!) {\n    approveReceiptOrderClosing(order: $order, approve: $approve) { order { state closedBy } userErrors { code field } }\n  }\n": typeof types.ApproveOrderClosingDocument,
    "\n  mutation RetryOrderToClose($order: ID!) { retryReceiptOrder(order: $order) { order { state closingBy } userErrors { code } } }\n": typeof types.RetryOrderToCloseDocument,
    "\n  query ReceiptStatusOfPayment($id: ID!) { payment(id: $id) { receipt { status amount } } }\n": typeof types.ReceiptStatusOfPaymentDocument,
    "\n  query ReportOfReceipts($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {\n    receiptReport(from: $from, to: $to, format: $format, unit: $unit)\n  }\n": typeof types.ReportOfReceiptsDocument,
    "\n  query ReceiptOfPayment($id: ID!) {\n    payment(id: $id) { receipt { number template symbol status amount amountInWords url replacedBy } }\n  }\n": typeof types.ReceiptOfPaymentDocument,
    "\n  query ReceiptsOfUnit($unit: ID!) { receipts(unit: $unit, first: 100) { totalCount nodes { number status amount replacedBy url } } }\n": typeof types.ReceiptsOfUnitDocument,
    "\n  mutation ProposeSeries($input: ProposedSeries!) { proposeReceiptSeries(input: $input) { series { id approvedBy nextNumber } userErrors { code field message } } }\n": typeof types.ProposeSeriesDocument,
    "\n  mutation ApproveSeries($series: ID!, $approve: Boolean!) { approveReceiptSeries(series: $series, approve: $approve) { series { approvedBy } userErrors { code } } }\n": typeof types.ApproveSeriesDocument,
    "\n  mutation RefundForReceipt($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": typeof types.RefundForReceiptDocument,
    "\n  query Reconciled($id: ID!) {\n    reconciliation(id: $id) {\n      status matched statementTotal hubTotal\n      discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount } }\n    }\n  }\n": typeof types.ReconciledDocument,
    "\n  query ReconciledInFull($id: ID!) {\n    reconciliation(id: $id) {\n      status statementRows statementVersion matched discrepancyCount statementTotal hubTotal rejection\n      merchant { code }\n      discrepancies(first: 100) {\n        totalCount\n        nodes { id kind reference hubAmount statementAmount detail payment { reference } }\n      }\n    }\n  }\n": typeof types.ReconciledInFullDocument,
    "\n  mutation RefundOfRound($payment: ID!) {\n    refundPayment(payment: $payment, reason: \"Nộp nhầm\", idempotencyKey: $payment) { userErrors { code } }\n  }\n": typeof types.RefundOfRoundDocument,
    "\n  mutation PartOfRound($payment: ID!, $amount: Vnd!, $key: ID!) {\n    refundPayment(payment: $payment, amount: $amount, reason: \"Giảm phí\", idempotencyKey: $key) { userErrors { code } }\n  }\n": typeof types.PartOfRoundDocument,
    "\n  mutation RefundPayment($payment: ID!, $reason: String!, $key: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: $reason, idempotencyKey: $key, amount: $amount) {\n      payment { id status refundedAmount refunds { id amount state way cause requestedBy } }\n      userErrors { code field message }\n    }\n  }\n": typeof types.RefundPaymentDocument,
    "\n  mutation ApproveRefund($refund: ID!, $approve: Boolean!, $note: String!) {\n    approveRefund(refund: $refund, approve: $approve, note: $note) { refund { state approvedBy payment { status } } userErrors { code field } }\n  }\n": typeof types.ApproveRefundDocument,
    "\n  mutation ConcludeRefund($refund: ID!, $paid: Boolean!, $note: String!) {\n    concludeRefund(refund: $refund, paid: $paid, note: $note) { refund { state concludedBy note payment { status refundedAmount } } userErrors { code field } }\n  }\n": typeof types.ConcludeRefundDocument,
    "\n  query PaymentWithRefunds($id: ID!) {\n    payment(id: $id) { status refundedAmount refunds { id state amount cause providerCode attempts reference awaitsConclusion } entries { account debit credit } }\n  }\n": typeof types.PaymentWithRefundsDocument,
    "\n  query RefundQueue($states: [RefundState!]) { refunds(states: $states, first: 50) { totalCount nodes { id amount state reason payment { reference } } } }\n": typeof types.RefundQueueDocument,
    "\n  query RepeatedReports {\n    repeatedReports { dossier { id } unit { code } provider reference providerTransactionId amount postedFor advice }\n  }\n": typeof types.RepeatedReportsDocument,
    "\n  query ReportOfDays($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {\n    reconciliationReport(from: $from, to: $to, format: $format, unit: $unit)\n  }\n": typeof types.ReportOfDaysDocument,
    "\n  query StatementsMissing($from: LocalDate!, $to: LocalDate!) { missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { code } } }\n": typeof types.StatementsMissingDocument,
    "\n  query ResolvedDay($id: ID!) {\n    reconciliation(id: $id) {\n      status closedAt closedBy reopenedAt confirmedByQuery statementVersion\n      steps { action actor note }\n      discrepancies(first: 50) { nodes { id kind reference resolution resolvedBy approvedBy note owner needsApproval steps { action actor resolution note } } }\n      open: discrepancies(open: true) { totalCount }\n    }\n  }\n": typeof types.ResolvedDayDocument,
    "\n  mutation ResolveOne($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { discrepancy { resolution needsApproval owner } userErrors { code field message } }\n  }\n": typeof types.ResolveOneDocument,
    "\n  mutation ApproveOne($id: ID!, $approve: Boolean!, $note: String!) {\n    approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { discrepancy { resolution approvedBy } userErrors { code field } }\n  }\n": typeof types.ApproveOneDocument,
    "\n  mutation AssignOne($id: ID!, $owner: String!, $note: String!) {\n    assignDiscrepancy(discrepancy: $id, owner: $owner, note: $note) { discrepancy { owner } userErrors { code field } }\n  }\n": typeof types.AssignOneDocument,
    "\n  mutation CloseDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt closedBy } userErrors { code field message } } }\n": typeof types.CloseDayDocument,
    "mutation SetDayOff($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }": typeof types.SetDayOffDocument,
    "query BatchesDue($day: LocalDate!) { settlementBatches(from: $day, to: $day) { nodes { dueOn state } } }": typeof types.BatchesDueDocument,
    "\n    mutation StartOfMerchant($day: LocalDate!, $merchant: ID) {\n      startReconciliation(provider: VNPAY, businessDate: $day, merchant: $merchant) {\n        reconciliation { id status rejection }\n        reconciliations { id }\n        userErrors { code field }\n      }\n    }\n  ": typeof types.StartOfMerchantDocument,
    "\n      query DiscrepancyPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n        reconciliation(id: $id) {\n          merchant { code unit { code } }\n          discrepancies(first: $first, after: $after, last: $last, before: $before, open: true) {\n            totalCount\n            nodes { reference }\n            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n          }\n        }\n      }\n    ": typeof types.DiscrepancyPageDocument,
    "\n  query StatementFiles($state: StatementFileState) {\n    statementFiles(state: $state) { path provider state businessDate version reason seenAt }\n  }\n": typeof types.StatementFilesDocument,
    "query StatementAlerts { alerts { kind target message recoveredAt } }": typeof types.StatementAlertsDocument,
    "query FetchAlerts { alerts(first: 100) { kind target message recoveredAt } }": typeof types.FetchAlertsDocument,
    "\n  query StatementVersions($from: LocalDate!, $to: LocalDate!, $unit: ID, $provider: PaymentProvider) {\n    statements(from: $from, to: $to, unit: $unit, provider: $provider) {\n      provider businessDate version rows gross fee feeVat net broughtBy generatedAt takenAt merchant { code }\n      difference {\n        added gone changed gross net\n        rows { kind type reference providerTransactionId before { rowNo gross fee feeVat net status } after { rowNo gross fee feeVat net status } }\n      }\n    }\n  }\n": typeof types.StatementVersionsDocument,
    "\n      mutation ReconcileVnpay($day: LocalDate!) {\n        startReconciliation(provider: VNPAY, businessDate: $day) {\n          reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind hubAmount statementAmount } } }\n          userErrors { code }\n        }\n      }\n    ": typeof types.ReconcileVnpayDocument,
    "\n  mutation WriteOff($id: ID!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: WRITE_OFF, note: \"không rõ nguồn\") { discrepancy { resolution } userErrors { code } }\n  }\n": typeof types.WriteOffDocument,
    "\n  query WrittenOffDay($day: LocalDate!) { reconciliations(from: $day, to: $day) { discrepancies(first: 10) { nodes { id kind resolution } } } }\n": typeof types.WrittenOffDayDocument,
    "\n    mutation RateBadly($dossier: ID!) { rateDossier(dossier: $dossier, rating: 2) { dossier { rating } userErrors { code } } }\n  ": typeof types.RateBadlyDocument,
    "\n  query DrawersOfCash($states: [CashDrawerState!]) {\n    cashDrawers(first: 50, states: $states) {\n      nodes { id officer day state payments expected counted difference note acceptedBy unit { code } deposit { slipNumber amount arrivedAt } }\n    }\n  }\n": typeof types.DrawersOfCashDocument,
    "\n  mutation CountTheDrawer($drawer: ID!, $pieces: [CashPieces!]!, $note: String) {\n    countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note) { drawer { state counted difference } userErrors { code field message } }\n  }\n": typeof types.CountTheDrawerDocument,
    "\n  mutation AcceptTheDrawer($drawer: ID!) { acceptCashDrawer(drawer: $drawer) { drawer { state } userErrors { code field message } } }\n": typeof types.AcceptTheDrawerDocument,
    "\n  mutation DepositTheCash($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!) {\n    depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { deposit { id amount arrivedAt } userErrors { code field message } }\n  }\n": typeof types.DepositTheCashDocument,
    "\n  query CashOnTheWay($arrived: Boolean) { cashDeposits(arrived: $arrived) { id slipNumber amount } }\n": typeof types.CashOnTheWayDocument,
    "\n  mutation CreditOfTheDeposit($credit: ID!, $deposit: ID!) {\n    assignCreditToDeposit(credit: $credit, deposit: $deposit, note: \"theo sổ phụ\") { deposit { arrivedAt } userErrors { code field } }\n  }\n": typeof types.CreditOfTheDepositDocument,
    "\n  query CreditsBesideCash { accountCredits(first: 50) { nodes { id amount state bankReference } } }\n": typeof types.CreditsBesideCashDocument,
    "\n  mutation GiveCashBack($payment: ID!, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm hồ sơ\", idempotencyKey: $key) { userErrors { code message } }\n  }\n": typeof types.GiveCashBackDocument,
    "\n  query CashToGiveBack { refunds(states: [READY], first: 50) { nodes { id amount state } } }\n": typeof types.CashToGiveBackDocument,
    "\n  mutation CashGivenBack($refund: ID!) { concludeRefund(refund: $refund, paid: true, note: \"đã trả tại quầy\") { userErrors { code message } } }\n": typeof types.CashGivenBackDocument,
    "\n  query EverythingInPages($first: Int) {\n    dossiers(first: $first) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ...Everything } } }\n  }\n  fragment Everything on Dossier {\n    id code nationalCode origin ownerKind ownerName channel status timeliness submittedAt acceptedAt dueAt resolvedAt returnedAt voidedAt\n    summary version rating unidentified feesSettled amountDue amountPaid\n    procedure { code name field workingDays fee active provisional }\n    receivingUnit { code name kind agencyCode latitude longitude parent { code } receptionPoints { code name address } }\n    handlingUnit { code name parent { name units { code } } }\n    applicant { id fullName nationalId maskedNationalId dateOfBirth assuranceLevel verifiedAt identified }\n    organization { id name taxCode }\n    events { id at status actor title department note unusual }\n    supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }\n    documents { id name componentCode url digitized reused isResult sha256 }\n    fees { code name kind amount exemptedAmount collection }\n    payments {\n      id reference provider external amount refundedAmount status checkoutUrl qrPayload providerTransactionId createdAt expiresAt paidAt\n      merchant { id code provider name unit { code name } }\n      payer { id fullName } receipt { number } entries { id account debit credit memo } dossier { id code status }\n    }\n    synchronizations {\n      id connector { id kind state } dossier { code } subject unit { code name } operation sequence state attempts\n      requestedAt deliveredAt errorCode lastError\n    }\n  }\n": typeof types.EverythingInPagesDocument,
    "\n  query EverythingInAList($first: Int) {\n    dossiers(first: $first) { totalCount nodes { ...Everything } }\n  }\n": typeof types.EverythingInAListDocument,
    "\n  query LookUp($id: ID, $nationalId: NationalId, $purpose: String!) {\n    citizen(id: $id, nationalId: $nationalId, purpose: $purpose) { id fullName nationalId maskedNationalId dateOfBirth }\n  }\n": typeof types.LookUpDocument,
    "\n  query OwnAccessLog($first: Int, $after: String, $last: Int, $before: String) {\n    viewer {\n      citizen {\n        accessLog(first: $first, after: $after, last: $last, before: $before) {\n          totalCount\n          nodes { actor purpose fields }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n": typeof types.OwnAccessLogDocument,
    "\n  mutation IngestOutcomes($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created\n      results { outcome dossier { id } userErrors { code message field } }\n    }\n  }\n": typeof types.IngestOutcomesDocument,
    "\n  query ConnectorStates {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n": typeof types.ConnectorStatesDocument,
    "\n  mutation PauseConnector($id: ID!) {\n    pauseConnector(id: $id) { connector { id state pending } userErrors { code field } }\n  }\n": typeof types.PauseConnectorDocument,
    "\n  mutation ResumeConnector($id: ID!) {\n    resumeConnector(id: $id) { connector { id state pending } userErrors { code field } }\n  }\n": typeof types.ResumeConnectorDocument,
    "\n  query SynchronizationList(\n    $connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime\n    $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    synchronizations(\n      connector: $connector, unit: $unit, dossier: $dossier, states: $states, errorCode: $errorCode, olderThan: $olderThan\n      first: $first, after: $after, last: $last, before: $before\n    ) {\n      totalCount\n      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": typeof types.SynchronizationListDocument,
    "\n  mutation SubmitDossier($input: SubmitDossierInput!) {\n    submitDossier(input: $input) {\n      dossier {\n        id code version status origin channel submittedAt acceptedAt dueAt ownerKind ownerName summary\n        procedure { code }\n        receivingUnit { code }\n        handlingUnit { code }\n        applicant { fullName identified }\n        organization { name taxCode }\n        documents { name sha256 isResult }\n        fees { code name kind amount collection }\n        events { status actor department note unusual }\n        amountDue\n      }\n      userErrors { code message field }\n    }\n  }\n": typeof types.SubmitDossierDocument,
    "\n  mutation MoveDossier($input: MoveDossierInput!) {\n    moveDossier(input: $input) {\n      dossier {\n        id version status acceptedAt dueAt resolvedAt returnedAt\n        supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }\n        documents { name isResult }\n        fees { code amount }\n        events { status actor department note }\n      }\n      userErrors { code message field }\n    }\n  }\n": typeof types.MoveDossierDocument,
    "\n  mutation VoidDossier($dossier: ID!, $reason: String!, $expectedVersion: Int) {\n    voidDossier(dossier: $dossier, reason: $reason, expectedVersion: $expectedVersion) {\n      dossier { id version status voidedAt timeliness events { status actor note } }\n      userErrors { code message field }\n    }\n  }\n": typeof types.VoidDossierDocument,
    "\n  query ReconciliationIds {\n    reconciliations { id }\n  }\n": typeof types.ReconciliationIdsDocument,
    "\n  query BatchesOfTheProvince($from: LocalDate, $to: LocalDate) {\n    settlementBatches(first: 50, from: $from, to: $to) {\n      totalCount\n      nodes { id batch provider lastDay dueOn gross refunded fees adjustments net credited writtenOff open state merchant { code settlementAccount } credits { amount credit { amount state } } }\n    }\n  }\n": typeof types.BatchesOfTheProvinceDocument,
    "\n  query DayWithPayouts($id: ID!) {\n    reconciliation(id: $id) {\n      status statementTotal hubTotal closedAt\n      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution needsApproval } }\n      steps { action note }\n    }\n  }\n": typeof types.DayWithPayoutsDocument,
    "\n  query CreditsOfPayouts { accountCredits(first: 100) { nodes { id amount state } } }\n": typeof types.CreditsOfPayoutsDocument,
    "\n  mutation PayoutOfBatches($credit: ID!, $batches: [ID!]!) {\n    assignCreditToBatches(credit: $credit, batches: $batches, note: \"đã hỏi VNPAY\") { credit { state proposedBy proposedBatches { id } batches { id } } userErrors { code field } }\n  }\n": typeof types.PayoutOfBatchesDocument,
    "\n  mutation ResolvePayout($id: ID!, $resolution: DiscrepancyResolution!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: \"phí chuyển tiền\") { discrepancy { resolution } userErrors { code } }\n  }\n": typeof types.ResolvePayoutDocument,
    "\n  mutation OwnPayout($id: ID!) {\n    assignDiscrepancy(discrepancy: $id, owner: \"ke-toan-01\", note: \"theo dõi\") { userErrors { code } }\n  }\n": typeof types.OwnPayoutDocument,
    "\n  mutation ClosePayoutDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }\n": typeof types.ClosePayoutDayDocument,
    "\n  subscription DossierChanged($unit: ID, $dossier: ID) {\n    dossierChanged(unit: $unit, dossier: $dossier) { code status version applicant { fullName } amountPaid payments { status } }\n  }\n": typeof types.DossierChangedDocument,
    "\n  subscription PaymentChanged($payment: ID!) {\n    paymentChanged(payment: $payment) { reference status dossier { code } }\n  }\n": typeof types.PaymentChangedDocument,
    "\n  subscription ConnectorChanged {\n    connectorChanged { id state }\n  }\n": typeof types.ConnectorChangedDocument,
    "\n  mutation PauseForListeners($id: ID!) {\n    pauseConnector(id: $id) { connector { id state } }\n  }\n": typeof types.PauseForListenersDocument,
    "\n  mutation PayForListeners($input: CreatePaymentInput!) {\n    createPayment(input: $input) { payment { id reference status } userErrors { code message field } }\n  }\n": typeof types.PayForListenersDocument,
    "\n  mutation IngestForListeners($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { results { outcome dossier { id code version } userErrors { code field message } } }\n  }\n": typeof types.IngestForListenersDocument,
    "\n  query Worklist($filter: DossierFilter, $first: Int, $after: String) {\n    dossiers(filter: $filter, first: $first, after: $after) {\n      nodes {\n        id\n        code\n        status\n        timeliness\n        submittedAt\n        dueAt\n        procedure { code name }\n        receivingUnit { code name }\n        applicant { id fullName maskedNationalId }\n        amountDue\n        amountPaid\n        payments { reference provider status amount }\n        synchronizations { operation sequence state }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.WorklistDocument,
    "\n  mutation Ingest($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }\n      }\n    }\n  }\n": typeof types.IngestDocument,
    "\n  query Synchronizations($code: String!) {\n    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }\n  }\n": typeof types.SynchronizationsDocument,
    "\n  mutation CreatePayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl merchant { code } }\n      userErrors { code message field }\n    }\n  }\n": typeof types.CreatePaymentDocument,
    "\n  query Payment($reference: String!) {\n    payment(reference: $reference) {\n      status\n      paidAt\n      providerTransactionId\n      entries { account debit credit }\n      dossier { code amountDue amountPaid }\n    }\n  }\n": typeof types.PaymentDocument,
    "\n  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliations {\n        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection\n        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }\n      }\n      userErrors { code message field }\n    }\n  }\n": typeof types.ReconcileDocument,
    "\n  query Connectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n    synchronizationProblems { errorCode message advice count units oldest }\n  }\n": typeof types.ConnectorsDocument,
    "\n  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      name\n      indicators(period: { from: $from, to: $to }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate\n      }\n    }\n  }\n": typeof types.FiguresDocument,
    "\n  query DossierCodes {\n    dossiers { nodes { code } }\n  }\n": typeof types.DossierCodesDocument,
    "\n  query DossierCount {\n    dossiers(first: 1) { totalCount }\n  }\n": typeof types.DossierCountDocument,
    "\n  query ProcedureCodes {\n    procedures { code }\n  }\n": typeof types.ProcedureCodesDocument,
    "\n  mutation IngestWithEvents($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected unusualSteps\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version status events { id at status actor unusual note } }\n      }\n    }\n  }\n": typeof types.IngestWithEventsDocument,
    "\n  mutation ApproveRuleChange($change: ID!, $approve: Boolean!) {\n    approveRuleChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }\n  }\n": typeof types.ApproveRuleChangeDocument,
    "\n  mutation RefundForEReceipt($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": typeof types.RefundForEReceiptDocument,
    "\n    query NodeOfDossier($dossier: ID!) {\n      node(id: $dossier) { __typename id ... on Dossier { code applicant { fullName } amountDue } }\n    }\n  ": typeof types.NodeOfDossierDocument,
    "\n    query NodeOfPayment($payment: ID!) {\n      node(id: $payment) { __typename id ... on Payment { reference payer { fullName } dossier { code amountDue } } }\n    }\n  ": typeof types.NodeOfPaymentDocument,
    "\n    query NodeOfSynchronization($synchronization: ID!) {\n      node(id: $synchronization) {\n        __typename id ... on Synchronization { subject operation unit { name } dossier { code applicant { fullName } } }\n      }\n    }\n  ": typeof types.NodeOfSynchronizationDocument,
    "\n    query NodeOfReconciliation($reconciliation: ID!) {\n      node(id: $reconciliation) {\n        __typename id ... on Reconciliation { status merchant { code } discrepancies { nodes { kind } } }\n      }\n    }\n  ": typeof types.NodeOfReconciliationDocument,
    "\n    query NodeOfDiscrepancy($discrepancy: ID!) {\n      node(id: $discrepancy) { __typename id ... on Discrepancy { kind reference detail payment { id } } }\n    }\n  ": typeof types.NodeOfDiscrepancyDocument,
    "\n    query NodeOfCitizen($citizen: ID!) {\n      node(id: $citizen) { __typename id ... on Citizen { fullName dossiers { nodes { code } } } }\n    }\n  ": typeof types.NodeOfCitizenDocument,
    "\n      query FormsLastPage {\n        dossiers(filter: { channels: [ONLINE], statuses: [RETURNED, RESOLVED] }, orderBy: DUE_AT_ASC, last: 7) {\n          totalCount\n          pageInfo { hasNextPage hasPreviousPage }\n          nodes { code dueAt amountDue }\n        }\n      }\n    ": typeof types.FormsLastPageDocument,
    "\n      query FormsConditions($dossier: ID!, $payment: ID!, $yes: Boolean!, $no: Boolean = false) {\n        first: node(id: $dossier) {\n          ...Any\n          ... on Dossier { due: amountDue paid: amountPaid @include(if: $yes) payments @include(if: $no) { id } }\n        }\n        second: node(id: $payment) {\n          ...Any\n          ... on Payment { of: dossier { number: code who: applicant @skip(if: $yes) { fullName } due: amountDue } }\n        }\n        third: dossier(id: $dossier) { ...One @skip(if: $no) ...Two @include(if: $no) }\n      }\n      fragment Any on Node { __typename id }\n      fragment One on Dossier { synchronizations { connector { id } state } }\n      fragment Two on Dossier { applicant { fullName } }\n    ": typeof types.FormsConditionsDocument,
    "\n      query FormsPayments {\n        payments(first: 30, orderBy: CREATED_AT_ASC) {\n          totalCount\n          nodes {\n            reference status amount merchant { code unit { name kind } } payer { fullName nationalId } entries { account debit credit }\n            dossier { code status procedure { name } handlingUnit { name } fees { amount } amountDue summary }\n          }\n        }\n      }\n    ": typeof types.FormsPaymentsDocument,
    "\n      query FormsReconciliation($reconciliation: ID!) {\n        reconciliation(id: $reconciliation) {\n          provider businessDate status statementRows matched discrepancyCount statementTotal hubTotal\n          merchant { code unit { name } }\n          discrepancies(open: true) { totalCount nodes { id kind reference hubAmount statementAmount detail payment { id } } }\n        }\n      }\n    ": typeof types.FormsReconciliationDocument,
    "\n      query FormsConnectors {\n        connectors { id kind state pending parked oldestPendingAt lastError }\n        synchronizations(states: [PENDING, RETRYING, PARKED], first: 20) {\n          totalCount\n          nodes { subject operation state unit { name } dossier { code status procedure { name } applicant { fullName } } }\n        }\n        synchronizationProblems { errorCode count units }\n      }\n    ": typeof types.FormsConnectorsDocument,
    "\n      query FormsCitizen($citizen: ID!) {\n        citizen(id: $citizen, purpose: \"đối chiếu\") {\n          id fullName nationalId maskedNationalId\n          dossiers(first: 3) { totalCount nodes { code amountDue applicant { fullName } } }\n          payments { totalCount nodes { reference dossier { code } } }\n        }\n      }\n    ": typeof types.FormsCitizenDocument,
    "\n      query FormsViewer {\n        viewer {\n          subject roles unit { code }\n          citizen {\n            fullName nationalId\n            accessLog { totalCount nodes { id actor purpose fields at } }\n            dossiers { nodes { code amountDue payments { reference } } }\n            payments { nodes { reference status } }\n          }\n        }\n      }\n    ": typeof types.FormsViewerDocument,
    "query FormsOfficer { viewer { subject roles unit { name } citizen { id } } }": typeof types.FormsOfficerDocument,
    "\n      query FormsNobody {\n        viewer { subject }\n        node(id: \"dos_x\") { id }\n        procedures(search: \"khai sinh\") { code name fee workingDays }\n        administrativeUnit(code: \"96\") {\n          name units { code kind receptionPoints { name } } dossiers { totalCount }\n          indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) {\n            dossiersReceived receivedOnline dossiersWithFee paidOnline onlinePaymentRate groups { code score }\n          }\n        }\n      }\n    ": typeof types.FormsNobodyDocument,
    "query FormsChanges { sourceChanges(source: \"test\") { cursor kind dossierCode } }": typeof types.FormsChangesDocument,
    "\n      query FormsThereAndBack {\n        dossiers(first: 12) {\n          nodes {\n            code amountDue\n            payments { reference dossier { key: id amountDue amountPaid payments { status dossier { code amountDue } } } }\n            synchronizations { state dossier { code synchronizations { sequence } } }\n          }\n        }\n      }\n    ": typeof types.FormsThereAndBackDocument,
    "query FormsUnknown { dossier(code: \"H12.1-250701-9999\") { code amountDue } }": typeof types.FormsUnknownDocument,
    "\n  mutation Rate($dossier: ID!, $rating: Int!) {\n    rateDossier(dossier: $dossier, rating: $rating) { dossier { code } userErrors { code message field } }\n  }\n": typeof types.RateDocument,
    "query DossiersOfFilter($filter: DossierFilter) { dossiers(filter: $filter) { nodes { code } } }": typeof types.DossiersOfFilterDocument,
    "query PageTooLong { dossiers(first: 101) { nodes { code } } }": typeof types.PageTooLongDocument,
    "query BothEndsOfAPage { payments(first: 1, last: 2) { nodes { id } } }": typeof types.BothEndsOfAPageDocument,
    "query CursorThatIsNone { synchronizations(after: \"x\") { nodes { id } } }": typeof types.CursorThatIsNoneDocument,
    "query NumberThatIsNone { citizen(nationalId: \"12\", purpose: \"x\") { id } }": typeof types.NumberThatIsNoneDocument,
    "query LookUpWithoutPurpose { citizen(nationalId: \"096885123456\", purpose: \" \") { id } }": typeof types.LookUpWithoutPurposeDocument,
    "\n      query DayThatIsNone { dossiers(filter: { submittedFrom: \"2025-02-30T00:00:00Z\" }) { nodes { code } } }\n    ": typeof types.DayThatIsNoneDocument,
    "query TwoKeys { dossier(id: \"a\", code: \"b\") { code } }": typeof types.TwoKeysDocument,
    "\n      query TooMuch {\n        dossiers(first: 100) { nodes { handlingUnit { dossiers(first: 100) { nodes { events { id } payments { id } } } } } }\n      }\n    ": typeof types.TooMuchDocument,
    "\n      mutation PaymentOfUnknown {\n        createPayment(input: { dossier: \"x\", provider: CASH, idempotencyKey: \"1\" }) { payment { id } userErrors { code message field } }\n      }\n    ": typeof types.PaymentOfUnknownDocument,
    "\n      mutation PauseOfNone { pauseConnector(id: \"x\") { connector { id state } userErrors { code message field } } }\n    ": typeof types.PauseOfNoneDocument,
    "\n      mutation Refund($payment: ID!) {\n        refundPayment(payment: $payment, reason: \"x\", amount: 999999999, idempotencyKey: \"1\") { payment { id } userErrors { code message field } }\n      }\n    ": typeof types.RefundDocument,
    "\n      mutation Verify($citizen: ID!) {\n        verifyCitizen(citizen: $citizen, purpose: \"x\") { citizen { id } userErrors { code message field } }\n      }\n    ": typeof types.VerifyDocument,
    "\n      mutation Move($dossier: ID!) {\n        moveDossier(input: { dossier: $dossier, to: REFUSED }) { dossier { id } userErrors { code message field } }\n      }\n    ": typeof types.MoveDocument,
    "\n  mutation OpenPayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl qrPayload external merchant { code } paidAt expiresAt entries { account debit credit } }\n      userErrors { code field }\n    }\n  }\n": typeof types.OpenPaymentDocument,
    "\n  query QuarterFigures($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n      }\n    }\n  }\n": typeof types.QuarterFiguresDocument,
    "\n  mutation RegisterSource($input: RegisterSourceInput!) {\n    registerSource(input: $input) {\n      source { name mode url active unit { code } connector { id kind } createdBy changedBy previousSecretUntil }\n      secret\n      userErrors { code field message }\n    }\n  }\n": typeof types.RegisterSourceDocument,
    "\n  mutation MoveForSource($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { id version status } userErrors { code message field } }\n  }\n": typeof types.MoveForSourceDocument,
    "\n  query DossierForSource($code: String!) {\n    dossier(code: $code) { id version status rating events { status note } synchronizations { sequence operation state connector { id } } }\n  }\n": typeof types.DossierForSourceDocument,
};
const documents: Documents = {
    "\n  query ConsoleBatches($first: Int!, $unit: ID) {\n    settlementBatches(states: [EXPECTED, SHORT, OVER, MISSING], first: $first, unit: $unit) {\n      totalCount\n      nodes { id provider merchant { code unit { name } } batch firstDay lastDay net credited open dueOn state }\n    }\n  }\n": types.ConsoleBatchesDocument,
    "\n  query ConsoleCredits($first: Int!) {\n    accountCredits(states: [UNIDENTIFIED], first: $first) {\n      totalCount\n      nodes {\n        id account bankReference amount bookedAt reference disputedAmount onStatement proposedBy proposedAs\n        proposedPayment { reference } proposedBatches { batch }\n      }\n    }\n  }\n": types.ConsoleCreditsDocument,
    "\n  query ConsoleCredit($id: ID!) {\n    accountCredit(id: $id) {\n      id account bankReference amount state\n      suggestions { payment { id reference amount dossier { code } } score reason }\n    }\n  }\n": types.ConsoleCreditDocument,
    "\n  query ConsoleCreditText($id: ID!) {\n    accountCredit(id: $id) { content }\n  }\n": types.ConsoleCreditTextDocument,
    "\n  query ConsoleCash($first: Int!, $unit: ID) {\n    cashDrawers(states: [OPEN, COUNTED, ACCEPTED], first: $first, unit: $unit) {\n      pageInfo { hasNextPage }\n      nodes { id unit { name } officer day state payments expected counted difference note }\n    }\n  }\n": types.ConsoleCashDocument,
    "\n  query ConsoleOnItsWay {\n    cashDeposits(arrived: false) { id unit { name } account amount slipNumber depositedOn depositedBy }\n  }\n": types.ConsoleOnItsWayDocument,
    "\n  query ConsoleDepositing($first: Int!, $unit: ID) {\n    cashDrawers(states: [ACCEPTED], first: $first, unit: $unit) {\n      pageInfo { hasNextPage }\n      nodes { id unit { code name } officer day counted }\n    }\n    depositAccounts { number bankName unit { code name } }\n  }\n": types.ConsoleDepositingDocument,
    "\n  query ConsoleStatementFiles($from: LocalDate!, $to: LocalDate!) {\n    statementFiles { path provider businessDate state reason version seenAt }\n    missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { name } }\n  }\n": types.ConsoleStatementFilesDocument,
    "\n  query ConsoleReceipts($unit: ID) {\n    receiptOrders(unit: $unit) {\n      id action state paymentReference unit { name } code reason advice attempts nextAttemptAt wantedAt closingBy closingNote\n    }\n  }\n": types.ConsoleReceiptsDocument,
    "\n  query ConsoleRefunds($first: Int!, $unit: ID) {\n    refunds(states: [REQUESTED, READY, SENT, REFUSED], first: $first, unit: $unit) {\n      totalCount\n      nodes { id reference amount state cause way reason requestedBy requestedAt providerCode note awaitsConclusion payment { provider reference dossier { code } } }\n    }\n  }\n": types.ConsoleRefundsDocument,
    "\n  mutation ConsoleAssignCredit($id: ID!, $payment: ID!, $note: String!) {\n    change: assignCredit(credit: $id, payment: $payment, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleAssignCreditDocument,
    "\n  mutation ConsoleAssignToBatches($id: ID!, $batches: [ID!]!, $note: String!) {\n    change: assignCreditToBatches(credit: $id, batches: $batches, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleAssignToBatchesDocument,
    "\n  mutation ConsoleAssignToDeposit($id: ID!, $deposit: ID!, $note: String!) {\n    change: assignCreditToDeposit(credit: $id, deposit: $deposit, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleAssignToDepositDocument,
    "\n  mutation ConsoleCloseCredit($id: ID!, $as: CreditClosing!, $note: String!) {\n    change: closeCredit(credit: $id, as: $as, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleCloseCreditDocument,
    "\n  mutation ConsoleAcceptDrawer($id: ID!) {\n    change: acceptCashDrawer(drawer: $id) { userErrors { code message } }\n  }\n": types.ConsoleAcceptDrawerDocument,
    "\n  mutation ConsoleDepositCash($drawers: [ID!]!, $account: String!, $slip: String!, $day: LocalDate!) {\n    change: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { userErrors { code message } }\n  }\n": types.ConsoleDepositCashDocument,
    "\n  mutation ConsoleRetryReceipt($id: ID!) {\n    change: retryReceiptOrder(order: $id) { userErrors { code message } }\n  }\n": types.ConsoleRetryReceiptDocument,
    "\n  mutation ConsoleProposeClosing($id: ID!, $note: String!) {\n    change: proposeReceiptOrderClosing(order: $id, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleProposeClosingDocument,
    "\n  mutation ConsoleApproveClosing($id: ID!, $approve: Boolean!) {\n    change: approveReceiptOrderClosing(order: $id, approve: $approve) { userErrors { code message } }\n  }\n": types.ConsoleApproveClosingDocument,
    "\n  mutation ConsoleApproveRefund($id: ID!, $approve: Boolean!, $note: String!) {\n    change: approveRefund(refund: $id, approve: $approve, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleApproveRefundDocument,
    "\n  mutation ConsoleConcludeRefund($id: ID!, $paid: Boolean!, $note: String!) {\n    change: concludeRefund(refund: $id, paid: $paid, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleConcludeRefundDocument,
    "\n  query ConsoleRepeats {\n    repeatedReports { id dossier { code } unit { name } provider reference providerTransactionId amount postedFor reportedAt advice }\n  }\n": types.ConsoleRepeatsDocument,
    "\n  mutation ConsoleCountDrawer($id: ID!, $pieces: [CashPieces!]!, $note: String) {\n    change: countCashDrawer(drawer: $id, pieces: $pieces, note: $note) { userErrors { message } }\n  }\n": types.ConsoleCountDrawerDocument,
    "\n  query ConsoleRules($first: Int!) {\n    ruleChanges(waiting: true, first: $first) { id kind content before reason proposedBy proposedAt }\n  }\n": types.ConsoleRulesDocument,
    "\n  mutation ConsoleDecideRule($id: ID!, $approve: Boolean!) {\n    change: approveRuleChange(change: $id, approve: $approve) { userErrors { code message } }\n  }\n": types.ConsoleDecideRuleDocument,
    "\n  query ConsoleViewer {\n    viewer { subject roles unit { code } }\n  }\n": types.ConsoleViewerDocument,
    "\n  query ConsoleConnectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n": types.ConsoleConnectorsDocument,
    "\n  query ConsoleStuck($first: Int!) {\n    synchronizationProblems { errorCode message advice count units oldest }\n    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n  }\n  fragment ConsoleSynchronization on Synchronization {\n    id\n    connector { id }\n    subject\n    unit { name }\n    operation\n    sequence\n    state\n    attempts\n    requestedAt\n    nextAttemptAt\n    errorCode\n    lastError\n  }\n": types.ConsoleStuckDocument,
    "\n  query ConsoleWatch {\n    connectors { id breaker nextAttemptAt ratePerSecond }\n    alerts(open: true) { id kind message raisedAt }\n    resends(first: 5) { id reason purpose requestedBy requestedAt state expected appended delivered waiting parked }\n    comparisonSummaries(days: 1) { day kind count repaired }\n  }\n": types.ConsoleWatchDocument,
    "\n  query ConsoleDay($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      code\n      name\n      dayList {\n        day\n        workingDay\n        dossiers {\n          dueToday { count codes }\n          overdue { count codes }\n          atRisk { count codes }\n          pointsAtRisk\n          warnings { reason count points first { code at turnUnit { name } } }\n        }\n        stuck { parked waiting oldestWaitingAt causes { errorCode count message advice } }\n        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }\n      }\n    }\n  }\n": types.ConsoleDayDocument,
    "\n  query ConsoleGoLiveOnboarding($unit: ID!) {\n    onboarding(unit: $unit) { code titleVi titleEn done detail }\n  }\n": types.ConsoleGoLiveOnboardingDocument,
    "\n  query ConsoleGoLiveSwitches($unit: ID!) {\n    reportingSwitches(unit: $unit) {\n      unit { code name }\n      source\n      mode\n      own\n      history { mode from reason changedBy changedAt }\n    }\n  }\n": types.ConsoleGoLiveSwitchesDocument,
    "\n  query ConsoleGoLiveDifferences($unit: ID!, $first: Int!) {\n    comparisons(unit: $unit, first: $first, kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS, UNKNOWN]) {\n      totalCount\n      nodes { id day kind subject purpose repairedAt unit { name } ours { status unit } theirs { status unit } }\n    }\n  }\n": types.ConsoleGoLiveDifferencesDocument,
    "\n  query ConsoleGoLiveExtras($unit: ID!, $first: Int!) {\n    portalExtras(unit: $unit, first: $first) {\n      totalCount\n      nodes { code status portalUnit firstSeenAt lastSeenAt unit { name } }\n    }\n  }\n": types.ConsoleGoLiveExtrasDocument,
    "\n  query ConsoleGoLiveSources($unit: ID) {\n    sources(unit: $unit) { name mode url active previousSecretUntil unit { name } connector { id state pending parked lastSuccessAt lastError } }\n  }\n": types.ConsoleGoLiveSourcesDocument,
    "\n  query ConsoleBalances($day: LocalDate!, $unit: ID) {\n    reconciliations(from: $day, to: $day, unit: $unit) {\n      id\n      provider\n      merchant { id code name unit { name } }\n      status\n      statementVersion\n      statementRows\n      matched\n      hubTotal\n      statementTotal\n      discrepancyCount\n      open: discrepancies(open: true, first: 0) { totalCount }\n      rejection\n      closedAt\n    }\n    missingStatements(from: $day, to: $day) { provider merchantCode unit { name } }\n    workbook: reconciliationReport(from: $day, to: $day, unit: $unit, format: XLSX)\n    csv: reconciliationReport(from: $day, to: $day, unit: $unit, format: CSV)\n  }\n": types.ConsoleBalancesDocument,
    "\n  query ConsoleExceptions($id: ID!, $first: Int!) {\n    reconciliation(id: $id) {\n      id\n      provider\n      businessDate\n      merchant { code name }\n      status\n      closedAt\n      discrepancies(first: $first) {\n        totalCount\n        nodes {\n          id kind detail reference hubAmount statementAmount\n          resolution resolvedBy resolvedAt approvedBy note owner needsApproval\n          payment { id dossier { code } }\n        }\n      }\n    }\n  }\n": types.ConsoleExceptionsDocument,
    "\n  query ConsoleFigures($province: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $province) {\n      ...ConsoleUnit\n      units { ...ConsoleUnit }\n    }\n  }\n  fragment ConsoleUnit on AdministrativeUnit {\n    code\n    name\n    kind\n    indicators(period: $period) {\n      asOf\n      dossiersReceived\n      dossiersReceivedAtCommunes\n      receivedOnline\n      dossiersWithFee\n      paidOnline\n      onlineFilingRate\n      onlinePaymentRate\n      resolvedOnTimeRate\n      satisfactionRate\n    }\n  }\n": types.ConsoleFiguresDocument,
    "\n  mutation ConsolePause($id: ID!) {\n    change: pauseConnector(id: $id) { userErrors { code message } }\n  }\n": types.ConsolePauseDocument,
    "\n  mutation ConsoleResume($id: ID!) {\n    change: resumeConnector(id: $id) { userErrors { code message } }\n  }\n": types.ConsoleResumeDocument,
    "\n  mutation ConsoleStop($id: ID!) {\n    change: stopSynchronization(id: $id) { userErrors { code message } }\n  }\n": types.ConsoleStopDocument,
    "\n  mutation ConsoleSetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $reason: String!) {\n    change: setReporting(unit: $unit, source: $source, mode: $mode, reason: $reason) { userErrors { code message } }\n  }\n": types.ConsoleSetReportingDocument,
    "\n  mutation ConsoleReconcile($provider: PaymentProvider!, $day: LocalDate!, $merchant: ID) {\n    change: startReconciliation(provider: $provider, businessDate: $day, merchant: $merchant) { userErrors { code message } }\n  }\n": types.ConsoleReconcileDocument,
    "\n  mutation ConsoleCloseDay($id: ID!) {\n    change: closeReconciliation(id: $id) { userErrors { code message } }\n  }\n": types.ConsoleCloseDayDocument,
    "\n  mutation ConsoleResolve($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {\n    change: resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleResolveDocument,
    "\n  mutation ConsoleApprove($id: ID!, $approve: Boolean!, $note: String!) {\n    change: approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { userErrors { code message } }\n  }\n": types.ConsoleApproveDocument,
    "\n  mutation ConsoleRetry($errorCode: String!) {\n    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }\n  }\n": types.ConsoleRetryDocument,
    "\n  mutation PullCatalogue($acceptLoss: Boolean) {\n    pullCatalogue(acceptLoss: $acceptLoss) { requested userErrors { code } }\n  }\n": types.PullCatalogueDocument,
    "\n  query CatalogueHistory {\n    cataloguePulls(first: 1) { askedBy outcome listed added changed withdrawn failed }\n    catalogueChanges(first: 100) { procedure kind before { name fee active } after { name fee workingDays active } }\n  }\n": types.CatalogueHistoryDocument,
    "\n  mutation IngestOfUnit($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version status events { status actor unusual note } }\n      }\n    }\n  }\n": types.IngestOfUnitDocument,
    "query ProvisionalProcedure { procedure(code: \"1.999999\") { name provisional } }": types.ProvisionalProcedureDocument,
    "\n  query PersonalPapers($dossier: ID!, $purpose: String!, $results: [ID!]) {\n    personalPapers(dossier: $dossier, purpose: $purpose, results: $results) {\n      papers { resultCode name number agencyCode files { name url } }\n      userErrors { code message field }\n    }\n  }\n": types.PersonalPapersDocument,
    "\n  query PortalLists {\n    portalLists { name outcome listed takenAt }\n    portalListEntries(list: \"AGENCIES\", first: 2) { code name about }\n    next: portalListEntries(list: \"AGENCIES\", first: 1, after: \"H12.1\") { code }\n    portalGaps { units { code } procedures { code } }\n    procedure(code: \"1.001193\") { publicServices { code name publisher agencies { code level } } }\n  }\n": types.PortalListsDocument,
    "\n  mutation SwitchForMonth($unit: ID!, $source: String, $mode: ReportingMode!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, reason: \"thử\") { userErrors { code } }\n  }\n": types.SwitchForMonthDocument,
    "\n  query ReportingRules {\n    reportingRules { id origin procedure reportedBy services validFrom validTo changes { changedBy reason servicesBefore servicesAfter } }\n  }\n": types.ReportingRulesDocument,
    "\n  mutation SetReportingRule($input: ReportingRuleInput!) {\n    setReportingRule(input: $input) {\n      rule { services changes { changedBy servicesBefore servicesAfter } }\n      userErrors { code field }\n    }\n  }\n": types.SetReportingRuleDocument,
    "\n  query ReportingOfDossier($code: String!) {\n    dossier(code: $code) { reporting { services reportedBy mode } }\n  }\n": types.ReportingOfDossierDocument,
    "\n  query ReportedDossiers($reported: Boolean) {\n    dossiers(filter: { reported: $reported }, first: 100) { totalCount nodes { code } }\n  }\n": types.ReportedDossiersDocument,
    "\n  mutation SetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $from: DateTime, $reason: String!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, from: $from, reason: $reason) {\n      reportingSwitch { unit { code } source mode own history { mode from changedBy reason } }\n      userErrors { code field }\n    }\n  }\n": types.SetReportingDocument,
    "\n  query ReportingSwitches($unit: ID!) {\n    reportingSwitches(unit: $unit) { unit { code } source mode own history { mode } }\n  }\n": types.ReportingSwitchesDocument,
    "\n  mutation ReportFiledInWhole($input: ReportingRuleInput!) {\n    setReportingRule(input: $input) { userErrors { code } }\n  }\n": types.ReportFiledInWholeDocument,
    "\n  mutation CompareCommune($unit: ID!) {\n    setReporting(unit: $unit, mode: COMPARE, reason: \"trước khi mở\") { userErrors { code } }\n  }\n": types.CompareCommuneDocument,
    "\n  query DifferencesOfWorld($unit: ID, $kinds: [ComparisonKind!]) {\n    comparisons(unit: $unit, kinds: $kinds, first: 100) { totalCount nodes { subject kind theirs { status } dossier { code } } }\n  }\n": types.DifferencesOfWorldDocument,
    "query ChangesOfSourceA { sourceChanges(source: \"a\") { cursor } }": types.ChangesOfSourceADocument,
    "query DeniedConnectors { connectors { id } }": types.DeniedConnectorsDocument,
    "query DeniedSynchronizations { synchronizations { totalCount } }": types.DeniedSynchronizationsDocument,
    "query DeniedProblems { synchronizationProblems { count } }": types.DeniedProblemsDocument,
    "mutation DeniedRetry { retrySynchronizations(connector: \"national-portal\") { retried } }": types.DeniedRetryDocument,
    "mutation DeniedRequest { requestSynchronization(filter: {}, reason: \"x\") { retried } }": types.DeniedRequestDocument,
    "query Alerts($open: Boolean) { alerts(open: $open) { id kind target message recoveredAt } }": types.AlertsDocument,
    "\n  mutation SetAlertRule($kind: AlertKind!, $threshold: Int!, $enabled: Boolean!) {\n    setAlertRule(kind: $kind, threshold: $threshold, enabled: $enabled) { rule { threshold enabled } userErrors { code } }\n  }\n": types.SetAlertRuleDocument,
    "query AlertRules { alertRules { kind threshold enabled } }": types.AlertRulesDocument,
    "query ConnectorBreakers { connectors { id breaker nextAttemptAt ratePerSecond } }": types.ConnectorBreakersDocument,
    "mutation ResumeAfterRest($id: ID!) { resumeConnector(id: $id) { userErrors { code } } }": types.ResumeAfterRestDocument,
    "\n    mutation SetConnectorRate($id: ID!, $rate: Float) {\n      setConnectorRate(id: $id, perSecond: $rate) { connector { ratePerSecond } userErrors { code field } }\n    }\n  ": types.SetConnectorRateDocument,
    "query SettingChanges { integrationSettingChanges { actor setting target from to } }": types.SettingChangesDocument,
    "\n  query Comparisons($unit: ID, $kinds: [ComparisonKind!], $first: Int, $after: String) {\n    comparisons(unit: $unit, kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      nodes { subject kind purpose unit { code } ours { status unit } theirs { status unit } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ComparisonsDocument,
    "query DeliveredAlready { synchronizations { totalCount nodes { subject sequence state deliveredAt } } }": types.DeliveredAlreadyDocument,
    "query ExchangesOfSynchronizations { synchronizations { nodes { subject exchanges { attempt service sent received milliseconds } } } }": types.ExchangesOfSynchronizationsDocument,
    "\n      query SynchronizationsWithConnectors($first: Int) {\n        synchronizations(first: $first) { nodes { id connector { id state pending lastError } } }\n        connectors { id state parked }\n      }\n    ": types.SynchronizationsWithConnectorsDocument,
    "\n      query ProblemsOfUnit($unit: ID) { synchronizationProblems(unit: $unit) { errorCode message advice count units oldest } }\n    ": types.ProblemsOfUnitDocument,
    "query SynchronizationTimes { synchronizations { nodes { nextAttemptAt deliveredAt } } }": types.SynchronizationTimesDocument,
    "\n    mutation Retry($ids: [ID!], $connector: ID, $errorCode: String) {\n      retrySynchronizations(ids: $ids, connector: $connector, errorCode: $errorCode) { retried userErrors { code field } }\n    }\n  ": types.RetryDocument,
    "\n  query SynchronizationsWithoutCount($unit: ID, $states: [SyncState!], $first: Int) {\n    synchronizations(unit: $unit, states: $states, first: $first) {\n      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.SynchronizationsWithoutCountDocument,
    "\n  query SynchronizationNotes { synchronizations { nodes { subject state notes { shortened { field from to } } } } }\n": types.SynchronizationNotesDocument,
    "\n  query IndexBench($unit: ID!, $from: LocalDate!, $to: LocalDate!, $procedure: ID) {\n    administrativeUnit(code: $unit) {\n      indicators(period: { from: $from, to: $to }, procedure: $procedure) {\n        asOf dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        score applicableMax rank ofUnits groups { code score max components { code numerator denominator score max } }\n      }\n    }\n    }\n": types.IndexBenchDocument,
    "\n  query ListsBench($filter: DossierFilter, $orderBy: DossierOrder!, $after: String, $counted: Boolean!) {\n    dossiers(filter: $filter, orderBy: $orderBy, after: $after) {\n      totalCount @include(if: $counted)\n      nodes { code status ownerName submittedAt dueAt timeliness procedure { name } handlingUnit { name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ListsBenchDocument,
    "\n  mutation CreateForNotices($input: CreatePaymentInput!) {\n    createPayment(input: $input) { payment { reference amount } userErrors { code } }\n  }\n": types.CreateForNoticesDocument,
    "\n  query SightOfDossier($code: String) {\n    dossier(code: $code) {\n      code status origin channel procedure { code } receivingUnit { code } handlingUnit { code } submittedAt version timeliness\n      acceptedAt dueAt summary rating events { actor note } supplements { content } documents { name url } fees { amount }\n      ownerName applicant { fullName nationalId dateOfBirth maskedNationalId } amountDue amountPaid\n      payments { reference }\n      synchronizations { operation }\n    }\n  }\n": types.SightOfDossierDocument,
    "query DossierAndNodeById($id: ID!) { dossier(id: $id) { code } node(id: $id) { id } }": types.DossierAndNodeByIdDocument,
    "query DossierByCode($code: String) { dossier(code: $code) { code } }": types.DossierByCodeDocument,
    "\n      query BothLists {\n        dossiers { totalCount nodes { code } pageInfo { hasNextPage } }\n        administrativeUnit(code: \"96\") { dossiers { totalCount nodes { code } } }\n      }\n    ": types.BothListsDocument,
    "\n    query WhatIsPublic($id: ID!) {\n      administrativeUnit(code: \"32248\") {\n        dossiers(filter: { search: \"x\", statuses: [ACCEPTED] }) { totalCount nodes { code } pageInfo { hasNextPage endCursor } }\n      }\n      node(id: $id) { id }\n    }\n  ": types.WhatIsPublicDocument,
    "query OwnerNames { dossiers { nodes { ownerName } } }": types.OwnerNamesDocument,
    "\n  mutation SetDayThatMovesDates($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }\n": types.SetDayThatMovesDatesDocument,
    "\n  mutation RemoveDayThatMovesDates($unit: ID!, $date: LocalDate!) { removeCalendarDay(unit: $unit, date: $date) { userErrors { code field } } }\n": types.RemoveDayThatMovesDatesDocument,
    "\n  query DatesThatFollow($filter: DossierFilter) {\n    dossiers(filter: $filter, first: 100) { nodes { code version dueAt computedDueAt } }\n  }\n": types.DatesThatFollowDocument,
    "\n  query CalendarOfUnit($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      calendar(from: $from, to: $to) { date open countsFor kind name sessions { from to } cutoff decidedBy }\n    }\n  }\n": types.CalendarOfUnitDocument,
    "\n  query CalendarChangesOfUnit($unit: ID!) {\n    administrativeUnit(code: $unit) { calendarChanges { what changedBy changedAt before after } }\n  }\n": types.CalendarChangesOfUnitDocument,
    "\n  mutation SetCalendarDay($input: CalendarDayInput!) {\n    setCalendarDay(input: $input) { unit { code } userErrors { code field } }\n  }\n": types.SetCalendarDayDocument,
    "\n  mutation RemoveCalendarDay($unit: ID!, $date: LocalDate!) {\n    removeCalendarDay(unit: $unit, date: $date) { unit { code } userErrors { code field } }\n  }\n": types.RemoveCalendarDayDocument,
    "\n  mutation SetOpeningHours($input: OpeningHoursInput!) {\n    setOpeningHours(input: $input) { unit { code } userErrors { code field } }\n  }\n": types.SetOpeningHoursDocument,
    "\n  mutation RemoveOpeningHours($unit: ID!, $validFrom: LocalDate!) {\n    removeOpeningHours(unit: $unit, validFrom: $validFrom) { unit { code } userErrors { code field } }\n  }\n": types.RemoveOpeningHoursDocument,
    "query TrailOfVoided($code: String!, $unit: ID!) {\n  dossier(code: $code) { status voidedAt }\n  dossiers(filter: { unit: $unit }, first: 100) { nodes { code } }\n}": types.TrailOfVoidedDocument,
    "\n  query DeadlineRules($procedure: ID) {\n    deadlineRules(procedure: $procedure) {\n      procedure validFrom validTo counting cutoff afterSupplement stoppingStates supplements committedDays statutoryDays\n    }\n  }\n": types.DeadlineRulesDocument,
    "\n  mutation ProposeDeadlineRule($input: DeadlineRuleInput!) {\n    proposeDeadlineRule(input: $input) { change { id kind approved before } userErrors { code field } }\n  }\n": types.ProposeDeadlineRuleDocument,
    "\n  mutation RemoveDeadlineRule($procedure: ID, $validFrom: LocalDate!) {\n    removeDeadlineRule(procedure: $procedure, validFrom: $validFrom, reason: \"quyết định bị hủy\") { change { id } userErrors { code field } }\n  }\n": types.RemoveDeadlineRuleDocument,
    "query DeadlineRuleChanges { deadlineRuleChanges { procedure validFrom changedBy approvedBy reason before after } }": types.DeadlineRuleChangesDocument,
    "query DueByRule($code: String!) { dossier(code: $code) { computedDueAt } }": types.DueByRuleDocument,
    "\n  query DatesOfDossier($code: String!) {\n    dossier(code: $code) { id status dueAt computedDueAt statutoryDueAt timeliness events { at status } }\n  }\n": types.DatesOfDossierDocument,
    "\n  query DossiersByDates($filter: DossierFilter) {\n    dossiers(filter: $filter, first: 100) { nodes { code } }\n  }\n": types.DossiersByDatesDocument,
    "\n  mutation MoveForDates($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { status dueAt computedDueAt timeliness } userErrors { code message } }\n  }\n": types.MoveForDatesDocument,
    "\n  query EarlyWarningsOfRows($unit: ID!, $reasons: [EarlyWarningReason!], $first: Int, $after: String) {\n    earlyWarnings(unit: $unit, reasons: $reasons, first: $first, after: $after) {\n      totalCount totalPoints\n      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EarlyWarningsOfRowsDocument,
    "\n  query ScoresOfRows($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }\n  }\n": types.ScoresOfRowsDocument,
    "\n  query EarlyWarnings($unit: ID!, $first: Int, $after: String) {\n    earlyWarnings(unit: $unit, reasons: [DUE], first: $first, after: $after) {\n      totalCount totalPoints until\n      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.EarlyWarningsDocument,
    "\n  query ScoresBeforeAndAfter($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }\n  }\n": types.ScoresBeforeAndAfterDocument,
    "\n  query FilteredDossiers($filter: DossierFilter) {\n    dossiers(filter: $filter, orderBy: SUBMITTED_AT_ASC) { totalCount nodes { code } }\n  }\n": types.FilteredDossiersDocument,
    "\n    query WorklistWithNames($first: Int) {\n      dossiers(first: $first) {\n        nodes {\n          code ownerName procedure { name } receivingUnit { name } handlingUnit { name } events { note } fees { amount }\n          applicant { fullName nationalId } organization { name } amountDue amountPaid\n          payments { reference merchant { name } }\n          synchronizations { state }\n        }\n      }\n    }\n  ": types.WorklistWithNamesDocument,
    "\n      query DossiersThroughCitizens($first: Int) {\n        dossiers(first: $first, filter: { search: \"người\" }) {\n          nodes {\n            applicant {\n              fullName\n              dossiers(first: 1, filter: { channels: [IN_PERSON] }) { totalCount nodes { code ownerName } pageInfo { hasNextPage } }\n            }\n          }\n        }\n      }\n    ": types.DossiersThroughCitizensDocument,
    "query NodesWithoutCount { dossiers(first: 2) { nodes { code } pageInfo { hasNextPage } } }": types.NodesWithoutCountDocument,
    "query CountAlone { dossiers(first: 2) { totalCount } }": types.CountAloneDocument,
    "\n  query DossierAsSent($id: ID) {\n    dossier(id: $id) {\n      submittedAt\n      events { at }\n      supplements { number requestedAt newDueAt receivedAt }\n      documents { name sha256 isResult digitized reused }\n    }\n  }\n": types.DossierAsSentDocument,
    "\n  query EveryKey($x: String, $y: ID!) {\n    dossier(code: $x) { id }\n    national: dossier(nationalCode: $x) { id }\n    node(id: $y) { id }\n    procedure(code: $y) { code }\n    procedures(search: $x) { code }\n    field: procedures(field: $x) { code }\n    administrativeUnit(code: $y) { code }\n  }\n": types.EveryKeyDocument,
    "\n  query TreeOfUnits {\n    province: administrativeUnit(code: \"96\") { name kind agencyCode parent { code } units { code kind } replacedBy { code } }\n    commune: administrativeUnit(code: \"32248\") {\n      name kind agencyCode latitude longitude parent { code } receptionPoints { code name } units { code } validTo\n    }\n    former: administrativeUnit(code: \"F-954\") { kind validTo replacedBy { code parent { code } } }\n    none: administrativeUnit(code: \"x\") { code }\n  }\n": types.TreeOfUnitsDocument,
    "\n  query FoundProcedures($search: String, $field: String, $active: Boolean) {\n    procedures(search: $search, field: $field, active: $active) { code name }\n  }\n": types.FoundProceduresDocument,
    "\n  query FeesOfProcedures {\n    free: procedure(code: \"1.001193\") { fee workingDays provisional }\n    unknown: procedure(code: \"1.004873\") { fee }\n    none: procedure(code: \"9.999999\") { fee }\n  }\n": types.FeesOfProceduresDocument,
    "\n    query DossierByKeys($id: ID, $code: String, $nationalCode: String) {\n      dossier(id: $id, code: $code, nationalCode: $nationalCode) { id }\n    }\n  ": types.DossierByKeysDocument,
    "\n      query IdsOfAllTypes {\n        dossiers { nodes { id code events { id } documents { id } applicant { id } synchronizations { id } } }\n      }\n    ": types.IdsOfAllTypesDocument,
    "query AnyNode($id: ID!) { node(id: $id) { __typename id } }": types.AnyNodeDocument,
    "query ApplicantIds { dossiers { nodes { applicant { id } } } }": types.ApplicantIdsDocument,
    "query SynchronizationIds($id: ID) { dossier(id: $id) { synchronizations { id } } }": types.SynchronizationIdsDocument,
    "query OwnDossiers { viewer { citizen { dossiers(first: 5) { totalCount nodes { code ownerName } } } } }": types.OwnDossiersDocument,
    "\n    query DossiersThroughApplicants { dossiers { nodes { applicant { dossiers { totalCount nodes { code } } } } } }\n  ": types.DossiersThroughApplicantsDocument,
    "\n  mutation VoidThatStays($dossier: ID!) { voidDossier(dossier: $dossier, reason: \"Nhập trùng\") { userErrors { code } } }\n": types.VoidThatStaysDocument,
    "\n  query ShownWithAdditions($code: String!) {\n    dossier(code: $code) { id status version submittedAt voidedAt supplements { number content receivedAt } documents { id name } }\n  }\n": types.ShownWithAdditionsDocument,
    "\n  query IndexRules($on: LocalDate) {\n    indexRules(on: $on) { code group validFrom validTo formula max targetPercent whenNone communeLevel notApplicable }\n  }\n": types.IndexRulesDocument,
    "\n  mutation ProposeIndexRules($input: IndexRulesInput!) {\n    proposeIndexRules(input: $input) { change { id kind content before proposedBy approved } userErrors { code field message } }\n  }\n": types.ProposeIndexRulesDocument,
    "\n  mutation RemoveIndexRules($validFrom: LocalDate!, $codes: [ID!]) {\n    removeIndexRules(validFrom: $validFrom, codes: $codes, reason: \"hoãn áp dụng\") { change { id } userErrors { code field } }\n  }\n": types.RemoveIndexRulesDocument,
    "query RuleChanges($waiting: Boolean) { ruleChanges(waiting: $waiting) { kind reason proposedBy decidedBy approved } }": types.RuleChangesDocument,
    "\n  query ScoresByRules($from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: \"32248\") {\n      indicators(period: { from: $from, to: $to }) { groups { code components { code max score } } }\n    }\n  }\n": types.ScoresByRulesDocument,
    "\n  query ExportOfFigures($unit: ID!, $format: IndicatorFileFormat!) {\n    administrativeUnit(code: $unit) { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { export(format: $format) } }\n  }\n": types.ExportOfFiguresDocument,
    "\n  query FiguresBesideAModel($code: ID!, $period: PeriodInput!, $procedure: ID) {\n    administrativeUnit(code: $code) {\n      indicators(period: $period, procedure: $procedure) {\n        dossiersReceived receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        groups { components { code numerator denominator } }\n      }\n    }\n  }\n": types.FiguresBesideAModelDocument,
    "\n  mutation RateForAModel($id: ID!, $rating: Int!) { rateDossier(dossier: $id, rating: $rating) { dossier { rating } } }\n": types.RateForAModelDocument,
    "\n  mutation RecountIndicators($repair: Boolean! = false) {\n    recountIndicators(repair: $repair) {\n      differenceCount repaired\n      differences { unit procedure day counter kept recounted }\n    }\n  }\n": types.RecountIndicatorsDocument,
    "query IdOfModelDossier($code: String!) { dossier(code: $code) { id } }": types.IdOfModelDossierDocument,
    "\n  query FiguresOfPeriod($code: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $code) {\n      indicators(period: $period) {\n        unit { code }\n        from\n        to\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        score rank ofUnits applicableMax\n        groups { code max score components { code numerator denominator score max published source flags } }\n      }\n    }\n  }\n": types.FiguresOfPeriodDocument,
    "\n    query AgeOfFigures($period: PeriodInput!) { administrativeUnit(code: \"96\") { indicators(period: $period) { asOf } } }\n  ": types.AgeOfFiguresDocument,
    "\n    query FiguresOfAllUnits {\n      administrativeUnit(code: \"96\") {\n        indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived }\n        units { code indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n      }\n    }\n  ": types.FiguresOfAllUnitsDocument,
    "\n    query FiguresOfOneUnit {\n      administrativeUnit(code: \"32248\") { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n    }\n  ": types.FiguresOfOneUnitDocument,
    "\n    query KeptDetails($code: String) {\n      dossier(code: $code) { timeliness voidedAt ownerName rating documents { id name url isResult } }\n    }\n  ": types.KeptDetailsDocument,
    "query SearchedDossiers($s: String) { dossiers(filter: { search: $s }) { nodes { id } } }": types.SearchedDossiersDocument,
    "\n      query UnidentifiedDossiers { dossiers(filter: { unidentified: true }) { nodes { code unidentified } } }\n    ": types.UnidentifiedDossiersDocument,
    "\n      query NewProcedures {\n        one: procedure(code: \"1.888888\") { name provisional active fee }\n        two: procedure(code: \"1.777777\") { code }\n      }\n    ": types.NewProceduresDocument,
    "\n      query MoneyOfDossier($code: String) { dossier(code: $code) { amountDue amountPaid payments { reference status } } }\n    ": types.MoneyOfDossierDocument,
    "\n  query WalkedList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {\n    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { code }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.WalkedListDocument,
    "\n  query DossierList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {\n    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id code submittedAt dueAt } }\n      nodes { id }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.DossierListDocument,
    "\n  query PaidOnlineOfDay($code: ID!, $day: LocalDate!) {\n    administrativeUnit(code: $code) { indicators(period: { from: $day, to: $day }) { dossiersWithFee paidOnline } }\n  }\n": types.PaidOnlineOfDayDocument,
    "\n  query CountedPage($orderBy: DossierOrder!, $filter: DossierFilter) {\n    dossiers(orderBy: $orderBy, filter: $filter) { totalCount nodes { code } }\n  }\n": types.CountedPageDocument,
    "query ListOfUnit($unit: ID!) { administrativeUnit(code: $unit) { dossiers { totalCount nodes { code } } } }": types.ListOfUnitDocument,
    "\n      query ReadFiguresOfUnit($unit: ID!) {\n        administrativeUnit(code: $unit) { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n      }\n    ": types.ReadFiguresOfUnitDocument,
    "query ByCode { dossier(code: \"H12.64-250901-000100\") { id } }": types.ByCodeDocument,
    "query ByNationalCode { dossier(nationalCode: \"H12.64-250901-000100\") { id } }": types.ByNationalCodeDocument,
    "query FirstOfOrder($orderBy: DossierOrder!, $filter: DossierFilter) { dossiers(orderBy: $orderBy, filter: $filter) { nodes { code } } }": types.FirstOfOrderDocument,
    "query LastOfOrder($orderBy: DossierOrder!) { dossiers(orderBy: $orderBy, last: 20) { nodes { code } } }": types.LastOfOrderDocument,
    "\n  query IndexBesidePublished($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) {\n      indicators(period: $period) {\n        score applicableMax rank ofUnits\n        groups {\n          code score max published\n          components { code numerator denominator score max published publishedNumerator publishedDenominator publishedAt difference flags source }\n        }\n        differences { code points numerator denominator dossiers { count codes complete } }\n      }\n    }\n  }\n": types.IndexBesidePublishedDocument,
    "\n  mutation TakeInPublished($period: PeriodInput!, $file: String!) {\n    takeInPublishedIndicators(period: $period, file: $file) { rows userErrors { code message field } }\n  }\n": types.TakeInPublishedDocument,
    "\n  query RanksOfAllUnits($period: PeriodInput!) {\n    administrativeUnit(code: \"96\") { units { kind indicators(period: $period) { score rank ofUnits } } }\n  }\n": types.RanksOfAllUnitsDocument,
    "\n  mutation RateWithComment($id: ID!, $rating: Int!, $comment: String) {\n    rateDossier(dossier: $id, rating: $rating, comment: $comment) { dossier { rating version } userErrors { code message field } }\n  }\n": types.RateWithCommentDocument,
    "query RatingOfDossier($code: String) { dossier(code: $code) { rating } }": types.RatingOfDossierDocument,
    "\n  query SearchByName($filter: DossierFilter, $orderBy: DossierOrder!) {\n    dossiers(filter: $filter, orderBy: $orderBy) { totalCount nodes { ownerName receivingUnit { code } } }\n  }\n": types.SearchByNameDocument,
    "\n  query SlipsOf($code: String!) {\n    dossier(code: $code) { code slips { kind number issuedAt url } }\n  }\n": types.SlipsOfDocument,
    "\n  mutation ReDateForSlip($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { dueAt } userErrors { code message field } }\n  }\n": types.ReDateForSlipDocument,
    "query SeenByUnit($code: String!) { dossier(code: $code) { code receivingUnit { code } handlingUnit { code } } }": types.SeenByUnitDocument,
    "\n      mutation PayAfterALie($dossier: ID!) {\n        createPayment(input: { dossier: $dossier, provider: VNPAY, idempotencyKey: \"lie\" }) { payment { amount } userErrors { code } }\n      }\n    ": types.PayAfterALieDocument,
    "query AmountOfPayment { payment(reference: \"D1\") { amount } }": types.AmountOfPaymentDocument,
    "query PaymentIds { payments { nodes { id } } }": types.PaymentIdsDocument,
    "query TypeOfRoot { __typename }": types.TypeOfRootDocument,
    "query NumbersOfPayers { payments(first: 100) { nodes { dossier { applicant { nationalId } } } } }": types.NumbersOfPayersDocument,
    "\n    query IdsOfMine { viewer { citizen { id dossiers { nodes { id code payments { id } synchronizations { id } } } } } }\n  ": types.IdsOfMineDocument,
    "\n    query IdsOfBooks($day: LocalDate!) { reconciliations(from: $day, to: $day) { id discrepancies { nodes { id } } } }\n  ": types.IdsOfBooksDocument,
    "\n      query SchemaAndData {\n        __schema { queryType { name } }\n        __type(name: \"Dossier\") { fields { name } }\n        procedure(code: \"1.001193\") { __typename name }\n      }\n    ": types.SchemaAndDataDocument,
    "subscription DossierChanges { dossierChanged { id } }": types.DossierChangesDocument,
    "subscription PaymentChanges { paymentChanged(payment: \"x\") { id } }": types.PaymentChangesDocument,
    "subscription ConnectorChanges { connectorChanged { id } }": types.ConnectorChangesDocument,
    "\n      mutation PayInBothForms($input: CreatePaymentInput!) {\n        createPayment(input: $input) {\n          payment { id reference amount checkoutUrl dossier { amountDue } }\n          userErrors { code message field }\n        }\n      }\n    ": types.PayInBothFormsDocument,
    "\n  mutation IngestAndShow($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { results { outcome userErrors { code } dossier { ...Shown } } }\n  }\n  fragment Shown on Dossier {\n    id code status version rating amountDue amountPaid\n    applicant { fullName }\n    organization { name }\n    payments { reference status amount external dossier { status amountDue } }\n    synchronizations { operation state sequence }\n    events { status note }\n  }\n": types.IngestAndShowDocument,
    "\n  query DossierAsShown($id: ID!) { dossier(id: $id) { ...Shown } }\n": types.DossierAsShownDocument,
    "\n      query OwnDossiersAndPayments {\n        viewer { citizen { dossiers(first: 100) { nodes { id } } payments(first: 100) { nodes { reference } } } }\n      }\n    ": types.OwnDossiersAndPaymentsDocument,
    "query EntriesOfPayment($reference: String) { payment(reference: $reference) { entries { debit credit } } }": types.EntriesOfPaymentDocument,
    "\n      mutation PayTwice($id: ID!, $amount: Vnd, $key: ID!, $other: ID!) {\n        createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $key }) {\n          payment { status dossier { amountDue amountPaid payments { status amount } } } userErrors { code }\n        }\n        again: createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $other }) {\n          payment { dossier { amountDue amountPaid } } userErrors { code }\n        }\n      }\n    ": types.PayTwiceDocument,
    "query EntriesOfDossier($id: ID!) { payments(filter: { dossier: $id }) { nodes { entries { debit } } } }": types.EntriesOfDossierDocument,
    "\n      mutation Checkout($id: ID!) {\n        createPayment(input: { dossier: $id, provider: VNPAY, idempotencyKey: $id }) {\n          payment { reference status amount dossier { amountDue payments { reference status } } }\n        }\n      }\n    ": types.CheckoutDocument,
    "\n      mutation RateBetweenPayments($id: ID!, $key: ID!, $other: ID!) {\n        before: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) {\n          payment { dossier { rating amountPaid } }\n        }\n        rateDossier(dossier: $id, rating: 4, comment: \"Nhanh\") { dossier { rating version amountPaid } userErrors { code } }\n        after: createPayment(input: { dossier: $id, provider: CASH, idempotencyKey: $other }) {\n          payment { dossier { rating amountPaid amountDue } }\n        }\n      }\n    ": types.RateBetweenPaymentsDocument,
    "\n      mutation RefusedInBetween($id: ID!, $key: ID!, $other: ID!, $connector: ID!, $no: Boolean = false) {\n        skipped: rateDossier(dossier: $id, rating: 1) @include(if: $no) { userErrors { code } }\n        first: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) { userErrors { code } }\n        pauseConnector(id: $connector) { userErrors { code } }\n        last: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $other }) { userErrors { code } }\n      }\n    ": types.RefusedInBetweenDocument,
    "mutation RetryOfCause { retrySynchronizations(errorCode: \"PORTAL_-3\") { retried userErrors { code } } }": types.RetryOfCauseDocument,
    "query CodeOfUnit { administrativeUnit(code: \"32248\") { code } }": types.CodeOfUnitDocument,
    "\n  query CountedWorklist($first: Int) {\n    dossiers(first: $first) {\n      nodes {\n        code status procedure { name } receivingUnit { name } applicant { fullName maskedNationalId } amountDue amountPaid\n        payments { reference status amount }\n        synchronizations { operation state }\n      }\n    }\n  }\n": types.CountedWorklistDocument,
    "\n  query WholeWorklist {\n    dossiers(first: 20) {\n      nodes {\n        id code status submittedAt procedure { name } receivingUnit { name } events { status }\n        applicant { fullName } organization { name } amountDue amountPaid\n        payments { reference status payer { fullName } }\n        synchronizations { operation state }\n      }\n    }\n  }\n": types.WholeWorklistDocument,
    "\n        query TwoPayments {\n          payments(first: 2) {\n            nodes { reference status payer { fullName } dossier { id code } merchant { code unit { code name } } }\n          }\n        }\n      ": types.TwoPaymentsDocument,
    "\n        query WithoutDossiers {\n          connectors { id state }\n          synchronizations(first: 1) { nodes { subject state dossier { id } unit { code } } }\n          viewer { subject }\n        }\n      ": types.WithoutDossiersDocument,
    "\n        mutation PayUnknown { createPayment(input: { dossier: \"dos_x\", provider: CASH, idempotencyKey: \"1\" }) { payment { id } } }\n      ": types.PayUnknownDocument,
    "\n  mutation IngestWithPayments($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { created results { dossier { code payments { id } } } }\n  }\n": types.IngestWithPaymentsDocument,
    "query CodeOfDossier($code: String) { dossier(code: $code) { code } }": types.CodeOfDossierDocument,
    "\n  query WorklistOfCaller {\n    viewer { subject unit { code } }\n    dossiers(first: 20) {\n      totalCount\n      nodes {\n        code receivingUnit { code } handlingUnit { code } applicant { fullName } amountDue\n        payments { reference payer { fullName } }\n        synchronizations { sequence unit { code } }\n      }\n    }\n  }\n": types.WorklistOfCallerDocument,
    "query ViewerWithCitizen { viewer { subject roles unit { code } citizen { id fullName } } }": types.ViewerWithCitizenDocument,
    "query AccessLogOfCitizen($id: ID) { citizen(id: $id, purpose: \"p\") { accessLog(first: 2) { totalCount } } }": types.AccessLogOfCitizenDocument,
    "\n    mutation VerifyForPurpose($purpose: String!) {\n      verifyCitizen(citizen: \"cit_x\", purpose: $purpose) { citizen { id } userErrors { code message } }\n    }\n  ": types.VerifyForPurposeDocument,
    "\n  query LookUpByNumber($nationalId: NationalId!) { citizen(nationalId: $nationalId, purpose: \"Đối chiếu\") { id fullName } }\n": types.LookUpByNumberDocument,
    "\n  query OnboardingOf($unit: ID!) {\n    onboarding(unit: $unit) { code titleVi titleEn done detail }\n  }\n": types.OnboardingOfDocument,
    "\n  mutation AddRecipientOfLanguage($input: DayListRecipientInput!) {\n    addDayListRecipient(input: $input) { recipient { id language } secret userErrors { code field } }\n  }\n": types.AddRecipientOfLanguageDocument,
    "query LanguageChanges { integrationSettingChanges { setting from to } }": types.LanguageChangesDocument,
    "\n  query AtRiskOfDay($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      dayList {\n        dossiers { atRisk { count codes } pointsAtRisk warnings { reason count points first { code reason turn turnUnit { code } } } }\n      }\n    }\n  }\n": types.AtRiskOfDayDocument,
    "\n  query WarningsOfDay($unit: ID!) {\n    earlyWarnings(unit: $unit, first: 100) { totalCount totalPoints nodes { code reason points turn turnUnit { code } } }\n  }\n": types.WarningsOfDayDocument,
    "\n  mutation AddWebhookOfLeader($input: DayListRecipientInput!) { addDayListRecipient(input: $input) { userErrors { code field } } }\n": types.AddWebhookOfLeaderDocument,
    "\n  query DayListOfUnit($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      dayList {\n        unitCode day workingDay\n        dossiers { dueToday { count codes } overdue { count codes } atRisk { count codes } pointsAtRisk warnings { reason count } }\n        stuck { parked waiting oldestWaitingAt causes { errorCode count advice } }\n        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }\n      }\n    }\n  }\n": types.DayListOfUnitDocument,
    "\n  mutation AddDayListRecipient($input: DayListRecipientInput!) {\n    addDayListRecipient(input: $input) {\n      recipient { id unit { code } role channel address language problem lastDay lastSentAt lastErrorCode }\n      secret\n      userErrors { code field }\n    }\n  }\n": types.AddDayListRecipientDocument,
    "mutation RemoveDayListRecipient($id: ID!) { removeDayListRecipient(id: $id) { recipient { id } userErrors { code field } } }": types.RemoveDayListRecipientDocument,
    "query DayListRecipients($unit: ID) { dayListRecipients(unit: $unit) { id address problem lastDay lastSentAt lastErrorCode } }": types.DayListRecipientsDocument,
    "query DayListChanges { integrationSettingChanges { setting target actor from to } }": types.DayListChangesDocument,
    "mutation StartComparison($sample: Int) { startComparison(sample: $sample) { resend { purpose state } userErrors { code field } } }": types.StartComparisonDocument,
    "query ComparisonSummaries { comparisonSummaries { kind count repaired } }": types.ComparisonSummariesDocument,
    "query ComparisonsFound { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind purpose repairedAt } } }": types.ComparisonsFoundDocument,
    "\n  mutation SetReportingAtNight($unit: ID!, $source: String, $mode: ReportingMode!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, reason: \"go live\") { userErrors { code field } }\n  }\n": types.SetReportingAtNightDocument,
    "query ComparedBySwitch { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind day } } }": types.ComparedBySwitchDocument,
    "query SwitchSummaries { comparisonSummaries(purpose: SWITCH) { day kind count repaired } }": types.SwitchSummariesDocument,
    "mutation CompareForExtras { startComparison(sample: 500) { userErrors { code field } } }": types.CompareForExtrasDocument,
    "query ExtrasCompared { comparisons { nodes { subject kind ours { status unit } } } }": types.ExtrasComparedDocument,
    "\n  query PortalExtrasOfNights($unit: ID, $open: Boolean) {\n    portalExtras(unit: $unit, open: $open) { totalCount nodes { code status portalUnit firstSeenAt lastSeenAt endedAt ending unit { code name } } }\n  }\n": types.PortalExtrasOfNightsDocument,
    "\n  mutation RequestSynchronization($filter: DossierFilter!, $reason: String!, $withSteps: Boolean) {\n    requestSynchronization(filter: $filter, reason: $reason, withSteps: $withSteps) { retried userErrors { code field } }\n  }\n": types.RequestSynchronizationDocument,
    "\n  query Resends { resends { id reason requestedBy filter state expected appended skipped delivered waiting parked stoppedBy } }\n": types.ResendsDocument,
    "\n  mutation StopSynchronization($id: ID!) { stopSynchronization(id: $id) { resend { state waiting } userErrors { code field } } }\n": types.StopSynchronizationDocument,
    "\n  query SourceChanges($source: String!, $after: String, $first: Int) {\n    sourceChanges(source: $source, after: $after, first: $first) { cursor at kind dossierCode payload }\n  }\n": types.SourceChangesDocument,
    "query SourceNames($unit: ID) { sources(unit: $unit) { name unit { code } active } }": types.SourceNamesDocument,
    "\n  mutation RateForSource($dossier: ID!) { rateDossier(dossier: $dossier, rating: 5) { dossier { rating } userErrors { code } } }\n": types.RateForSourceDocument,
    "\n  mutation SetSourceRate($id: ID!, $rate: Float) {\n    setConnectorRate(id: $id, perSecond: $rate) { connector { id kind ratePerSecond } userErrors { code field } }\n  }\n": types.SetSourceRateDocument,
    "\n  query SourceConnectors { connectors { id kind state pending parked lastError } }\n": types.SourceConnectorsDocument,
    "\n  mutation ReplaceSourceSecret($name: String!, $hours: Int!) {\n    replaceSourceSecret(name: $name, keepPreviousHours: $hours) { secret source { previousSecretUntil } userErrors { code field } }\n  }\n": types.ReplaceSourceSecretDocument,
    "\n  mutation ReplaySourceChanges($source: String!, $from: DateTime!) {\n    replaySourceChanges(source: $source, from: $from) { replayed userErrors { code field } }\n  }\n": types.ReplaySourceChangesDocument,
    "\n  mutation RetrySource($connector: ID!) { retrySynchronizations(connector: $connector) { retried userErrors { code } } }\n": types.RetrySourceDocument,
    "\n      mutation FileBeforeSource($input: SubmitDossierInput!) { submitDossier(input: $input) { dossier { code } userErrors { message } } }\n    ": types.FileBeforeSourceDocument,
    "\n      mutation FileForSource($input: SubmitDossierInput!) {\n        submitDossier(input: $input) { dossier { code version } userErrors { code message field } }\n      }\n    ": types.FileForSourceDocument,
    "query PaymentByKey($id: ID, $reference: String) { payment(id: $id, reference: $reference) { id } }": types.PaymentByKeyDocument,
    "\n  query DaysOfAFile($account: String!) {\n    accountStatements(account: $account, from: \"2026-03-01\", to: \"2026-03-31\") {\n      statements { day version opening closing openingDifference credits { count sum } missingCredits { count } unmatchedReversals }\n    }\n  }\n": types.DaysOfAFileDocument,
    "\n  query CreditsOfAFile($account: String) { accountCredits(first: 100, account: $account) { nodes { bankReference amount onStatement reversedOn } } }\n": types.CreditsOfAFileDocument,
    "query FilesOfDays { statementFiles { path state businessDate version reason } }": types.FilesOfDaysDocument,
    "\n  query StatementsOfAnAccount($account: String!, $from: LocalDate!, $to: LocalDate!) {\n    accountStatements(account: $account, from: $from, to: $to) {\n      missingDays\n      statements { day version isNewest broughtBy form rows opening closing openingDifference unmatchedReversals credits { count sum } debits { count sum } missingCredits { count sum } untoldCredits { count sum } }\n    }\n  }\n": types.StatementsOfAnAccountDocument,
    "\n  query CreditsOfAnAccount($account: String, $doubtful: Boolean) {\n    accountCredits(first: 100, account: $account, doubtful: $doubtful) { nodes { bankReference amount state onStatement reversedOn payment { reference } batches { state } } }\n  }\n": types.CreditsOfAnAccountDocument,
    "query BatchesOfADay($from: LocalDate!) { settlementBatches(first: 10, from: $from, to: $from) { nodes { batch net state credited } } }": types.BatchesOfADayDocument,
    "query AccountFiles { statementFiles { path provider account state businessDate version reason } }": types.AccountFilesDocument,
    "query AccountStatementAlerts { alerts { kind target message recoveredAt } }": types.AccountStatementAlertsDocument,
    "\n  query DaysMissing($account: String!, $from: LocalDate!, $to: LocalDate!) { accountStatements(account: $account, from: $from, to: $to) { missingDays } }\n": types.DaysMissingDocument,
    "\n  mutation RuleOfAccountStatements($threshold: Int!) { setAlertRule(kind: ACCOUNT_STATEMENT_MISSING, threshold: $threshold) { userErrors { code } } }\n": types.RuleOfAccountStatementsDocument,
    "\n  query CreditsOfTheAccount { accountCredits(first: 100) { nodes { bankReference amount state disputedAmount onStatement payment { reference } } } }\n": types.CreditsOfTheAccountDocument,
    "\n  query BankAccounts($unit: ID, $kind: BankAccountKind, $active: Boolean) {\n    bankAccounts(unit: $unit, kind: $kind, active: $active) { number bankBin bankName kind unit { code } merchant { code } isSettlement profile active }\n  }\n": types.BankAccountsDocument,
    "\n  mutation SetBankAccount($input: BankAccountInput!) {\n    setBankAccount(input: $input) { change { id number proposedBy } userErrors { code field message } }\n  }\n": types.SetBankAccountDocument,
    "\n  mutation ApproveBankAccount($change: ID!, $approve: Boolean!) {\n    approveBankAccount(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }\n  }\n": types.ApproveBankAccountDocument,
    "query AccountsForCash { depositAccounts { number bankName unit { code } } }": types.AccountsForCashDocument,
    "query BankAccountChanges($number: String) { bankAccountChanges(number: $number) { number proposedBy decidedBy approved active } }": types.BankAccountChangesDocument,
    "\n  mutation ProposeAMerchantWithAnAccount($input: ProposedMerchant!) { proposeMerchant(input: $input) { change { id } userErrors { code } } }\n": types.ProposeAMerchantWithAnAccountDocument,
    "\n  mutation ApproveAMerchantWithAnAccount($change: ID!) { approveMerchantChange(change: $change, approve: true) { userErrors { code } } }\n": types.ApproveAMerchantWithAnAccountDocument,
    "\n  query LedgerBalances($from: LocalDate!, $to: LocalDate!, $unit: ID, $account: String) {\n    ledgerBalances(from: $from, to: $to, unit: $unit, account: $account) { account unit { code } day debit credit closing }\n  }\n": types.LedgerBalancesDocument,
    "\n  query LedgerEntries($unit: ID, $account: String, $from: LocalDate, $to: LocalDate, $first: Int, $after: String) {\n    ledgerEntries(unit: $unit, account: $account, from: $from, to: $to, first: $first, after: $after) {\n      totalCount pageInfo { hasNextPage endCursor } nodes { id at account debit credit memo }\n    }\n  }\n": types.LedgerEntriesDocument,
    "\n  query DayOfCash($day: LocalDate!) {\n    reconciliations(provider: CASH, from: $day, to: $day) {\n      id status statementVersion matched statementTotal hubTotal closedAt\n      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution } }\n    }\n  }\n": types.DayOfCashDocument,
    "\n  mutation SettleCashDifference($id: ID!, $as: DiscrepancyResolution!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $as, note: \"đã xem biên bản\") { userErrors { code field } }\n  }\n": types.SettleCashDifferenceDocument,
    "mutation CloseCashDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }": types.CloseCashDayDocument,
    "\n  mutation AssignAtOnce($credit: ID!, $payment: ID!) {\n    assignCredit(credit: $credit, payment: $payment, note: \"đã gọi ngân hàng\") { credit { state } userErrors { code field } }\n  }\n": types.AssignAtOnceDocument,
    "\n  mutation CloseAtOnce($credit: ID!) {\n    closeCredit(credit: $credit, as: RETURNED, note: \"không nêu hồ sơ nào\") { credit { state } userErrors { code field } }\n  }\n": types.CloseAtOnceDocument,
    "\n  mutation CloseLarge($credit: ID!, $as: CreditClosing!) {\n    closeCredit(credit: $credit, as: $as, note: \"đã gọi ngân hàng\") { credit { state proposedAs proposedBy decidedBy } }\n  }\n": types.CloseLargeDocument,
    "\n  query CodeToScan($id: ID!) {\n    payment(id: $id) { qrPayload qrImage checkoutUrl }\n  }\n": types.CodeToScanDocument,
    "\n  query OpenCredits($states: [AccountCreditState!]) {\n    accountCredits(states: $states, first: 100) { nodes { id content proposedPayment { id } suggestions { score payment { id } } } }\n  }\n": types.OpenCreditsDocument,
    "\n  query CreditsOfTheBank($states: [AccountCreditState!]) {\n    accountCredits(states: $states, first: 100) {\n      totalCount\n      nodes { id bankReference amount reference state disputedAmount decidedBy payment { reference } suggestions { score reason payment { id reference } } }\n    }\n  }\n": types.CreditsOfTheBankDocument,
    "\n  mutation AssignTheCredit($credit: ID!, $payment: ID!) {\n    assignCredit(credit: $credit, payment: $payment, note: \"đã gọi ngân hàng\") { credit { state proposedBy decidedBy } userErrors { code field message } }\n  }\n": types.AssignTheCreditDocument,
    "\n  mutation ReconcileTheAccount($day: LocalDate!) {\n    startReconciliation(provider: VIETQR, businessDate: $day) {\n      reconciliation { status statementTotal hubTotal discrepancies(first: 100) { nodes { kind detail } } } userErrors { code }\n    }\n  }\n": types.ReconcileTheAccountDocument,
    "\n  mutation CloseTheCredit($credit: ID!, $as: CreditClosing!) {\n    closeCredit(credit: $credit, as: $as, note: \"không nêu hồ sơ nào\") { credit { state note } userErrors { code field } }\n  }\n": types.CloseTheCreditDocument,
    "\n  mutation ProposeAccountOfUnit($input: ProposedMerchant!) {\n    proposeMerchant(input: $input) { change { id } userErrors { code field message } }\n  }\n": types.ProposeAccountOfUnitDocument,
    "\n  mutation ApproveAccountOfUnit($change: ID!) { approveMerchantChange(change: $change, approve: true) { change { approved } userErrors { code } } }\n": types.ApproveAccountOfUnitDocument,
    "query CreditsOfUnit { accountCredits(first: 10) { nodes { id bankReference state } } }": types.CreditsOfUnitDocument,
    "query OneCredit($id: ID!) { accountCredit(id: $id) { bankReference amount } }": types.OneCreditDocument,
    "\n  mutation StartEarly($day: LocalDate!) {\n    startReconciliation(provider: VNPAY, businessDate: $day) { reconciliation { id status statementTotal hubTotal } userErrors { code } }\n  }\n": types.StartEarlyDocument,
    "\n  mutation CloseEarly($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt statementTotal } userErrors { code field message } } }\n": types.CloseEarlyDocument,
    "\n  query EReceiptOfPayment($id: ID!) {\n    payment(id: $id) { reference receipt { number template symbol status amount amountInWords url replacedBy } }\n  }\n": types.EReceiptOfPaymentDocument,
    "\n  query ReceiptOrders($unit: ID, $states: [ReceiptOrderState!]) {\n    receiptOrders(unit: $unit, states: $states) { id connector action state paymentReference key code reason advice attempts nextAttemptAt unit { code } }\n  }\n": types.ReceiptOrdersDocument,
    "\n  mutation RetryReceiptOrder($order: ID!) { retryReceiptOrder(order: $order) { order { state } userErrors { code field } } }\n": types.RetryReceiptOrderDocument,
    "\n  query PaymentsOfDossier($dossier: ID!) { payments(filter: { dossier: $dossier }) { totalCount nodes { id } } }\n": types.PaymentsOfDossierDocument,
    "\n      mutation StartWhilePaused {\n        startReconciliation(provider: VNPAY, businessDate: \"2026-03-10\") { reconciliation { status rejection } }\n      }\n    ": types.StartWhilePausedDocument,
    "\n  mutation RefundInModel($payment: ID!, $key: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: \"Nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": types.RefundInModelDocument,
    "mutation ApproveInModel($refund: ID!) { approveRefund(refund: $refund, approve: true, note: \"đã xem\") { userErrors { code } } }": types.ApproveInModelDocument,
    "\n  mutation ProposeMerchant($input: ProposedMerchant!) {\n    proposeMerchant(input: $input) { change { id withSecrets proposedBy } userErrors { code field message } }\n  }\n": types.ProposeMerchantDocument,
    "\n  mutation ApproveMerchant($change: ID!, $approve: Boolean!) { approveMerchantChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code } } }\n": types.ApproveMerchantDocument,
    "query MerchantsOfUnits($unit: ID) { merchants(provider: VNPAY, unit: $unit) { code name unit { code } secretsSetAt settlementAccount } }": types.MerchantsOfUnitsDocument,
    "query MerchantChangesWaiting { merchantChanges { code proposedBy } }": types.MerchantChangesWaitingDocument,
    "\n  mutation AssignOnce($credit: ID!, $payment: ID!, $note: String!, $key: ID) {\n    done: assignCredit(credit: $credit, payment: $payment, note: $note, idempotencyKey: $key) {\n      credit { id state proposedBy } userErrors { code field }\n    }\n  }\n": types.AssignOnceDocument,
    "\n  mutation CloseOnce($credit: ID!, $note: String!, $key: ID) {\n    done: closeCredit(credit: $credit, as: RETURNED, note: $note, idempotencyKey: $key) { credit { id state } userErrors { code field } }\n  }\n": types.CloseOnceDocument,
    "\n  mutation BatchesOnce($credit: ID!, $batches: [ID!]!, $note: String!, $key: ID) {\n    done: assignCreditToBatches(credit: $credit, batches: $batches, note: $note, idempotencyKey: $key) {\n      credit { id state } userErrors { code field }\n    }\n  }\n": types.BatchesOnceDocument,
    "\n  mutation CountOnce($drawer: ID!, $pieces: [CashPieces!]!, $note: String, $key: ID) {\n    done: countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note, idempotencyKey: $key) {\n      drawer { id state counted note } userErrors { code field }\n    }\n  }\n": types.CountOnceDocument,
    "\n  mutation AcceptOnce($drawer: ID!, $key: ID) {\n    done: acceptCashDrawer(drawer: $drawer, idempotencyKey: $key) { drawer { id state } userErrors { code field } }\n  }\n": types.AcceptOnceDocument,
    "\n  mutation DepositOnce($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!, $key: ID) {\n    done: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day, idempotencyKey: $key) {\n      deposit { id amount arrivedAt } userErrors { code field }\n    }\n  }\n": types.DepositOnceDocument,
    "\n  mutation ArriveOnce($credit: ID!, $deposit: ID!, $note: String!, $key: ID) {\n    done: assignCreditToDeposit(credit: $credit, deposit: $deposit, note: $note, idempotencyKey: $key) {\n      deposit { id arrivedAt } userErrors { code field }\n    }\n  }\n": types.ArriveOnceDocument,
    "query DrawersToCount { cashDrawers(first: 50) { nodes { id state } } }": types.DrawersToCountDocument,
    "\n  mutation GiveOtherBack($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"người nộp yêu cầu\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": types.GiveOtherBackDocument,
    "\n  mutation LetProposalGo($refund: ID!) {\n    approveRefund(refund: $refund, approve: true, note: \"đúng\") { refund { state } userErrors { code field } }\n  }\n": types.LetProposalGoDocument,
    "query RefundsOfOne($id: ID!) { payment(id: $id) { status refunds { id state cause amount reason note concludedBy } } }": types.RefundsOfOneDocument,
    "\n  query PaymentsAndOne($filter: PaymentFilter) {\n    payments(filter: $filter) { nodes { reference } }\n    payment(reference: \"X\") { id }\n  }\n": types.PaymentsAndOneDocument,
    "\n  mutation RefundAtProvider($payment: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $payment, amount: $amount) { payment { status refunds { way state } } userErrors { code } }\n  }\n": types.RefundAtProviderDocument,
    "\n  mutation ReconcileProvider($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind reference hubAmount statementAmount } } }\n      userErrors { code }\n    }\n  }\n": types.ReconcileProviderDocument,
    "\n  query OrdersToClose($states: [ReceiptOrderState!]) {\n    receiptOrders(states: $states) { id action state paymentReference closingBy closingNote closedBy }\n  }\n": types.OrdersToCloseDocument,
    "\n  mutation ProposeOrderClosing($order: ID!, $note: String!) {\n    proposeReceiptOrderClosing(order: $order, note: $note) { order { state closingBy closingNote } userErrors { code field } }\n  }\n": types.ProposeOrderClosingDocument,
    "\n  mutation ApproveOrderClosing($order: ID!, $approve: Boolean!) {\n    approveReceiptOrderClosing(order: $order, approve: $approve) { order { state closedBy } userErrors { code field } }\n  }\n": types.ApproveOrderClosingDocument,
    "\n  mutation RetryOrderToClose($order: ID!) { retryReceiptOrder(order: $order) { order { state closingBy } userErrors { code } } }\n": types.RetryOrderToCloseDocument,
    "\n  query ReceiptStatusOfPayment($id: ID!) { payment(id: $id) { receipt { status amount } } }\n": types.ReceiptStatusOfPaymentDocument,
    "\n  query ReportOfReceipts($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {\n    receiptReport(from: $from, to: $to, format: $format, unit: $unit)\n  }\n": types.ReportOfReceiptsDocument,
    "\n  query ReceiptOfPayment($id: ID!) {\n    payment(id: $id) { receipt { number template symbol status amount amountInWords url replacedBy } }\n  }\n": types.ReceiptOfPaymentDocument,
    "\n  query ReceiptsOfUnit($unit: ID!) { receipts(unit: $unit, first: 100) { totalCount nodes { number status amount replacedBy url } } }\n": types.ReceiptsOfUnitDocument,
    "\n  mutation ProposeSeries($input: ProposedSeries!) { proposeReceiptSeries(input: $input) { series { id approvedBy nextNumber } userErrors { code field message } } }\n": types.ProposeSeriesDocument,
    "\n  mutation ApproveSeries($series: ID!, $approve: Boolean!) { approveReceiptSeries(series: $series, approve: $approve) { series { approvedBy } userErrors { code } } }\n": types.ApproveSeriesDocument,
    "\n  mutation RefundForReceipt($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": types.RefundForReceiptDocument,
    "\n  query Reconciled($id: ID!) {\n    reconciliation(id: $id) {\n      status matched statementTotal hubTotal\n      discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount } }\n    }\n  }\n": types.ReconciledDocument,
    "\n  query ReconciledInFull($id: ID!) {\n    reconciliation(id: $id) {\n      status statementRows statementVersion matched discrepancyCount statementTotal hubTotal rejection\n      merchant { code }\n      discrepancies(first: 100) {\n        totalCount\n        nodes { id kind reference hubAmount statementAmount detail payment { reference } }\n      }\n    }\n  }\n": types.ReconciledInFullDocument,
    "\n  mutation RefundOfRound($payment: ID!) {\n    refundPayment(payment: $payment, reason: \"Nộp nhầm\", idempotencyKey: $payment) { userErrors { code } }\n  }\n": types.RefundOfRoundDocument,
    "\n  mutation PartOfRound($payment: ID!, $amount: Vnd!, $key: ID!) {\n    refundPayment(payment: $payment, amount: $amount, reason: \"Giảm phí\", idempotencyKey: $key) { userErrors { code } }\n  }\n": types.PartOfRoundDocument,
    "\n  mutation RefundPayment($payment: ID!, $reason: String!, $key: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: $reason, idempotencyKey: $key, amount: $amount) {\n      payment { id status refundedAmount refunds { id amount state way cause requestedBy } }\n      userErrors { code field message }\n    }\n  }\n": types.RefundPaymentDocument,
    "\n  mutation ApproveRefund($refund: ID!, $approve: Boolean!, $note: String!) {\n    approveRefund(refund: $refund, approve: $approve, note: $note) { refund { state approvedBy payment { status } } userErrors { code field } }\n  }\n": types.ApproveRefundDocument,
    "\n  mutation ConcludeRefund($refund: ID!, $paid: Boolean!, $note: String!) {\n    concludeRefund(refund: $refund, paid: $paid, note: $note) { refund { state concludedBy note payment { status refundedAmount } } userErrors { code field } }\n  }\n": types.ConcludeRefundDocument,
    "\n  query PaymentWithRefunds($id: ID!) {\n    payment(id: $id) { status refundedAmount refunds { id state amount cause providerCode attempts reference awaitsConclusion } entries { account debit credit } }\n  }\n": types.PaymentWithRefundsDocument,
    "\n  query RefundQueue($states: [RefundState!]) { refunds(states: $states, first: 50) { totalCount nodes { id amount state reason payment { reference } } } }\n": types.RefundQueueDocument,
    "\n  query RepeatedReports {\n    repeatedReports { dossier { id } unit { code } provider reference providerTransactionId amount postedFor advice }\n  }\n": types.RepeatedReportsDocument,
    "\n  query ReportOfDays($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {\n    reconciliationReport(from: $from, to: $to, format: $format, unit: $unit)\n  }\n": types.ReportOfDaysDocument,
    "\n  query StatementsMissing($from: LocalDate!, $to: LocalDate!) { missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { code } } }\n": types.StatementsMissingDocument,
    "\n  query ResolvedDay($id: ID!) {\n    reconciliation(id: $id) {\n      status closedAt closedBy reopenedAt confirmedByQuery statementVersion\n      steps { action actor note }\n      discrepancies(first: 50) { nodes { id kind reference resolution resolvedBy approvedBy note owner needsApproval steps { action actor resolution note } } }\n      open: discrepancies(open: true) { totalCount }\n    }\n  }\n": types.ResolvedDayDocument,
    "\n  mutation ResolveOne($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { discrepancy { resolution needsApproval owner } userErrors { code field message } }\n  }\n": types.ResolveOneDocument,
    "\n  mutation ApproveOne($id: ID!, $approve: Boolean!, $note: String!) {\n    approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { discrepancy { resolution approvedBy } userErrors { code field } }\n  }\n": types.ApproveOneDocument,
    "\n  mutation AssignOne($id: ID!, $owner: String!, $note: String!) {\n    assignDiscrepancy(discrepancy: $id, owner: $owner, note: $note) { discrepancy { owner } userErrors { code field } }\n  }\n": types.AssignOneDocument,
    "\n  mutation CloseDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt closedBy } userErrors { code field message } } }\n": types.CloseDayDocument,
    "mutation SetDayOff($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }": types.SetDayOffDocument,
    "query BatchesDue($day: LocalDate!) { settlementBatches(from: $day, to: $day) { nodes { dueOn state } } }": types.BatchesDueDocument,
    "\n    mutation StartOfMerchant($day: LocalDate!, $merchant: ID) {\n      startReconciliation(provider: VNPAY, businessDate: $day, merchant: $merchant) {\n        reconciliation { id status rejection }\n        reconciliations { id }\n        userErrors { code field }\n      }\n    }\n  ": types.StartOfMerchantDocument,
    "\n      query DiscrepancyPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n        reconciliation(id: $id) {\n          merchant { code unit { code } }\n          discrepancies(first: $first, after: $after, last: $last, before: $before, open: true) {\n            totalCount\n            nodes { reference }\n            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n          }\n        }\n      }\n    ": types.DiscrepancyPageDocument,
    "\n  query StatementFiles($state: StatementFileState) {\n    statementFiles(state: $state) { path provider state businessDate version reason seenAt }\n  }\n": types.StatementFilesDocument,
    "query StatementAlerts { alerts { kind target message recoveredAt } }": types.StatementAlertsDocument,
    "query FetchAlerts { alerts(first: 100) { kind target message recoveredAt } }": types.FetchAlertsDocument,
    "\n  query StatementVersions($from: LocalDate!, $to: LocalDate!, $unit: ID, $provider: PaymentProvider) {\n    statements(from: $from, to: $to, unit: $unit, provider: $provider) {\n      provider businessDate version rows gross fee feeVat net broughtBy generatedAt takenAt merchant { code }\n      difference {\n        added gone changed gross net\n        rows { kind type reference providerTransactionId before { rowNo gross fee feeVat net status } after { rowNo gross fee feeVat net status } }\n      }\n    }\n  }\n": types.StatementVersionsDocument,
    "\n      mutation ReconcileVnpay($day: LocalDate!) {\n        startReconciliation(provider: VNPAY, businessDate: $day) {\n          reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind hubAmount statementAmount } } }\n          userErrors { code }\n        }\n      }\n    ": types.ReconcileVnpayDocument,
    "\n  mutation WriteOff($id: ID!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: WRITE_OFF, note: \"không rõ nguồn\") { discrepancy { resolution } userErrors { code } }\n  }\n": types.WriteOffDocument,
    "\n  query WrittenOffDay($day: LocalDate!) { reconciliations(from: $day, to: $day) { discrepancies(first: 10) { nodes { id kind resolution } } } }\n": types.WrittenOffDayDocument,
    "\n    mutation RateBadly($dossier: ID!) { rateDossier(dossier: $dossier, rating: 2) { dossier { rating } userErrors { code } } }\n  ": types.RateBadlyDocument,
    "\n  query DrawersOfCash($states: [CashDrawerState!]) {\n    cashDrawers(first: 50, states: $states) {\n      nodes { id officer day state payments expected counted difference note acceptedBy unit { code } deposit { slipNumber amount arrivedAt } }\n    }\n  }\n": types.DrawersOfCashDocument,
    "\n  mutation CountTheDrawer($drawer: ID!, $pieces: [CashPieces!]!, $note: String) {\n    countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note) { drawer { state counted difference } userErrors { code field message } }\n  }\n": types.CountTheDrawerDocument,
    "\n  mutation AcceptTheDrawer($drawer: ID!) { acceptCashDrawer(drawer: $drawer) { drawer { state } userErrors { code field message } } }\n": types.AcceptTheDrawerDocument,
    "\n  mutation DepositTheCash($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!) {\n    depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { deposit { id amount arrivedAt } userErrors { code field message } }\n  }\n": types.DepositTheCashDocument,
    "\n  query CashOnTheWay($arrived: Boolean) { cashDeposits(arrived: $arrived) { id slipNumber amount } }\n": types.CashOnTheWayDocument,
    "\n  mutation CreditOfTheDeposit($credit: ID!, $deposit: ID!) {\n    assignCreditToDeposit(credit: $credit, deposit: $deposit, note: \"theo sổ phụ\") { deposit { arrivedAt } userErrors { code field } }\n  }\n": types.CreditOfTheDepositDocument,
    "\n  query CreditsBesideCash { accountCredits(first: 50) { nodes { id amount state bankReference } } }\n": types.CreditsBesideCashDocument,
    "\n  mutation GiveCashBack($payment: ID!, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm hồ sơ\", idempotencyKey: $key) { userErrors { code message } }\n  }\n": types.GiveCashBackDocument,
    "\n  query CashToGiveBack { refunds(states: [READY], first: 50) { nodes { id amount state } } }\n": types.CashToGiveBackDocument,
    "\n  mutation CashGivenBack($refund: ID!) { concludeRefund(refund: $refund, paid: true, note: \"đã trả tại quầy\") { userErrors { code message } } }\n": types.CashGivenBackDocument,
    "\n  query EverythingInPages($first: Int) {\n    dossiers(first: $first) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ...Everything } } }\n  }\n  fragment Everything on Dossier {\n    id code nationalCode origin ownerKind ownerName channel status timeliness submittedAt acceptedAt dueAt resolvedAt returnedAt voidedAt\n    summary version rating unidentified feesSettled amountDue amountPaid\n    procedure { code name field workingDays fee active provisional }\n    receivingUnit { code name kind agencyCode latitude longitude parent { code } receptionPoints { code name address } }\n    handlingUnit { code name parent { name units { code } } }\n    applicant { id fullName nationalId maskedNationalId dateOfBirth assuranceLevel verifiedAt identified }\n    organization { id name taxCode }\n    events { id at status actor title department note unusual }\n    supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }\n    documents { id name componentCode url digitized reused isResult sha256 }\n    fees { code name kind amount exemptedAmount collection }\n    payments {\n      id reference provider external amount refundedAmount status checkoutUrl qrPayload providerTransactionId createdAt expiresAt paidAt\n      merchant { id code provider name unit { code name } }\n      payer { id fullName } receipt { number } entries { id account debit credit memo } dossier { id code status }\n    }\n    synchronizations {\n      id connector { id kind state } dossier { code } subject unit { code name } operation sequence state attempts\n      requestedAt deliveredAt errorCode lastError\n    }\n  }\n": types.EverythingInPagesDocument,
    "\n  query EverythingInAList($first: Int) {\n    dossiers(first: $first) { totalCount nodes { ...Everything } }\n  }\n": types.EverythingInAListDocument,
    "\n  query LookUp($id: ID, $nationalId: NationalId, $purpose: String!) {\n    citizen(id: $id, nationalId: $nationalId, purpose: $purpose) { id fullName nationalId maskedNationalId dateOfBirth }\n  }\n": types.LookUpDocument,
    "\n  query OwnAccessLog($first: Int, $after: String, $last: Int, $before: String) {\n    viewer {\n      citizen {\n        accessLog(first: $first, after: $after, last: $last, before: $before) {\n          totalCount\n          nodes { actor purpose fields }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n": types.OwnAccessLogDocument,
    "\n  mutation IngestOutcomes($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created\n      results { outcome dossier { id } userErrors { code message field } }\n    }\n  }\n": types.IngestOutcomesDocument,
    "\n  query ConnectorStates {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n": types.ConnectorStatesDocument,
    "\n  mutation PauseConnector($id: ID!) {\n    pauseConnector(id: $id) { connector { id state pending } userErrors { code field } }\n  }\n": types.PauseConnectorDocument,
    "\n  mutation ResumeConnector($id: ID!) {\n    resumeConnector(id: $id) { connector { id state pending } userErrors { code field } }\n  }\n": types.ResumeConnectorDocument,
    "\n  query SynchronizationList(\n    $connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime\n    $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    synchronizations(\n      connector: $connector, unit: $unit, dossier: $dossier, states: $states, errorCode: $errorCode, olderThan: $olderThan\n      first: $first, after: $after, last: $last, before: $before\n    ) {\n      totalCount\n      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n": types.SynchronizationListDocument,
    "\n  mutation SubmitDossier($input: SubmitDossierInput!) {\n    submitDossier(input: $input) {\n      dossier {\n        id code version status origin channel submittedAt acceptedAt dueAt ownerKind ownerName summary\n        procedure { code }\n        receivingUnit { code }\n        handlingUnit { code }\n        applicant { fullName identified }\n        organization { name taxCode }\n        documents { name sha256 isResult }\n        fees { code name kind amount collection }\n        events { status actor department note unusual }\n        amountDue\n      }\n      userErrors { code message field }\n    }\n  }\n": types.SubmitDossierDocument,
    "\n  mutation MoveDossier($input: MoveDossierInput!) {\n    moveDossier(input: $input) {\n      dossier {\n        id version status acceptedAt dueAt resolvedAt returnedAt\n        supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }\n        documents { name isResult }\n        fees { code amount }\n        events { status actor department note }\n      }\n      userErrors { code message field }\n    }\n  }\n": types.MoveDossierDocument,
    "\n  mutation VoidDossier($dossier: ID!, $reason: String!, $expectedVersion: Int) {\n    voidDossier(dossier: $dossier, reason: $reason, expectedVersion: $expectedVersion) {\n      dossier { id version status voidedAt timeliness events { status actor note } }\n      userErrors { code message field }\n    }\n  }\n": types.VoidDossierDocument,
    "\n  query ReconciliationIds {\n    reconciliations { id }\n  }\n": types.ReconciliationIdsDocument,
    "\n  query BatchesOfTheProvince($from: LocalDate, $to: LocalDate) {\n    settlementBatches(first: 50, from: $from, to: $to) {\n      totalCount\n      nodes { id batch provider lastDay dueOn gross refunded fees adjustments net credited writtenOff open state merchant { code settlementAccount } credits { amount credit { amount state } } }\n    }\n  }\n": types.BatchesOfTheProvinceDocument,
    "\n  query DayWithPayouts($id: ID!) {\n    reconciliation(id: $id) {\n      status statementTotal hubTotal closedAt\n      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution needsApproval } }\n      steps { action note }\n    }\n  }\n": types.DayWithPayoutsDocument,
    "\n  query CreditsOfPayouts { accountCredits(first: 100) { nodes { id amount state } } }\n": types.CreditsOfPayoutsDocument,
    "\n  mutation PayoutOfBatches($credit: ID!, $batches: [ID!]!) {\n    assignCreditToBatches(credit: $credit, batches: $batches, note: \"đã hỏi VNPAY\") { credit { state proposedBy proposedBatches { id } batches { id } } userErrors { code field } }\n  }\n": types.PayoutOfBatchesDocument,
    "\n  mutation ResolvePayout($id: ID!, $resolution: DiscrepancyResolution!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: \"phí chuyển tiền\") { discrepancy { resolution } userErrors { code } }\n  }\n": types.ResolvePayoutDocument,
    "\n  mutation OwnPayout($id: ID!) {\n    assignDiscrepancy(discrepancy: $id, owner: \"ke-toan-01\", note: \"theo dõi\") { userErrors { code } }\n  }\n": types.OwnPayoutDocument,
    "\n  mutation ClosePayoutDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }\n": types.ClosePayoutDayDocument,
    "\n  subscription DossierChanged($unit: ID, $dossier: ID) {\n    dossierChanged(unit: $unit, dossier: $dossier) { code status version applicant { fullName } amountPaid payments { status } }\n  }\n": types.DossierChangedDocument,
    "\n  subscription PaymentChanged($payment: ID!) {\n    paymentChanged(payment: $payment) { reference status dossier { code } }\n  }\n": types.PaymentChangedDocument,
    "\n  subscription ConnectorChanged {\n    connectorChanged { id state }\n  }\n": types.ConnectorChangedDocument,
    "\n  mutation PauseForListeners($id: ID!) {\n    pauseConnector(id: $id) { connector { id state } }\n  }\n": types.PauseForListenersDocument,
    "\n  mutation PayForListeners($input: CreatePaymentInput!) {\n    createPayment(input: $input) { payment { id reference status } userErrors { code message field } }\n  }\n": types.PayForListenersDocument,
    "\n  mutation IngestForListeners($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { results { outcome dossier { id code version } userErrors { code field message } } }\n  }\n": types.IngestForListenersDocument,
    "\n  query Worklist($filter: DossierFilter, $first: Int, $after: String) {\n    dossiers(filter: $filter, first: $first, after: $after) {\n      nodes {\n        id\n        code\n        status\n        timeliness\n        submittedAt\n        dueAt\n        procedure { code name }\n        receivingUnit { code name }\n        applicant { id fullName maskedNationalId }\n        amountDue\n        amountPaid\n        payments { reference provider status amount }\n        synchronizations { operation sequence state }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.WorklistDocument,
    "\n  mutation Ingest($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }\n      }\n    }\n  }\n": types.IngestDocument,
    "\n  query Synchronizations($code: String!) {\n    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }\n  }\n": types.SynchronizationsDocument,
    "\n  mutation CreatePayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl merchant { code } }\n      userErrors { code message field }\n    }\n  }\n": types.CreatePaymentDocument,
    "\n  query Payment($reference: String!) {\n    payment(reference: $reference) {\n      status\n      paidAt\n      providerTransactionId\n      entries { account debit credit }\n      dossier { code amountDue amountPaid }\n    }\n  }\n": types.PaymentDocument,
    "\n  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliations {\n        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection\n        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }\n      }\n      userErrors { code message field }\n    }\n  }\n": types.ReconcileDocument,
    "\n  query Connectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n    synchronizationProblems { errorCode message advice count units oldest }\n  }\n": types.ConnectorsDocument,
    "\n  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      name\n      indicators(period: { from: $from, to: $to }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate\n      }\n    }\n  }\n": types.FiguresDocument,
    "\n  query DossierCodes {\n    dossiers { nodes { code } }\n  }\n": types.DossierCodesDocument,
    "\n  query DossierCount {\n    dossiers(first: 1) { totalCount }\n  }\n": types.DossierCountDocument,
    "\n  query ProcedureCodes {\n    procedures { code }\n  }\n": types.ProcedureCodesDocument,
    "\n  mutation IngestWithEvents($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected unusualSteps\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version status events { id at status actor unusual note } }\n      }\n    }\n  }\n": types.IngestWithEventsDocument,
    "\n  mutation ApproveRuleChange($change: ID!, $approve: Boolean!) {\n    approveRuleChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }\n  }\n": types.ApproveRuleChangeDocument,
    "\n  mutation RefundForEReceipt($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n": types.RefundForEReceiptDocument,
    "\n    query NodeOfDossier($dossier: ID!) {\n      node(id: $dossier) { __typename id ... on Dossier { code applicant { fullName } amountDue } }\n    }\n  ": types.NodeOfDossierDocument,
    "\n    query NodeOfPayment($payment: ID!) {\n      node(id: $payment) { __typename id ... on Payment { reference payer { fullName } dossier { code amountDue } } }\n    }\n  ": types.NodeOfPaymentDocument,
    "\n    query NodeOfSynchronization($synchronization: ID!) {\n      node(id: $synchronization) {\n        __typename id ... on Synchronization { subject operation unit { name } dossier { code applicant { fullName } } }\n      }\n    }\n  ": types.NodeOfSynchronizationDocument,
    "\n    query NodeOfReconciliation($reconciliation: ID!) {\n      node(id: $reconciliation) {\n        __typename id ... on Reconciliation { status merchant { code } discrepancies { nodes { kind } } }\n      }\n    }\n  ": types.NodeOfReconciliationDocument,
    "\n    query NodeOfDiscrepancy($discrepancy: ID!) {\n      node(id: $discrepancy) { __typename id ... on Discrepancy { kind reference detail payment { id } } }\n    }\n  ": types.NodeOfDiscrepancyDocument,
    "\n    query NodeOfCitizen($citizen: ID!) {\n      node(id: $citizen) { __typename id ... on Citizen { fullName dossiers { nodes { code } } } }\n    }\n  ": types.NodeOfCitizenDocument,
    "\n      query FormsLastPage {\n        dossiers(filter: { channels: [ONLINE], statuses: [RETURNED, RESOLVED] }, orderBy: DUE_AT_ASC, last: 7) {\n          totalCount\n          pageInfo { hasNextPage hasPreviousPage }\n          nodes { code dueAt amountDue }\n        }\n      }\n    ": types.FormsLastPageDocument,
    "\n      query FormsConditions($dossier: ID!, $payment: ID!, $yes: Boolean!, $no: Boolean = false) {\n        first: node(id: $dossier) {\n          ...Any\n          ... on Dossier { due: amountDue paid: amountPaid @include(if: $yes) payments @include(if: $no) { id } }\n        }\n        second: node(id: $payment) {\n          ...Any\n          ... on Payment { of: dossier { number: code who: applicant @skip(if: $yes) { fullName } due: amountDue } }\n        }\n        third: dossier(id: $dossier) { ...One @skip(if: $no) ...Two @include(if: $no) }\n      }\n      fragment Any on Node { __typename id }\n      fragment One on Dossier { synchronizations { connector { id } state } }\n      fragment Two on Dossier { applicant { fullName } }\n    ": types.FormsConditionsDocument,
    "\n      query FormsPayments {\n        payments(first: 30, orderBy: CREATED_AT_ASC) {\n          totalCount\n          nodes {\n            reference status amount merchant { code unit { name kind } } payer { fullName nationalId } entries { account debit credit }\n            dossier { code status procedure { name } handlingUnit { name } fees { amount } amountDue summary }\n          }\n        }\n      }\n    ": types.FormsPaymentsDocument,
    "\n      query FormsReconciliation($reconciliation: ID!) {\n        reconciliation(id: $reconciliation) {\n          provider businessDate status statementRows matched discrepancyCount statementTotal hubTotal\n          merchant { code unit { name } }\n          discrepancies(open: true) { totalCount nodes { id kind reference hubAmount statementAmount detail payment { id } } }\n        }\n      }\n    ": types.FormsReconciliationDocument,
    "\n      query FormsConnectors {\n        connectors { id kind state pending parked oldestPendingAt lastError }\n        synchronizations(states: [PENDING, RETRYING, PARKED], first: 20) {\n          totalCount\n          nodes { subject operation state unit { name } dossier { code status procedure { name } applicant { fullName } } }\n        }\n        synchronizationProblems { errorCode count units }\n      }\n    ": types.FormsConnectorsDocument,
    "\n      query FormsCitizen($citizen: ID!) {\n        citizen(id: $citizen, purpose: \"đối chiếu\") {\n          id fullName nationalId maskedNationalId\n          dossiers(first: 3) { totalCount nodes { code amountDue applicant { fullName } } }\n          payments { totalCount nodes { reference dossier { code } } }\n        }\n      }\n    ": types.FormsCitizenDocument,
    "\n      query FormsViewer {\n        viewer {\n          subject roles unit { code }\n          citizen {\n            fullName nationalId\n            accessLog { totalCount nodes { id actor purpose fields at } }\n            dossiers { nodes { code amountDue payments { reference } } }\n            payments { nodes { reference status } }\n          }\n        }\n      }\n    ": types.FormsViewerDocument,
    "query FormsOfficer { viewer { subject roles unit { name } citizen { id } } }": types.FormsOfficerDocument,
    "\n      query FormsNobody {\n        viewer { subject }\n        node(id: \"dos_x\") { id }\n        procedures(search: \"khai sinh\") { code name fee workingDays }\n        administrativeUnit(code: \"96\") {\n          name units { code kind receptionPoints { name } } dossiers { totalCount }\n          indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) {\n            dossiersReceived receivedOnline dossiersWithFee paidOnline onlinePaymentRate groups { code score }\n          }\n        }\n      }\n    ": types.FormsNobodyDocument,
    "query FormsChanges { sourceChanges(source: \"test\") { cursor kind dossierCode } }": types.FormsChangesDocument,
    "\n      query FormsThereAndBack {\n        dossiers(first: 12) {\n          nodes {\n            code amountDue\n            payments { reference dossier { key: id amountDue amountPaid payments { status dossier { code amountDue } } } }\n            synchronizations { state dossier { code synchronizations { sequence } } }\n          }\n        }\n      }\n    ": types.FormsThereAndBackDocument,
    "query FormsUnknown { dossier(code: \"H12.1-250701-9999\") { code amountDue } }": types.FormsUnknownDocument,
    "\n  mutation Rate($dossier: ID!, $rating: Int!) {\n    rateDossier(dossier: $dossier, rating: $rating) { dossier { code } userErrors { code message field } }\n  }\n": types.RateDocument,
    "query DossiersOfFilter($filter: DossierFilter) { dossiers(filter: $filter) { nodes { code } } }": types.DossiersOfFilterDocument,
    "query PageTooLong { dossiers(first: 101) { nodes { code } } }": types.PageTooLongDocument,
    "query BothEndsOfAPage { payments(first: 1, last: 2) { nodes { id } } }": types.BothEndsOfAPageDocument,
    "query CursorThatIsNone { synchronizations(after: \"x\") { nodes { id } } }": types.CursorThatIsNoneDocument,
    "query NumberThatIsNone { citizen(nationalId: \"12\", purpose: \"x\") { id } }": types.NumberThatIsNoneDocument,
    "query LookUpWithoutPurpose { citizen(nationalId: \"096885123456\", purpose: \" \") { id } }": types.LookUpWithoutPurposeDocument,
    "\n      query DayThatIsNone { dossiers(filter: { submittedFrom: \"2025-02-30T00:00:00Z\" }) { nodes { code } } }\n    ": types.DayThatIsNoneDocument,
    "query TwoKeys { dossier(id: \"a\", code: \"b\") { code } }": types.TwoKeysDocument,
    "\n      query TooMuch {\n        dossiers(first: 100) { nodes { handlingUnit { dossiers(first: 100) { nodes { events { id } payments { id } } } } } }\n      }\n    ": types.TooMuchDocument,
    "\n      mutation PaymentOfUnknown {\n        createPayment(input: { dossier: \"x\", provider: CASH, idempotencyKey: \"1\" }) { payment { id } userErrors { code message field } }\n      }\n    ": types.PaymentOfUnknownDocument,
    "\n      mutation PauseOfNone { pauseConnector(id: \"x\") { connector { id state } userErrors { code message field } } }\n    ": types.PauseOfNoneDocument,
    "\n      mutation Refund($payment: ID!) {\n        refundPayment(payment: $payment, reason: \"x\", amount: 999999999, idempotencyKey: \"1\") { payment { id } userErrors { code message field } }\n      }\n    ": types.RefundDocument,
    "\n      mutation Verify($citizen: ID!) {\n        verifyCitizen(citizen: $citizen, purpose: \"x\") { citizen { id } userErrors { code message field } }\n      }\n    ": types.VerifyDocument,
    "\n      mutation Move($dossier: ID!) {\n        moveDossier(input: { dossier: $dossier, to: REFUSED }) { dossier { id } userErrors { code message field } }\n      }\n    ": types.MoveDocument,
    "\n  mutation OpenPayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl qrPayload external merchant { code } paidAt expiresAt entries { account debit credit } }\n      userErrors { code field }\n    }\n  }\n": types.OpenPaymentDocument,
    "\n  query QuarterFigures($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n      }\n    }\n  }\n": types.QuarterFiguresDocument,
    "\n  mutation RegisterSource($input: RegisterSourceInput!) {\n    registerSource(input: $input) {\n      source { name mode url active unit { code } connector { id kind } createdBy changedBy previousSecretUntil }\n      secret\n      userErrors { code field message }\n    }\n  }\n": types.RegisterSourceDocument,
    "\n  mutation MoveForSource($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { id version status } userErrors { code message field } }\n  }\n": types.MoveForSourceDocument,
    "\n  query DossierForSource($code: String!) {\n    dossier(code: $code) { id version status rating events { status note } synchronizations { sequence operation state connector { id } } }\n  }\n": types.DossierForSourceDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleBatches($first: Int!, $unit: ID) {\n    settlementBatches(states: [EXPECTED, SHORT, OVER, MISSING], first: $first, unit: $unit) {\n      totalCount\n      nodes { id provider merchant { code unit { name } } batch firstDay lastDay net credited open dueOn state }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleCredits($first: Int!) {\n    accountCredits(states: [UNIDENTIFIED], first: $first) {\n      totalCount\n      nodes {\n        id account bankReference amount bookedAt reference disputedAmount onStatement proposedBy proposedAs\n        proposedPayment { reference } proposedBatches { batch }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleCreditsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleCredit($id: ID!) {\n    accountCredit(id: $id) {\n      id account bankReference amount state\n      suggestions { payment { id reference amount dossier { code } } score reason }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleCreditText($id: ID!) {\n    accountCredit(id: $id) { content }\n  }\n"): typeof import('./graphql.ts').ConsoleCreditTextDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleCash($first: Int!, $unit: ID) {\n    cashDrawers(states: [OPEN, COUNTED, ACCEPTED], first: $first, unit: $unit) {\n      pageInfo { hasNextPage }\n      nodes { id unit { name } officer day state payments expected counted difference note }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleOnItsWay {\n    cashDeposits(arrived: false) { id unit { name } account amount slipNumber depositedOn depositedBy }\n  }\n"): typeof import('./graphql.ts').ConsoleOnItsWayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleDepositing($first: Int!, $unit: ID) {\n    cashDrawers(states: [ACCEPTED], first: $first, unit: $unit) {\n      pageInfo { hasNextPage }\n      nodes { id unit { code name } officer day counted }\n    }\n    depositAccounts { number bankName unit { code name } }\n  }\n"): typeof import('./graphql.ts').ConsoleDepositingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleStatementFiles($from: LocalDate!, $to: LocalDate!) {\n    statementFiles { path provider businessDate state reason version seenAt }\n    missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { name } }\n  }\n"): typeof import('./graphql.ts').ConsoleStatementFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleReceipts($unit: ID) {\n    receiptOrders(unit: $unit) {\n      id action state paymentReference unit { name } code reason advice attempts nextAttemptAt wantedAt closingBy closingNote\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleReceiptsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleRefunds($first: Int!, $unit: ID) {\n    refunds(states: [REQUESTED, READY, SENT, REFUSED], first: $first, unit: $unit) {\n      totalCount\n      nodes { id reference amount state cause way reason requestedBy requestedAt providerCode note awaitsConclusion payment { provider reference dossier { code } } }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleRefundsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleAssignCredit($id: ID!, $payment: ID!, $note: String!) {\n    change: assignCredit(credit: $id, payment: $payment, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleAssignCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleAssignToBatches($id: ID!, $batches: [ID!]!, $note: String!) {\n    change: assignCreditToBatches(credit: $id, batches: $batches, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleAssignToBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleAssignToDeposit($id: ID!, $deposit: ID!, $note: String!) {\n    change: assignCreditToDeposit(credit: $id, deposit: $deposit, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleAssignToDepositDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleCloseCredit($id: ID!, $as: CreditClosing!, $note: String!) {\n    change: closeCredit(credit: $id, as: $as, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleCloseCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleAcceptDrawer($id: ID!) {\n    change: acceptCashDrawer(drawer: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleAcceptDrawerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleDepositCash($drawers: [ID!]!, $account: String!, $slip: String!, $day: LocalDate!) {\n    change: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleDepositCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleRetryReceipt($id: ID!) {\n    change: retryReceiptOrder(order: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleRetryReceiptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleProposeClosing($id: ID!, $note: String!) {\n    change: proposeReceiptOrderClosing(order: $id, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleProposeClosingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleApproveClosing($id: ID!, $approve: Boolean!) {\n    change: approveReceiptOrderClosing(order: $id, approve: $approve) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleApproveClosingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleApproveRefund($id: ID!, $approve: Boolean!, $note: String!) {\n    change: approveRefund(refund: $id, approve: $approve, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleApproveRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleConcludeRefund($id: ID!, $paid: Boolean!, $note: String!) {\n    change: concludeRefund(refund: $id, paid: $paid, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleConcludeRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleRepeats {\n    repeatedReports { id dossier { code } unit { name } provider reference providerTransactionId amount postedFor reportedAt advice }\n  }\n"): typeof import('./graphql.ts').ConsoleRepeatsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleCountDrawer($id: ID!, $pieces: [CashPieces!]!, $note: String) {\n    change: countCashDrawer(drawer: $id, pieces: $pieces, note: $note) { userErrors { message } }\n  }\n"): typeof import('./graphql.ts').ConsoleCountDrawerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleRules($first: Int!) {\n    ruleChanges(waiting: true, first: $first) { id kind content before reason proposedBy proposedAt }\n  }\n"): typeof import('./graphql.ts').ConsoleRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleDecideRule($id: ID!, $approve: Boolean!) {\n    change: approveRuleChange(change: $id, approve: $approve) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleDecideRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleViewer {\n    viewer { subject roles unit { code } }\n  }\n"): typeof import('./graphql.ts').ConsoleViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleConnectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n"): typeof import('./graphql.ts').ConsoleConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleStuck($first: Int!) {\n    synchronizationProblems { errorCode message advice count units oldest }\n    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n  }\n  fragment ConsoleSynchronization on Synchronization {\n    id\n    connector { id }\n    subject\n    unit { name }\n    operation\n    sequence\n    state\n    attempts\n    requestedAt\n    nextAttemptAt\n    errorCode\n    lastError\n  }\n"): typeof import('./graphql.ts').ConsoleStuckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleWatch {\n    connectors { id breaker nextAttemptAt ratePerSecond }\n    alerts(open: true) { id kind message raisedAt }\n    resends(first: 5) { id reason purpose requestedBy requestedAt state expected appended delivered waiting parked }\n    comparisonSummaries(days: 1) { day kind count repaired }\n  }\n"): typeof import('./graphql.ts').ConsoleWatchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleDay($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      code\n      name\n      dayList {\n        day\n        workingDay\n        dossiers {\n          dueToday { count codes }\n          overdue { count codes }\n          atRisk { count codes }\n          pointsAtRisk\n          warnings { reason count points first { code at turnUnit { name } } }\n        }\n        stuck { parked waiting oldestWaitingAt causes { errorCode count message advice } }\n        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleGoLiveOnboarding($unit: ID!) {\n    onboarding(unit: $unit) { code titleVi titleEn done detail }\n  }\n"): typeof import('./graphql.ts').ConsoleGoLiveOnboardingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleGoLiveSwitches($unit: ID!) {\n    reportingSwitches(unit: $unit) {\n      unit { code name }\n      source\n      mode\n      own\n      history { mode from reason changedBy changedAt }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleGoLiveSwitchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleGoLiveDifferences($unit: ID!, $first: Int!) {\n    comparisons(unit: $unit, first: $first, kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS, UNKNOWN]) {\n      totalCount\n      nodes { id day kind subject purpose repairedAt unit { name } ours { status unit } theirs { status unit } }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleGoLiveDifferencesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleGoLiveExtras($unit: ID!, $first: Int!) {\n    portalExtras(unit: $unit, first: $first) {\n      totalCount\n      nodes { code status portalUnit firstSeenAt lastSeenAt unit { name } }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleGoLiveExtrasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleGoLiveSources($unit: ID) {\n    sources(unit: $unit) { name mode url active previousSecretUntil unit { name } connector { id state pending parked lastSuccessAt lastError } }\n  }\n"): typeof import('./graphql.ts').ConsoleGoLiveSourcesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleBalances($day: LocalDate!, $unit: ID) {\n    reconciliations(from: $day, to: $day, unit: $unit) {\n      id\n      provider\n      merchant { id code name unit { name } }\n      status\n      statementVersion\n      statementRows\n      matched\n      hubTotal\n      statementTotal\n      discrepancyCount\n      open: discrepancies(open: true, first: 0) { totalCount }\n      rejection\n      closedAt\n    }\n    missingStatements(from: $day, to: $day) { provider merchantCode unit { name } }\n    workbook: reconciliationReport(from: $day, to: $day, unit: $unit, format: XLSX)\n    csv: reconciliationReport(from: $day, to: $day, unit: $unit, format: CSV)\n  }\n"): typeof import('./graphql.ts').ConsoleBalancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleExceptions($id: ID!, $first: Int!) {\n    reconciliation(id: $id) {\n      id\n      provider\n      businessDate\n      merchant { code name }\n      status\n      closedAt\n      discrepancies(first: $first) {\n        totalCount\n        nodes {\n          id kind detail reference hubAmount statementAmount\n          resolution resolvedBy resolvedAt approvedBy note owner needsApproval\n          payment { id dossier { code } }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleExceptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleFigures($province: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $province) {\n      ...ConsoleUnit\n      units { ...ConsoleUnit }\n    }\n  }\n  fragment ConsoleUnit on AdministrativeUnit {\n    code\n    name\n    kind\n    indicators(period: $period) {\n      asOf\n      dossiersReceived\n      dossiersReceivedAtCommunes\n      receivedOnline\n      dossiersWithFee\n      paidOnline\n      onlineFilingRate\n      onlinePaymentRate\n      resolvedOnTimeRate\n      satisfactionRate\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsolePause($id: ID!) {\n    change: pauseConnector(id: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsolePauseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleResume($id: ID!) {\n    change: resumeConnector(id: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleStop($id: ID!) {\n    change: stopSynchronization(id: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleStopDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleSetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $reason: String!) {\n    change: setReporting(unit: $unit, source: $source, mode: $mode, reason: $reason) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleSetReportingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleReconcile($provider: PaymentProvider!, $day: LocalDate!, $merchant: ID) {\n    change: startReconciliation(provider: $provider, businessDate: $day, merchant: $merchant) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleReconcileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleCloseDay($id: ID!) {\n    change: closeReconciliation(id: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleCloseDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleResolve($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {\n    change: resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleResolveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleApprove($id: ID!, $approve: Boolean!, $note: String!) {\n    change: approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleApproveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleRetry($errorCode: String!) {\n    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PullCatalogue($acceptLoss: Boolean) {\n    pullCatalogue(acceptLoss: $acceptLoss) { requested userErrors { code } }\n  }\n"): typeof import('./graphql.ts').PullCatalogueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CatalogueHistory {\n    cataloguePulls(first: 1) { askedBy outcome listed added changed withdrawn failed }\n    catalogueChanges(first: 100) { procedure kind before { name fee active } after { name fee workingDays active } }\n  }\n"): typeof import('./graphql.ts').CatalogueHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestOfUnit($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version status events { status actor unusual note } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IngestOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ProvisionalProcedure { procedure(code: \"1.999999\") { name provisional } }"): typeof import('./graphql.ts').ProvisionalProcedureDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonalPapers($dossier: ID!, $purpose: String!, $results: [ID!]) {\n    personalPapers(dossier: $dossier, purpose: $purpose, results: $results) {\n      papers { resultCode name number agencyCode files { name url } }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').PersonalPapersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PortalLists {\n    portalLists { name outcome listed takenAt }\n    portalListEntries(list: \"AGENCIES\", first: 2) { code name about }\n    next: portalListEntries(list: \"AGENCIES\", first: 1, after: \"H12.1\") { code }\n    portalGaps { units { code } procedures { code } }\n    procedure(code: \"1.001193\") { publicServices { code name publisher agencies { code level } } }\n  }\n"): typeof import('./graphql.ts').PortalListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SwitchForMonth($unit: ID!, $source: String, $mode: ReportingMode!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, reason: \"thử\") { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').SwitchForMonthDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportingRules {\n    reportingRules { id origin procedure reportedBy services validFrom validTo changes { changedBy reason servicesBefore servicesAfter } }\n  }\n"): typeof import('./graphql.ts').ReportingRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetReportingRule($input: ReportingRuleInput!) {\n    setReportingRule(input: $input) {\n      rule { services changes { changedBy servicesBefore servicesAfter } }\n      userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').SetReportingRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportingOfDossier($code: String!) {\n    dossier(code: $code) { reporting { services reportedBy mode } }\n  }\n"): typeof import('./graphql.ts').ReportingOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportedDossiers($reported: Boolean) {\n    dossiers(filter: { reported: $reported }, first: 100) { totalCount nodes { code } }\n  }\n"): typeof import('./graphql.ts').ReportedDossiersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $from: DateTime, $reason: String!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, from: $from, reason: $reason) {\n      reportingSwitch { unit { code } source mode own history { mode from changedBy reason } }\n      userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').SetReportingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportingSwitches($unit: ID!) {\n    reportingSwitches(unit: $unit) { unit { code } source mode own history { mode } }\n  }\n"): typeof import('./graphql.ts').ReportingSwitchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportFiledInWhole($input: ReportingRuleInput!) {\n    setReportingRule(input: $input) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').ReportFiledInWholeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompareCommune($unit: ID!) {\n    setReporting(unit: $unit, mode: COMPARE, reason: \"trước khi mở\") { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').CompareCommuneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DifferencesOfWorld($unit: ID, $kinds: [ComparisonKind!]) {\n    comparisons(unit: $unit, kinds: $kinds, first: 100) { totalCount nodes { subject kind theirs { status } dossier { code } } }\n  }\n"): typeof import('./graphql.ts').DifferencesOfWorldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ChangesOfSourceA { sourceChanges(source: \"a\") { cursor } }"): typeof import('./graphql.ts').ChangesOfSourceADocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DeniedConnectors { connectors { id } }"): typeof import('./graphql.ts').DeniedConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DeniedSynchronizations { synchronizations { totalCount } }"): typeof import('./graphql.ts').DeniedSynchronizationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DeniedProblems { synchronizationProblems { count } }"): typeof import('./graphql.ts').DeniedProblemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeniedRetry { retrySynchronizations(connector: \"national-portal\") { retried } }"): typeof import('./graphql.ts').DeniedRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeniedRequest { requestSynchronization(filter: {}, reason: \"x\") { retried } }"): typeof import('./graphql.ts').DeniedRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Alerts($open: Boolean) { alerts(open: $open) { id kind target message recoveredAt } }"): typeof import('./graphql.ts').AlertsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetAlertRule($kind: AlertKind!, $threshold: Int!, $enabled: Boolean!) {\n    setAlertRule(kind: $kind, threshold: $threshold, enabled: $enabled) { rule { threshold enabled } userErrors { code } }\n  }\n"): typeof import('./graphql.ts').SetAlertRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AlertRules { alertRules { kind threshold enabled } }"): typeof import('./graphql.ts').AlertRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ConnectorBreakers { connectors { id breaker nextAttemptAt ratePerSecond } }"): typeof import('./graphql.ts').ConnectorBreakersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ResumeAfterRest($id: ID!) { resumeConnector(id: $id) { userErrors { code } } }"): typeof import('./graphql.ts').ResumeAfterRestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SetConnectorRate($id: ID!, $rate: Float) {\n      setConnectorRate(id: $id, perSecond: $rate) { connector { ratePerSecond } userErrors { code field } }\n    }\n  "): typeof import('./graphql.ts').SetConnectorRateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SettingChanges { integrationSettingChanges { actor setting target from to } }"): typeof import('./graphql.ts').SettingChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Comparisons($unit: ID, $kinds: [ComparisonKind!], $first: Int, $after: String) {\n    comparisons(unit: $unit, kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      nodes { subject kind purpose unit { code } ours { status unit } theirs { status unit } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').ComparisonsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DeliveredAlready { synchronizations { totalCount nodes { subject sequence state deliveredAt } } }"): typeof import('./graphql.ts').DeliveredAlreadyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ExchangesOfSynchronizations { synchronizations { nodes { subject exchanges { attempt service sent received milliseconds } } } }"): typeof import('./graphql.ts').ExchangesOfSynchronizationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query SynchronizationsWithConnectors($first: Int) {\n        synchronizations(first: $first) { nodes { id connector { id state pending lastError } } }\n        connectors { id state parked }\n      }\n    "): typeof import('./graphql.ts').SynchronizationsWithConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query ProblemsOfUnit($unit: ID) { synchronizationProblems(unit: $unit) { errorCode message advice count units oldest } }\n    "): typeof import('./graphql.ts').ProblemsOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SynchronizationTimes { synchronizations { nodes { nextAttemptAt deliveredAt } } }"): typeof import('./graphql.ts').SynchronizationTimesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Retry($ids: [ID!], $connector: ID, $errorCode: String) {\n      retrySynchronizations(ids: $ids, connector: $connector, errorCode: $errorCode) { retried userErrors { code field } }\n    }\n  "): typeof import('./graphql.ts').RetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SynchronizationsWithoutCount($unit: ID, $states: [SyncState!], $first: Int) {\n    synchronizations(unit: $unit, states: $states, first: $first) {\n      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').SynchronizationsWithoutCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SynchronizationNotes { synchronizations { nodes { subject state notes { shortened { field from to } } } } }\n"): typeof import('./graphql.ts').SynchronizationNotesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IndexBench($unit: ID!, $from: LocalDate!, $to: LocalDate!, $procedure: ID) {\n    administrativeUnit(code: $unit) {\n      indicators(period: { from: $from, to: $to }, procedure: $procedure) {\n        asOf dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        score applicableMax rank ofUnits groups { code score max components { code numerator denominator score max } }\n      }\n    }\n    }\n"): typeof import('./graphql.ts').IndexBenchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListsBench($filter: DossierFilter, $orderBy: DossierOrder!, $after: String, $counted: Boolean!) {\n    dossiers(filter: $filter, orderBy: $orderBy, after: $after) {\n      totalCount @include(if: $counted)\n      nodes { code status ownerName submittedAt dueAt timeliness procedure { name } handlingUnit { name } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').ListsBenchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateForNotices($input: CreatePaymentInput!) {\n    createPayment(input: $input) { payment { reference amount } userErrors { code } }\n  }\n"): typeof import('./graphql.ts').CreateForNoticesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SightOfDossier($code: String) {\n    dossier(code: $code) {\n      code status origin channel procedure { code } receivingUnit { code } handlingUnit { code } submittedAt version timeliness\n      acceptedAt dueAt summary rating events { actor note } supplements { content } documents { name url } fees { amount }\n      ownerName applicant { fullName nationalId dateOfBirth maskedNationalId } amountDue amountPaid\n      payments { reference }\n      synchronizations { operation }\n    }\n  }\n"): typeof import('./graphql.ts').SightOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DossierAndNodeById($id: ID!) { dossier(id: $id) { code } node(id: $id) { id } }"): typeof import('./graphql.ts').DossierAndNodeByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DossierByCode($code: String) { dossier(code: $code) { code } }"): typeof import('./graphql.ts').DossierByCodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query BothLists {\n        dossiers { totalCount nodes { code } pageInfo { hasNextPage } }\n        administrativeUnit(code: \"96\") { dossiers { totalCount nodes { code } } }\n      }\n    "): typeof import('./graphql.ts').BothListsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query WhatIsPublic($id: ID!) {\n      administrativeUnit(code: \"32248\") {\n        dossiers(filter: { search: \"x\", statuses: [ACCEPTED] }) { totalCount nodes { code } pageInfo { hasNextPage endCursor } }\n      }\n      node(id: $id) { id }\n    }\n  "): typeof import('./graphql.ts').WhatIsPublicDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OwnerNames { dossiers { nodes { ownerName } } }"): typeof import('./graphql.ts').OwnerNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDayThatMovesDates($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }\n"): typeof import('./graphql.ts').SetDayThatMovesDatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveDayThatMovesDates($unit: ID!, $date: LocalDate!) { removeCalendarDay(unit: $unit, date: $date) { userErrors { code field } } }\n"): typeof import('./graphql.ts').RemoveDayThatMovesDatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DatesThatFollow($filter: DossierFilter) {\n    dossiers(filter: $filter, first: 100) { nodes { code version dueAt computedDueAt } }\n  }\n"): typeof import('./graphql.ts').DatesThatFollowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarOfUnit($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      calendar(from: $from, to: $to) { date open countsFor kind name sessions { from to } cutoff decidedBy }\n    }\n  }\n"): typeof import('./graphql.ts').CalendarOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarChangesOfUnit($unit: ID!) {\n    administrativeUnit(code: $unit) { calendarChanges { what changedBy changedAt before after } }\n  }\n"): typeof import('./graphql.ts').CalendarChangesOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCalendarDay($input: CalendarDayInput!) {\n    setCalendarDay(input: $input) { unit { code } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').SetCalendarDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveCalendarDay($unit: ID!, $date: LocalDate!) {\n    removeCalendarDay(unit: $unit, date: $date) { unit { code } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').RemoveCalendarDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetOpeningHours($input: OpeningHoursInput!) {\n    setOpeningHours(input: $input) { unit { code } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').SetOpeningHoursDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveOpeningHours($unit: ID!, $validFrom: LocalDate!) {\n    removeOpeningHours(unit: $unit, validFrom: $validFrom) { unit { code } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').RemoveOpeningHoursDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TrailOfVoided($code: String!, $unit: ID!) {\n  dossier(code: $code) { status voidedAt }\n  dossiers(filter: { unit: $unit }, first: 100) { nodes { code } }\n}"): typeof import('./graphql.ts').TrailOfVoidedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeadlineRules($procedure: ID) {\n    deadlineRules(procedure: $procedure) {\n      procedure validFrom validTo counting cutoff afterSupplement stoppingStates supplements committedDays statutoryDays\n    }\n  }\n"): typeof import('./graphql.ts').DeadlineRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeDeadlineRule($input: DeadlineRuleInput!) {\n    proposeDeadlineRule(input: $input) { change { id kind approved before } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ProposeDeadlineRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveDeadlineRule($procedure: ID, $validFrom: LocalDate!) {\n    removeDeadlineRule(procedure: $procedure, validFrom: $validFrom, reason: \"quyết định bị hủy\") { change { id } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').RemoveDeadlineRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DeadlineRuleChanges { deadlineRuleChanges { procedure validFrom changedBy approvedBy reason before after } }"): typeof import('./graphql.ts').DeadlineRuleChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DueByRule($code: String!) { dossier(code: $code) { computedDueAt } }"): typeof import('./graphql.ts').DueByRuleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DatesOfDossier($code: String!) {\n    dossier(code: $code) { id status dueAt computedDueAt statutoryDueAt timeliness events { at status } }\n  }\n"): typeof import('./graphql.ts').DatesOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossiersByDates($filter: DossierFilter) {\n    dossiers(filter: $filter, first: 100) { nodes { code } }\n  }\n"): typeof import('./graphql.ts').DossiersByDatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveForDates($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { status dueAt computedDueAt timeliness } userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').MoveForDatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EarlyWarningsOfRows($unit: ID!, $reasons: [EarlyWarningReason!], $first: Int, $after: String) {\n    earlyWarnings(unit: $unit, reasons: $reasons, first: $first, after: $after) {\n      totalCount totalPoints\n      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').EarlyWarningsOfRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScoresOfRows($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }\n  }\n"): typeof import('./graphql.ts').ScoresOfRowsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EarlyWarnings($unit: ID!, $first: Int, $after: String) {\n    earlyWarnings(unit: $unit, reasons: [DUE], first: $first, after: $after) {\n      totalCount totalPoints until\n      nodes { at reason message points components turn officer turnUnit { code } dossier { code } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').EarlyWarningsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScoresBeforeAndAfter($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) { indicators(period: $period) { groups { components { code score } } } }\n  }\n"): typeof import('./graphql.ts').ScoresBeforeAndAfterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilteredDossiers($filter: DossierFilter) {\n    dossiers(filter: $filter, orderBy: SUBMITTED_AT_ASC) { totalCount nodes { code } }\n  }\n"): typeof import('./graphql.ts').FilteredDossiersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query WorklistWithNames($first: Int) {\n      dossiers(first: $first) {\n        nodes {\n          code ownerName procedure { name } receivingUnit { name } handlingUnit { name } events { note } fees { amount }\n          applicant { fullName nationalId } organization { name } amountDue amountPaid\n          payments { reference merchant { name } }\n          synchronizations { state }\n        }\n      }\n    }\n  "): typeof import('./graphql.ts').WorklistWithNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query DossiersThroughCitizens($first: Int) {\n        dossiers(first: $first, filter: { search: \"người\" }) {\n          nodes {\n            applicant {\n              fullName\n              dossiers(first: 1, filter: { channels: [IN_PERSON] }) { totalCount nodes { code ownerName } pageInfo { hasNextPage } }\n            }\n          }\n        }\n      }\n    "): typeof import('./graphql.ts').DossiersThroughCitizensDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NodesWithoutCount { dossiers(first: 2) { nodes { code } pageInfo { hasNextPage } } }"): typeof import('./graphql.ts').NodesWithoutCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CountAlone { dossiers(first: 2) { totalCount } }"): typeof import('./graphql.ts').CountAloneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossierAsSent($id: ID) {\n    dossier(id: $id) {\n      submittedAt\n      events { at }\n      supplements { number requestedAt newDueAt receivedAt }\n      documents { name sha256 isResult digitized reused }\n    }\n  }\n"): typeof import('./graphql.ts').DossierAsSentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EveryKey($x: String, $y: ID!) {\n    dossier(code: $x) { id }\n    national: dossier(nationalCode: $x) { id }\n    node(id: $y) { id }\n    procedure(code: $y) { code }\n    procedures(search: $x) { code }\n    field: procedures(field: $x) { code }\n    administrativeUnit(code: $y) { code }\n  }\n"): typeof import('./graphql.ts').EveryKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TreeOfUnits {\n    province: administrativeUnit(code: \"96\") { name kind agencyCode parent { code } units { code kind } replacedBy { code } }\n    commune: administrativeUnit(code: \"32248\") {\n      name kind agencyCode latitude longitude parent { code } receptionPoints { code name } units { code } validTo\n    }\n    former: administrativeUnit(code: \"F-954\") { kind validTo replacedBy { code parent { code } } }\n    none: administrativeUnit(code: \"x\") { code }\n  }\n"): typeof import('./graphql.ts').TreeOfUnitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FoundProcedures($search: String, $field: String, $active: Boolean) {\n    procedures(search: $search, field: $field, active: $active) { code name }\n  }\n"): typeof import('./graphql.ts').FoundProceduresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FeesOfProcedures {\n    free: procedure(code: \"1.001193\") { fee workingDays provisional }\n    unknown: procedure(code: \"1.004873\") { fee }\n    none: procedure(code: \"9.999999\") { fee }\n  }\n"): typeof import('./graphql.ts').FeesOfProceduresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query DossierByKeys($id: ID, $code: String, $nationalCode: String) {\n      dossier(id: $id, code: $code, nationalCode: $nationalCode) { id }\n    }\n  "): typeof import('./graphql.ts').DossierByKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query IdsOfAllTypes {\n        dossiers { nodes { id code events { id } documents { id } applicant { id } synchronizations { id } } }\n      }\n    "): typeof import('./graphql.ts').IdsOfAllTypesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AnyNode($id: ID!) { node(id: $id) { __typename id } }"): typeof import('./graphql.ts').AnyNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ApplicantIds { dossiers { nodes { applicant { id } } } }"): typeof import('./graphql.ts').ApplicantIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SynchronizationIds($id: ID) { dossier(id: $id) { synchronizations { id } } }"): typeof import('./graphql.ts').SynchronizationIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OwnDossiers { viewer { citizen { dossiers(first: 5) { totalCount nodes { code ownerName } } } } }"): typeof import('./graphql.ts').OwnDossiersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query DossiersThroughApplicants { dossiers { nodes { applicant { dossiers { totalCount nodes { code } } } } } }\n  "): typeof import('./graphql.ts').DossiersThroughApplicantsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VoidThatStays($dossier: ID!) { voidDossier(dossier: $dossier, reason: \"Nhập trùng\") { userErrors { code } } }\n"): typeof import('./graphql.ts').VoidThatStaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShownWithAdditions($code: String!) {\n    dossier(code: $code) { id status version submittedAt voidedAt supplements { number content receivedAt } documents { id name } }\n  }\n"): typeof import('./graphql.ts').ShownWithAdditionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IndexRules($on: LocalDate) {\n    indexRules(on: $on) { code group validFrom validTo formula max targetPercent whenNone communeLevel notApplicable }\n  }\n"): typeof import('./graphql.ts').IndexRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeIndexRules($input: IndexRulesInput!) {\n    proposeIndexRules(input: $input) { change { id kind content before proposedBy approved } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').ProposeIndexRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveIndexRules($validFrom: LocalDate!, $codes: [ID!]) {\n    removeIndexRules(validFrom: $validFrom, codes: $codes, reason: \"hoãn áp dụng\") { change { id } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').RemoveIndexRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RuleChanges($waiting: Boolean) { ruleChanges(waiting: $waiting) { kind reason proposedBy decidedBy approved } }"): typeof import('./graphql.ts').RuleChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScoresByRules($from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: \"32248\") {\n      indicators(period: { from: $from, to: $to }) { groups { code components { code max score } } }\n    }\n  }\n"): typeof import('./graphql.ts').ScoresByRulesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportOfFigures($unit: ID!, $format: IndicatorFileFormat!) {\n    administrativeUnit(code: $unit) { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { export(format: $format) } }\n  }\n"): typeof import('./graphql.ts').ExportOfFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FiguresBesideAModel($code: ID!, $period: PeriodInput!, $procedure: ID) {\n    administrativeUnit(code: $code) {\n      indicators(period: $period, procedure: $procedure) {\n        dossiersReceived receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        groups { components { code numerator denominator } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FiguresBesideAModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RateForAModel($id: ID!, $rating: Int!) { rateDossier(dossier: $id, rating: $rating) { dossier { rating } } }\n"): typeof import('./graphql.ts').RateForAModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecountIndicators($repair: Boolean! = false) {\n    recountIndicators(repair: $repair) {\n      differenceCount repaired\n      differences { unit procedure day counter kept recounted }\n    }\n  }\n"): typeof import('./graphql.ts').RecountIndicatorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query IdOfModelDossier($code: String!) { dossier(code: $code) { id } }"): typeof import('./graphql.ts').IdOfModelDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FiguresOfPeriod($code: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $code) {\n      indicators(period: $period) {\n        unit { code }\n        from\n        to\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n        score rank ofUnits applicableMax\n        groups { code max score components { code numerator denominator score max published source flags } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FiguresOfPeriodDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query AgeOfFigures($period: PeriodInput!) { administrativeUnit(code: \"96\") { indicators(period: $period) { asOf } } }\n  "): typeof import('./graphql.ts').AgeOfFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query FiguresOfAllUnits {\n      administrativeUnit(code: \"96\") {\n        indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived }\n        units { code indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n      }\n    }\n  "): typeof import('./graphql.ts').FiguresOfAllUnitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query FiguresOfOneUnit {\n      administrativeUnit(code: \"32248\") { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n    }\n  "): typeof import('./graphql.ts').FiguresOfOneUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query KeptDetails($code: String) {\n      dossier(code: $code) { timeliness voidedAt ownerName rating documents { id name url isResult } }\n    }\n  "): typeof import('./graphql.ts').KeptDetailsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchedDossiers($s: String) { dossiers(filter: { search: $s }) { nodes { id } } }"): typeof import('./graphql.ts').SearchedDossiersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query UnidentifiedDossiers { dossiers(filter: { unidentified: true }) { nodes { code unidentified } } }\n    "): typeof import('./graphql.ts').UnidentifiedDossiersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query NewProcedures {\n        one: procedure(code: \"1.888888\") { name provisional active fee }\n        two: procedure(code: \"1.777777\") { code }\n      }\n    "): typeof import('./graphql.ts').NewProceduresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query MoneyOfDossier($code: String) { dossier(code: $code) { amountDue amountPaid payments { reference status } } }\n    "): typeof import('./graphql.ts').MoneyOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WalkedList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {\n    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      totalCount\n      nodes { code }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').WalkedListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossierList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {\n    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {\n      edges { cursor node { id code submittedAt dueAt } }\n      nodes { id }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').DossierListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaidOnlineOfDay($code: ID!, $day: LocalDate!) {\n    administrativeUnit(code: $code) { indicators(period: { from: $day, to: $day }) { dossiersWithFee paidOnline } }\n  }\n"): typeof import('./graphql.ts').PaidOnlineOfDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountedPage($orderBy: DossierOrder!, $filter: DossierFilter) {\n    dossiers(orderBy: $orderBy, filter: $filter) { totalCount nodes { code } }\n  }\n"): typeof import('./graphql.ts').CountedPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ListOfUnit($unit: ID!) { administrativeUnit(code: $unit) { dossiers { totalCount nodes { code } } } }"): typeof import('./graphql.ts').ListOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query ReadFiguresOfUnit($unit: ID!) {\n        administrativeUnit(code: $unit) { indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) { dossiersReceived asOf } }\n      }\n    "): typeof import('./graphql.ts').ReadFiguresOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ByCode { dossier(code: \"H12.64-250901-000100\") { id } }"): typeof import('./graphql.ts').ByCodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ByNationalCode { dossier(nationalCode: \"H12.64-250901-000100\") { id } }"): typeof import('./graphql.ts').ByNationalCodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FirstOfOrder($orderBy: DossierOrder!, $filter: DossierFilter) { dossiers(orderBy: $orderBy, filter: $filter) { nodes { code } } }"): typeof import('./graphql.ts').FirstOfOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LastOfOrder($orderBy: DossierOrder!) { dossiers(orderBy: $orderBy, last: 20) { nodes { code } } }"): typeof import('./graphql.ts').LastOfOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IndexBesidePublished($unit: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $unit) {\n      indicators(period: $period) {\n        score applicableMax rank ofUnits\n        groups {\n          code score max published\n          components { code numerator denominator score max published publishedNumerator publishedDenominator publishedAt difference flags source }\n        }\n        differences { code points numerator denominator dossiers { count codes complete } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IndexBesidePublishedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeInPublished($period: PeriodInput!, $file: String!) {\n    takeInPublishedIndicators(period: $period, file: $file) { rows userErrors { code message field } }\n  }\n"): typeof import('./graphql.ts').TakeInPublishedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RanksOfAllUnits($period: PeriodInput!) {\n    administrativeUnit(code: \"96\") { units { kind indicators(period: $period) { score rank ofUnits } } }\n  }\n"): typeof import('./graphql.ts').RanksOfAllUnitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RateWithComment($id: ID!, $rating: Int!, $comment: String) {\n    rateDossier(dossier: $id, rating: $rating, comment: $comment) { dossier { rating version } userErrors { code message field } }\n  }\n"): typeof import('./graphql.ts').RateWithCommentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RatingOfDossier($code: String) { dossier(code: $code) { rating } }"): typeof import('./graphql.ts').RatingOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchByName($filter: DossierFilter, $orderBy: DossierOrder!) {\n    dossiers(filter: $filter, orderBy: $orderBy) { totalCount nodes { ownerName receivingUnit { code } } }\n  }\n"): typeof import('./graphql.ts').SearchByNameDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SlipsOf($code: String!) {\n    dossier(code: $code) { code slips { kind number issuedAt url } }\n  }\n"): typeof import('./graphql.ts').SlipsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReDateForSlip($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { dueAt } userErrors { code message field } }\n  }\n"): typeof import('./graphql.ts').ReDateForSlipDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SeenByUnit($code: String!) { dossier(code: $code) { code receivingUnit { code } handlingUnit { code } } }"): typeof import('./graphql.ts').SeenByUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PayAfterALie($dossier: ID!) {\n        createPayment(input: { dossier: $dossier, provider: VNPAY, idempotencyKey: \"lie\" }) { payment { amount } userErrors { code } }\n      }\n    "): typeof import('./graphql.ts').PayAfterALieDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AmountOfPayment { payment(reference: \"D1\") { amount } }"): typeof import('./graphql.ts').AmountOfPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PaymentIds { payments { nodes { id } } }"): typeof import('./graphql.ts').PaymentIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TypeOfRoot { __typename }"): typeof import('./graphql.ts').TypeOfRootDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NumbersOfPayers { payments(first: 100) { nodes { dossier { applicant { nationalId } } } } }"): typeof import('./graphql.ts').NumbersOfPayersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query IdsOfMine { viewer { citizen { id dossiers { nodes { id code payments { id } synchronizations { id } } } } } }\n  "): typeof import('./graphql.ts').IdsOfMineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query IdsOfBooks($day: LocalDate!) { reconciliations(from: $day, to: $day) { id discrepancies { nodes { id } } } }\n  "): typeof import('./graphql.ts').IdsOfBooksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query SchemaAndData {\n        __schema { queryType { name } }\n        __type(name: \"Dossier\") { fields { name } }\n        procedure(code: \"1.001193\") { __typename name }\n      }\n    "): typeof import('./graphql.ts').SchemaAndDataDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription DossierChanges { dossierChanged { id } }"): typeof import('./graphql.ts').DossierChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription PaymentChanges { paymentChanged(payment: \"x\") { id } }"): typeof import('./graphql.ts').PaymentChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription ConnectorChanges { connectorChanged { id } }"): typeof import('./graphql.ts').ConnectorChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PayInBothForms($input: CreatePaymentInput!) {\n        createPayment(input: $input) {\n          payment { id reference amount checkoutUrl dossier { amountDue } }\n          userErrors { code message field }\n        }\n      }\n    "): typeof import('./graphql.ts').PayInBothFormsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestAndShow($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { results { outcome userErrors { code } dossier { ...Shown } } }\n  }\n  fragment Shown on Dossier {\n    id code status version rating amountDue amountPaid\n    applicant { fullName }\n    organization { name }\n    payments { reference status amount external dossier { status amountDue } }\n    synchronizations { operation state sequence }\n    events { status note }\n  }\n"): typeof import('./graphql.ts').IngestAndShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossierAsShown($id: ID!) { dossier(id: $id) { ...Shown } }\n"): typeof import('./graphql.ts').DossierAsShownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query OwnDossiersAndPayments {\n        viewer { citizen { dossiers(first: 100) { nodes { id } } payments(first: 100) { nodes { reference } } } }\n      }\n    "): typeof import('./graphql.ts').OwnDossiersAndPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EntriesOfPayment($reference: String) { payment(reference: $reference) { entries { debit credit } } }"): typeof import('./graphql.ts').EntriesOfPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PayTwice($id: ID!, $amount: Vnd, $key: ID!, $other: ID!) {\n        createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $key }) {\n          payment { status dossier { amountDue amountPaid payments { status amount } } } userErrors { code }\n        }\n        again: createPayment(input: { dossier: $id, provider: CASH, amount: $amount, idempotencyKey: $other }) {\n          payment { dossier { amountDue amountPaid } } userErrors { code }\n        }\n      }\n    "): typeof import('./graphql.ts').PayTwiceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query EntriesOfDossier($id: ID!) { payments(filter: { dossier: $id }) { nodes { entries { debit } } } }"): typeof import('./graphql.ts').EntriesOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation Checkout($id: ID!) {\n        createPayment(input: { dossier: $id, provider: VNPAY, idempotencyKey: $id }) {\n          payment { reference status amount dossier { amountDue payments { reference status } } }\n        }\n      }\n    "): typeof import('./graphql.ts').CheckoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RateBetweenPayments($id: ID!, $key: ID!, $other: ID!) {\n        before: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) {\n          payment { dossier { rating amountPaid } }\n        }\n        rateDossier(dossier: $id, rating: 4, comment: \"Nhanh\") { dossier { rating version amountPaid } userErrors { code } }\n        after: createPayment(input: { dossier: $id, provider: CASH, idempotencyKey: $other }) {\n          payment { dossier { rating amountPaid amountDue } }\n        }\n      }\n    "): typeof import('./graphql.ts').RateBetweenPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation RefusedInBetween($id: ID!, $key: ID!, $other: ID!, $connector: ID!, $no: Boolean = false) {\n        skipped: rateDossier(dossier: $id, rating: 1) @include(if: $no) { userErrors { code } }\n        first: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $key }) { userErrors { code } }\n        pauseConnector(id: $connector) { userErrors { code } }\n        last: createPayment(input: { dossier: $id, provider: CASH, amount: 10000, idempotencyKey: $other }) { userErrors { code } }\n      }\n    "): typeof import('./graphql.ts').RefusedInBetweenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RetryOfCause { retrySynchronizations(errorCode: \"PORTAL_-3\") { retried userErrors { code } } }"): typeof import('./graphql.ts').RetryOfCauseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CodeOfUnit { administrativeUnit(code: \"32248\") { code } }"): typeof import('./graphql.ts').CodeOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CountedWorklist($first: Int) {\n    dossiers(first: $first) {\n      nodes {\n        code status procedure { name } receivingUnit { name } applicant { fullName maskedNationalId } amountDue amountPaid\n        payments { reference status amount }\n        synchronizations { operation state }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CountedWorklistDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WholeWorklist {\n    dossiers(first: 20) {\n      nodes {\n        id code status submittedAt procedure { name } receivingUnit { name } events { status }\n        applicant { fullName } organization { name } amountDue amountPaid\n        payments { reference status payer { fullName } }\n        synchronizations { operation state }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WholeWorklistDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query TwoPayments {\n          payments(first: 2) {\n            nodes { reference status payer { fullName } dossier { id code } merchant { code unit { code name } } }\n          }\n        }\n      "): typeof import('./graphql.ts').TwoPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query WithoutDossiers {\n          connectors { id state }\n          synchronizations(first: 1) { nodes { subject state dossier { id } unit { code } } }\n          viewer { subject }\n        }\n      "): typeof import('./graphql.ts').WithoutDossiersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation PayUnknown { createPayment(input: { dossier: \"dos_x\", provider: CASH, idempotencyKey: \"1\" }) { payment { id } } }\n      "): typeof import('./graphql.ts').PayUnknownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestWithPayments($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { created results { dossier { code payments { id } } } }\n  }\n"): typeof import('./graphql.ts').IngestWithPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CodeOfDossier($code: String) { dossier(code: $code) { code } }"): typeof import('./graphql.ts').CodeOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorklistOfCaller {\n    viewer { subject unit { code } }\n    dossiers(first: 20) {\n      totalCount\n      nodes {\n        code receivingUnit { code } handlingUnit { code } applicant { fullName } amountDue\n        payments { reference payer { fullName } }\n        synchronizations { sequence unit { code } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WorklistOfCallerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ViewerWithCitizen { viewer { subject roles unit { code } citizen { id fullName } } }"): typeof import('./graphql.ts').ViewerWithCitizenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccessLogOfCitizen($id: ID) { citizen(id: $id, purpose: \"p\") { accessLog(first: 2) { totalCount } } }"): typeof import('./graphql.ts').AccessLogOfCitizenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation VerifyForPurpose($purpose: String!) {\n      verifyCitizen(citizen: \"cit_x\", purpose: $purpose) { citizen { id } userErrors { code message } }\n    }\n  "): typeof import('./graphql.ts').VerifyForPurposeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LookUpByNumber($nationalId: NationalId!) { citizen(nationalId: $nationalId, purpose: \"Đối chiếu\") { id fullName } }\n"): typeof import('./graphql.ts').LookUpByNumberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OnboardingOf($unit: ID!) {\n    onboarding(unit: $unit) { code titleVi titleEn done detail }\n  }\n"): typeof import('./graphql.ts').OnboardingOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddRecipientOfLanguage($input: DayListRecipientInput!) {\n    addDayListRecipient(input: $input) { recipient { id language } secret userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').AddRecipientOfLanguageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LanguageChanges { integrationSettingChanges { setting from to } }"): typeof import('./graphql.ts').LanguageChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AtRiskOfDay($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      dayList {\n        dossiers { atRisk { count codes } pointsAtRisk warnings { reason count points first { code reason turn turnUnit { code } } } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AtRiskOfDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WarningsOfDay($unit: ID!) {\n    earlyWarnings(unit: $unit, first: 100) { totalCount totalPoints nodes { code reason points turn turnUnit { code } } }\n  }\n"): typeof import('./graphql.ts').WarningsOfDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddWebhookOfLeader($input: DayListRecipientInput!) { addDayListRecipient(input: $input) { userErrors { code field } } }\n"): typeof import('./graphql.ts').AddWebhookOfLeaderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DayListOfUnit($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      dayList {\n        unitCode day workingDay\n        dossiers { dueToday { count codes } overdue { count codes } atRisk { count codes } pointsAtRisk warnings { reason count } }\n        stuck { parked waiting oldestWaitingAt causes { errorCode count advice } }\n        money { unbalanced { provider merchantCode businessDate statementMissing status discrepancies } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DayListOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddDayListRecipient($input: DayListRecipientInput!) {\n    addDayListRecipient(input: $input) {\n      recipient { id unit { code } role channel address language problem lastDay lastSentAt lastErrorCode }\n      secret\n      userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').AddDayListRecipientDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemoveDayListRecipient($id: ID!) { removeDayListRecipient(id: $id) { recipient { id } userErrors { code field } } }"): typeof import('./graphql.ts').RemoveDayListRecipientDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DayListRecipients($unit: ID) { dayListRecipients(unit: $unit) { id address problem lastDay lastSentAt lastErrorCode } }"): typeof import('./graphql.ts').DayListRecipientsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DayListChanges { integrationSettingChanges { setting target actor from to } }"): typeof import('./graphql.ts').DayListChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartComparison($sample: Int) { startComparison(sample: $sample) { resend { purpose state } userErrors { code field } } }"): typeof import('./graphql.ts').StartComparisonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ComparisonSummaries { comparisonSummaries { kind count repaired } }"): typeof import('./graphql.ts').ComparisonSummariesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ComparisonsFound { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind purpose repairedAt } } }"): typeof import('./graphql.ts').ComparisonsFoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetReportingAtNight($unit: ID!, $source: String, $mode: ReportingMode!) {\n    setReporting(unit: $unit, source: $source, mode: $mode, reason: \"go live\") { userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').SetReportingAtNightDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ComparedBySwitch { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind day } } }"): typeof import('./graphql.ts').ComparedBySwitchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SwitchSummaries { comparisonSummaries(purpose: SWITCH) { day kind count repaired } }"): typeof import('./graphql.ts').SwitchSummariesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CompareForExtras { startComparison(sample: 500) { userErrors { code field } } }"): typeof import('./graphql.ts').CompareForExtrasDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ExtrasCompared { comparisons { nodes { subject kind ours { status unit } } } }"): typeof import('./graphql.ts').ExtrasComparedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PortalExtrasOfNights($unit: ID, $open: Boolean) {\n    portalExtras(unit: $unit, open: $open) { totalCount nodes { code status portalUnit firstSeenAt lastSeenAt endedAt ending unit { code name } } }\n  }\n"): typeof import('./graphql.ts').PortalExtrasOfNightsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestSynchronization($filter: DossierFilter!, $reason: String!, $withSteps: Boolean) {\n    requestSynchronization(filter: $filter, reason: $reason, withSteps: $withSteps) { retried userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').RequestSynchronizationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Resends { resends { id reason requestedBy filter state expected appended skipped delivered waiting parked stoppedBy } }\n"): typeof import('./graphql.ts').ResendsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopSynchronization($id: ID!) { stopSynchronization(id: $id) { resend { state waiting } userErrors { code field } } }\n"): typeof import('./graphql.ts').StopSynchronizationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceChanges($source: String!, $after: String, $first: Int) {\n    sourceChanges(source: $source, after: $after, first: $first) { cursor at kind dossierCode payload }\n  }\n"): typeof import('./graphql.ts').SourceChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SourceNames($unit: ID) { sources(unit: $unit) { name unit { code } active } }"): typeof import('./graphql.ts').SourceNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RateForSource($dossier: ID!) { rateDossier(dossier: $dossier, rating: 5) { dossier { rating } userErrors { code } } }\n"): typeof import('./graphql.ts').RateForSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSourceRate($id: ID!, $rate: Float) {\n    setConnectorRate(id: $id, perSecond: $rate) { connector { id kind ratePerSecond } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').SetSourceRateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceConnectors { connectors { id kind state pending parked lastError } }\n"): typeof import('./graphql.ts').SourceConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplaceSourceSecret($name: String!, $hours: Int!) {\n    replaceSourceSecret(name: $name, keepPreviousHours: $hours) { secret source { previousSecretUntil } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ReplaceSourceSecretDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplaySourceChanges($source: String!, $from: DateTime!) {\n    replaySourceChanges(source: $source, from: $from) { replayed userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ReplaySourceChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetrySource($connector: ID!) { retrySynchronizations(connector: $connector) { retried userErrors { code } } }\n"): typeof import('./graphql.ts').RetrySourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation FileBeforeSource($input: SubmitDossierInput!) { submitDossier(input: $input) { dossier { code } userErrors { message } } }\n    "): typeof import('./graphql.ts').FileBeforeSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation FileForSource($input: SubmitDossierInput!) {\n        submitDossier(input: $input) { dossier { code version } userErrors { code message field } }\n      }\n    "): typeof import('./graphql.ts').FileForSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PaymentByKey($id: ID, $reference: String) { payment(id: $id, reference: $reference) { id } }"): typeof import('./graphql.ts').PaymentByKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DaysOfAFile($account: String!) {\n    accountStatements(account: $account, from: \"2026-03-01\", to: \"2026-03-31\") {\n      statements { day version opening closing openingDifference credits { count sum } missingCredits { count } unmatchedReversals }\n    }\n  }\n"): typeof import('./graphql.ts').DaysOfAFileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreditsOfAFile($account: String) { accountCredits(first: 100, account: $account) { nodes { bankReference amount onStatement reversedOn } } }\n"): typeof import('./graphql.ts').CreditsOfAFileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FilesOfDays { statementFiles { path state businessDate version reason } }"): typeof import('./graphql.ts').FilesOfDaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementsOfAnAccount($account: String!, $from: LocalDate!, $to: LocalDate!) {\n    accountStatements(account: $account, from: $from, to: $to) {\n      missingDays\n      statements { day version isNewest broughtBy form rows opening closing openingDifference unmatchedReversals credits { count sum } debits { count sum } missingCredits { count sum } untoldCredits { count sum } }\n    }\n  }\n"): typeof import('./graphql.ts').StatementsOfAnAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreditsOfAnAccount($account: String, $doubtful: Boolean) {\n    accountCredits(first: 100, account: $account, doubtful: $doubtful) { nodes { bankReference amount state onStatement reversedOn payment { reference } batches { state } } }\n  }\n"): typeof import('./graphql.ts').CreditsOfAnAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BatchesOfADay($from: LocalDate!) { settlementBatches(first: 10, from: $from, to: $from) { nodes { batch net state credited } } }"): typeof import('./graphql.ts').BatchesOfADayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountFiles { statementFiles { path provider account state businessDate version reason } }"): typeof import('./graphql.ts').AccountFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountStatementAlerts { alerts { kind target message recoveredAt } }"): typeof import('./graphql.ts').AccountStatementAlertsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DaysMissing($account: String!, $from: LocalDate!, $to: LocalDate!) { accountStatements(account: $account, from: $from, to: $to) { missingDays } }\n"): typeof import('./graphql.ts').DaysMissingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RuleOfAccountStatements($threshold: Int!) { setAlertRule(kind: ACCOUNT_STATEMENT_MISSING, threshold: $threshold) { userErrors { code } } }\n"): typeof import('./graphql.ts').RuleOfAccountStatementsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreditsOfTheAccount { accountCredits(first: 100) { nodes { bankReference amount state disputedAmount onStatement payment { reference } } } }\n"): typeof import('./graphql.ts').CreditsOfTheAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BankAccounts($unit: ID, $kind: BankAccountKind, $active: Boolean) {\n    bankAccounts(unit: $unit, kind: $kind, active: $active) { number bankBin bankName kind unit { code } merchant { code } isSettlement profile active }\n  }\n"): typeof import('./graphql.ts').BankAccountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetBankAccount($input: BankAccountInput!) {\n    setBankAccount(input: $input) { change { id number proposedBy } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').SetBankAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveBankAccount($change: ID!, $approve: Boolean!) {\n    approveBankAccount(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').ApproveBankAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AccountsForCash { depositAccounts { number bankName unit { code } } }"): typeof import('./graphql.ts').AccountsForCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BankAccountChanges($number: String) { bankAccountChanges(number: $number) { number proposedBy decidedBy approved active } }"): typeof import('./graphql.ts').BankAccountChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeAMerchantWithAnAccount($input: ProposedMerchant!) { proposeMerchant(input: $input) { change { id } userErrors { code } } }\n"): typeof import('./graphql.ts').ProposeAMerchantWithAnAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveAMerchantWithAnAccount($change: ID!) { approveMerchantChange(change: $change, approve: true) { userErrors { code } } }\n"): typeof import('./graphql.ts').ApproveAMerchantWithAnAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerBalances($from: LocalDate!, $to: LocalDate!, $unit: ID, $account: String) {\n    ledgerBalances(from: $from, to: $to, unit: $unit, account: $account) { account unit { code } day debit credit closing }\n  }\n"): typeof import('./graphql.ts').LedgerBalancesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgerEntries($unit: ID, $account: String, $from: LocalDate, $to: LocalDate, $first: Int, $after: String) {\n    ledgerEntries(unit: $unit, account: $account, from: $from, to: $to, first: $first, after: $after) {\n      totalCount pageInfo { hasNextPage endCursor } nodes { id at account debit credit memo }\n    }\n  }\n"): typeof import('./graphql.ts').LedgerEntriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DayOfCash($day: LocalDate!) {\n    reconciliations(provider: CASH, from: $day, to: $day) {\n      id status statementVersion matched statementTotal hubTotal closedAt\n      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution } }\n    }\n  }\n"): typeof import('./graphql.ts').DayOfCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SettleCashDifference($id: ID!, $as: DiscrepancyResolution!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $as, note: \"đã xem biên bản\") { userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').SettleCashDifferenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CloseCashDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }"): typeof import('./graphql.ts').CloseCashDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignAtOnce($credit: ID!, $payment: ID!) {\n    assignCredit(credit: $credit, payment: $payment, note: \"đã gọi ngân hàng\") { credit { state } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').AssignAtOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseAtOnce($credit: ID!) {\n    closeCredit(credit: $credit, as: RETURNED, note: \"không nêu hồ sơ nào\") { credit { state } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').CloseAtOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseLarge($credit: ID!, $as: CreditClosing!) {\n    closeCredit(credit: $credit, as: $as, note: \"đã gọi ngân hàng\") { credit { state proposedAs proposedBy decidedBy } }\n  }\n"): typeof import('./graphql.ts').CloseLargeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CodeToScan($id: ID!) {\n    payment(id: $id) { qrPayload qrImage checkoutUrl }\n  }\n"): typeof import('./graphql.ts').CodeToScanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenCredits($states: [AccountCreditState!]) {\n    accountCredits(states: $states, first: 100) { nodes { id content proposedPayment { id } suggestions { score payment { id } } } }\n  }\n"): typeof import('./graphql.ts').OpenCreditsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreditsOfTheBank($states: [AccountCreditState!]) {\n    accountCredits(states: $states, first: 100) {\n      totalCount\n      nodes { id bankReference amount reference state disputedAmount decidedBy payment { reference } suggestions { score reason payment { id reference } } }\n    }\n  }\n"): typeof import('./graphql.ts').CreditsOfTheBankDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignTheCredit($credit: ID!, $payment: ID!) {\n    assignCredit(credit: $credit, payment: $payment, note: \"đã gọi ngân hàng\") { credit { state proposedBy decidedBy } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').AssignTheCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReconcileTheAccount($day: LocalDate!) {\n    startReconciliation(provider: VIETQR, businessDate: $day) {\n      reconciliation { status statementTotal hubTotal discrepancies(first: 100) { nodes { kind detail } } } userErrors { code }\n    }\n  }\n"): typeof import('./graphql.ts').ReconcileTheAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseTheCredit($credit: ID!, $as: CreditClosing!) {\n    closeCredit(credit: $credit, as: $as, note: \"không nêu hồ sơ nào\") { credit { state note } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').CloseTheCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeAccountOfUnit($input: ProposedMerchant!) {\n    proposeMerchant(input: $input) { change { id } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').ProposeAccountOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveAccountOfUnit($change: ID!) { approveMerchantChange(change: $change, approve: true) { change { approved } userErrors { code } } }\n"): typeof import('./graphql.ts').ApproveAccountOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CreditsOfUnit { accountCredits(first: 10) { nodes { id bankReference state } } }"): typeof import('./graphql.ts').CreditsOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OneCredit($id: ID!) { accountCredit(id: $id) { bankReference amount } }"): typeof import('./graphql.ts').OneCreditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartEarly($day: LocalDate!) {\n    startReconciliation(provider: VNPAY, businessDate: $day) { reconciliation { id status statementTotal hubTotal } userErrors { code } }\n  }\n"): typeof import('./graphql.ts').StartEarlyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseEarly($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt statementTotal } userErrors { code field message } } }\n"): typeof import('./graphql.ts').CloseEarlyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EReceiptOfPayment($id: ID!) {\n    payment(id: $id) { reference receipt { number template symbol status amount amountInWords url replacedBy } }\n  }\n"): typeof import('./graphql.ts').EReceiptOfPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceiptOrders($unit: ID, $states: [ReceiptOrderState!]) {\n    receiptOrders(unit: $unit, states: $states) { id connector action state paymentReference key code reason advice attempts nextAttemptAt unit { code } }\n  }\n"): typeof import('./graphql.ts').ReceiptOrdersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryReceiptOrder($order: ID!) { retryReceiptOrder(order: $order) { order { state } userErrors { code field } } }\n"): typeof import('./graphql.ts').RetryReceiptOrderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaymentsOfDossier($dossier: ID!) { payments(filter: { dossier: $dossier }) { totalCount nodes { id } } }\n"): typeof import('./graphql.ts').PaymentsOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation StartWhilePaused {\n        startReconciliation(provider: VNPAY, businessDate: \"2026-03-10\") { reconciliation { status rejection } }\n      }\n    "): typeof import('./graphql.ts').StartWhilePausedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundInModel($payment: ID!, $key: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: \"Nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').RefundInModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ApproveInModel($refund: ID!) { approveRefund(refund: $refund, approve: true, note: \"đã xem\") { userErrors { code } } }"): typeof import('./graphql.ts').ApproveInModelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeMerchant($input: ProposedMerchant!) {\n    proposeMerchant(input: $input) { change { id withSecrets proposedBy } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').ProposeMerchantDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveMerchant($change: ID!, $approve: Boolean!) { approveMerchantChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code } } }\n"): typeof import('./graphql.ts').ApproveMerchantDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MerchantsOfUnits($unit: ID) { merchants(provider: VNPAY, unit: $unit) { code name unit { code } secretsSetAt settlementAccount } }"): typeof import('./graphql.ts').MerchantsOfUnitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MerchantChangesWaiting { merchantChanges { code proposedBy } }"): typeof import('./graphql.ts').MerchantChangesWaitingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignOnce($credit: ID!, $payment: ID!, $note: String!, $key: ID) {\n    done: assignCredit(credit: $credit, payment: $payment, note: $note, idempotencyKey: $key) {\n      credit { id state proposedBy } userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').AssignOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseOnce($credit: ID!, $note: String!, $key: ID) {\n    done: closeCredit(credit: $credit, as: RETURNED, note: $note, idempotencyKey: $key) { credit { id state } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').CloseOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BatchesOnce($credit: ID!, $batches: [ID!]!, $note: String!, $key: ID) {\n    done: assignCreditToBatches(credit: $credit, batches: $batches, note: $note, idempotencyKey: $key) {\n      credit { id state } userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').BatchesOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CountOnce($drawer: ID!, $pieces: [CashPieces!]!, $note: String, $key: ID) {\n    done: countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note, idempotencyKey: $key) {\n      drawer { id state counted note } userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').CountOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptOnce($drawer: ID!, $key: ID) {\n    done: acceptCashDrawer(drawer: $drawer, idempotencyKey: $key) { drawer { id state } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').AcceptOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DepositOnce($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!, $key: ID) {\n    done: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day, idempotencyKey: $key) {\n      deposit { id amount arrivedAt } userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').DepositOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ArriveOnce($credit: ID!, $deposit: ID!, $note: String!, $key: ID) {\n    done: assignCreditToDeposit(credit: $credit, deposit: $deposit, note: $note, idempotencyKey: $key) {\n      deposit { id arrivedAt } userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').ArriveOnceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DrawersToCount { cashDrawers(first: 50) { nodes { id state } } }"): typeof import('./graphql.ts').DrawersToCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveOtherBack($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"người nộp yêu cầu\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').GiveOtherBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LetProposalGo($refund: ID!) {\n    approveRefund(refund: $refund, approve: true, note: \"đúng\") { refund { state } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').LetProposalGoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RefundsOfOne($id: ID!) { payment(id: $id) { status refunds { id state cause amount reason note concludedBy } } }"): typeof import('./graphql.ts').RefundsOfOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaymentsAndOne($filter: PaymentFilter) {\n    payments(filter: $filter) { nodes { reference } }\n    payment(reference: \"X\") { id }\n  }\n"): typeof import('./graphql.ts').PaymentsAndOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundAtProvider($payment: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $payment, amount: $amount) { payment { status refunds { way state } } userErrors { code } }\n  }\n"): typeof import('./graphql.ts').RefundAtProviderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReconcileProvider($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind reference hubAmount statementAmount } } }\n      userErrors { code }\n    }\n  }\n"): typeof import('./graphql.ts').ReconcileProviderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrdersToClose($states: [ReceiptOrderState!]) {\n    receiptOrders(states: $states) { id action state paymentReference closingBy closingNote closedBy }\n  }\n"): typeof import('./graphql.ts').OrdersToCloseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeOrderClosing($order: ID!, $note: String!) {\n    proposeReceiptOrderClosing(order: $order, note: $note) { order { state closingBy closingNote } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ProposeOrderClosingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveOrderClosing($order: ID!, $approve: Boolean!) {\n    approveReceiptOrderClosing(order: $order, approve: $approve) { order { state closedBy } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ApproveOrderClosingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryOrderToClose($order: ID!) { retryReceiptOrder(order: $order) { order { state closingBy } userErrors { code } } }\n"): typeof import('./graphql.ts').RetryOrderToCloseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceiptStatusOfPayment($id: ID!) { payment(id: $id) { receipt { status amount } } }\n"): typeof import('./graphql.ts').ReceiptStatusOfPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportOfReceipts($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {\n    receiptReport(from: $from, to: $to, format: $format, unit: $unit)\n  }\n"): typeof import('./graphql.ts').ReportOfReceiptsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceiptOfPayment($id: ID!) {\n    payment(id: $id) { receipt { number template symbol status amount amountInWords url replacedBy } }\n  }\n"): typeof import('./graphql.ts').ReceiptOfPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReceiptsOfUnit($unit: ID!) { receipts(unit: $unit, first: 100) { totalCount nodes { number status amount replacedBy url } } }\n"): typeof import('./graphql.ts').ReceiptsOfUnitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeSeries($input: ProposedSeries!) { proposeReceiptSeries(input: $input) { series { id approvedBy nextNumber } userErrors { code field message } } }\n"): typeof import('./graphql.ts').ProposeSeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveSeries($series: ID!, $approve: Boolean!) { approveReceiptSeries(series: $series, approve: $approve) { series { approvedBy } userErrors { code } } }\n"): typeof import('./graphql.ts').ApproveSeriesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundForReceipt($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').RefundForReceiptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reconciled($id: ID!) {\n    reconciliation(id: $id) {\n      status matched statementTotal hubTotal\n      discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount } }\n    }\n  }\n"): typeof import('./graphql.ts').ReconciledDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReconciledInFull($id: ID!) {\n    reconciliation(id: $id) {\n      status statementRows statementVersion matched discrepancyCount statementTotal hubTotal rejection\n      merchant { code }\n      discrepancies(first: 100) {\n        totalCount\n        nodes { id kind reference hubAmount statementAmount detail payment { reference } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReconciledInFullDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundOfRound($payment: ID!) {\n    refundPayment(payment: $payment, reason: \"Nộp nhầm\", idempotencyKey: $payment) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').RefundOfRoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PartOfRound($payment: ID!, $amount: Vnd!, $key: ID!) {\n    refundPayment(payment: $payment, amount: $amount, reason: \"Giảm phí\", idempotencyKey: $key) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').PartOfRoundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundPayment($payment: ID!, $reason: String!, $key: ID!, $amount: Vnd) {\n    refundPayment(payment: $payment, reason: $reason, idempotencyKey: $key, amount: $amount) {\n      payment { id status refundedAmount refunds { id amount state way cause requestedBy } }\n      userErrors { code field message }\n    }\n  }\n"): typeof import('./graphql.ts').RefundPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveRefund($refund: ID!, $approve: Boolean!, $note: String!) {\n    approveRefund(refund: $refund, approve: $approve, note: $note) { refund { state approvedBy payment { status } } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ApproveRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConcludeRefund($refund: ID!, $paid: Boolean!, $note: String!) {\n    concludeRefund(refund: $refund, paid: $paid, note: $note) { refund { state concludedBy note payment { status refundedAmount } } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ConcludeRefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaymentWithRefunds($id: ID!) {\n    payment(id: $id) { status refundedAmount refunds { id state amount cause providerCode attempts reference awaitsConclusion } entries { account debit credit } }\n  }\n"): typeof import('./graphql.ts').PaymentWithRefundsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RefundQueue($states: [RefundState!]) { refunds(states: $states, first: 50) { totalCount nodes { id amount state reason payment { reference } } } }\n"): typeof import('./graphql.ts').RefundQueueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RepeatedReports {\n    repeatedReports { dossier { id } unit { code } provider reference providerTransactionId amount postedFor advice }\n  }\n"): typeof import('./graphql.ts').RepeatedReportsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportOfDays($from: LocalDate!, $to: LocalDate!, $format: ReportFormat!, $unit: ID) {\n    reconciliationReport(from: $from, to: $to, format: $format, unit: $unit)\n  }\n"): typeof import('./graphql.ts').ReportOfDaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementsMissing($from: LocalDate!, $to: LocalDate!) { missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { code } } }\n"): typeof import('./graphql.ts').StatementsMissingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResolvedDay($id: ID!) {\n    reconciliation(id: $id) {\n      status closedAt closedBy reopenedAt confirmedByQuery statementVersion\n      steps { action actor note }\n      discrepancies(first: 50) { nodes { id kind reference resolution resolvedBy approvedBy note owner needsApproval steps { action actor resolution note } } }\n      open: discrepancies(open: true) { totalCount }\n    }\n  }\n"): typeof import('./graphql.ts').ResolvedDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveOne($id: ID!, $resolution: DiscrepancyResolution!, $note: String!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: $note) { discrepancy { resolution needsApproval owner } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').ResolveOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveOne($id: ID!, $approve: Boolean!, $note: String!) {\n    approveDiscrepancy(discrepancy: $id, approve: $approve, note: $note) { discrepancy { resolution approvedBy } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ApproveOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignOne($id: ID!, $owner: String!, $note: String!) {\n    assignDiscrepancy(discrepancy: $id, owner: $owner, note: $note) { discrepancy { owner } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').AssignOneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt closedBy } userErrors { code field message } } }\n"): typeof import('./graphql.ts').CloseDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetDayOff($input: CalendarDayInput!) { setCalendarDay(input: $input) { userErrors { code field } } }"): typeof import('./graphql.ts').SetDayOffDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BatchesDue($day: LocalDate!) { settlementBatches(from: $day, to: $day) { nodes { dueOn state } } }"): typeof import('./graphql.ts').BatchesDueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation StartOfMerchant($day: LocalDate!, $merchant: ID) {\n      startReconciliation(provider: VNPAY, businessDate: $day, merchant: $merchant) {\n        reconciliation { id status rejection }\n        reconciliations { id }\n        userErrors { code field }\n      }\n    }\n  "): typeof import('./graphql.ts').StartOfMerchantDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query DiscrepancyPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {\n        reconciliation(id: $id) {\n          merchant { code unit { code } }\n          discrepancies(first: $first, after: $after, last: $last, before: $before, open: true) {\n            totalCount\n            nodes { reference }\n            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n          }\n        }\n      }\n    "): typeof import('./graphql.ts').DiscrepancyPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementFiles($state: StatementFileState) {\n    statementFiles(state: $state) { path provider state businessDate version reason seenAt }\n  }\n"): typeof import('./graphql.ts').StatementFilesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StatementAlerts { alerts { kind target message recoveredAt } }"): typeof import('./graphql.ts').StatementAlertsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FetchAlerts { alerts(first: 100) { kind target message recoveredAt } }"): typeof import('./graphql.ts').FetchAlertsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StatementVersions($from: LocalDate!, $to: LocalDate!, $unit: ID, $provider: PaymentProvider) {\n    statements(from: $from, to: $to, unit: $unit, provider: $provider) {\n      provider businessDate version rows gross fee feeVat net broughtBy generatedAt takenAt merchant { code }\n      difference {\n        added gone changed gross net\n        rows { kind type reference providerTransactionId before { rowNo gross fee feeVat net status } after { rowNo gross fee feeVat net status } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StatementVersionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation ReconcileVnpay($day: LocalDate!) {\n        startReconciliation(provider: VNPAY, businessDate: $day) {\n          reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind hubAmount statementAmount } } }\n          userErrors { code }\n        }\n      }\n    "): typeof import('./graphql.ts').ReconcileVnpayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteOff($id: ID!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: WRITE_OFF, note: \"không rõ nguồn\") { discrepancy { resolution } userErrors { code } }\n  }\n"): typeof import('./graphql.ts').WriteOffDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WrittenOffDay($day: LocalDate!) { reconciliations(from: $day, to: $day) { discrepancies(first: 10) { nodes { id kind resolution } } } }\n"): typeof import('./graphql.ts').WrittenOffDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RateBadly($dossier: ID!) { rateDossier(dossier: $dossier, rating: 2) { dossier { rating } userErrors { code } } }\n  "): typeof import('./graphql.ts').RateBadlyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DrawersOfCash($states: [CashDrawerState!]) {\n    cashDrawers(first: 50, states: $states) {\n      nodes { id officer day state payments expected counted difference note acceptedBy unit { code } deposit { slipNumber amount arrivedAt } }\n    }\n  }\n"): typeof import('./graphql.ts').DrawersOfCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CountTheDrawer($drawer: ID!, $pieces: [CashPieces!]!, $note: String) {\n    countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note) { drawer { state counted difference } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').CountTheDrawerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptTheDrawer($drawer: ID!) { acceptCashDrawer(drawer: $drawer) { drawer { state } userErrors { code field message } } }\n"): typeof import('./graphql.ts').AcceptTheDrawerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DepositTheCash($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!) {\n    depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { deposit { id amount arrivedAt } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').DepositTheCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CashOnTheWay($arrived: Boolean) { cashDeposits(arrived: $arrived) { id slipNumber amount } }\n"): typeof import('./graphql.ts').CashOnTheWayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreditOfTheDeposit($credit: ID!, $deposit: ID!) {\n    assignCreditToDeposit(credit: $credit, deposit: $deposit, note: \"theo sổ phụ\") { deposit { arrivedAt } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').CreditOfTheDepositDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreditsBesideCash { accountCredits(first: 50) { nodes { id amount state bankReference } } }\n"): typeof import('./graphql.ts').CreditsBesideCashDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveCashBack($payment: ID!, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm hồ sơ\", idempotencyKey: $key) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').GiveCashBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CashToGiveBack { refunds(states: [READY], first: 50) { nodes { id amount state } } }\n"): typeof import('./graphql.ts').CashToGiveBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CashGivenBack($refund: ID!) { concludeRefund(refund: $refund, paid: true, note: \"đã trả tại quầy\") { userErrors { code message } } }\n"): typeof import('./graphql.ts').CashGivenBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EverythingInPages($first: Int) {\n    dossiers(first: $first) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ...Everything } } }\n  }\n  fragment Everything on Dossier {\n    id code nationalCode origin ownerKind ownerName channel status timeliness submittedAt acceptedAt dueAt resolvedAt returnedAt voidedAt\n    summary version rating unidentified feesSettled amountDue amountPaid\n    procedure { code name field workingDays fee active provisional }\n    receivingUnit { code name kind agencyCode latitude longitude parent { code } receptionPoints { code name address } }\n    handlingUnit { code name parent { name units { code } } }\n    applicant { id fullName nationalId maskedNationalId dateOfBirth assuranceLevel verifiedAt identified }\n    organization { id name taxCode }\n    events { id at status actor title department note unusual }\n    supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }\n    documents { id name componentCode url digitized reused isResult sha256 }\n    fees { code name kind amount exemptedAmount collection }\n    payments {\n      id reference provider external amount refundedAmount status checkoutUrl qrPayload providerTransactionId createdAt expiresAt paidAt\n      merchant { id code provider name unit { code name } }\n      payer { id fullName } receipt { number } entries { id account debit credit memo } dossier { id code status }\n    }\n    synchronizations {\n      id connector { id kind state } dossier { code } subject unit { code name } operation sequence state attempts\n      requestedAt deliveredAt errorCode lastError\n    }\n  }\n"): typeof import('./graphql.ts').EverythingInPagesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EverythingInAList($first: Int) {\n    dossiers(first: $first) { totalCount nodes { ...Everything } }\n  }\n"): typeof import('./graphql.ts').EverythingInAListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LookUp($id: ID, $nationalId: NationalId, $purpose: String!) {\n    citizen(id: $id, nationalId: $nationalId, purpose: $purpose) { id fullName nationalId maskedNationalId dateOfBirth }\n  }\n"): typeof import('./graphql.ts').LookUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnAccessLog($first: Int, $after: String, $last: Int, $before: String) {\n    viewer {\n      citizen {\n        accessLog(first: $first, after: $after, last: $last, before: $before) {\n          totalCount\n          nodes { actor purpose fields }\n          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OwnAccessLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestOutcomes($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created\n      results { outcome dossier { id } userErrors { code message field } }\n    }\n  }\n"): typeof import('./graphql.ts').IngestOutcomesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConnectorStates {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n"): typeof import('./graphql.ts').ConnectorStatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseConnector($id: ID!) {\n    pauseConnector(id: $id) { connector { id state pending } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').PauseConnectorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeConnector($id: ID!) {\n    resumeConnector(id: $id) { connector { id state pending } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').ResumeConnectorDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SynchronizationList(\n    $connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime\n    $first: Int, $after: String, $last: Int, $before: String\n  ) {\n    synchronizations(\n      connector: $connector, unit: $unit, dossier: $dossier, states: $states, errorCode: $errorCode, olderThan: $olderThan\n      first: $first, after: $after, last: $last, before: $before\n    ) {\n      totalCount\n      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').SynchronizationListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitDossier($input: SubmitDossierInput!) {\n    submitDossier(input: $input) {\n      dossier {\n        id code version status origin channel submittedAt acceptedAt dueAt ownerKind ownerName summary\n        procedure { code }\n        receivingUnit { code }\n        handlingUnit { code }\n        applicant { fullName identified }\n        organization { name taxCode }\n        documents { name sha256 isResult }\n        fees { code name kind amount collection }\n        events { status actor department note unusual }\n        amountDue\n      }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').SubmitDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveDossier($input: MoveDossierInput!) {\n    moveDossier(input: $input) {\n      dossier {\n        id version status acceptedAt dueAt resolvedAt returnedAt\n        supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }\n        documents { name isResult }\n        fees { code amount }\n        events { status actor department note }\n      }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').MoveDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VoidDossier($dossier: ID!, $reason: String!, $expectedVersion: Int) {\n    voidDossier(dossier: $dossier, reason: $reason, expectedVersion: $expectedVersion) {\n      dossier { id version status voidedAt timeliness events { status actor note } }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').VoidDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReconciliationIds {\n    reconciliations { id }\n  }\n"): typeof import('./graphql.ts').ReconciliationIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BatchesOfTheProvince($from: LocalDate, $to: LocalDate) {\n    settlementBatches(first: 50, from: $from, to: $to) {\n      totalCount\n      nodes { id batch provider lastDay dueOn gross refunded fees adjustments net credited writtenOff open state merchant { code settlementAccount } credits { amount credit { amount state } } }\n    }\n  }\n"): typeof import('./graphql.ts').BatchesOfTheProvinceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DayWithPayouts($id: ID!) {\n    reconciliation(id: $id) {\n      status statementTotal hubTotal closedAt\n      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution needsApproval } }\n      steps { action note }\n    }\n  }\n"): typeof import('./graphql.ts').DayWithPayoutsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CreditsOfPayouts { accountCredits(first: 100) { nodes { id amount state } } }\n"): typeof import('./graphql.ts').CreditsOfPayoutsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PayoutOfBatches($credit: ID!, $batches: [ID!]!) {\n    assignCreditToBatches(credit: $credit, batches: $batches, note: \"đã hỏi VNPAY\") { credit { state proposedBy proposedBatches { id } batches { id } } userErrors { code field } }\n  }\n"): typeof import('./graphql.ts').PayoutOfBatchesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolvePayout($id: ID!, $resolution: DiscrepancyResolution!) {\n    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: \"phí chuyển tiền\") { discrepancy { resolution } userErrors { code } }\n  }\n"): typeof import('./graphql.ts').ResolvePayoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OwnPayout($id: ID!) {\n    assignDiscrepancy(discrepancy: $id, owner: \"ke-toan-01\", note: \"theo dõi\") { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').OwnPayoutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClosePayoutDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }\n"): typeof import('./graphql.ts').ClosePayoutDayDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DossierChanged($unit: ID, $dossier: ID) {\n    dossierChanged(unit: $unit, dossier: $dossier) { code status version applicant { fullName } amountPaid payments { status } }\n  }\n"): typeof import('./graphql.ts').DossierChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PaymentChanged($payment: ID!) {\n    paymentChanged(payment: $payment) { reference status dossier { code } }\n  }\n"): typeof import('./graphql.ts').PaymentChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ConnectorChanged {\n    connectorChanged { id state }\n  }\n"): typeof import('./graphql.ts').ConnectorChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseForListeners($id: ID!) {\n    pauseConnector(id: $id) { connector { id state } }\n  }\n"): typeof import('./graphql.ts').PauseForListenersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PayForListeners($input: CreatePaymentInput!) {\n    createPayment(input: $input) { payment { id reference status } userErrors { code message field } }\n  }\n"): typeof import('./graphql.ts').PayForListenersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestForListeners($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) { results { outcome dossier { id code version } userErrors { code field message } } }\n  }\n"): typeof import('./graphql.ts').IngestForListenersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Worklist($filter: DossierFilter, $first: Int, $after: String) {\n    dossiers(filter: $filter, first: $first, after: $after) {\n      nodes {\n        id\n        code\n        status\n        timeliness\n        submittedAt\n        dueAt\n        procedure { code name }\n        receivingUnit { code name }\n        applicant { id fullName maskedNationalId }\n        amountDue\n        amountPaid\n        payments { reference provider status amount }\n        synchronizations { operation sequence state }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').WorklistDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Ingest($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IngestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Synchronizations($code: String!) {\n    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }\n  }\n"): typeof import('./graphql.ts').SynchronizationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl merchant { code } }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').CreatePaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payment($reference: String!) {\n    payment(reference: $reference) {\n      status\n      paidAt\n      providerTransactionId\n      entries { account debit credit }\n      dossier { code amountDue amountPaid }\n    }\n  }\n"): typeof import('./graphql.ts').PaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliations {\n        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection\n        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }\n      }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').ReconcileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Connectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n    synchronizationProblems { errorCode message advice count units oldest }\n  }\n"): typeof import('./graphql.ts').ConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      name\n      indicators(period: { from: $from, to: $to }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossierCodes {\n    dossiers { nodes { code } }\n  }\n"): typeof import('./graphql.ts').DossierCodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossierCount {\n    dossiers(first: 1) { totalCount }\n  }\n"): typeof import('./graphql.ts').DossierCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProcedureCodes {\n    procedures { code }\n  }\n"): typeof import('./graphql.ts').ProcedureCodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IngestWithEvents($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected unusualSteps\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version status events { id at status actor unusual note } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IngestWithEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveRuleChange($change: ID!, $approve: Boolean!) {\n    approveRuleChange(change: $change, approve: $approve) { change { approved decidedBy } userErrors { code field message } }\n  }\n"): typeof import('./graphql.ts').ApproveRuleChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundForEReceipt($payment: ID!, $amount: Vnd, $key: ID!) {\n    refundPayment(payment: $payment, reason: \"nộp nhầm\", idempotencyKey: $key, amount: $amount) { userErrors { code } }\n  }\n"): typeof import('./graphql.ts').RefundForEReceiptDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NodeOfDossier($dossier: ID!) {\n      node(id: $dossier) { __typename id ... on Dossier { code applicant { fullName } amountDue } }\n    }\n  "): typeof import('./graphql.ts').NodeOfDossierDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NodeOfPayment($payment: ID!) {\n      node(id: $payment) { __typename id ... on Payment { reference payer { fullName } dossier { code amountDue } } }\n    }\n  "): typeof import('./graphql.ts').NodeOfPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NodeOfSynchronization($synchronization: ID!) {\n      node(id: $synchronization) {\n        __typename id ... on Synchronization { subject operation unit { name } dossier { code applicant { fullName } } }\n      }\n    }\n  "): typeof import('./graphql.ts').NodeOfSynchronizationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NodeOfReconciliation($reconciliation: ID!) {\n      node(id: $reconciliation) {\n        __typename id ... on Reconciliation { status merchant { code } discrepancies { nodes { kind } } }\n      }\n    }\n  "): typeof import('./graphql.ts').NodeOfReconciliationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NodeOfDiscrepancy($discrepancy: ID!) {\n      node(id: $discrepancy) { __typename id ... on Discrepancy { kind reference detail payment { id } } }\n    }\n  "): typeof import('./graphql.ts').NodeOfDiscrepancyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NodeOfCitizen($citizen: ID!) {\n      node(id: $citizen) { __typename id ... on Citizen { fullName dossiers { nodes { code } } } }\n    }\n  "): typeof import('./graphql.ts').NodeOfCitizenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsLastPage {\n        dossiers(filter: { channels: [ONLINE], statuses: [RETURNED, RESOLVED] }, orderBy: DUE_AT_ASC, last: 7) {\n          totalCount\n          pageInfo { hasNextPage hasPreviousPage }\n          nodes { code dueAt amountDue }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsLastPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsConditions($dossier: ID!, $payment: ID!, $yes: Boolean!, $no: Boolean = false) {\n        first: node(id: $dossier) {\n          ...Any\n          ... on Dossier { due: amountDue paid: amountPaid @include(if: $yes) payments @include(if: $no) { id } }\n        }\n        second: node(id: $payment) {\n          ...Any\n          ... on Payment { of: dossier { number: code who: applicant @skip(if: $yes) { fullName } due: amountDue } }\n        }\n        third: dossier(id: $dossier) { ...One @skip(if: $no) ...Two @include(if: $no) }\n      }\n      fragment Any on Node { __typename id }\n      fragment One on Dossier { synchronizations { connector { id } state } }\n      fragment Two on Dossier { applicant { fullName } }\n    "): typeof import('./graphql.ts').FormsConditionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsPayments {\n        payments(first: 30, orderBy: CREATED_AT_ASC) {\n          totalCount\n          nodes {\n            reference status amount merchant { code unit { name kind } } payer { fullName nationalId } entries { account debit credit }\n            dossier { code status procedure { name } handlingUnit { name } fees { amount } amountDue summary }\n          }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsReconciliation($reconciliation: ID!) {\n        reconciliation(id: $reconciliation) {\n          provider businessDate status statementRows matched discrepancyCount statementTotal hubTotal\n          merchant { code unit { name } }\n          discrepancies(open: true) { totalCount nodes { id kind reference hubAmount statementAmount detail payment { id } } }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsReconciliationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsConnectors {\n        connectors { id kind state pending parked oldestPendingAt lastError }\n        synchronizations(states: [PENDING, RETRYING, PARKED], first: 20) {\n          totalCount\n          nodes { subject operation state unit { name } dossier { code status procedure { name } applicant { fullName } } }\n        }\n        synchronizationProblems { errorCode count units }\n      }\n    "): typeof import('./graphql.ts').FormsConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsCitizen($citizen: ID!) {\n        citizen(id: $citizen, purpose: \"đối chiếu\") {\n          id fullName nationalId maskedNationalId\n          dossiers(first: 3) { totalCount nodes { code amountDue applicant { fullName } } }\n          payments { totalCount nodes { reference dossier { code } } }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsCitizenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsViewer {\n        viewer {\n          subject roles unit { code }\n          citizen {\n            fullName nationalId\n            accessLog { totalCount nodes { id actor purpose fields at } }\n            dossiers { nodes { code amountDue payments { reference } } }\n            payments { nodes { reference status } }\n          }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FormsOfficer { viewer { subject roles unit { name } citizen { id } } }"): typeof import('./graphql.ts').FormsOfficerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsNobody {\n        viewer { subject }\n        node(id: \"dos_x\") { id }\n        procedures(search: \"khai sinh\") { code name fee workingDays }\n        administrativeUnit(code: \"96\") {\n          name units { code kind receptionPoints { name } } dossiers { totalCount }\n          indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) {\n            dossiersReceived receivedOnline dossiersWithFee paidOnline onlinePaymentRate groups { code score }\n          }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsNobodyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FormsChanges { sourceChanges(source: \"test\") { cursor kind dossierCode } }"): typeof import('./graphql.ts').FormsChangesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FormsThereAndBack {\n        dossiers(first: 12) {\n          nodes {\n            code amountDue\n            payments { reference dossier { key: id amountDue amountPaid payments { status dossier { code amountDue } } } }\n            synchronizations { state dossier { code synchronizations { sequence } } }\n          }\n        }\n      }\n    "): typeof import('./graphql.ts').FormsThereAndBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FormsUnknown { dossier(code: \"H12.1-250701-9999\") { code amountDue } }"): typeof import('./graphql.ts').FormsUnknownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Rate($dossier: ID!, $rating: Int!) {\n    rateDossier(dossier: $dossier, rating: $rating) { dossier { code } userErrors { code message field } }\n  }\n"): typeof import('./graphql.ts').RateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DossiersOfFilter($filter: DossierFilter) { dossiers(filter: $filter) { nodes { code } } }"): typeof import('./graphql.ts').DossiersOfFilterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PageTooLong { dossiers(first: 101) { nodes { code } } }"): typeof import('./graphql.ts').PageTooLongDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BothEndsOfAPage { payments(first: 1, last: 2) { nodes { id } } }"): typeof import('./graphql.ts').BothEndsOfAPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CursorThatIsNone { synchronizations(after: \"x\") { nodes { id } } }"): typeof import('./graphql.ts').CursorThatIsNoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NumberThatIsNone { citizen(nationalId: \"12\", purpose: \"x\") { id } }"): typeof import('./graphql.ts').NumberThatIsNoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LookUpWithoutPurpose { citizen(nationalId: \"096885123456\", purpose: \" \") { id } }"): typeof import('./graphql.ts').LookUpWithoutPurposeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query DayThatIsNone { dossiers(filter: { submittedFrom: \"2025-02-30T00:00:00Z\" }) { nodes { code } } }\n    "): typeof import('./graphql.ts').DayThatIsNoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TwoKeys { dossier(id: \"a\", code: \"b\") { code } }"): typeof import('./graphql.ts').TwoKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query TooMuch {\n        dossiers(first: 100) { nodes { handlingUnit { dossiers(first: 100) { nodes { events { id } payments { id } } } } } }\n      }\n    "): typeof import('./graphql.ts').TooMuchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PaymentOfUnknown {\n        createPayment(input: { dossier: \"x\", provider: CASH, idempotencyKey: \"1\" }) { payment { id } userErrors { code message field } }\n      }\n    "): typeof import('./graphql.ts').PaymentOfUnknownDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation PauseOfNone { pauseConnector(id: \"x\") { connector { id state } userErrors { code message field } } }\n    "): typeof import('./graphql.ts').PauseOfNoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation Refund($payment: ID!) {\n        refundPayment(payment: $payment, reason: \"x\", amount: 999999999, idempotencyKey: \"1\") { payment { id } userErrors { code message field } }\n      }\n    "): typeof import('./graphql.ts').RefundDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation Verify($citizen: ID!) {\n        verifyCitizen(citizen: $citizen, purpose: \"x\") { citizen { id } userErrors { code message field } }\n      }\n    "): typeof import('./graphql.ts').VerifyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation Move($dossier: ID!) {\n        moveDossier(input: { dossier: $dossier, to: REFUSED }) { dossier { id } userErrors { code message field } }\n      }\n    "): typeof import('./graphql.ts').MoveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenPayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl qrPayload external merchant { code } paidAt expiresAt entries { account debit credit } }\n      userErrors { code field }\n    }\n  }\n"): typeof import('./graphql.ts').OpenPaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuarterFigures($unit: ID!) {\n    administrativeUnit(code: $unit) {\n      indicators(period: { from: \"2025-07-01\", to: \"2025-09-30\" }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate digitizedResultRate satisfactionRate\n      }\n    }\n  }\n"): typeof import('./graphql.ts').QuarterFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterSource($input: RegisterSourceInput!) {\n    registerSource(input: $input) {\n      source { name mode url active unit { code } connector { id kind } createdBy changedBy previousSecretUntil }\n      secret\n      userErrors { code field message }\n    }\n  }\n"): typeof import('./graphql.ts').RegisterSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveForSource($input: MoveDossierInput!) {\n    moveDossier(input: $input) { dossier { id version status } userErrors { code message field } }\n  }\n"): typeof import('./graphql.ts').MoveForSourceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DossierForSource($code: String!) {\n    dossier(code: $code) { id version status rating events { status note } synchronizations { sequence operation state connector { id } } }\n  }\n"): typeof import('./graphql.ts').DossierForSourceDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
