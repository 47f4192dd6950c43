import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongFirst from './tests/support/sequencer.ts';

export default defineConfig({
  // the ESM and the CommonJS build of graphql must not meet in one process
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  oxc: { decorator: { legacy: true } },
  test: {
    include: ['src/**/*.test.ts', 'connectors/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/bench/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    sequence: { sequencer: LongFirst },
    pool: 'forks',
    maxWorkers: Math.max(2, Math.min(4, availableParallelism())),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/support/reporter.ts'],
  },
});
