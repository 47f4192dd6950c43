import { part } from './go-live.view.ts';
import { type Html, html } from './html.ts';
import type { RuleChange } from './operations.rules.ts';
import { type ReadRuleChange, readRuleChange } from './rules.lines.ts';
import { NONE, type Scene } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { actionOf } from './view-state.ts';

type Row = RuleChange & { read: ReadRuleChange };

/** Changes of rules that wait: what would change from when, who wants it, and for who may decide the way to do so. */
export function rulesView(scene: Scene): Html {
  const { t, formats, overview } = scene;
  return part(scene, {
    name: 'rules',
    answer: overview.goLive?.rules,
    show: (changes) => {
      if (changes.length === 0) return html`<p class="note note-good"><strong>${t('rules.none')}</strong></p>`;
      const rows = changes.map((change) => ({ ...change, read: readRuleChange(scene, change) }));
      const caption = t('rules.caption', { count: formats.count(rows.length) });
      return table({ id: 'rule', caption, columns: columnsOf(scene), rows, keyOf: ({ id }) => id, narrow: 'cards' });
    },
  });
}

function columnsOf(scene: Scene): Column<Row>[] {
  const { t, formats } = scene;
  const columns: Column<Row>[] = [
    { label: t('rules.change'), names: true, cell: ({ kind, read }) => html`${t(`ruleKind.${kind}`)} <small>${read.subject}</small>` },
    { label: t('rules.from'), cell: ({ read }) => html`${formats.day(read.from)}` },
    { label: t('rules.content'), cell: ({ read }) => linesOf(read) },
    {
      label: t('rules.proposed'),
      cell: ({ reason, proposedBy, proposedAt }) =>
        html`<div><span class="reason">${reason}</span> <small>${proposedBy}, ${formats.instant(new Date(proposedAt))}</small></div>`,
    },
  ];
  return scene.may.rule ? [...columns, { label: t('rules.decide'), kind: 'action', cell: (row) => decideForm(scene, row) }] : columns;
}

function linesOf({ lines }: ReadRuleChange): Html {
  if (lines.length === 0) return NONE;
  const shown = lines.map(
    ({ row, label, before, after }) =>
      html`<li>${row !== undefined && html`<span class="code">${row}</span> `}${label}: ${before} → <strong>${after}</strong></li>`,
  );
  return html`<ul class="lines">${shown}</ul>`;
}

/** Who proposed it may withdraw it, another approve it or send it back. */
function decideForm({ t, state, overview }: Scene, { id, kind, proposedBy, read }: Row): Html {
  const decisions = proposedBy === overview.session.subject ? (['withdraw'] as const) : (['approve', 'refuse'] as const);
  const about = `${t(`ruleKind.${kind}`)}, ${read.subject}`;
  const buttons = decisions.map(
    (each) =>
      html`<button id="${each}-${id}" name="decision" value="${each}">${t(`rules.${each}`)}<span class="heard"> ${about}</span></button>`,
  );
  return html`<form class="inline" method="post" action="${actionOf(`/console/rules/${encodeURIComponent(id)}/decide`, state)}">${buttons}</form>`;
}
