import { type Html, html } from './html.ts';
import type { Watch } from './operations.ts';
import { NONE, problemNote, type Scene, whenNext, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { actionOf, addressOf } from './view-state.ts';

type Resend = Watch['resends'][number];

/** Alerts that hold on, breakers that are not closed, what is sent again and can be stopped, and what the night found. */
export function watchView(scene: Scene): Html {
  const { t, overview } = scene;
  return html`<h2 id="watch-title">${t('watch.title')}</h2>
${problemNote(scene, overview.watch)}
${overview.watch.data && listing(scene, overview.watch.data)}`;
}

function listing(scene: Scene, watch: Watch): Html {
  const { t } = scene;
  const { alerts, resends, comparisonSummaries: compared } = watch;
  const notable = watch.connectors.filter(({ breaker, ratePerSecond }) => breaker !== 'CLOSED' || ratePerSecond !== null);
  return html`${alerts.length === 0 && html`<p class="note note-good"><strong>${t('watch.calm')}</strong></p>`}
${alerts.length > 0 && alertTable(scene, alerts)}
${notable.length > 0 && breakerTable(scene, notable)}
${
  resends.length > 0 &&
  table({
    id: 'resend',
    caption: t('resends.caption'),
    columns: resendColumns(scene),
    rows: resends,
    keyOf: ({ id }) => id,
    narrow: 'cards',
  })
}
${compared.length > 0 && comparedTable(scene, compared)}`;
}

function alertTable(scene: Scene, rows: Watch['alerts']): Html {
  const { t } = scene;
  const columns: Column<Watch['alerts'][number]>[] = [
    { label: t('alerts.message'), names: true, cell: ({ message }) => html`<strong class="bad">${message}</strong>` },
    { label: t('alerts.raised'), cell: ({ raisedAt }) => whenPast(scene, raisedAt) },
  ];
  return table({ id: 'alert', caption: t('alerts.caption'), columns, rows, keyOf: ({ id }) => id, narrow: 'cards' });
}

function breakerTable(scene: Scene, rows: Watch['connectors']): Html {
  const { t, formats } = scene;
  const columns: Column<Watch['connectors'][number]>[] = [
    { label: t('connectors.id'), names: true, cell: ({ id }) => html`<span class="name">${id}</span>` },
    { label: t('breakers.state'), cell: ({ breaker }) => html`${t(`breaker.${breaker}`)}` },
    { label: t('breakers.next'), cell: ({ nextAttemptAt }) => whenNext(scene, nextAttemptAt) },
    {
      label: t('breakers.rate'),
      kind: 'number',
      cell: ({ ratePerSecond }) => (ratePerSecond === null ? NONE : html`${formats.count(ratePerSecond)}`),
    },
  ];
  return table({ id: 'breaker', caption: t('breakers.caption'), columns, rows, keyOf: ({ id }) => id, narrow: 'cards' });
}

function resendColumns(scene: Scene): Column<Resend>[] {
  const { t, formats } = scene;
  const columns: Column<Resend>[] = [
    {
      label: t('resends.reason'),
      names: true,
      cell: ({ reason, purpose, requestedBy }) => html`${reason} <small>${t(`purpose.${purpose}`)} · ${requestedBy}</small>`,
    },
    { label: t('resends.state'), cell: ({ state }) => html`${t(`resend.${state}`)}` },
    {
      label: t('resends.progress'),
      kind: 'number',
      cell: ({ expected, appended }) => html`${formats.count(appended)} / ${formats.count(Math.max(expected, appended))}`,
    },
    { label: t('resends.delivered'), kind: 'number', cell: ({ delivered }) => html`${formats.count(delivered)}` },
    { label: t('resends.parked'), kind: 'number', cell: ({ parked }) => html`${formats.count(parked)}` },
    { label: t('resends.asked'), cell: ({ requestedAt }) => whenPast(scene, requestedAt) },
  ];
  return scene.may.retry ? [...columns, { label: t('resends.action'), kind: 'action', cell: (row) => stopForm(scene, row) }] : columns;
}

function stopForm({ t, state }: Scene, { id, state: standing, reason }: Resend): Html {
  if (standing !== 'RUNNING') return NONE;
  const address = actionOf(`/console/resends/${encodeURIComponent(id)}/stop`, state);
  return html`<form method="post" action="${address}"><button id="stop-${id}">${t('resends.stop')}<span class="heard"> ${reason}</span></button></form>`;
}

function comparedTable(scene: Scene, rows: Watch['comparisonSummaries']): Html {
  const { t, formats, state } = scene;
  const extras = `${addressOf({ ...state, page: 'go-live' })}#extras`;
  const columns: Column<Watch['comparisonSummaries'][number]>[] = [
    {
      label: t('compared.kind'),
      names: true,
      cell: ({ kind }) => (kind === 'EXTRA' ? html`<a href="${extras}">${t('compared.EXTRA')}</a>` : html`${t(`compared.${kind}`)}`),
    },
    { label: t('compared.count'), kind: 'number', cell: ({ count }) => html`${formats.count(count)}` },
    { label: t('compared.repaired'), kind: 'number', cell: ({ repaired }) => html`${formats.count(repaired)}` },
  ];
  const caption = t('compared.caption', { day: rows[0]?.day ?? '' });
  return table({ id: 'compared', caption, columns, rows, keyOf: ({ kind }) => kind, narrow: 'cards' });
}
