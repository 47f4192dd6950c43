import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { DossierOrigin, defineEnum } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { AdministrativeUnit } from '../reference.type.ts';
import type { PortalServiceName, Reporter } from './rule.ts';

export const ReportingMode = defineEnum('ReportingMode', 'What is done with dossiers that are to be reported (chế độ đồng bộ).', {
  OFF: 'Recorded alone: nothing is sent and nothing compared (chỉ ghi nhận).',
  COMPARE: 'Nothing is sent: what would be is compared with what the portal says (đối chiếu).',
  ON: 'Sent to the portal (đồng bộ).',
});
export type ReportingMode = keyof typeof ReportingMode;

export const PortalServiceType = defineEnum(
  'PortalService',
  "The national portal's services that report a dossier (dịch vụ của Cổng DVCQG).",
  {
    DongBoHoSoMC: 'The dossier in whole, inserted or updated (đồng bộ hồ sơ).',
    DongBoTrangThaiHoSo: 'The state of a dossier that the portal has already (đồng bộ trạng thái hồ sơ).',
    CapNhatTienDoHoSoMC: 'Its handling steps (cập nhật tiến độ hồ sơ).',
  },
);

export const ReporterType = defineEnum('Reporter', "Whose system reports a procedure's dossiers to the national portal (nơi đồng bộ).", {
  PROVINCE: "The province's, and that is this hub (tỉnh).",
  MINISTRY: "A ministry's (bộ, ngành).",
  POLICE: "The police's (công an).",
});

@ObjectType({ description: 'How a dossier is reported to the national portal (đồng bộ lên Cổng DVCQG).' })
export class DossierReporting {
  @Field(() => [PortalServiceType], { description: 'The services that report it; none: it is recorded and never sent (chỉ ghi nhận).' })
  services!: readonly PortalServiceName[];

  @Field(() => ReporterType, { description: 'Whose system reports its procedure (nơi đồng bộ).' })
  reportedBy!: Reporter;

  @Field(() => ReportingMode, { description: 'What the switch of its unit and source says at the instant of the answer (chế độ đồng bộ).' })
  mode!: ReportingMode;
}

@ObjectType({ description: 'A change of a setting: who, when, from, to (lịch sử thay đổi).' })
export class ReportingRuleChange {
  @Field(() => Date, { description: 'When it was changed.' })
  changedAt!: Date;

  @Field(() => String, { description: 'Who changed it.' })
  changedBy!: string;

  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;

  @Field(() => [PortalServiceType], { nullable: true, description: 'The services before; null: there was no such rule.' })
  servicesBefore!: PortalServiceName[] | null;

  @Field(() => [PortalServiceType], { description: 'The services after.' })
  servicesAfter!: PortalServiceName[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day before which it held, before the change; null: it had no end.' })
  validToBefore!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The same after the change.' })
  validToAfter!: string | null;
}

@ObjectType('ReportingRule', {
  description: 'Which services report the dossiers of an origin (quy tắc đồng bộ). The most special rule that fits decides.',
})
export class ReportingRuleType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => DossierOrigin, { description: 'Of dossiers filed there (nơi nộp).' })
  origin!: DossierOrigin;

  @Field(() => ID, { nullable: true, description: 'Of this procedure alone (mã thủ tục); null: of all.' })
  procedure!: string | null;

  @Field(() => ReporterType, { nullable: true, description: 'Of procedures that this one reports; null: of all.' })
  reportedBy!: Reporter | null;

  @Field(() => String, { nullable: true, description: 'With this way to the portal alone, NATIONAL_PORTAL_PROFILE; null: with any.' })
  profile!: string | null;

  @Field(() => [PortalServiceType], { description: 'The services; none: recorded and never sent.' })
  services!: PortalServiceName[];

  @Field(() => LocalDateScalar, { description: 'Of dossiers filed on this day or later (từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of dossiers filed before this day; null: no end (đến trước ngày).' })
  validTo!: string | null;

  @Field(() => [ReportingRuleChange], { description: 'Its changes, the last one first (lịch sử thay đổi).' })
  changes!: ReportingRuleChange[];
}

@InputType({ description: 'A rule; it replaces the one of the same origin, procedure, reporter, profile and first day.' })
export class ReportingRuleInput {
  @Field(() => DossierOrigin, { description: 'Of dossiers filed there (nơi nộp).' })
  origin!: DossierOrigin;

  @Field(() => ID, { nullable: true, description: 'Of this procedure alone (mã thủ tục).' })
  procedure?: string | null;

  @Field(() => ReporterType, { nullable: true, description: 'Of procedures that this one reports (nơi đồng bộ).' })
  reportedBy?: Reporter | null;

  @Field(() => String, { nullable: true, description: 'With this way to the portal alone, NATIONAL_PORTAL_PROFILE.' })
  profile?: string | null;

  @Field(() => [PortalServiceType], { description: 'The services; none: recorded and never sent.' })
  services!: PortalServiceName[];

  @Field(() => LocalDateScalar, { description: 'Of dossiers filed on this day or later (từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of dossiers filed before this day (đến trước ngày).' })
  validTo?: string | null;

  @Field(() => String, { description: 'Why it is changed (lý do).' })
  reason!: string;
}

@ObjectType({ description: 'A rule after a change.' })
export class ReportingRulePayload {
  @Field(() => ReportingRuleType, { nullable: true, description: 'The rule; null where it was refused.' })
  rule!: ReportingRuleType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}

@ObjectType({ description: 'A setting of a switch, now, earlier or later (một lần đặt chế độ đồng bộ).' })
export class ReportingSetting {
  @Field(() => ReportingMode, { description: 'The mode that was set (chế độ).' })
  mode!: ReportingMode;

  @Field(() => Date, { description: 'From when it holds (hiệu lực từ).' })
  from!: Date;

  @Field(() => String, { description: 'Who set it.' })
  changedBy!: string;

  @Field(() => Date, { description: 'When it was set.' })
  changedAt!: Date;

  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;
}

@ObjectType({ description: 'The reporting switch of a unit and a source system (công tắc đồng bộ).' })
export class ReportingSwitch {
  @Field(() => AdministrativeUnit, { description: 'The receiving unit (đơn vị tiếp nhận).' })
  unit!: AdministrativeUnit;

  @Field(() => String, { nullable: true, description: 'The source system (hệ thống nguồn); null: all that have no switch of their own.' })
  source!: string | null;

  @Field(() => ReportingMode, { description: 'What holds at the instant of the answer (chế độ hiện tại).' })
  mode!: ReportingMode;

  @Field(() => Boolean, { description: 'It was set for this very unit and source; false: it follows the unit above, or the default.' })
  own!: boolean;

  @Field(() => [ReportingSetting], { description: 'All settings of this unit and source, the last one first; those to come too.' })
  history!: ReportingSetting[];
}

@ObjectType({ description: 'A switch after a change.' })
export class ReportingSwitchPayload {
  @Field(() => ReportingSwitch, { nullable: true, description: 'The switch; null where it was refused.' })
  reportingSwitch!: ReportingSwitch | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
