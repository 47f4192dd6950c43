import type { PortalPort } from '../../connectors/contract/portal.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { makeResendBatches } from '../../src/subgraphs/dossiers/resend/resend.job.ts';
import { deliverJob } from '../../src/subgraphs/integration/delivery.jobs.ts';
import { advanceResends } from '../../src/subgraphs/integration/resend.job.ts';
import { createDossiersHub, type DossiersHub } from './dossiers.ts';
import { type FakePortal, fakePortal, PORTAL } from './integration.ts';

/** A hub whose dossiers go to a portal that a test scripts. */
export interface PortalHub extends DossiersHub {
  portal: FakePortal;
  /** Runs the delivery job once. */
  deliver(): Promise<void>;
  /** Lets requests to send again go on until nothing is wanted and nothing made. */
  makeBatches(): Promise<void>;
  /** Waits until no older transaction of the whole server keeps the newest events from being read. */
  readable(): Promise<void>;
}

export async function createPortalHub(
  options: { batchSize?: number /** Instead of the scripted one. */; port?: PortalPort } = {},
): Promise<PortalHub> {
  const portal = fakePortal(options.batchSize);
  const manifest = { id: PORTAL, kind: 'NATIONAL_PORTAL', title: { vi: 'Cổng', en: 'Portal' } } as never;
  const hub = await createDossiersHub({ connectors: hostConnectors([manifest], () => ({ port: options.port ?? portal })) });
  const { platform } = hub;
  const readable: PortalHub['readable'] = async () => {
    for (;;) {
      const [fenced] = await platform.db.query<{ count: number }>(
        'SELECT count(*) FROM outbox.event WHERE tx >= pg_snapshot_xmin(pg_current_snapshot())',
      );
      if (fenced?.count === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    ...hub,
    portal,
    readable,
    async deliver() {
      await readable();
      await deliverJob.run(platform, { connector: PORTAL }, new AbortController().signal);
    },
    async makeBatches() {
      for (let moved = 1; moved > 0; ) {
        await readable();
        moved = await advanceResends(platform);
        await readable();
        moved += await makeResendBatches(platform);
      }
      await readable();
      await advanceResends(platform);
    },
  };
}
