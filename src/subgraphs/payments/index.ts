import { UserErrorResolver } from '../../platform/graphql/shared-types.ts';
import type { SubgraphDefinition } from '../../platform/graphql/subgraph.ts';
import { AbsorbResolver } from './absorb.resolver.ts';
import { AccountGapEntity } from './accounts/account-gap.entity.ts';
import { tellAccountGapsJob } from './accounts/account-gap.job.ts';
import { AccountStatementEntity } from './accounts/account-statement.entity.ts';
import { AccountStatementResolver } from './accounts/account-statement.resolver.ts';
import { BankAccountChangeEntity, BankAccountEntity } from './accounts/bank-account.entity.ts';
import { BankAccountResolver } from './accounts/bank-account.resolver.ts';
import { BooksResolver } from './books/books.resolver.ts';
import { CashDepositEntity, CashDrawerEntity, CashTakingEntity } from './cash/cash.entity.ts';
import { followDepositsJob } from './cash/cash.job.ts';
import { CashResolver } from './cash/cash.resolver.ts';
import { AccountCreditEntity } from './credits/credit.entity.ts';
import { identifyCreditsJob } from './credits/credit.intake.ts';
import { AccountCreditConnectionResolver, AccountCreditResolver } from './credits/credit.resolver.ts';
import { countMoneyJob } from './day/money.job.ts';
import { MoneyDayResolver } from './day/money.resolver.ts';
import { DayListStub } from './day/money.type.ts';
import { DiscrepancyResolver } from './discrepancy.resolver.ts';
import { CitizenPaymentsResolver, DossierPaymentsResolver } from './dossier.resolver.ts';
import { followDossiersJob } from './follow.jobs.ts';
import { forgetPaymentKeysJob } from './forget-keys.job.ts';
import { MerchantResolver } from './merchants/merchant.resolver.ts';
import { MerchantChangeEntity } from './merchants/merchant-change.entity.ts';
import { MIGRATIONS } from './migrations.ts';
import { OnboardingResolver } from './onboarding.resolver.ts';
import { AnsweredEntity } from './once.entity.ts';
import { LedgerEntryEntity, MerchantEntity, PaymentEntity, RefundEntity } from './payment.entity.ts';
import { absorbReportedJob, expireJob, queryPendingJob } from './payment.jobs.ts';
import { PaymentConnectionResolver, PaymentResolver, paymentById } from './payment.resolver.ts';
import { PaymentSubscription } from './payment.subscription.ts';
import { QrImageResolver } from './qr/qr-image.resolver.ts';
import { ReceiptEntity, ReceiptSeriesEntity } from './receipts/receipt.entity.ts';
import { issueReceiptsJob } from './receipts/receipt.issue.ts';
import { PaymentReceiptResolver, ReceiptConnectionResolver, ReceiptResolver } from './receipts/receipt.resolver.ts';
import { ReceiptOrderEntity } from './receipts/receipt-order.entity.ts';
import { sendReceiptOrdersJob } from './receipts/receipt-order.jobs.ts';
import { ReceiptOrderResolver } from './receipts/receipt-order.resolver.ts';
import { reconcileDueJob } from './reconcile.schedule.ts';
import {
  DiscrepancyEntity,
  ReconciliationEntity,
  ResolutionStepEntity,
  StatementEntity,
  StatementRowEntity,
} from './reconciliation.entity.ts';
import { discrepancyById, reconciliationById } from './reconciliation.read.ts';
import { DiscrepancyConnectionResolver, ReconciliationResolver } from './reconciliation.resolver.ts';
import { RefundRequestEntity } from './refunds/refund.entity.ts';
import { sendRefundsJob } from './refunds/refund.jobs.ts';
import { PaymentRefundsResolver, RefundConnectionResolver, RefundResolver } from './refunds/refund.resolver.ts';
import { RepeatedReportEntity } from './repeats/repeat.entity.ts';
import { RepeatResolver } from './repeats/repeat.resolver.ts';
import { ReportResolver } from './reports/report.resolver.ts';
import { SettlementBatchEntity, SettlementCreditEntity, SettlementPartEntity } from './settlements/batch.entity.ts';
import { settleBatchesJob } from './settlements/batch.job.ts';
import { CreditBatchesResolver, SettlementBatchConnectionResolver, SettlementBatchResolver } from './settlements/batch.resolver.ts';
import { StatementFileEntity } from './statements/file.entity.ts';
import { takeStatementFilesJob } from './statements/file.job.ts';
import { StatementFileResolver } from './statements/file.resolver.ts';
import { StatementGapEntity } from './statements/gap.entity.ts';
import { tellStatementGapsJob } from './statements/gap.job.ts';
import { SftpFileEntity, SftpSourceEntity } from './statements/sftp/entity.ts';
import { fetchStatementsJob } from './statements/sftp/job.ts';
import { StatementResolver } from './statements/statement.resolver.ts';
import { AdministrativeUnitStub, CitizenStub, DossierFeeStub, DossierStub } from './stubs.type.ts';

