import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { QueueLocation } from '../../src/platform/jobs/backend.ts';
import { defineJob, type JobDefinition } from '../../src/platform/jobs/job.ts';
import { openQueues, type Queues } from '../../src/platform/jobs/queues.ts';
import { startWorkers, type Workers } from '../../src/platform/jobs/workers.ts';
import type { Platform } from '../../src/platform/platform.ts';

/** What a queue is run on, and how to lose all of it. */
export interface QueueServer {
  location: QueueLocation;
  lose(): Promise<void>;
  stop(): Promise<void>;
}

interface Input {
  key: string;
}

const input = z.object({ key: z.string().min(1) });

/** The behavior that jobs rely on: the same whatever the queue is kept in. */
export function queueSuite(start: () => Promise<QueueServer>): void {
  let server: QueueServer;
  let queues: Queues;
  let started: Workers[];
  let ran: string[];
  let lines: string[];

  const platform = () =>
    ({ log: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }), wakeUps: queues }) as unknown as Platform;

  function job(parts: Partial<JobDefinition<Input>> = {}): JobDefinition<Input> {
    return defineJob<Input>({
      name: 'test.job',
      input,
      key: ({ key }) => key,
      attempts: 3,
      backoffMs: 10,
      async run(_, { key }) {
        ran.push(key);
      },
      ...parts,
    });
  }

  async function work(...jobs: JobDefinition<Input>[]): Promise<Workers> {
    const workers = await startWorkers(platform(), jobs, server.location);
    started.push(workers);
    await workers.ready();
    return workers;
  }

  const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 20 });

  beforeEach(async () => {
    server = await start();
    started = [];
    ran = [];
    lines = [];
    queues = await openQueues({ ...server.location, log: platform().log });
  });

  afterEach(async () => {
    for (const workers of started) await workers.stop();
    await queues.close();
    await server.stop();
  });

  it('runs what was woken, also before any worker was there', async () => {
    await queues.wake(job(), { key: 'early' });
    await work(job());
    await queues.wake(job(), { key: 'late' });
    await until(() => expect(ran.toSorted()).toEqual(['early', 'late']));
    await expect(queues.ping()).resolves.toBeUndefined();
  });

  it('lets equal wake-ups wait once, and runs again after one that came during the run', async () => {
    let release: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      release = resolve;
    });
    let together = 0;
    let most = 0;
    const slow = job({
      async run(_, { key }) {
        together += 1;
        most = Math.max(most, together);
        ran.push(key);
        if (ran.length === 1) await first;
        together -= 1;
      },
    });
    for (let at = 0; at < 20; at += 1) await queues.wake(slow, { key: 'a' });
    await work(slow);
    await until(() => expect(ran).toHaveLength(1));
    await Promise.all(Array.from({ length: 200 }, () => queues.wake(slow, { key: 'a' })));
    release();
    await until(() => expect(ran).toHaveLength(2));
    await queues.wake(slow, { key: 'b' });
    await until(() => expect(ran).toEqual(['a', 'a', 'b']));
    expect(most).toBe(1);
  });

  it('repeats a failed run as its declaration says, and then gives it up until the next wake-up', async () => {
    const failing = job({
      async run(_, { key }) {
        ran.push(key);
        throw new Error('no');
      },
    });
    await work(failing);
    await queues.wake(failing, { key: 'x' });
    await until(() => expect(ran).toHaveLength(3));
    await queues.wake(failing, { key: 'y' });
    await until(() => expect(ran).toEqual(['x', 'x', 'x', 'y', 'y', 'y']));
  });

  it('drops an input that the declaration refuses, naming the field and nothing of its content', async () => {
    await work(job());
    await queues.wake({ ...job(), key: () => 'bad' }, { key: '', secret: '096885123456' } as Input);
    await until(() => expect(lines.some((line) => line.includes('"fields":"key"'))).toBe(true));
    await queues.wake(job(), { key: 'good' });
    await until(() => expect(ran).toEqual(['good']));
    expect(lines.join('')).not.toContain('096885123456');
  });

  it('shares the work of several processes, each job once', async () => {
    await work(job());
    await work(job());
    const keys = Array.from({ length: 60 }, (_, at) => `k${at}`);
    await Promise.all(keys.map((key) => queues.wake(job(), { key })));
    await until(() => expect(ran).toHaveLength(60));
    expect(new Set(ran).size).toBe(60);
  });

  it('loses nothing with the whole queue: the schedule wakes again, without a restart', async () => {
    const waiting = new Set(['one', 'two']);
    const swept = job({
      schedule: { everyMs: 200, inputs: async () => [...waiting].map((key) => ({ key })) },
      async run(_, { key }) {
        ran.push(key);
        waiting.delete(key);
      },
    });
    await work(swept);
    await until(() => expect(waiting.size).toBe(0));
    await server.lose();
    waiting.add('three');
    await until(() => expect(ran).toContain('three'));
    await server.lose();
    await queues.wake(swept, { key: 'four' });
    await until(() => expect(ran).toContain('four'));
  });

  it('waits for the running job when it stops, and asks it to end', async () => {
    let ended = false;
    const long = job({
      async run(_, { key }, signal) {
        ran.push(key);
        while (!signal.aborted) await sleep(5);
        ended = true;
      },
    });
    const workers = await work(long);
    await queues.wake(long, { key: 'long' });
    await until(() => expect(ran).toEqual(['long']));
    await workers.stop();
    started = [];
    expect(ended).toBe(true);
  });

  it('never throws at the caller of a wake-up', async () => {
    await queues.close();
    await expect(queues.wake(job(), { key: 'x' })).resolves.toBeUndefined();
    expect(lines.some((line) => line.includes('did not reach the queue'))).toBe(true);
    queues = await openQueues({ ...server.location, log: platform().log });
  });
}
