import { UserErrorResolver } from '../../platform/graphql/shared-types.ts';
import type { SubgraphDefinition } from '../../platform/graphql/subgraph.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { CitizenEntity } from './citizen.entity.ts';
import { sweepUnconfirmed } from './citizen.jobs.ts';
import { AccessLogConnectionResolver, CitizenResolver } from './citizen.resolver.ts';
import { Citizen } from './citizen.type.ts';
import { isOwn, loadCitizen, showCitizen } from './citizen.view.ts';
import { ContactResolver } from './contact.resolver.ts';
import { DossierPeopleResolver, PaymentPeopleResolver } from './grant.resolver.ts';
import { HolderResolver } from './holder.resolver.ts';
import { MIGRATIONS } from './migrations.ts';
import { OrganizationEntity } from './organization.entity.ts';
import { Organization } from './organization.type.ts';
import { RegistrationResolver } from './registration.resolver.ts';
import { AdministrativeUnitStub, DossierStub, PaymentStub } from './stubs.type.ts';
import { ViewerResolver } from './viewer.resolver.ts';

export { type CitizenToLoad, loadCitizens, loadOrganizations, type OrganizationToLoad } from './bulk.ts';
export { type Reindexed, reindex } from './reindex.ts';

/** Citizens and organizations: who files and whose matter it is, and who read their data. */
export const identity: SubgraphDefinition = {
  name: 'identity',
  resolvers: [
    CitizenResolver,
    AccessLogConnectionResolver,
    ViewerResolver,
    DossierPeopleResolver,
    PaymentPeopleResolver,
    RegistrationResolver,
    ContactResolver,
    HolderResolver,
    UserErrorResolver,
  ],
  orphanedTypes: [Citizen, Organization, DossierStub, PaymentStub, AdministrativeUnitStub],
  references: {
    Dossier: (reference) => reference,
    Payment: (reference) => reference,
    // By its id alone a citizen is shown to nobody but themself: dossiers and payments show the others.
    Citizen: async ({ id }, context) => {
      const key = fromGlobalId('citizen', String(id));
      const row = key === undefined || context.viewer.nationalId === undefined ? null : await loadCitizen(context, key);
      return row !== null && isOwn(context, row) ? showCitizen(context, row, 'full') : null;
    },
    Organization: () => null,
  },
  storage: { schema: 'identity', entities: [CitizenEntity, OrganizationEntity], migrations: MIGRATIONS },
  jobs: [sweepUnconfirmed],
};
