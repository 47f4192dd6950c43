import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP, isIPv4 } from 'node:net';
import type { HubConfig } from '../../../platform/config/config.ts';

/** Who the portal's own calls may come from, as far as it is set. */
export type InboundSettings = Pick<HubConfig, 'mode'> & { portalInbound: { secret: string | undefined; addresses: readonly string[] } };

/** The call as its connection shows it. */
export interface Calling {
  authorization: string | undefined;
  /** Of the connection itself: what a header says of it anybody can write. */
  address: string | undefined;
}

/** Whether the call may be the portal's. Each thing that is set must hold; where nothing is set, only a sandbox believes everybody. */
export function isPortal({ mode, portalInbound: { secret, addresses } }: InboundSettings, { authorization, address }: Calling): boolean {
  if (secret === undefined && addresses.length === 0) return mode !== 'production';
  if (secret !== undefined && !isEqual(authorization ?? '', `Bearer ${secret}`)) return false;
  return addresses.length === 0 || isAmong(addresses, plain(address ?? ''));
}

/** Takes as long for a wrong secret as for the right one, whatever their lengths. */
function isEqual(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function isAmong(addresses: readonly string[], address: string): boolean {
  if (isIP(address) === 0) return false;
  const list = new BlockList();
  for (const each of addresses) {
    const [base = '', bits] = each.split('/');
    if (bits === undefined) list.addAddress(base, familyOf(base));
    else list.addSubnet(base, Number(bits), familyOf(base));
  }
  return list.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6');

/** An IPv4 address that came over a socket for both. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
