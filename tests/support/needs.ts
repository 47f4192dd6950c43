import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'vitest';
import { NOT_RUN } from './reporter.ts';

/** The path of the first of these programs that the machine has; undefined: none. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A suite that needs an outside program, whose path it is given. Where the machine lacks the program
 * the summary says `NOT RUN: needs <program>`, and under CI=true the suite fails. Several names are
 * alternatives, the first is the one to install.
 */
export function needs(programs: string | [string, ...string[]], name: string, suite: (program: string) => void): void {
  const names: [string, ...string[]] = typeof programs === 'string' ? [programs] : programs;
  const program = findProgram(...names);
  describe(name, () => {
    if (program !== undefined) {
      suite(program);
      return;
    }
    const title = `${NOT_RUN}${names[0]}`;
    test(title, (context) => {
      if (process.env['CI'] !== 'true') context.skip();
      throw new Error(`${names[0]} is not installed; .ci/run installs it`);
    });
  });
}
