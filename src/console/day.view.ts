import { pointsText, warningTable } from './day.warnings.view.ts';
import { type Html, html } from './html.ts';
import type { Day, DayUnit } from './operations.ts';
import { NONE, problemNote, type Scene, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { unitChoices } from './units.choice.ts';

type Dossiers = NonNullable<Day['dossiers']>;
type Stuck = NonNullable<Day['stuck']>;
type Unbalanced = NonNullable<Day['money']>['unbalanced'][number];

/** What a unit has to do today, each part for those whose work it is. */
export function dayView(scene: Scene): Html {
  const { t, overview } = scene;
  const { data } = overview.day;
  return html`<h2 id="day-title">${t('day.title')}</h2>
${problemNote(scene, overview.day)}
${data === null && html`<p class="note">${t('day.unknown')}</p>`}
${data && unitDay(scene, data)}
${overview.day.data !== undefined && unitChoices(scene, { section: 'day', chosen: data?.code })}`;
}

function unitDay(scene: Scene, { name, dayList }: DayUnit): Html {
  const { t, formats } = scene;
  if (dayList === null) return html`<p class="note"><strong>${name}</strong> ${t('day.hidden')}</p>`;
  const { day, workingDay, dossiers, stuck, money } = dayList;
  return html`<p class="muted">${t('day.of', { unit: name, day: formats.weekday(day) })}${!workingDay && html` · ${t('day.off')}`}</p>
${dossiers && dossierTable(scene, dossiers)}
${dossiers && dossiers.warnings.length > 0 && warningTable(scene, dossiers.warnings)}
${money && moneyTable(scene, money.unbalanced)}
${stuck && stuckPart(scene, stuck)}`;
}

function dossierTable(scene: Scene, dossiers: Dossiers): Html {
  const { t, formats } = scene;
  const rows = (['dueToday', 'overdue', 'atRisk'] as const).map((what) => ({ what, ...dossiers[what] }));
  const points = t('day.points', { points: pointsText(formats, dossiers.pointsAtRisk) });
  const columns: Column<(typeof rows)[number]>[] = [
    {
      label: t('day.what'),
      names: true,
      cell: ({ what, count }) => html`${t(`day.${what}`)}${what === 'atRisk' && count > 0 && html` <small>${points}</small>`}`,
    },
    { label: t('day.count'), kind: 'number', cell: ({ count }) => html`${formats.count(count)}` },
    {
      label: t('day.codes'),
      cell: ({ codes, count }) => (codes.length === 0 ? NONE : html`${codes.join(', ')}${count > codes.length && html`, …`}`),
    },
  ];
  return table({ id: 'day-dossiers', caption: t('day.dossiers.caption'), columns, rows, keyOf: ({ what }) => what, narrow: 'cards' });
}

function moneyTable(scene: Scene, rows: readonly Unbalanced[]): Html {
  const { t, formats } = scene;
  if (rows.length === 0) return html`<p class="note note-good"><strong>${t('day.money.calm')}</strong></p>`;
  const columns: Column<Unbalanced>[] = [
    { label: t('day.money.day'), names: true, cell: ({ businessDate }) => html`${formats.day(businessDate)}` },
    { label: t('day.money.merchant'), cell: ({ provider, merchantCode }) => html`${provider} <small>${merchantCode}</small>` },
    { label: t('day.money.why'), cell: (row) => html`${whyOpen(scene, row)}` },
  ];
  const keyOf = ({ provider, merchantCode, businessDate }: Unbalanced) => `${businessDate}-${provider}-${merchantCode}`;
  return table({ id: 'day-money', caption: t('day.money.caption'), columns, rows, keyOf, narrow: 'cards' });
}

function whyOpen({ t, formats }: Scene, { statementMissing, status, discrepancies }: Unbalanced): string {
  if (statementMissing) return t('day.money.statement');
  if (status === 'REJECTED') return t('day.money.refused');
  if (status === 'FAILED') return t('day.money.failed');
  return status === null ? t('day.money.unrun') : t('day.money.differences', { count: formats.count(discrepancies) });
}

function stuckPart(scene: Scene, { parked, waiting, oldestWaitingAt, causes }: Stuck): Html {
  const { t, formats } = scene;
  const columns: Column<Stuck['causes'][number]>[] = [
    { label: t('problems.cause'), names: true, cell: ({ errorCode, message }) => html`<strong>${errorCode}</strong> ${message}` },
    { label: t('problems.advice'), cell: ({ advice }) => html`${advice}` },
    { label: t('problems.count'), kind: 'number', cell: ({ count }) => html`${formats.count(count)}` },
  ];
  const counts = { parked: formats.count(parked), waiting: formats.count(waiting) };
  return html`<p>${t('day.stuck', counts)}${oldestWaitingAt !== null && html` ${t('day.stuck.since')} ${whenPast(scene, oldestWaitingAt)}.`}</p>
${
  causes.length > 0 &&
  table({
    id: 'day-cause',
    caption: t('day.causes.caption'),
    columns,
    rows: causes,
    keyOf: ({ errorCode }) => errorCode,
    narrow: 'cards',
  })
}`;
}
