import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { badUserInput, type UserErrorValue } from '../../platform/errors.ts';
import type { Page } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { UserError } from '../../platform/graphql/shared-types.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { entriesOf } from './ledger.ts';
import { loadMerchant, showMerchant } from './merchant.service.ts';
import { Merchant } from './merchant.type.ts';
import { PAYMENT_READERS, readsBooks, requireRole } from './payment.access.ts';
import { createPayment } from './payment.create.ts';
import { CreatePaymentInput, PaymentListArguments } from './payment.input.ts';
import { findByReference, listPayments, loadPayment } from './payment.read.ts';
import type { PaymentRow } from './payment.row.ts';
import { LedgerEntry, Payment, PaymentConnection, PaymentPayload } from './payment.type.ts';
import { grantOf, toPayment } from './payment.view.ts';

/** A page of rows as a page of payments. Rows were selected by the same rules as access, so none is lost here. */
export function toConnection(context: HubContext, page: Page<PaymentRow>): PaymentConnection {
  const edges = page.edges.flatMap(({ cursor, node }) => {
    const payment = toPayment(context, node);
    return payment === null ? [] : [{ cursor, node: payment }];
  });
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo: page.pageInfo, count: page.totalCount };
}

/** The payment of that id; null: unknown, or not the viewer's to see. */
export async function paymentById(context: HubContext, id: string): Promise<Payment | null> {
  const key = fromGlobalId('payment', id);
  const row = key === undefined ? null : await loadPayment(context, key);
  return row === null ? null : toPayment(context, row);
}

const refused = (error: UserErrorValue): PaymentPayload => ({ payment: null, userErrors: [error as UserError] });

@Resolver(() => Payment)
export class PaymentResolver {
  @Query(() => Payment, { nullable: true, description: 'One payment by exactly one of its keys; null: unknown, or not yours to see.' })
  async payment(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id?: string | null,
    @Arg('reference', () => String, { nullable: true, description: 'Its merchant reference (mã tham chiếu).' }) reference?: string | null,
  ): Promise<Payment | null> {
    requireRole(context.viewer, PAYMENT_READERS);
    if ((id == null) === (reference == null)) {
      throw badUserInput('id', { vi: 'Cho đúng một trong hai: id, reference.', en: 'Give exactly one of id, reference.' });
    }
    if (id != null) return paymentById(context, id);
    const row = await findByReference(context, reference as string);
    return row === null ? null : toPayment(context, row);
  }

  @Query(() => PaymentConnection, { description: 'The payments that you may see, narrowed and in order (danh sách khoản thanh toán).' })
  async payments(@Ctx() context: HubContext, @Args(() => PaymentListArguments) wanted: PaymentListArguments): Promise<PaymentConnection> {
    requireRole(context.viewer, PAYMENT_READERS);
    return toConnection(context, await listPayments(context, wanted));
  }

  @Mutation(() => PaymentPayload, { description: "Asks for a payment of a dossier's fees and charges (tạo khoản thanh toán)." })
  async createPayment(
    @Ctx() context: HubContext,
    @Arg('input', () => CreatePaymentInput, { description: 'What is to be paid, and how.' }) input: CreatePaymentInput,
  ): Promise<PaymentPayload> {
    const created = await createPayment(context, input);
    return 'error' in created ? refused(created.error) : { payment: toPayment(context, created.row), userErrors: [] };
  }

  @FieldResolver(() => String, { nullable: true })
  grant(@Ctx() context: HubContext, @Root() payment: Payment): string {
    return grantOf(context, payment);
  }

  @FieldResolver(() => Merchant, { description: 'The collecting account (đơn vị chấp nhận thanh toán).' })
  async merchant(@Ctx() context: HubContext, @Root() { row }: Payment): Promise<Merchant> {
    return showMerchant(await loadMerchant(context, row.merchant_id));
  }

  @FieldResolver(() => [LedgerEntry], { description: 'Its ledger entries (bút toán), oldest first: for who keeps or audits the books.' })
  async entries(@Ctx() context: HubContext, @Root() { row }: Payment): Promise<LedgerEntry[]> {
    return readsBooks(context.viewer, row.scope) ? entriesOf(context, row.id) : [];
  }
}

@Resolver(() => PaymentConnection)
export class PaymentConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: PaymentConnection): Promise<number> {
    return connection.count();
  }
}
