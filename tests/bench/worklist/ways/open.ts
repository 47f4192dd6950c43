import type { Platform } from '../../../../src/platform/platform.ts';
import { openFoundation, openGround } from '../../../../src/roles/foundation.ts';
import { readConfig } from '../../../../src/roles/settings.ts';

/** The platform of a contender's process, as a role opens it. The process ends with its parent. */
export async function openWay(): Promise<Platform> {
  const { platform } = await openFoundation(await openGround(readConfig(), 'bench'));
  return platform;
}
