import { type FileHandle, mkdir, open, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newUuid } from './ids.ts';

/** The folder below the data directory where what comes in lies, in files without a name, until it is known to be whole. */
export const INCOMING = 'incoming';

const CHUNK = 256 * 1_024;

/** A file that came in and can be read again, as often as needed. */
export interface Spool {
  /** Passes the source's bytes on, keeping each before it is handed over. */
  filling(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void>;
  /** Keeps all that a source has. */
  keep(source: AsyncIterable<string>): Promise<void>;
  /** What was kept. */
  again(): AsyncGenerator<Uint8Array, void, void>;
}

/**
 * Lends a place on the disk to what comes in at its sender's pace, so that the database need not wait for that. The file has no
 * name from the beginning: whatever happens to the process, nothing of it stays.
 */
export async function withSpool<T>(folder: string, use: (spool: Spool) => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, newUuid());
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    return await use({ filling: (source) => fill(file, source), keep: (source) => writeFile(file, source), again: () => read(file) });
  } finally {
    await file.close();
  }
}

async function* fill(file: FileHandle, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let at = 0;
  for await (const chunk of source) {
    await writeAll(file, chunk, at);
    at += chunk.byteLength;
    yield chunk;
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < chunk.byteLength; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done, at + done);
    done += bytesWritten;
  }
}

async function* read(file: FileHandle): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
