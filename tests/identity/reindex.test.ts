import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCipher } from '../../src/platform/pii/cipher.ts';
import { reindexEverything } from '../../src/roles/reindex.ts';
import { STORAGES } from '../../src/roles/subgraphs.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';

const PERSON = '096885123456';
const CODE = 'H12.64-250930-0001';

describe('a new index key', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await createTestHub();
  });
  afterAll(() => hub.stop());

  it('is followed by every column that keeps a citizen’s index', async () => {
    const source = await hub.token({ role: 'SYSTEM', source: 'motcua-32248', unit: '32248' });
    const { errors } = await hub.execute(
      'dossiers',
      INGEST_OUTCOMES,
      {
        input: [
          {
            sourceSystem: 'motcua-32248',
            sourceVersion: 1,
            code: CODE,
            procedure: '1.001193',
            receivingUnit: '32248',
            applicant: { nationalId: PERSON, fullName: 'Nguyễn Văn Mẫu' },
            channel: 'IN_PERSON',
            status: 'ACCEPTED',
            submittedAt: '2025-09-30T08:00:00+07:00',
            fees: [{ code: 'LP', name: 'Lệ phí', amount: 8_000 }],
            payments: [{ provider: 'CASH', reference: 'R1', amount: 8_000, status: 'SUCCEEDED', paidAt: '2025-09-30T08:05:00+07:00' }],
          },
        ],
      },
      source,
    );
    expect(errors).toEqual([]);
    const kept = async (cipher: ReturnType<typeof createCipher>) => {
      const columns = STORAGES.flatMap(({ citizenIndexes = [] }) => citizenIndexes);
      const counts: Record<string, number> = {};
      for (const column of columns) {
        const [schema, table, name] = column.split('.');
        const [row] = await hub.platform.db.query<{ count: number }>(
          `SELECT count(*) AS count FROM ${schema}.${table} WHERE ${name} = $1`,
          [cipher.blindIndex('nationalId', PERSON)],
        );
        counts[column] = row?.count ?? 0;
      }
      return counts;
    };
    const before = await kept(hub.platform.cipher);
    expect(before).toMatchObject({ 'dossiers.dossier.applicant_index': 1, 'payments.payment.citizen_index': 1 });
    const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
    const { piiKeys } = JSON.parse(await readFile(join(hub.platform.config.dataDir, 'sandbox-keys.json'), 'utf8')) as { piiKeys: string[] };
    const next = createCipher([key('n'), ...piiKeys], key('i'));
    await reindexEverything({ ...hub.platform, cipher: next });
    expect(await kept(next)).toEqual(before);
    expect(Object.values(await kept(hub.platform.cipher)).every((count) => count === 0)).toBe(true);
    // A second run finds nothing left to do, and the tables are append-only again.
    await reindexEverything({ ...hub.platform, cipher: next });
    expect(await kept(next)).toEqual(before);
    await expect(hub.platform.db.query('UPDATE outbox.event SET subject = subject')).rejects.toThrow('append-only');
  });

  it('names every such column there is', async () => {
    const found = await hub.platform.db.query<{ column: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE t.table_type = 'BASE TABLE' AND column_name IN ('citizen_index', 'applicant_index', 'payer_index') ORDER BY 1`,
    );
    expect(found.map(({ column }) => column)).toEqual(STORAGES.flatMap(({ citizenIndexes = [] }) => citizenIndexes).sort());
  });
});
