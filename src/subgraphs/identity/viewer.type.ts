import { Field, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../../platform/auth/viewer.ts';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { Citizen } from './citizen.type.ts';
import { AdministrativeUnitStub } from './stubs.type.ts';

export const Role = defineEnum('Role', 'What a token lets its holder do (vai trò).', {
  CITIZEN: 'A citizen with their own dossiers (công dân).',
  OFFICER: 'An officer of a unit (cán bộ, công chức).',
  UNIT_LEADER: 'The leader of a unit (lãnh đạo đơn vị).',
  ACCOUNTANT: 'Payments and reconciliation (kế toán).',
  OPERATOR: 'Connectors and synchronizations, without personal data (vận hành).',
  ADMINISTRATOR: 'Officers, sources, merchants, calendars (quản trị).',
  AUDITOR: 'Reads everything, personal data masked (thanh tra, kiểm tra).',
  SYSTEM: 'A one-stop system that feeds dossiers (hệ thống một cửa).',
  BREAK_GLASS: 'An auditor unmasked, for an hour (truy cập khẩn cấp).',
});

@ObjectType('Viewer', { description: 'Who asks (người dùng hiện tại).' })
export class ViewerType {
  @Field(() => String, { description: "The token's subject." })
  subject!: string;

  @Field(() => [Role], { description: 'What the token lets its holder do (vai trò).' })
  roles!: RoleName[];

  @Field(() => AdministrativeUnitStub, { nullable: true, description: 'The unit that the token speaks for (đơn vị).' })
  unit!: AdministrativeUnitStub | null;

  @Field(() => Citizen, { nullable: true, description: 'The holder as a citizen, where the hub knows them by the number in the token.' })
  citizen?: Citizen | null;
}
