import { PROVINCE } from './figures.ts';
import { type Html, html } from './html.ts';
import type { Scene } from './scene.ts';
import { addressOf } from './view-state.ts';

/** The units that can be looked at, the province first; none while their figures have not been counted. */
export function unitsOf({ overview }: Scene): { code: string; name: string }[] {
  const { figures } = overview.figures;
  return figures === undefined ? [] : [{ code: PROVINCE, name: figures.province.name }, ...figures.units];
}

/** Links to the same part of the page for each unit. */
export function unitChoices(scene: Scene, { section, chosen }: { section: string; chosen: string | undefined }): Html | undefined {
  const { t, state } = scene;
  const units = unitsOf(scene);
  if (units.length === 0) return undefined;
  const link = ({ code, name }: { code: string; name: string }) =>
    html`<a data-view href="${addressOf({ ...state, unit: code })}#${section}" ${code === chosen && html`aria-current="true"`}>${name}</a> `;
  return html`<details id="${section}-units"><summary>${t('day.choose')}</summary><p class="choices">${units.map(link)}</p></details>`;
}
