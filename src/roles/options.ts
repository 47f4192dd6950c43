import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './run.ts';

/** What may stand on a command's line. */
export interface LineShape<Name extends string> {
  /** Names of `--name value` options. */
  options?: readonly Name[];
  /** How many words may stand without a name; 0 by default. */
  words?: number;
  /** Shown where the line is wrong. */
  usage: string;
}

/** Reads a command's line. Throws UsageError with the usage for anything else than what may stand there. */
export function readOptions<const Name extends string>(
  args: string[],
  { options: names = [], words = 0, usage }: LineShape<Name>,
): { values: Partial<Record<Name, string>>; positionals: string[] } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as NonNullable<ParseArgsConfig['options']>;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [surplus] = positionals.slice(words);
    if (surplus !== undefined) throw new TypeError(`Unexpected argument ${JSON.stringify(surplus)}`);
    return { values: values as Partial<Record<Name, string>>, positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`Tham số không hợp lệ. / ${error.message.split('. To specify')[0]}\nnpm run hub -- ${usage}`);
  }
}
