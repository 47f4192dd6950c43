import { Field, ID, InputType } from 'type-graphql';
import { DossierOrigin, DossierStatus, FilingChannel, Timeliness } from './enums.ts';

@InputType({ description: 'Narrows a list of dossiers; every part that is given must hold.' })
export class DossierFilter {
  @Field(() => ID, { nullable: true, description: 'Code of the receiving or handling unit, or of one above it (đơn vị).' })
  unit?: string;

  @Field(() => ID, { nullable: true, description: 'Code of the procedure (thủ tục).' })
  procedure?: string;

  @Field(() => [DossierStatus], { nullable: true, description: 'Any of these states (trạng thái).' })
  statuses?: DossierStatus[];

  @Field(() => [FilingChannel], { nullable: true, description: 'Any of these channels (kênh nộp).' })
  channels?: FilingChannel[];

  @Field(() => [DossierOrigin], { nullable: true, description: 'Any of these origins (nơi nộp).' })
  origins?: DossierOrigin[];

  @Field(() => [Timeliness], { nullable: true, description: 'Any of these standings (tiến độ).' })
  timeliness?: Timeliness[];

  @Field(() => Date, { nullable: true, description: 'Filed at this instant or later.' })
  submittedFrom?: Date;

  @Field(() => Date, { nullable: true, description: 'Filed before this instant.' })
  submittedTo?: Date;

  @Field(() => Date, { nullable: true, description: 'Due before this instant.' })
  dueBefore?: Date;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "The due date that was given and the hub's own are different days, or the same one (ngày hẹn trả khác ngày hệ thống tính).",
  })
  dueDateDiffers?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The applicant came without any number (chưa định danh), or with one.' })
  unidentified?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Reported to the national portal by the hub, or recorded alone because another system reports it (đồng bộ / chỉ ghi nhận).',
  })
  reported?: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "A dossier's code, a name with or without diacritics, a personal identification number, the number of another paper of the applicant's (an old card, a passport), or an organization's tax code (tìm kiếm).",
  })
  search?: string;
}
