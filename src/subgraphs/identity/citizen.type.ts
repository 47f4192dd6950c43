import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { LocalDateScalar, NationalIdScalar } from '../../platform/graphql/scalars.ts';
import { Node, PageInfo, UserError } from '../../platform/graphql/shared-types.ts';
import type { AssuranceLevel as Level } from './citizen.record.ts';

export const AssuranceLevel = defineEnum('AssuranceLevel', 'How well a person proved who they are (mức độ định danh), Decree 69/2024.', {
  NONE: 'By no account: as a source wrote it down (chưa định danh).',
  LEVEL_1: 'By an electronic identity account of level 1 (tài khoản định danh điện tử mức 1).',
  LEVEL_2: 'By an electronic identity account of level 2 (tài khoản định danh điện tử mức 2).',
});

/** A citizen as one viewer may see them. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A citizen (công dân), as far as you may see them.' })
export class Citizen extends Node {
  /** The row's key, and whether the viewer is this citizen; not part of the graph. */
  rowKey!: string;
  own!: boolean;

  @Field(() => String, { nullable: true, description: 'Full name (họ và tên); masked (N*** V** A) without the right to see it.' })
  fullName!: string | null;

  @Field(() => NationalIdScalar, {
    nullable: true,
    description: 'Personal identification number (số định danh cá nhân); null without the right to see it.',
  })
  nationalId!: string | null;

  @Field(() => String, { nullable: true, description: 'The number with its middle hidden, 096*****1234; null for who has none.' })
  maskedNationalId!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of birth (ngày sinh); null without the right to see it.' })
  dateOfBirth!: string | null;

  @Field(() => AssuranceLevel, { description: 'How well the person proved who they are (mức độ định danh).' })
  assuranceLevel!: Level;

  @Field(() => Date, { nullable: true, description: 'When an identity service last confirmed name, birth date and number.' })
  verifiedAt!: Date | null;

  @Field(() => Boolean, { description: 'False: taken over from a source without any number.' })
  identified!: boolean;
}

@ObjectType({ description: "One read of a citizen's personal data (lượt truy cập dữ liệu cá nhân)." })
export class AccessLogEntry {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Field(() => Date, { description: 'When it was read.' })
  at!: Date;

  @Field(() => String, { description: 'Who read it: the subject of the token (người truy cập).' })
  actor!: string;

  @Field(() => String, { description: 'What for: the code of a dossier or payment, or what the reader stated (mục đích).' })
  purpose!: string;

  @Field(() => [String], { description: 'What was shown; empty: somebody looked and was shown nothing.' })
  fields!: string[];
}

@ObjectType({ description: 'A place in the list.' })
export class AccessLogEdge {
  @Field(() => String, { description: 'Cursor of this item.' })
  cursor!: string;

  @Field(() => AccessLogEntry, { description: 'The item.' })
  node!: AccessLogEntry;
}

@ObjectType({ description: "Who read a citizen's personal data, newest first (nhật ký truy cập)." })
export class AccessLogConnection {
  count!: () => Promise<number>;

  @Field(() => [AccessLogEdge], { description: 'The items with their cursors.' })
  edges!: AccessLogEdge[];

  @Field(() => [AccessLogEntry], { description: 'The items.' })
  nodes!: AccessLogEntry[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount?: number;
}

@ObjectType({ description: 'What a mutation made of a citizen.' })
export class CitizenPayload {
  @Field(() => Citizen, { nullable: true, description: 'The citizen; null where it was refused.' })
  citizen!: Citizen | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
