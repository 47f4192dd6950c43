import type { HubContext } from '../../platform/graphql/context.ts';
import { UserErrorResolver } from '../../platform/graphql/shared-types.ts';
import type { SubgraphDefinition } from '../../platform/graphql/subgraph.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { pullCatalogueJob } from './catalogue/catalogue.jobs.ts';
import { CatalogueResolver } from './catalogue/catalogue.resolver.ts';
import { ChangeResolver } from './change/change.resolver.ts';
import { forgetSubmissionsJob } from './change/forget-keys.job.ts';
import { beginDaysJob } from './day/day.job.ts';
import { DayListResolver, dayOf, UnitDayResolver } from './day/day.resolver.ts';
import { CalendarResolver, UnitCalendarResolver } from './deadline/calendar.resolver.ts';
import { DossierDatesResolver } from './deadline/dates.resolver.ts';
import { followCalendarsJob } from './deadline/follow.job.ts';
import { DeadlineRuleResolver } from './deadline/rule.resolver.ts';
import { WorkingDaysResolver } from './deadline/working-days.resolver.ts';
import { DossierEntity, DossierEventEntity } from './dossier.entity.ts';
import { findDossier, findProcedure } from './dossier.read.ts';
import { DossierConnectionResolver, DossierResolver } from './dossier.resolver.ts';
import { DossierSubscription } from './dossier.subscription.ts';
import { applyPaymentsJob } from './dossiers.jobs.ts';
import { ExportResolver } from './indicators/export.resolver.ts';
import { foldDeltasJob } from './indicators/fold.ts';
import { IndexRuleResolver } from './indicators/index-rule.resolver.ts';
import { IndicatorsResolver } from './indicators/indicators.resolver.ts';
import { pullPublishedJob } from './indicators/published.jobs.ts';
import { IndicatorDifferenceResolver, PublishedResolver } from './indicators/published.resolver.ts';
import { RecountResolver } from './indicators/recount.resolver.ts';
import { WarningResolver } from './indicators/warning.resolver.ts';
import { IngestResolver } from './ingest/ingest.resolver.ts';
import { MIGRATIONS } from './migrations.ts';
import { Citizen, Discrepancy, NodeResolver, Organization, Payment, Reconciliation, Synchronization } from './node.resolver.ts';
import { OnboardingResolver } from './onboarding/onboarding.resolver.ts';
import { PayableDossierResolver } from './payable.resolver.ts';
import { PersonalPaperResolver } from './personal-store/papers.resolver.ts';
import { pullPortalListsJob } from './portal-lists/lists.jobs.ts';
import { PortalListResolver } from './portal-lists/lists.resolver.ts';
import { ProcedureEntity, ReceptionPointEntity, UnitEntity } from './reference.entity.ts';
import { monthlyReportJob } from './reporting/monthly.jobs.ts';
import { DossierReportingResolver, ReportingResolver } from './reporting/reporting.resolver.ts';
import { makeResendBatchJob } from './resend/resend.job.ts';
import { RuleChangeResolver } from './rule-change/rule-change.resolver.ts';
import { SlipResolver } from './slips/slip.resolver.ts';
import { ProcedureResolver, UnitResolver } from './unit.resolver.ts';
import { findUnit } from './unit.service.ts';

export { FileProblem } from '../../platform/workbook/file-rows.ts';
export { type DossierToLoad, type LoadedChange, type LoadedDossier, openDossierLoader } from './dossier.load.ts';
export { findMapping, importExport, keepMapping } from './import/import.service.ts';
export { type ImportKind, type Mapping, MappingError, parseMapping } from './import/mapping.ts';
export type { Imported } from './import/run.ts';
export type { StoredMapping } from './import/store.ts';
export { answerIndicatorFile } from './indicators/export.service.ts';
export { answerFile, type NoFile, type SentFile } from './inquiry/file.ts';
export { answerInquiry, type InquiryReply, LONGEST_INQUIRY, problem as inquiryProblem } from './inquiry/inquiry.ts';
export { answerPersonalPaper } from './personal-store/papers.service.ts';
export { loadReferenceData } from './reference.load.ts';
export { answerSlip } from './slips/slip.routes.ts';

/** Dossiers, units, procedures and the figures: what the province's one-stop desks do. */
export const dossiers: SubgraphDefinition = {
  name: 'dossiers',
  resolvers: [
    DossierResolver,
    DossierConnectionResolver,
    UnitResolver,
    IndicatorsResolver,
    ExportResolver,
    PublishedResolver,
    IndicatorDifferenceResolver,
    RecountResolver,
    WarningResolver,
    ProcedureResolver,
    PayableDossierResolver,
    WorkingDaysResolver,
    NodeResolver,
    IngestResolver,
    CatalogueResolver,
    PortalListResolver,
    PersonalPaperResolver,
    DossierReportingResolver,
    ReportingResolver,
    ChangeResolver,
    DossierSubscription,
    SlipResolver,
    OnboardingResolver,
    DossierDatesResolver,
    UnitCalendarResolver,
    CalendarResolver,
    DeadlineRuleResolver,
    IndexRuleResolver,
    RuleChangeResolver,
    UnitDayResolver,
    DayListResolver,
    UserErrorResolver,
  ],
  orphanedTypes: [Citizen, Payment, Organization, Reconciliation, Discrepancy, Synchronization],
  references: {
    Dossier: async ({ id }, context: HubContext) => {
      const uuid = fromGlobalId('dossier', String(id));
      return uuid === undefined ? null : findDossier(context, 'id', uuid);
    },
    AdministrativeUnit: async ({ code }, context) => findUnit(context, String(code)),
    Procedure: async ({ code }, context) => findProcedure(context, String(code)),
    DayList: async ({ unitCode }, context) => dayOf(context, String(unitCode)),
    Citizen: async ({ id }) => ({ id }),
  },
  storage: {
    schema: 'dossiers',
    entities: [DossierEntity, DossierEventEntity, UnitEntity, ReceptionPointEntity, ProcedureEntity],
    migrations: MIGRATIONS,
    citizenIndexes: ['dossiers.dossier.applicant_index'],
  },
  jobs: [
    applyPaymentsJob,
    foldDeltasJob,
    pullPublishedJob,
    makeResendBatchJob,
    monthlyReportJob,
    pullCatalogueJob,
    pullPortalListsJob,
    beginDaysJob,
    followCalendarsJob,
    forgetSubmissionsJob,
  ],
};
