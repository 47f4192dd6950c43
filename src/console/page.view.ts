import { type Html, html } from './html.ts';
import { PAGES, type Page } from './pages.ts';
import { type PartName, type Parts, renderParts, type SectionName, sectionsOf } from './parts.ts';
import type { Scene } from './scene.ts';
import { newsOf } from './summary.view.ts';
import type { TextKey } from './texts.ts';
import { addressOf } from './view-state.ts';

/** What came of a change that was sent as a plain form. */
export interface Notice {
  good: boolean;
  text: string;
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23173a5e'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.6'/%3E%3C/svg%3E";

/** The whole page as it is first painted: complete and usable without its script. */
export function pageView(scene: Scene, notice: Notice | undefined): Html {
  const { t, state, mode } = scene;
  const parts = renderParts(scene);
  const title = `${mode === 'production' ? '' : `[${t(`mode.${mode}`)}] `}${t(`page.${state.page}`)} – ${t('page.name')}`;
  return html`<!doctype html>
<html lang="${state.language}" data-page="${state.page}" data-session="${scene.overview.session.kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/console/console.css">
<script type="module" src="/console/page.js"></script>
</head>
<body>
<a class="skip" href="#main">${t('page.skip')}</a>
${mode !== 'production' && html`<p class="mode"><strong>${t(`mode.${mode}`)}</strong> ${t(`mode.${mode}.hint`)}</p>`}
${header(scene, parts)}
<div id="lost" class="lost" role="alert" data-said="${t('page.lost')}" data-since="${t('page.lostSince')}" data-retry="${t('page.lostRetry')}"></div>
<main id="main" tabindex="-1">
<noscript><p class="note">${t('page.noscript')}</p></noscript>
<p id="notice" class="notice" role="status" data-good="${notice?.good === false ? 'no' : 'yes'}">${notice?.text}</p>
${signIn(scene)}
<section id="summary" class="summary" aria-label="${t('summary.title')}">${part(parts, 'summary')}
<p class="updated">${t('page.updated')} <time id="updated">${scene.formats.clock(scene.overview.at)}</time></p></section>
${sectionsOf(state.page).map(
  (name) => html`<section id="${name}" aria-labelledby="${name}-title">${part(parts, name)}</section>
`,
)}</main>
<p id="news" class="heard" aria-live="polite" data-news="${newsOf(scene)}"></p>
</body>
</html>
`;
}

function part(parts: Parts, name: PartName): Html {
  const { tag, html: content } = parts.get(name) ?? { tag: '', html: html`` };
  return html`<div data-part="${name}" data-tag="${tag}">${content}</div>`;
}

/** How each section is called at the page's head. */
const SECTION_TITLES: Readonly<Partial<Record<SectionName, TextKey>>> = { figures: 'figures.short' };

function header(scene: Scene, parts: Parts): Html {
  const { t, formats, mode } = scene;
  return html`<header class="top">
<div class="brand"><h1>${t('page.name')}</h1><p>${t(`page.${scene.state.page}`)}</p></div>
<dl class="day"><dt>${t('page.businessDay')}</dt><dd><time datetime="${scene.today}">${formats.weekday(scene.today)}</time></dd></dl>
${part(parts, 'session')}
<nav class="pages" aria-label="${t('page.pages')}">${PAGES.map((page) => pageLink(scene, page))}</nav>
<nav class="sections" aria-label="${t('page.sections')}">${sectionsOf(scene.state.page).map((name) => html`<a href="#${name}">${t(SECTION_TITLES[name] ?? (`${name}.title` as TextKey))}</a> `)}</nav>
<nav class="tools" aria-label="${t('page.tools')}">
${mode === 'sandbox' && html`<a href="/graphql">${t('page.explorer')}</a>`} <a href="/health/ready">${t('page.ready')}</a> <a href="/metrics">${t('page.metrics')}</a></nav>
</header>`;
}

function pageLink({ t, state }: Scene, page: Page): Html {
  return html`<a href="${addressOf({ ...state, page, of: undefined })}" ${page === state.page && html`aria-current="page"`}>${t(`page.${page}`)}</a> `;
}

/** Shown by the script, which keeps the token; the field has no name, so no form ever carries it. */
function signIn({ t, overview }: Scene): Html {
  return html`${overview.session.kind !== 'guest' && html`<noscript><p class="note">${t('session.noscript')}</p></noscript>`}
<section id="sign-in" class="sign-in" aria-labelledby="sign-in-title" hidden>
<h2 id="sign-in-title">${t('session.title')}</h2>
<p>${t('session.why')}</p>
<form id="sign-in-form"><label for="token">${t('session.token')}</label>
<input id="token" type="password" autocomplete="off" spellcheck="false" required aria-describedby="token-kept">
<button>${t('session.signIn')}</button></form>
<p id="token-kept" class="muted">${t('session.kept')}</p>
<p id="sign-in-refused" class="bad" role="alert" data-said="${t('session.refused')}"></p>
</section>`;
}
