import pg from 'pg';

/** Runs work and answers the text of every SQL statement that this process sent meanwhile, whichever subgraph sent it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const prototype = pg.Client.prototype as { query: (...parameters: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...parameters: unknown[]) {
    const [first] = parameters;
    sent.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text));
    return original.apply(this, parameters);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return sent;
}
