import { loadavg } from 'node:os';
import { sameAnswer } from './answer.ts';
import { type Contender, type ContenderName, startContender, TITLES } from './contenders.ts';
import { cpuBetween, lookAtCpu } from './cpu.ts';
import { type Generator, startGenerator } from './generator.ts';
import { type BenchGround, prepareGround } from './ground.ts';
import { firstPage, PAGE_SIZE } from './requests.ts';
import { type Aim, judge, type Measured, type Round, turnOrder, type Verdict } from './rounds.ts';

export interface WorklistOptions {
  dossiers: number;
  rounds: number;
  /** Seconds that each contender is asked in each round. */
  seconds: number;
  /** A data directory that outlives the benchmark; undefined: a fresh one. */
  kept?: string | undefined;
  report: (text: string) => void;
}

export interface WorklistBench {
  contenders: readonly Contender[];
  rounds: Round[];
  verdicts: Verdict[];
  /** Statements that the hub sends for a page of that many rows. */
  statements: ReadonlyMap<number, number>;
}

const CONNECTIONS = 16;
const WARM_UPS = 3;
const LARGE_PAGE = 100;

/** At least so many times as fast as each. */
export const AIMS: readonly Aim[] = [
  { against: 'hand-written', atLeast: 0.25 },
  { against: 'processes', atLeast: 1.3 },
  { against: 'one-schema', atLeast: 0.35 },
];

/**
 * The worklist over HTTP by every contender in turn, again and again: all of them are up all the time, one is asked. Throws
 * where an answer is wrong or two contenders answer differently.
 */
export async function benchWorklist(options: WorklistOptions): Promise<WorklistBench> {
  const steps: (() => Promise<void>)[] = [];
  try {
    const ground = await prepareGround(options.dossiers, options);
    steps.push(ground.stop);
    const contenders: Contender[] = [];
    for (const name of Object.keys(TITLES) as ContenderName[]) {
      const contender = await startContender(name, ground.env);
      steps.push(contender.stop);
      contenders.push(contender);
    }
    const generator = startGenerator();
    steps.push(generator.stop);
    await compareAnswers(contenders, generator, ground);
    const statements = await countStatements(contenders, generator, ground);
    const rounds = await playRounds(contenders, generator, options);
    return { contenders, rounds, verdicts: judge('hub', AIMS, rounds), statements };
  } finally {
    for (const step of steps.reverse()) await step();
  }
}

/** Every contender answers every request as the first one does, and as the database holds it. */
async function compareAnswers(contenders: readonly Contender[], generator: Generator, { requests }: BenchGround): Promise<void> {
  let first: string[] | undefined;
  for (const { name, url } of contenders) {
    const texts = await generator.know(name, url, requests);
    first ??= texts;
    const other = first.findIndex((text, at) => !sameAnswer(text, texts[at] ?? ''));
    if (other >= 0) throw new Error(`${name} answers request ${other} otherwise:\n${texts[other]}\n${first[other]}`);
  }
}

async function countStatements(
  contenders: readonly Contender[],
  generator: Generator,
  { requests }: BenchGround,
): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  const hub = contenders.find(({ name }) => name === 'hub');
  const [request] = requests;
  if (hub?.statements === undefined || request === undefined) throw new Error('no hub to count the statements of');
  for (const size of [PAGE_SIZE, LARGE_PAGE]) {
    const before = await hub.statements();
    const text = await generator.once(hub.url, firstPage(request, size));
    counts.set(size, (await hub.statements()) - before);
    const rows = text.match(/"timeliness"/g)?.length;
    if (rows !== size) throw new Error(`a page of ${size} rows has ${rows}`);
  }
  return counts;
}

async function playRounds(contenders: readonly Contender[], generator: Generator, options: WorklistOptions): Promise<Round[]> {
  const rounds: Round[] = [];
  for (let round = -WARM_UPS; round < options.rounds; round++) {
    const measured = new Map<string, Measured>();
    for (const { name } of turnOrder(contenders, round + WARM_UPS)) measured.set(name, await measure(name, generator, options.seconds));
    if (round >= 0) rounds.push(measured);
    const speeds = contenders.map(({ name }) => `${name} ${measured.get(name)?.perSecond.toFixed(0)}`);
    options.report(`${round < 0 ? 'warm-up' : `round ${round + 1}`}: ${speeds.join(', ')} /s; load average ${loadavg()[0]?.toFixed(1)}`);
  }
  return rounds;
}

async function measure(name: string, generator: Generator, seconds: number): Promise<Measured> {
  const before = lookAtCpu(generator.pid);
  const run = await generator.run(name, seconds * 1_000, CONNECTIONS);
  const after = lookAtCpu(generator.pid);
  const each = (part: 'database' | 'others') =>
    before === undefined || after === undefined ? undefined : cpuBetween(before[part], after[part]) / run.answers;
  return { perSecond: run.answers / run.seconds, ownCpu: each('others'), databaseCpu: each('database'), median: run.median, p99: run.p99 };
}
