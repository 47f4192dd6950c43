import { type Html, html } from './html.ts';
import type { Drawer } from './operations.money.ts';
import type { Scene } from './scene.ts';
import { actionOf } from './view-state.ts';

/** Notes in use, as the graph takes them. */
export const NOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100] as const;
/** The field of a denomination. */
export const pieceField = (denomination: number) => `pieces-${denomination}`;

/** Of each drawer of the reader's own that is not handed over: how many notes of which kind are in it. */
export function countForms(scene: Scene): Html | undefined {
  const { overview, may } = scene;
  const { subject } = overview.session;
  if (!may.take || subject === undefined) return undefined;
  const own = (overview.money?.cash.data?.cashDrawers.nodes ?? []).filter(
    ({ officer, state }) => officer === subject && (state === 'OPEN' || state === 'COUNTED'),
  );
  return html`${own.map((drawer) => countForm(scene, drawer))}`;
}

function countForm({ t, formats, state }: Scene, { id, day, expected, state: now }: Drawer): Html {
  const legend = t(now === 'OPEN' ? 'cash.count' : 'cash.countAgain', { day: formats.day(day), amount: formats.count(expected) });
  const fields = NOTES.map(
    (note) =>
      html`<li><label><span>${formats.count(note)} đ ×</span> <input id="${pieceField(note)}-${id}" class="number" name="${pieceField(note)}" type="number" min="0" max="1000000" step="1" inputmode="numeric" autocomplete="off"></label></li>`,
  );
  return html`<form id="count-${id}" class="deposit" method="post" action="${actionOf(`/console/drawers/${encodeURIComponent(id)}/count`, state)}">
<fieldset><legend>${legend}</legend>
<p>${t('cash.countHow')}</p>
<ul>${fields}</ul>
<div class="fields"><label>${t('cash.countNote')} <input id="count-note-${id}" name="note" maxlength="500" autocomplete="off"></label>
<button id="count-button-${id}">${t('cash.countButton')}</button></div>
</fieldset></form>`;
}
