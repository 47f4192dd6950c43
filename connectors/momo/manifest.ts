import { definePaymentConnector } from '../contract/payment.ts';
import { sandboxAddresses } from '../contract/settings.ts';
import { fetchStatement } from '../contract/statement.fetch.ts';
import { readTable } from '../contract/statement.table.ts';
import { MomoApi } from './api.ts';
import { type MomoConfig, momoConfig } from './config.ts';
import { notice, returned } from './notice.ts';
import { rememberPayments, SIMULATOR_PARTNER, SIMULATOR_SECRET, startMomoSimulator } from './simulator.ts';
import { LEAST_DONG, MOST_DONG } from './wire.ts';

const MINUTE = 60_000;

/** MoMo by its public documents: all-in-one v2, requestType captureWallet. */
export default definePaymentConnector<MomoConfig>({
  id: 'momo',
  kind: 'PAYMENT',
  title: { vi: 'Ví MoMo', en: 'MoMo' },
  config: momoConfig,
  sandboxOnly: ({ url, statementUrl, partnerCode, secretKey }) => [
    ...sandboxAddresses({ MOMO_URL: url, MOMO_STATEMENT_URL: statementUrl }, /^https?:\/\/test-payment\./i),
    ...(partnerCode === SIMULATOR_PARTNER ? ["MOMO_PARTNER_CODE is the simulator's; set the code that MoMo gave the province"] : []),
    ...(secretKey === SIMULATOR_SECRET ? ["MOMO_SECRET_KEY is the simulator's; set the key that MoMo gave the province"] : []),
  ],
  create(config, tools) {
    const api = new MomoApi(config, tools);
    const { partnerCode, accessKey, secretKey, statementUrl, statementProfile, timeoutMs, fee } = config;
    return {
      provider: 'MOMO',
      merchantSecrets: ['accessKey', 'secretKey'],
      amounts: { least: LEAST_DONG, most: MOST_DONG },
      defaultMerchant: { code: partnerCode, name: 'MoMo', secrets: { accessKey, secretKey }, ...(fee !== undefined && { fee }) },
      createCheckout: (request) => api.create(request),
      query: (request) => api.query(request),
      refund: (request) => api.refund(request),
      queryRefund: (request) => api.queryRefund(request),
      notice,
      return: returned,
      // MoMo tells nobody how often it repeats a notice: asked soon, and then ever more seldom.
      queryWaits: [2, 5, 10, 15, 30, 60, 180, 360, 720].map((minutes) => minutes * MINUTE),
      readStatement: (source, expected) => readTable(source, expected, statementProfile),
      ...(statementUrl !== undefined && {
        fetchStatement: (merchant, businessDate) =>
          fetchStatement({ base: statementUrl, timeoutMs, fetch: tools.fetch }, merchant, businessDate),
      }),
    };
  },
  simulator: { defaultPort: 4105, start: startMomoSimulator, remember: rememberPayments },
});
