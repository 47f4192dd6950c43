import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { VndScalar } from '../../platform/graphql/scalars.ts';
import { Node } from '../../platform/graphql/shared-types.ts';

/** Objects of other subgraphs, as far as payments adds to them or points at them. */

const FeeCollection = defineEnum('FeeCollection', 'When a sum is collected (thời điểm thu).', {
  BEFORE: 'Before handling (thu trước).',
  AFTER: 'With the result (thu sau).',
  EXEMPT: 'Not at all: exempt (miễn).',
});

@ObjectType('DossierFee', { description: 'A fee or charge of a dossier (phí, lệ phí), whole đồng.' })
export class DossierFeeStub {
  @Directive('@external')
  @Field(() => VndScalar, { description: 'Amount before exemption.' })
  amount!: number;

  @Directive('@external')
  @Field(() => VndScalar, { description: 'What of it is exempt (miễn, giảm).' })
  exemptedAmount!: number;

  @Directive('@external')
  @Field(() => FeeCollection, { description: 'When it is collected.' })
  collection!: keyof typeof FeeCollection;
}

@Directive('@key(fields: "id")')
@ObjectType('Dossier', { description: 'A dossier (hồ sơ): one request to one administrative procedure.' })
export class DossierStub {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Directive('@external')
  @Field(() => String, { nullable: true, description: 'What other subgraphs may show of it to this caller, signed.' })
  grant?: string | null;

  @Directive('@external')
  @Field(() => [DossierFeeStub], { description: 'Fees and charges (phí, lệ phí).' })
  fees?: DossierFeeStub[];

  @Directive('@external')
  @Field(() => Boolean, { nullable: true, description: 'The source says that the fees were settled outside the hub.' })
  feesSettled?: boolean | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Citizen', { implements: Node, description: 'A citizen (công dân).' })
export class CitizenStub extends Node {}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('AdministrativeUnit', { description: 'An administrative unit (đơn vị hành chính).' })
export class AdministrativeUnitStub {
  @Field(() => ID, { description: 'Its code, e.g. 96 the province, 32248 a commune.' })
  code!: string;
}
