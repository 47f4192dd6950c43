import { randomBytes } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import type { PortalRating, PortalStatistics } from '../../connectors/contract/portal.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { OUTBOX_MIGRATIONS } from '../../src/platform/outbox/outbox.migrations.ts';
import { appendEvents, type OutboxEvent } from '../../src/platform/outbox/outbox.ts';
import { deliverJob } from '../../src/subgraphs/integration/delivery.jobs.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
import { sampleRating, sampleStatistics } from '../contract/portal.ts';
import { createTestDatabase } from '../support/database.ts';
import { openHub, PORTAL } from '../support/integration.ts';
import { portalRig } from '../support/portal-rig.ts';

const MONTH = newUuid();

function told(sequence: number, personal: { ratings: PortalRating[] } | { statistics: PortalStatistics[] }): OutboxEvent {
  const kind = 'ratings' in personal ? 'portal.ratings' : 'portal.statistics';
  const operation = 'ratings' in personal ? 'DongBoDanhGia' : 'DongBoThongKeHoSo';
  return {
    at: new Date(),
    kind,
    subjectId: MONTH,
    subject: '2025-09 32248',
    delivery: { connector: PORTAL, operation, sequence },
    personal,
  };
}

it('a month’s reports go out by the outbox, and told again replace what was told', async () => {
  const database = await createTestDatabase();
  await migrate(database.url, [{ schema: 'outbox', entities: [], migrations: OUTBOX_MIGRATIONS }, integration.storage]);
  const rig = await portalRig({ NATIONAL_PORTAL_TIMEOUT_MS: '20000' });
  const keys = { pii: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') };
  const { hub, stop } = openHub(database.url, { portal: rig.port, wakeUps: { wake: async () => undefined }, keys });
  const events = [
    told(1, { ratings: [sampleRating()] }),
    told(2, { statistics: [sampleStatistics()] }),
    told(3, { statistics: [sampleStatistics({ received: 121, finishedOnTime: 106 })] }),
  ];
  await hub.db.transaction((sql) => appendEvents(sql, hub.cipher, events));
  // An event is handed on once no older transaction is open: the sweep comes again.
  await vi.waitFor(
    async () => {
      await deliverJob.run(hub, { connector: PORTAL }, new AbortController().signal);
      const states = await hub.db.query(`SELECT state, count(*)::int AS count FROM integration.delivery GROUP BY state`);
      expect(states).toEqual([{ state: 'DELIVERED', count: events.length }]);
    },
    { timeout: 30_000, interval: 100 },
  );
  expect(await rig.admin('GET', 'reports')).toMatchObject({
    ratings: [{ NgayTongHop: '9-2025' }],
    statistics: [{ SoNhanTrongKy: '121' }],
    replaced: 1,
  });
  await rig.stop();
  await stop();
  await database.drop();
});
