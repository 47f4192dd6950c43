import { afterAll, beforeAll, expect, it } from 'vitest';
import { signatureOf } from '../../connectors/vietqr/credits.ts';
import { decode } from '../../connectors/vietqr/emv.ts';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE } from '../support/payments.ts';

const PROPOSE = graphql(`
  mutation ProposeAccountOfUnit($input: ProposedMerchant!) {
    proposeMerchant(input: $input) { change { id } userErrors { code field message } }
  }
`);
const APPROVE = graphql(`
  mutation ApproveAccountOfUnit($change: ID!) { approveMerchantChange(change: $change, approve: true) { change { approved } userErrors { code } } }
`);
const CREDITS = graphql(`query CreditsOfUnit { accountCredits(first: 10) { nodes { id bankReference state } } }`);

const CREDIT = graphql(`query OneCredit($id: ID!) { accountCredit(id: $id) { bankReference amount } }`);

const SECRET = 'secret-of-the-commune-bank';
const CODE = '970436-0011001234567';
let hub: GatewayHub;
let first: string;
beforeAll(async () => {
  hub = await createGatewayHub(vietqr);
  first = await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-01' });
});
afterAll(() => hub.stop());

const propose = async (code: string) => {
  const input = {
    provider: 'VIETQR',
    code,
    name: 'UBND xã Đất Mũi',
    unit: COMMUNE,
    secrets: { webhookSecret: SECRET },
    retire: false,
  } as const;
  return (await hub.execute('payments', PROPOSE, { input }, first)).data?.proposeMerchant;
};
/** The notice of the unit's own bank, of one credit. */
async function notice(account: string, content: string): Promise<number> {
  const credit = { account, reference: `U-${account}`, amount: 50_000, at: new Date().toISOString(), content };
  const data = JSON.stringify({ merchant: CODE, credits: [credit] });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = JSON.stringify({ timestamp, data, signature: signatureOf(SECRET, timestamp, data) });
  return (await fetch(`${hub.hubUrl}/payments/vietqr/credits`, { method: 'POST', body })).status;
}

it('a unit that collects on its own account is paid there, by codes of that account and on the word of its own bank', async () => {
  expect((await propose('DATMUI'))?.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'code'] }]);
  expect((await propose('123456-0011001234567'))?.userErrors[0]?.message).toContain('123456');
  const change = (await propose(CODE))?.change?.id ?? '';
  const approved = await hub.execute('payments', APPROVE, { change }, await hub.token({ role: 'ADMINISTRATOR', subject: 'quan-tri-02' }));
  expect(approved.data?.approveMerchantChange.userErrors).toEqual([]);

  const { dossier, reference, qrPayload } = await hub.open('H12.64-250929-0001');
  expect(decode(qrPayload)).toMatchObject({ bin: '970436', account: '0011001234567', amount: 50_000, purpose: reference });
  // Its bank has no word on the province's account.
  expect(await notice('8888000000001', reference)).toBe(401);
  expect(await hub.paid(dossier)).toBe(0);
  expect(await notice('0011001234567', reference)).toBe(200);
  expect(await hub.paid(dossier)).toBe(50_000);
  const unit = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
  const listed = (await hub.execute('payments', CREDITS, {}, unit)).data?.accountCredits.nodes;
  expect(listed).toMatchObject([{ bankReference: 'U-0011001234567', state: 'MATCHED' }]);
  const one = async (id: string, token: string) => (await hub.execute('payments', CREDIT, { id }, token)).data?.accountCredit;
  const id = listed?.[0]?.id ?? '';
  expect(await one(id, unit)).toEqual({ bankReference: 'U-0011001234567', amount: 50_000 });
  expect(await one(id, await hub.token({ role: 'ACCOUNTANT', unit: '32062' }))).toBeNull();
  expect(await one('crd_nothing', unit)).toBeNull();
});
