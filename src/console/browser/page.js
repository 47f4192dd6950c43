// Runs in the browser as it stands: no build step. The page is whole without it; this keeps it fresh.
import { morphChildren } from './morph.js';
import { carryInto, forget, forgetAll, nameOf, refuse, settle } from './refusals.js';

const REFRESH_MS = 5_000;
const TIMEOUT_MS = 20_000;
const TOKEN = 'console-token';

const at = (id) => document.getElementById(id);
const page = document.documentElement;
/** Forms on their way. Kept here and not on the form: a refresh makes a form again as the page says it. */
const sending = new WeakSet();
let timer;
let asked = 0;
let news = at('news').dataset.news;

function head() {
  const token = sessionStorage.getItem(TOKEN);
  return { accept: 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) };
}

/** The address of this view, without what a form's redirect left in it. */
function viewSearch() {
  const search = new URLSearchParams(location.search);
  for (const name of ['notice', 'subject', 'count']) search.delete(name);
  return search;
}

const addressWith = (search) => `${location.pathname}${search.size === 0 ? '' : `?${search}`}${location.hash}`;

async function readParts() {
  const search = viewSearch();
  search.set('lang', page.lang);
  search.set('page', page.dataset.page);
  search.set('have', [...document.querySelectorAll('[data-part]')].map(({ dataset }) => `${dataset.part}.${dataset.tag}`).join());
  const response = await fetch(`/console/parts?${search}`, { headers: head(), cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

async function refresh() {
  clearTimeout(timer);
  asked += 1;
  const mine = asked;
  try {
    const answer = await readParts();
    // A later question has overtaken this one.
    if (mine !== asked) return;
    show(answer);
    at('lost').textContent = '';
  } catch (error) {
    if (mine !== asked) return;
    console.warn('The console could not be refreshed.', error);
    sayLost();
  }
  if (!document.hidden) timer = setTimeout(refresh, REFRESH_MS);
}

function sayLost() {
  const lost = at('lost');
  const { said, since, retry } = lost.dataset;
  const text = `${said} ${since} ${at('updated').textContent}. ${retry}`;
  // Said once: an alert that is written again is read out again.
  if (lost.textContent !== text) lost.textContent = text;
}

function show(answer) {
  const focused = document.activeElement?.id;
  for (const [name, { tag, html }] of Object.entries(answer.parts)) {
    const part = document.querySelector(`[data-part="${name}"]`);
    const wanted = document.createElement('template');
    wanted.innerHTML = html;
    carryInto(wanted.content);
    morphChildren(part, wanted.content);
    part.dataset.tag = tag;
  }
  settle();
  if (focused && document.activeElement?.id !== focused) at(focused)?.focus({ preventScroll: true });
  at('updated').textContent = answer.at;
  if (answer.news !== news) at('news').textContent = answer.news;
  news = answer.news;
  showSession(answer.session);
}

function showSession(session) {
  page.dataset.session = session;
  const section = at('sign-in');
  if (section === null) return;
  const signedIn = session === 'signed-in' || session === 'guest';
  const had = section.contains(document.activeElement);
  // A guest has opened it, or it is not there.
  section.hidden = session === 'signed-in' || (section.hidden && session === 'guest');
  if (section.hidden && had) at('main').focus();
  const refused = at('sign-in-refused');
  if (session === 'refused') {
    sessionStorage.removeItem(TOKEN);
    refused.textContent = refused.dataset.said;
  } else if (signedIn) refused.textContent = '';
}

function notify({ good, text }) {
  const notice = at('notice');
  notice.dataset.good = good ? 'yes' : 'no';
  notice.textContent = text;
}

/** A form that only changes what is looked at. */
function look(form) {
  history.replaceState(null, '', `${location.pathname}?${new URLSearchParams(new FormData(form))}`);
  refresh();
}

async function sendForm(form, button) {
  if (sending.has(form)) return;
  sending.add(form);
  form.setAttribute('aria-busy', 'true');
  forget(form);
  const name = nameOf(form);
  let notice;
  try {
    const body = new URLSearchParams(new FormData(form, button));
    const response = await fetch(form.action, { method: 'POST', body, headers: head(), signal: AbortSignal.timeout(TIMEOUT_MS) });
    notice = await response.json();
  } catch (error) {
    console.warn('The change could not be sent.', error);
    notice = { good: false, text: at('lost').dataset.said };
  } finally {
    sending.delete(form);
    form.removeAttribute('aria-busy');
  }
  notify(notice);
  if (!notice.good) refuse(name, notice.text);
  // What was said has been taken; the form may stand there for the next one.
  else if (nameOf(form) === name) form.reset();
  await refresh();
}

function signIn(form) {
  const field = at('token');
  const token = field.value.trim().replace(/^Bearer\s+/i, '');
  form.reset();
  if (token === '') return;
  at('sign-in-refused').textContent = '';
  sessionStorage.setItem(TOKEN, token);
  forgetAll();
  refresh();
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.target.id === 'sign-in-form') signIn(event.target);
  else if ('view' in event.target.dataset) look(event.target);
  else sendForm(event.target, event.submitter);
});

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('#sign-out')) {
    sessionStorage.removeItem(TOKEN);
    forgetAll();
    refresh();
    return;
  }
  if (target?.closest('#sign-in-open')) {
    at('sign-in').hidden = false;
    at('token').focus();
    return;
  }
  const link = target?.closest('a[data-view]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.replaceState(null, '', new URL(link.href).search || location.pathname);
  refresh();
});

document.addEventListener('visibilitychange', () => {
  if (document.hidden) clearTimeout(timer);
  else refresh();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) refresh();
});

if (location.search !== '') history.replaceState(null, '', addressWith(viewSearch()));
showSession(page.dataset.session);
if (sessionStorage.getItem(TOKEN) === null) timer = setTimeout(refresh, REFRESH_MS);
else refresh();
