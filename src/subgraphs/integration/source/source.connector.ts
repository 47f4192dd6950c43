import type { CommunePort } from '../../../../connectors/contract/commune.ts';
import type { Platform } from '../../../platform/platform.ts';

/** The connector through which all commune systems are reached; each of them is shown as one of its own. */
const FOLDER = 'commune-system';
const PREFIX = `${FOLDER}:`;

/** Under which connector deliveries to a source stand, so that each is paused, tried and counted by itself. */
export function connectorOf(source: string): string {
  return `${PREFIX}${source}`;
}

/** The source behind a connector; undefined: the connector is no commune system. */
export function sourceOf(connector: string): string | undefined {
  return connector.startsWith(PREFIX) ? connector.slice(PREFIX.length) : undefined;
}

/** The installed connector that a connector's id stands on: several sources share one. */
export function installedId(connector: string): string {
  return sourceOf(connector) === undefined ? connector : FOLDER;
}

/** How commune systems are called; undefined: the connector is not installed or lacks settings. */
export function communePort({ connectors }: Pick<Platform, 'connectors'>): CommunePort | undefined {
  return connectors.all.find(({ kind }) => kind === 'COMMUNE')?.port as CommunePort | undefined;
}
