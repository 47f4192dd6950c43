import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { IdempotencyKey } from '../once.argument.ts';
import { once } from '../once.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { acceptDrawer, countDrawer, DRAWER, type DrawerDone } from './cash.count.ts';
import { assignCreditToDeposit, DEPOSIT, type DepositDone, depositCash } from './cash.deposit.ts';
import { listDepositAccounts, listDeposits, listDrawers, loadDeposit, showDeposit, showDrawer } from './cash.read.ts';
import {
  CashDeposit,
  CashDepositPayload,
  CashDrawer,
  CashDrawerArguments,
  CashDrawerConnection,
  CashDrawerPayload,
  CashPieces,
  DepositAccount,
} from './cash.type.ts';

function drawerPayload(done: DrawerDone): CashDrawerPayload {
  if ('error' in done) return { drawer: null, userErrors: [done.error as UserError] };
  return { drawer: showDrawer(done.drawer), userErrors: [] };
}

function depositPayload(done: DepositDone): CashDepositPayload {
  if ('error' in done) return { deposit: null, userErrors: [done.error as UserError] };
  return { deposit: showDeposit(done.deposit), userErrors: [] };
}

@Resolver(() => CashDrawer)
export class CashResolver {
  @Query(() => CashDrawerConnection, {
    description:
      "Your own drawers of cash, and those in your books, the latest first (các ngăn tiền mặt). Officers' names are their subjects.",
  })
  async cashDrawers(
    @Ctx() context: HubContext,
    @Args(() => CashDrawerArguments) wanted: CashDrawerArguments,
  ): Promise<CashDrawerConnection> {
    requireRole(context.viewer, ['OFFICER', 'UNIT_LEADER', ...BOOK_READERS]);
    const page = await listDrawers(context, wanted);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: showDrawer(node) }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo };
  }

  @Query(() => [CashDeposit], {
    description: 'Cash of the units in your books that was paid in, the oldest first, at most 500 (các khoản nộp tiền mặt).',
  })
  async cashDeposits(
    @Ctx() context: HubContext,
    @Arg('arrived', () => Boolean, { nullable: true, description: 'False: those that are still on their way.' }) arrived?: boolean | null,
    @Arg('from', () => LocalDateScalar, { nullable: true, description: 'Paid in on this day or later.' }) from?: string | null,
    @Arg('to', () => LocalDateScalar, { nullable: true, description: 'Paid in on this day or earlier.' }) to?: string | null,
  ): Promise<CashDeposit[]> {
    requireRole(context.viewer, BOOK_READERS);
    return (await listDeposits(context, { arrived: arrived ?? null, from: from ?? null, to: to ?? null })).map(showDeposit);
  }

  @Query(() => [DepositAccount], {
    description:
      "Accounts in use to which cash of the units in your books may be paid in, theirs and the province's, for ACCOUNTANT (tài khoản nộp tiền mặt).",
  })
  async depositAccounts(@Ctx() context: HubContext): Promise<DepositAccount[]> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    return listDepositAccounts(context);
  }

  @Mutation(() => CashDrawerPayload, {
    description:
      'An officer counts their own drawer; nothing goes into it from then on, and a difference needs a note (kiểm đếm ngăn tiền). Again as often as needed until it is taken over.',
  })
  async countCashDrawer(
    @Ctx() context: HubContext,
    @Arg('drawer', () => ID, { description: 'The drawer.' }) drawer: string,
    @Arg('pieces', () => [CashPieces], { description: 'The notes that are in it (số tờ theo mệnh giá).' }) pieces: CashPieces[],
    @Arg('note', () => String, { nullable: true, description: 'Why there is a difference (giải trình).' }) note?: string | null,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<CashDrawerPayload> {
    requireRole(context.viewer, ['OFFICER', 'UNIT_LEADER']);
    const wanted = { drawer, pieces, note: note ?? null };
    const request = { kind: 'countCashDrawer', key: idempotencyKey, input: wanted, ...DRAWER };
    return drawerPayload(await once(context, { ...request, work: (within) => countDrawer(within, wanted) }));
  }

  @Mutation(() => CashDrawerPayload, {
    description:
      "The unit's ACCOUNTANT, who is not its officer, takes a counted drawer over; what is over or short is booked (nhận bàn giao tiền mặt).",
  })
  async acceptCashDrawer(
    @Ctx() context: HubContext,
    @Arg('drawer', () => ID, { description: 'The drawer.' }) drawer: string,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<CashDrawerPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const request = { kind: 'acceptCashDrawer', key: idempotencyKey, input: { drawer }, ...DRAWER };
    return drawerPayload(await once(context, { ...request, work: (within) => acceptDrawer(within, drawer) }));
  }

  @Mutation(() => CashDepositPayload, {
    description:
      "Drawers of one unit are paid in by one slip, for ACCOUNTANT; the account's credit ends it (nộp tiền vào ngân hàng, kho bạc).",
  })
  async depositCash(
    @Ctx() context: HubContext,
    @Arg('drawers', () => [ID], { description: 'The drawers, each taken over before.' }) drawers: string[],
    @Arg('account', () => String, { description: 'The account that it goes to, registered and in use (tài khoản).' }) account: string,
    @Arg('slipNumber', () => String, { description: 'Number of the slip (số giấy nộp tiền).' }) slipNumber: string,
    @Arg('depositedOn', () => LocalDateScalar, { description: 'When it was paid in (ngày nộp).' }) depositedOn: string,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<CashDepositPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const wanted = { drawers, account, slipNumber, depositedOn };
    const request = { kind: 'depositCash', key: idempotencyKey, input: wanted, ...DEPOSIT };
    return depositPayload(await once(context, { ...request, work: (within) => depositCash(within, wanted) }));
  }

  @Mutation(() => CashDepositPayload, {
    description:
      'Says in which credit a deposit arrived, to the đồng, for ACCOUNTANT; a large one is said by somebody else than who paid it in (đối chiếu khoản nộp).',
  })
  async assignCreditToDeposit(
    @Ctx() context: HubContext,
    @Arg('credit', () => ID, { description: 'The credit.' }) credit: string,
    @Arg('deposit', () => ID, { description: 'The deposit.' }) deposit: string,
    @Arg('note', () => String, { description: 'Why (lý do).' }) note: string,
    @IdempotencyKey() idempotencyKey?: string | null,
  ): Promise<CashDepositPayload> {
    requireRole(context.viewer, ['ACCOUNTANT']);
    const wanted = { credit, deposit, note };
    const request = { kind: 'assignCreditToDeposit', key: idempotencyKey, input: wanted, ...DEPOSIT };
    return depositPayload(await once(context, { ...request, work: (within) => assignCreditToDeposit(within, wanted) }));
  }

  @FieldResolver(() => CashDeposit, { nullable: true, description: 'With what it was paid in (khoản nộp).' })
  async deposit(@Ctx() context: HubContext, @Root() { depositId }: CashDrawer & { depositId: string | null }): Promise<CashDeposit | null> {
    return depositId === null ? null : loadDeposit(context, depositId);
  }
}
