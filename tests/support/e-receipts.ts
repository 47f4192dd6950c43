import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import manifest from '../../connectors/e-receipt/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { HostedConnector } from '../../src/platform/connectors.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { issueReceipts } from '../../src/subgraphs/payments/receipts/receipt.issue.ts';
import { sendReceiptOrders } from '../../src/subgraphs/payments/receipts/receipt-order.jobs.ts';
import { sendRefunds } from '../../src/subgraphs/payments/refunds/refund.jobs.ts';
import { testTools } from '../contract/portal.ts';
import { CITIZEN, COMMUNE, createPaymentsHub, type PaymentsHub } from './payments.ts';

/** A receipt as the simulated provider holds it. */
interface Held {
  key: string;
  number: number;
  total: number;
  payer: string;
  fees: string[];
  state: 'ISSUED' | 'CANCELLED' | 'REPLACED';
}

/** A hub whose commune has its receipts from a simulated provider. */
export interface EReceiptHub extends PaymentsHub {
  provider: {
    fault(fault: Record<string, unknown>): Promise<void>;
    clear(): Promise<void>;
    held(): Promise<Held[]>;
    calls(): Promise<Record<string, number>>;
  };
  /** A payment that came in, of a dossier of its own. */
  paid(amount?: number): Promise<{ id: string; reference: string }>;
  /** Money that went back; all that is left unless an amount is given. */
  refund(payment: string, amount?: number): Promise<void>;
  /** A series of that unit's own that numbers. */
  series(unit: string): Promise<void>;
  /** Another unit received it. */
  moveTo(reference: string, unit: string): Promise<void>;
  /** One round of both jobs, with everything that waits for a later attempt due now. */
  round(): Promise<void>;
}

const REFUND = graphql(`
  mutation RefundForEReceipt($payment: ID!, $amount: Vnd, $key: ID!) {
    refundPayment(payment: $payment, reason: "nộp nhầm", idempotencyKey: $key, amount: $amount) { userErrors { code } }
  }
`);
const quiet = new AbortController().signal;
const VIEW = 'https://bienlai.invalid/tra-cuu?khoa={key}';
const MARK = '01BLP0-001:BI-26T';

async function ask<T>(url: string, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

function hosted(simulator: RunningSimulator, units: string): HostedConnector {
  const settings = { E_RECEIPT_UNITS: units, E_RECEIPT_FROM: '2025-01-01', E_RECEIPT_TIMEOUT_MS: '3000', E_RECEIPT_VIEW_URL: VIEW };
  const port = manifest.create(manifest.config.parse({ ...simulator.environment, ...settings }), testTools());
  return { id: manifest.id, kind: manifest.kind, title: manifest.title, port, problem: undefined };
}

/** What people do with payments. */
async function people(hub: PaymentsHub): Promise<Pick<EReceiptHub, 'paid' | 'refund' | 'series' | 'moveTo'>> {
  const citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  const accountant = await hub.token({ role: 'ACCOUNTANT' });
  hub.gateway.refund = async () => ({ status: 'DONE', code: '00' });
  let serial = 0;
  return {
    async paid(amount = 50_000) {
      serial += 1;
      const code = `H12.64-250929-${String(serial).padStart(4, '0')}`;
      const txn = `T${serial}`;
      const dossier = await hub.ingest({ code, fee: amount });
      const { payment } = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: code });
      const reference = String(payment?.reference);
      await hub.notify({ ref: reference, amount, txn });
      return { id: String(payment?.id), reference };
    },
    async refund(payment, amount) {
      serial += 1;
      await hub.execute('payments', REFUND, { payment, amount: amount ?? null, key: `r${serial}` }, accountant);
      await hub.platform.db.query(
        "UPDATE payments.refund_request SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
      );
      await sendRefunds(hub.platform, quiet);
    },
    async series(unit) {
      await hub.platform.db.query(
        `INSERT INTO payments.receipt_series (id, unit, scope, template, symbol, next_number, last_number, valid_from, proposed_by, proposed_at, approved_by, approved_at)
         VALUES ($1, $2, ARRAY[$2, '96'], '01BLP0-001', 'BI-25T', 1, 1000, '2025-01-01', 'a', now(), 'b', now())`,
        [newUuid(), unit],
      );
    },
    async moveTo(reference, unit) {
      await hub.platform.db.query('UPDATE payments.payment SET receiving_unit = $2 WHERE reference = $1', [reference, unit]);
    },
  };
}

export async function createEReceiptHub(units = `${COMMUNE}=${MARK}`): Promise<EReceiptHub> {
  if (manifest.simulator === undefined) throw new Error('the connector has no simulator');
  const simulator = await manifest.simulator.start({ port: 0 });
  const hub = await createPaymentsHub({}, [hosted(simulator, units)]);
  const at = `${simulator.url}/_simulator`;
  const receipts = () => ask<{ receipts: Held[]; calls: Record<string, number> }>(`${at}/receipts`);
  return {
    ...hub,
    ...(await people(hub)),
    provider: {
      fault: async (fault) => void (await ask(`${at}/faults`, { method: 'POST', body: JSON.stringify(fault) })),
      clear: async () => void (await ask(`${at}/faults`, { method: 'DELETE' })),
      held: async () => (await receipts()).receipts,
      calls: async () => (await receipts()).calls,
    },
    async round() {
      await issueReceipts(hub.platform, quiet);
      await hub.platform.db.query(
        "UPDATE payments.receipt_order SET next_attempt_at = now() - interval '1 second' WHERE next_attempt_at IS NOT NULL",
      );
      await sendReceiptOrders(hub.platform, manifest.id, quiet);
    },
    async stop() {
      await hub.stop();
      await simulator.stop();
    },
  };
}
