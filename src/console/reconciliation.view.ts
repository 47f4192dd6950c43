import { dayAfter } from './business-time.ts';
import { type Html, html } from './html.ts';
import { missingStatements } from './missing.view.ts';
import type { Balance, DayOfMoney } from './operations.ts';
import { NONE, problemNote, type Scene } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { unitChoices } from './units.choice.ts';
import { actionOf, addressOf } from './view-state.ts';

/** How each merchant's day came out: the totals of both sides and what between them is still open. */
export function balancesView(scene: Scene): Html {
  const { t, formats, state, overview } = scene;
  const answer = overview.reconciled?.balances;
  return html`<div class="heading"><h2 id="balances-title">${t('balances.title')}</h2><p class="muted">${formats.weekday(state.date)}</p>${dayLinks(scene)}</div>
${problemNote(scene, answer ?? { problem: undefined })}
${answer?.data && missing(scene, answer.data.missingStatements)}
${answer?.data && dayTable(scene, answer.data.reconciliations)}
${answer?.data && files(scene, answer.data)}
${unitChoices(scene, { section: 'balances', chosen: state.unit })}`;
}

function dayLinks({ t, state }: Scene): Html {
  const link = (days: number, label: string, sign: string) =>
    html`<a data-view href="${addressOf({ ...state, date: dayAfter(state.date, days) ?? state.date, of: undefined })}" title="${label}"><span aria-hidden="true">${sign}</span><span class="heard">${label}</span></a>`;
  const kept = Object.entries({ unit: state.unit, lang: state.language === 'vi' ? undefined : state.language });
  const hidden = kept.map(([name, value]) => value !== undefined && html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form class="inline choices" method="get" data-view>${link(-1, t('balances.earlier'), '‹')}
<label class="heard" for="balances-date">${t('balances.day')}</label><input id="balances-date" type="date" name="date" value="${state.date}">${hidden}<button>${t('balances.show')}</button>
${link(1, t('balances.later'), '›')}</form>`;
}

function missing(scene: Scene, rows: DayOfMoney['missingStatements']): Html | undefined {
  if (rows.length === 0) return undefined;
  const lead = html`<strong>${scene.t('balances.missing', { count: scene.formats.count(rows.length) })}</strong>`;
  return html`<div class="note note-bad">${missingStatements(scene, { day: scene.state.date, lead, rows })}</div>`;
}

function files({ t }: Scene, { reconciliations, workbook, csv }: DayOfMoney): Html | undefined {
  if (reconciliations.length === 0) return undefined;
  return html`<p class="files">${t('balances.files')} <a href="${workbook}">XLSX</a> <a href="${csv}">CSV</a></p>`;
}

function dayTable(scene: Scene, rows: readonly Balance[]): Html {
  const { t } = scene;
  if (rows.length === 0) return html`<p class="note">${t('balances.none')}</p>`;
  const caption = html`${t('balances.caption')} <strong>${totalsOf(scene, rows)}</strong>`;
  return table({ id: 'balance', caption, columns: columnsOf(scene), rows, keyOf: ({ id }) => id, narrow: 'cards' });
}

function totalsOf({ t, formats }: Scene, rows: readonly Balance[]): string {
  const [hub, statement] = [sum(rows, ({ hubTotal }) => hubTotal), sum(rows, ({ statementTotal }) => statementTotal)];
  const differences = { hub: formats.count(hub), statement: formats.count(statement), difference: formats.count(statement - hub) };
  return t('balances.totals', differences);
}

function sum(rows: readonly Balance[], of: (row: Balance) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function columnsOf(scene: Scene): Column<Balance>[] {
  const { t, formats, state } = scene;
  const money = (value: number) => html`${formats.count(value)}`;
  const columns: Column<Balance>[] = [
    {
      label: t('balances.merchant'),
      names: true,
      cell: ({ id, provider, merchant }) =>
        html`<a data-view href="${addressOf({ ...state, of: id })}#exceptions" ${state.of === id && html`aria-current="true"`}>${provider} ${merchant.code}</a> <small>${merchant.unit?.name ?? merchant.name}</small>`,
    },
    { label: t('balances.status'), cell: (row) => statusCell(scene, row) },
    {
      label: t('balances.matched'),
      kind: 'number',
      cell: ({ matched, statementRows }) =>
        html`${formats.count(matched)} <small>${t('balances.rows', { count: formats.count(statementRows) })}</small>`,
    },
    { label: t('balances.hub'), kind: 'number', cell: ({ hubTotal }) => money(hubTotal) },
    { label: t('balances.statement'), kind: 'number', cell: ({ statementTotal }) => money(statementTotal) },
    {
      label: t('balances.difference'),
      kind: 'number',
      cell: ({ hubTotal, statementTotal }) => differenceCell(formats.count(statementTotal - hubTotal)),
    },
    {
      label: t('balances.open'),
      kind: 'number',
      cell: ({ open, discrepancyCount }) => html`${formats.count(open.totalCount)} <small>/ ${formats.count(discrepancyCount)}</small>`,
    },
  ];
  return scene.may.account ? [...columns, { label: t('connectors.action'), kind: 'action', cell: (row) => dayForms(scene, row) }] : columns;
}

function differenceCell(text: string): Html {
  return text === '0' ? html`0` : html`<strong class="bad">${text}</strong>`;
}

const MARKS = { BALANCED: 'up', RUNNING: 'paused', DISCREPANT: 'degraded', FAILED: 'down', REJECTED: 'down' } as const;

function statusCell({ t, formats }: Scene, { status, closedAt, rejection, statementVersion }: Balance): Html {
  const told = [
    statementVersion !== null && t('balances.version', { version: statementVersion }),
    closedAt !== null && t('balances.closed', { time: formats.instant(new Date(closedAt)) }),
  ].filter((text) => text !== false);
  return html`<span class="state state-${MARKS[status]}">${t(`balance.${status}`)}</span> <small>${told.join(' · ')}</small>${rejection !== null && html`<span class="reason">${rejection}</span>`}`;
}

function dayForms({ t, state }: Scene, { id, provider, merchant, closedAt }: Balance): Html {
  if (closedAt !== null) return NONE;
  const what = html`<span class="heard"> ${provider} ${merchant.code}</span>`;
  const hidden = Object.entries({ provider, merchant: merchant.id, day: state.date });
  return html`<form class="inline" method="post" action="${actionOf('/console/reconciliations/run', state)}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button id="run-${id}">${t('balances.run')}${what}</button></form>
<form class="inline" method="post" action="${actionOf(`/console/reconciliations/${encodeURIComponent(id)}/close`, state)}"><button id="close-${id}">${t('balances.close')}${what}</button></form>`;
}
