import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalOutcome, PortalPort, PortalTask } from '../contract/portal.ts';
import type { PortalConfig } from './config.ts';
import { deliverDossiers } from './deliver.dossiers.ts';
import { createDoubts } from './deliver.doubt.ts';
import { Round } from './deliver.round.ts';
import { deliverStatuses } from './deliver.status.ts';
import { deliverSteps } from './deliver.steps.ts';
import { createService } from './transport.service.ts';
import { wireDossier } from './wire.dossier.ts';
import { wireStatus } from './wire.status.ts';
import { wireStep } from './wire.steps.ts';

/** The national portal through the province's adapter. Tasks of one call are of different dossiers; each gets one outcome. */
export function createPortal(config: PortalConfig, tools: ConnectorTools): PortalPort {
  const service = createService(config, tools);
  const doubts = createDoubts(config.settleMs, tools);
  return {
    batchSize: config.batchSize,
    lookUp: (code) => service.lookUp(code),
    async deliver(tasks): Promise<PortalOutcome[]> {
      const round = new Round({ config, service, doubts, tools });
      const unfit = tasks.filter((task) => !fits(task, config));
      const fit = unfit.length === 0 ? tasks : tasks.filter((task) => !unfit.includes(task));
      return [
        ...unfit.map(({ id }): PortalOutcome => ({ id, kind: 'refused', code: 'CONTENT_INVALID', reason: UNFIT })),
        ...(await deliverDossiers(round, ofKind(fit, 'dossier'))),
        ...(await deliverStatuses(round, ofKind(fit, 'status'))),
        ...(await deliverSteps(round, ofKind(fit, 'steps'))),
      ];
    },
  };
}

const UNFIT = "the content can't be put into the portal's form: a time is no instant, or a field is missing";

/** Tried before anything is sent, so that one bad task fails alone and not the call that would carry it. */
function fits(task: PortalTask, config: PortalConfig): boolean {
  try {
    if (task.kind === 'dossier') wireDossier(task.dossier, config.wire);
    else if (task.kind === 'status') wireStatus(task.dossier);
    else if (task.kind === 'steps') for (const step of task.steps) wireStep(task.subject, step);
    return true;
  } catch (error) {
    // What it says may hold personal data; that the task does not fit is all that may be told.
    return !(error instanceof RangeError || error instanceof TypeError);
  }
}

function ofKind<Kind extends PortalTask['kind']>(tasks: readonly PortalTask[], kind: Kind): Extract<PortalTask, { kind: Kind }>[] {
  return tasks.filter((task): task is Extract<PortalTask, { kind: Kind }> => task.kind === kind);
}
