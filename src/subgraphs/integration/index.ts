import { UserErrorResolver } from '../../platform/graphql/shared-types.ts';
import type { SubgraphDefinition } from '../../platform/graphql/subgraph.ts';
import { OwedAccountStatementEntity } from './account-gap.entity.ts';
import { AlertEntity, AlertRuleEntity } from './alert.entity.ts';
import { alertJob } from './alert.job.ts';
import { AlertResolver } from './alert.resolver.ts';
import { BreakerResolver } from './breaker.resolver.ts';
import { ComparisonEntity } from './compare.entity.ts';
import { ComparisonConnectionResolver, ComparisonResolver } from './compare.resolver.ts';
import { ConnectorEntity } from './connector.entity.ts';
import { ConnectorResolver } from './connector.resolver.ts';
import { ConnectorSubscription } from './connector.subscription.ts';
import { DayMessageEntity, DayRecipientEntity } from './day/day.entity.ts';
import { tellDaysJob } from './day/day.job.ts';
import { DayListRecipientResolver, StuckDayResolver } from './day/day.resolver.ts';
import { DayListStub } from './day/day.type.ts';
import { DeliveryEntity } from './delivery.entity.ts';
import { deliverJob } from './delivery.jobs.ts';
import { ExchangeEntity } from './exchange.entity.ts';
import { sweepExchangesJob } from './exchange.job.ts';
import { ExchangeResolver } from './exchange.resolver.ts';
import { PortalExtraEntity } from './extra/extra.entity.ts';
import { PortalExtraConnectionResolver, PortalExtraResolver } from './extra/extra.resolver.ts';
import { INTEGRATION_MIGRATIONS } from './migrations.ts';
import { nightlyJob } from './nightly.job.ts';
import { NightlyResolver } from './nightly.resolver.ts';
import { OnboardingResolver } from './onboarding.resolver.ts';
import { ProblemResolver } from './problem.resolver.ts';
import { RateWindowEntity } from './rate.entity.ts';
import { ResendEntity } from './resend.entity.ts';
import { resendJob } from './resend.job.ts';
import { ResendResolver } from './resend.resolver.ts';
import { SettingChangeEntity } from './setting-change.entity.ts';
import { SourceChangeResolver } from './source/change.resolver.ts';
import { SourceChangeEntity, SourceEntity } from './source/source.entity.ts';
import { collectJob } from './source/source.jobs.ts';
import { SourceResolver } from './source/source.resolver.ts';
import { OwedStatementEntity } from './statement-gap.entity.ts';
import { StatementSourceEntity } from './statement-source.entity.ts';
import { AdministrativeUnitStub, DossierStub } from './stubs.type.ts';
import { synchronizationById } from './synchronization.read.ts';
import { DossierSynchronizationsResolver, SynchronizationConnectionResolver, SynchronizationResolver } from './synchronization.resolver.ts';
import { Synchronization } from './synchronization.type.ts';

export { type Backlog, readBacklog } from './backlog.ts';
export { type DeliveryRecord, loadDeliveries } from './delivery.load.ts';

/** Connectors, synchronizations, and the delivery of what the outbox holds. */
export const integration: SubgraphDefinition = {
  name: 'integration',
  resolvers: [
    ConnectorResolver,
    BreakerResolver,
    ConnectorSubscription,
    ComparisonResolver,
    ComparisonConnectionResolver,
    PortalExtraResolver,
    PortalExtraConnectionResolver,
    SynchronizationResolver,
    SynchronizationConnectionResolver,
    DossierSynchronizationsResolver,
    ExchangeResolver,
    ProblemResolver,
    AlertResolver,
    ResendResolver,
    NightlyResolver,
    SourceChangeResolver,
    SourceResolver,
    StuckDayResolver,
    DayListRecipientResolver,
    OnboardingResolver,
    UserErrorResolver,
  ],
  orphanedTypes: [DossierStub, AdministrativeUnitStub, Synchronization, DayListStub],
  references: {
    Dossier: (reference) => reference,
    DayList: (reference) => reference,
    Synchronization: ({ id }, context) => synchronizationById(context, String(id)),
  },
  storage: {
    schema: 'integration',
    entities: [
      ConnectorEntity,
      DeliveryEntity,
      RateWindowEntity,
      SettingChangeEntity,
      ComparisonEntity,
      PortalExtraEntity,
      ResendEntity,
      ExchangeEntity,
      AlertRuleEntity,
      AlertEntity,
      OwedStatementEntity,
      OwedAccountStatementEntity,
      StatementSourceEntity,
      SourceEntity,
      SourceChangeEntity,
      DayRecipientEntity,
      DayMessageEntity,
    ],
    migrations: INTEGRATION_MIGRATIONS,
    citizenIndexes: ['integration.delivery.citizen_index'],
  },
  jobs: [deliverJob, resendJob, sweepExchangesJob, nightlyJob, alertJob, collectJob, tellDaysJob],
};
