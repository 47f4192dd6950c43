import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './run.ts';

/** Reads `--name value` options. Throws UsageError with the usage for any other. */
export function readOptions<const Name extends string>(
  args: string[],
  names: readonly Name[],
  usage: string,
): { values: Partial<Record<Name, string>>; positionals: string[] } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as NonNullable<ParseArgsConfig['options']>;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return { values: values as Partial<Record<Name, string>>, positionals };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nnpm run hub -- ${usage}`);
  }
}
