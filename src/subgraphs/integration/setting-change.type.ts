import { Field, ObjectType } from 'type-graphql';
import { JsonScalar } from '../../platform/graphql/scalars.ts';

@ObjectType({ description: 'A setting of connectors or alerts that someone changed (thay đổi cấu hình).' })
export class IntegrationSettingChange {
  @Field(() => Date, { description: 'When (thời điểm).' })
  at!: Date;

  @Field(() => String, { description: 'Who: the subject of the token (người thay đổi).' })
  actor!: string;

  @Field(() => String, { description: 'What, e.g. connector.ratePerSecond (mục).' })
  setting!: string;

  @Field(() => String, { description: 'Of which connector or rule (đối tượng).' })
  target!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'What it was (trước).' })
  from!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'What it is since (sau).' })
  to!: unknown;
}
