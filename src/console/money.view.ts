import { countForms } from './count.view.ts';
import { depositForms } from './deposit.view.ts';
import { type Html, html } from './html.ts';
import { missingStatements } from './missing.view.ts';
import { moneyPart, nothing, rowForm } from './money.parts.ts';
import type { Batch, Deposit, Drawer, StatementFile, StatementFiles } from './operations.money.ts';
import { NONE, type Scene, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { unitChoices } from './units.choice.ts';

const BATCH_MARKS = { EXPECTED: 'paused', SHORT: 'degraded', OVER: 'degraded', MISSING: 'down', SETTLED: 'up' } as const;

/** What providers have still to pay out, or paid out otherwise than they said. */
export function batchesView(scene: Scene): Html {
  const { t, formats, state } = scene;
  const money = (value: number) => html`${formats.count(value)}`;
  const columns: Column<Batch>[] = [
    {
      label: t('batches.batch'),
      names: true,
      cell: ({ batch, provider, merchant }) =>
        html`<span class="code">${batch}</span> <small>${provider} ${merchant.code}, ${merchant.unit?.name}</small>`,
    },
    { label: t('money.state'), cell: (row) => html`<span class="state state-${BATCH_MARKS[row.state]}">${t(`batch.${row.state}`)}</span>` },
    { label: t('batches.days'), cell: ({ firstDay, lastDay }) => html`${daysOf(scene, firstDay, lastDay)}` },
    { label: t('batches.due'), cell: ({ dueOn }) => html`${formats.day(dueOn)}` },
    { label: t('batches.net'), kind: 'number', cell: ({ net }) => money(net) },
    { label: t('batches.credited'), kind: 'number', cell: ({ credited }) => money(credited) },
    { label: t('batches.open'), kind: 'number', cell: ({ open }) => html`<strong>${formats.count(open)}</strong>` },
  ];
  return html`${moneyPart(scene, 'batches', ({ nodes, totalCount }) =>
    nodes.length === 0
      ? nothing(scene, 'batches.none')
      : table({
          id: 'batch',
          caption: t('batches.caption', { shown: formats.count(nodes.length), total: formats.count(totalCount) }),
          columns,
          rows: nodes,
          keyOf: ({ id }) => id,
          narrow: 'cards',
        }),
  )}
${unitChoices(scene, { section: 'batches', chosen: state.unit })}`;
}

function daysOf({ formats }: Scene, first: string, last: string): string {
  return first === last ? formats.day(last) : `${formats.day(first)} – ${formats.day(last)}`;
}

const DRAWER_MARKS = { OPEN: 'up', COUNTED: 'degraded', ACCEPTED: 'paused', DEPOSITED: 'up' } as const;

/** Cash that has not come to its account yet: drawers, what was paid in by a slip, the reader's own that can be counted, and the slips that can be recorded. */
export function cashView(scene: Scene): Html {
  const { t } = scene;
  const waiting = moneyPart(scene, 'cash', ({ cashDrawers, cashDeposits }) => {
    if (cashDrawers.nodes.length === 0 && cashDeposits.length === 0) return nothing(scene, 'cash.none');
    const caption = t(cashDrawers.pageInfo.hasNextPage ? 'cash.captionMore' : 'cash.caption', { count: cashDrawers.nodes.length });
    const drawers = { id: 'drawer', caption, columns: drawerColumns(scene), rows: cashDrawers.nodes, narrow: 'cards' } as const;
    const deposits = {
      id: 'deposit',
      caption: t('cash.onItsWay'),
      columns: depositColumns(scene),
      rows: cashDeposits,
      narrow: 'cards',
    } as const;
    return html`${cashDrawers.nodes.length > 0 && table({ ...drawers, keyOf: ({ id }) => id })}${cashDeposits.length > 0 && table({ ...deposits, keyOf: ({ id }) => id })}`;
  });
  return html`${waiting}${countForms(scene)}${depositForms(scene)}`;
}

function drawerColumns(scene: Scene): Column<Drawer>[] {
  const { t, formats } = scene;
  const columns: Column<Drawer>[] = [
    {
      label: t('cash.drawer'),
      names: true,
      cell: ({ unit, officer, day }) => html`${unit.name} <small>${officer}, ${formats.day(day)}</small>`,
    },
    { label: t('money.state'), cell: ({ state }) => html`<span class="state state-${DRAWER_MARKS[state]}">${t(`drawer.${state}`)}</span>` },
    {
      label: t('cash.expected'),
      kind: 'number',
      cell: ({ expected, payments }) =>
        html`${formats.count(expected)} <small>${t('cash.payments', { count: formats.count(payments) })}</small>`,
    },
    { label: t('cash.counted'), kind: 'number', cell: ({ counted }) => (counted === null ? NONE : html`${formats.count(counted)}`) },
    {
      label: t('balances.difference'),
      kind: 'number',
      cell: ({ difference, note }) =>
        difference === null || difference === 0
          ? NONE
          : html`<strong class="bad">${formats.count(difference)}</strong>${note !== null && html`<span class="reason">${note}</span>`}`,
    },
  ];
  if (!scene.may.account) return columns;
  const cell = ({ id, state, officer }: Drawer) =>
    state === 'COUNTED'
      ? rowForm(
          scene,
          { kind: 'drawers', id, path: 'accept' },
          html`<button id="accept-${id}">${t('cash.accept')}<span class="heard"> ${officer}</span></button>`,
        )
      : NONE;
  return [...columns, { label: t('connectors.action'), kind: 'action', cell }];
}

function depositColumns({ t, formats }: Scene): Column<Deposit>[] {
  return [
    {
      label: t('cash.slip'),
      names: true,
      cell: ({ slipNumber, unit, account }) => html`<span class="code">${slipNumber}</span> <small>${unit.name} → ${account}</small>`,
    },
    {
      label: t('cash.depositedOn'),
      cell: ({ depositedOn, depositedBy }) => html`${formats.day(depositedOn)} <small>${depositedBy}</small>`,
    },
    { label: t('money.amount'), kind: 'number', cell: ({ amount }) => html`${formats.count(amount)}` },
  ];
}

const FILE_MARKS = { ARRIVING: 'paused', TAKEN: 'up', REJECTED: 'down' } as const;

/** Files that were laid down for the hub, and statements that have not come. */
export function filesView(scene: Scene): Html {
  const { t, formats } = scene;
  const columns: Column<StatementFile>[] = [
    {
      label: t('files.file'),
      names: true,
      cell: ({ path, version }) =>
        html`<span class="code">${path}</span>${version !== null && html` <small>${t('balances.version', { version })}</small>`}`,
    },
    {
      label: t('money.state'),
      cell: ({ state, reason }) =>
        html`<span class="state state-${FILE_MARKS[state]}">${t(`file.${state}`)}</span>${reason !== null && html`<span class="reason">${reason}</span>`}`,
    },
    { label: t('files.day'), cell: ({ businessDate }) => (businessDate === null ? NONE : html`${formats.day(businessDate)}`) },
    { label: t('files.seen'), cell: ({ seenAt }) => whenPast(scene, seenAt) },
  ];
  return moneyPart(scene, 'files', ({ statementFiles, missingStatements }) => {
    const rows = statementFiles.toSorted((a, b) => Number(b.state === 'REJECTED') - Number(a.state === 'REJECTED'));
    return html`${missing(scene, missingStatements)}${
      rows.length === 0
        ? html`<p class="note">${t('files.none')}</p>`
        : table({ id: 'file', caption: t('files.caption'), columns, rows, keyOf: ({ path }) => path, narrow: 'cards' })
    }`;
  });
}

/** The graph tells no more than these of one span. */
const MOST_MISSING = 1_000;

function missing(scene: Scene, rows: StatementFiles['missingStatements']): Html {
  const { t, formats } = scene;
  if (rows.length === 0) return html`<p class="note note-good"><strong>${t('files.complete')}</strong></p>`;
  const count = `${rows.length < MOST_MISSING ? '' : '≥ '}${formats.count(rows.length)}`;
  const days = [...Map.groupBy(rows, ({ businessDate }) => businessDate)].map(
    ([day, of]) => html`<li>${missingStatements(scene, { day, lead: html`<strong>${formats.day(day)}</strong>:`, rows: of })}</li>`,
  );
  return html`<div class="note note-bad"><strong>${t('balances.missing', { count })}</strong><ul>${days}</ul></div>`;
}
