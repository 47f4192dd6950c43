import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { notFound, userError } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { RESEND_WAKE_UP } from '../../platform/jobs/resend-wakeup.ts';
import { readResends, unitsOf } from './resend.read.ts';
import { addResend, choiceOf, HISTORY, requesterOf, stopResend } from './resend.service.ts';
import { Resend, ResendPayload } from './resend.type.ts';
import { MENDERS, requireRole, WATCHERS } from './synchronization.access.ts';
import { RetrySynchronizationsPayload } from './synchronization.type.ts';

const LONGEST_REASON = 500;
const MOST_SHOWN = 100;
const COUNT = 'query ($filter: DossierFilter) { dossiers(filter: $filter, first: 1) { totalCount } }';

@Resolver()
export class ResendResolver {
  @Mutation(() => RetrySynchronizationsPayload, {
    description:
      'Tells outside systems the present state of dossiers once more, after all of today; `resends` shows how far it is (yêu cầu đồng bộ lại).',
  })
  async requestSynchronization(
    @Ctx() context: HubContext,
    @Arg('filter', () => DossierFilter, { description: 'Which dossiers, of those that you may see (hồ sơ).' }) filter: DossierFilter,
    @Arg('reason', () => String, { description: 'Why (lý do).' }) reason: string,
    @Arg('withSteps', () => Boolean, {
      defaultValue: false,
      description:
        'With all their steps, which the portal lacks where they happened before its switch was ON and no other system told them; those that it has may come to stand there twice.',
    })
    withSteps: boolean,
  ): Promise<RetrySynchronizationsPayload> {
    const { hub, viewer, peers } = context;
    requireRole(viewer, MENDERS);
    const why = reason.trim();
    if (why === '' || why.length > LONGEST_REASON) return { retried: 0, userErrors: [NO_REASON] };
    const choice = choiceOf(filter, withSteps);
    // In the viewer's name: how many it means must not tell of dossiers that they may not see.
    const { dossiers } = await peers.ask<{ dossiers: { totalCount: number } }>('dossiers', COUNT, { filter: choice.filter });
    if (dossiers.totalCount === 0) return { retried: 0, userErrors: [] };
    const about = { ...requesterOf(viewer), choice, expected: dossiers.totalCount, priority: HISTORY };
    await addResend(hub, hub.db, { reason: why, ...about });
    await hub.wakeUps.wake(RESEND_WAKE_UP, {});
    return { retried: dossiers.totalCount, userErrors: [] };
  }

  @Mutation(() => ResendPayload, {
    description: 'Ends a request to send dossiers again: what was not sent by then is not sent (dừng đồng bộ lại).',
  })
  async stopSynchronization(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('id', () => ID, { description: 'The request, out of `resends`.' }) id: string,
  ): Promise<ResendPayload> {
    requireRole(viewer, MENDERS);
    const only = fromGlobalId('resend', id);
    const units = unitsOf(viewer, MENDERS);
    const find = async () => (only === undefined ? [] : await readResends(hub.db, { units, only, limit: 1 }));
    const [found] = await find();
    if (only === undefined || found === undefined) return { resend: null, userErrors: [notFound('id')] };
    if (!(await stopResend(hub, only, viewer.subject))) return { resend: found, userErrors: [ENDED] };
    return { resend: (await find())[0] ?? null, userErrors: [] };
  }

  @Query(() => [Resend], { description: 'Requests to send dossiers again, newest first, with how far they are (các yêu cầu đồng bộ lại).' })
  resends(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 100 at most.' }) first: number,
  ): Promise<Resend[]> {
    requireRole(viewer, WATCHERS);
    checkBatch('first', first, MOST_SHOWN);
    return readResends(hub.db, { units: unitsOf(viewer, WATCHERS), limit: Math.max(0, first) });
  }
}

const NO_REASON = userError(
  'INVALID',
  { vi: `Cần ghi lý do, tối đa ${LONGEST_REASON} ký tự.`, en: `Give a reason of at most ${LONGEST_REASON} characters.` },
  ['reason'],
);
const ENDED = userError('ILLEGAL_TRANSITION', { vi: 'Yêu cầu này đã kết thúc.', en: 'This request has ended already.' }, ['id']);
