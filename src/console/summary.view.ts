import { type Html, html } from './html.ts';
import type { Overview } from './overview.ts';
import { type Scene, whenPast } from './scene.ts';
import type { TextKey } from './texts.ts';

type Mood = 'calm' | 'watch' | 'broken' | 'unknown';

/** The state of everything in one line: what an operator looks for first. */
export function summaryView(scene: Scene): Html {
  const { t, formats, overview } = scene;
  const connectors = overview.connectors.data;
  const mood = moodOf(overview);
  const figures = overview.figures.figures;
  const sum = (part: 'pending' | 'parked') => (connectors ?? []).reduce((total, connector) => total + connector[part], 0);
  const oldest = (connectors ?? [])
    .flatMap(({ oldestPendingAt }) => oldestPendingAt ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const item = (key: TextKey, value: Html | string) => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>
`;
  return html`${mood !== undefined && html`<p class="mood mood-${mood}">${t(`summary.${mood}`)}</p>`}
<dl class="line">${
    connectors !== undefined && [
      item('summary.connectors', html`${connectors.filter(({ state }) => state === 'UP').length} / ${connectors.length}`),
      item('summary.pending', formats.count(sum('pending'))),
      item('summary.parked', sum('parked') > 0 ? html`<span class="bad">${formats.count(sum('parked'))}</span>` : '0'),
      oldest !== undefined && item('summary.oldest', whenPast(scene, oldest)),
    ]
  }${figures && item('summary.received', formats.count(figures.province.indicators.dossiersReceived))}</dl>`;
}

/** Undefined: whoever looks may not see the connectors, or the page does not ask for them, so there is nothing to say of them. */
function moodOf({ session, connectors, stuck }: Overview): Mood | undefined {
  if (session.kind === 'signed-out' || session.kind === 'refused') return undefined;
  if (connectors.data === undefined && connectors.problem === undefined) return undefined;
  if (connectors.data === undefined) return 'unknown';
  if (connectors.data.some(({ state }) => state === 'DOWN')) return 'broken';
  const held = connectors.data.some(({ state, parked }) => state !== 'UP' || parked > 0) || (stuck.data?.problems.length ?? 0) > 0;
  return held ? 'watch' : 'calm';
}

/** The same for those who hear the page: said again only when it changes, so without figures that change all the time. */
export function newsOf({ t, overview }: Scene): string {
  const mood = moodOf(overview);
  if (overview.session.kind === 'refused') return t('session.refused');
  if (overview.session.kind === 'signed-out') return t('session.out');
  if (mood === undefined) return '';
  const states = (overview.connectors.data ?? [])
    .filter(({ state }) => state !== 'UP')
    .map(({ id, state }) => `${id}: ${t(`state.${state}`)}.`);
  const causes = (overview.stuck.data?.problems ?? []).map(({ errorCode }) => errorCode).sort();
  return [`${t(`summary.${mood}`)}.`, ...states, ...(causes.length === 0 ? [] : [`${t('stuck.title')}: ${causes.join(', ')}.`])].join(' ');
}
