import type { PortalOutcome } from '../contract/portal.ts';
import { chunks, type Operation, sendBatch } from './deliver.batch.ts';
import { delivered, inLanes, type Round, refusal } from './deliver.round.ts';
import type { WireTaskOf } from './deliver.task.ts';
import { missingSteps, type WireStep } from './wire.steps.ts';

type StepsTask = WireTaskOf<'steps'>;

/** So many look-ups, a settle time apart, must say that a step is missing before it is sent again. */
const DENIALS_NEEDED = 2;

/**
 * Delivers handling steps by `CapNhatTienDoHoSoMC`, those of several dossiers in one call.
 *
 * A step has no key at the portal: sent twice it stands there twice, and two requests for a supplement
 * make a dossier late by Decision 766. So, for "once, in order":
 * - a dossier's steps are one task and never split over calls: the call's one verdict holds for all of them,
 *   and the next task of the dossier is not given before this one is settled;
 * - an attempt without an answer is not repeated but looked up, a settle time later, because it may still be
 *   carried out; only after two such look-ups, a settle time apart, said no are the missing steps sent;
 * - where the portal's look-up lists no steps (`NATIONAL_PORTAL_STEPS_FIELD` is not set), nothing can prove
 *   that they arrived: the task is refused to a person, who looks at the portal and retries it, unless
 *   `NATIONAL_PORTAL_STEPS_IN_DOUBT` says `repeat`.
 * What remains is an attempt that is carried out later than two settle times after it was made; no client can
 * exclude that without a key of its own on the wire, so the settle time must be longer than the adapter keeps
 * a call. Refusal is taken as "none of the batch was carried out", as it is for dossiers.
 */
export async function deliverSteps(round: Round, tasks: readonly StepsTask[]): Promise<PortalOutcome[]> {
  const outcomes = tasks.filter((task) => task.wire.length === 0).map(delivered);
  const filled = tasks.filter((task) => task.wire.length > 0);
  const sure = filled.filter((task) => !task.look);
  const whole = operation(round, ({ wire }) => wire);
  // Calls for other dossiers may overtake each other. The first goes alone, lest a portal that is away leaves many in doubt.
  const [first = [], ...rest] = chunks(sure, round.config.stepsPerCall, (task) => task.wire.length);
  outcomes.push(...(await sendBatch(round, whole, first)));
  outcomes.push(...(await inLanes(rest, round.config.parallel, (batch) => sendBatch(round, whole, batch))).flat());
  const doubtful = filled.filter((task) => task.look);
  const looked = await inLanes(doubtful, round.config.parallel, (task) => lookThenSend(round, task));
  return [...outcomes, ...looked.flat()];
}

async function lookThenSend(round: Round, task: StepsTask): Promise<PortalOutcome[]> {
  const pending = await round.doubts.pending(task);
  if (pending !== undefined) return [pending];
  if (round.away !== undefined) return round.unsent([task]);
  // Undefined where nothing lists them: then nothing can tell.
  let listed: unknown;
  try {
    if (round.canLookUp) {
      const record = await round.service.lookUp(task.code);
      // Steps can't stand at a dossier that is not there.
      listed = record === null ? [] : listedSteps(record.raw, round.config.stepsField);
      round.answered();
    }
  } catch (error) {
    return [round.lookUpFailed(task, error)];
  }
  if (!Array.isArray(listed)) return round.config.stepsInDoubt === 'hold' ? [held(task)] : repeat(round, task, task.wire);
  const missing = missingSteps(task.wire, listed);
  if (missing.length === 0) return [delivered(task)];
  if (round.config.settleMs > 0 && (await round.doubts.denied(task)) < DENIALS_NEEDED) return [round.doubts.settling(task)];
  return repeat(round, task, missing);
}

async function repeat(round: Round, task: StepsTask, steps: WireStep[]): Promise<PortalOutcome[]> {
  await round.doubts.note([task]);
  return sendBatch(
    round,
    operation(round, () => steps),
    [task],
  );
}

function operation(round: Round, stepsOf: (task: StepsTask) => WireStep[]): Operation<StepsTask> {
  return {
    send: (batch) => round.service.call('CapNhatTienDoHoSoMC', { data: batch.flatMap(stepsOf) }),
    alone: async (task, answer) => refusal(task, answer),
  };
}

function listedSteps(item: unknown, field: string | undefined): unknown {
  return field !== undefined && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[field] : undefined;
}

function held(task: StepsTask): PortalOutcome {
  return {
    id: task.id,
    kind: 'refused',
    code: 'STEPS_IN_DOUBT',
    reason:
      'Không rõ các bước xử lý này đã đến Cổng hay chưa. Xem hồ sơ trên Cổng: nếu chưa có thì gửi lại. ' +
      '(These steps may have arrived: look at the dossier on the portal and retry only if they are not there.)',
  };
}
