import type { PortalOutcome } from '../contract/portal.ts';
import { delivered, type Round } from './deliver.round.ts';
import type { WireTask } from './deliver.task.ts';
import type { Verdict } from './transport.service.ts';

/** How a batch of one operation is sent, and what a verdict on a single task means. */
export interface Operation<Task extends WireTask> {
  send(batch: readonly Task[]): Promise<Verdict>;
  /** The portal said no to this task alone. */
  alone(task: Task, answer: Verdict): Promise<PortalOutcome>;
}

/**
 * Sends a batch that gets one verdict. Where it is no, the batch is divided until the bad one stands alone,
 * first by the codes that the answer names, else in halves, so that one bad dossier costs few calls.
 */
export async function sendBatch<Task extends WireTask>(
  round: Round,
  operation: Operation<Task>,
  batch: readonly Task[],
): Promise<PortalOutcome[]> {
  if (batch.length === 0) return [];
  if (round.away !== undefined) return round.unsent(batch);
  let answer: Verdict;
  try {
    answer = await operation.send(batch);
    round.answered();
  } catch (error) {
    return round.writeFailed(batch, error);
  }
  if (answer.verdict === 'ok') return batch.map(delivered);
  const [task] = batch;
  if (batch.length === 1 && task !== undefined) return [await operation.alone(task, answer)];
  const outcomes: PortalOutcome[] = [];
  for (const part of divide(batch, answer.message)) outcomes.push(...(await sendBatch(round, operation, part)));
  return outcomes;
}

/** Those that the answer names apart from the rest; in halves where it names none, or many were already taken out one by one. */
export function divide<Task extends WireTask>(batch: readonly Task[], message: string): Task[][] {
  const named = batch.filter((task) => names(message, task.code));
  if (named.length > 0 && named.length < batch.length) {
    const rest = batch.filter((task) => !named.includes(task));
    // A portal that names one at a time would cost a call for each: halve the rest, so that several bad ones part early.
    return [named, ...halves(rest)];
  }
  return halves(batch);
}

/** Whether the text holds the whole code, not a longer one that begins with it. */
function names(message: string, code: string): boolean {
  const at = message.indexOf(code);
  return at >= 0 && !/[\dA-Za-z]/.test(message.charAt(at + code.length)) && !/[\dA-Za-z.]/.test(message.charAt(at - 1));
}

function halves<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

/** Cuts items into runs whose weights add up to at most `limit`; an item heavier than that goes alone. */
export function chunks<T>(items: readonly T[], limit: number, weight: (item: T) => number = () => 1): T[][] {
  const made: T[][] = [];
  let room = 0;
  for (const item of items) {
    const last = made.at(-1);
    if (last === undefined || weight(item) > room) {
      made.push([item]);
      room = limit - weight(item);
    } else {
      last.push(item);
      room -= weight(item);
    }
  }
  return made;
}
