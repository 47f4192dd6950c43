import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConnectorManifest } from '../../connectors/contract/manifest.ts';
import type { PaymentPort } from '../../connectors/contract/payment.ts';
import momo from '../../connectors/momo/manifest.ts';
import national from '../../connectors/national-payment-platform/manifest.ts';
import zalopay from '../../connectors/zalopay/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';

interface Provider {
  manifest: ConnectorManifest<unknown, PaymentPort>;
  provider: 'MOMO' | 'ZALOPAY' | 'NATIONAL_PLATFORM';
  path: string;
  success: string;
  refused: string;
  secret: string;
  /** Whether its interface gives money back. */
  givesBack: boolean;
}

const PROVIDERS: Provider[] = [
  {
    manifest: momo as never,
    provider: 'MOMO',
    path: '/payments/momo/ipn',
    success: '0',
    refused: '1006',
    secret: 'secretKey',
    givesBack: true,
  },
  {
    manifest: zalopay as never,
    provider: 'ZALOPAY',
    path: '/payments/zalopay/callback',
    success: '1',
    refused: '-49',
    secret: 'key2',
    givesBack: true,
  },
  {
    manifest: national as never,
    provider: 'NATIONAL_PLATFORM',
    path: '/payments/national/confirm',
    success: '00',
    refused: '24',
    secret: 'secret',
    givesBack: false,
  },
];

const REFUND = graphql(`
  mutation RefundAtProvider($payment: ID!, $amount: Vnd) {
    refundPayment(payment: $payment, reason: "nộp nhầm", idempotencyKey: $payment, amount: $amount) { payment { status refunds { way state } } userErrors { code } }
  }
`);
const START = graphql(`
  mutation ReconcileProvider($provider: PaymentProvider!, $day: LocalDate!) {
    startReconciliation(provider: $provider, businessDate: $day) {
      reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind reference hubAmount statementAmount } } }
      userErrors { code }
    }
  }
`);
const quiet = new AbortController().signal;

