import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { requireRole } from '../dossier.access.ts';
import { unitDirectory } from '../units.ts';
import { differencesOf, explainingDossiers } from './explain.ts';
import { PeriodInput, ServiceIndicators } from './indicators.type.ts';
import { readPublishedFile } from './published.file.ts';
import { ExplainingDossiers, IndicatorDifference, PublishedFilePayload } from './published.type.ts';
import { keepPublished } from './published.write.ts';
import { rulesOn } from './rules.ts';

@Resolver(() => ServiceIndicators)
export class PublishedResolver {
  @FieldResolver(() => [IndicatorDifference], {
    description: 'Rows on which the hub and what the portal published of exactly this period do not agree (chênh lệch với số công bố).',
  })
  differences(@Ctx() context: HubContext, @Root() { asked }: ServiceIndicators): Promise<IndicatorDifference[]> {
    return differencesOf(context, asked);
  }

  @Mutation(() => PublishedFilePayload, {
    description:
      'Takes in a file of what the national portal published of a period, where its public reports can’t be read (nạp số liệu công bố). For OPERATOR and ADMINISTRATOR.',
  })
  async takeInPublishedIndicators(
    @Ctx() context: HubContext,
    @Arg('period', () => PeriodInput, { description: 'The period that was published, both days included.' }) period: PeriodInput,
    @Arg('file', () => String, {
      description:
        'CSV: unit,code,numerator,denominator,score,max,flags; a row’s code, a group’s, or none for the whole. Empty: not known.',
    })
    file: string,
    @Arg('procedure', () => ID, { nullable: true, description: 'Of this procedure alone.' }) procedure?: string | null,
  ): Promise<PublishedFilePayload> {
    requireRole(context.viewer, ['OPERATOR', 'ADMINISTRATOR']);
    const { hub } = context;
    if (period.to < period.from) {
      return { rows: 0, userErrors: [{ code: 'INVALID', field: ['period', 'to'], text: ORDER }] };
    }
    const rules = await rulesOn(hub, period.to);
    const codes = new Set(['', ...rules.flatMap(({ code, group }) => [code, group.code])]);
    const { values, errors } = readPublishedFile(file, { directory: await unitDirectory(hub), codes });
    if (errors.length > 0) return { rows: 0, userErrors: errors };
    const kept = { ...period, procedure: procedure ?? undefined, origin: 'FILE' as const, at: hub.clock.business() };
    await hub.db.transaction((sql) => keepPublished(sql, kept, values));
    return { rows: values.length, userErrors: [] };
  }
}

const ORDER = { vi: 'Ngày cuối không được trước ngày đầu.', en: 'The last day must not be before the first.' };

@Resolver(() => IndicatorDifference)
export class IndicatorDifferenceResolver {
  @FieldResolver(() => ExplainingDossiers, {
    nullable: true,
    description:
      'Dossiers that may explain it, as far as they are known here (hồ sơ giải thích); null: not yours to know, or not the row’s matter.',
  })
  dossiers(@Ctx() context: HubContext, @Root() { asked }: IndicatorDifference): Promise<ExplainingDossiers | null> {
    return context.once(`explaining ${JSON.stringify(asked)}`, () => explainingDossiers(context, asked));
  }
}
