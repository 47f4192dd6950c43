import type { WorklistBench } from './bench.ts';
import { type Measured, median, type Round } from './rounds.ts';

type Pick = (measured: Measured) => number | undefined;

const COLUMNS: readonly { title: string; digits: number; pick: Pick }[] = [
  { title: '/s', digits: 0, pick: (each) => each.perSecond },
  { title: 'p50 ms', digits: 1, pick: (each) => each.median },
  { title: 'p99 ms', digits: 1, pick: (each) => each.p99 },
  { title: 'CPU own', digits: 2, pick: (each) => each.ownCpu },
  { title: 'CPU DB', digits: 2, pick: (each) => each.databaseCpu },
];
const WIDTH = 9;

/** The result as lines of text for a terminal. */
export function worklistTable({ contenders, rounds, verdicts, statements }: WorklistBench): string[] {
  const rows = contenders.map(({ name, title }) => {
    const numbers = COLUMNS.map(({ pick, digits }) => shown(middle(rounds, name, pick), digits).padStart(WIDTH));
    return `${numbers.join('')}   ${title}`;
  });
  const ratios = verdicts.map(({ against, atLeast, ratio, rounds: each, passed }) => {
    const list = each.map((value) => value.toFixed(2)).join(' ');
    return `  ${passed ? 'PASS ' : 'BELOW'}  ${ratio.toFixed(2)} × ${against} (at least ${atLeast}; rounds ${list})`;
  });
  const byCpu = verdicts.map(({ against }) => `${shown(cpuRatio(rounds, against), 2)} × ${against}`);
  const counts = [...statements].map(([size, count]) => `${count} for ${size} rows`);
  return [
    `Medians of ${rounds.length} rounds; CPU in milliseconds for each answer, of its own processes and of PostgreSQL`,
    COLUMNS.map(({ title }) => title.padStart(WIDTH)).join(''),
    ...rows,
    'The hub in one process against the others, median of the ratios of each round:',
    ...ratios,
    `  The same by CPU time, which other work on the machine disturbs less: ${byCpu.join(', ')}`,
    `SQL statements of the hub: ${counts.join(', ')}: ${new Set(statements.values()).size === 1 ? 'constant' : 'NOT CONSTANT'}`,
  ];
}

function middle(rounds: readonly Round[], name: string, pick: Pick): number | undefined {
  const values = rounds.flatMap((round) => {
    const measured = round.get(name);
    return measured === undefined ? [] : (pick(measured) ?? []);
  });
  return values.length === 0 ? undefined : median(values);
}

/** The CPU time of an answer of the other by that of the hub's: what the ratio of speeds would be were CPU all that is scarce. */
function cpuRatio(rounds: readonly Round[], against: string): number | undefined {
  const whole: Pick = ({ ownCpu, databaseCpu }) => (ownCpu === undefined || databaseCpu === undefined ? undefined : ownCpu + databaseCpu);
  const [other, hub] = [middle(rounds, against, whole), middle(rounds, 'hub', whole)];
  return other === undefined || hub === undefined ? undefined : other / hub;
}

function shown(value: number | undefined, digits: number): string {
  return value?.toFixed(digits) ?? '–';
}
