import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ApplicantInput } from '../../../platform/graphql/applicant-input.ts';
import { DossierStatus, FilingChannel } from '../../../platform/graphql/enums.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { Dossier } from '../dossier.type.ts';
import { DocumentInput, FeeInput, OwnerInput } from '../ingest/ingest.input.ts';

@InputType({ description: 'A dossier filed through the hub (nộp hồ sơ).' })
export class SubmitDossierInput {
  @Field(() => ID, { description: 'Code of the procedure.' })
  procedure!: string;

  @Field(() => ID, { description: 'Code of the receiving unit.' })
  receivingUnit!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the handling unit; left out: the receiving one.' })
  handlingUnit?: string | null;

  @Field(() => ApplicantInput, { description: 'Who files (người nộp).' })
  applicant!: ApplicantInput;

  @Field(() => OwnerInput, { nullable: true, description: 'Whose matter it is; left out: the applicant.' })
  owner?: OwnerInput | null;

  @Field(() => FilingChannel, { description: 'How it is filed.' })
  channel!: FilingChannel;

  @Field(() => [DocumentInput], { nullable: true, description: 'Papers handed in.' })
  documents?: DocumentInput[] | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary?: string | null;

  @Field(() => ID, { description: 'The same key and input give the first answer again, for 30 days.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A move of a dossier to another state (chuyển trạng thái).' })
export class MoveDossierInput {
  @Field(() => ID, { description: 'The dossier.' })
  dossier!: string;

  @Field(() => DossierStatus, { description: 'The state that it moves to.' })
  to!: DossierStatus;

  @Field(() => Int, { nullable: true, description: 'The version that the caller saw; another one: VERSION_CONFLICT.' })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reason or remark (lý do, ghi chú): a refusal, stop, withdrawal, supplement request or new due date needs one.',
  })
  note?: string | null;

  @Field(() => [DocumentInput], { nullable: true, description: 'Papers that belong to the move; results come with RESOLVED or RETURNED.' })
  documents?: DocumentInput[] | null;

  @Field(() => [FeeInput], { nullable: true, description: 'Fees that belong to the move; one of a known code replaces it.' })
  fees?: FeeInput[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The new due date, with an apology (hẹn lại); or the first one, where the time of the procedure is not known.',
  })
  newDueAt?: Date | null;
}

@ObjectType({ description: 'A dossier after a change, or why it was not made.' })
export class DossierPayload {
  @Field(() => Dossier, { nullable: true, description: 'The dossier as it now is; null where it may not be seen or was not changed.' })
  dossier!: Dossier | null;

  @Field(() => [UserError], { description: 'Why it was not changed.' })
  userErrors!: UserError[];
}
