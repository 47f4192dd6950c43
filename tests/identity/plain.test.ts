import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { openQueues } from '../../src/platform/jobs/queues.ts';
import { startWorkers, type Workers } from '../../src/platform/jobs/workers.ts';
import { SUBGRAPHS } from '../../src/roles/subgraphs.ts';
import { takeStatement } from '../../src/subgraphs/payments/index.ts';
import { LOOK_UP } from '../support/documents.identity.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { createPaymentsHub, type PaymentsHub, row, statement } from '../support/payments.ts';

const PERSON = {
  nationalId: '096885777111',
  fullName: 'Lê Thị Thử Nghiệm',
  dateOfBirth: '1985-03-02',
  phone: '0912345678',
  email: 'thu.nghiem@example.vn',
  address: 'Ấp Cái Đôi Vàm',
  identityDocument: { kind: 'PASSPORT' as const, number: 'B7654321' },
  technicalId: 'TECH-0912-77',
};
const SECRET = [
  PERSON.nationalId,
  PERSON.dateOfBirth,
  PERSON.phone,
  PERSON.email,
  PERSON.address,
  PERSON.identityDocument.number,
  PERSON.technicalId,
];
const CODE = 'H12.64-250929-0001';

let hub: PaymentsHub;
let workers: Workers;
beforeAll(async () => {
  hub = await createPaymentsHub();
  const location = { databaseUrl: hub.databaseUrl, queueUrl: undefined };
  const queues = await openQueues({ ...location, log: hub.platform.log });
  workers = await startWorkers(
    { ...hub.platform, wakeUps: queues },
    SUBGRAPHS.flatMap(({ jobs }) => jobs),
    location,
  );
  await workers.ready();
  await queues.close();
});
afterAll(async () => {
  await workers.stop();
  await hub.stop();
});

async function live(): Promise<void> {
  const source = await hub.token({ role: 'SYSTEM', source: 'test' });
  const input: DossierIngestInput = {
    ...{
      sourceSystem: 'test',
      sourceVersion: 1,
      code: CODE,
      procedure: '1.001193',
      receivingUnit: '32248',
      channel: 'ONLINE' as const,
      status: 'PROCESSING' as const,
    },
    submittedAt: '2025-09-29T09:00:00+07:00',
    applicant: PERSON,
    owner: { kind: 'CITIZEN', name: PERSON.fullName, nationalId: PERSON.nationalId },
    fees: [{ code: 'LP', name: 'Lệ phí', amount: 50_000 }],
    payments: [{ provider: 'CASH', reference: 'BL-1', amount: 1_000, status: 'SUCCEEDED' }],
  };
  const { data } = await hub.execute('dossiers', INGEST_OUTCOMES, { input: [input] }, source);
  const dossier = data?.ingestDossiers.results[0]?.dossier?.id ?? '';
  const citizen = await hub.token({ role: 'CITIZEN', nationalId: PERSON.nationalId, subject: PERSON.nationalId });
  const made = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: `${PERSON.nationalId}-${PERSON.phone}` });
  await hub.notify({ ref: String(made.payment?.['reference']), amount: 49_000, txn: '600001' });
  const officer = await hub.token({ role: 'OFFICER', unit: '32248' });
  const other = await hub.token({ role: 'CITIZEN', nationalId: '096885777222', subject: '096885777222' });
  const look = { nationalId: PERSON.nationalId, purpose: `hồ sơ của ${PERSON.nationalId}, điện thoại ${PERSON.phone}` };
  expect((await hub.execute('identity', LOOK_UP, look, officer)).data).toMatchObject({ citizen: { dateOfBirth: PERSON.dateOfBirth } });
  expect((await hub.execute('identity', LOOK_UP, look, other)).data).toEqual({ citizen: null });
  const orderInfo = `Nop le phi ${PERSON.nationalId} ${PERSON.phone}`;
  const file = statement([row({ merchantRef: 'NOBODYS', orderInfo })]);
  await takeStatement(hub.platform, { provider: 'VNPAY', businessDate: '2026-03-10', body: file, uploadedBy: 'test' });
}

it('no table of a hub that has lived holds a number, a phone, a birth date or an address in clear', async () => {
  await live();
  const { db } = hub.platform;
  const tables = await db.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(25);
  // Text as it is, and as it would stand in bytes.
  const needles = [...SECRET, '096885777222'].flatMap((text) => [`%${text}%`, `%${Buffer.from(text).toString('hex')}%`]);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.query<{ needle: string }>(
      `SELECT needle FROM unnest($1::text[]) AS needle WHERE EXISTS (SELECT FROM ${name} t WHERE t::text ILIKE needle)`,
      [needles],
    );
    found.push(...rows.map(({ needle }) => `${name}: ${needle}`));
  }
  expect(found).toEqual([]);
  const [kept] = await db.query<{ count: number }>('SELECT count(*) FROM outbox.personal_data_read');
  expect(kept?.count).toBeGreaterThan(1);
});
