import { Ctx, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { BOOK_READERS, booksVisibleTo, requireRole, Values } from '../payment.access.ts';
import { RepeatedReport } from './repeat.type.ts';

const MOST = 500;

interface Row {
  id: string;
  dossier_id: string;
  dossier_code: string;
  unit: string;
  provider: PaymentProvider;
  reference: string;
  provider_transaction_id: string | null;
  amount: number;
  reported_at: Date;
  posted_for: string;
}

@Resolver()
export class RepeatResolver {
  @Query(() => [RepeatedReport], {
    description: `Payments of the units in your books that were reported again and not posted a second time, the oldest first, at most ${MOST} (các khoản báo trùng).`,
  })
  async repeatedReports(@Ctx() { hub, viewer, language }: HubContext): Promise<RepeatedReport[]> {
    requireRole(viewer, BOOK_READERS);
    const values = new Values();
    const visible = booksVisibleTo(viewer, values, 'r.scope');
    const rows = await hub.db.query<Row>(
      `SELECT r.*, p.dossier_code AS posted_for FROM payments.repeated_report r JOIN payments.payment p ON p.id = r.payment_id
       WHERE ${visible} ORDER BY r.reported_at, r.id LIMIT ${MOST}`,
      values.list,
    );
    return rows.map((row) => ({
      id: toGlobalId('repeatedReport', row.id),
      dossier: { id: toGlobalId('dossier', row.dossier_id) },
      unit: { code: row.unit },
      provider: row.provider,
      reference: row.reference,
      providerTransactionId: row.provider_transaction_id,
      amount: row.amount,
      postedFor: row.posted_for,
      reportedAt: row.reported_at,
      advice: adviceOf(row)[language],
    })) as RepeatedReport[];
  }
}

/** Only who took the money knows for what: the hub posts it once and moves it for nobody. */
function adviceOf({ dossier_code: code, posted_for: other }: Row): { vi: string; en: string } {
  if (code === other) {
    return {
      vi: `Hồ sơ ${code} báo cùng một giao dịch dưới hai mã: hệ thống một cửa giữ một mã và gửi lại hồ sơ, ghi mã kia là FAILED.`,
      en: `Dossier ${code} reports one transaction under two references: its one-stop system keeps one of them and sends the dossier again with the other as FAILED.`,
    };
  }
  return {
    vi: `Khoản này đã ghi nhận cho hồ sơ ${other}: xem chứng từ thuộc hồ sơ nào. Thuộc ${other}: hệ thống một cửa gửi lại hồ sơ ${code}, ghi khoản này là FAILED. Thuộc ${code}: báo khoản của ${other} là FAILED, rồi gửi lại ${code} với mã giao dịch riêng.`,
    en: `It was posted for dossier ${other}: see from the voucher to which dossier it belongs. To ${other}: its one-stop system sends ${code} again with it as FAILED. To ${code}: it reports that of ${other} as FAILED, and sends ${code} again with a reference of its own.`,
  };
}
