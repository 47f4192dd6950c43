import { definePaymentConnector } from '../contract/payment.ts';
import { sandboxAddresses } from '../contract/settings.ts';
import { fetchStatement } from '../contract/statement.fetch.ts';
import { readTable } from '../contract/statement.table.ts';
import { NationalPaymentApi } from './api.ts';
import { type NationalPaymentConfig, nationalPaymentConfig } from './config.ts';
import { lookupBy } from './lookup.ts';
import { noticeBy } from './notice.ts';
import { SIMULATOR_LOOKUP_SECRET } from './simulator.lookup.ts';
import { rememberPayments, SIMULATOR_PARTNER, SIMULATOR_SECRET, startNationalPaymentSimulator } from './simulator.ts';

/** The national portal's payment platform, as provinces are seen to call it: INIT, CONFIRM, QUERY and GET_BILL. */
export default definePaymentConnector<NationalPaymentConfig>({
  id: 'national-payment-platform',
  kind: 'PAYMENT',
  title: { vi: 'Nền tảng thanh toán trực tuyến quốc gia', en: 'National payment platform' },
  config: nationalPaymentConfig,
  sandboxOnly: ({ initUrl, queryUrl, billUrl, statementUrl, partner, secret, lookupSecret }) => [
    ...sandboxAddresses(
      {
        NATIONAL_PAYMENT_URL: initUrl,
        NATIONAL_PAYMENT_QUERY_URL: queryUrl,
        NATIONAL_PAYMENT_BILL_URL: billUrl,
        NATIONAL_PAYMENT_STATEMENT_URL: statementUrl,
      },
      /^https?:\/\/test/i,
    ),
    ...(partner === SIMULATOR_PARTNER
      ? ["NATIONAL_PAYMENT_PARTNER is the simulator's; set the code that the platform gave the province"]
      : []),
    ...(lookupSecret === SIMULATOR_LOOKUP_SECRET
      ? ["NATIONAL_PAYMENT_LOOKUP_SECRET is the simulator's; set one of your own and agree on it with the portal"]
      : []),
    ...(secret === SIMULATOR_SECRET ? ["NATIONAL_PAYMENT_SECRET is the simulator's; set the key that the platform gave the province"] : []),
  ],
  create(config, tools) {
    const api = new NationalPaymentApi(config, tools);
    const { partner, secret, queryUrl, billUrl, statementUrl, statementProfile, lookupSecret, timeoutMs, fee, checksum } = config;
    return {
      provider: 'NATIONAL_PLATFORM',
      merchantSecrets: ['secret'],
      defaultMerchant: { code: partner, name: 'Nền tảng thanh toán quốc gia', secrets: { secret }, ...(fee !== undefined && { fee }) },
      createCheckout: (request) => api.create(request),
      ...(queryUrl !== undefined && { query: (request) => api.query(queryUrl, request) }),
      ...(billUrl !== undefined && { bill: (request) => api.bill(billUrl, request) }),
      notice: noticeBy(checksum),
      ...(lookupSecret !== undefined && { lookup: lookupBy(lookupSecret, config.beneficiary) }),
      readStatement: (source, expected) => readTable(source, expected, statementProfile),
      ...(statementUrl !== undefined && {
        fetchStatement: (merchant, businessDate) =>
          fetchStatement({ base: statementUrl, timeoutMs, fetch: tools.fetch }, merchant, businessDate),
      }),
    };
  },
  simulator: { defaultPort: 4104, start: startNationalPaymentSimulator, remember: rememberPayments },
});
