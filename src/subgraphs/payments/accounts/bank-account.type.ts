import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { JsonScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import type { BankAccountRow } from './bank-account.row.ts';

export const BankAccountKind = defineEnum('BankAccountKind', 'Who keeps an account (loại tài khoản).', {
  BANK: 'A bank (ngân hàng).',
  TREASURY: 'The state treasury (kho bạc nhà nước).',
});

@ObjectType({ description: 'An account at a bank or the treasury whose credits the hub follows (tài khoản).' })
export class BankAccount {
  /** The row; not part of the graph. */
  row!: BankAccountRow;

  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => String, { description: 'Its number, without spaces, dots and dashes (số tài khoản).' })
  number!: string;

  @Field(() => String, { nullable: true, description: "The bank's BIN, six digits (mã BIN)." })
  bankBin!: string | null;

  @Field(() => String, { nullable: true, description: "The bank's or the treasury office's name (tên ngân hàng, kho bạc)." })
  bankName!: string | null;

  @Field(() => BankAccountKind, { description: 'Who keeps it (loại).' })
  kind!: keyof typeof BankAccountKind;

  @Field(() => AdministrativeUnitStub, { description: 'In whose books it stands (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => Boolean, { description: 'Whether a provider pays out to it (tài khoản nhận quyết toán).' })
  isSettlement!: boolean;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "How its bank's own table is read, by headings; null: as banks usually write it (hồ sơ cột).",
  })
  profile!: unknown;

  @Field(() => Boolean, { description: 'Whether statements of it are taken (đang dùng).' })
  active!: boolean;
}

@InputType({ description: 'An account to be registered, or a change of one; what is left out is empty afterwards.' })
export class BankAccountInput {
  @Field(() => String, { description: 'Its number, 4 to 34 letters and digits; spaces, dots and dashes are dropped (số tài khoản).' })
  number!: string;

  @Field(() => String, { nullable: true, description: "The bank's BIN, six digits (mã BIN)." })
  bankBin?: string | null;

  @Field(() => String, { description: "The bank's or the treasury office's name (tên ngân hàng, kho bạc)." })
  bankName!: string;

  @Field(() => BankAccountKind, { description: 'Who keeps it (loại).' })
  kind!: keyof typeof BankAccountKind;

  @Field(() => ID, { description: 'In whose books it stands (đơn vị).' })
  unit!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      "How its bank's own table (CSV, XLSX) is read, where it is not as banks usually write it: columns, labels, balances (hồ sơ cột).",
  })
  profile?: unknown;

  @Field(() => Boolean, { defaultValue: true, description: 'False: no statement of it is taken any more (ngừng dùng).' })
  active!: boolean;
}

@ObjectType({ description: 'What somebody proposes of an account (đề nghị thay đổi tài khoản).' })
export class BankAccountChange {
  @Field(() => ID, { description: 'Globally unique.' })
  id!: string;

  @Field(() => String, { description: 'The number (số tài khoản).' })
  number!: string;

  @Field(() => String, { nullable: true, description: "The bank's BIN (mã BIN)." })
  bankBin!: string | null;

  @Field(() => String, { nullable: true, description: "The bank's or the treasury office's name (tên)." })
  bankName!: string | null;

  @Field(() => BankAccountKind, { description: 'Who keeps it (loại).' })
  kind!: keyof typeof BankAccountKind;

  @Field(() => AdministrativeUnitStub, { description: 'In whose books it is to stand (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => JsonScalar, { nullable: true, description: 'How its table is to be read (hồ sơ cột).' })
  profile!: unknown;

  @Field(() => Boolean, { description: 'Whether statements of it are to be taken (đang dùng).' })
  active!: boolean;

  @Field(() => String, { description: 'Who proposed it (người đề nghị).' })
  proposedBy!: string;

  @Field(() => Date, { description: 'When.' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided (người duyệt).' })
  decidedBy!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What was decided; null: nothing yet.' })
  approved!: boolean | null;
}

@ObjectType({ description: 'What became of a change of an account.' })
export class BankAccountChangePayload {
  @Field(() => BankAccountChange, { nullable: true, description: 'The change; null where it was refused.' })
  change!: BankAccountChange | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserError[];
}
