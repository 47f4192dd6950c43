import { afterEach, beforeEach, expect, it } from 'vitest';
import { createIntegrationHub, type IntegrationHub, PORTAL } from '../../../../tests/support/integration.ts';
import { graphOf } from '../../../../tests/support/integration-graph.ts';

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub();
});

afterEach(async () => {
  await test.stop();
});

const { appendDossiers } = graphOf(() => test);

it('tells of what is parked in the transaction that parks it, once, by cause and without the words of the other side', async () => {
  const [first] = await appendDossiers(2);
  test.portal.answer = ({ subject }) =>
    subject === first?.subject ? { kind: 'refused', code: 'PORTAL_-3', reason: 'Chủ hồ sơ Nguyễn Văn Đạt sai' } : undefined;
  await test.deliver();
  await test.deliver();
  const told = await test.hub.db.query(
    'SELECT subject, subject_id, receiving_unit, scope, data, sealed FROM outbox.event WHERE kind = $1',
    ['synchronization.parked'],
  );
  expect(told).toEqual([
    {
      ...{ subject: first?.subject, subject_id: first?.subjectId, receiving_unit: '32248', scope: ['32248', '96'], sealed: null },
      data: { connector: PORTAL, operation: 'DongBoHoSoMC', errorCode: 'PORTAL_-3', attempts: 1 },
    },
  ]);
});
