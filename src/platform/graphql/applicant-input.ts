import { Field, InputType } from 'type-graphql';
import { defineEnum } from './enums.ts';
import { LocalDateScalar, NationalIdScalar } from './scalars.ts';

export const IdentityDocumentKind = defineEnum(
  'IdentityDocumentKind',
  'Kind of an identity document other than the 12-digit number (loại giấy tờ tùy thân).',
  {
    OLD_ID: 'The former 9-digit identity card (chứng minh nhân dân): no longer valid, still a search key.',
    PASSPORT: 'Passport (hộ chiếu).',
    OTHER: 'Another paper with a number (giấy tờ khác).',
  },
);
export type IdentityDocumentKind = keyof typeof IdentityDocumentKind;

@InputType({ description: 'An identity document other than the 12-digit number (giấy tờ tùy thân).' })
export class IdentityDocumentInput {
  @Field(() => IdentityDocumentKind, { description: 'Which kind of document (loại giấy tờ).' })
  kind!: IdentityDocumentKind;

  @Field(() => String, { description: 'Its number as printed (số giấy tờ).' })
  number!: string;
}

/** Who files, as two subgraphs take it: dossiers from its callers, identity from dossiers. */
@InputType({ description: 'Who files (người nộp): a name and at least one number, or the dossier goes in marked as unidentified.' })
export class ApplicantInput {
  @Field(() => NationalIdScalar, { nullable: true, description: 'Personal identification number (số định danh cá nhân).' })
  nationalId?: string | null;

  @Field(() => IdentityDocumentInput, {
    nullable: true,
    description: 'An identity document other than that number (giấy tờ tùy thân khác).',
  })
  identityDocument?: IdentityDocumentInput | null;

  @Field(() => String, { nullable: true, description: "The person's key at the identity provider (TechID)." })
  technicalId?: string | null;

  @Field(() => String, { description: 'Full name (họ và tên).' })
  fullName!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Date of birth (ngày sinh).' })
  dateOfBirth?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number (số điện thoại).' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (thư điện tử).' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address (địa chỉ).' })
  address?: string | null;
}
