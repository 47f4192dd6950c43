import type { GoLive } from './go-live.ts';
import type { GraphAnswer } from './graph.ts';
import { type Html, html } from './html.ts';
import type { Differences, Extras, OnboardingItem, ReportingSwitch, Source } from './operations.ts';
import { NONE, problemNote, type Scene, whenPast } from './scene.ts';
import { type Column, table } from './table.view.ts';
import { unitChoices, unitsOf } from './units.choice.ts';
import { actionOf } from './view-state.ts';

/** An instant as the graph writes it. */
const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g;

const MODES = ['OFF', 'COMPARE', 'ON'] as const;

/** What the chosen unit has and lacks to work through the hub. */
export function onboardingView(scene: Scene): Html {
  const { t, formats, state, overview } = scene;
  const answer = overview.goLive?.onboarding;
  const columns: Column<OnboardingItem>[] = [
    { label: t('onboarding.item'), names: true, cell: ({ titleVi, titleEn }) => html`${state.language === 'vi' ? titleVi : titleEn}` },
    {
      label: t('onboarding.done'),
      cell: ({ done }) => html`<span class="state state-${done ? 'up' : 'paused'}">${t(done ? 'onboarding.yes' : 'onboarding.no')}</span>`,
    },
    {
      label: t('onboarding.detail'),
      cell: ({ detail }) => (detail === null ? NONE : html`${detail.replace(INSTANT, (at) => formats.instant(new Date(at)))}`),
    },
  ];
  return part(scene, {
    name: 'onboarding',
    answer: answer,
    show: (rows) =>
      rows.length === 0
        ? html`<p class="note">${t('day.unknown')}</p>`
        : table({ id: 'item', caption: captionOf(scene), columns, rows, keyOf: ({ code }) => code, narrow: 'cards' }),
  });
}

function captionOf({ t, formats, overview }: Scene): string {
  const items = overview.goLive?.onboarding.data ?? [];
  const done = items.filter((item) => item.done).length;
  return t('onboarding.caption', { done: formats.count(done), all: formats.count(items.length) });
}

/** Whether what is received is reported, and for an administrator the way to change it. */
export function switchesView(scene: Scene): Html {
  const { t, overview } = scene;
  const columns: Column<ReportingSwitch>[] = [
    {
      label: t('switches.unit'),
      names: true,
      cell: ({ unit, source }) => html`${unit.name} <small>${source ?? t('switches.anySource')}</small>`,
    },
    {
      label: t('switches.mode'),
      cell: ({ mode, own }) =>
        html`<span class="state switch-${mode.toLowerCase()}">${t(`switch.${mode}`)}</span>${!own && html` <small>${t('switches.inherited')}</small>`}`,
    },
    { label: t('switches.last'), cell: (row) => lastSetting(scene, row) },
  ];
  const shown = scene.may.administer
    ? [...columns, { label: t('switches.change'), cell: (row: ReportingSwitch) => switchForm(scene, row) }]
    : columns;
  const keyOf = ({ unit, source }: ReportingSwitch) => `${unit.code}-${source ?? 'all'}`;
  return part(scene, {
    name: 'switches',
    answer: overview.goLive?.switches,
    show: (rows) =>
      rows.length === 0
        ? html`<p class="note">${t('day.unknown')}</p>`
        : table({ id: 'switch', caption: t('switches.caption'), columns: shown, rows, keyOf, narrow: 'cards' }),
  });
}

function lastSetting(scene: Scene, { history }: ReportingSwitch): Html {
  const [last] = history;
  if (last === undefined) return NONE;
  return html`${scene.t(`switch.${last.mode}`)}, ${scene.formats.instant(new Date(last.from))} <small>${last.reason} · ${last.changedBy}</small>`;
}

function switchForm({ t, state }: Scene, { unit, source, mode }: ReportingSwitch): Html {
  const key = `${unit.code}-${source ?? 'all'}`;
  const options = MODES.map((each) => html`<option value="${each}" ${each === mode && html`selected`}>${t(`switch.${each}`)}</option>`);
  return html`<form class="inline" method="post" action="${actionOf('/console/reporting', state)}">
<input type="hidden" name="unit" value="${unit.code}">${source !== null && html`<input type="hidden" name="source" value="${source}">`}
<label class="heard" for="mode-${key}">${t('switches.mode')}</label><select id="mode-${key}" name="mode">${options}</select>
<label class="heard" for="reason-${key}">${t('switches.reason')}</label><input id="reason-${key}" name="reason" required maxlength="500" placeholder="${t('switches.reason')}">
<button id="set-${key}">${t('switches.set')}<span class="heard"> ${unit.name} ${source}</span></button></form>`;
}

