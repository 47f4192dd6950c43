import { NOBODY, type Viewer } from '../../../platform/auth/viewer.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { upstreamUnavailable } from '../../../platform/errors.ts';
import { createContext } from '../../../platform/graphql/context.ts';
import type { DossierFilter } from '../../../platform/graphql/dossier-filter.ts';
import type { BatchWanted, ResendChoice, ResendCursor, ResendRequester } from '../../../platform/jobs/resend-wakeup.ts';
import type { Platform } from '../../../platform/platform.ts';
import { visibilityOf } from '../dossier.access.ts';
import { filterConditions, sightConditions, Values } from '../dossier.filter.ts';
import { COLUMNS } from '../dossier.list.ts';
import type { DossierRow } from '../dossier.row.ts';
import { holdersOf } from '../number.search.ts';
import { unitDirectory } from '../units.ts';
import { chooseByChance, compared, SENT } from './chance.ts';

const INSTANTS = ['submittedFrom', 'submittedTo', 'dueBefore'] as const;

/** The next dossiers of a request by their row keys, and where the one after them begins; null: there is none. */
export async function chooseDossiers(
  hub: Platform,
  { wanted, choice }: { wanted: BatchWanted; choice: ResendChoice },
): Promise<{ ids: string[]; after: ResendCursor | null }> {
  if ('sample' in choice && choice.sample !== null) return { ids: await chooseByChance(hub, wanted.limit), after: null };
  const values = new Values();
  const where = await whereOf(hub, { wanted, choice }, values);
  if (wanted.after !== null)
    where.push(`(d.submitted_at, d.id) > (${values.add(wanted.after.at)}::timestamptz, ${values.add(wanted.after.id)}::uuid)`);
  const page = await hub.db.query<{ id: string; at: string }>(
    `SELECT d.id, d.submitted_at::text AS at FROM dossiers.dossier d WHERE ${where.join(' AND ')}
     ORDER BY d.submitted_at, d.id LIMIT ${wanted.limit}`,
    values.list,
  );
  const last = page.length === wanted.limit ? page.at(-1) : undefined;
  return { ids: page.map(({ id }) => id), after: last ?? null };
}

/** Dossiers as they are now, in the order of their codes; `lock`: locked as an ingest locks them. */
export function readDossiers(sql: Queryable, ids: readonly string[], lock?: 'lock'): Promise<DossierRow[]> {
  return sql.query<DossierRow>(
    `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.id = ANY($1::uuid[]) ORDER BY d.code ${lock === undefined ? '' : 'FOR UPDATE'}`,
    [ids],
  );
}

async function whereOf(
  hub: Platform,
  { wanted, choice }: { wanted: BatchWanted; choice: ResendChoice },
  values: Values,
): Promise<string[]> {
  if ('ids' in choice) return [`d.id = ANY(${values.add(choice.ids)}::uuid[])`];
  if ('sample' in choice) return [`(${[SENT, await compared(hub, values)].flatMap((each) => each ?? []).join(' OR ')})`];
  return conditionsOf(hub, wanted.requester, choice.filter, values);
}

/** The same conditions as a list of dossiers would have for who asked. */
async function conditionsOf(hub: Platform, requester: ResendRequester, filter: Record<string, unknown>, values: Values): Promise<string[]> {
  const directory = await unitDirectory(hub);
  const peers = { ask: () => Promise.reject(upstreamUnavailable()) };
  const viewer: Viewer = { ...NOBODY, subject: requester.subject, roles: requester.roles, unit: requester.unit ?? undefined };
  const context = createContext({ hub, viewer, language: 'vi', peers });
  const sight = visibilityOf(context, directory);
  const ways = sight.all ? ['TRUE'] : sightConditions(sight, values).map((each) => `(${each})`);
  const within = ways.length === 0 ? 'FALSE' : `(${ways.join(' OR ')})`;
  const read = readFilter(filter);
  const holders = await holdersOf(hub.peers, read);
  return [within, ...filterConditions(context, directory, read, { values, holders })];
}

function readFilter(filter: Record<string, unknown>): DossierFilter {
  const read: DossierFilter = { ...filter };
  for (const name of INSTANTS) {
    const text = filter[name];
    if (typeof text === 'string') read[name] = new Date(text);
  }
  return read;
}
