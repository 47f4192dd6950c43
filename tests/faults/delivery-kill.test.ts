import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PortalTask } from '../../connectors/contract/portal.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { createIntegrationHub, delivery, type IntegrationHub } from '../support/integration.ts';

const DOSSIERS = 120;

let test: IntegrationHub;
let portal: Server;
let processes: ChildProcess[];
/** Each dossier's sequence numbers as the portal has them; applied once, however often they come. */
let known: Map<string, string[]>;
let repeatedBlindly: string[];
let calls: PortalTask[][];
/** After this many calls the portal applies what it gets and never answers. */
let silentAfter: number;

beforeEach(async () => {
  test = await createIntegrationHub();
  processes = [];
  known = new Map();
  repeatedBlindly = [];
  calls = [];
  silentAfter = Number.POSITIVE_INFINITY;
  portal = createServer(async (request, response) => {
    const tasks = JSON.parse(await text(request)) as PortalTask[];
    calls.push(tasks);
    tasks.forEach(apply);
    if (calls.length <= silentAfter) response.end(JSON.stringify(tasks.map(({ id }) => ({ id, kind: 'delivered' }))));
  });
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL');
  portal.closeAllConnections();
  await new Promise((resolve) => portal.close(resolve));
  await test.stop();
});

function apply(task: PortalTask): void {
  const content =
    task.kind === 'steps' ? task.steps.map((step) => step.content).join() : 'dossier' in task ? (task.dossier.summary ?? '') : task.subject;
  const learned = known.get(task.subject) ?? [];
  if (!learned.includes(content)) known.set(task.subject, [...learned, content]);
  // A real connector looks when it is told to; without the sign it would have told the portal twice.
  else if (!task.look) repeatedBlindly.push(`${task.subject} ${content}`);
}

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/delivery-process.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: test.databaseUrl,
      PORTAL_URL: `http://127.0.0.1:${(portal.address() as AddressInfo).port}`,
      PII: test.keys.pii,
      INDEX: test.keys.index,
    },
    stdio: 'ignore',
  });
  processes.push(child);
  return child;
}

it('delivers everything once and in order although the process that delivers is killed in the middle of a call', async () => {
  silentAfter = 2;
  const killed = startWorker();
  const events = Array.from({ length: DOSSIERS }, (_, at) => ({
    subject: `H12.1-250930-${String(at).padStart(4, '0')}`,
    subjectId: newUuid(),
  })).flatMap((dossier) => [
    delivery({ ...dossier, sequence: 1 }),
    delivery({ ...dossier, sequence: 2, step: 'step 2' }),
    delivery({ ...dossier, sequence: 3, step: 'step 3' }),
  ]);
  await test.append(events);
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(silentAfter), { timeout: 60_000, interval: 20 });
  killed.kill('SIGKILL');
  silentAfter = Number.POSITIVE_INFINITY;
  startWorker();
  startWorker();
  await vi.waitFor(
    async () => {
      const [open] = await test.hub.db.query<{ count: number }>(
        `SELECT count(*) FROM integration.synchronization WHERE state <> 'DELIVERED'`,
      );
      expect(open?.count).toBe(0);
    },
    { timeout: 90_000, interval: 200 },
  );
  expect(known.size).toBe(DOSSIERS);
  expect([...known.values()].every((learned) => learned.join() === 'v1,step 2,step 3')).toBe(true);
  expect(repeatedBlindly).toEqual([]);
  expect(calls.flat().some(({ look }) => look)).toBe(true);
}, 180_000);
