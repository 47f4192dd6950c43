import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { publicUrl } from '../../../platform/public-url.ts';
import { isOwn } from '../dossier.access.ts';
import { eventsOf, papersOf } from '../dossier.read.ts';
import { Dossier } from '../dossier.type.ts';
import { slipsOf } from './slip.facts.ts';
import { slipPath } from './slip.link.ts';
import { Slip } from './slip.type.ts';

@Resolver(() => Dossier)
export class SlipResolver {
  @FieldResolver(() => [Slip], {
    description:
      'The papers that the desk gives out for it (giấy tiếp nhận và hẹn trả, phiếu bổ sung, từ chối, xin lỗi), oldest first: for who sees its people in clear.',
  })
  async slips(@Ctx() context: HubContext, @Root() { row, access }: Dossier): Promise<Slip[]> {
    if (!access.aspects.has('content') || access.person !== 'full') return [];
    const [events, { supplements }] = await Promise.all([eventsOf(context, row.id), papersOf(context, row.id)]);
    const { hub, viewer, language } = context;
    return slipsOf({ row, events, supplements }).map(({ kind, number, issuedAt }) => {
      const link = { dossierId: row.id, kind, number, language, reader: viewer, own: isOwn(context, row) };
      return { kind, number, issuedAt, url: publicUrl(hub) + slipPath(hub.cipher, link, hub.clock.now()) };
    });
  }
}
