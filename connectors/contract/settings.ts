import type { z } from 'zod';
import type { FeeTerms } from './money.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a connector's variables; every issue names the variable and what to write there. */
export class Settings {
  readonly #environment: Environment;
  readonly #context: z.RefinementCtx;

  constructor(environment: Environment, context: z.RefinementCtx) {
    this.#environment = environment;
    this.#context = context;
  }

  report(variable: string, fix: string): void {
    this.#context.addIssue({ code: 'custom', path: [variable], message: `${variable}: ${fix}` });
  }

  text(variable: string): string | undefined {
    return this.#environment[variable]?.trim() || undefined;
  }

  /** A value of a given form; '' and an issue where it is missing or not usable. */
  matching(variable: string, rule: { pattern: RegExp; fix: string; fallback?: string }): string {
    const value = this.text(variable) ?? rule.fallback;
    if (value === undefined) this.report(variable, `missing; set it to ${rule.fix}`);
    else if (!rule.pattern.test(value)) this.report(variable, `not usable; set it to ${rule.fix}`);
    return value ?? '';
  }

  /** An http(s) address without a query; one without a path gets `path`. */
  url(variable: string, { path = '', fix }: { path?: string; fix: string }): string {
    const value = this.text(variable);
    const parsed = value === undefined ? null : URL.parse(value);
    if (value === undefined) this.report(variable, `missing; set it to ${fix}`);
    else if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.username !== '') {
      this.report(variable, `not a plain http(s) address; set it to ${fix}`);
    }
    return parsed === null ? '' : `${parsed.origin}${parsed.pathname === '/' ? path : parsed.pathname.replace(/\/+$/, '')}`;
  }

  /** The same, where it may be left out. */
  optionalUrl(variable: string, fix: string): string | undefined {
    return this.text(variable) === undefined ? undefined : this.url(variable, { fix: `${fix}, or leave it out` });
  }

  /** A secret that somebody else must bring; undefined where none is set. */
  optionalSecret(variable: string): string | undefined {
    const given = this.text(variable);
    if (given === undefined || /^[\x21-\x7e]{24,}$/.test(given)) return given;
    this.report(variable, 'not usable; set at least 24 characters without accents or spaces, e.g. openssl rand -base64 32');
    return undefined;
  }

  /** A whole number; undefined where it is left out. */
  whole(variable: string, most: number): number | undefined {
    if (this.text(variable) === undefined) return undefined;
    const value = this.matching(variable, { pattern: /^\d{1,9}$/, fix: `a whole number from 0 to ${most}, or leave it out` });
    if (Number(value) > most) this.report(variable, `too large; set it to a whole number from 0 to ${most}, or leave it out`);
    return Number(value);
  }

  /** Milliseconds to wait for an answer. */
  timeout(variable: string, fallback: number): number {
    return Number(this.matching(variable, { pattern: /^[1-9]\d{1,5}$/, fix: 'milliseconds, 10 to 999999', fallback: String(fallback) }));
  }

  /** What a contract lets the provider keep, out of `<prefix>_FEE_…`; undefined: not told, and then no fee of a statement is doubted. */
  fee(prefix: string): FeeTerms | undefined {
    const fixed = this.whole(`${prefix}_FEE_FIXED`, 1_000_000);
    const ratePpm = this.whole(`${prefix}_FEE_RATE_PPM`, 1_000_000);
    const vatPercent = this.whole(`${prefix}_FEE_VAT_PERCENT`, 100);
    if (fixed === undefined && ratePpm === undefined && vatPercent === undefined) return undefined;
    return { fixed: fixed ?? 0, ratePpm: ratePpm ?? 0, vatPercent: vatPercent ?? 0 };
  }
}

/** Addresses that only ever belong to a simulator or a public test system, each with what to do. */
export function sandboxAddresses(addresses: Readonly<Record<string, string | undefined>>, sandbox: RegExp): string[] {
  return Object.entries(addresses).flatMap(([name, url = '']) => {
    if (/^https?:\/\/(?:localhost|127\.|\[::1\])/i.test(url)) return [`${name} names this machine; set it to the provider's own address`];
    return sandbox.test(url) ? [`${name} names the provider's sandbox; set it to the production address`] : [];
  });
}
