import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../../src/roles/settings.ts';
import type { LoadCommand, LoadReport } from './load.ts';
import type { WorklistRequest } from './requests.ts';

/** The process that asks, so that asking takes no time from who answers or who counts. */
export interface Generator {
  pid: number | undefined;
  /** Asks each request once and remembers the answers; throws where one is not what the database holds. */
  know(name: string, url: string, requests: readonly WorklistRequest[]): Promise<string[]>;
  /** Asks once, whatever the answer is. */
  once(url: string, request: WorklistRequest): Promise<string>;
  /** Asks for a while on several connections; throws at the first answer that is not right. */
  run(name: string, milliseconds: number, connections: number): Promise<Extract<LoadReport, { answers: number }>>;
  stop(): Promise<void>;
}

export function startGenerator(): Generator {
  const child = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), [], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the load generator ended')));
  // Whoever asks is told; when nobody does, it ended because it was stopped.
  ended.catch(() => undefined);
  const ask = async (command: LoadCommand): Promise<LoadReport> => {
    child.send(command);
    const [report] = (await Promise.race([once(child, 'message'), ended])) as [LoadReport];
    if ('failed' in report) throw new Error(report.failed);
    return report;
  };
  return {
    pid: child.pid,
    async know(name, url, requests) {
      const report = await ask({ do: 'know', name, url, requests: [...requests] });
      if ('texts' in report) return report.texts;
      throw new Error('no texts');
    },
    async once(url, request) {
      const report = await ask({ do: 'once', name: url, url, request });
      if ('texts' in report) return report.texts.join('');
      throw new Error('no text');
    },
    async run(name, milliseconds, connections) {
      const report = await ask({ do: 'run', name, milliseconds, connections });
      if ('answers' in report) return report;
      throw new Error('no answers');
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const stopped = once(child, 'exit');
      child.kill('SIGTERM');
      await stopped;
    },
  };
}
