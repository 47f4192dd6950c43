import { bar, partOf } from './figures.view.ts';
import { type Html, html } from './html.ts';
import type { UnitFigures } from './operations.ts';
import type { Scene } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { laggards, MEASURES, type Rate, sortUnits } from './units.order.ts';
import { addressOf, LEVELS, SORTS, type Sort } from './view-state.ts';

/** The same figures for every commune and department, sortable, so that one sees who is behind. */
export function unitsView(scene: Scene): Html {
  const { t, state, overview } = scene;
  const { figures } = overview.figures;
  const units = figures === undefined ? [] : sortUnits(figures.units, state);
  return html`<div class="heading"><h2 id="units-title">${t('units.title')}</h2>
<p class="muted"><span class="low" aria-hidden="true">▼</span> ${t('units.lagging')}</p>
<nav class="choices" aria-label="${t('units.filter')}">${LEVELS.map((level) => html`<a data-view href="${addressOf({ ...state, level })}#units" ${level === state.level && html`aria-current="true"`}>${t(`units.${level}`)}</a> `)}</nav></div>
${
  figures &&
  table({
    id: 'unit',
    caption: captionOf(scene, units.length),
    columns: SORTS.map((sort) => columnOf(scene, sort, laggards(figures.units))),
    rows: units,
    keyOf: ({ code }) => code,
    narrow: 'scroll',
  })
}`;
}

function captionOf({ t, formats, state }: Scene, count: number): string {
  const direction = state.sort === 'name' ? (state.descending ? 'za' : 'az') : state.descending ? 'desc' : 'asc';
  return t('units.caption', {
    count: formats.count(count),
    column: labelOf(t, state.sort).toLowerCase(),
    direction: t(`units.${direction}`),
  });
}

function labelOf(t: Scene['t'], sort: Sort): string {
  return sort === 'name' || sort === 'received' ? t(`units.${sort}`) : t(`figures.${sort}`);
}

function columnOf(scene: Scene, sort: Sort, low: ReadonlySet<string>): Column<UnitFigures> {
  const { t, state, formats } = scene;
  const label = labelOf(t, sort);
  const chosen = state.sort === sort;
  const header = html`<a data-view class="sort" id="sort-${sort}" href="${addressOf({ ...state, sort, descending: chosen && !state.descending })}#units">${label}<span class="arrow" aria-hidden="true">${chosen ? (state.descending ? '▾' : '▴') : ''}</span></a>`;
  const column = { label, header, ...(chosen && { sorted: state.descending ? ('descending' as const) : ('ascending' as const) }) };
  if (sort === 'name') return { ...column, names: true, cell: ({ name, code }) => html`${name} <small>${code}</small>` };
  if (sort === 'received')
    return { ...column, kind: 'number', cell: ({ indicators }) => html`${formats.count(indicators.dossiersReceived)}` };
  return { ...column, kind: 'number', cell: (unit) => rateCell(scene, { unit, rate: sort, low: low.has(`${unit.code} ${sort}`) }) };
}

function rateCell({ t, formats }: Scene, { unit, rate, low }: { unit: UnitFigures; rate: Rate; low: boolean }): Html {
  const { share, part, whole } = MEASURES[rate](unit.indicators);
  if (share === null) return html`<span class="muted">${t('figures.noData')}</span>`;
  const mark =
    low && html`<span class="low"><span aria-hidden="true">▼</span><span class="heard">${t('units.laggingShort')}</span></span> `;
  const counts = whole !== undefined && html`${formats.count(part ?? partOf(share, whole))} / ${formats.count(whole)}`;
  return html`<span class="rate"><small>${counts}</small> <span>${mark}${formats.share(share)}</span></span>${bar(share)}`;
}
