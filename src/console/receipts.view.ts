import { type Html, html } from './html.ts';
import { moneyPart, noteField, nothing, rowForm, verdictButtons } from './money.parts.ts';
import type { ReceiptOrder, Refund } from './operations.money.ts';
import { NONE, type Scene, whenNext, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';

const ORDER_MARKS = { WANTED: 'paused', SENDING: 'paused', UNKNOWN: 'degraded', FAILED: 'down', DONE: 'up', CLOSED: 'up' } as const;

/** What providers of electronic receipts have not done, why, and what to do. */
export function receiptsView(scene: Scene): Html {
  const { t } = scene;
  const columns: Column<ReceiptOrder>[] = [
    {
      label: t('receipts.payment'),
      names: true,
      cell: ({ paymentReference, unit }) => html`<span class="code">${paymentReference}</span> <small>${unit.name}</small>`,
    },
    {
      label: t('receipts.wanted'),
      cell: ({ action, wantedAt }) => html`${t(`order.${action}`)} <small>${whenPast(scene, wantedAt)}</small>`,
    },
    { label: t('money.state'), cell: (row) => stateCell(scene, row) },
    {
      label: t('receipts.attempts'),
      cell: ({ attempts, nextAttemptAt }) =>
        html`${attempts}${nextAttemptAt !== null && html` <small>${t('receipts.next')} ${whenNext(scene, nextAttemptAt)}</small>`}`,
    },
  ];
  if (scene.may.account || scene.may.operate) {
    columns.push({ label: t('connectors.action'), kind: 'action', cell: (row) => orderForms(scene, row) });
  }
  return moneyPart(scene, 'receipts', (rows) =>
    rows.length === 0
      ? nothing(scene, 'receipts.none')
      : table({
          id: 'order',
          caption: t('receipts.caption', { count: rows.length }),
          columns,
          rows,
          keyOf: ({ id }) => id,
          narrow: 'cards',
        }),
  );
}

function stateCell({ t }: Scene, { state, code, reason, advice, closingBy, closingNote }: ReceiptOrder): Html {
  const said = reason ?? code;
  return html`<span class="state state-${ORDER_MARKS[state]}">${t(`orderState.${state}`)}</span>${advice !== null && html`<span class="reason">${advice}</span>`}${
    said !== null && html` <small>${said}</small>`
  }${closingBy !== null && html`<span class="reason">${t('money.proposed', { name: closingBy, what: closingNote ?? '' })}</span>`}`;
}

function orderForms(scene: Scene, { id, state, closingBy, paymentReference }: ReceiptOrder): Html {
  const { t, may } = scene;
  const what = html`<span class="heard"> ${paymentReference}</span>`;
  const retry =
    state !== 'SENDING' &&
    rowForm(scene, { kind: 'receipts', id, path: 'retry' }, html`<button id="retry-${id}">${t('receipts.retry')}${what}</button>`);
  const propose =
    may.account &&
    state === 'FAILED' &&
    closingBy === null &&
    rowForm(
      scene,
      { kind: 'receipts', id, path: 'propose' },
      html`${noteField(scene, `order-${id}`)}<button id="propose-${id}">${t('receipts.propose')}${what}</button>`,
    );
  const approve = may.account && closingBy !== null && rowForm(scene, { kind: 'receipts', id, path: 'approve' }, verdictButtons(scene, id));
  return html`${retry}${propose}${approve}`;
}

const REFUND_MARKS = { REQUESTED: 'degraded', READY: 'paused', SENT: 'paused', REFUSED: 'down', DONE: 'up', WITHDRAWN: 'up' } as const;

/** Money that is to go back. */
export function refundsView(scene: Scene): Html {
  const { t, formats } = scene;
  const columns: Column<Refund>[] = [
    {
      label: t('receipts.payment'),
      names: true,
      cell: ({ payment }) =>
        html`<span class="code">${payment.reference}</span> <small>${payment.provider}, ${payment.dossier?.code}</small>`,
    },
    { label: t('money.amount'), kind: 'number', cell: ({ amount }) => html`${formats.count(amount)}` },
    {
      label: t('refunds.why'),
      cell: ({ cause, reason, requestedBy, requestedAt }) =>
        html`${cause === 'PAID_TWICE' && html`<strong>${t('refund.PAID_TWICE')}</strong> `}${reason} <small>${requestedBy}, ${formats.instant(new Date(requestedAt))}</small>`,
    },
    {
      label: t('money.state'),
      cell: ({ state, way, providerCode, note }) =>
        html`<span class="state state-${REFUND_MARKS[state]}">${t(`refund.${state}`)}</span> <small>${t(`refund.${way}`)}${providerCode !== null && ` · ${providerCode}`}</small>${note !== null && html`<span class="reason">${note}</span>`}`,
    },
  ];
  if (scene.may.account) {
    columns.push({ label: t('connectors.action'), kind: 'action', cell: (row) => refundForm(scene, row) });
  }
  return moneyPart(scene, 'refunds', ({ nodes, totalCount }) =>
    nodes.length === 0
      ? nothing(scene, 'refunds.none')
      : table({
          id: 'refund',
          caption: t('refunds.caption', { shown: formats.count(nodes.length), total: formats.count(totalCount) }),
          columns,
          rows: nodes,
          keyOf: ({ id }) => id,
          narrow: 'cards',
        }),
  );
}

/** A second person's word on one that waits for it, or what became of one of which no gateway will tell. */
function refundForm(scene: Scene, { id, state, awaitsConclusion, payment }: Refund): Html {
  const { t } = scene;
  if (state === 'REQUESTED') {
    return rowForm(scene, { kind: 'refunds', id, path: 'approve' }, html`${noteField(scene, `refund-${id}`)}${verdictButtons(scene, id)}`);
  }
  if (!awaitsConclusion) return NONE;
  const what = html`<span class="heard"> ${payment.reference}</span>`;
  const buttons = html`<button id="paid-${id}" name="paid" value="true">${t('refunds.paid')}${what}</button><button id="not-paid-${id}" name="paid" value="false">${t('refunds.notPaid')}${what}</button>`;
  return rowForm(scene, { kind: 'refunds', id, path: 'conclude' }, html`${noteField(scene, `conclude-${id}`, 'refunds.proof')}${buttons}`);
}
