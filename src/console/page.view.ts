import { type Html, html } from './html.ts';
import { type PartName, type Parts, renderParts } from './parts.ts';
import type { Scene } from './scene.ts';
import { newsOf } from './summary.view.ts';

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
  const title = `${mode === 'production' ? '' : `[${t(`mode.${mode}`)}] `}${t('page.title')} – ${t('page.name')}`;
  return html`<!doctype html>
<html lang="${state.language}" data-session="${scene.overview.session.kind}">
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
${scene.overview.session.kind !== 'guest' && signIn(scene)}
<section id="summary" class="summary" aria-label="${t('summary.title')}">${part(parts, 'summary')}
<p class="updated">${t('page.updated')} <time id="updated">${scene.formats.clock(scene.overview.at)}</time></p></section>
${SECTIONS.map(
  (name) => html`<section id="${name}" aria-labelledby="${name}-title">${part(parts, name)}</section>
`,
)}</main>
<p id="news" class="heard" aria-live="polite" data-news="${newsOf(scene)}"></p>
</body>
</html>
`;
}

const SECTIONS = ['day', 'connectors', 'stuck', 'watch', 'figures', 'units'] as const satisfies readonly PartName[];

function part(parts: Parts, name: PartName): Html {
  return html`<div data-part="${name}" data-tag="${parts[name].tag}">${parts[name].html}</div>`;
}

function header(scene: Scene, parts: Parts): Html {
  const { t, formats, mode } = scene;
  return html`<header class="top">
<div class="brand"><h1>${t('page.name')}</h1><p>${t('page.title')}</p></div>
<dl class="day"><dt>${t('page.businessDay')}</dt><dd><time datetime="${scene.today}">${formats.weekday(scene.today)}</time></dd></dl>
${part(parts, 'session')}
<nav class="sections" aria-label="${t('page.sections')}">
<a href="#day">${t('day.title')}</a> <a href="#connectors">${t('connectors.title')}</a> <a href="#stuck">${t('stuck.title')}</a> <a href="#watch">${t('watch.title')}</a> <a href="#figures">${t('figures.short')}</a> <a href="#units">${t('units.title')}</a></nav>
<nav class="tools" aria-label="${t('page.tools')}">
${mode === 'sandbox' && html`<a href="/graphql">${t('page.explorer')}</a>`} <a href="/health/ready">${t('page.ready')}</a> <a href="/metrics">${t('page.metrics')}</a></nav>
</header>`;
}

/** Shown by the script, which keeps the token; the field has no name, so no form ever carries it. */
function signIn({ t }: Scene): Html {
  return html`<noscript><p class="note">${t('session.noscript')}</p></noscript>
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
