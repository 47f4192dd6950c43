import { civilDayOf } from './business-time.ts';
import { PROVINCE } from './figures.ts';
import { type Html, html } from './html.ts';
import type { Account, TakenOver } from './operations.money.ts';
import { problemNote, type Scene } from './scene.ts';
import { actionOf } from './view-state.ts';

/** Of each unit whose cash was taken over, for its accountant: what of it is paid in, to which account, by which slip. */
export function depositForms(scene: Scene): Html | undefined {
  const { t, overview, may } = scene;
  const answer = overview.money?.depositing;
  if (!may.account || answer === undefined) return undefined;
  if (answer.data === undefined) return problemNote(scene, answer);
  const { cashDrawers, depositAccounts } = answer.data;
  const more = cashDrawers.pageInfo.hasNextPage && html`<p class="note">${t('cash.payMore', { count: cashDrawers.nodes.length })}</p>`;
  const forms = [...Map.groupBy(cashDrawers.nodes, ({ unit }) => unit.code)].map(([code, drawers]) => {
    const accounts = depositAccounts.filter(({ unit }) => unit.code === code || unit.code === PROVINCE);
    return depositForm(scene, { code, drawers, accounts });
  });
  return html`${problemNote(scene, answer)}${more}${forms}`;
}

interface OfUnit {
  code: string;
  drawers: readonly TakenOver[];
  /** Its own, and the province's. */
  accounts: readonly Account[];
}

function depositForm(scene: Scene, { code, drawers, accounts }: OfUnit): Html {
  const { t, formats, state } = scene;
  const unit = drawers[0]?.unit.name ?? code;
  if (accounts.length === 0) return html`<p class="note">${t('cash.noAccount', { unit })}</p>`;
  const amount = formats.count(drawers.reduce((sum, { counted }) => sum + (counted ?? 0), 0));
  return html`<form id="pay-in-${code}" class="deposit" method="post" action="${actionOf('/console/drawers/deposit', state)}">
<fieldset><legend>${t('cash.pay', { unit, count: drawers.length, amount })}</legend>
<ul>${drawers.map((drawer) => drawerChoice(scene, drawer))}</ul>
${slipFields(scene, { code, accounts })}
</fieldset></form>`;
}

/** None is chosen by itself: one that is taken over while a slip is written does not belong to it. */
function drawerChoice({ formats }: Scene, { id, officer, day, counted }: TakenOver): Html {
  return html`<li id="choice-${id}"><label><input type="checkbox" id="drawer-in-${id}" name="drawer" value="${id}"> <span>${officer}, ${formats.day(day)}</span> <span class="number">${formats.count(counted ?? 0)}</span></label></li>`;
}

function slipFields({ t, overview }: Scene, { code, accounts }: Pick<OfUnit, 'code' | 'accounts'>): Html {
  // Money is dated by the real day, also where the business day is another.
  const today = civilDayOf(overview.at);
  const options = accounts.map(
    ({ number, bankName, unit }) =>
      html`<option value="${number}">${number} – ${bankName !== null && `${bankName}, `}${unit.name}</option>`,
  );
  return html`<div class="fields"><label>${t('cash.account')} <select id="account-${code}" name="account" required><option value=""></option>${options}</select></label>
<label>${t('cash.slipNumber')} <input id="slip-${code}" name="slip" required maxlength="40" pattern="[A-Za-z0-9.\\/_\\-]+" autocomplete="off"></label>
<label>${t('cash.depositedOn')} <input id="paid-in-on-${code}" type="date" name="day" required value="${today}" max="${today}"></label>
<button id="pay-in-button-${code}">${t('cash.payButton')}</button></div>`;
}
