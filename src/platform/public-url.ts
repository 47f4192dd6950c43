import type { Platform } from './platform.ts';

/** Where people reach the hub: HUB_PUBLIC_URL behind a proxy, else the address that it listens on. Without a slash at its end. */
export function publicUrl({ config }: Pick<Platform, 'config'>): string {
  return config.env['HUB_PUBLIC_URL']?.replace(/\/$/, '') ?? `http://${config.host}:${config.port}`;
}
