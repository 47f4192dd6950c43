import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { boundOf, coversScope, hasRole, type Role } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { loadMerchant, showMerchant } from '../merchant.service.ts';
import { Merchant } from '../merchant.type.ts';
import { scopeOf } from '../merchants/merchant-change.service.ts';
import { requireRole, Values } from '../payment.access.ts';
import {
  ACCOUNT_CHANGE_COLUMNS,
  type AccountChangeDone,
  type AccountChangeRow,
  approveBankAccount,
  setBankAccount,
} from './bank-account.change.ts';
import { ACCOUNT_COLUMNS, type BankAccountRow, plainNumber } from './bank-account.row.ts';
import { BankAccount, BankAccountChange, BankAccountChangePayload, BankAccountInput, BankAccountKind } from './bank-account.type.ts';

const READERS: readonly Role[] = ['ADMINISTRATOR', 'ACCOUNTANT', 'AUDITOR', 'BREAK_GLASS'];
const CHANGERS: readonly Role[] = ['ADMINISTRATOR', 'ACCOUNTANT'];
const MOST = 1_000;

function showAccount(row: BankAccountRow): BankAccount {
  return {
    row,
    id: toGlobalId('bankAccount', row.id),
    number: row.number,
    bankBin: row.bank_bin,
    bankName: row.bank_name,
    kind: row.kind,
    unit: { code: row.unit },
    isSettlement: row.settles,
    profile: row.profile,
    active: row.active,
  };
}

function showChange(row: AccountChangeRow): BankAccountChange {
  return {
    id: toGlobalId('bankAccountChange', row.id),
    number: row.number,
    bankBin: row.bank_bin,
    bankName: row.bank_name,
    kind: row.kind,
    unit: { code: row.unit },
    profile: row.profile,
    active: row.active,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    approved: row.approved,
  };
}

function payloadOf(done: AccountChangeDone): BankAccountChangePayload {
  if ('error' in done) return { change: null, userErrors: [done.error as UserError] };
  return { change: showChange(done.change), userErrors: [] };
}

@Resolver(() => BankAccount)
export class BankAccountResolver {
  @Query(() => [BankAccount], {
    description: "The bank's and the treasury's accounts in your bounds, by unit and number (danh sách tài khoản).",
  })
  async bankAccounts(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('unit', () => ID, { nullable: true, description: 'In the books of this unit (đơn vị).' }) unit?: string | null,
    @Arg('kind', () => BankAccountKind, { nullable: true, description: 'Kept by such a one (loại).' }) kind?:
      | keyof typeof BankAccountKind
      | null,
    @Arg('active', () => Boolean, { nullable: true, description: 'Only those in use, or not in use (đang dùng).' }) active?: boolean | null,
  ): Promise<BankAccount[]> {
    requireRole(viewer, READERS);
    const bounds = READERS.map((role) => boundOf(viewer, role));
    const values = new Values();
    const where = ['TRUE'];
    const bound = bounds.find((each) => each !== undefined && each !== 'ALL');
    if (!bounds.includes('ALL')) where.push(`a.scope @> ARRAY[${values.add(bound)}::text]`);
    if (unit != null) where.push(`a.unit = ${values.add(unit)}`);
    if (kind != null) where.push(`a.kind = ${values.add(kind)}`);
    if (active != null) where.push(`a.active = ${values.add(active)}`);
    const rows = await hub.db.query<BankAccountRow>(
      `SELECT ${ACCOUNT_COLUMNS} FROM payments.bank_account a WHERE ${where.join(' AND ')} ORDER BY a.unit, a.number LIMIT ${MOST}`,
      values.list,
    );
    return rows.map(showAccount);
  }

  @Query(() => [BankAccountChange], {
    description:
      'Changes of accounts, the latest first: those that wait for somebody else, or those of one account (đề nghị thay đổi tài khoản).',
  })
  async bankAccountChanges(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('number', () => String, { nullable: true, description: 'All of this account, decided or not (số tài khoản).' }) number?:
      | string
      | null,
  ): Promise<BankAccountChange[]> {
    requireRole(viewer, READERS);
    const rows = await hub.db.query<AccountChangeRow>(
      `SELECT ${ACCOUNT_CHANGE_COLUMNS} FROM payments.bank_account_change
       WHERE CASE WHEN $1::text IS NULL THEN decided_at IS NULL ELSE number = $1 END ORDER BY proposed_at DESC, id LIMIT ${MOST}`,
      [number == null ? null : plainNumber(number)],
    );
    return rows
      .filter(({ unit }) => READERS.some((role) => hasRole(viewer, role) && coversScope(viewer, role, scopeOf(unit))))
      .map(showChange);
  }

  @Mutation(() => BankAccountChangePayload, {
    description:
      'Proposes an account or a change of one, for ACCOUNTANT of the province and ADMINISTRATOR; somebody else must approve it (đề nghị tài khoản).',
  })
  async setBankAccount(
    @Ctx() context: HubContext,
    @Arg('input', () => BankAccountInput, { description: 'The account as it is to be.' }) input: BankAccountInput,
  ): Promise<BankAccountChangePayload> {
    requireRole(context.viewer, CHANGERS);
    return payloadOf(await setBankAccount(context, input));
  }

  @Mutation(() => BankAccountChangePayload, {
    description: 'Somebody else approves a change of an account, which then holds at once, or refuses it (duyệt tài khoản).',
  })
  async approveBankAccount(
    @Ctx() context: HubContext,
    @Arg('change', () => ID, { description: 'The change.' }) id: string,
    @Arg('approve', () => Boolean, { description: 'False: it is refused.' }) approve: boolean,
  ): Promise<BankAccountChangePayload> {
    requireRole(context.viewer, CHANGERS);
    return payloadOf(await approveBankAccount(context, { id, approve }));
  }

  @FieldResolver(() => Merchant, {
    nullable: true,
    description: 'The merchant that collects on it; null: none (đơn vị chấp nhận thanh toán).',
  })
  async merchant(@Ctx() context: HubContext, @Root() { row }: BankAccount): Promise<Merchant | null> {
    return row.merchant_id === null ? null : showMerchant(await loadMerchant(context, row.merchant_id));
  }
}
