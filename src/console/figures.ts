import type { Quarter } from './business-time.ts';
import { type Asker, ask, type GraphProblem, type GraphQuery } from './graph.ts';
import { FIGURES, type UnitFigures } from './operations.ts';

/** The province whose console this is; its code is that of the national list of administrative units. */
export const PROVINCE = '96';

/** So long figures are as good as new. */
const FRESH_MS = 60_000;
/** So long they are still shown while newer ones are counted; afterwards a reader waits for those. */
const USABLE_MS = 300_000;

/** A quarter's figures as they were counted at one moment. */
export interface Figures {
  quarter: Quarter;
  province: UnitFigures;
  units: readonly UnitFigures[];
  countedAt: Date;
}

/** Both: what is shown is older than it should be, for this reason. */
export interface FiguresAnswer {
  figures: Figures | undefined;
  problem: GraphProblem | undefined;
}

interface Kept {
  figures: Figures | undefined;
  problem: GraphProblem | undefined;
  counting: Promise<void> | undefined;
  /** A fault of a count that nobody waited for: the next reader is told. */
  fault: { error: unknown } | undefined;
}

/** The figures are public and the same for everyone, and counting them costs an aggregate for each unit: they are kept. */
export class FiguresCache {
  readonly #query: GraphQuery;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(query: GraphQuery, now: () => number = Date.now) {
    this.#query = query;
    this.#now = now;
  }

  /** At most a minute old, or older while newer ones are being counted. Rejects where the graph rejects. */
  async read(quarter: Quarter, language: Asker['language']): Promise<FiguresAnswer> {
    const kept = this.#kept.get(quarter.key) ?? { figures: undefined, problem: undefined, counting: undefined, fault: undefined };
    this.#kept.set(quarter.key, kept);
    const age = kept.figures === undefined ? Number.POSITIVE_INFINITY : this.#now() - kept.figures.countedAt.getTime();
    if (age >= FRESH_MS) {
      kept.counting ??= this.#count(kept, quarter, language);
      if (age >= USABLE_MS) await kept.counting;
    }
    if (kept.fault !== undefined) {
      const { error } = kept.fault;
      kept.fault = undefined;
      throw error;
    }
    return { figures: kept.figures, problem: kept.problem };
  }

  async #count(kept: Kept, quarter: Quarter, language: Asker['language']): Promise<void> {
    try {
      const variables = { province: PROVINCE, period: { from: quarter.from, to: quarter.to } };
      const { data, problem } = await ask(this.#query, FIGURES, { token: undefined, language, variables });
      const province = data?.administrativeUnit ?? undefined;
      kept.problem = problem;
      if (province !== undefined) {
        kept.figures = { quarter, province, units: province.units, countedAt: new Date(this.#now()) };
      }
    } catch (error) {
      kept.fault = { error };
    } finally {
      kept.counting = undefined;
    }
  }
}
