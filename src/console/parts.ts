import { createHash } from 'node:crypto';
import { connectorsView } from './connectors.view.ts';
import { creditsView } from './credits.view.ts';
import { dayView } from './day.view.ts';
import { exceptionsView } from './exceptions.view.ts';
import { figuresView } from './figures.view.ts';
import { differencesView, extrasView, onboardingView, sourcesView, switchesView } from './go-live.view.ts';
import { type Html, html } from './html.ts';
import { batchesView, cashView, filesView } from './money.view.ts';
import type { SessionKind } from './overview.ts';
import type { Page } from './pages.ts';
import { receiptsView, refundsView } from './receipts.view.ts';
import { balancesView } from './reconciliation.view.ts';
import { repeatsView } from './repeats.view.ts';
import { rulesView } from './rules.view.ts';
import type { Scene } from './scene.ts';
import { stuckView } from './stuck.view.ts';
import { newsOf, summaryView } from './summary.view.ts';
import { unitsView } from './units.view.ts';
import { addressOf } from './view-state.ts';
import { watchView } from './watch.view.ts';

type View = (scene: Scene) => Html;

/** The sections of each page, in their order. */
const SECTIONS = {
  operations: { day: dayView, connectors: connectorsView, stuck: stuckView, watch: watchView, figures: figuresView, units: unitsView },
  reconciliation: { balances: balancesView, exceptions: exceptionsView },
  money: {
    credits: creditsView,
    batches: batchesView,
    cash: cashView,
    files: filesView,
    receipts: receiptsView,
    refunds: refundsView,
    repeats: repeatsView,
  },
  'go-live': {
    onboarding: onboardingView,
    switches: switchesView,
    differences: differencesView,
    extras: extrasView,
    sources: sourcesView,
    rules: rulesView,
  },
} satisfies Record<Page, Readonly<Record<string, View>>>;

type NamesIn<P extends Page> = keyof (typeof SECTIONS)[P];
export type SectionName = { [P in Page]: NamesIn<P> }[Page];
export type PartName = SectionName | 'session' | 'summary';

/** What stands at the head of every page, and the sections of this one. */
function viewsOf(page: Page): [PartName, View][] {
  return [['session', sessionView], ['summary', summaryView], ...(Object.entries(SECTIONS[page]) as [SectionName, View][])];
}

/** The sections of a page, by name. */
export function sectionsOf(page: Page): readonly SectionName[] {
  return Object.keys(SECTIONS[page]) as SectionName[];
}

/** A part of the page that is refreshed on its own. */
export interface Part {
  html: Html;
  /** Tells this content from any other: a browser that has it need not be sent it again. */
  tag: string;
}

export type Parts = ReadonlyMap<PartName, Part>;

/** What the page's script is sent; parts that it has already are left out. */
export interface PartsAnswer {
  /** The time of day, as it is shown. */
  at: string;
  session: SessionKind;
  /** What those who hear the page are told when it changes. */
  news: string;
  parts: Partial<Record<PartName, { tag: string; html: string }>>;
}

export function renderParts(scene: Scene): Parts {
  return new Map(
    viewsOf(scene.state.page).map(([name, view]) => {
      const content = view(scene);
      return [name, { html: content, tag: createHash('sha256').update(content.toString()).digest('base64url').slice(0, 12) }];
    }),
  );
}

/** `have` names what the browser shows, as `<part>.<tag>` joined by commas. */
export function answerParts(scene: Scene, have: string): PartsAnswer {
  const known = new Set(have.split(','));
  const changed = [...renderParts(scene)].filter(([name, { tag }]) => !known.has(`${name}.${tag}`));
  return {
    at: scene.formats.clock(scene.overview.at),
    session: scene.overview.session.kind,
    news: newsOf(scene),
    parts: Object.fromEntries(changed.map(([name, part]) => [name, { tag: part.tag, html: part.html.toString() }])),
  };
}

/** Who looks, and the languages: their addresses keep what is looked at. */
function sessionView({ t, state, overview }: Scene): Html {
  const { kind, subject, roles } = overview.session;
  const who = kind === 'guest' ? t('session.guest') : (subject ?? t('session.out'));
  return html`<p class="who"><span>${who}</span>${roles.length > 0 && html` <span class="roles">${roles.join(', ')}</span>`}${
    kind === 'signed-in' && html` <button id="sign-out" type="button">${t('session.signOut')}</button>`
  }${kind === 'guest' && html` <button id="sign-in-open" type="button">${t('session.signIn')}</button>`}</p>
<nav class="language" aria-label="${t('page.language')}">${LANGUAGES.map(
    ({ code, name }) =>
      html`<a href="${addressOf(state, { lang: code })}" lang="${code}" hreflang="${code}" ${code === state.language && html`aria-current="true"`}>${name}</a> `,
  )}</nav>`;
}

const LANGUAGES = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
] as const;
