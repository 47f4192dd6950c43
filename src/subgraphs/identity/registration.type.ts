import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { ApplicantInput } from '../../platform/graphql/applicant-input.ts';
import { VersionScalar } from '../../platform/graphql/scalars.ts';

@Directive('@inaccessible')
@InputType({ description: 'The organization whose matter a dossier is (tổ chức).' })
export class OrganizationRegistrationInput {
  @Field(() => String, { description: 'Name (tên tổ chức).' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Tax code (mã số thuế).' })
  taxCode?: string | null;

  @Field(() => String, { description: "The owner's kind, by the name that dossiers give it." })
  kind!: string;
}

@Directive('@inaccessible')
@InputType({ description: 'One applicant of one version of one dossier.' })
export class ApplicantRegistrationInput {
  @Field(() => String, { description: "The caller's own key: it comes back with the answer." })
  key!: string;

  @Field(() => String, { description: 'The system that the dossier comes from.' })
  sourceSystem!: string;

  @Field(() => String, { description: 'Code of the dossier (mã hồ sơ).' })
  dossierCode!: string;

  @Field(() => VersionScalar, { description: 'Version of the dossier: an older one never replaces what a newer one brought.' })
  version!: number;

  @Field(() => ApplicantInput, { description: 'Who files (người nộp).' })
  applicant!: ApplicantInput;

  @Field(() => OrganizationRegistrationInput, { nullable: true, description: 'The organization whose matter it is.' })
  organization?: OrganizationRegistrationInput | null;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Who an applicant is to the hub.' })
export class RegisteredApplicant {
  @Field(() => String, { description: 'The key that the caller gave.' })
  key!: string;

  @Field(() => ID, { description: 'The citizen.' })
  citizen!: string;

  @Field(() => ID, { nullable: true, description: 'The organization.' })
  organization!: string | null;

  @Field(() => Boolean, { description: 'False: came without any number.' })
  identified!: boolean;
}
