import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type HubContext, requirePeer } from '../../platform/graphql/context.ts';
import { OnboardingItem, onboardingItem } from '../../platform/graphql/onboarding.ts';

@Resolver()
export class OnboardingResolver {
  @Directive('@inaccessible')
  @Query(() => [OnboardingItem], { description: 'What integration knows of how far a unit is. For dossiers alone.' })
  async onboardingOfIntegration(
    @Ctx() context: HubContext,
    @Arg('scope', () => [ID], { description: 'The unit, then all units above it.' }) scope: string[],
  ): Promise<OnboardingItem[]> {
    requirePeer(context);
    const { hub } = context;
    const [source] = await hub.db.query<{ name: string }>(
      `SELECT name FROM integration.source WHERE active AND unit = ANY($1::text[]) ORDER BY array_position($1::text[], unit), name LIMIT 1`,
      [scope],
    );
    const portal = hub.connectors.all.find(({ kind }) => kind === 'NATIONAL_PORTAL');
    return [
      onboardingItem(
        'SOURCE',
        { vi: 'Hệ thống một cửa đã đăng ký', en: 'Source system registered' },
        { done: source !== undefined, detail: source?.name ?? null },
      ),
      // What exactly is missing is said to operators at the connector.
      onboardingItem(
        'PORTAL_CREDENTIALS',
        { vi: 'Tài khoản kết nối Cổng DVCQG', en: 'Credentials of the national portal' },
        { done: portal?.port !== undefined, detail: null },
      ),
    ];
  }
}
