import { Field, ID, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { UrlScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';

@ObjectType({ description: 'A file of such a paper (tệp).' })
export class PersonalPaperFile {
  @Field(() => String, { description: 'Name (tên tệp).' })
  name!: string;

  @Field(() => UrlScalar, { description: 'Where it can be fetched, for a quarter of an hour; each fetch is recorded.' })
  url!: string;
}

@ObjectType({ description: "A paper that the state's store has of a dossier's owner (giấy tờ trong kho dữ liệu cá nhân, tổ chức)." })
export class PersonalPaper {
  @Field(() => ID, { description: 'Code of the result that it is (mã kết quả).' })
  resultCode!: string;

  @Field(() => String, { description: 'Name (tên giấy tờ).' })
  name!: string;

  @Field(() => String, { description: 'Number and sign (số, ký hiệu).' })
  number!: string;

  @Field(() => String, { description: 'The agency that keeps it, by its identifier (cơ quan chủ quản).' })
  agencyCode!: string;

  @Field(() => [PersonalPaperFile], { description: 'Its files.' })
  files!: PersonalPaperFile[];
}

@ObjectType({ description: 'What the store has.' })
export class PersonalPapersPayload {
  @Field(() => [PersonalPaper], { description: 'In the order in which the store tells them.' })
  papers!: PersonalPaper[];

  @Field(() => [UserError], { description: 'Why it was not asked; empty where it was.' })
  userErrors!: UserErrorValue[];
}
