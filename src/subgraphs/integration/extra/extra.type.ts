import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { PageArguments } from '../../../platform/graphql/connection.ts';
import { DossierStatus, defineEnum } from '../../../platform/graphql/enums.ts';
import { PageInfo } from '../../../platform/graphql/shared-types.ts';

export const PortalExtraEnding = defineEnum('PortalExtraEnding', 'Why a code is listed as extra no more (lý do hết thừa).', {
  GONE: 'The portal has it no more (Cổng không còn).',
  OURS: 'A dossier of the hub has the code now (trục đã có hồ sơ mang mã này).',
});

/** The fields that its own resolver computes are not properties here. */
@ObjectType({
  description: 'A code that stands at the national portal and that no dossier of the hub has (mã thừa trên Cổng). No personal data.',
})
export class PortalExtra {
  @Field(() => ID, { description: 'The code as the portal has it (mã hồ sơ).' })
  code!: string;

  @Field(() => DossierStatus, { nullable: true, description: 'Its state there (trạng thái trên Cổng); null: the portal does not say.' })
  status!: DossierStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'The handling unit that the portal names (đơn vị theo Cổng); null: it does not say.',
  })
  portalUnit!: string | null;

  @Field(() => Date, { description: 'Since when it is known to stand there (phát hiện từ).' })
  firstSeenAt!: Date;

  @Field(() => Date, { description: 'When it was last seen there (lần thấy gần nhất).' })
  lastSeenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was found to be extra no more; null: it still is (hết thừa lúc).' })
  endedAt!: Date | null;

  @Field(() => PortalExtraEnding, { nullable: true, description: 'Why it is extra no more; null: it still is (lý do).' })
  ending!: keyof typeof PortalExtraEnding | null;
}

@ObjectType({ description: 'An extra code and its place in the list.' })
export class PortalExtraEdge {
  @Field(() => String, { description: 'Cursor of this code.' })
  cursor!: string;

  @Field(() => PortalExtra, { description: 'The code.' })
  node!: PortalExtra;
}

@ObjectType({ description: 'A page of extra codes.' })
export class PortalExtraConnection {
  @Field(() => [PortalExtraEdge], { description: 'The codes with their cursors.' })
  edges!: PortalExtraEdge[];

  @Field(() => [PortalExtra], { description: 'The codes.' })
  nodes!: PortalExtra[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all pages.' })
  totalCount!: unknown;
}

@ArgsType()
export class PortalExtrasArguments implements PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of codes of this unit or one below it (đơn vị).' })
  unit?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'true: those alone that still stand there; false: those that are over, of the last 90 days; null: both.',
  })
  open?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'How many from the beginning; 20 where it is left out, 100 at most.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Those after this cursor.' })
  after?: string | null;
}
