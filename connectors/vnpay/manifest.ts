import { definePaymentConnector } from '../contract/payment.ts';
import { sandboxAddresses } from '../contract/settings.ts';
import { fetchStatement } from '../contract/statement.fetch.ts';
import { readTable } from '../contract/statement.table.ts';
import { VnpayApi } from './api.ts';
import { merchantCodeProblem, type VnpayConfig, vnpayConfig } from './config.ts';
import { notice, returned } from './notice.ts';
import { rememberPayments } from './simulator.memory.ts';
import { SIMULATOR_SECRET, SIMULATOR_TMN_CODE, startVnpaySimulator } from './simulator.ts';
import { payUrl } from './wire.pay.ts';
import { MOST_DONG } from './wire.values.ts';

/** VNPAY by its public documents, API version 2.1.0 (querydr 2.1.3 by configuration). */
export default definePaymentConnector<VnpayConfig>({
  id: 'vnpay',
  kind: 'PAYMENT',
  title: { vi: 'VNPAY', en: 'VNPAY' },
  config: vnpayConfig,
  sandboxOnly({ payUrl: page, apiUrl, statementUrl, tmnCode, hashSecret }) {
    const addresses = { VNPAY_URL: page, VNPAY_API_URL: apiUrl, VNPAY_STATEMENT_URL: statementUrl };
    return [
      ...sandboxAddresses(addresses, /^https?:\/\/sandbox\./i),
      ...(tmnCode === SIMULATOR_TMN_CODE ? ["VNPAY_TMN_CODE is the simulator's; set the code that VNPAY gave the province"] : []),
      ...(hashSecret === SIMULATOR_SECRET ? ["VNPAY_HASH_SECRET is the simulator's; set the secret that VNPAY gave the province"] : []),
    ];
  },
  create(config, tools) {
    const api = new VnpayApi(config, tools);
    const { statementUrl, statementProfile, timeoutMs, fee } = config;
    return {
      provider: 'VNPAY',
      merchantSecrets: ['hashSecret'],
      merchantCodeProblem,
      amounts: { least: 1, most: MOST_DONG },
      defaultMerchant: {
        code: config.tmnCode,
        name: 'VNPAY',
        secrets: { hashSecret: config.hashSecret },
        ...(fee === undefined ? {} : { fee }),
      },
      async createCheckout(request) {
        return { checkoutUrl: payUrl(config.payUrl, request, secretOf(request.merchant.secrets)) };
      },
      query: (request) => api.query(request),
      refund: (request) => api.refund(request),
      queryRefund: (request) => api.queryRefund(request),
      notice,
      return: returned,
      readStatement: (source, expected) => readTable(source, expected, statementProfile),
      ...(statementUrl === undefined
        ? {}
        : {
            fetchStatement: (merchant, businessDate) =>
              fetchStatement({ base: statementUrl, timeoutMs, fetch: tools.fetch }, merchant, businessDate),
          }),
    };
  },
  simulator: { defaultPort: 4102, start: startVnpaySimulator, remember: rememberPayments },
});

function secretOf(secrets: Record<string, string>): string {
  const secret = secrets['hashSecret'];
  if (secret === undefined || secret === '') throw new Error('the merchant has no hashSecret');
  return secret;
}
