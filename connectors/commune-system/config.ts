import { z } from 'zod';
import { type AddressRules, addressRules, readRange } from './address.ts';

/** How commune systems are called, whichever they are. */
export interface CommuneConfig {
  addresses: AddressRules;
  timeoutMs: number;
  /** Messages under way to one system at the same time. */
  parallel: number;
}

type Environment = Record<string, string | undefined>;

const LOOPBACK = '127.0.0.1';

/** Reads `COMMUNE_SYSTEM_*`; every issue names the variable and what to write there. Each has a default. */
export const communeConfig = z.record(z.string(), z.string().optional()).transform((environment: Environment, context): CommuneConfig => {
  const report = (variable: string, fix: string) => context.addIssue({ code: 'custom', path: [variable], message: `${variable}: ${fix}` });
  const text = (variable: string, fallback: string) => environment[variable]?.trim() || fallback;
  const whole = (variable: string, rule: { fallback: string; most: number }) => {
    const value = text(variable, rule.fallback);
    if (!/^[1-9]\d{0,5}$/.test(value) || Number(value) > rule.most) report(variable, `set it to a whole number from 1 to ${rule.most}`);
    return Number(value);
  };
  // Only a sandbox has commune systems on its own machine.
  const own = environment['HUB_MODE'] === 'production' ? '' : LOOPBACK;
  const ranges = text('COMMUNE_SYSTEM_PRIVATE_ADDRESSES', own)
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '' && range !== 'none');
  for (const range of ranges) {
    if (readRange(range) === undefined) {
      report('COMMUNE_SYSTEM_PRIVATE_ADDRESSES', 'set it to addresses and ranges, e.g. 10.20.0.0/16,fd00:1::/64, or to none');
    }
  }
  return {
    addresses: addressRules(ranges.filter((range) => readRange(range) !== undefined)),
    timeoutMs: whole('COMMUNE_SYSTEM_TIMEOUT_MS', { fallback: '10000', most: 60_000 }),
    parallel: whole('COMMUNE_SYSTEM_PARALLEL', { fallback: '8', most: 100 }),
  };
});
