import { z } from 'zod';

/**
 * A fault to play. `count` times (without it: until removed), with `probability` (without it: always), on calls of `service`
 * (without it: any service; `login` for logins) that carry a dossier code which `matching`, a regular expression, fits.
 */
export const faultRule = z
  .strictObject({
    kind: z.enum([
      /** Carried out, then no answer for `ms`. */
      'delay-after',
      /** Carried out, then the connection breaks. */
      'drop-after',
      /** The connection breaks, nothing carried out. */
      'drop-before',
      /** No answer for `ms`, nothing carried out. */
      'silent',
      /** Carried out and answered as usual, but only after `ms`. */
      'slow',
      /** The connection breaks; carried out after `ms`, or as soon as `afterLookUps` look-ups of it were answered. */
      'apply-late',
      /** An HTML page of the adapter with `status`; carried out before it where `applied`. */
      'page',
      /** Refused with `code` and `message`; a whole batch for one code that matches. */
      'reject',
      /** The session counts as expired in this call. */
      'expired',
    ]),
    service: z.string().optional(),
    matching: z
      .string()
      .refine((pattern) => isPattern(pattern), 'is not a regular expression')
      .optional(),
    count: z.int().min(1).optional(),
    probability: z.number().gt(0).max(1).optional(),
    ms: z.int().min(0).max(3_600_000).default(60_000),
    afterLookUps: z.int().min(1).optional(),
    status: z.int().min(200).max(599).default(502),
    applied: z.boolean().default(false),
    code: z.string().default('-1'),
    message: z.string().default('Dữ liệu hồ sơ không hợp lệ'),
  })
  .readonly();

export type Fault = z.infer<typeof faultRule>;

interface Standing {
  id: number;
  fault: Fault;
  played: number;
}

/** The faults that stand, in the order in which they were asked for; a call plays the first that fits. */
export class Faults {
  readonly #standing: Standing[] = [];
  #next = 1;

  add(fault: Fault): number {
    const id = this.#next++;
    this.#standing.push({ id, fault, played: 0 });
    return id;
  }

  /** Takes one fault away, or all; tells whether there was one. */
  remove(id?: number): boolean {
    const at = id === undefined ? 0 : this.#standing.findIndex((each) => each.id === id);
    const gone = at < 0 ? [] : this.#standing.splice(at, id === undefined ? this.#standing.length : 1);
    return gone.length > 0;
  }

  list(): readonly { id: number; fault: Fault; played: number }[] {
    return this.#standing;
  }

  /** The fault that this call plays, counted; and the code that it was played for. */
  take(service: string, codes: readonly string[]): { fault: Fault; code: string | undefined } | undefined {
    for (const standing of this.#standing) {
      const { fault } = standing;
      if (fault.count !== undefined && standing.played >= fault.count) continue;
      if (fault.service === undefined ? service === 'login' : fault.service !== service) continue;
      const pattern = fault.matching === undefined ? undefined : new RegExp(fault.matching, 'u');
      const code = codes.find((each) => pattern?.test(each) ?? true);
      if (pattern !== undefined && code === undefined) continue;
      if (fault.probability !== undefined && Math.random() >= fault.probability) continue;
      standing.played += 1;
      return { fault, code };
    }
    return undefined;
  }
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') !== undefined;
  } catch {
    // The rule's message tells it.
    return false;
  }
}
