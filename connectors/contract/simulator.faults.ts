import { z } from 'zod';

/** What goes wrong with a day's statement, each time that it is served. */
export const statementFaultRule = z.strictObject({
  kind: z.enum([
    'DAMAGED_TRAILER',
    'MISSING_ROW',
    'EXTRA_ROW',
    'ALTERED_AMOUNT',
    'DUPLICATE_ROW',
    'OTHER_DAY',
    'WRONG_FEE',
    'WRONG_NET',
    'REVERSED',
  ]),
  merchant: z.string().optional(),
  businessDate: z.iso.date(),
  /** The row that it befalls; the first one unless set. */
  reference: z.string().optional(),
  /** Of EXTRA_ROW, ALTERED_AMOUNT (gross) and WRONG_FEE (fee). */
  amount: z.int().min(0).optional(),
});

export type StatementFault = z.infer<typeof statementFaultRule>;

/** The faults that still stand. */
export class Faults<Fault extends { times: number }> {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push({ ...fault });
  }

  list(): Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The faults that befall what `fits` tells of, each used up once. */
  take(fits: (fault: Fault) => boolean): Fault[] {
    const taken = this.#faults.filter(fits);
    for (const fault of taken) fault.times -= 1;
    this.#faults = this.#faults.filter(({ times }) => times > 0);
    return taken;
  }
}
