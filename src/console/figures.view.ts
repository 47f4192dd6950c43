import { type Html, html } from './html.ts';
import type { Indicators } from './operations.ts';
import { problemNote, type Scene } from './scene.ts';
import { addressOf } from './view-state.ts';

/** Payments that were heard of longer before the count than this are told apart from it. */
const LAG_MS = 60_000;

/** The quarter's figures of the province, each with what it is a share of. */
export function figuresView(scene: Scene): Html {
  const { t, formats, state, overview } = scene;
  const { figures, problem } = overview.figures;
  const { quarter } = state;
  const period = t('figures.period', { from: formats.day(quarter.from), to: formats.day(quarter.to) });
  return html`<div class="heading"><h2 id="figures-title">${t('figures.title', { number: quarter.number, year: quarter.year })}</h2>
<p class="muted">${period}${figures && html` · ${t('figures.counted', { time: formats.clock(figures.countedAt) })}${lagNote(scene, figures.province.indicators.asOf)}`}</p>
${quarterLinks(scene)}</div>
${problemNote(scene, { data: figures, problem })}
${figures && html`<dl class="tiles">${tiles(scene, figures.province.indicators)}</dl>`}`;
}

function lagNote({ t, formats, overview }: Scene, asOf: string): Html | undefined {
  const at = new Date(asOf);
  const counted = overview.figures.figures?.countedAt.getTime() ?? 0;
  return counted - at.getTime() > LAG_MS ? html` · ${t('figures.payments', { time: formats.instant(at) })}` : undefined;
}

function quarterLinks({ t, state }: Scene): Html {
  const place = state.quarters.findIndex(({ key }) => key === state.quarter.key);
  const link = (at: number, label: string, sign: string) => {
    const quarter = state.quarters[at];
    if (quarter === undefined) return undefined;
    return html`<a data-view href="${addressOf({ ...state, quarter })}#figures" title="${label}"><span aria-hidden="true">${sign}</span> ${t('figures.quarter', { number: quarter.number, year: quarter.year })}</a>`;
  };
  return html`<p class="choices">${link(place + 1, t('figures.earlier'), '‹')} ${link(place - 1, t('figures.later'), '›')}</p>`;
}

function tiles(scene: Scene, it: Indicators): Html[] {
  const { t, formats } = scene;
  const of = (part: number, whole: number) => ({ part: formats.count(part), whole: formats.count(whole) });
  const received = it.dossiersReceived;
  const atCommunes = received === 0 ? null : it.dossiersReceivedAtCommunes / received;
  return [
    tile({ label: t('figures.received'), value: formats.count(received), of: t('figures.received.of') }),
    tile({
      label: t('figures.communes'),
      value: formats.count(it.dossiersReceivedAtCommunes),
      of: atCommunes === null ? '' : t('figures.communes.of', { share: formats.share(atCommunes) }),
      share: atCommunes,
    }),
    rateTile(scene, {
      label: t('figures.online'),
      share: it.onlineFilingRate,
      of: t('figures.online.of', of(it.receivedOnline, received)),
    }),
    rateTile(scene, {
      label: t('figures.paid'),
      share: it.onlinePaymentRate,
      of: t('figures.paid.of', of(it.paidOnline, it.dossiersWithFee)),
    }),
    rateTile(scene, {
      label: t('figures.onTime'),
      share: it.resolvedOnTimeRate,
      of: t('figures.onTime.of', of(partOf(it.resolvedOnTimeRate, received), received)),
    }),
    rateTile(scene, { label: t('figures.satisfied'), share: it.satisfactionRate, of: t('figures.satisfied.of') }),
  ];
}

/** The whole number whose share of `whole` that is: exact, the share is their quotient. */
export function partOf(share: number | null, whole: number): number {
  return Math.round((share ?? 0) * whole);
}

function rateTile({ t, formats }: Scene, rate: { label: string; share: number | null; of: string }): Html {
  return tile({ ...rate, value: rate.share === null ? t('figures.noData') : formats.share(rate.share) });
}

function tile({ label, value, of, share }: { label: string; value: string; of: string; share?: number | null }): Html {
  return html`<div class="tile"><dt>${label}</dt><dd class="value">${value}</dd><dd class="of">${of}</dd>${share !== undefined && share !== null && bar(share)}</div>
`;
}

/** A share as a thin bar; the figure beside it says the same in words. */
export function bar(share: number): Html {
  return html`<svg class="bar" aria-hidden="true"><rect width="100%" height="100%"></rect><rect class="part" width="${(share * 100).toFixed(1)}%" height="100%"></rect></svg>`;
}
