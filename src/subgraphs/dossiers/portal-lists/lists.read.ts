import type { PortalServiceLevel } from '../../../../connectors/contract/portal.catalogue.ts';
import { keptFor } from '../../../platform/kept.ts';
import type { Platform } from '../../../platform/platform.ts';

/** A public service (dịch vụ công): what the portal offers of a procedure. */
export interface PublicService {
  code: string;
  name: string;
  publisher: string;
  agencies: { code: string; level: PortalServiceLevel | null }[];
}

interface Known {
  services: ReadonlyMap<string, readonly PublicService[]>;
  /** Undefined: the list was never taken, so that nothing can be said of a code. */
  agencies: ReadonlySet<string> | undefined;
  fields: ReadonlySet<string> | undefined;
}

const KEPT_MS = 60_000;
const kept = keptFor(KEPT_MS, readKnown);

/** Forgets the kept lists, after they were taken anew. */
export function forgetPortalLists(hub: Platform): void {
  kept.forget(hub);
}

/** What the portal's lists say, as of a minute ago at most. */
export function portalLists(hub: Platform): Promise<Known> {
  return kept.of(hub);
}

async function readKnown({ db }: Platform): Promise<Known> {
  const codes = await db.query<{ list: string; codes: string[] }>(
    `SELECT list, array_agg(code) AS codes FROM dossiers.portal_list_row WHERE list IN ('AGENCIES', 'FIELDS') GROUP BY list`,
  );
  const of = (list: string) => {
    const found = codes.find((each) => each.list === list);
    return found === undefined ? undefined : new Set(found.codes);
  };
  return { services: await readServices(db), agencies: of('AGENCIES'), fields: of('FIELDS') };
}

async function readServices(db: Platform['db']): Promise<Map<string, PublicService[]>> {
  const rows = await db.query<PublicService & { procedure: string }>(
    `SELECT code, name, about ->> 'procedure' AS procedure, about ->> 'publisher' AS publisher, about -> 'agencies' AS agencies
     FROM dossiers.portal_list_row WHERE list = 'PUBLIC_SERVICES' ORDER BY code`,
  );
  const services = new Map<string, PublicService[]>();
  for (const { procedure, ...service } of rows) services.set(procedure, [...(services.get(procedure) ?? []), service]);
  return services;
}