describe.each(PROVIDERS)('a payment through $provider', ({ manifest, provider, path, success, refused, secret, givesBack }) => {
  let hub: GatewayHub;
  let serial = 0;
  const open = () => {
    serial += 1;
    return hub.open(`H12.64-250929-${String(serial).padStart(4, '0')}`);
  };
  const due = (reference: string) =>
    hub.platform.db.query("UPDATE payments.payment SET next_query_at = now() - interval '1 second' WHERE reference = $1", [reference]);
  const statusOf = async (dossier: string) => (await hub.money(dossier, hub.citizen)).payments?.[0]?.['status'];
  const post = (body: string) => fetch(`${hub.hubUrl}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

  beforeAll(async () => {
    hub = await createGatewayHub(manifest);
    await hub.configure('PUT', 'modes', { noticeDelayMs: 20, noticeRetryMs: 50, refundMs: 0 });
  });
  afterAll(() => hub.stop());

  it('is paid by the notice and not by the browser, and twice told is paid once', async () => {
    const { dossier, reference, checkoutUrl } = await open();
    await hub.configure('POST', 'notice-faults', { kind: 'DOUBLE', reference });
    expect(await hub.choose(checkoutUrl, success)).toContain('https://portal.invalid/done');
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
    const order = async () =>
      (await (await hub.configure('GET', `orders/${reference}`)).json()) as { notices: { sent: number; done: boolean } };
    await vi.waitFor(async () => expect((await order()).notices).toMatchObject({ sent: 2, done: true }), { timeout: 20_000 });
    expect(await hub.paid(dossier)).toBe(50_000);
  });

  it('fails where the payer gives up', async () => {
    const { dossier, reference, checkoutUrl } = await open();
    await hub.choose(checkoutUrl, refused);
    await vi.waitFor(
      async () => {
        await due(reference);
        await queryPending(hub.platform, quiet);
        expect(await statusOf(dossier)).toBe('FAILED');
      },
      { timeout: 20_000 },
    );
  });

  it.each(['LOST', 'TAMPERED', 'UNSIGNED', 'WRONG_AMOUNT'])('whose notice is %s changes nothing, and is found by asking', async (kind) => {
    await hub.configure('PUT', 'modes', { noticeAttempts: 1 });
    const { dossier, reference, checkoutUrl } = await open();
    await hub.configure('POST', 'notice-faults', { kind, reference });
    await hub.choose(checkoutUrl, success);
    if (kind !== 'LOST') {
      const sent = async () =>
        ((await (await hub.configure('GET', `orders/${reference}`)).json()) as { notices: { last: string } }).notices.last;
      await vi.waitFor(async () => expect(await sent()).not.toBe(''), { timeout: 20_000 });
    }
    expect(await hub.paid(dossier)).toBe(0);
    await due(reference);
    await queryPending(hub.platform, quiet);
    expect(await hub.paid(dossier)).toBe(50_000);
  });

  it('that expired is paid all the same where the money came late', async () => {
    const { dossier, reference, checkoutUrl } = await open();
    await hub.platform.db.query("UPDATE payments.payment SET status = 'EXPIRED' WHERE reference = $1", [reference]);
    await hub.choose(checkoutUrl, success);
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
  });

  it.each(['', '{}', '[]', '{"data":', 'x'.repeat(100_000)])('takes nothing from a notice that is none (%#)', async (body) => {
    const before = await hub.platform.db.query("SELECT count(*) FROM payments.payment WHERE status = 'SUCCEEDED'");
    const answer = await (await post(body)).text();
    expect(answer).toMatch(/unreadable|invalid|not equal|khong doc duoc|Sai ma xac thuc/);
    expect(await hub.platform.db.query("SELECT count(*) FROM payments.payment WHERE status = 'SUCCEEDED'")).toEqual(before);
  });

  it(givesBack ? 'goes back in part, once' : 'goes back by a transfer that an accountant makes', async () => {
    const { id, dossier, checkoutUrl } = await open();
    await hub.choose(checkoutUrl, success);
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
    const asked = await hub.execute('payments', REFUND, { payment: id, amount: 20_000 }, hub.accountant);
    if (!givesBack) {
      const [refund] = asked.data?.refundPayment.payment?.refunds ?? [];
      expect(refund).toMatchObject({ way: 'TRANSFER', state: 'READY' });
      return;
    }
    await vi.waitFor(
      async () => {
        await hub.platform.db.query(
          "UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
        );
        await sendRefunds(hub.platform, quiet);
        expect(await statusOf(dossier)).toBe('PARTIALLY_REFUNDED');
      },
      { timeout: 20_000 },
    );
    expect(await hub.paid(dossier)).toBe(30_000);
  });

  it("comes out even with the day's statement, and not with an altered one", async () => {
    const day = localDateOf(new Date());
    const run = async () => {
      const { data } = await hub.execute('payments', START, { provider, day }, hub.accountant);
      return data?.startReconciliation.reconciliation;
    };
    // Each payment that came in, and the refund.
    const [{ total } = { total: 0 }] = await hub.platform.db.query<{ total: number }>(
      'SELECT sum(amount - refunded_amount)::bigint AS total FROM payments.payment WHERE paid_at IS NOT NULL',
    );
    expect(await run()).toMatchObject({ status: 'BALANCED', statementTotal: total, hubTotal: total });
    await hub.configure('POST', 'statement-faults', { kind: 'MISSING_ROW', businessDate: day });
    expect(await run()).toMatchObject({
      status: 'DISCREPANT',
      discrepancies: { nodes: [{ kind: 'MISSING_AT_PROVIDER', hubAmount: 50_000 }] },
    });
  });

  it("'s secrets are nobody's to read: encrypted at rest", async () => {
    const [row] = await hub.platform.db.query<{ secrets: Buffer }>(
      'SELECT secrets FROM payments.merchant WHERE provider = $1 AND is_default',
      [provider],
    );
    const clear = manifest.create(manifest.config.parse(hub.simulator.environment), {} as never).defaultMerchant?.secrets[secret] ?? '';
    expect(clear.length).toBeGreaterThan(15);
    expect(row?.secrets.toString('latin1')).not.toContain(clear);
  });
});
