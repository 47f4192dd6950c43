import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vnpayConfig } from './config.ts';

const ENVIRONMENT = {
  ...{ VNPAY_URL: 'https://pay.example.vn/vpcpay.html', VNPAY_API_URL: 'https://merchant.example.vn', VNPAY_TMN_CODE: 'EXAMPLE1' },
  VNPAY_HASH_SECRET: 'A-SECRET-OF-32-CHARACTERS-LENGTH',
};
const AGREED = {
  columns: { merchantRef: ['Ma don'], providerTransactionId: ['Ma GD'], time: ['Ngay'], gross: ['So tien'], status: ['KQ'] },
  statuses: { OK: 'SUCCESS' },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'profile-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function configured(profile: unknown) {
  const path = join(folder, 'profile.json');
  await writeFile(path, JSON.stringify(profile));
  return vnpayConfig.safeParse({ ...ENVIRONMENT, VNPAY_STATEMENT_PROFILE: path });
}

describe('VNPAY_STATEMENT_PROFILE', () => {
  it('is the inferred profile unless the contract names another', async () => {
    expect(vnpayConfig.parse(ENVIRONMENT).statementProfile.columns.gross).toContain('Số tiền giao dịch');
    expect((await configured(AGREED)).data?.statementProfile.columns.gross).toEqual(['So tien']);
  });

  it('names itself and what is wrong with the file', async () => {
    const wrong = await configured({ ...AGREED, statuses: { OK: 'PAID' } });
    expect(wrong.error?.issues).toEqual([
      expect.objectContaining({ path: ['VNPAY_STATEMENT_PROFILE'], message: expect.stringContaining('statuses.OK') }),
    ]);
    const absent = vnpayConfig.safeParse({ ...ENVIRONMENT, VNPAY_STATEMENT_PROFILE: join(folder, 'absent.json') });
    expect(absent.error?.issues[0]?.message).toMatch(/^VNPAY_STATEMENT_PROFILE: not usable; name a readable profile/);
  });
});
