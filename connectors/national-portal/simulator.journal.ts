import { appendFileSync, createReadStream, existsSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const FILE = 'national-portal.simulator.jsonl';

/** What the simulated portal has carried out, one call a line, so that it remembers across its own end as the real one does. */
export interface Journal {
  /** Written before the call is answered: an acknowledged call survives the process. */
  append(call: Record<string, unknown>): void;
  clear(): void;
}

/** Opens the journal in `directory` and hands each call in it to `replay`, oldest first. A last line that was only half written is dropped. */
export async function openJournal(directory: string, replay: (call: unknown) => void): Promise<Journal> {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, FILE);
  let whole = 0;
  if (existsSync(path)) {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      const call = parseLine(line);
      if (call === undefined) break;
      replay(call);
      whole += Buffer.byteLength(line) + 1;
    }
    truncateSync(path, whole);
  }
  return {
    // Its owner's alone: what the portal is told of people stands in it.
    append: (call) => appendFileSync(path, `${JSON.stringify(call)}\n`, { mode: 0o600 }),
    clear: () => rmSync(path, { force: true }),
  };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A process that was killed while it wrote leaves this.
    return undefined;
  }
}
