import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { LocalDateScalar, VndScalar } from '../../platform/graphql/scalars.ts';
import type { Unit } from './units.ts';

export const UnitKind = defineEnum('UnitKind', 'Kind of an administrative unit (loại đơn vị).', {
  PROVINCE: 'The province (tỉnh).',
  DEPARTMENT: 'A department of the province (sở, ngành).',
  BRANCH: 'A branch of a department (chi nhánh).',
  WARD: 'A ward (phường).',
  COMMUNE: 'A commune (xã).',
  SPECIAL_ZONE: 'A special zone (đặc khu).',
  DISTRICT: 'A former district (huyện), dissolved on 1 July 2025.',
});

@ObjectType({ description: 'A place where a unit receives dossiers (điểm tiếp nhận).' })
export class ReceptionPoint {
  @Field(() => String, { description: 'Code of the place.' })
  code!: string;

  @Field(() => String, { description: 'Name of the place.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Its address (địa chỉ).' })
  address!: string | null;
}

@Directive('@key(fields: "code")')
@ObjectType({
  description: 'An administrative unit (đơn vị hành chính): the province, a department or branch, a commune or ward, present or former.',
})
export class AdministrativeUnit {
  unit!: Unit;

  @Field(() => ID, { description: '"96" the province, "32248" a commune, "96-D01" a department.' })
  code!: string;

  @Field(() => String, { description: 'Name (tên).' })
  name!: string;

  @Field(() => UnitKind, { description: 'Kind (loại).' })
  kind!: keyof typeof UnitKind;

  @Field(() => String, { description: 'Agency identifier (mã định danh), e.g. H12, H12.64.' })
  agencyCode!: string;

  @Field(() => Float, { nullable: true, description: 'Degrees north; indicative.' })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east; indicative.' })
  longitude!: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it exists; null: not known.' })
  validFrom!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it existed; null: it exists.' })
  validTo!: string | null;
}

@Directive('@key(fields: "code")')
@ObjectType({ description: 'An administrative procedure (thủ tục hành chính).' })
export class Procedure {
  @Field(() => ID, { description: 'Code (mã thủ tục), e.g. 1.001193.' })
  code!: string;

  @Field(() => String, { description: 'Name (tên thủ tục).' })
  name!: string;

  @Field(() => String, { description: 'Field (lĩnh vực).' })
  field!: string;

  @Field(() => Float, { nullable: true, description: 'Working days that a due date is reckoned with (thời hạn); null: not known.' })
  workingDays!: number | null;

  @Field(() => VndScalar, {
    nullable: true,
    description: 'Fee in whole đồng (phí, lệ phí); null: not published, which is not the same as 0.',
  })
  fee!: number | null;

  @Field(() => Boolean, { description: 'In force (còn hiệu lực).' })
  active!: boolean;

  @Field(() => Boolean, { description: 'Met in a dossier before the catalogue knew it (tạm ghi nhận).' })
  provisional!: boolean;
}
