import type { PortalPort } from '../../connectors/contract/portal.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { makeResendBatches } from '../../src/subgraphs/dossiers/resend/resend.job.ts';
import { deliverJob } from '../../src/subgraphs/integration/delivery.jobs.ts';
import { advanceResends } from '../../src/subgraphs/integration/resend.job.ts';
import { createDossiersHub, type DossiersHub } from './dossiers.ts';
import { type FakePortal, fakePortal, PORTAL } from './integration.ts';
import { readable as allReadable } from './readable.ts';

/** A hub whose dossiers go to a portal that a test scripts. */
export interface PortalHub extends DossiersHub {
  portal: FakePortal;
  /** Runs the delivery job once. */
  deliver(): Promise<void>;
  /** Lets requests to send again go on until nothing is wanted and nothing made. */
  makeBatches(): Promise<void>;
  /** Waits until the newest events may be read. */
  readable(): Promise<void>;
}

export async function createPortalHub(
  options: { batchSize?: number /** Instead of the scripted one. */; port?: PortalPort } = {},
): Promise<PortalHub> {
  const portal = fakePortal(options.batchSize);
  const manifest = { id: PORTAL, kind: 'NATIONAL_PORTAL', title: { vi: 'Cổng', en: 'Portal' } } as never;
  const hub = await createDossiersHub({ connectors: hostConnectors([manifest], () => ({ port: options.port ?? portal })) });
  const { platform } = hub;
  const readable = () => allReadable(platform);
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
