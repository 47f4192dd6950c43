type Report = (variable: string, fix: string) => void;

/** Reads one variable after the other; an empty one counts as unset. What is wrong is reported and read on. */
export class Reader {
  readonly #environment: Record<string, string | undefined>;
  readonly #prefix: string;
  readonly #report: Report;

  constructor(environment: Record<string, string | undefined>, prefix: string, report: Report) {
    this.#environment = environment;
    this.#prefix = prefix;
    this.#report = report;
  }

  /** The same environment under another prefix. */
  with(prefix: string): Reader {
    return new Reader(this.#environment, prefix, this.#report);
  }

  /** `fix` says what to write instead. */
  wrong(name: string, fix: string): void {
    this.#report(this.#prefix + name, fix);
  }

  text(name: string): string | undefined {
    const value = this.#environment[this.#prefix + name]?.trim();
    return value === '' ? undefined : value;
  }

  /** `what` is to be set there, where `needed`. */
  needed(name: string, needed: boolean, what: string): string {
    const value = this.text(name);
    if (needed && value === undefined) this.wrong(name, `missing; set it to ${what}`);
    return value ?? '';
  }

  url(name: string, what: string): string {
    const value = this.needed(name, true, what);
    const parsed = URL.parse(value);
    if (value !== '' && (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.username !== '')) {
      this.wrong(name, 'not a plain http(s) address; write scheme, host, port and path only');
    }
    return value;
  }

  path(name: string, fallback: string): string {
    const value = this.text(name) ?? fallback;
    if (!/^\/[^\s?#]*$/.test(value)) this.wrong(name, `not a path; begin it with "/", e.g. ${fallback}`);
    return value;
  }

  whole(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.wrong(name, `not a whole number from ${min} to ${max}; leave it out for ${fallback}`);
    return fallback;
  }

  choice<const T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const value = this.text(name);
    const chosen = choices.find((each) => each === value);
    if (value !== undefined && chosen === undefined) this.wrong(name, `must be one of ${choices.join(', ')}`);
    return chosen ?? choices[0];
  }

  list(name: string, fallback: string, { separator = '|', length }: { separator?: string; length?: number } = {}): string[] {
    const parts = (this.text(name) ?? fallback).split(separator).map((part) => part.trim());
    if (parts.every((part) => part !== '') && (length === undefined || parts.length === length)) return parts;
    this.wrong(name, `must be ${length ?? 'one or more'} texts separated by "${separator}", e.g. ${fallback}`);
    return fallback.split(separator);
  }

  /** `name=number` parts, e.g. lengths by field. */
  numbers(name: string): Record<string, number> {
    const parts = (this.text(name) ?? '').split(',').filter((part) => part.trim() !== '');
    const pairs = parts.map((part) => /^\s*(\w+)\s*=\s*([1-9]\d{0,6})\s*$/.exec(part));
    if (pairs.some((pair) => pair === null)) this.wrong(name, 'must be names with whole numbers, e.g. TenTTHC=500,ChuHoSo=200');
    return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', Number(pair[2])]])));
  }
}
