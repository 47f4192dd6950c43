import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Message } from '../../../platform/language.ts';
import { PROVINCE } from '../merchant.service.ts';
import { BOOK_READERS, booksVisibleTo, requireRole, Values } from '../payment.access.ts';
import { StatementFile, StatementFileState } from './file.type.ts';

const MOST = 200;
/** Whose books a file belongs to: a wrong file must be somebody's, or nobody hears of it. */
const SCOPE = `coalesce(m.scope, a.scope, ARRAY['${PROVINCE}'])`;

@Resolver(() => StatementFile)
export class StatementFileResolver {
  @Query(() => [StatementFile], {
    description:
      'Files of the folder for statements, the newest 200, of the merchants and accounts in your books; one that names none is the province’s (tệp sao kê).',
  })
  async statementFiles(
    @Ctx() { hub, viewer, language }: HubContext,
    @Arg('state', () => StatementFileState, { nullable: true, description: 'In this state.' }) state?:
      | keyof typeof StatementFileState
      | null,
  ): Promise<StatementFile[]> {
    requireRole(viewer, BOOK_READERS);
    const values = new Values();
    const where = [booksVisibleTo(viewer, values, SCOPE)];
    if (state != null) where.push(`f.state = ${values.add(state)}`);
    const rows = await hub.db.query<Omit<StatementFile, 'reason'> & { reason: Message | null }>(
      `SELECT f.path, f.provider, f.account, f.state, to_char(f.business_date, 'YYYY-MM-DD') AS "businessDate", f.version, f.reason, f.seen_at AS "seenAt"
       FROM payments.statement_file f LEFT JOIN payments.merchant m ON m.id = f.merchant_id LEFT JOIN payments.bank_account a ON a.number = f.account
       WHERE ${where.join(' AND ')} ORDER BY f.seen_at DESC, f.path DESC LIMIT ${MOST}`,
      values.list,
    );
    return rows.map((row) => ({ ...row, reason: row.reason?.[language] ?? null }));
  }
}
