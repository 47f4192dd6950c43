import type { PortalNotes, PortalOutcome, PortalTask } from '../contract/portal.ts';
import type { WireOptions } from './config.ts';
import { codeAtPortal, type WireDossier, wireDossier } from './wire.dossier.ts';
import { type WireRating, type WireStatistics, wireRating, wireStatistics } from './wire.reports.ts';
import { type WireStatus, wireStatus } from './wire.status.ts';
import { type WireStep, wireStep } from './wire.steps.ts';
import { FieldTexts } from './wire.text.ts';

interface Base {
  id: string;
  look: boolean;
  known: boolean;
  /** What the portal knows the dossier by; of reports, month and unit. */
  code: string;
  /** Whose name must not be told on. */
  ownerName: string | undefined;
  notes: PortalNotes | undefined;
}

/** A task in the portal's form, made once however often it is sent. */
export type WireTask = Base &
  (
    | { kind: 'dossier'; wire: WireDossier }
    | { kind: 'status'; wire: WireStatus }
    | { kind: 'steps'; wire: WireStep[] }
    | { kind: 'ratings'; wire: WireRating[] }
    | { kind: 'statistics'; wire: WireStatistics[] }
  );

/** Those of one kind. */
export type WireTaskOf<Kind extends WireTask['kind']> = Extract<WireTask, { kind: Kind }>;

/** Puts a task into the portal's form before anything is sent, so that one that does not fit fails alone and not the call that would carry it. */
export function prepare(task: PortalTask, options: WireOptions): WireTask | Extract<PortalOutcome, { kind: 'refused' }> {
  const texts = new FieldTexts(options.limits);
  try {
    const content = contentOf(task, options, texts);
    const notes = texts.shortened.length === 0 ? undefined : { shortened: texts.shortened };
    const ownerName = 'dossier' in task ? task.dossier.ownerName : undefined;
    return { id: task.id, look: task.look, known: task.known, ownerName, notes, ...content };
  } catch (error) {
    // What it says may hold personal data; that the task does not fit is all that may be told.
    if (error instanceof RangeError || error instanceof TypeError)
      return { id: task.id, kind: 'refused', code: 'CONTENT_INVALID', reason: UNFIT };
    throw error;
  }
}

type Content = { [Kind in WireTask['kind']]: Pick<WireTaskOf<Kind>, 'kind' | 'wire' | 'code'> }[WireTask['kind']];

function contentOf(task: PortalTask, options: WireOptions, texts: FieldTexts): Content {
  switch (task.kind) {
    case 'dossier': {
      const wire = wireDossier(task.dossier, options, texts);
      return { kind: 'dossier', wire, code: wire.MaHoSo };
    }
    case 'status': {
      const wire = wireStatus(task.dossier);
      return { kind: 'status', wire, code: wire.MaHoSo };
    }
    case 'steps': {
      const code = codeAtPortal(task.subject, task.nationalCode, options);
      return { kind: 'steps', wire: task.steps.map((step, at) => wireStep(code, step, { at, texts })), code };
    }
    case 'ratings':
      return { kind: 'ratings', wire: task.ratings.map(wireRating), code: task.subject };
    case 'statistics':
      return { kind: 'statistics', wire: task.statistics.map((row, at) => wireStatistics(row, { at, texts })), code: task.subject };
  }
}

const UNFIT =
  "the content can't be put into the portal's form: a time or month is none, a field is missing, or counts do not add up " +
  '(Nội dung không chuyển được sang mẫu của Cổng: sai ngày tháng, thiếu trường hoặc số liệu không khớp.)';
