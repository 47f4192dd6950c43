import { z } from 'zod';
import { readStatement } from './statement.ts';

const HTTP = /^https?:\/\//;

/**
 * A payout to play, as an operator or a fault suite asks for it: the statements' days that it covers, the simulated bank that is told, and what
 * goes wrong. SPLIT: two transfers. WITHOUT_BATCH: the text names the merchant alone; UNNAMED: nothing.
 */
const payoutRule = z.strictObject({
  days: z.array(z.iso.date()).min(1).max(31),
  bank: z.string().regex(HTTP),
  kind: z.enum(['AS_DUE', 'SHORT', 'OVER', 'SPLIT', 'WITHOUT_BATCH', 'UNNAMED']).default('AS_DUE'),
  /** How much is missing or too much, whole đồng. */
  by: z.number().int().min(1).default(1_000),
  /** Whose; left out: the simulator's own merchant. */
  merchant: z.string().optional(),
});

/** A transfer that the bank was told of. */
interface PaidOut {
  amount: number;
  content: string;
}

interface Payer {
  /** The simulator's own merchant. */
  merchant: string;
  /** A merchant's statement of a day; undefined: there is none. */
  statementOf(merchant: string, day: string): AsyncIterable<Uint8Array> | undefined;
}

/** Plays a payout by what an operator asked for, as an answer of the simulator's operators' API. */
export async function playPayout(wanted: unknown, payer: Payer): Promise<{ status: number; body: unknown }> {
  const parsed = payoutRule.safeParse(wanted);
  if (!parsed.success) return { status: 400, body: { error: z.prettifyError(parsed.error) } };
  const merchant = parsed.data.merchant ?? payer.merchant;
  const statements = parsed.data.days.flatMap((day) => payer.statementOf(merchant, day) ?? []);
  return { status: 201, body: await payOut(parsed.data, { merchant, statements }) };
}

/** Pays out the nets of statements by transfers at a simulated bank (`POST /transfers` with `amount` and `content`), as a provider does. */
async function payOut(
  { bank, kind, by }: z.output<typeof payoutRule>,
  { merchant, statements }: { merchant: string; statements: readonly AsyncIterable<Uint8Array>[] },
): Promise<PaidOut[]> {
  const nets = new Map<string, number>();
  for (const statement of statements) {
    const reading = await readStatement(statement);
    for await (const rows of reading.batches)
      for (const row of rows) if (row.status === 'SUCCESS') nets.set(row.batchId, (nets.get(row.batchId) ?? 0) + row.net);
  }
  const whole = [...nets.values()].reduce((sum, net) => sum + net, 0);
  const due = kind === 'SHORT' ? whole - by : kind === 'OVER' ? whole + by : whole;
  const content =
    kind === 'UNNAMED' ? 'THANH TOAN GIAO DICH' : `THANH TOAN ${kind === 'WITHOUT_BATCH' ? merchant : [...nets.keys()].join(' ')}`;
  const parts = kind === 'SPLIT' ? [Math.floor(due / 2), due - Math.floor(due / 2)] : [due];
  const told: PaidOut[] = [];
  for (const amount of parts.filter((each) => each > 0)) {
    const body = new URLSearchParams({ amount: String(amount), content });
    const response = await fetch(new URL('/transfers', bank), { method: 'POST', body });
    if (!response.ok) throw new Error(`the bank refused a payout: HTTP ${response.status}`);
    told.push({ amount, content });
  }
  return told;
}
