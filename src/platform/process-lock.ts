import { createHash } from 'node:crypto';
import { createServer } from 'node:net';

/** Held until it is released or its process ends, however it ends. */
export interface ProcessLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of `subject` for this process, or answers undefined while another process has it.
 * It is a socket name in Linux's abstract namespace: the kernel frees it even after `kill -9`, so
 * there is no stale lock file to judge.
 */
export async function tryProcessLock(subject: string): Promise<ProcessLock | undefined> {
  const name = `\0provincial-hub:${createHash('sha256').update(subject).digest('hex')}`;
  const server = createServer((socket) => socket.destroy());
  const held = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(name, () => resolve(true));
  });
  if (!held) return undefined;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
