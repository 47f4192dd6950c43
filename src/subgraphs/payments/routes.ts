import type { InboundReply, InboundRequest, PaymentPort } from '../../../connectors/contract/payment.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Platform } from '../../platform/platform.ts';
import { putAccountStatement } from './accounts/account-statement.upload.ts';
import { receiveCredits } from './credits/credit.intake.ts';
import { answerLookup } from './lookup/lookup.service.ts';
import { receiveNotice } from './notice.service.ts';
import { answerReceipt, type ReceiptReply } from './receipts/receipt.file.ts';
import { RECEIPT_PATH } from './receipts/receipt.link.ts';
import { answerReport } from './reports/report.file.ts';
import { REPORT_PATH } from './reports/report.link.ts';
import { showReturn } from './return.page.ts';
import { putStatement, type StreamedRequest } from './statement.upload.ts';

/**
 * One address outside the graph. `buffered`: the body is small and read before `handle`. `streamed`: it may be of any size and
 * is handed over as it comes; one that `handle` does not read to its end is the server's to drop.
 */
export type PaymentRoute =
  | { kind: 'buffered'; method: 'GET' | 'POST'; path: string; handle(request: InboundRequest, viewer: Viewer): Promise<ReceiptReply> }
  | {
      kind: 'streamed';
      method: 'PUT';
      /** `{name}` stands for one segment. */
      path: string;
      handle(request: StreamedRequest, viewer: Viewer): Promise<InboundReply>;
    };

/** The addresses that gateways, payers' browsers and accountants reach the hub by: those of the connectors that are hosted. */
export function paymentRoutes(hub: Platform): PaymentRoute[] {
  const ports = (Object.keys(PaymentProvider) as PaymentProvider[]).flatMap((provider) => hub.connectors.payment(provider) ?? []);
  return [
    ...ports.flatMap((port) => routesOf(hub, port)),
    statementRoute(hub),
    accountStatementRoute(hub),
    receiptRoute(hub),
    reportRoute(hub),
  ];
}

function routesOf(hub: Platform, port: PaymentPort): PaymentRoute[] {
  const routes: PaymentRoute[] = [];
  const { notice, credits, lookup, return: returned, provider } = port;
  if (notice !== undefined) {
    routes.push({
      kind: 'buffered',
      method: notice.method,
      path: notice.path,
      handle: (request) => receiveNotice(hub, { provider, notice }, request),
    });
  }
  if (credits !== undefined) {
    routes.push({
      kind: 'buffered',
      method: 'POST',
      path: credits.path,
      handle: (request) => receiveCredits(hub, { provider, credits }, request),
    });
  }
  if (lookup !== undefined) {
    routes.push({
      kind: 'buffered',
      method: 'POST',
      path: lookup.path,
      handle: (request) => answerLookup(hub, { provider, lookup }, request),
    });
  }
  if (returned !== undefined) {
    routes.push({
      kind: 'buffered',
      method: 'GET',
      path: returned.path,
      handle: (request) => showReturn(hub, { provider, returned }, request),
    });
  }
  return routes;
}

function statementRoute(hub: Platform): PaymentRoute {
  return {
    kind: 'streamed',
    method: 'PUT',
    path: '/payments/{provider}/statements/{day}',
    handle: (request, viewer) => putStatement(hub, request, viewer),
  };
}

function accountStatementRoute(hub: Platform): PaymentRoute {
  return {
    kind: 'streamed',
    method: 'PUT',
    path: '/payments/accounts/{account}/statements/{day}',
    handle: (request, viewer) => putAccountStatement(hub, request, viewer),
  };
}

function receiptRoute(hub: Platform): PaymentRoute {
  return { kind: 'buffered', method: 'GET', path: `${RECEIPT_PATH}{file}`, handle: ({ url }) => answerReceipt(hub, url) };
}

function reportRoute(hub: Platform): PaymentRoute {
  return { kind: 'buffered', method: 'GET', path: `${REPORT_PATH}{file}`, handle: ({ url }) => answerReport(hub, url) };
}

/** Whether a request is for that route. */
export function routeMatches(route: Pick<PaymentRoute, 'method' | 'path'>, request: { method: string; url: string }): boolean {
  if (route.method !== request.method) return false;
  const [path = ''] = request.url.split('?', 1);
  const wanted = route.path.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length && wanted.every((segment, at) => (segment.startsWith('{') ? given[at] !== '' : segment === given[at]))
  );
}
