import { Field, ObjectType } from 'type-graphql';
import { JsonScalar } from '../../../platform/graphql/scalars.ts';

@ObjectType({ description: "What the hub learned of a commune system's dossier before that system did (thay đổi)." })
export class SourceChange {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Date, { description: 'When the hub learned it.' })
  at!: Date;

  @Field(() => String, { description: 'What happened.' })
  kind!: string;

  @Field(() => String, { description: "The dossier's code (mã hồ sơ)." })
  dossierCode!: string;

  @Field(() => JsonScalar, { description: 'The change itself.' })
  payload!: unknown;
}
