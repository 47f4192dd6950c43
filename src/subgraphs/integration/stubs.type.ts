import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** What this subgraph knows of a dossier: its id, and what the dossiers subgraph lets the viewer see of it. */
@Directive('@key(fields: "id")')
@ObjectType('Dossier', { description: 'A dossier (hồ sơ).' })
export class DossierStub {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Directive('@external')
  @Field(() => String, { nullable: true, description: 'What the viewer may see of the dossier, signed.' })
  grant!: string | null;
}

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('AdministrativeUnit', { description: 'An administrative unit (đơn vị hành chính).' })
export class AdministrativeUnitStub {
  @Field(() => ID, { description: 'Its code (mã đơn vị).' })
  code!: string;
}
