import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { boundOf, type Viewer } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { defineEnum, PaymentProvider } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar, UrlScalar } from '../../../platform/graphql/scalars.ts';
import { publicUrl } from '../../../platform/public-url.ts';
import type { FileFormat } from '../../../platform/table-file.ts';
import { BOOK_READERS, requireRole } from '../payment.access.ts';
import { checkSpan } from '../payment.span.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import { reportPath } from './report.link.ts';

const ReportFormat = defineEnum('ReportFormat', 'Form of a report (định dạng báo cáo).', {
  XLSX: 'A workbook: the days with sums by unit, and the differences (bảng tính).',
  CSV: 'The days with sums by unit, RFC 4180, UTF-8 with a byte order mark.',
});

@ObjectType({ description: 'A day of a merchant whose statement has not come (thiếu sao kê).' })
export class MissingStatement {
  @Field(() => PaymentProvider, { description: 'The provider (đơn vị thanh toán).' })
  provider!: PaymentProvider;

  @Field(() => String, { description: 'The merchant (mã đơn vị chấp nhận thanh toán).' })
  merchantCode!: string;

  @Field(() => AdministrativeUnitStub, { description: 'Whose account it is (đơn vị).' })
  unit!: AdministrativeUnitStub;

  @Field(() => LocalDateScalar, { description: 'The business day (ngày).' })
  businessDate!: string;
}

@Resolver()
export class ReportResolver {
  @Query(() => UrlScalar, {
    description:
      'A file of reconciliations with sums by unit, for a quarter of an hour and whoever holds the address (báo cáo đối soát); in English by Accept-Language: en.',
  })
  reconciliationReport(
    @Ctx() { hub, viewer, language }: HubContext,
    @Arg('from', () => LocalDateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day, 92 days after the first at most.' }) to: string,
    @Arg('format', () => ReportFormat, { description: 'Its form.' }) format: FileFormat,
    @Arg('unit', () => ID, { nullable: true, description: 'Of the merchants of this unit and those below it (đơn vị).' }) unit?:
      | string
      | null,
  ): string {
    requireRole(viewer, BOOK_READERS);
    checkSpan(from, to);
    const bound = bookBoundOf(viewer);
    return publicUrl(hub) + reportPath(hub.cipher, { from, to, unit: unit ?? null, bound, format, language }, hub.clock.now());
  }

  @Query(() => UrlScalar, {
    description:
      'A file of the receipts used in a period, for a quarter of an hour and whoever holds the address: kind, template, symbol, numbers, money, by unit (báo cáo tình hình sử dụng biên lai); in English by Accept-Language: en.',
  })
  receiptReport(
    @Ctx() { hub, viewer, language }: HubContext,
    @Arg('from', () => LocalDateScalar, { description: 'Issued on this day or later.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Issued on this day or earlier, 92 days after the first at most.' }) to: string,
    @Arg('format', () => ReportFormat, {
      description: 'Its form; a CSV has the numbers used, a workbook those cancelled and replaced too.',
    })
    format: FileFormat,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit; the province: of all (đơn vị).' }) unit?: string | null,
  ): string {
    requireRole(viewer, BOOK_READERS);
    checkSpan(from, to);
    const link = { kind: 'RECEIPTS' as const, from, to, unit: unit ?? null, bound: bookBoundOf(viewer), format, language };
    return publicUrl(hub) + reportPath(hub.cipher, link, hub.clock.now());
  }

  @Query(() => [MissingStatement], {
    description:
      'Days on which money moved and whose statement has not come, of the merchants in your books, the newest first, at most 1 000 (sao kê còn thiếu).',
  })
  missingStatements(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('from', () => LocalDateScalar, { description: 'The first day.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'The last day, 92 days after the first at most.' }) to: string,
  ): Promise<MissingStatement[]> {
    requireRole(viewer, BOOK_READERS);
    checkSpan(from, to);
    const bound = bookBoundOf(viewer);
    return hub.db.query<MissingStatement>(
      `SELECT m.provider, m.code AS "merchantCode", jsonb_build_object('code', m.unit) AS unit, to_char(p.business_date, 'YYYY-MM-DD') AS "businessDate"
       FROM (SELECT DISTINCT merchant_id, business_date FROM payments.payment WHERE business_date BETWEEN $1 AND $2 AND amount > 0) p
         JOIN payments.merchant m ON m.id = p.merchant_id
       WHERE m.provider <> 'CASH' AND ($3::text IS NULL OR m.scope @> ARRAY[$3::text])
         AND NOT EXISTS (SELECT FROM payments.statement s WHERE s.merchant_id = p.merchant_id AND s.business_date = p.business_date)
       ORDER BY p.business_date DESC, m.provider, m.code LIMIT 1000`,
      [from, to, bound],
    );
  }
}

/** The unit that bounds whose books someone reads; null: nothing does. */
function bookBoundOf(viewer: Viewer): string | null {
  const bounds = BOOK_READERS.map((role) => boundOf(viewer, role));
  return bounds.includes('ALL') ? null : (bounds.find((each) => each !== undefined) ?? null);
}
