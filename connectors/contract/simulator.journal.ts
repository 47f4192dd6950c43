import { appendFileSync, closeSync, createReadStream, existsSync, fstatSync, ftruncateSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a simulator has carried out, one JSON value a line, so that it remembers across its own end as the real system does. */
export interface Journal {
  /** Write before the call is answered: what was acknowledged then survives the process, however that ends. Throws where the disk takes no more. */
  append(...entries: readonly unknown[]): void;
  /** Forgets everything, on the disk too. */
  clear(): void;
  /** Lets go of the file; the next `append` takes it up again. */
  close(): void;
}

const CHUNK = 1_024 * 1_024;
const NEWLINE = 0x0a;
/** Its owner's alone: what an outside system is told of people stands in it. */
const MODE = 0o600;

/**
 * Opens the journal at `path` and hands each entry to `replay`, oldest first. A last line that was only half written is
 * dropped. Throws an Error that names file and line for any other line that is no JSON.
 */
export async function openJournal(path: string, replay: (entry: unknown) => void): Promise<Journal> {
  mkdirSync(dirname(path), { recursive: true });
  const { whole, size: seen } = existsSync(path) ? await read(path, replay) : { whole: 0, size: 0 };
  let torn = whole < seen;
  let descriptor: number | undefined;
  const opened = () => {
    const fd = openSync(path, 'a', MODE);
    // Cut off by the first append, and only what was seen: a process that merely looks does no harm to one that writes.
    if (torn && fstatSync(fd).size === seen) ftruncateSync(fd, whole);
    torn = false;
    return fd;
  };
  const close = () => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  return {
    append(...entries) {
      if (entries.length === 0) return;
      descriptor ??= opened();
      const { size } = fstatSync(descriptor);
      try {
        appendFileSync(descriptor, textOf(entries));
      } catch (error) {
        // A half-written line in the middle would take the next one with it.
        ftruncateSync(descriptor, size);
        throw error;
      }
    },
    clear() {
      close();
      rmSync(path, { force: true });
    },
    close,
  };
}

/** Puts a journal of `entries` in the place of the one at `path`: after a crash there is the old one or the new one, whole. */
export async function replaceJournal(path: string, entries: Iterable<unknown>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.new`;
  try {
    const file = await open(temporary, 'w', MODE);
    try {
      for (const text of texts(entries)) await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Hands on the entries; gives the bytes of the whole lines and of all. Lines end with LF alone: JSON text may hold other line separators. */
async function read(path: string, replay: (entry: unknown) => void): Promise<{ whole: number; size: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let whole = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let to = bytes.indexOf(NEWLINE); to >= 0; to = bytes.indexOf(NEWLINE, from)) {
      line += 1;
      replay(parse(bytes.toString('utf8', from, to), { path, line }));
      from = to + 1;
    }
    whole += from;
    rest = bytes.subarray(from);
  }
  return { whole, size: whole + rest.length };
}

function parse(text: string, at: { path: string; line: number }): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${at.path}, line ${at.line}: damaged; remove the file, and the simulator begins anew`, { cause });
  }
}

function* texts(entries: Iterable<unknown>): Generator<string> {
  let text = '';
  for (const entry of entries) {
    text += textOf([entry]);
    if (text.length < CHUNK) continue;
    yield text;
    text = '';
  }
  yield text;
}

function textOf(entries: readonly unknown[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
