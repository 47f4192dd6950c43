import { afterEach, beforeEach, expect, it } from 'vitest';
import { graphql } from '../../../schema/generated/gql.ts';
import { createIntegrationHub, type IntegrationHub, PORTAL, viewerOf } from '../../../tests/support/integration.ts';
import { newUuid } from '../../platform/ids.ts';
import { type DeliveryRecord, loadDeliveries } from './delivery.load.ts';

let test: IntegrationHub;

beforeEach(async () => {
  test = await createIntegrationHub();
});

afterEach(async () => {
  await test.stop();
});

const AT = new Date('2025-09-30T01:00:00Z');

function record(parts: Pick<DeliveryRecord, 'subject' | 'subjectId' | 'sequence'> & Partial<DeliveryRecord>): DeliveryRecord {
  return {
    connector: PORTAL,
    kind: 'portal.dossier',
    operation: 'DongBoHoSoMC',
    receivingUnit: '32248',
    handlingUnit: '32248',
    scope: ['32248', '96'],
    citizenIndex: null,
    requestedAt: AT,
    deliveredAt: AT,
    ...parts,
  };
}

it('takes a history over: what was acknowledged is delivered, what waits is sent in order', async () => {
  const first = { subject: 'H12.1-250930-0001', subjectId: newUuid() };
  const second = { subject: 'H12.1-250930-0002', subjectId: newUuid() };
  const step = { kind: 'portal.steps', operation: 'CapNhatTienDoHoSoMC', deliveredAt: null };
  const content = (text: string) => ({
    steps: [{ at: '2025-09-30T08:00:00+07:00', status: 4, officer: 'A\tB\\', content: text }],
    origin: 'PROVINCE',
  });
  const records = [
    record({ ...first, sequence: 1, citizenIndex: test.hub.cipher.blindIndex('nationalId', '096885123456') }),
    record({ ...first, ...step, sequence: 2, personal: content('second') }),
    record({ ...first, ...step, sequence: 3, personal: content('third') }),
    record({ ...second, sequence: 1 }),
  ];
  const loaded = await test.hub.db.transaction((sql) => loadDeliveries(sql, test.hub, records));
  expect(loaded).toEqual({ delivered: 2, waiting: 2 });
  const counts = graphql(`query DeliveredAlready { synchronizations { totalCount nodes { subject sequence state deliveredAt } } }`);
  const asCitizen = viewerOf({ role: 'CITIZEN', nationalId: '096885123456' });
  expect((await test.query(asCitizen, counts)).data).toEqual({
    synchronizations: {
      totalCount: 1,
      nodes: [{ subject: first.subject, sequence: 1, state: 'DELIVERED', deliveredAt: '2025-09-30T08:00:00.000+07:00' }],
    },
  });
  await test.append([]);
  await test.deliver();
  expect(test.portal.calls.flat().map(({ known }) => known)).toEqual([true, true]);
  expect(test.portal.learned).toEqual([
    { subject: first.subject, what: 'second' },
    { subject: first.subject, what: 'third' },
  ]);
});

it('describes every table and column by an entity', async () => {
  // Indexes, checks and views are the migration's alone; tables and columns must be the same in both.
  const differences = await test.hub.orm('integration').schema.getUpdateSchemaSQL();
  expect(differences.split('\n').filter((line) => line.includes('"integration"') && /(create|drop) table| column /.test(line))).toEqual([]);
});
