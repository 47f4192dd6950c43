import { spawnSync } from 'node:child_process';

/** The system account that PostgreSQL runs under. */
export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; this account (nobody) exists on every Linux and owns nothing. */
export const NOBODY: Account = { uid: 65_534, gid: 65_534 };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether `account` can enter `folder`. The kernel is asked, because rights alone don't tell of access lists. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether the program answers `--version` under `account`: reachable, its libraries found, made for this machine. */
export function canRun(program: string, account: Account | undefined): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
