import type { PortalOutcome } from '../contract/portal.ts';
import { chunks, type Operation, sendBatch } from './deliver.batch.ts';
import { inLanes, type Round, refusal } from './deliver.round.ts';
import type { WireTaskOf } from './deliver.task.ts';
import type { Verdict } from './transport.service.ts';

type DossierTask = WireTaskOf<'dossier'>;
type Mode = 'insert' | 'update';

/**
 * Delivers dossiers by `DongBoHoSoMC`. A dossier's code is its key at the portal: an insert that was carried
 * out after all makes the next one `đã tồn tại`, which becomes an update, so two dossiers can't come of it.
 * What was ever in doubt goes alone, lest one dossier that the portal chokes on keeps others in doubt.
 */
export async function deliverDossiers(round: Round, tasks: readonly DossierTask[]): Promise<PortalOutcome[]> {
  const sure = tasks.filter((task) => !task.look);
  const outcomes: PortalOutcome[] = [];
  for (const mode of ['insert', 'update'] as const) {
    const ofMode = sure.filter((task) => task.known === (mode === 'update'));
    for (const batch of chunks(ofMode, round.config.batchSize)) outcomes.push(...(await sendBatch(round, operation(round, mode), batch)));
  }
  const doubtful = tasks.filter((task) => task.look);
  const looked = await inLanes(doubtful, round.config.parallel, (task) => lookThenSend(round, task));
  return [...outcomes, ...looked.flat()];
}

async function lookThenSend(round: Round, task: DossierTask): Promise<PortalOutcome[]> {
  const pending = await round.doubts.pending(task);
  if (pending !== undefined) return [pending];
  if (round.away !== undefined) return round.unsent([task]);
  // Without a look-up the portal's refusal tells: what is there is no insert, and the code keeps it one dossier.
  let mode: Mode = task.known ? 'update' : 'insert';
  try {
    if (round.canLookUp) mode = (await round.service.lookUp(task.code)) === null ? 'insert' : 'update';
    round.answered();
  } catch (error) {
    return [round.lookUpFailed(task, error)];
  }
  // The item's fields are not published, so that it is there does not prove that it is the same: it is sent again, as an update.
  await round.doubts.note([task]);
  return sendBatch(round, operation(round, mode), [task]);
}

/** `turned`: the other mode was refused already, so that a contradiction ends instead of going round. */
function operation(round: Round, mode: Mode, turned = false): Operation<DossierTask> {
  const { config, service } = round;
  const turn = async (task: DossierTask, to: Mode): Promise<PortalOutcome> => {
    const [outcome] = await sendBatch(round, operation(round, to, true), [task]);
    if (outcome === undefined) throw new Error('a batch of one gave no outcome');
    return outcome;
  };
  return {
    send: (batch) =>
      service.call(
        'DongBoHoSoMC',
        { isUpdating: mode === 'insert' ? config.insertText : config.updateText, data: batch.map(({ wire }) => wire) },
        { mode },
      ),
    async alone(task, answer) {
      if (turned) return refusal(task, answer);
      if (mode === 'insert') return answer.verdict === 'exists' ? turn(task, 'update') : refusal(task, answer);
      return isAbsent(round, task, answer).then(
        (absent) => (absent ? turn(task, 'insert') : refusal(task, answer)),
        (error: unknown) => round.lookUpFailed(task, error),
      );
    },
  };
}

/** The portal's words for an update of a dossier that it does not know are not published: where they say nothing, it is looked up. */
async function isAbsent(round: Round, task: DossierTask, answer: Verdict): Promise<boolean> {
  return answer.verdict === 'absent' || (round.canLookUp && (await round.service.lookUp(task.code)) === null);
}
