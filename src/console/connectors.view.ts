import { type Html, html } from './html.ts';
import type { Connector } from './operations.ts';
import { NONE, problemNote, type Scene, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { actionOf } from './view-state.ts';

/** The outside systems: how each is doing, and for an operator a button that pauses or resumes it. */
export function connectorsView(scene: Scene): Html {
  const { t, overview } = scene;
  const connectors = overview.connectors.data;
  return html`<h2 id="connectors-title">${t('connectors.title')}</h2>
${problemNote(scene, overview.connectors)}
${connectors?.length === 0 && html`<p class="note">${t('connectors.none')}</p>`}
${
  connectors !== undefined &&
  connectors.length > 0 &&
  table({
    id: 'connector',
    caption: t('connectors.caption'),
    columns: columnsOf(scene),
    rows: connectors,
    keyOf: ({ id }) => id,
    narrow: 'cards',
  })
}`;
}

function columnsOf(scene: Scene): Column<Connector>[] {
  const { t, formats } = scene;
  const columns: Column<Connector>[] = [
    {
      label: t('connectors.id'),
      names: true,
      cell: ({ id, kind }) => html`<span class="name">${id}</span> <small>${t(`kind.${kind}`)}</small>`,
    },
    {
      label: t('connectors.state'),
      cell: ({ state }) => html`<span class="state state-${state.toLowerCase()}">${t(`state.${state}`)}</span>`,
    },
    { label: t('connectors.pending'), kind: 'number', cell: ({ pending }) => html`${formats.count(pending)}` },
    {
      label: t('connectors.parked'),
      kind: 'number',
      cell: ({ parked }) => (parked > 0 ? html`<strong class="bad">${formats.count(parked)}</strong>` : html`0`),
    },
    { label: t('connectors.oldest'), cell: ({ oldestPendingAt }) => whenPast(scene, oldestPendingAt) },
    {
      label: t('connectors.success'),
      cell: ({ lastSuccessAt }) =>
        lastSuccessAt === null ? html`<span class="muted">${t('connectors.never')}</span>` : whenPast(scene, lastSuccessAt),
    },
    {
      label: t('connectors.error'),
      cell: ({ lastError }) => (lastError === null ? NONE : html`<span class="reason">${lastError}</span>`),
    },
  ];
  return scene.may.operate
    ? [...columns, { label: t('connectors.action'), kind: 'action', cell: (row) => actionForm(scene, row) }]
    : columns;
}

function actionForm({ t, state }: Scene, connector: Connector): Html {
  const action = connector.state === 'PAUSED' ? 'resume' : 'pause';
  const address = actionOf(`/console/connectors/${encodeURIComponent(connector.id)}/${action}`, state);
  return html`<form method="post" action="${address}"><button id="toggle-${connector.id}">${t(`connectors.${action}`)}<span class="heard"> ${connector.id}</span></button></form>`;
}
