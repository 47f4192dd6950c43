import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';

let hub: GatewayHub;
beforeAll(async () => {
  hub = await createGatewayHub(vnpay);
  await hub.configure('PUT', 'modes', { ipnDelayMs: 20, ipnRetryMs: 50 });
});
afterAll(() => hub.stop());

describe('a payment through VNPAY', () => {
  it('is paid by the notice and not by the browser', async () => {
    const { dossier, checkoutUrl } = await hub.open('H12.64-250929-0001');
    const page = await hub.choose(checkoutUrl, '00');
    expect(page).toContain('https://portal.invalid/done');
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
  });

  it('fails where the payer gives up, and can be paid again', async () => {
    const { dossier, checkoutUrl } = await hub.open('H12.64-250929-0002');
    await hub.choose(checkoutUrl, '24');
    const status = async () => (await hub.money(dossier, hub.citizen)).payments?.[0]?.['status'];
    await vi.waitFor(async () => expect(await status()).toBe('FAILED'), { timeout: 20_000 });
    const again = await hub.create(hub.citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'again' });
    await hub.choose(String(again.payment?.['checkoutUrl']), '00');
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
  });

  it('is found by asking where the notice is lost', async () => {
    const { dossier, reference, checkoutUrl } = await hub.open('H12.64-250929-0003');
    await hub.configure('POST', 'ipn-faults', { kind: 'LOST_IPN', reference });
    await hub.choose(checkoutUrl, '00');
    await hub.platform.db.query("UPDATE payments.payment SET next_query_at = now() - interval '1 second' WHERE reference = $1", [
      reference,
    ]);
    await queryPending(hub.platform, new AbortController().signal);
    expect(await hub.paid(dossier)).toBe(50_000);
  });

  it("balances with the day's statement, and not with an altered one", async () => {
    const day = localDateOf(new Date());
    const START = graphql(`
      mutation ReconcileVnpay($day: LocalDate!) {
        startReconciliation(provider: VNPAY, businessDate: $day) {
          reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind hubAmount statementAmount } } }
          userErrors { code }
        }
      }
    `);
    const run = async () => {
      const { data } = await hub.execute('payments', START, { day }, hub.accountant);
      return data?.startReconciliation.reconciliation;
    };
    expect(await run()).toMatchObject({ status: 'BALANCED', matched: 3, statementTotal: 150_000, hubTotal: 150_000 });
    await hub.configure('POST', 'statement-faults', { kind: 'EXTRA_ROW', businessDate: day, amount: 7_000 });
    expect(await run()).toMatchObject({
      status: 'DISCREPANT',
      discrepancies: { nodes: [{ kind: 'MISSING_AT_HUB', hubAmount: null, statementAmount: 7_000 }] },
    });
    await hub.configure('POST', 'statement-faults', { kind: 'DAMAGED_TRAILER', businessDate: day });
    expect(await run()).toMatchObject({ status: 'REJECTED', statementTotal: 157_000 });
  });
});
