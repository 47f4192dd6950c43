import { join } from 'node:path';
import { z } from 'zod';
import { type Journal, openJournal } from '../contract/simulator.journal.ts';

const entry = z.strictObject({
  key: z.string(),
  template: z.string(),
  symbol: z.string(),
  number: z.int(),
  total: z.int(),
  payer: z.string(),
  fees: z.array(z.string()),
  state: z.enum(['ISSUED', 'CANCELLED', 'REPLACED']),
});

/** A receipt that the simulated provider wrote. */
export type HeldReceipt = z.infer<typeof entry>;

/** What the simulated provider holds, by key; each change is on the disk before it is answered. */
export class ReceiptStore {
  readonly #held = new Map<string, HeldReceipt>();
  readonly #numbers = new Map<string, number>();
  #journal: Journal | undefined;

  /** Takes up what an earlier process left in `stateDir`. */
  async open(stateDir: string): Promise<void> {
    this.#journal = await openJournal(join(stateDir, 'receipts.jsonl'), (line) => this.#keep(entry.parse(line)));
  }

  close(): void {
    this.#journal?.close();
  }

  get(key: string): HeldReceipt | undefined {
    return this.#held.get(key);
  }

  list(): HeldReceipt[] {
    return [...this.#held.values()];
  }

  /** Writes a receipt under the next number of its template and symbol. */
  write(receipt: Omit<HeldReceipt, 'number' | 'state'>): HeldReceipt {
    const number = (this.#numbers.get(`${receipt.template};${receipt.symbol}`) ?? 0) + 1;
    return this.#put({ ...receipt, number, state: 'ISSUED' });
  }

  end(receipt: HeldReceipt, state: 'CANCELLED' | 'REPLACED'): void {
    this.#put({ ...receipt, state });
  }

  #put(receipt: HeldReceipt): HeldReceipt {
    this.#journal?.append(receipt);
    this.#keep(receipt);
    return receipt;
  }

  #keep(receipt: HeldReceipt): void {
    this.#held.set(receipt.key, receipt);
    const series = `${receipt.template};${receipt.symbol}`;
    this.#numbers.set(series, Math.max(this.#numbers.get(series) ?? 0, receipt.number));
  }
}
