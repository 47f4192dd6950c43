import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { callGateway } from './gateway.service.ts';
import { accountOf, type MerchantRow } from './merchant.service.ts';
import { descriptionOf } from './payment.create.ts';
import { settle } from './settlement.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log'>;

/** The most payments that one run asks about: normally there are none, and the next run asks about the rest. */
const MOST = 500;

interface Lost {
  reference: string;
  dossier_code: string;
  created_at: Date;
  provider_transaction_id: string | null;
}

/**
 * Payments that the statement has as paid and the hub does not: their notices were lost. The provider is asked about each, and what it
 * confirms is posted as if the notice had come; a statement alone pays nothing. Returns the references that it confirmed.
 */
export async function confirmLost(hub: Hub, merchant: MerchantRow, statementId: string): Promise<string[]> {
  const port = hub.connectors.payment(merchant.provider);
  if (port?.query === undefined || merchant.external || merchant.secrets === null) return [];
  const lost = await hub.db.query<Lost>(
    `SELECT DISTINCT p.reference, p.dossier_code, p.created_at, p.provider_transaction_id
     FROM payments.statement_row r JOIN payments.payment p ON p.merchant_id = $2 AND p.reference = r.merchant_ref
     WHERE r.statement_id = $1 AND r.type = 'PAY' AND r.status = 'SUCCESS' AND NOT p.external AND p.status IN ('PENDING', 'EXPIRED')
     ORDER BY p.reference LIMIT ${MOST}`,
    [statementId, merchant.id],
  );
  const confirmed: string[] = [];
  for (const payment of lost) {
    try {
      const fact = await callGateway(hub, port, async () =>
        port.query?.({
          merchant: accountOf(hub, merchant),
          reference: payment.reference,
          description: descriptionOf(payment.dossier_code),
          createdAt: payment.created_at,
          ...(payment.provider_transaction_id !== null && { providerTransactionId: payment.provider_transaction_id }),
        }),
      );
      if (fact?.status !== 'SUCCEEDED') continue;
      if ((await settle(hub, merchant.id, fact, 'query')) === 'RECORDED') confirmed.push(payment.reference);
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      hub.log.warn(
        { provider: merchant.provider, reference: payment.reference, code: error.code },
        'a lost notice could not be asked about',
      );
      // What can't be asked about now stays a difference; the next run asks again.
      if (error.unreachable) break;
    }
  }
  return confirmed;
}
