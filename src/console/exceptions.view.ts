import { type Html, html } from './html.ts';
import type { Exception, Exceptions } from './operations.ts';
import { NONE, problemNote, type Scene } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { actionOf } from './view-state.ts';

/** How a difference may be settled. Source: `DiscrepancyResolution` of the graph. */
const RESOLUTIONS = ['ACCEPT_HUB', 'ACCEPT_PROVIDER', 'CARRY_OVER', 'REFUND', 'WRITE_OFF'] as const;

/** The differences of the chosen merchant's day, each with what it means and, for an accountant, how it is settled. */
export function exceptionsView(scene: Scene): Html {
  const { t, overview } = scene;
  const answer = overview.reconciled?.exceptions ?? { data: undefined, problem: undefined };
  return html`<h2 id="exceptions-title">${t('exceptions.title')}</h2>
${problemNote(scene, answer)}
${answer.data === undefined && answer.problem === undefined && overview.session.kind !== 'signed-out' && html`<p class="note">${t('exceptions.choose')}</p>`}
${answer.data === null && html`<p class="note">${t('exceptions.unknown')}</p>`}
${answer.data && listing(scene, answer.data)}`;
}

function listing(scene: Scene, of: Exceptions): Html {
  const { t, formats } = scene;
  const { nodes, totalCount } = of.discrepancies;
  const counts = { shown: formats.count(nodes.length), total: formats.count(totalCount) };
  const day = { merchant: `${of.provider} ${of.merchant.code}`, day: formats.day(of.businessDate) };
  if (nodes.length === 0) return html`<p class="note note-good"><strong>${t('exceptions.none', day)}</strong></p>`;
  const caption = t('exceptions.caption', { ...counts, ...day });
  return table({
    id: 'exception',
    caption,
    columns: columnsOf(scene, of.closedAt !== null),
    rows: nodes,
    keyOf: ({ id }) => id,
    narrow: 'cards',
  });
}

function columnsOf(scene: Scene, closed: boolean): Column<Exception>[] {
  const { t, formats } = scene;
  const money = (value: number | null) => (value === null ? NONE : html`${formats.count(value)}`);
  const columns: Column<Exception>[] = [
    {
      label: t('exceptions.what'),
      names: true,
      cell: ({ kind, detail }) => html`<strong>${t(`exception.${kind}`)}</strong> <span class="reason">${detail}</span>`,
    },
    {
      label: t('exceptions.reference'),
      cell: ({ reference, payment }) =>
        reference === null ? NONE : html`<span class="code">${reference}</span> <small>${payment?.dossier?.code}</small>`,
    },
    { label: t('balances.hub'), kind: 'number', cell: ({ hubAmount }) => money(hubAmount) },
    { label: t('balances.statement'), kind: 'number', cell: ({ statementAmount }) => money(statementAmount) },
    { label: t('exceptions.resolution'), cell: (row) => resolutionCell(scene, row) },
  ];
  if (!scene.may.account || closed) return columns;
  return [
    ...columns,
    { label: t('connectors.action'), cell: (row) => (row.resolution === null ? resolveForm(scene, row) : approveForm(scene, row)) },
  ];
}

function resolutionCell(
  { t, formats }: Scene,
  { resolution, resolvedBy, resolvedAt, approvedBy, note, owner, needsApproval }: Exception,
): Html {
  if (resolution === null) {
    return html`<span class="state state-degraded">${t('exceptions.open')}</span>${owner !== null && html` <small>${t('exceptions.owner', { name: owner })}</small>`}`;
  }
  const waiting = needsApproval ? ` · ${t('exceptions.waits')}` : '';
  const approved = approvedBy === null ? waiting : ` · ${t('exceptions.approvedBy', { name: approvedBy })}`;
  return html`${t(`resolution.${resolution}`)} <small>${resolvedBy}${resolvedAt !== null && html`, ${formats.instant(new Date(resolvedAt))}`}${approved}</small>${note !== null && html`<span class="reason">${note}</span>`}`;
}

function resolveForm({ t, state }: Scene, { id }: Exception): Html {
  const options = RESOLUTIONS.map((each) => html`<option value="${each}">${t(`resolution.${each}`)}</option>`);
  return html`<form class="inline" method="post" action="${actionOf(`/console/discrepancies/${encodeURIComponent(id)}/resolve`, state)}">
<label class="heard" for="resolution-${id}">${t('exceptions.resolution')}</label><select id="resolution-${id}" name="resolution" required><option value=""></option>${options}</select>
${noteField(t, id)}<button id="resolve-${id}">${t('exceptions.resolve')}</button></form>`;
}

function approveForm({ t, state }: Scene, { id, approvedBy, needsApproval }: Exception): Html {
  if (approvedBy !== null || !needsApproval) return NONE;
  return html`<form class="inline" method="post" action="${actionOf(`/console/discrepancies/${encodeURIComponent(id)}/approve`, state)}">
${noteField(t, id)}<button id="approve-${id}" name="approve" value="true">${t('exceptions.approve')}</button><button id="send-back-${id}" name="approve" value="false">${t('exceptions.sendBack')}</button></form>`;
}

function noteField(t: Scene['t'], id: string): Html {
  return html`<label class="heard" for="note-${id}">${t('exceptions.note')}</label><input id="note-${id}" name="note" required maxlength="500" placeholder="${t('exceptions.note')}">`;
}
