import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalOutcome, PortalPort } from '../contract/portal.ts';
import { listProcedures, readProcedure } from './catalogue.ts';
import type { PortalConfig } from './config.ts';
import { deliverDossiers } from './deliver.dossiers.ts';
import { createDoubts } from './deliver.doubt.ts';
import { deliverReports, report, reportService } from './deliver.reports.ts';
import { Round } from './deliver.round.ts';
import { deliverStatuses } from './deliver.status.ts';
import { deliverSteps } from './deliver.steps.ts';
import { prepare, type WireTask, type WireTaskOf } from './deliver.task.ts';
import { listsOf } from './lists.ts';
import { createStore } from './store.ts';
import { createTechnicalIds } from './technical-ids.ts';
import { createService, type PortalService } from './transport.service.ts';
import { wireRating, wireStatistics } from './wire.reports.ts';
import { FieldTexts } from './wire.text.ts';

/** The national portal by the province's way to it. Tasks of one call are of different subjects; each gets one outcome. */
export function createPortal(config: PortalConfig, tools: ConnectorTools): PortalPort {
  const service = createService(config, tools);
  const doubts = createDoubts(config.settleMs, tools);
  const technicalIds = createTechnicalIds(config, { service, tools });
  return {
    batchSize: config.batchSize,
    lanes: config.lanes,
    ...(config.ratePerSecond === undefined ? {} : { ratePerSecond: config.ratePerSecond }),
    lookUp: (code) => service.lookUp(code),
    async deliver(tasks): Promise<PortalOutcome[]> {
      const round = new Round({ config, service, doubts, tools });
      const prepared = (await technicalIds.fill(tasks)).map((task) => prepare(task, config.wire));
      const refused = prepared.filter((each) => each.kind === 'refused');
      const fit = prepared.filter((each) => each.kind !== 'refused');
      return [
        ...refused,
        ...(await deliverDossiers(round, ofKind(fit, 'dossier'))),
        ...(await deliverStatuses(round, ofKind(fit, 'status'))),
        ...(await deliverSteps(round, ofKind(fit, 'steps'))),
        ...(await deliverReports(round, ofKind(fit, 'ratings'))),
        ...(await deliverReports(round, ofKind(fit, 'statistics'))),
      ];
    },
    ...optional(config, service),
    ...(config.store === undefined ? {} : { store: createStore(config, config.store, tools) }),
  };
}

/** What only some ways to the portal can do. */
function optional({ wire, otherLists }: PortalConfig, service: PortalService): Partial<PortalPort> {
  const [ratings, statistics] = [reportService('ratings'), reportService('statistics')];
  return {
    ...(service.has(ratings) ? { reportRatings: (rows) => report(service, ratings, rows.map(wireRating)) } : {}),
    ...(service.has(statistics)
      ? {
          reportStatistics: (rows) => {
            const texts = new FieldTexts(wire.limits);
            return report(
              service,
              statistics,
              rows.map((row, at) => wireStatistics(row, { at, texts })),
            );
          },
        }
      : {}),
    ...(service.has('LayDanhSachTTHC') ? { listProcedures: () => listProcedures(service) } : {}),
    ...(service.has('LayThuTuc') ? { procedure: (code) => readProcedure(service, code) } : {}),
    lists: listsOf(service, otherLists),
  };
}

function ofKind<Kind extends WireTask['kind']>(tasks: readonly WireTask[], kind: Kind): WireTaskOf<Kind>[] {
  return tasks.filter((task): task is WireTaskOf<Kind> => task.kind === kind);
}
