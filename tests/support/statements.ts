import pg from 'pg';

/** A statement as it went to PostgreSQL. */
export interface Sent {
  text: string;
  values: unknown[];
}

/** Runs work and answers the text of every SQL statement that this process sent meanwhile, whichever subgraph sent it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await sentBy(work)).map(({ text }) => text);
}

/** The same with the values. */
export async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const prototype = pg.Client.prototype as { query: (...parameters: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...parameters: unknown[]) {
    const [first, second] = parameters;
    if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] });
    else sent.push({ text: String((first as { text?: unknown }).text), values: (first as { values?: unknown[] }).values ?? [] });
    return original.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent;
}
