import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { boundOf, type Role } from '../../../platform/auth/viewer.ts';
import { forbidden } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { OnboardingItem } from '../../../platform/graphql/onboarding.ts';
import { requireRole } from '../dossier.access.ts';
import { unitDirectory } from '../units.ts';
import { ownItems } from './onboarding.read.ts';

const READERS: readonly Role[] = ['ADMINISTRATOR', 'UNIT_LEADER'];

interface Asked {
  items: OnboardingItem[];
}

const FIELDS = 'code titleVi titleEn done detail';
const OF_PAYMENTS = `query ($scope: [ID!]!) { items: onboardingOfPayments(scope: $scope) { ${FIELDS} } }`;
const OF_INTEGRATION = `query ($scope: [ID!]!) { items: onboardingOfIntegration(scope: $scope) { ${FIELDS} } }`;

@Resolver()
export class OnboardingResolver {
  @Query(() => [OnboardingItem], {
    description:
      'What a unit has and lacks to work through the hub, for ADMINISTRATOR and UNIT_LEADER of it; empty: there is no such unit (tình hình đưa vào sử dụng).',
  })
  async onboarding(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { description: 'Code of the unit (mã đơn vị).' }) code: string,
  ): Promise<OnboardingItem[]> {
    requireRole(context.viewer, READERS);
    const directory = await unitDirectory(context.hub);
    const scope = directory.scope(code);
    const bounds = READERS.map((role) => boundOf(context.viewer, role));
    if (!bounds.some((bound) => bound === 'ALL' || (bound !== undefined && (scope.includes(bound) || directory.isRoot(bound))))) {
      throw forbidden();
    }
    const unit = directory.get(code);
    if (unit === undefined) return [];
    const [own, ofIntegration, ofPayments] = await Promise.all([
      ownItems(context, unit, scope),
      context.peers.ask<Asked>('integration', OF_INTEGRATION, { scope }),
      context.peers.ask<Asked>('payments', OF_PAYMENTS, { scope }),
    ]);
    return [...own.settings, ...ofIntegration.items, ...own.course, ...ofPayments.items];
  }
}
