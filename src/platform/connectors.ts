import type { ConnectorKind, ConnectorManifest } from '../../connectors/contract/manifest.ts';
import type { PaymentPort, PaymentProvider } from '../../connectors/contract/payment.ts';
import type { PortalPort } from '../../connectors/contract/portal.ts';

/** A connector as the hub runs it. Without settings it has no port and `problem` says what is missing. */
export interface HostedConnector {
  id: string;
  kind: ConnectorKind;
  title: { vi: string; en: string };
  port: unknown;
  problem: string | undefined;
}

/** The connectors of this process, made from their manifests by the composition root. */
export interface ConnectorHost {
  all: readonly HostedConnector[];
  payment(provider: PaymentProvider): PaymentPort | undefined;
  portal(id: string): PortalPort | undefined;
}

/** Hosts connectors. A manifest of which `create` fails is hosted without a port, with its reason. */
export function hostConnectors(
  manifests: readonly ConnectorManifest<unknown, unknown>[],
  create: (manifest: ConnectorManifest<unknown, unknown>) => { port: unknown } | { problem: string },
): ConnectorHost {
  const all = manifests.map((manifest): HostedConnector => {
    const made = create(manifest);
    const base = { id: manifest.id, kind: manifest.kind, title: manifest.title };
    return 'port' in made ? { ...base, port: made.port, problem: undefined } : { ...base, port: undefined, problem: made.problem };
  });
  const payments = all
    .filter((connector) => connector.kind === 'PAYMENT' && connector.port !== undefined)
    .map((connector) => connector.port as PaymentPort);
  return {
    all,
    payment: (provider) => payments.find((port) => port.provider === provider),
    portal: (id) => all.find((connector) => connector.kind === 'NATIONAL_PORTAL' && connector.id === id)?.port as PortalPort | undefined,
  };
}
