import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Message } from '../../platform/language.ts';
import type { Platform } from '../../platform/platform.ts';

/** What somebody asks to pay of what is due, whole đồng. */
export interface AskedAmount {
  provider: PaymentProvider;
  amount: number;
  due: number;
}

/** Why that amount can't be paid at a time, and which could; undefined: it can. No more than is due, and what the gateway carries. */
export function outsideBounds(hub: Pick<Platform, 'connectors'>, { provider, amount, due }: AskedAmount): Message | undefined {
  const carried = hub.connectors.payment(provider)?.amounts;
  const least = carried?.least ?? 1;
  const most = Math.min(due, carried?.most ?? due);
  if (amount >= least && amount <= most) return undefined;
  if (least > most) {
    return {
      vi: `Kênh thanh toán này chỉ nhận từ ${least} đồng mỗi lần; hãy chọn kênh khác.`,
      en: `This provider takes no less than ${least} đồng at a time; choose another.`,
    };
  }
  return { vi: `Số tiền phải từ ${least} đến ${most} đồng.`, en: `The amount must be from ${least} to ${most} đồng.` };
}
