import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import { type DossierStatus, STATUS_BY_NATIONAL_CODE } from '../../../platform/graphql/enums.ts';
import type { Message } from '../../../platform/language.ts';
import { nameOfState } from './labels.ts';
import { type Demand, type Mover, TRANSITIONS, type Transition } from './transitions.ts';

/** How a dossier stands when somebody wants to move it. */
export interface Situation {
  from: DossierStatus;
  movers: ReadonlySet<Mover>;
  voided: boolean;
  /** The state from which it was put aside: to wait for papers, a payment or a decision about its withdrawal. */
  before: DossierStatus;
  /** Papers were asked for before. */
  supplemented: boolean;
  /** Its due date was moved before. */
  reDated: boolean;
  dueAt: Date | null;
  /** Something is to be paid for it. */
  owes: boolean;
  now: Date;
}

/** What a move brings along. */
export interface Move {
  to: DossierStatus;
  reason: string | undefined;
  documents: number;
  fees: number;
  newDueAt: Date | undefined;
}

/** The one transition that a move is, or why it is none. */
export type Verdict = { transition: Transition } | { error: UserErrorValue };

/** Judges a move by the state machine. */
export function judge(situation: Situation, move: Move): Verdict {
  if (situation.voided) return { error: illegal(VOIDED) };
  const known = TRANSITIONS.filter(({ from, to, by }) => from === situation.from && to === move.to && isBy(situation, by));
  const transition = known.find((each) => holds(situation, each));
  if (transition === undefined) return { error: illegal(whyNot(situation, known), reachable(situation)) };
  const missing = transition.demands.find((demand) => !MET[demand](situation, move));
  return missing === undefined ? { transition } : { error: userError('INVALID', MISSING[missing].text, ['input', MISSING[missing].field]) };
}

/** The states that these movers can bring a dossier to from where it stands, in the order of the national codes. */
export function reachable(situation: Situation): DossierStatus[] {
  if (situation.voided) return [];
  const goals = TRANSITIONS.filter((each) => each.from === situation.from && isBy(situation, each.by) && holds(situation, each));
  return STATUS_BY_NATIONAL_CODE.filter((state) => goals.some(({ to }) => to === state && to !== situation.from));
}

const isBy = ({ movers }: Situation, by: readonly Mover[]) => by.some((mover) => movers.has(mover));

/** Whether what must hold beside the state does. */
function holds(situation: Situation, { to, when }: Transition): boolean {
  switch (when) {
    case 'BACK':
      return to === situation.before;
    case 'FIRST_SUPPLEMENT':
      return !situation.supplemented;
    case 'FIRST_RE_DATING':
      return !situation.reDated && situation.dueAt !== null && situation.dueAt >= situation.now;
    default:
      return true;
  }
}

const MET: Readonly<Record<Demand, (situation: Situation, move: Move) => boolean>> = {
  reason: (_, { reason }) => reason !== undefined,
  documents: (_, { documents }) => documents > 0,
  fees: ({ owes }, { fees }) => owes || fees > 0,
  newDueAt: ({ dueAt, now }, { newDueAt }) => newDueAt !== undefined && newDueAt > now && (dueAt === null || newDueAt > dueAt),
};

const MISSING: Readonly<Record<Demand, { field: string; text: Message }>> = {
  reason: { field: 'note', text: { vi: 'Cần nêu lý do (note).', en: 'Give the reason (note).' } },
  documents: {
    field: 'documents',
    text: {
      vi: 'Cần kèm giấy tờ: giấy tờ bổ sung, hoặc đơn xin rút hồ sơ.',
      en: 'Send the papers: those that were asked for, or the request to withdraw.',
    },
  },
  fees: { field: 'fees', text: { vi: 'Cần nêu các khoản phí, lệ phí phải nộp.', en: 'Say which fees are to be paid.' } },
  newDueAt: {
    field: 'newDueAt',
    text: { vi: 'Cần ngày hẹn trả mới, sau ngày hẹn hiện tại.', en: 'Give a new due date, later than the present one.' },
  },
};

const VOIDED: Message = { vi: 'Hồ sơ đã bị hủy do nhập sai.', en: 'The dossier was voided as wrongly keyed.' };

/** Why a move is not to be made. Where only a rule beside the state stands against it, the sentence says which. */
function whyNot(situation: Situation, known: readonly Transition[]): Message {
  const when = known.find((each) => !holds(situation, each))?.when;
  if (when === 'FIRST_SUPPLEMENT') {
    return {
      vi: 'Chỉ được yêu cầu bổ sung giấy tờ một lần, và hồ sơ này đã được yêu cầu.',
      en: 'Papers may be asked for once only, and for this dossier they were.',
    };
  }
  if (when === 'FIRST_RE_DATING') return reDatingRefused(situation);
  const name = nameOfState(situation.from);
  return { vi: `Hồ sơ đang ở trạng thái ${name}.`, en: `The dossier is in the state ${name}.` };
}

function reDatingRefused({ reDated, dueAt }: Situation): Message {
  if (reDated) {
    return {
      vi: 'Chỉ được hẹn lại ngày trả một lần, và hồ sơ này đã được hẹn lại.',
      en: 'The due date may be moved once only, and it was.',
    };
  }
  if (dueAt === null) return { vi: 'Hồ sơ này không có ngày hẹn trả.', en: 'This dossier has no due date.' };
  return { vi: 'Ngày hẹn trả đã qua: không thể hẹn lại nữa.', en: 'The due date has passed: it can not be moved any more.' };
}

function illegal(why: Message, states: readonly DossierStatus[] = []): UserErrorValue {
  const names = states.map(nameOfState).join(', ');
  const onward =
    names === ''
      ? { vi: 'Bạn không thể chuyển hồ sơ này sang trạng thái nào khác.', en: 'You can not move it to any other state.' }
      : { vi: `Từ đây bạn có thể chuyển sang: ${names}.`, en: `From here you can move it to: ${names}.` };
  return userError('ILLEGAL_TRANSITION', { vi: `${why.vi} ${onward.vi}`, en: `${why.en} ${onward.en}` }, ['input', 'to']);
}
