import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vietqr from '../../connectors/vietqr/manifest.ts';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { newUuid, toGlobalId } from '../../src/platform/ids.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { recordCredits } from '../../src/subgraphs/payments/credits/credit.store.ts';
import { defaultMerchant } from '../../src/subgraphs/payments/merchant.service.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE } from '../support/payments.ts';

const ASSIGN = graphql(`
  mutation AssignOnce($credit: ID!, $payment: ID!, $note: String!, $key: ID) {
    done: assignCredit(credit: $credit, payment: $payment, note: $note, idempotencyKey: $key) {
      credit { id state proposedBy } userErrors { code field }
    }
  }
`);
const CLOSE = graphql(`
  mutation CloseOnce($credit: ID!, $note: String!, $key: ID) {
    done: closeCredit(credit: $credit, as: RETURNED, note: $note, idempotencyKey: $key) { credit { id state } userErrors { code field } }
  }
`);
const TO_BATCHES = graphql(`
  mutation BatchesOnce($credit: ID!, $batches: [ID!]!, $note: String!, $key: ID) {
    done: assignCreditToBatches(credit: $credit, batches: $batches, note: $note, idempotencyKey: $key) {
      credit { id state } userErrors { code field }
    }
  }
`);
const COUNT = graphql(`
  mutation CountOnce($drawer: ID!, $pieces: [CashPieces!]!, $note: String, $key: ID) {
    done: countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note, idempotencyKey: $key) {
      drawer { id state counted note } userErrors { code field }
    }
  }
`);
const ACCEPT = graphql(`
  mutation AcceptOnce($drawer: ID!, $key: ID) {
    done: acceptCashDrawer(drawer: $drawer, idempotencyKey: $key) { drawer { id state } userErrors { code field } }
  }
`);
const DEPOSIT = graphql(`
  mutation DepositOnce($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!, $key: ID) {
    done: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day, idempotencyKey: $key) {
      deposit { id amount arrivedAt } userErrors { code field }
    }
  }
`);
const TO_DEPOSIT = graphql(`
  mutation ArriveOnce($credit: ID!, $deposit: ID!, $note: String!, $key: ID) {
    done: assignCreditToDeposit(credit: $credit, deposit: $deposit, note: $note, idempotencyKey: $key) {
      deposit { id arrivedAt } userErrors { code field }
    }
  }
`);
const DRAWERS = graphql(`query DrawersToCount { cashDrawers(first: 50) { nodes { id state } } }`);

const ACCOUNT = '8888000000001';
const REUSED = [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }];
let hub: GatewayHub;
let second: string;
let officer: string;
let serial = 0;
beforeAll(async () => {
  hub = await createGatewayHub(vietqr, { beside: vnpay, env: { SETTLEMENT_ACCOUNTS: `VNPAY=${ACCOUNT}` } });
  second = await hub.token({ role: 'ACCOUNTANT', subject: 'ke-toan-02' });
  officer = await hub.token({ role: 'OFFICER', unit: COMMUNE, subject: 'can-bo-01' });
});
afterAll(() => hub.stop());

const next = () => {
  serial += 1;
  return `H12.64-250929-${String(serial).padStart(4, '0')}`;
};
/** A credit whose text names nothing. */
async function come(amount = 50_000): Promise<string> {
  serial += 1;
  const merchant = await defaultMerchant(hub.platform.db, 'VIETQR');
  if (merchant === undefined) throw new Error('no merchant');
  const credits = [{ account: ACCOUNT, bankReference: `R${serial}`, amount, at: new Date(), content: 'chuyen tien' }];
  const [key = ''] = await hub.platform.db.transaction((sql) =>
    recordCredits(hub.platform, sql, { merchantId: merchant.id, unit: merchant.unit, credits, by: 'NOTICE' }),
  );
  return toGlobalId('accountCredit', key);
}
/** All entries of the ledger: what is done once is booked once. */
const entries = async () => (await hub.platform.db.query('SELECT id FROM payments.ledger_entry')).length;
async function drawer(): Promise<string> {
  const code = next();
  const dossier = await hub.ingest({ code });
  expect((await hub.create(officer, { dossier, provider: 'CASH', idempotencyKey: code })).payment?.status).toBe('SUCCEEDED');
  const { data } = await hub.execute('payments', DRAWERS, {}, officer);
  return data?.cashDrawers.nodes.find(({ state }) => state === 'OPEN')?.id ?? '';
}
const PIECES = [{ denomination: 50_000, pieces: 1 }];
async function accepted(): Promise<string> {
  const id = await drawer();
  await hub.execute('payments', COUNT, { drawer: id, pieces: PIECES }, officer);
  await hub.execute('payments', ACCEPT, { drawer: id }, hub.accountant);
  return id;
}
async function deposited(): Promise<string> {
  const input = { drawers: [await accepted()], slip: next(), account: ACCOUNT, day: localDateOf(new Date()) };
  return (await hub.execute('payments', DEPOSIT, input, hub.accountant)).data?.done.deposit?.id ?? '';
}
async function batch(): Promise<string> {
  const [id, merchant, day] = [newUuid(), await defaultMerchant(hub.platform.db, 'VNPAY'), localDateOf(new Date())];
  await hub.platform.db.query(
    `INSERT INTO payments.settlement_batch (id, merchant_id, batch, first_day, last_day, due_on, gross, refunded, fees, adjustments, net, credited, written_off,
       fees_posted, adjustments_posted, state, changed_at) VALUES ($1, $2, $3, $4, $4, $4, 50000, 0, 0, 0, 50000, 0, 0, 0, 0, 'EXPECTED', now())`,
    [id, merchant?.id, next(), day],
  );
  return toGlobalId('settlementBatch', id);
}

