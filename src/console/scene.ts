import { PROVINCE } from './figures.ts';
import { type Formats, formatsIn } from './formats.ts';
import { type Html, html } from './html.ts';
import type { Overview } from './overview.ts';
import { type TextKey, type Translate, textsIn } from './texts.ts';
import type { ViewState } from './view-state.ts';

export type ConsoleMode = 'sandbox' | 'training' | 'production';

/** What every view is given: the moment, the language and whose eyes they are. */
export interface Scene {
  overview: Overview;
  state: ViewState;
  mode: ConsoleMode;
  /** The business day. */
  today: string;
  t: Translate;
  formats: Formats;
  may: { operate: boolean; retry: boolean; administer: boolean; account: boolean; rule: boolean; take: boolean };
}

export function createScene(given: Pick<Scene, 'overview' | 'state' | 'mode' | 'today'>): Scene {
  const { roles, unit } = given.overview.session;
  const operate = roles.includes('OPERATOR');
  return {
    ...given,
    t: textsIn(given.state.language),
    formats: formatsIn(given.state.language),
    may: {
      operate,
      retry: operate || roles.includes('UNIT_LEADER'),
      administer: roles.includes('ADMINISTRATOR'),
      account: roles.includes('ACCOUNTANT'),
      take: roles.includes('OFFICER'),
      // A rule is for all units.
      rule: roles.includes('ADMINISTRATOR') && (unit === undefined || unit === PROVINCE),
    },
  };
}

/** A cell with nothing in it; a card leaves it out. */
export const NONE: Html = html`<span class="none">–</span>`;

/**
 * An instant of the business clock as people say it, with the exact time under it; a dash for none. What
 * lies behind but is dated later than now, as the sample's own last day is in the morning, is told by its date alone.
 */
export function whenPast(scene: Scene, instant: string | null): Html {
  if (instant === null) return NONE;
  const { formats, overview } = scene;
  const at = new Date(instant);
  if (at <= overview.now) return whenNext(scene, instant);
  return html`<time datetime="${instant}">${formats.instant(at)}</time>`;
}

/** The same for what is still to come. */
export function whenNext({ formats, overview }: Scene, instant: string | null): Html {
  if (instant === null) return NONE;
  const at = new Date(instant);
  return html`<time datetime="${instant}">${formats.relative(at, overview.now)} <small>${formats.instant(at)}</small></time>`;
}

/** Why a part is missing or has gaps; nothing where it is whole. */
export function problemNote(
  scene: Scene,
  answer: { data?: unknown; problem: { code: string; message: string } | undefined },
): Html | undefined {
  const { t, overview } = scene;
  if (overview.session.kind === 'signed-out' && answer.data === undefined && answer.problem === undefined) {
    return html`<p class="note">${t('session.needed')}</p>`;
  }
  if (answer.problem === undefined) return undefined;
  if (answer.problem.code === 'FORBIDDEN') return html`<p class="note">${t('problem.hidden')}</p>`;
  const what: TextKey = answer.data === undefined ? 'problem.unread' : 'problem.partial';
  return html`<p class="note note-bad"><strong>${t(what)}</strong> ${answer.problem.message} <code>${answer.problem.code}</code></p>`;
}
