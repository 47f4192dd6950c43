import type { WorklistBench } from './bench.ts';
import { type Measured, median } from './rounds.ts';

/** The result as lines of text for a terminal. */
export function worklistTable({ contenders, rounds, verdicts, statements }: WorklistBench): string[] {
  const middle = (name: string, pick: (measured: Measured) => number | undefined): number | undefined => {
    const values = rounds.map((round) => round.get(name)).flatMap((measured) => (measured === undefined ? [] : (pick(measured) ?? [])));
    return values.length === 0 ? undefined : median(values);
  };
  const shown = (value: number | undefined, digits: number, width: number) => (value?.toFixed(digits) ?? '–').padStart(width);
  const rows = contenders.map(({ name, title }) => {
    const numbers = [
      shown(
        middle(name, (each) => each.perSecond),
        0,
        7,
      ),
      shown(
        middle(name, (each) => each.median),
        1,
        8,
      ),
      shown(
        middle(name, (each) => each.p99),
        1,
        8,
      ),
      shown(
        middle(name, (each) => each.ownCpu),
        2,
        8,
      ),
      shown(
        middle(name, (each) => each.databaseCpu),
        2,
        8,
      ),
    ];
    return `${numbers.join('')}   ${title}`;
  });
  const ratios = verdicts.map(({ against, atLeast, ratio, rounds: each, passed }) => {
    const list = each.map((value) => value.toFixed(2)).join(' ');
    return `  ${passed ? 'PASS ' : 'BELOW'}  ${ratio.toFixed(2)} × ${against} (at least ${atLeast}; rounds ${list})`;
  });
  const counts = [...statements].map(([rows, count]) => `${count} for ${rows} rows`);
  return [
    `Medians of ${rounds.length} rounds; CPU in milliseconds for each answer`,
    '      /s  p50 ms  p99 ms CPU own  CPU DB',
    ...rows,
    'The hub in one process, ratios of each round, median:',
    ...ratios,
    `SQL statements of the hub: ${counts.join(', ')}: ${new Set(statements.values()).size === 1 ? 'constant' : 'NOT CONSTANT'}`,
  ];
}
