import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Profile, type ProfileSource, profileRule } from './profile.ts';
import { PROFILES, type ProfileChoices } from './profiles.ts';

/** `DongBoHoSoMC.insert=/them?dv={agency}`: a service of which an installation knows another address. */
const PATH = /^(\w+(?:\.(?:insert|update))?)=(\/\S*)$/;

/** The profile of a name or a file. Gives what is wrong, and what to write instead, as a text. */
export function loadProfile(named: string, choices: ProfileChoices): Profile | string {
  const source = PROFILES[named]?.(choices) ?? readProfile(named);
  if (typeof source === 'string') return source;
  const parsed = profileRule.safeParse(source);
  return parsed.success ? parsed.data : `${named} is no profile: ${z.prettifyError(parsed.error).replace(/\s+/g, ' ')}`;
}

/** Services that only read: where a profile knows none of them, they are asked for as its list of procedures is. */
const LISTING = /^Lay[A-Z]\w*$/;

/** The profile with addresses that an installation has elsewhere, or what is wrong with an entry. */
export function withPaths(profile: Profile, entries: readonly string[]): Profile | string {
  const services = { ...profile.services };
  for (const entry of entries) {
    const [, name = '', path = ''] = PATH.exec(entry) ?? [];
    const alike = LISTING.test(name) && services['LayDanhSachTTHC'];
    const base = services[name] || services[name.replace(/\..*/, '')] || services['*'] || alike;
    if (!base) return `${entry} names no service of profile ${profile.name}; write Service=/path, e.g. DongBoHoSoMC.insert=/them`;
    services[name] = { ...base, path };
  }
  return { ...profile, services };
}

function readProfile(file: string): ProfileSource | string {
  if (!file.endsWith('.json')) return `must be one of ${Object.keys(PROFILES).join(', ')}, or the path of a profile's .json file`;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProfileSource;
  } catch (error) {
    return `${file} can't be read as JSON: ${error instanceof Error ? error.message : 'no reason given'}`;
  }
}
