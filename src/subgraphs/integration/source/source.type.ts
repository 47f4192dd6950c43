import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';

export const SourceMode = defineEnum('SourceMode', 'How a commune system learns what the hub learned first (cách nhận thay đổi).', {
  WEBHOOK: 'It is called with signed webhooks (được gọi).',
  POLL: "It can't be called and asks sourceChanges (tự lấy).",
});
export type SourceMode = keyof typeof SourceMode;

/** Unit and connector are resolved from the row. */
@ObjectType({ description: "A commune's one-stop system that sends dossiers (hệ thống nguồn)." })
export class Source {
  @Field(() => String, { description: 'Its name, as in its token and in sourceSystem (tên hệ thống).' })
  name!: string;

  @Field(() => SourceMode, { description: 'How it learns what the hub learned first (cách nhận thay đổi).' })
  mode!: SourceMode;

  @Field(() => String, { nullable: true, description: 'Where webhooks go; null where it polls (địa chỉ).' })
  url!: string | null;

  @Field(() => Boolean, { description: 'Whether it is called: a disabled one keeps what waits for it (đang hoạt động).' })
  active!: boolean;

  @Field(() => Date, { nullable: true, description: 'Until when the secret before the present one is valid too; null: it is not.' })
  previousSecretUntil!: Date | null;

  @Field(() => Date, { description: 'When it was registered (đăng ký lúc).' })
  createdAt!: Date;

  @Field(() => String, { description: 'Who registered it: the subject of the token (người đăng ký).' })
  createdBy!: string;

  @Field(() => Date, { description: 'When it was last changed (thay đổi lúc).' })
  changedAt!: Date;

  @Field(() => String, { description: 'Who changed it last: the subject of the token, or the hub after an HTTP 410 (người thay đổi).' })
  changedBy!: string;
}

@InputType({ description: 'A commune system to register, or to change under the name that it has (đăng ký hệ thống nguồn).' })
export class RegisterSourceInput {
  @Field(() => String, { description: 'Its name: 1 to 80 letters, digits, dots, dashes and underscores; never hub.' })
  name!: string;

  @Field(() => String, { description: 'Code of the unit whose system it is; the province: it serves all (mã đơn vị).' })
  unit!: string;

  @Field(() => SourceMode, { description: 'How it learns what the hub learned first.' })
  mode!: SourceMode;

  @Field(() => String, {
    nullable: true,
    description: 'Where webhooks go: https, and no private address unless the installation allows it. Needed for WEBHOOK.',
  })
  url?: string | null;
}

@ObjectType({ description: 'A commune system after a change.' })
export class SourcePayload {
  @Field(() => Source, { nullable: true, description: 'The system; null where it was refused.' })
  source!: Source | null;

  @Field(() => String, {
    nullable: true,
    description: 'The new secret of its webhooks (whsec_…), shown this once; null where there is no new one (khóa bí mật).',
  })
  secret!: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}

@ObjectType({ description: 'How many changes are sent once more.' })
export class ReplayPayload {
  @Field(() => Int, { description: 'How many were put in line again.' })
  replayed!: number;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
