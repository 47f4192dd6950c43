import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** How the name of a test begins that stands for a suite which could not run. */
export const NOT_RUN = 'NOT RUN: needs ';

/** What a run came to; `notRun` has one line for each suite whose outside program is missing. */
export interface RunSummary {
  passed: number;
  failed: number;
  notRun: string[];
}

/** Counts the tests and names the suites that a missing program kept from running; for the file that HUB_TEST_SUMMARY names, or else for the reader. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const summary = summarize(modules, errors.length);
    const file = process.env['HUB_TEST_SUMMARY'];
    if (file !== undefined && file !== '') {
      writeFileSync(file, JSON.stringify(summary));
      return;
    }
    for (const line of summary.notRun) console.log(line);
    console.log(`${summary.passed} passed, ${summary.failed} failed`);
  }
}

function summarize(modules: readonly TestModule[], faults: number): RunSummary {
  const summary: RunSummary = { passed: 0, failed: faults, notRun: [] };
  for (const module of modules) {
    let failures = 0;
    for (const test of module.children.allTests()) {
      const state = test.result().state;
      if (state === 'passed') summary.passed += 1;
      if (state === 'failed') failures += 1;
      const reason = test.name.startsWith(NOT_RUN) ? test.name : undefined;
      if (reason !== undefined && state === 'skipped') summary.notRun.push(`${reason} (${relative(process.cwd(), module.moduleId)})`);
    }
    // a file that can't be loaded has no failed test
    summary.failed += failures === 0 && module.state() === 'failed' ? 1 : failures;
  }
  return summary;
}
