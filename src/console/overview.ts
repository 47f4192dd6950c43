import { businessNow } from './business-time.ts';
import { type FiguresAnswer, type FiguresCache, PROVINCE } from './figures.ts';
import { type Asker, ask, type GraphAnswer, type GraphProblem, type GraphQuery } from './graph.ts';
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
    identity.token === undefined ? NOTHING : readWatched(sources.query, asker, { guest: identity.guest, unit: state.unit }),
    sources.figures.read(state.quarter, state.language),
  ]);
  return { ...watched, figures, at, now: businessNow(sources.today(), at) };
}

type Watched = Pick<Overview, 'session' | 'connectors' | 'stuck' | 'watch' | 'day'>;

const UNASKED = { data: undefined, problem: undefined };
const NOTHING: Watched = {
  session: { kind: 'signed-out', subject: undefined, roles: [] },
  connectors: UNASKED,
  stuck: UNASKED,
  watch: UNASKED,
  day: UNASKED,
};

async function readWatched(
  query: GraphQuery,
  asker: Asker,
  { guest, unit }: { guest: boolean; unit: string | undefined },
): Promise<Watched> {
  const asViewer = ask(query, VIEWER, { ...asker, variables: {} });
  // Unless another is chosen, the reader's own.
  const ofDay = async () => {
    const own = (await asViewer).data?.viewer?.unit?.code;
    return ask(query, DAY, { ...asker, variables: { unit: unit ?? own ?? PROVINCE } });
  };
  const [viewer, connectors, stuck, watch, day] = await Promise.all([
    asViewer,
    ask(query, CONNECTORS, { ...asker, variables: {} }),
    ask(query, STUCK, { ...asker, variables: { first: LISTED } }),
    ask(query, WATCH, { ...asker, variables: {} }),
    ofDay(),
  ]);
  if ([viewer, connectors, stuck].some(({ problem }) => problem?.code === 'UNAUTHENTICATED')) return refusedSession(connectors.problem);
  const seen = viewer.data?.viewer ?? undefined;
  return {
    session: { kind: guest ? 'guest' : 'signed-in', subject: seen?.subject, roles: seen?.roles ?? [] },
    connectors: { data: connectors.data?.connectors, problem: connectors.problem },
    stuck: { data: stuck.data && arrange(stuck.data), problem: stuck.problem },
    watch: { data: watch.data, problem: watch.problem },
    day: { data: day.data?.administrativeUnit, problem: day.problem },
  };
}

function refusedSession(problem: GraphProblem | undefined): Watched {
  const told = { data: undefined, problem };
  return { session: { kind: 'refused', subject: undefined, roles: [] }, connectors: told, stuck: told, watch: told, day: told };
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
