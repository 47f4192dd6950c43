// type-graphql's decorators need it before the first of them runs; every type file stands on this one.
import 'reflect-metadata';
import { Ctx, Directive, Field, FieldResolver, ID, InterfaceType, ObjectType, Resolver, Root } from 'type-graphql';
import type { UserErrorCode } from '../errors.ts';
import type { Message } from '../language.ts';
import type { HubContext } from './context.ts';

/** Types that every subgraph shares, word for word. */
@InterfaceType({
  autoRegisterImplementations: false,
  description: 'An object with an id that is unique in the whole graph.',
  resolveType: (value: { __typename?: string }) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More follow after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'More stand before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'A refusal that the caller can act on (lỗi người dùng sửa được).' })
export class UserError {
  @Field(() => String, { description: 'NOT_FOUND, INVALID, ILLEGAL_TRANSITION, VERSION_CONFLICT, …' })
  code!: UserErrorCode;

  text!: Message;

  @Field(() => [String], { nullable: true, description: 'The input field that is meant, from the outside in.' })
  field?: string[];
}

@Resolver(() => UserError)
export class UserErrorResolver {
  @FieldResolver(() => String, { description: 'Vietnamese, or English by Accept-Language: en.' })
  message(@Root() error: UserError, @Ctx() context: HubContext): string {
    return error.text[context.language];
  }
}
