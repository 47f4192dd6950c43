import { type Html, html } from './html.ts';
import { moneyPart, nothing } from './money.parts.ts';
import type { Repeat } from './operations.money.ts';
import { NONE, type Scene, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';

/** The graph tells no more than these. */
const MOST = 500;

/** Money that one-stop systems reported once more: posted once, and somebody must say where it is told wrongly. */
export function repeatsView(scene: Scene): Html {
  const { t, formats } = scene;
  const columns: Column<Repeat>[] = [
    {
      label: t('receipts.payment'),
      names: true,
      cell: ({ provider, reference, providerTransactionId }) =>
        html`<span class="code">${reference}</span> <small>${provider}${providerTransactionId !== null && ` · ${providerTransactionId}`}</small>`,
    },
    {
      label: t('repeats.again'),
      cell: ({ dossier, unit }) => html`${dossier?.code ?? NONE} <small>${unit.name}</small>`,
    },
    { label: t('repeats.posted'), cell: ({ postedFor }) => html`<span class="code">${postedFor}</span>` },
    { label: t('money.amount'), kind: 'number', cell: ({ amount }) => html`${formats.count(amount)}` },
    { label: t('repeats.when'), cell: ({ reportedAt }) => whenPast(scene, reportedAt) },
    { label: t('repeats.advice'), cell: ({ advice }) => html`${advice}` },
  ];
  return moneyPart(scene, 'repeats', (rows) =>
    rows.length === 0
      ? nothing(scene, 'repeats.none')
      : table({
          id: 'repeat',
          caption: t('repeats.caption', { count: `${rows.length < MOST ? '' : '≥ '}${formats.count(rows.length)}` }),
          columns,
          rows,
          keyOf: ({ id }) => id,
          narrow: 'cards',
        }),
  );
}