/** What the hub and the portal tell differently. */
export function differencesView(scene: Scene): Html {
  const { t, formats, overview } = scene;
  const side = (it: Differences['nodes'][number]['theirs']) =>
    it === null || (it.status ?? it.unit) === null ? NONE : html`${it.status} <small>${it.unit}</small>`;
  const columns: Column<Differences['nodes'][number]>[] = [
    {
      label: t('syncs.subject'),
      names: true,
      cell: ({ subject, unit }) => html`<span class="code">${subject}</span> <small>${unit.name}</small>`,
    },
    { label: t('compared.kind'), cell: ({ kind, purpose }) => html`${t(`compared.${kind}`)} <small>${t(`comparing.${purpose}`)}</small>` },
    { label: t('differences.ours'), cell: ({ ours }) => side(ours) },
    { label: t('differences.theirs'), cell: ({ theirs }) => side(theirs) },
    { label: t('differences.day'), cell: ({ day }) => html`${formats.day(day)}` },
    { label: t('compared.repaired'), cell: ({ repairedAt }) => whenPast(scene, repairedAt) },
  ];
  return part(scene, {
    name: 'differences',
    answer: overview.goLive?.differences,
    show: ({ nodes, totalCount }) => {
      if (nodes.length === 0) return html`<p class="note note-good"><strong>${t('differences.none')}</strong></p>`;
      const counts = { shown: formats.count(nodes.length), total: formats.count(totalCount) };
      return table({
        id: 'difference',
        caption: t('differences.caption', counts),
        columns,
        rows: nodes,
        keyOf: ({ id }) => id,
        narrow: 'cards',
      });
    },
  });
}

/** What stands at the portal and is no dossier's of the hub, and since when. */
export function extrasView(scene: Scene): Html {
  const { t, formats, overview } = scene;
  const columns: Column<Extras['nodes'][number]>[] = [
    {
      label: t('syncs.subject'),
      names: true,
      cell: ({ code, unit }) => html`<span class="code">${code}</span> <small>${unit.name}</small>`,
    },
    {
      label: t('differences.theirs'),
      cell: ({ status, portalUnit }) => html`${status ?? t('extras.unsaid')} <small>${portalUnit}</small>`,
    },
    { label: t('extras.since'), cell: ({ firstSeenAt }) => whenPast(scene, firstSeenAt) },
    { label: t('extras.last'), cell: ({ lastSeenAt }) => whenPast(scene, lastSeenAt) },
  ];
  return part(scene, {
    name: 'extras',
    answer: overview.goLive?.extras,
    show: ({ nodes, totalCount }) => {
      if (nodes.length === 0) return html`<p class="note note-good"><strong>${t('extras.none')}</strong></p>`;
      const caption = t('extras.caption', { shown: formats.count(nodes.length), total: formats.count(totalCount) });
      return table({ id: 'extra', caption, columns, rows: nodes, keyOf: ({ code }) => code, narrow: 'cards' });
    },
  });
}

/** The one-stop systems, and how the way back to each stands. */
export function sourcesView(scene: Scene): Html {
  const { t, formats, overview } = scene;
  const columns: Column<Source>[] = [
    {
      label: t('sources.name'),
      names: true,
      cell: ({ name, unit }) => html`<span class="name">${name}</span> <small>${unit.name}</small>`,
    },
    { label: t('sources.way'), cell: ({ mode, url }) => html`${t(`source.${mode}`)} <small>${url}</small>` },
    {
      label: t('connectors.state'),
      cell: ({ active, connector }) =>
        active
          ? html`<span class="state state-${connector.state.toLowerCase()}">${t(`state.${connector.state}`)}</span>`
          : html`<span class="state state-paused">${t('sources.disabled')}</span>`,
    },
    { label: t('connectors.pending'), kind: 'number', cell: ({ connector }) => html`${formats.count(connector.pending)}` },
    { label: t('connectors.parked'), kind: 'number', cell: ({ connector }) => html`${formats.count(connector.parked)}` },
    { label: t('connectors.success'), cell: ({ connector }) => whenPast(scene, connector.lastSuccessAt) },
    {
      label: t('connectors.error'),
      cell: ({ connector }) => (connector.lastError === null ? NONE : html`<span class="reason">${connector.lastError}</span>`),
    },
    {
      label: t('sources.oldSecret'),
      cell: ({ previousSecretUntil }) => (previousSecretUntil === null ? NONE : html`${formats.instant(new Date(previousSecretUntil))}`),
    },
  ];
  return part(scene, {
    name: 'sources',
    answer: overview.goLive?.sources,
    show: (rows) =>
      rows.length === 0
        ? html`<p class="note">${t('sources.none')}</p>`
        : table({ id: 'source', caption: t('sources.caption'), columns, rows, keyOf: ({ name }) => name, narrow: 'cards' }),
  });
}

interface Part<T> {
  name: Exclude<keyof GoLive, 'unit'>;
  answer: GraphAnswer<T> | undefined;
  show(data: T): Html;
}

/** A heading, why it can't be shown, and what it holds; under the first the unit can be changed. */
export function part<T>(scene: Scene, { name, answer = UNASKED, show }: Part<T>): Html {
  const { t, overview } = scene;
  const first = name === 'onboarding';
  const chosen = overview.goLive?.unit;
  const unit = first && unitsOf(scene).find(({ code }) => code === chosen)?.name;
  return html`<div class="heading"><h2 id="${name}-title">${t(`${name}.title`)}</h2>${unit && html`<p class="muted">${unit}</p>`}</div>
${problemNote(scene, answer)}
${answer.data !== undefined && show(answer.data)}
${first && unitChoices(scene, { section: name, chosen })}`;
}

const UNASKED = { data: undefined, problem: undefined };
