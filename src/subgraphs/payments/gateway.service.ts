import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { PaymentPort } from '../../../connectors/contract/payment.ts';
import { isPaused, reportFailure, reportSuccess } from '../../platform/connector-report.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Platform } from '../../platform/platform.ts';

type Hub = Pick<Platform, 'db' | 'clock' | 'connectors'>;

/** The name under which operators know a provider's connector; undefined: none is hosted. */
function connectorOf({ connectors }: Pick<Platform, 'connectors'>, provider: PaymentProvider): string | undefined {
  const port = connectors.payment(provider);
  return port === undefined ? undefined : connectors.all.find((each) => each.port === port)?.id;
}

/** Whether an operator wants nothing sent to that provider. */
export async function isGatewayPaused(hub: Hub, provider: PaymentProvider): Promise<boolean> {
  const id = connectorOf(hub, provider);
  return id !== undefined && (await isPaused(hub.db, id));
}

/**
 * Calls a gateway and lets operators see how it answered. Throws what the call throws, and UpstreamError PAUSED without a call
 * where an operator has paused it.
 */
export async function callGateway<T>(hub: Hub, port: PaymentPort, call: (port: PaymentPort) => Promise<T>): Promise<T> {
  const id = connectorOf(hub, port.provider);
  return id === undefined ? call(port) : callConnector(hub, id, () => call(port));
}

/** The same for any connector, by the name under which operators know it. */
export async function callConnector<T>(hub: Pick<Platform, 'db' | 'clock'>, id: string, call: () => Promise<T>): Promise<T> {
  if (await isPaused(hub.db, id)) {
    throw new UpstreamError('an operator has paused this connector', {
      code: 'PAUSED',
      retry: true,
      outcomeUnknown: false,
      unreachable: true,
    });
  }
  try {
    const answer = await call();
    await reportSuccess(hub, id);
    return answer;
  } catch (error) {
    if (error instanceof UpstreamError) await reportFailure(hub, id, error);
    throw error;
  }
}

/** A gateway has called by itself, in its own name: it is alive. */
export async function heardFrom(hub: Hub, provider: PaymentProvider): Promise<void> {
  const id = connectorOf(hub, provider);
  if (id !== undefined) await reportSuccess(hub, id);
}
