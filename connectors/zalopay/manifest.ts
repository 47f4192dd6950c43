import { definePaymentConnector } from '../contract/payment.ts';
import { sandboxAddresses } from '../contract/settings.ts';
import { fetchStatement } from '../contract/statement.fetch.ts';
import { readTable } from '../contract/statement.table.ts';
import { ZalopayApi } from './api.ts';
import { merchantCodeProblem, type ZalopayConfig, zalopayConfig } from './config.ts';
import { notice, returned } from './notice.ts';
import { rememberPayments, SIMULATOR_APP_ID, SIMULATOR_KEY1, startZalopaySimulator } from './simulator.ts';

const MINUTE = 60_000;

/** ZaloPay by its public documents: OpenAPI v2. */
export default definePaymentConnector<ZalopayConfig>({
  id: 'zalopay',
  kind: 'PAYMENT',
  title: { vi: 'ZaloPay', en: 'ZaloPay' },
  config: zalopayConfig,
  sandboxOnly: ({ url, statementUrl, appId, key1 }) => [
    ...sandboxAddresses({ ZALOPAY_URL: url, ZALOPAY_STATEMENT_URL: statementUrl }, /^https?:\/\/sb-/i),
    ...(appId === SIMULATOR_APP_ID ? ["ZALOPAY_APP_ID is the simulator's; set the number that ZaloPay gave the province"] : []),
    ...(key1 === SIMULATOR_KEY1 ? ["ZALOPAY_KEY1 is the simulator's; set the key that ZaloPay gave the province"] : []),
  ],
  create(config, tools) {
    const api = new ZalopayApi(config, tools);
    const { appId, key1, key2, statementUrl, statementProfile, timeoutMs, fee } = config;
    return {
      provider: 'ZALOPAY',
      merchantSecrets: ['key1', 'key2'],
      merchantCodeProblem,
      defaultMerchant: { code: appId, name: 'ZaloPay', secrets: { key1, key2 }, ...(fee !== undefined && { fee }) },
      createCheckout: (request) => api.create(request),
      query: (request) => api.query(request),
      refund: (request) => api.refund(request),
      queryRefund: (request) => api.queryRefund(request),
      notice,
      return: returned,
      // ZaloPay's own advice: until the callback or fifteen minutes after the order, and once then.
      queryWaits: [1, 2, 3, 4, 5, 15, 60, 180, 720].map((minutes) => minutes * MINUTE),
      readStatement: (source, expected) => readTable(source, expected, statementProfile),
      ...(statementUrl !== undefined && {
        fetchStatement: (merchant, businessDate) =>
          fetchStatement({ base: statementUrl, timeoutMs, fetch: tools.fetch }, merchant, businessDate),
      }),
    };
  },
  simulator: { defaultPort: 4106, start: startZalopaySimulator, remember: rememberPayments },
});
