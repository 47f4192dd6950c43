import { Field, ID, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../platform/errors.ts';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { UserError } from '../../platform/graphql/shared-types.ts';

export const ConnectorKind = defineEnum('ConnectorKind', 'What an outside system is (loại hệ thống).', {
  NATIONAL_PORTAL: 'The National Public Service Portal (Cổng Dịch vụ công quốc gia).',
  PAYMENT: 'A payment gateway (cổng thanh toán).',
  IDENTITY: 'An identity service (dịch vụ định danh).',
  COMMUNE: "A commune's one-stop system (hệ thống một cửa cấp xã).",
  REPORTING: 'Public reports that are read there (báo cáo công bố).',
  RECEIPT: 'A provider of electronic receipts (tổ chức cung cấp biên lai điện tử).',
});
export type ConnectorKind = keyof typeof ConnectorKind;

export const ConnectorState = defineEnum('ConnectorState', 'How an outside system is doing (tình trạng kết nối).', {
  UP: 'Answers, and nothing is stuck (hoạt động).',
  DEGRADED: 'Answers, but some deliveries fail (suy giảm).',
  DOWN: 'Does not answer, or lacks settings (gián đoạn).',
  PAUSED: 'An operator has paused it: nothing is sent (tạm dừng).',
});
export type ConnectorState = keyof typeof ConnectorState;

/** The fields that the connector's own resolver computes are not properties here. */
@ObjectType({ description: 'An outside system that the hub works with (hệ thống kết nối).' })
export class Connector {
  @Field(() => ID, { description: 'Its plain name: national-portal, vnpay, …' })
  id!: string;

  @Field(() => ConnectorKind, { description: 'What it is (loại hệ thống).' })
  kind!: ConnectorKind;
}

@ObjectType({ description: 'A connector after a change.' })
export class ConnectorPayload {
  @Field(() => Connector, { nullable: true, description: 'The connector; null where it was refused.' })
  connector!: Connector | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
