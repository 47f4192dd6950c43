import { Directive, Field, ObjectType } from 'type-graphql';
import { Node } from '../../platform/graphql/shared-types.ts';

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'An organization (tổ chức, doanh nghiệp), seen through a dossier of its own.' })
export class Organization extends Node {
  @Field(() => String, { description: 'Name (tên tổ chức).' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Tax code (mã số thuế). A household business's is its owner's number: null without the right to see that.",
  })
  taxCode!: string | null;
}
