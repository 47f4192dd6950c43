/** A setting that can't be used; the message names the variable and the fix, Vietnamese first, then English. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** What is wrong with a setting, in both languages, as one text: a line each, without the variable's name. */
export function both(vietnamese: string, english: string): string {
  return `${vietnamese}\n${english}`;
}

/** The same with the variable's name before each line. */
export function named(variable: string, text: string): string {
  return text
    .split('\n')
    .map((line) => `${variable}: ${line}`)
    .join('\n');
}
