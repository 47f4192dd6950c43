import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ConsoleOptions, createConsole } from '../../src/console/console.ts';
import type { RuleChange } from '../../src/console/operations.rules.ts';
import type {
  Balance,
  Connector,
  DayOfMoney,
  DayUnit,
  Differences,
  Exception,
  Exceptions,
  Extras,
  Indicators,
  OnboardingItem,
  Problem,
  ReportingSwitch,
  Source,
  Synchronization,
  UnitFigures,
  Watch,
} from '../../src/console/operations.ts';
import { answerMoney, type FakeMoney, noMoney } from './console.money.ts';

export const OPERATOR_TOKEN = 'operator.token.signature';
export const DAY = '2025-09-30';

export function indicators(over: Partial<Indicators> = {}): Indicators {
  return {
    asOf: new Date().toISOString(),
    dossiersReceived: 100,
    dossiersReceivedAtCommunes: 100,
    receivedOnline: 80,
    dossiersWithFee: 50,
    paidOnline: 40,
    onlineFilingRate: 0.8,
    onlinePaymentRate: 0.8,
    resolvedOnTimeRate: 0.95,
    satisfactionRate: 0.97,
    ...over,
  };
}

export function unit(code: string, name: string, over: Partial<UnitFigures> = {}): UnitFigures {
  return { code, name, kind: code.startsWith('96-D') ? 'DEPARTMENT' : 'COMMUNE', indicators: indicators(), ...over };
}

export function connector(id: string, over: Partial<Connector> = {}): Connector {
  return { id, kind: 'PAYMENT', state: 'UP', pending: 0, parked: 0, oldestPendingAt: null, lastSuccessAt: null, lastError: null, ...over };
}

export function synchronization(subject: string, over: Partial<Synchronization> = {}): Synchronization {
  return {
    id: `id-${subject}`,
    connector: { id: 'national-portal' },
    subject,
    unit: { name: 'Xã Đất Mũi' },
    operation: 'DongBoHoSoMC',
    sequence: 1,
    state: 'PENDING',
    attempts: 0,
    requestedAt: '2025-09-30T08:00:00+07:00',
    nextAttemptAt: null,
    errorCode: null,
    lastError: null,
    ...over,
  };
}

export function balance(over: Partial<Balance> = {}): Balance {
  return {
    id: 'r1',
    provider: 'VNPAY',
    merchant: { id: 'm1', code: 'CAMAU01', name: 'Cà Mau', unit: { name: 'Tỉnh Cà Mau' } },
    status: 'DISCREPANT',
    statementVersion: 2,
    statementRows: 120,
    matched: 118,
    hubTotal: 5_000_000,
    statementTotal: 4_950_000,
    discrepancyCount: 3,
    open: { totalCount: 1 },
    rejection: null,
    closedAt: null,
    ...over,
  };
}

export function exception(over: Partial<Exception> = {}): Exception {
  return {
    id: 'x1',
    kind: 'MISSING_AT_PROVIDER',
    detail: 'Trung tâm đã ghi nhận 50.000 đ trong ngày nhưng sao kê không có dòng nào.',
    reference: 'CMAU0001',
    hubAmount: 50_000,
    statementAmount: null,
    resolution: null,
    resolvedBy: null,
    resolvedAt: null,
    approvedBy: null,
    note: null,
    owner: null,
    needsApproval: false,
    payment: { id: 'p1', dossier: { code: 'H12.64-250929-0003' } },
    ...over,
  };
}

/** A graph of invented data that tests change as they go. */
export interface FakeGraph {
  query: ConsoleOptions['query'];
  /** Every operation that was asked, by its name, with its variables and token. */
  asked: { operation: string; variables: Record<string, unknown>; token: string | undefined; language: string }[];
  roles: string[];
  connectors: Connector[];
  problems: Problem[];
  synchronizations: Synchronization[];
  watch: Watch;
  /** The day of the unit that is asked for. */
  day: DayUnit['dayList'];
  onboarding: OnboardingItem[];
  switches: ReportingSwitch[];
  differences: Differences['nodes'];
  extras: Extras['nodes'];
  sources: Source[];
  rules: RuleChange[];
  /** The unit of who looks; null: none bounds them. */
  unit: string | null;
  balances: Balance[];
  missing: DayOfMoney['missingStatements'];
  exceptions: Exception[];
  money: FakeMoney;
  province: UnitFigures;
  units: UnitFigures[];
  retried: number;
  /** By operation: the error that it is answered with in place of data. */
  errors: Record<string, { message: string; code: string }>;
  /** By operation: the user error of a mutation. */
  refusals: Record<string, string>;
}

/** Answers the console's own operations as the hub would: only with a valid token, but figures for everyone. */
export function createFakeGraph(): FakeGraph {
  const graph: FakeGraph = {
    asked: [],
    roles: ['OPERATOR'],
    connectors: [connector('national-portal', { kind: 'NATIONAL_PORTAL' }), connector('vnpay')],
    problems: [],
    synchronizations: [],
    watch: { connectors: [], alerts: [], resends: [], comparisonSummaries: [] },
    day: null,
    onboarding: [],
    switches: [],
    differences: [],
    extras: [],
    sources: [],
    rules: [],
    unit: null,
    balances: [],
    missing: [],
    exceptions: [],
    money: noMoney(),
    province: unit('96', 'Tỉnh Cà Mau', { kind: 'PROVINCE' }),
    units: [unit('32248', 'Xã Đất Mũi'), unit('96-D01', 'Sở Nội vụ')],
    retried: 0,
    errors: {},
    refusals: {},
    query: async ({ query, variables = {}, token, language }) => {
      const operation = /(?:query|mutation) Console(\w+)/.exec(query)?.[1] ?? '';
      graph.asked.push({ operation, variables, token, language });
      const refused =
        operation !== 'Figures' && token !== OPERATOR_TOKEN ? { message: 'Cần đăng nhập.', code: 'UNAUTHENTICATED' } : undefined;
      const error = graph.errors[operation] ?? refused;
      if (error !== undefined) return { data: null, errors: [{ message: error.message, extensions: { code: error.code } }] };
      return { data: structuredClone(answer(graph, operation, variables)) };
    },
  };
  return graph;
}

