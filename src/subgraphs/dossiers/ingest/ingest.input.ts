import { Field, ID, InputType, Int } from 'type-graphql';
import { ApplicantInput } from '../../../platform/graphql/applicant-input.ts';
import { DossierOrigin, DossierStatus, FilingChannel, PaymentProvider, PaymentStatus } from '../../../platform/graphql/enums.ts';
import { NationalIdScalar, UrlScalar, VersionScalar, VndScalar } from '../../../platform/graphql/scalars.ts';
import { OwnerKind } from '../dossier.type.ts';
import { FeeCollection, FeeKind } from '../fee.type.ts';
import { PortalParticularsInput } from './particulars.input.ts';

@InputType({ description: 'Whose matter it is (chủ hồ sơ); left out: the applicant.' })
export class OwnerInput {
  @Field(() => OwnerKind, { description: 'What they are (loại đối tượng).' })
  kind!: keyof typeof OwnerKind;

  @Field(() => String, { description: 'Name (tên).' })
  name!: string;

  @Field(() => NationalIdScalar, { nullable: true, description: 'Personal identification number (số định danh cá nhân).' })
  nationalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Tax code (mã số thuế).' })
  taxCode?: string | null;
}

@InputType({ description: 'A paper or result (giấy tờ, kết quả).' })
export class DocumentInput {
  @Field(() => String, { description: 'Name (tên giấy tờ).' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Code of the dossier component (mã thành phần hồ sơ).' })
  componentCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the result (mã kết quả).' })
  resultCode?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where the file can be fetched.' })
  url?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Digitized (được số hóa).' })
  digitized!: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Re-used (tái sử dụng).' })
  reused!: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Taken from the personal data store (kho dữ liệu cá nhân).' })
  fromPersonalStore!: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'A result, not a paper handed in.' })
  isResult!: boolean | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, hex.' })
  sha256?: string | null;
}

@InputType({ description: 'A fee or charge (phí, lệ phí), whole đồng.' })
export class FeeInput {
  @Field(() => String, { description: 'Code (mã khoản thu).' })
  code!: string;

  @Field(() => String, { description: 'Name (tên khoản thu).' })
  name!: string;

  @Field(() => FeeKind, { nullable: true, defaultValue: 'CHARGE', description: 'Fee or charge.' })
  kind!: keyof typeof FeeKind | null;

  @Field(() => VndScalar, { description: 'Amount before exemption.' })
  amount!: number;

  @Field(() => VndScalar, { nullable: true, defaultValue: 0, description: 'What of it is exempt.' })
  exemptedAmount!: number | null;

  @Field(() => FeeCollection, { nullable: true, defaultValue: 'BEFORE', description: 'When it is collected.' })
  collection!: keyof typeof FeeCollection | null;
}

