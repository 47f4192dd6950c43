/** What one contender did in one round. */
export interface Measured {
  /** Answers per second. */
  perSecond: number;
  /** Milliseconds of CPU for one answer: of the contender's own processes, and of PostgreSQL; undefined where the system does not tell. */
  ownCpu: number | undefined;
  databaseCpu: number | undefined;
  /** Milliseconds from request to answer. */
  median: number;
  p99: number;
}

/** One turn of all contenders, by their names. */
export type Round = ReadonlyMap<string, Measured>;

/** A ratio that the hub is judged by. */
export interface Aim {
  against: string;
  atLeast: number;
}

export interface Verdict extends Aim {
  /** Of the rounds' ratios, so that what slows the whole machine down for a while does not count. */
  ratio: number;
  rounds: number[];
  passed: boolean;
}

/** The middle of an odd number of values, the mean of the two middle ones of an even number. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  return (lower + upper) / 2;
}

/** How `name` stands to each aim. Throws where a round lacks one of the two. */
export function judge(name: string, aims: readonly Aim[], rounds: readonly Round[]): Verdict[] {
  return aims.map((aim) => {
    const ratios = rounds.map((round) => speedIn(round, name) / speedIn(round, aim.against));
    const ratio = median(ratios);
    return { ...aim, ratio, rounds: ratios, passed: ratio >= aim.atLeast };
  });
}

function speedIn(round: Round, name: string): number {
  const measured = round.get(name);
  if (measured === undefined || !(measured.perSecond > 0)) throw new Error(`${name} answered nothing in a round`);
  return measured.perSecond;
}

/** Who begins changes from round to round: whoever comes first meets a quieter or a busier machine. */
export function turnOrder<T>(contenders: readonly T[], round: number): T[] {
  const first = contenders.length === 0 ? 0 : round % contenders.length;
  return [...contenders.slice(first), ...contenders.slice(0, first)];
}
