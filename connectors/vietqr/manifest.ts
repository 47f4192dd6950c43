import { definePaymentConnector } from '../contract/payment.ts';
import { merchantCodeProblem, type VietqrConfig, vietqrConfig } from './config.ts';
import { creditsBy } from './credits.ts';
import { encode } from './emv.ts';
import { SIMULATOR_ACCOUNT, SIMULATOR_SECRET, startVietqrSimulator } from './simulator.ts';

/** VietQR: a code that any bank's app can scan, and a bank's notices of what was credited. The rail carries no merchant reference but the transfer's text. */
export default definePaymentConnector<VietqrConfig>({
  id: 'vietqr',
  kind: 'PAYMENT',
  title: { vi: 'VietQR', en: 'VietQR' },
  config: vietqrConfig,
  sandboxOnly: ({ account, webhookSecret }) => [
    ...(account === SIMULATOR_ACCOUNT ? ["VIETQR_ACCOUNT is the simulator's; set the province's collecting account"] : []),
    ...(webhookSecret === SIMULATOR_SECRET ? ["VIETQR_WEBHOOK_SECRET is the simulator's; set the bank's"] : []),
  ],
  create({ bin, account, accountName, webhookSecret, windowS }, { now }) {
    return {
      provider: 'VIETQR',
      merchantSecrets: ['webhookSecret'],
      merchantCodeProblem,
      amounts: { least: 1, most: 499_999_999 },
      defaultMerchant: {
        code: `${bin}-${account}`,
        name: accountName,
        secrets: { webhookSecret },
      },
      async createCheckout({ merchant, reference, amount }) {
        const [bankBin = '', number = ''] = merchant.code.split('-');
        return { qrPayload: encode({ bin: bankBin, account: number, service: 'QRIBFTTA', amount, purpose: reference }) };
      },
      credits: creditsBy({ windowS, now }),
    };
  },
  simulator: { defaultPort: 4107, start: startVietqrSimulator },
});
