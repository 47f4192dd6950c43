import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Grant } from '../../platform/auth/grant.ts';
import { hasRole } from '../../platform/auth/viewer.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { VndScalar } from '../../platform/graphql/scalars.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { dueOf } from './obligation.ts';
import { PAYMENT_READERS } from './payment.access.ts';
import { PaymentPageArguments } from './payment.input.ts';
import { paymentsOfCitizen, paymentsOfDossier } from './payment.read.ts';
import { toConnection } from './payment.resolver.ts';
import { netPaid } from './payment.row.ts';
import { Payment, PaymentConnection } from './payment.type.ts';
import { showPayment } from './payment.view.ts';
import { CitizenStub, DossierStub } from './stubs.type.ts';

@Resolver(() => DossierStub)
export class DossierPaymentsResolver {
  @Directive('@requires(fields: "grant feesSettled fees { amount exemptedAmount collection }")')
  @FieldResolver(() => VndScalar, {
    nullable: true,
    description:
      'What remains to be paid (còn phải nộp): fees less exemptions less amountPaid, never below 0; 0 where the source says that it is settled.',
  })
  async amountDue(@Ctx() context: HubContext, @Root() dossier: DossierStub): Promise<number | null> {
    const paid = await this.amountPaid(context, dossier);
    return paid === null ? null : dueOf({ fees: dossier.fees ?? [], settled: dossier.feesSettled === true, paid });
  }

  @Directive('@requires(fields: "grant")')
  @FieldResolver(() => VndScalar, { nullable: true, description: 'What came in by payments known to the hub (đã nộp), less refunds.' })
  async amountPaid(@Ctx() context: HubContext, @Root() dossier: DossierStub): Promise<number | null> {
    const grant = grantOf(context, dossier);
    if (grant === undefined) return null;
    return (await paymentsOfDossier(context, grant.subject)).reduce((sum, row) => sum + netPaid(row), 0);
  }

  @Directive('@requires(fields: "grant")')
  @FieldResolver(() => [Payment], { nullable: true, description: 'Its payments, oldest first (các khoản thanh toán).' })
  async payments(@Ctx() context: HubContext, @Root() dossier: DossierStub): Promise<Payment[] | null> {
    const grant = grantOf(context, dossier);
    if (grant === undefined) return null;
    return (await paymentsOfDossier(context, grant.subject)).map((row) => showPayment(row, grant.person));
  }
}

/** The dossier's grant where it lets the viewer see payments. */
function grantOf(context: HubContext, { grant: text }: DossierStub): Grant | undefined {
  const grant = text == null ? undefined : context.hub.grants.verify(context.viewer, text);
  return grant?.aspects.has('payments') ? grant : undefined;
}

@Resolver(() => CitizenStub)
export class CitizenPaymentsResolver {
  @FieldResolver(() => PaymentConnection, {
    nullable: true,
    description: 'Payments of dossiers that this citizen filed, newest first, as far as you may see them (các khoản thanh toán).',
  })
  async payments(
    @Ctx() context: HubContext,
    @Root() { id }: CitizenStub,
    @Args(() => PaymentPageArguments) page: PaymentPageArguments,
  ): Promise<PaymentConnection | null> {
    const key = fromGlobalId('citizen', id);
    if (key === undefined || !hasRole(context.viewer, ...PAYMENT_READERS)) return null;
    return toConnection(context, await paymentsOfCitizen(context, key, page));
  }
}
