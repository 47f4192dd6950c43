import type { PortalOutcome } from '../contract/portal.ts';
import { type Operation, sendBatch } from './deliver.batch.ts';
import { delivered, inLanes, type Round, refusal } from './deliver.round.ts';
import type { WireTaskOf } from './deliver.task.ts';
import type { WireStatus } from './wire.status.ts';
import { wireText } from './wire.text.ts';

type StatusTask = WireTaskOf<'status'>;

/**
 * Delivers the states of dossiers that were filed at the portal by `DongBoTrangThaiHoSo`, one in a call.
 * A notice is a snapshot: told twice it says the same. In doubt, it is told again only where the look-up
 * does not show it, and after the settle time, lest an older notice overtakes a newer one.
 */
export async function deliverStatuses(round: Round, tasks: readonly StatusTask[]): Promise<PortalOutcome[]> {
  const outcomes = await inLanes(tasks, round.config.parallel, async (task) => {
    const settled = task.look ? await lookFirst(round, task) : undefined;
    return settled ?? sendBatch(round, operation(round), [task]);
  });
  return outcomes.flat();
}

/** The outcome where the look-up gives one already; undefined: send it. */
async function lookFirst(round: Round, task: StatusTask): Promise<PortalOutcome[] | undefined> {
  const pending = await round.doubts.pending(task);
  if (pending !== undefined) return [pending];
  if (round.away !== undefined) return round.unsent([task]);
  try {
    const record = round.canLookUp ? await round.service.lookUp(task.code) : null;
    round.answered();
    if (shows(record?.raw, round.config.noticesField, task.wire)) return [delivered(task)];
  } catch (error) {
    return [round.lookUpFailed(task, error)];
  }
  await round.doubts.note([task]);
  return undefined;
}

function operation(round: Round): Operation<StatusTask> {
  return {
    send: ([task]) => round.service.call('DongBoTrangThaiHoSo', { type: '2', data: task?.wire }),
    alone: async (task, answer) => refusal(task, answer),
  };
}

/** Whether the last notice that the portal lists is this one. An earlier equal one would not do: another may have followed. */
function shows(item: unknown, field: string | undefined, notice: WireStatus): boolean {
  if (field === undefined || typeof item !== 'object' || item === null) return false;
  const listed: unknown = (item as Record<string, unknown>)[field];
  const last: unknown = Array.isArray(listed) ? listed.at(-1) : undefined;
  if (typeof last !== 'object' || last === null) return false;
  const told = last as Record<string, unknown>;
  return (['MaHoSoDonVi', 'TrangThai', 'NgayXuLy', 'NoiDung'] as const).every(
    (name) => wireText(String(told[name] ?? '')) === notice[name],
  );
}
