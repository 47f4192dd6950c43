import { defineEntity, p } from '@mikro-orm/core';

/** A payment that a one-stop system reported though its money had been posted already. */
export const RepeatedReportEntity = defineEntity({
  name: 'RepeatedReport',
  tableName: 'repeated_report',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    dossierCode: p.text(),
    /** Who received the dossier. */
    unit: p.text(),
    scope: p.array(),
    provider: p.text(),
    reference: p.text(),
    providerTransactionId: p.text().nullable(),
    /** đồng */
    amount: p.bigint('number'),
    /** The one that was posted. */
    paymentId: p.uuid(),
    reportedAt: p.datetime(),
  },
});