/** Asks as somebody with a key; `other`: with other input. */
type Ask = (how: { key: string | null; other?: boolean }) => Promise<object | undefined>;
const CASES: Record<string, () => Promise<Ask>> = {
  assignCredit: async () => {
    const [credit, payment] = [await come(), (await hub.open(next())).id];
    return async ({ key, other }) =>
      (await hub.execute('payments', ASSIGN, { credit, payment, note: other ? 'khác' : 'đã gọi', key }, hub.accountant)).data?.done;
  },
  closeCredit: async () => {
    const credit = await come();
    return async ({ key, other }) =>
      (await hub.execute('payments', CLOSE, { credit, note: other ? 'khác' : 'đã gọi', key }, hub.accountant)).data?.done;
  },
  assignCreditToBatches: async () => {
    const [credit, batches] = [await come(), [await batch()]];
    return async ({ key, other }) =>
      (await hub.execute('payments', TO_BATCHES, { credit, batches, note: other ? 'khác' : 'đã gọi', key }, hub.accountant)).data?.done;
  },
  countCashDrawer: async () => {
    const id = await drawer();
    return async ({ key, other }) =>
      (await hub.execute('payments', COUNT, { drawer: id, pieces: PIECES, note: other ? 'đếm lại' : null, key }, officer)).data?.done;
  },
  acceptCashDrawer: async () => {
    const another = await accepted();
    const id = await drawer();
    await hub.execute('payments', COUNT, { drawer: id, pieces: PIECES }, officer);
    return async ({ key, other }) =>
      (await hub.execute('payments', ACCEPT, { drawer: other ? another : id, key }, hub.accountant)).data?.done;
  },
  depositCash: async () => {
    const [ids, slip, day] = [[await accepted()], next(), localDateOf(new Date())];
    return async ({ key, other }) =>
      (await hub.execute('payments', DEPOSIT, { drawers: ids, slip: other ? next() : slip, account: ACCOUNT, day, key }, hub.accountant))
        .data?.done;
  },
  assignCreditToDeposit: async () => {
    const [credit, deposit] = [await come(), await deposited()];
    return async ({ key, other }) =>
      (await hub.execute('payments', TO_DEPOSIT, { credit, deposit, note: other ? 'khác' : 'sổ phụ', key }, hub.accountant)).data?.done;
  },
};

describe('a mutation with a key', () => {
  it.each(Object.keys(CASES))('%s is done once, however often and at once, and a repetition answers the same', async (name) => {
    const ask = await (CASES[name] as () => Promise<Ask>)();
    const key = `key ${name}`;
    const before = await entries();
    const answers = await Promise.all([ask({ key }), ask({ key }), ask({ key })]);
    const booked = (await entries()) - before;
    expect(answers[0]).toMatchObject({ userErrors: [] });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(await ask({ key })).toEqual(answers[0]);
    expect((await entries()) - before).toBe(booked);
    expect(await ask({ key, other: true })).toMatchObject({ userErrors: REUSED });
    expect(await ask({ key: ' ' })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['idempotencyKey'] }] });
  });

  it('keeps nothing of what was refused: it may succeed later by the same key', async () => {
    const [credit, { id: payment }] = [await come(40_000), await hub.open(next())];
    const ask = async (of: string) =>
      (await hub.execute('payments', ASSIGN, { credit: of, payment, note: 'đã gọi', key: 'refused' }, hub.accountant)).data?.done;
    expect(await ask(credit)).toMatchObject({ credit: null, userErrors: [{ code: 'INVALID', field: ['payment'] }] });
    expect(await ask(await come())).toMatchObject({ credit: { state: 'MATCHED' }, userErrors: [] });
  });

  it('is each caller’s own, and a repetition shows what the second accountant made of it', async () => {
    const [credit, dossier] = [await come(6_000_000), await hub.ingest({ code: next(), fee: 6_000_000 })];
    const made = await hub.create(hub.citizen, { dossier, provider: 'VIETQR', idempotencyKey: next() });
    const input = { credit, payment: made.payment?.id ?? '', note: 'đã gọi', key: 'large' };
    const ask = async (token: string) => (await hub.execute('payments', ASSIGN, input, token)).data?.done;
    for (let time = 0; time < 2; time += 1)
      expect(await ask(hub.accountant)).toMatchObject({ credit: { state: 'UNIDENTIFIED', proposedBy: expect.any(String) } });
    expect(await ask(second)).toMatchObject({ credit: { state: 'MATCHED' }, userErrors: [] });
    expect(await ask(hub.accountant)).toMatchObject({ credit: { id: credit, state: 'MATCHED' }, userErrors: [] });
  });
});
