import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Objects of other subgraphs, as far as identity adds to them or points at them. */

@Directive('@key(fields: "id")')
@ObjectType('Dossier', { description: 'A dossier (hồ sơ): one request to one administrative procedure.' })
export class DossierStub {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Directive('@external')
  @Field(() => String, { nullable: true, description: 'What other subgraphs may show of it to this caller, signed.' })
  grant?: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Payment', { description: 'A payment (khoản thanh toán).' })
export class PaymentStub {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Directive('@external')
  @Field(() => String, { nullable: true, description: 'What other subgraphs may show of it to this caller, signed.' })
  grant?: string | null;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('AdministrativeUnit', { description: 'An administrative unit (đơn vị hành chính).' })
export class AdministrativeUnitStub {
  @Field(() => ID, { description: 'Its code, e.g. 96 the province, 32248 a commune.' })
  code!: string;
}
