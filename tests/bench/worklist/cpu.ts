import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of CPU that the processes below this one have used. */
export interface CpuLook {
  database: ReadonlyMap<number, number>;
  others: ReadonlyMap<number, number>;
}

/** One tick of /proc, in milliseconds: 100 a second on every Linux that Node runs on. */
const TICK_MS = 10;

interface Stat {
  program: string;
  parent: number;
  milliseconds: number;
}

/** PostgreSQL's processes below this one, and all others but `except`; undefined where the system has no /proc. */
export function lookAtCpu(except: number | undefined): CpuLook | undefined {
  const table = new Map<number, Stat>();
  for (const name of readProcesses()) {
    const stat = readStat(name);
    if (stat !== undefined) table.set(Number(name), stat);
  }
  if (table.size === 0) return undefined;
  const look = { database: new Map<number, number>(), others: new Map<number, number>() };
  for (const [pid, { program, milliseconds }] of table) {
    if (pid === except || pid === process.pid || !isBelow(table, pid)) continue;
    (program === 'postgres' ? look.database : look.others).set(pid, milliseconds);
  }
  return look;
}

/** Milliseconds used between two looks; a process that began meanwhile counts whole. */
export function cpuBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [pid, milliseconds] of after) sum += milliseconds - (before.get(pid) ?? 0);
  return sum;
}

function isBelow(table: ReadonlyMap<number, Stat>, pid: number): boolean {
  for (let at = table.get(pid)?.parent; at !== undefined && at > 1; at = table.get(at)?.parent) if (at === process.pid) return true;
  return false;
}

function readProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    // Another system than Linux: the benchmark goes without.
    return [];
  }
}

function readStat(pid: string): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It ended between the listing and the reading.
    return undefined;
  }
  // The name stands in brackets and may hold anything; fields after it are counted from its end.
  const [from, to] = [text.indexOf('('), text.lastIndexOf(')')];
  const fields = text.slice(to + 2).split(' ');
  return {
    program: text.slice(from + 1, to),
    parent: Number(fields[1]),
    milliseconds: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
  };
}
