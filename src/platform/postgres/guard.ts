import { type ChildProcess, spawn } from 'node:child_process';
import type { Account } from './account.ts';

/**
 * The shell stands between the hub and a program of PostgreSQL: when the hub ends, however it ends, the pipe on
 * its standard input closes and the program is told to stop. (`read` answers at the end of the pipe.)
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
( while read -r line <&3; do :; done; kill -INT "$program" ) &
watch=$!
exec 3<&-
wait "$program"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

/**
 * Starts a program that ends with this process. Ending the child's standard input tells it to stop (SIGINT). `output`: a
 * file's descriptor for both streams, or pipes.
 */
export function spawnGuarded(
  program: string,
  args: readonly string[],
  { account, output }: { account: Account | undefined; output: number | 'pipe' },
): ChildProcess {
  return spawn('/bin/sh', ['-c', GUARD, 'sh', program, ...args], {
    ...account,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    // its own process group: Ctrl-C is for the hub, which then stops its server in order
    detached: true,
    stdio: ['pipe', output, output],
  });
}
