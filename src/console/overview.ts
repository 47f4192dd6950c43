import { businessNow } from './business-time.ts';
import { type FiguresAnswer, type FiguresCache, PROVINCE } from './figures.ts';
import { type GoLive, readGoLive } from './go-live.ts';
import { type Asker, ask, type GraphAnswer, type GraphProblem, type GraphQuery } from './graph.ts';
import { type Money, readMoney } from './money.ts';
import {
  CONNECTORS,
  type Connector,
  DAY,
  type DayUnit,
  type Problem,
  STUCK,
  type StuckAnswer,
  type Synchronization,
  VIEWER,
  WATCH,
  type Watch,
} from './operations.ts';
import type { Page } from './pages.ts';
import { type Reconciled, readReconciled } from './reconciliation.ts';
import type { ViewState } from './view-state.ts';

/** How many single synchronizations are listed. */
export const LISTED = 20;

/**
 * guest: nobody signed in, and the sandbox lends an operator's eyes. refused: a token was sent and the
 * graph does not accept it.
 */
export type SessionKind = 'guest' | 'signed-in' | 'signed-out' | 'refused';

export interface Session {
  kind: SessionKind;
  subject: string | undefined;
  roles: readonly string[];
  /** The unit that bounds what they see; undefined: none. */
  unit: string | undefined;
}

export interface Stuck {
  problems: readonly Problem[];
  /** Those that need a person, then those that retry, then those that wait; the newest first within each. */
  listed: readonly Synchronization[];
  parked: number;
  retrying: number;
  pending: number;
}

/** Everything that a page shows at one moment. */
export interface Overview {
  session: Session;
  connectors: GraphAnswer<readonly Connector[]>;
  stuck: GraphAnswer<Stuck>;
  watch: GraphAnswer<Watch>;
  day: GraphAnswer<DayUnit | null>;
  /** Each on its own page alone. */
  goLive: GoLive | undefined;
  reconciled: Reconciled | undefined;
  money: Money | undefined;
  figures: FiguresAnswer;
  /** The real instant; its time of day is the business clock's too. */
  at: Date;
  /** The present instant of the business clock. */
  now: Date;
}

/** Whose eyes a request looks through. */
export interface Identity {
  token: string | undefined;
  guest: boolean;
}

export interface OverviewSources {
  query: GraphQuery;
  figures: FiguresCache;
  today(): string;
}

/** Asks the graph for all parts of the page side by side; what one part can not show takes no other away. */
export async function readOverview(sources: OverviewSources, identity: Identity, state: ViewState): Promise<Overview> {
  const asker: Asker = { token: identity.token, language: state.language };
  const at = new Date();
  const [watched, figures] = await Promise.all([
    identity.token === undefined ? NOTHING : readWatched(sources.query, asker, { guest: identity.guest, state }),
    sources.figures.read(state.quarter, state.language),
  ]);
  return { ...watched, figures, at, now: businessNow(sources.today(), at) };
}

type Watched = Pick<Overview, 'session' | 'connectors' | 'stuck' | 'watch' | 'day' | 'goLive' | 'reconciled' | 'money'>;

const UNASKED = { data: undefined, problem: undefined };
const UNWATCHED = {
  connectors: UNASKED,
  stuck: UNASKED,
  watch: UNASKED,
  day: UNASKED,
  goLive: undefined,
  reconciled: undefined,
  money: undefined,
};
const NOTHING: Watched = { ...UNWATCHED, session: { kind: 'signed-out', subject: undefined, roles: [], unit: undefined } };

interface Looked {
  guest: boolean;
  state: ViewState;
}

async function readWatched(query: GraphQuery, asker: Asker, looked: Looked): Promise<Watched> {
  const asViewer = ask(query, VIEWER, { ...asker, variables: {} });
  // Unless another is chosen, the reader's own.
  const unit = async () => looked.state.unit ?? (await asViewer).data?.viewer?.unit?.code ?? PROVINCE;
  const [viewer, content] = await Promise.all([asViewer, READERS[looked.state.page](query, asker, { unit, state: looked.state })]);
  const problems = [viewer, content.connectors, content.stuck].map(({ problem }) => problem);
  const refused = problems.find((problem) => problem?.code === 'UNAUTHENTICATED');
  if (refused !== undefined) return refusedSession(refused);
  const seen = viewer.data?.viewer ?? undefined;
  const kind = looked.guest ? 'guest' : 'signed-in';
  return { ...content, session: { kind, subject: seen?.subject, roles: seen?.roles ?? [], unit: seen?.unit?.code } };
}

type Content = Omit<Watched, 'session'>;

interface Chosen {
  unit(): Promise<string>;
  state: ViewState;
}

const READERS: Readonly<Record<Page, (query: GraphQuery, asker: Asker, chosen: Chosen) => Promise<Content>>> = {
  operations: readOperations,
  reconciliation: readDay,
  money: async (query, asker, { state }) => ({ ...UNWATCHED, money: await readMoney(query, asker, state) }),
  'go-live': readOnboarding,
};

async function readOperations(query: GraphQuery, asker: Asker, { unit }: Chosen): Promise<Content> {
  const ofDay = async () => ask(query, DAY, { ...asker, variables: { unit: await unit() } });
  const [connectors, stuck, watch, day] = await Promise.all([
    ask(query, CONNECTORS, { ...asker, variables: {} }),
    ask(query, STUCK, { ...asker, variables: { first: LISTED } }),
    ask(query, WATCH, { ...asker, variables: {} }),
    ofDay(),
  ]);
  return {
    connectors: { data: connectors.data?.connectors, problem: connectors.problem },
    stuck: { data: stuck.data && arrange(stuck.data), problem: stuck.problem },
    watch: { data: watch.data, problem: watch.problem },
    day: { data: day.data?.administrativeUnit, problem: day.problem },
    goLive: undefined,
    reconciled: undefined,
    money: undefined,
  };
}

async function readDay(query: GraphQuery, asker: Asker, { state }: Chosen): Promise<Content> {
  return { ...UNWATCHED, reconciled: await readReconciled(query, asker, state) };
}

async function readOnboarding(query: GraphQuery, asker: Asker, chosen: Chosen): Promise<Content> {
  const unit = await chosen.unit();
  return { ...UNWATCHED, goLive: await readGoLive(query, asker, { unit, everywhere: unit === PROVINCE }) };
}

function refusedSession(problem: GraphProblem): Watched {
  const told = { data: undefined, problem };
  const session: Session = { kind: 'refused', subject: undefined, roles: [], unit: undefined };
  return { session, connectors: told, stuck: told, watch: told, day: told, goLive: undefined, reconciled: undefined, money: undefined };
}

function arrange(read: StuckAnswer): Stuck {
  const { parked, retrying, pending } = read;
  return {
    problems: read.synchronizationProblems,
    listed: [parked, retrying, pending].flatMap(({ nodes }) => nodes).slice(0, LISTED),
    parked: parked.totalCount,
    retrying: retrying.totalCount,
    pending: pending.totalCount,
  };
}
