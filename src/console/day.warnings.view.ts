import type { Formats } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Day } from './operations.ts';
import type { Scene } from './scene.ts';
import { type Column, table } from './table.view.ts';

type Warnings = NonNullable<Day['dossiers']>['warnings'][number];

/** The smallest number of points that is shown as such: less than half of it would read as none. */
const LEAST_POINTS = 0.01;

/** Points of the index to two places: 0,25; few, but not none: < 0,01. */
export function pointsText(formats: Formats, points: number): string {
  if (points > 0 && points < LEAST_POINTS / 2) return `< ${formats.count(LEAST_POINTS)}`;
  return formats.count(Math.round(points * 100) / 100);
}

/** The early warnings by reason: how many, what they cost, and of the nearest until when and whose turn it is. */
export function warningTable(scene: Scene, rows: readonly Warnings[]): Html {
  const { t, formats } = scene;
  const columns: Column<Warnings>[] = [
    { label: t('day.warnings.reason'), names: true, cell: ({ reason }) => html`${t(`warning.${reason}`)}` },
    { label: t('day.count'), kind: 'number', cell: ({ count }) => html`${formats.count(count)}` },
    { label: t('day.warnings.points'), kind: 'number', cell: ({ points }) => html`${pointsText(formats, points)}` },
    { label: t('day.warnings.nearest'), cell: (row) => nearest(scene, row) },
  ];
  return table({ id: 'day-warnings', caption: t('day.warnings.caption'), columns, rows, keyOf: ({ reason }) => reason, narrow: 'cards' });
}

function nearest({ t, formats }: Scene, { first, count }: Warnings): Html {
  const rest = count - first.length;
  const lines = first.map(
    ({ code, at, turnUnit }) =>
      html`<li><span class="code">${code}</span> <small>${formats.instant(new Date(at))} · ${turnUnit?.name ?? t('day.warnings.applicant')}</small></li>`,
  );
  return html`<ul class="lines">${lines}${rest > 0 && html`<li><small>${t('day.warnings.more', { count: formats.count(rest) })}</small></li>`}</ul>`;
}