@InputType({ description: 'One handling step as the source recorded it (bước xử lý).' })
export class DossierStepInput {
  @Field(() => ID, { nullable: true, description: "The source's own key; without one: at + status + content." })
  key?: string | null;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => DossierStatus, { description: 'The state that it led to.' })
  status!: DossierStatus;

  @Field(() => String, { description: 'Who acted (người xử lý).' })
  officer!: string;

  @Field(() => String, { nullable: true, description: 'Title (chức danh).' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Department (phòng ban).' })
  department?: string | null;

  @Field(() => String, { description: 'What was done (nội dung xử lý).' })
  content!: string;

  @Field(() => Date, { nullable: true, description: 'When the step began.' })
  startedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the step had to end.' })
  endBy?: Date | null;

  @Field(() => Date, { nullable: true, description: 'The new due date that it brought.' })
  newDueAt?: Date | null;
}

@InputType({ description: 'A supplement request and its answer (yêu cầu bổ sung).' })
export class DossierSupplementInput {
  @Field(() => Int, { description: 'Counts from 1.' })
  number!: number;

  @Field(() => Date, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => String, { description: 'Who asked.' })
  requestedBy!: string;

  @Field(() => String, { description: 'What is missing.' })
  content!: string;

  @Field(() => Date, { nullable: true, description: 'When the papers came.' })
  receivedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Who took them.' })
  receivedBy?: string | null;

  @Field(() => Date, { nullable: true, description: 'Due date before.' })
  previousDueAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Due date after.' })
  newDueAt?: Date | null;
}

@InputType({ description: 'A payment that the source collected itself (khoản thu của hệ thống một cửa).' })
export class IngestedPaymentInput {
  @Field(() => PaymentProvider, { description: 'Who carried it.' })
  provider!: PaymentProvider;

  @Field(() => String, { description: 'The merchant reference.' })
  reference!: string;

  @Field(() => String, { nullable: true, description: "The provider's own number." })
  providerTransactionId?: string | null;

  @Field(() => VndScalar, { description: 'Whole đồng.' })
  amount!: number;

  @Field(() => PaymentStatus, { description: 'Its state.' })
  status!: PaymentStatus;

  @Field(() => Date, { nullable: true, description: 'When it was paid.' })
  paidAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Number of the receipt (số biên lai).' })
  receiptNumber?: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where the receipt can be fetched.' })
  receiptUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the merchant account that took it.' })
  merchant?: string | null;
}

@InputType({ description: 'A dossier as its source has it now (hồ sơ từ hệ thống một cửa).' })
export class DossierIngestInput {
  @Field(() => String, { description: 'The commune system that it comes from.' })
  sourceSystem!: string;

  @Field(() => VersionScalar, {
    description: 'Grows with every change of that dossier in the source; a source without versions sends the time of the change.',
  })
  sourceVersion!: number;

  @Field(() => String, { description: 'Code of the dossier (mã hồ sơ).' })
  code!: string;

  @Field(() => String, { nullable: true, description: "The national portal's number, where the portal filed it." })
  nationalCode?: string | null;

  @Field(() => DossierOrigin, {
    nullable: true,
    description: 'Where it was filed; left out: the portal where it has a national code, else the province.',
  })
  origin?: DossierOrigin | null;

  @Field(() => ID, { description: 'Code of the procedure (mã thủ tục).' })
  procedure!: string;

  @Field(() => String, { nullable: true, description: 'Its name, used where the catalogue lacks it.' })
  procedureName?: string | null;

  @Field(() => ID, { description: 'Code of the receiving unit (đơn vị tiếp nhận).' })
  receivingUnit!: string;

  @Field(() => ID, { nullable: true, description: 'Code of the handling unit (đơn vị giải quyết); left out: the receiving one.' })
  handlingUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the reception point.' })
  receptionPoint?: string | null;

  @Field(() => ApplicantInput, { description: 'Who files (người nộp).' })
  applicant!: ApplicantInput;

  @Field(() => OwnerInput, { nullable: true, description: 'Whose matter it is; left out: the applicant.' })
  owner?: OwnerInput | null;

  @Field(() => FilingChannel, { description: 'How it was filed.' })
  channel!: FilingChannel;

  @Field(() => DossierStatus, { description: 'Its state, whatever came before.' })
  status!: DossierStatus;

  @Field(() => String, { nullable: true, description: 'What it is about (trích yếu).' })
  summary?: string | null;

  @Field(() => Date, { description: 'When it was filed.' })
  submittedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was received.' })
  acceptedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result is due.' })
  dueAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result was ready.' })
  resolvedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result was returned.' })
  returnedAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was refused.' })
  refusedAt?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'The result goes back by public post.' })
  resultByPost?: boolean | null;

  @Field(() => [DossierStepInput], {
    nullable: true,
    description: "The source's whole history so far; merged by key; a STALE version's steps still join.",
  })
  steps?: DossierStepInput[] | null;

  @Field(() => [DossierSupplementInput], { nullable: true, description: 'Supplement requests.' })
  supplements?: DossierSupplementInput[] | null;

  @Field(() => [DocumentInput], { nullable: true, description: 'Papers and results.' })
  documents?: DocumentInput[] | null;

  @Field(() => [FeeInput], { nullable: true, description: 'Fees and charges.' })
  fees?: FeeInput[] | null;

  @Field(() => [IngestedPaymentInput], { nullable: true, description: 'What the source collected itself.' })
  payments?: IngestedPaymentInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Only where the source knows no more than this; implies feesSettled.' })
  paidOnline?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Paid outside the hub; no payment is made.' })
  feesSettled!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Satisfaction, 1 … 5.' })
  rating?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Wrongly keyed: leaves worklists and figures, stays in the trail (hủy do nhập sai). False says nothing of a void that the hub made and this source has not repeated yet; of any other it takes it back.',
  })
  voided!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it was voided.' })
  voidReason?: string | null;
  @Field(() => PortalParticularsInput, { nullable: true, description: 'What the portal alone is told besides.' })
  particulars?: PortalParticularsInput | null;
}
