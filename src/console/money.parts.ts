import type { GraphAnswer } from './graph.ts';
import { type Html, html } from './html.ts';
import type { Money } from './money.ts';
import { problemNote, type Scene } from './scene.ts';
import type { TextKey } from './texts.ts';
import { actionOf } from './view-state.ts';

const UNASKED = { data: undefined, problem: undefined };

/** A heading, why the part can't be shown, and what it holds. */
export function moneyPart<Name extends keyof Money>(
  scene: Scene,
  name: Name,
  show: (data: NonNullable<Money[Name]['data']>) => Html,
): Html {
  const answer = (scene.overview.money?.[name] ?? UNASKED) as GraphAnswer<NonNullable<Money[Name]['data']>>;
  return html`<h2 id="${name}-title">${scene.t(`${name}.title` as TextKey)}</h2>
${problemNote(scene, answer)}
${answer.data != null && show(answer.data)}`;
}

/** That nothing waits. */
export function nothing({ t }: Scene, key: TextKey): Html {
  return html`<p class="note note-good"><strong>${t(key)}</strong></p>`;
}

/** A form of the one row that it stands in; `path` is what it does with that. */
export function rowForm({ state }: Scene, { kind, id, path }: { kind: string; id: string; path: string }, content: Html): Html {
  return html`<form class="inline" method="post" action="${actionOf(`/console/${kind}/${encodeURIComponent(id)}/${path}`, state)}">${content}</form>`;
}

/** Where somebody says why, or what proves it. */
export function noteField({ t }: Scene, id: string, label: TextKey = 'exceptions.note'): Html {
  return html`<label class="heard" for="note-${id}">${t(label)}</label><input id="note-${id}" name="note" required maxlength="500" placeholder="${t(label)}">`;
}

/** Agreed or sent back; ids tell the buttons of one page apart. */
export function verdictButtons({ t }: Scene, id: string): Html {
  return html`<button id="approve-${id}" name="approve" value="true">${t('exceptions.approve')}</button><button id="send-back-${id}" name="approve" value="false">${t('exceptions.sendBack')}</button>`;
}
