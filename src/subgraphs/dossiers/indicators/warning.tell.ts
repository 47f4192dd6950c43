import type { HubContext } from '../../../platform/graphql/context.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import type { Message } from '../../../platform/language.ts';
import { toLocalIso } from '../../../platform/time.ts';
import type { WarningRow } from './warning.find.ts';
import type { Losses } from './warning.loss.ts';
import type { EarlyWarning, WarningReason, WarningTurn } from './warning.type.ts';

const AWAITED: ReadonlySet<DossierStatus> = new Set(['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED']);

function turnOf({ status, reason }: WarningRow): WarningTurn {
  if (reason === 'PAPERS_NOT_DIGITIZED') return 'RECEIVING_UNIT';
  if (reason === 'RESULT_FILE_MISSING') return 'HANDLING_UNIT';
  if (reason === 'NOT_PAID_ONLINE' || AWAITED.has(status)) return 'APPLICANT';
  return status === 'SUBMITTED' ? 'RECEIVING_UNIT' : 'HANDLING_UNIT';
}

/** Who made the last step is in the unit that has the dossier: its desk before it is accepted, then who handles it. */
function officerOf({ status, receiving_unit, handling_unit, officer }: WarningRow, turn: WarningTurn): string | null {
  if (turn === 'APPLICANT') return null;
  const holder: WarningTurn = status === 'SUBMITTED' ? 'RECEIVING_UNIT' : 'HANDLING_UNIT';
  return turn === holder || receiving_unit === handling_unit ? officer : null;
}

const MESSAGES: Readonly<Record<WarningReason, (when: string) => Message>> = {
  DUE: (when) => ({ vi: `Đến hạn lúc ${when}; sau đó là quá hạn.`, en: `Due at ${when}; late after that.` }),
  PAPERS_NOT_DIGITIZED: (when) => ({
    vi: `Chưa có giấy tờ nào được số hóa; cần số hóa trước khi kết thúc, chậm nhất ${when}.`,
    en: `None of its papers is digitized; do so before it ends, by ${when}.`,
  }),
  RESULT_FILE_MISSING: (when) => ({
    vi: `Chưa có tệp kết quả điện tử; cần đính kèm khi kết thúc, chậm nhất ${when}.`,
    en: `It has no electronic result yet; attach it when it ends, by ${when}.`,
  }),
  NOT_PAID_ONLINE: (when) => ({
    vi: `Phí, lệ phí chưa nộp; nộp trực tuyến trước khi kết thúc, chậm nhất ${when}, thì được điểm.`,
    en: `Its fees are not paid; paid online before it ends, by ${when}, they give points.`,
  }),
};

/** A warning as it is told, in the reader's language. */
export function warningOf({ language }: HubContext, row: WarningRow, losses: Losses): EarlyWarning {
  const turn = turnOf(row);
  const time = toLocalIso(row.due_at);
  const when = `${time.slice(11, 16)} ${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)}`;
  return {
    ...{ dossierId: row.id, code: row.code, at: row.due_at, reason: row.reason, message: MESSAGES[row.reason](when)[language] },
    ...losses.by(row.own, row.soFar),
    turn,
    turnUnitCode: { RECEIVING_UNIT: row.receiving_unit, HANDLING_UNIT: row.handling_unit, APPLICANT: null }[turn],
    officer: officerOf(row, turn),
  };
}
