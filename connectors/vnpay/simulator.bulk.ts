import { z } from 'zod';
import type { NewTransaction, SimulatedTransaction } from './simulator.store.ts';
import type { SimulatedVnpay } from './simulator.vnpay.ts';
import { toWireTime } from './wire.values.ts';

/** One line of `POST /_simulator/transactions`: what VNPAY has, whether or not the hub knows it. Amounts in whole đồng. */
const bulkRule = z.strictObject({
  merchant: z.string().min(1).optional(),
  reference: z.string().min(1),
  amount: z.int().min(0),
  paidAt: z.iso.datetime({ offset: true }),
  /** What querydr is asked with; any is accepted where it is left out. */
  createdAt: z.iso.datetime({ offset: true }).optional(),
  type: z.enum(['PAY', 'REFUND', 'ADJUST']).default('PAY'),
  status: z.enum(['SUCCESS', 'FAILED', 'REVERSED', 'PENDING', 'SUSPECTED']).default('SUCCESS'),
  providerTransactionId: z.string().min(1).optional(),
  originalProviderTransactionId: z.string().optional(),
  bankCode: z.string().optional(),
  bankTransactionId: z.string().optional(),
  channel: z.string().optional(),
  orderInfo: z.string().optional(),
  fee: z.int().min(0).optional(),
  feeVat: z.int().min(0).optional(),
  net: z.int().optional(),
});

const CODES = {
  SUCCESS: { responseCode: '00', transactionStatus: '00' },
  FAILED: { responseCode: '24', transactionStatus: '02' },
  REVERSED: { responseCode: '00', transactionStatus: '04' },
  SUSPECTED: { responseCode: '07', transactionStatus: '07' },
  PENDING: { responseCode: undefined, transactionStatus: '01' },
};

/** Adds transactions from JSON lines as they arrive. What is wrong is named by line, and ends it; earlier lines stay. */
export async function addTransactions(
  vnpay: SimulatedVnpay,
  body: AsyncIterable<Buffer>,
  tmnCode: string,
): Promise<{ added: number; error?: string }> {
  let added = 0;
  const decoder = new TextDecoder();
  let rest = '';
  const take = (lines: string[]): string | undefined => {
    const taken: SimulatedTransaction[] = [];
    let error: string | undefined;
    for (const line of lines) {
      if (line.trim() === '') continue;
      const transaction = addLine(vnpay, line, tmnCode);
      if (typeof transaction === 'string') error = `line ${added + taken.length + 1}: ${transaction}`;
      else taken.push(transaction);
      if (error !== undefined) break;
    }
    vnpay.keep(...taken);
    added += taken.length;
    return error;
  };
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const error = take(lines);
    if (error !== undefined) return { added, error };
  }
  const error = take([rest]);
  return error === undefined ? { added } : { added, error };
}

/** The transaction that a line adds, or what is wrong with it. */
function addLine(vnpay: SimulatedVnpay, line: string, tmnCode: string): SimulatedTransaction | string {
  const parsed = bulkRule.safeParse(parse(line));
  if (!parsed.success) return z.prettifyError(parsed.error);
  const { merchant, reference, amount, paidAt, createdAt, status, ...given } = parsed.data;
  const transaction: NewTransaction = {
    tmnCode: merchant ?? tmnCode,
    reference,
    amount,
    type: given.type,
    payDate: Date.parse(paidAt),
    createDate: createdAt === undefined ? '' : toWireTime(new Date(createdAt)),
    ...CODES[status],
    fee: given.fee,
    feeVat: given.feeVat,
    net: given.net,
    ...(given.providerTransactionId === undefined ? {} : { transactionNo: given.providerTransactionId }),
    ...(given.originalProviderTransactionId === undefined ? {} : { originalTransactionNo: given.originalProviderTransactionId }),
    ...(given.bankCode === undefined ? {} : { bankCode: given.bankCode }),
    ...(given.bankTransactionId === undefined ? {} : { bankTransactionNo: given.bankTransactionId }),
    ...(given.channel === undefined ? {} : { channel: given.channel }),
    ...(given.orderInfo === undefined ? {} : { orderInfo: given.orderInfo }),
  };
  return vnpay.store.put(transaction);
}

/** Undefined for what is no JSON: the rule then says so. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
