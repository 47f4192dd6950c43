import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { DossierAccess } from '../../platform/auth/access.ts';
import { DossierOrigin, DossierStatus, defineEnum, FilingChannel, Timeliness } from '../../platform/graphql/enums.ts';
import { UrlScalar } from '../../platform/graphql/scalars.ts';
import { Node, PageInfo } from '../../platform/graphql/shared-types.ts';
import type { ShownRow, StoredFee } from './dossier.row.ts';
import { DossierFeeType } from './fee.type.ts';

export const OwnerKind = defineEnum('OwnerKind', 'Whose matter a dossier is (loại đối tượng), LoaiDoiTuong 1 … 4.', {
  CITIZEN: 'A citizen (công dân), 1.',
  ENTERPRISE: 'An enterprise (doanh nghiệp), 2.',
  STATE_AGENCY: 'A state agency (cơ quan nhà nước), 3.',
  OTHER_ORGANIZATION: 'Another organization (tổ chức khác), 4.',
});

export const DossierOrder = defineEnum('DossierOrder', 'Order of a list of dossiers; ties by id; no due date comes last.', {
  SUBMITTED_AT_DESC: 'Filed latest first.',
  SUBMITTED_AT_ASC: 'Filed earliest first.',
  DUE_AT_ASC: 'Due earliest first.',
  DUE_AT_DESC: 'Due latest first.',
});

@ObjectType({ description: 'One handling step (bước xử lý), append-only.' })
export class DossierEvent {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => Date, { description: 'When it happened.' })
  at!: Date;

  @Field(() => DossierStatus, { description: 'The state that it led to.' })
  status!: DossierStatus;

  @Field(() => String, { description: 'Officer, applicant or unit that acted (người xử lý).' })
  actor!: string;

  @Field(() => String, { nullable: true, description: "The officer's title (chức danh)." })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Department that handled it (phòng ban).' })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'What was done (nội dung xử lý).' })
  note!: string | null;

  @Field(() => Boolean, { description: 'The source moved the dossier in a way that the state machine does not foresee.' })
  unusual!: boolean;
}

@ObjectType({ description: 'A request for more papers and its answer (yêu cầu bổ sung).' })
export class DossierSupplement {
  @Field(() => Int, { description: 'Counts from 1.' })
  number!: number;

  @Field(() => Date, { description: 'When it was asked for.' })
  requestedAt!: Date | string;

  @Field(() => String, { description: 'Who asked (người yêu cầu).' })
  requestedBy!: string;

  @Field(() => String, { description: 'What is missing (nội dung bổ sung).' })
  content!: string;

  @Field(() => Date, { nullable: true, description: 'When the papers came.' })
  receivedAt!: Date | string | null;

  @Field(() => Date, { nullable: true, description: 'Due date before.' })
  previousDueAt!: Date | string | null;

  @Field(() => Date, { nullable: true, description: 'Due date after.' })
  newDueAt!: Date | string | null;
}

@ObjectType({ description: 'A paper of the dossier or its result (thành phần hồ sơ, kết quả).' })
export class DossierDocument {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => String, { description: 'Name of the paper (tên giấy tờ).' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Code of the dossier component (mã thành phần hồ sơ).' })
  componentCode!: string | null;

  @Field(() => UrlScalar, { nullable: true, description: 'Where the file can be fetched.' })
  url!: string | null;

  @Field(() => Boolean, { description: 'Digitized (được số hóa).' })
  digitized!: boolean;

  @Field(() => Boolean, { description: 'Re-used from an earlier dossier (tái sử dụng).' })
  reused!: boolean;

  @Field(() => Boolean, { description: 'A result, not a paper handed in (kết quả giải quyết).' })
  isResult!: boolean;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, lower-case hex.' })
  sha256!: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A dossier (hồ sơ): one request to one administrative procedure.' })
export class Dossier extends Node {
  /** What the viewer may see of it; not part of the graph. */
  row!: ShownRow;
  access!: DossierAccess;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: 'What other subgraphs may show of it to this caller, signed.' })
  grant?: string;

  @Field(() => String, { description: 'Code of the dossier (mã hồ sơ), e.g. H12.64-250701-0001.' })
  code!: string;

  @Field(() => String, { nullable: true, description: "The national portal's own number, where the portal filed it." })
  nationalCode!: string | null;

  @Field(() => DossierOrigin, { description: 'Where it was filed (nơi nộp).' })
  origin!: DossierOrigin;

  @Field(() => OwnerKind, { description: 'Whose matter it is (loại đối tượng).' })
  ownerKind!: keyof typeof OwnerKind;

  @Field(() => FilingChannel, { description: 'How it was filed (kênh nộp).' })
  channel!: FilingChannel;

  @Field(() => DossierStatus, { description: 'State (trạng thái).' })
  status!: DossierStatus;

  @Field(() => Timeliness, { description: 'How it stands to its due date, at the business instant of the answer (tiến độ).' })
  timeliness!: Timeliness;

  @Field(() => Date, { description: 'When it was filed (ngày nộp).' })
  submittedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was received (ngày tiếp nhận).' })
  acceptedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result is due (ngày hẹn trả); null where the procedure has none.' })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result was ready (ngày xử lý xong).' })
  resolvedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its result was returned (ngày trả).' })
  returnedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was voided as wrongly keyed (hủy do nhập sai).' })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What it is about (trích yếu).' })
  summary!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => [DossierFeeType], { description: 'Fees and charges (phí, lệ phí).' })
  fees!: StoredFee[];

  @Field(() => Boolean, { nullable: true, description: 'The source says that the fees were settled outside the hub.' })
  feesSettled!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Satisfaction of the applicant (đánh giá), 1 … 5.' })
  rating!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'The applicant came without any number: to be identified (chưa định danh).' })
  unidentified!: boolean | null;
}

@ObjectType({ description: 'A dossier and its place in the list.' })
export class DossierEdge {
  @Field(() => String, { description: 'Cursor of this dossier.' })
  cursor!: string;

  @Field(() => Dossier, { description: 'The dossier.' })
  node!: Dossier;
}

@ObjectType({ description: 'A page of dossiers.' })
export class DossierConnection {
  @Field(() => [DossierEdge], { description: 'The dossiers with their cursors.' })
  edges!: DossierEdge[];

  @Field(() => [Dossier], { description: 'The dossiers.' })
  nodes!: Dossier[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  count!: () => Promise<number>;
}