function answer(graph: FakeGraph, operation: string, variables: Record<string, unknown>): unknown {
  const page = (state: string) => {
    const nodes = graph.synchronizations.filter((synchronization) => synchronization.state === state);
    return { totalCount: nodes.length, nodes: nodes.slice(0, Number(variables['first'])) };
  };
  const { problems } = graph;
  if (operation === 'Viewer') return { viewer: { subject: 'van-hanh-01', roles: graph.roles, unit: graph.unit && { code: graph.unit } } };
  if (operation === 'Day') return { administrativeUnit: dayOf(graph, String(variables['unit'])) };
  if (operation === 'Watch') return graph.watch;
  if (operation === 'Connectors') return { connectors: graph.connectors };
  if (operation === 'Stuck') {
    return { synchronizationProblems: problems, parked: page('PARKED'), retrying: page('RETRYING'), pending: page('PENDING') };
  }
  if (operation === 'GoLiveOnboarding') return { onboarding: graph.onboarding };
  if (operation === 'GoLiveSwitches') return { reportingSwitches: graph.switches };
  if (operation === 'GoLiveDifferences') return { comparisons: { totalCount: graph.differences.length, nodes: graph.differences } };
  if (operation === 'GoLiveExtras') return { portalExtras: { totalCount: graph.extras.length, nodes: graph.extras } };
  if (operation === 'GoLiveSources') return { sources: graph.sources };
  if (operation === 'Rules') return { ruleChanges: graph.rules };
  if (operation === 'Balances') {
    const file = (form: string) => `http://hub.invalid/payments/reports/sealed.${form}`;
    return { reconciliations: graph.balances, missingStatements: graph.missing, workbook: file('xlsx'), csv: file('csv') };
  }
  if (operation === 'Exceptions') return { reconciliation: exceptionsOf(graph, String(variables['id'])) };
  if (operation === 'Figures') return { administrativeUnit: { ...graph.province, units: graph.units } };
  return answerMoney(graph.money, operation, variables) ?? { change: change(graph, operation, variables) };
}

function exceptionsOf({ balances, exceptions }: FakeGraph, id: string): Exceptions | null {
  const found = balances.find((balance) => balance.id === id);
  if (found === undefined) return null;
  const { provider, merchant, status, closedAt } = found;
  return {
    id,
    provider,
    merchant,
    status,
    closedAt,
    businessDate: DAY,
    discrepancies: { totalCount: exceptions.length, nodes: exceptions },
  };
}

function dayOf(graph: FakeGraph, code: string): DayUnit | null {
  const found = [graph.province, ...graph.units].find((each) => each.code === code);
  return found === undefined ? null : { code, name: found.name, dayList: graph.day };
}

function change(graph: FakeGraph, operation: string, variables: Record<string, unknown>): unknown {
  const refusal = graph.refusals[operation];
  if (refusal !== undefined) return { retried: 0, userErrors: [{ code: 'NOT_FOUND', message: refusal }] };
  if (operation === 'DecideRule') graph.rules = graph.rules.filter(({ id }) => id !== variables['id']);
  if (operation === 'SetReporting') {
    const set = graph.switches.find(({ unit: { code } }) => code === variables['unit']);
    if (set !== undefined) set.mode = variables['mode'] as ReportingSwitch['mode'];
  }
  const exception = graph.exceptions.find(({ id }) => id === variables['id']);
  if (operation === 'Resolve' && exception !== undefined)
    Object.assign(exception, { resolution: variables['resolution'], note: variables['note'], resolvedBy: 'ke-toan-01' });
  if (operation === 'Approve' && exception !== undefined)
    Object.assign(exception, variables['approve'] ? { approvedBy: 'ke-toan-02' } : { resolution: null });
  const changed = graph.connectors.find(({ id }) => id === variables['id']);
  if (changed !== undefined) changed.state = operation === 'Pause' ? 'PAUSED' : 'UP';
  return { retried: graph.retried, userErrors: [] };
}

/** A console that listens, and what of its requests it did not take for its own or failed at. */
export interface ServedConsole {
  url: string;
  port: number;
  failures: unknown[];
  stop(): Promise<void>;
}

/** Serves a console over this graph: as in the sandbox, unless told otherwise. */
export async function serveConsole(
  query: ConsoleOptions['query'],
  over: Partial<ConsoleOptions> & { port?: number } = {},
): Promise<ServedConsole> {
  const { port = 0, ...options } = over;
  const handler = createConsole({ query, guestToken: async () => OPERATOR_TOKEN, mode: 'sandbox', today: () => DAY, ...options });
  const failures: unknown[] = [];
  const server: Server = createServer((request, response) => {
    handler(request, response).then(
      (taken) => taken || response.writeHead(404, { 'x-other': 'yes' }).end(),
      (error: unknown) => {
        failures.push(error);
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    failures,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