export { tellAccountGaps } from './accounts/account-gap.job.ts';
export { ensureMerchants } from './merchant.service.ts';
export { loadPayments, type PaymentsToLoad } from './payment.load.ts';
export { type ReconcileRequest, reconcile } from './reconcile.service.ts';
export type { ReconciliationRow } from './reconciliation.row.ts';
export { type PaymentRoute, paymentRoutes, routeMatches } from './routes.ts';
export { type OfferedStatement, type TakenStatement, takeStatement } from './statement.service.ts';
export type { StreamedRequest } from './statement.upload.ts';
export { takeStatementFiles } from './statements/file.job.ts';
export { tellStatementGaps } from './statements/gap.job.ts';
export { fetchStatements } from './statements/sftp/job.ts';

/** Payments, their ledger, and the reconciliation with the providers. */
export const payments: SubgraphDefinition = {
  name: 'payments',
  resolvers: [
    PaymentResolver,
    PaymentConnectionResolver,
    PaymentRefundsResolver,
    RefundResolver,
    RefundConnectionResolver,
    MerchantResolver,
    BankAccountResolver,
    AccountStatementResolver,
    BooksResolver,
    ReportResolver,
    StatementResolver,
    StatementFileResolver,
    PaymentReceiptResolver,
    ReceiptResolver,
    ReceiptConnectionResolver,
    ReceiptOrderResolver,
    AccountCreditResolver,
    AccountCreditConnectionResolver,
    QrImageResolver,
    PaymentSubscription,
    DossierPaymentsResolver,
    CitizenPaymentsResolver,
    AbsorbResolver,
    RepeatResolver,
    ReconciliationResolver,
    DiscrepancyResolver,
    DiscrepancyConnectionResolver,
    SettlementBatchResolver,
    CreditBatchesResolver,
    CashResolver,
    SettlementBatchConnectionResolver,
    MoneyDayResolver,
    OnboardingResolver,
    UserErrorResolver,
  ],
  orphanedTypes: [DossierStub, DossierFeeStub, CitizenStub, AdministrativeUnitStub, DayListStub],
  references: {
    Dossier: (reference) => reference,
    Citizen: ({ id }) => ({ id }),
    DayList: (reference) => reference,
    Payment: ({ id }, context) => paymentById(context, String(id)),
    Reconciliation: ({ id }, context) => reconciliationById(context, String(id)),
    Discrepancy: ({ id }, context) => discrepancyById(context, String(id)),
  },
  storage: {
    schema: 'payments',
    entities: [
      MerchantEntity,
      PaymentEntity,
      RefundEntity,
      RefundRequestEntity,
      AccountCreditEntity,
      AccountStatementEntity,
      AccountGapEntity,
      BankAccountEntity,
      BankAccountChangeEntity,
      MerchantChangeEntity,
      ReceiptSeriesEntity,
      ReceiptEntity,
      ReceiptOrderEntity,
      LedgerEntryEntity,
      StatementEntity,
      StatementRowEntity,
      StatementFileEntity,
      StatementGapEntity,
      SftpSourceEntity,
      SftpFileEntity,
      AnsweredEntity,
      RepeatedReportEntity,
      ReconciliationEntity,
      DiscrepancyEntity,
      ResolutionStepEntity,
      CashDrawerEntity,
      CashTakingEntity,
      CashDepositEntity,
      SettlementPartEntity,
      SettlementBatchEntity,
      SettlementCreditEntity,
    ],
    migrations: MIGRATIONS,
    citizenIndexes: ['payments.payment.citizen_index'],
  },
  jobs: [
    queryPendingJob,
    expireJob,
    sendRefundsJob,
    absorbReportedJob,
    followDossiersJob,
    countMoneyJob,
    reconcileDueJob,
    fetchStatementsJob,
    takeStatementFilesJob,
    tellStatementGapsJob,
    tellAccountGapsJob,
    identifyCreditsJob,
    settleBatchesJob,
    followDepositsJob,
    issueReceiptsJob,
    sendReceiptOrdersJob,
    forgetPaymentKeysJob,
  ],
};
