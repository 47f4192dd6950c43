import { Field, ID, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { JsonScalar } from '../../../platform/graphql/scalars.ts';
import { AdministrativeUnit, Procedure } from '../reference.type.ts';
import type { ListOutcome } from './lists.pull.ts';

export const PortalListOutcome = defineEnum('PortalListOutcome', "How a look at one of the portal's lists ended (kết quả cập nhật).", {
  DONE: 'It was taken (đã cập nhật).',
  GUARDED: 'It was empty or much shorter: what was held stays (danh sách thiếu bất thường, giữ nguyên).',
  FAILED: 'It could not be had; it is asked for again (chưa lấy được).',
} satisfies Record<ListOutcome, string>);

export const PublicServiceLevel = defineEnum(
  'PublicServiceLevel',
  'How far a public service goes online (mức độ dịch vụ công trực tuyến).',
  {
    FULL: 'Whole (toàn trình).',
    PARTIAL: 'In part (một phần).',
    INFORMATION: 'Information alone (cung cấp thông tin).',
  },
);

@ObjectType({ description: 'How far an agency offers a public service online (cơ quan thực hiện).' })
export class PublicServiceAgency {
  @Field(() => String, { description: 'Its agency identifier (mã định danh).' })
  code!: string;

  @Field(() => PublicServiceLevel, { nullable: true, description: 'How far (mức độ); null: the portal does not say it in a known way.' })
  level!: keyof typeof PublicServiceLevel | null;
}

@ObjectType({ description: 'What the national portal offers of a procedure (dịch vụ công).' })
export class PublicService {
  @Field(() => ID, { description: 'Code (mã dịch vụ công), e.g. 1.001193.01.' })
  code!: string;

  @Field(() => String, { description: 'Name (tên dịch vụ công).' })
  name!: string;

  @Field(() => String, { description: 'Who published it (cơ quan ban hành).' })
  publisher!: string;

  @Field(() => [PublicServiceAgency], { description: 'Who offers it, and how far (cơ quan thực hiện).' })
  agencies!: PublicServiceAgency[];
}

@ObjectType({ description: "One of the national portal's lists, looked at every night (danh mục của Cổng DVCQG)." })
export class PortalList {
  @Field(() => ID, { description: 'PUBLIC_SERVICES, AGENCIES, FIELDS, or the name of a service of the portal.' })
  name!: string;

  @Field(() => Date, { description: 'When it was last looked at.' })
  lookedAt!: Date;

  @Field(() => PortalListOutcome, { description: 'How that ended.' })
  outcome!: ListOutcome;

  @Field(() => Int, { description: 'Rows that it had then.' })
  listed!: number;

  @Field(() => Date, { nullable: true, description: 'When what is held was confirmed last; null: nothing is held.' })
  takenAt!: Date | null;
}

@ObjectType({ description: 'A row of such a list.' })
export class PortalListEntry {
  @Field(() => ID, { description: "Its code; of a list whose fields are not published, the row's number." })
  code!: string;

  @Field(() => String, { description: 'Name (tên).' })
  name!: string;

  @Field(() => JsonScalar, { description: 'What else the portal says of it.' })
  about!: unknown;
}

@ObjectType({ description: "Codes of the province's that the national portal's lists do not have (mã chưa khớp với Cổng DVCQG)." })
export class PortalGaps {
  @Field(() => [AdministrativeUnit], {
    description: 'Units in force whose agency code is in no list (mã cơ quan); empty too where the list was never taken.',
  })
  units!: AdministrativeUnit[];

  @Field(() => [Procedure], {
    description: 'Procedures in force whose field code is in no list (mã lĩnh vực); empty too where the list was never taken.',
  })
  procedures!: Procedure[];
}
