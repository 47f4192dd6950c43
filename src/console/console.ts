import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Action, actionAt, perform } from './actions.ts';
import { seeOther, send, wantsJson } from './answers.ts';
import { createAssets } from './assets.ts';
import { type Done, NOTICES, type NoticeName, type Refusal, type Told } from './change.ts';
import { FiguresCache } from './figures.ts';
import { readForm } from './form.ts';
import { formatsIn } from './formats.ts';
import type { GraphQuery } from './graph.ts';
import { isSameOrigin } from './origin.ts';
import { type Identity, type OverviewSources, readOverview } from './overview.ts';
import { type Notice, pageView } from './page.view.ts';
import { pageAt } from './pages.ts';
import { answerParts } from './parts.ts';
import { type ConsoleMode, createScene, type Scene } from './scene.ts';
import { type Language, textsIn } from './texts.ts';
import { addressOf, languageIn, readViewState, type ViewState } from './view-state.ts';

export interface ConsoleOptions {
  /** Runs a query of the public graph, with a bearer token where there is one: the console is a client like any other. */
  query: GraphQuery;
  /** Sandbox and training alone: a short-lived OPERATOR token, so that a newcomer sees the page without signing in. Undefined in production. */
  guestToken: (() => Promise<string>) | undefined;
  mode: ConsoleMode;
  /** The business day (YYYY-MM-DD) from which overviews reckon. */
  today(): string;
}

/** Answers whether the request was for the console; where not, nothing was touched. */
export type ConsoleHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * The operations console for plain node:http: `GET /` and everything under `/console/`. Refusals of the
 * graph are shown; a fault of the hub itself rejects before anything was sent.
 */
export function createConsole(options: ConsoleOptions): ConsoleHandler {
  const figures = new FiguresCache(options.query);
  const sources: OverviewSources = { query: options.query, figures, today: options.today };
  const serveAsset = createAssets();
  return async (request, response) => {
    const [pathname = '/', query] = (request.url ?? '/').split('?');
    if (pathname !== '/' && pathname !== '/console' && !pathname.startsWith('/console/')) return false;
    const search = new URLSearchParams(query);
    const exchange: Exchange = {
      request,
      response,
      pathname,
      search,
      options,
      sources,
      state: stateOf(request, { pathname, search }, options),
    };
    const reading = request.method === 'GET' || request.method === 'HEAD';
    const action = actionAt(pathname);
    if (action !== undefined && request.method === 'POST') await answerAction(exchange, action);
    else if (action !== undefined || !reading) refuse(exchange, { status: 405, text: 'refusal.method' });
    else if (pageAt(pathname) !== undefined) await answerPage(exchange);
    else if (pathname === '/console/parts') await answerRefresh(exchange);
    else if (pathname === '/console' || pathname === '/console/') seeOther(response, '/');
    else if (!serveAsset(pathname.slice('/console/'.length), request, response)) refuse(exchange, { status: 404, text: 'refusal.path' });
    return true;
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pathname: string;
  readonly search: URLSearchParams;
  readonly options: ConsoleOptions;
  readonly sources: OverviewSources;
  readonly state: ViewState;
}

const LANGUAGE_COOKIE = 'console-language';
const YEAR_S = 31_536_000;

function stateOf(
  request: IncomingMessage,
  { pathname, search }: { pathname: string; search: URLSearchParams },
  options: ConsoleOptions,
): ViewState {
  const remembered = new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=(vi|en)(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  const page = pageAt(pathname);
  return readViewState(search, {
    ...(page !== undefined && { page }),
    today: options.today(),
    remembered: remembered as Language | undefined,
  });
}

async function identify({ request, options }: Exchange): Promise<Identity> {
  const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token !== undefined || options.guestToken === undefined) return { token, guest: false };
  return { token: await options.guestToken(), guest: true };
}

async function sceneOf(exchange: Exchange): Promise<Scene> {
  const { sources, state, options } = exchange;
  const overview = await readOverview(sources, await identify(exchange), state);
  return createScene({ overview, state, mode: options.mode, today: options.today() });
}

async function answerPage(exchange: Exchange, failed?: { status: number; notice: Notice }): Promise<void> {
  const { search, response, state } = exchange;
  const body = pageView(await sceneOf(exchange), failed?.notice ?? noticeIn(search, state)).toString();
  const chosen = languageIn(search);
  const cookie = chosen && `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly`;
  send(response, {
    status: failed?.status ?? 200,
    type: 'text/html',
    body,
    headers: { 'content-language': state.language, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
  });
}

async function answerRefresh(exchange: Exchange): Promise<void> {
  const answer = answerParts(await sceneOf(exchange), exchange.search.get('have') ?? '');
  send(exchange.response, { status: 200, type: 'application/json', body: JSON.stringify(answer) });
}

async function answerAction(exchange: Exchange, action: Action): Promise<void> {
  const { request, response, state, options } = exchange;
  if (!isSameOrigin(request.headers)) return refuse(exchange, { status: 403, text: 'refusal.origin' });
  const form = await readForm(request);
  if (form === undefined) return refuse(exchange, { status: 415, text: 'refusal.form' });
  const { token } = await identify(exchange);
  if (token === undefined) return refuse(exchange, { status: 401, text: 'refusal.signIn' });
  const outcome = await perform(options.query, { token, language: state.language }, { action, form });
  if ('notice' in outcome && !wantsJson(request)) return seeOther(response, addressOf(state, { ...outcome }));
  const notice = noticeOf(outcome, state.language);
  const status = 'status' in outcome ? outcome.status : 200;
  if (wantsJson(request)) send(response, { status, type: 'application/json', body: JSON.stringify(notice) });
  else await answerPage(exchange, { status, notice });
}

function noticeOf(outcome: Done | Told | Refusal, language: Language): Notice {
  if ('told' in outcome) return { good: true, text: outcome.told };
  return 'notice' in outcome ? { good: true, text: sayDone(outcome, language) } : sayRefusal(outcome, language);
}

/** The console's own refusals, before the graph was asked: a plain sentence, or a notice for the page's script. */
function refuse({ request, response, state, pathname }: Exchange, refusal: Refusal): void {
  const notice = sayRefusal(refusal, state.language);
  const allow = actionAt(pathname) === undefined ? 'GET, HEAD' : 'POST';
  const headers = refusal.status === 405 ? { headers: { allow } } : {};
  if (wantsJson(request)) send(response, { status: refusal.status, type: 'application/json', body: JSON.stringify(notice), ...headers });
  else send(response, { status: refusal.status, type: 'text/plain', body: `${notice.text}\n`, ...headers });
}

function sayDone({ notice, subject = '', count }: Done, language: Language): string {
  return textsIn(language)(`notice.${notice}`, { subject, count: count === undefined ? '' : formatsIn(language).count(Number(count)) });
}

function sayRefusal(refusal: Refusal, language: Language): Notice {
  const t = textsIn(language);
  return { good: false, text: t('notice.failed', { reason: 'text' in refusal ? t(refusal.text) : refusal.message }) };
}

/** What the redirect after a form says was done: one of the known sentences. */
function noticeIn(search: URLSearchParams, { language }: ViewState): Notice | undefined {
  const notice = (Object.keys(NOTICES) as NoticeName[]).find((name) => name === search.get('notice'));
  const holds = notice && NOTICES[notice];
  const value = holds && search.get(holds);
  if (notice === undefined || (holds !== undefined && !value) || (holds === 'count' && !/^\d{1,9}$/.test(value ?? ''))) return undefined;
  return { good: true, text: sayDone({ notice, ...(holds && { [holds]: value }) }, language) };
}
