import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../../platform/auth/viewer.ts';
import { userError } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { RESEND_WAKE_UP } from '../../platform/jobs/resend-wakeup.ts';
import { ComparisonPurpose } from './compare.type.ts';
import { startComparison } from './nightly.job.ts';
import { ComparisonSummary } from './nightly.type.ts';
import { readResends, unitsOf } from './resend.read.ts';
import { ResendPayload } from './resend.type.ts';
import { requireRole, WATCHERS } from './synchronization.access.ts';

const LARGEST_SAMPLE = 500;
const MOST_DAYS = 92;

/** Who sets a reporting switch sees how many dossiers differ, and none of them. */
const COUNTERS: readonly Role[] = [...WATCHERS, 'ADMINISTRATOR'];

@Resolver()
export class NightlyResolver {
  @Query(() => [ComparisonSummary], {
    description: 'What comparisons with the portal found, by day and kind, the latest day first (tổng hợp đối chiếu).',
  })
  comparisonSummaries(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('days', () => Int, { defaultValue: 7, description: 'The latest days on which there was one, 92 at most.' }) days: number,
    @Arg('purpose', () => ComparisonPurpose, {
      defaultValue: 'NIGHTLY',
      description: 'Of dossiers that are sent, or whose switch is COMPARE (mục đích).',
    })
    purpose: keyof typeof ComparisonPurpose,
  ): Promise<ComparisonSummary[]> {
    requireRole(viewer, COUNTERS);
    checkBatch('days', days, MOST_DAYS);
    return hub.db.query<ComparisonSummary>(
      `SELECT day, kind, count(*)::int AS count, count(repaired_at)::int AS repaired FROM integration.comparison
       WHERE purpose = $3 AND ($1::text[] IS NULL OR scope && $1)
         AND day IN (SELECT DISTINCT day FROM integration.comparison WHERE purpose = $3 ORDER BY day DESC LIMIT $2)
       GROUP BY day, kind ORDER BY day DESC, kind`,
      [unitsOf(viewer, COUNTERS), Math.max(0, days), purpose],
    );
  }

  @Mutation(() => ResendPayload, {
    description:
      'Looks dossiers up at the portal now, after everything else, and has sent again what differs of those that are sent (đối chiếu ngay).',
  })
  async startComparison(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('sample', () => Int, {
      nullable: true,
      description: 'So many dossiers by chance of those that are sent, and of those at COMPARE, 500 at most; left out or null: all.',
    })
    sample?: number | null,
  ): Promise<ResendPayload> {
    requireRole(viewer, ['OPERATOR']);
    if (sample != null && (sample < 1 || sample > LARGEST_SAMPLE)) return { resend: null, userErrors: [BAD_SAMPLE] };
    const id = await startComparison(hub, { sample: sample ?? null, by: viewer.subject, onceADay: false });
    if (id === undefined) return { resend: null, userErrors: [RUNS] };
    await hub.wakeUps.wake(RESEND_WAKE_UP, {});
    const [resend] = await readResends(hub.db, { units: null, only: id, limit: 1 });
    return { resend: resend ?? null, userErrors: [] };
  }
}

const BAD_SAMPLE = userError('INVALID', { vi: `sample: từ 1 đến ${LARGEST_SAMPLE}.`, en: `sample must be 1 to ${LARGEST_SAMPLE}.` }, [
  'sample',
]);
const RUNS = userError('ILLEGAL_TRANSITION', { vi: 'Một lần đối chiếu đang chạy.', en: 'A comparison is running already.' });
