import { type Html, html } from './html.ts';
import type { Problem, Synchronization } from './operations.ts';
import type { Stuck } from './overview.ts';
import { NONE, problemNote, type Scene, whenNext, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { actionOf } from './view-state.ts';

/** What holds synchronizations up, with what to do about it, and the newest of those that are not yet delivered. */
export function stuckView(scene: Scene): Html {
  const { t, overview } = scene;
  return html`<h2 id="stuck-title">${t('stuck.title')}</h2>
${problemNote(scene, overview.stuck)}
${overview.stuck.data && listing(scene, overview.stuck.data)}`;
}

function listing(scene: Scene, stuck: Stuck): Html {
  const { t } = scene;
  const waiting = stuck.parked + stuck.retrying + stuck.pending;
  const calm = stuck.problems.length === 0 && stuck.parked + stuck.retrying === 0;
  return html`${calm && html`<p class="note note-good"><strong>${t('stuck.none')}</strong> ${waiting > 0 && t('stuck.waiting')}</p>`}
${
  stuck.problems.length > 0 &&
  table({
    id: 'problem',
    caption: t('problems.caption'),
    columns: problemColumns(scene),
    rows: stuck.problems,
    keyOf: ({ errorCode }) => errorCode,
    narrow: 'cards',
  })
}
${stuck.listed.length > 0 && synchronizations(scene, stuck)}`;
}

/** Open where any is held up; what merely waits its turn is there to be looked at, not in the way. */
function synchronizations(scene: Scene, { problems, listed, parked, retrying, pending }: Stuck): Html {
  const { t, formats } = scene;
  const counts = { shown: formats.count(listed.length), total: formats.count(parked + retrying + pending) };
  return html`<details ${problems.length + parked + retrying > 0 && html`open`}><summary>${t('syncs.title')} <span class="muted">${t('syncs.shown', counts)}</span></summary>
${table({
  id: 'sync',
  caption: t('syncs.caption'),
  columns: synchronizationColumns(scene),
  rows: listed,
  keyOf: ({ id }) => id,
  narrow: 'cards',
})}
</details>`;
}

function problemColumns(scene: Scene): Column<Problem>[] {
  const { t, formats } = scene;
  const columns: Column<Problem>[] = [
    {
      label: t('problems.cause'),
      names: true,
      cell: ({ errorCode, message }) => html`<span class="name">${errorCode}</span> <small>${message}</small>`,
    },
    { label: t('problems.advice'), cell: ({ advice }) => html`${advice}` },
    { label: t('problems.count'), kind: 'number', cell: ({ count }) => html`<strong>${formats.count(count)}</strong>` },
    { label: t('problems.units'), kind: 'number', cell: ({ units }) => html`${formats.count(units)}` },
    { label: t('problems.oldest'), cell: ({ oldest }) => whenPast(scene, oldest) },
  ];
  return scene.may.retry ? [...columns, { label: t('problems.action'), kind: 'action', cell: (row) => retryForm(scene, row) }] : columns;
}

function retryForm({ t, state }: Scene, { errorCode }: Problem): Html {
  return html`<form method="post" action="${actionOf('/console/synchronizations/retry', state)}"><input type="hidden" name="errorCode" value="${errorCode}"><button id="retry-${errorCode}">${t('problems.retry')}<span class="heard"> ${errorCode}</span></button></form>`;
}

function synchronizationColumns(scene: Scene): Column<Synchronization>[] {
  const { t, formats } = scene;
  return [
    {
      label: t('syncs.subject'),
      names: true,
      cell: ({ subject, unit }) => html`<span class="code">${subject}</span> <small>${unit?.name ?? '–'}</small>`,
    },
    {
      label: t('syncs.operation'),
      cell: ({ operation, sequence, connector }) =>
        html`<span class="code">${operation}</span> <small>${connector.id} · ${formats.count(sequence)}</small>`,
    },
    { label: t('syncs.state'), cell: ({ state }) => html`<span class="state sync-${state.toLowerCase()}">${t(`sync.${state}`)}</span>` },
    { label: t('syncs.attempts'), kind: 'number', cell: ({ attempts }) => html`${formats.count(attempts)}` },
    { label: t('syncs.requested'), cell: ({ requestedAt }) => whenPast(scene, requestedAt) },
    { label: t('syncs.next'), cell: ({ nextAttemptAt }) => whenNext(scene, nextAttemptAt) },
    { label: t('syncs.error'), cell: errorCell },
  ];
}

function errorCell({ errorCode, lastError }: Synchronization): Html {
  if (errorCode === null && lastError === null) return NONE;
  return html`<span class="code">${errorCode}</span> ${lastError !== null && html`<span class="reason">${lastError}</span>`}`;
}
