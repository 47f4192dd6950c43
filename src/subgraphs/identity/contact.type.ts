import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: "What an outside system is told of a dossier's applicant and organization (thông tin liên hệ)." })
export class ApplicantContact {
  @Field(() => String, { nullable: true, description: 'Personal identification number (số định danh cá nhân).' })
  nationalId!: string | null;

  @Field(() => String, { nullable: true, description: 'The former 9-digit number (số CMND).' })
  oldId!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of another paper, a passport for one (số giấy tờ khác).' })
  otherId!: string | null;

  @Field(() => String, { nullable: true, description: 'Key at the identity provider (TechID).' })
  technicalId!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number (số điện thoại).' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (thư điện tử).' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "The organization's tax code (mã số thuế)." })
  taxCode!: string | null;
}

@Directive('@inaccessible')
@InputType({ description: 'A dossier whose people an outside system must be told of, where no token is at hand.' })
export class ApplicantContactWanted {
  @Field(() => String, { description: 'Code of the dossier (mã hồ sơ): what the read is recorded for.' })
  dossier!: string;

  @Field(() => ID, { description: 'Who files (người nộp).' })
  citizen!: string;

  @Field(() => ID, { nullable: true, description: 'The organization whose matter it is (tổ chức).' })
  organization?: string | null;
}
