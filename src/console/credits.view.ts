import { type Html, html } from './html.ts';
import { moneyPart, noteField, nothing, rowForm } from './money.parts.ts';
import type { Batch, ChosenCredit, Credit, Deposit } from './operations.money.ts';
import { NONE, type Scene } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { addressOf } from './view-state.ts';

/** What came in on the accounts and is nobody's yet, and, of the one that is chosen, what can be said of it. */
export function creditsView(scene: Scene): Html {
  const { t, formats } = scene;
  return html`${moneyPart(scene, 'credits', ({ nodes, totalCount }) =>
    nodes.length === 0
      ? nothing(scene, 'credits.none')
      : table({
          id: 'credit',
          caption: t('credits.caption', { shown: formats.count(nodes.length), total: formats.count(totalCount) }),
          columns: columnsOf(scene),
          rows: nodes,
          keyOf: ({ id }) => id,
          narrow: 'cards',
        }),
  )}${chosen(scene)}`;
}

function columnsOf(scene: Scene): Column<Credit>[] {
  const { t, formats, state } = scene;
  return [
    {
      label: t('credits.account'),
      names: true,
      cell: ({ id, account, bankReference }) =>
        html`<a data-view href="${addressOf({ ...state, of: id })}#credits" ${state.of === id && html`aria-current="true"`}>${bankReference}</a> <small>${account}</small>`,
    },
    { label: t('credits.booked'), cell: ({ bookedAt }) => html`${formats.instant(new Date(bookedAt))}` },
    { label: t('money.amount'), kind: 'number', cell: ({ amount }) => html`${formats.count(amount)}` },
    {
      label: t('credits.reference'),
      cell: ({ reference }) => (reference === null ? NONE : html`<span class="code">${reference}</span>`),
    },
    { label: t('money.state'), cell: (row) => doubts(scene, row) },
  ];
}

function doubts({ t, formats }: Scene, row: Credit): Html {
  const { disputedAmount, onStatement, proposedBy, proposedAs, proposedPayment, proposedBatches } = row;
  const what =
    proposedAs !== null ? t(`closing.${proposedAs}`) : (proposedPayment?.reference ?? proposedBatches.map(({ batch }) => batch).join(', '));
  return html`${proposedBy === null ? t('credits.open') : html`<span class="state state-degraded">${t('money.waits')}</span> <small>${t('money.proposed', { name: proposedBy, what })}</small>`}${
    disputedAmount !== null && html`<span class="reason bad">${t('credits.disputed', { amount: formats.count(disputedAmount) })}</span>`
  }${onStatement === false && html`<span class="reason bad">${t('credits.offStatement')}</span>`}`;
}

/** What can be said of the chosen one. */
function chosen(scene: Scene): Html | undefined {
  const { t, formats, state, overview } = scene;
  const answer = overview.money?.credit;
  if (state.of === undefined || answer === undefined || answer.problem !== undefined) return undefined;
  if (answer.data == null) return html`<p class="note">${t('credits.unknown')}</p>`;
  const { bankReference, account, amount, id, suggestions } = answer.data;
  const about = { reference: bankReference, account, amount: formats.count(amount) };
  if (answer.data.state !== 'UNIDENTIFIED') return html`<p class="note note-good">${t('credits.decided', about)}</p>`;
  return html`<h3>${t('credits.chosen', about)}</h3>
${scene.may.account && rowForm(scene, { kind: 'credits', id, path: 'text' }, html`<button id="text-${id}">${t('credits.text')}</button> <small>${t('credits.recorded')}</small>`)}
${suggestionsOf(scene, suggestions, id)}
${scene.may.account && forms(scene, answer.data)}`;
}

function suggestionsOf(scene: Scene, rows: ChosenCredit['suggestions'], credit: string): Html {
  const { t, formats } = scene;
  type Row = ChosenCredit['suggestions'][number];
  if (rows.length === 0) return html`<p class="note">${t('credits.noSuggestion')}</p>`;
  const columns: Column<Row>[] = [
    {
      label: t('credits.payment'),
      names: true,
      cell: ({ payment }) => html`<span class="code">${payment.reference}</span> <small>${payment.dossier?.code}</small>`,
    },
    { label: t('money.amount'), kind: 'number', cell: ({ payment }) => html`${formats.count(payment.amount)}` },
    { label: t('credits.why'), cell: ({ reason, score }) => html`${reason} <small>${score}/100</small>` },
  ];
  if (scene.may.account) {
    const cell = ({ payment }: Row) => assignForm(scene, { credit, payment: payment.id });
    columns.push({ label: t('connectors.action'), kind: 'action', cell });
  }
  return table({ id: 'suggestion', caption: t('credits.suggestions'), columns, rows, keyOf: ({ payment }) => payment.id, narrow: 'cards' });
}

function assignForm(scene: Scene, { credit, payment }: { credit: string; payment: string }): Html {
  const content = html`<input type="hidden" name="payment" value="${payment}">${noteField(scene, payment)}<button id="assign-${payment}">${scene.t('credits.assign')}</button>`;
  return rowForm(scene, { kind: 'credits', id: credit, path: 'assign' }, content);
}

function forms(scene: Scene, { id }: ChosenCredit): Html {
  const { t, overview } = scene;
  const batches = overview.money?.batches.data?.nodes ?? [];
  const deposits = overview.money?.cash.data?.cashDeposits ?? [];
  return html`${batches.length > 0 && batchesForm(scene, id, batches)}${deposits.length > 0 && depositForm(scene, id, deposits)}${rowForm(
    scene,
    { kind: 'credits', id, path: 'close' },
    html`<label for="as-${id}">${t('credits.close')}</label> <select id="as-${id}" name="as" required><option value=""></option>${(['RETURNED', 'NOT_FEES'] as const).map((as) => html`<option value="${as}">${t(`closing.${as}`)}</option>`)}</select>${noteField(scene, `close-${id}`)}<button id="close-${id}">${t('credits.closeButton')}</button>`,
  )}`;
}

function batchesForm(scene: Scene, id: string, batches: readonly Batch[]): Html {
  const { t, formats } = scene;
  const options = batches.map(
    (each) => html`<option value="${each.id}">${each.batch} – ${each.provider} ${each.merchant.code}, ${formats.count(each.open)}</option>`,
  );
  return rowForm(
    scene,
    { kind: 'credits', id, path: 'batches' },
    html`<label for="batches-${id}">${t('credits.batches')}</label> <select id="batches-${id}" name="batch" multiple required size="${Math.min(batches.length, 5)}">${options}</select>${noteField(scene, `batches-${id}`)}<button id="pay-out-${id}">${t('credits.assign')}</button>`,
  );
}

function depositForm(scene: Scene, id: string, deposits: readonly Deposit[]): Html {
  const { t, formats } = scene;
  const options = deposits.map(
    (each) => html`<option value="${each.id}">${each.slipNumber} – ${each.unit.name}, ${formats.count(each.amount)}</option>`,
  );
  return rowForm(
    scene,
    { kind: 'credits', id, path: 'deposit' },
    html`<label for="deposit-${id}">${t('credits.deposit')}</label> <select id="deposit-${id}" name="deposit" required><option value=""></option>${options}</select>${noteField(scene, `deposit-${id}`)}<button id="arrived-${id}">${t('credits.assign')}</button>`,
  );
}
