import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's on the internet: this machine, the house, a provider's inside, documentation, groups. */
const INNER: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // Those that carry an address of the other kind inside are shut as a whole, but for ::ffff:0:0/96, which is judged by that address.
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['100::/64', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/** Code of the error by which a connection is refused before it is made. */
export const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

/** To which addresses the hub connects when somebody else names them. */
export interface AddressRules {
  /** Whether an installation's setting names the address. */
  isAllowed(address: string): boolean;
  /** Whether a message may go there: encrypted to any public address, and to those that the setting names in any way. */
  mayReach(address: string, encrypted: boolean): boolean;
}

/** An address or a range in CIDR form; undefined: it is neither. */
export function readRange(text: string): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const longest = version === 4 ? 32 : 128;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return undefined;
  const length = prefix === undefined ? longest : Number(prefix);
  return length > longest ? undefined : { address, prefix: length, family: version === 4 ? 'ipv4' : 'ipv6' };
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of ranges) {
    const range = readRange(text);
    if (range !== undefined) list.addSubnet(range.address, range.prefix, range.family);
  }
  return list;
}

const inner = listOf(INNER);
const holds = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Rules that let the given private addresses and ranges through. */
export function addressRules(allowed: readonly string[]): AddressRules {
  const list = listOf(allowed);
  const isAllowed = (address: string) => holds(list, address);
  return { isAllowed, mayReach: (address, encrypted) => isAllowed(address) || (encrypted && !holds(inner, address)) };
}

/** The host of an address as a plain IP address; undefined: it is a name. */
export function literalOf(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? undefined : host;
}

/**
 * Resolves names for a connection and hands on only what may be reached: what is checked is what is connected to, so that a name
 * which changes its mind in between gains nothing.
 */
export function guardedLookup(rules: AddressRules, encrypted: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      const fit = found.filter(({ address }) => rules.mayReach(address, encrypted));
      const [first] = fit;
      if (first === undefined) return callback(refused(hostname), '', 0);
      if (options.all === true) callback(null, fit);
      else callback(null, first.address, first.family);
    });
  };
}

/** The error of an address that is not connected to. */
export function refused(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} is an inner address, or not encrypted`), { code: ADDRESS_REFUSED });
}

/** All addresses of a name; none where it can't be resolved now. */
export function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve) => {
    lookup(hostname, { all: true }, (error, found) => resolve(error === null ? found : []));
  });
}
