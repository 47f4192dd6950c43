import { UpstreamError } from '../contract/errors.ts';
import type { PortalOutcome } from '../contract/portal.ts';
import { chunks, type Operation, sendBatch } from './deliver.batch.ts';
import { inLanes, type Round, refusal } from './deliver.round.ts';
import type { WireTask, WireTaskOf } from './deliver.task.ts';
import { maskReason } from './mask.ts';
import type { PortalService } from './transport.service.ts';

type ReportTask = WireTaskOf<'ratings'> | WireTaskOf<'statistics'>;

const SERVICES = { ratings: 'DongBoDanhGia', statistics: 'DongBoThongKeHoSo' } as const;

/** The service that takes reports of a kind. */
export function reportService(kind: ReportTask['kind']): string {
  return SERVICES[kind];
}

/**
 * Delivers a month's reports, those of several units in one call. Sent again they replace what was sent, so that one in
 * doubt is repeated; after the settle time, lest an older one overtakes it. Where the way to the portal has no such
 * service they are refused to a person.
 */
export async function deliverReports(round: Round, tasks: readonly ReportTask[]): Promise<PortalOutcome[]> {
  const service = tasks[0] === undefined ? undefined : reportService(tasks[0].kind);
  if (service === undefined) return [];
  if (!round.service.has(service)) return tasks.map((task) => absent(task, service));
  const operation: Operation<ReportTask> = {
    send: (batch) => round.service.call(service, { data: batch.flatMap(({ wire }): object[] => wire) }),
    alone: async (task, answer) => refusal(task, answer),
  };
  const outcomes: PortalOutcome[] = [];
  for (const batch of chunks(
    tasks.filter(({ look }) => !look),
    round.config.batchSize,
    ({ wire }) => wire.length,
  )) {
    outcomes.push(...(await sendBatch(round, operation, batch)));
  }
  const doubtful = tasks.filter(({ look }) => look);
  const again = await inLanes(doubtful, round.config.parallel, async (task) => {
    const pending = await round.doubts.pending(task);
    return pending === undefined ? sendBatch(round, operation, [task]) : [pending];
  });
  return [...outcomes, ...again.flat()];
}

/** Reports at once. Throws UpstreamError where the portal did not take them. */
export async function report(service: PortalService, name: string, data: readonly object[]): Promise<void> {
  if (data.length === 0) return;
  const answer = await service.call(name, { data });
  if (answer.verdict === 'ok') return;
  const about = { code: `PORTAL_${answer.code.slice(0, 20)}`, retry: false, outcomeUnknown: false, unreachable: false };
  throw new UpstreamError(`${name}: ${maskReason(answer.message)}`, about);
}

function absent(task: WireTask, service: string): PortalOutcome {
  return {
    id: task.id,
    kind: 'refused',
    code: 'SERVICE_ABSENT',
    reason: `Đường nối với Cổng của tỉnh không có dịch vụ ${service}. (The province's way to the portal has no ${service}.)`,
  };
}
