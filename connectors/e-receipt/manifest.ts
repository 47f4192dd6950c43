import { defineReceiptConnector } from '../contract/receipt.ts';
import { sandboxAddresses } from '../contract/settings.ts';
import { createEReceipt } from './api.ts';
import { type EReceiptConfig, eReceiptConfig } from './config.ts';
import { SIMULATOR } from './simulator.service.ts';
import { startEReceiptSimulator } from './simulator.ts';

/** A provider of electronic receipts with VNPT's SOAP service, or one like it. */
export default defineReceiptConnector<EReceiptConfig>({
  id: 'e-receipt',
  kind: 'RECEIPT',
  title: { vi: 'Biên lai điện tử', en: 'Electronic receipts' },
  config: eReceiptConfig,
  sandboxOnly({ url, viewUrl, account }) {
    return [
      ...sandboxAddresses({ E_RECEIPT_URL: url, E_RECEIPT_VIEW_URL: viewUrl }, /^https?:\/\/[^/]*(?:demo|sandbox)/i),
      ...(account === SIMULATOR.account ? ["E_RECEIPT_ACCOUNT is the simulator's; set the account that the provider gave"] : []),
      ...(url.startsWith('https:')
        ? []
        : ['E_RECEIPT_URL is not https; passwords travel in every call, set an address that begins with https']),
    ];
  },
  create: createEReceipt,
  simulator: { defaultPort: 4109, start: startEReceiptSimulator },
});
