import { defineReceiptConnector } from '../contract/receipt.ts';
import { sandboxAddresses } from '../contract/settings.ts';
import { createEReceipt } from './api.ts';
import { type EReceiptConfig, eReceiptConfig } from './config.ts';
import { startEReceiptSimulator } from './simulator.ts';

/** A provider of electronic receipts with VNPT's SOAP service, or one like it. */
export default defineReceiptConnector<EReceiptConfig>({
  id: 'e-receipt',
  kind: 'RECEIPT',
  title: { vi: 'Biên lai điện tử', en: 'Electronic receipts' },
  config: eReceiptConfig,
  sandboxOnly: ({ url, viewUrl }) => sandboxAddresses({ E_RECEIPT_URL: url, E_RECEIPT_VIEW_URL: viewUrl }, /demo|sandbox|test/i),
  create: createEReceipt,
  simulator: { defaultPort: 4109, start: startEReceiptSimulator },
});
