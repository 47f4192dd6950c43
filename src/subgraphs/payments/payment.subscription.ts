import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { followChanges } from '../../platform/outbox/tail.ts';
import { accessToPayment, PAYMENT_READERS, requireRole } from './payment.access.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import { Payment } from './payment.type.ts';
import { toPayment } from './payment.view.ts';

const CHANGES = ['payment.settled', 'payment.refunded', 'payment.expired'];

/** A payment's row each time that it changes, where the viewer may see it then. */
function follow(context: HubContext, payment: string): Promise<AsyncIterable<PaymentRow>> {
  requireRole(context.viewer, PAYMENT_READERS);
  // An id that nothing has is followed too: nothing ever comes, and nothing is told.
  const only = fromGlobalId('payment', payment);
  return followChanges(context.hub, {
    kinds: CHANGES,
    keyOf: ({ subjectId }) => (subjectId === only ? subjectId : undefined),
    async read(id) {
      const [row] = await context.hub.db.query<PaymentRow>(`SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE p.id = $1::uuid`, [id]);
      return row === undefined || accessToPayment(context, row) === undefined ? undefined : row;
    },
  });
}

@Resolver()
export class PaymentSubscription {
  @Subscription(() => Payment, {
    description:
      'A payment that you may see came to a success or a failure, ran out of time, or money of it went back (khoản thanh toán thay đổi): as it is by then, at most once. After a reconnect read again.',
    subscribe: ({ context, args }: { context: HubContext; args: { payment: string } }) => follow(context, args.payment),
  })
  paymentChanged(
    @Ctx() context: HubContext,
    @Root() row: PaymentRow,
    @Arg('payment', () => ID, { description: 'This one.' }) _payment: string,
  ): Payment {
    return toPayment(context, row) as Payment;
  }
}
