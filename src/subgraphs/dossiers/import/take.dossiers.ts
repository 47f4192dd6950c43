import type { HubContext } from '../../../platform/graphql/context.ts';
import type { DossierIngestInput } from '../ingest/ingest.input.ts';
import { ingestDossiers, tryDossiers } from '../ingest/ingest.service.ts';
import type { DossierMapping } from './mapping.ts';
import { DossierRows } from './row.ts';
import type { Taker } from './run.ts';
import { readUnitNames } from './unit-names.ts';

interface Item {
  input: DossierIngestInput;
  atPortal: boolean;
}

/** Whose rows are taken, and whether anything may be written. `context` answers a new one for each batch. */
export interface Taking {
  source: string;
  context: () => HubContext;
  dryRun: boolean;
}

/** Takes dossiers the way of every feed. The portal is told of none of them because it was imported. */
export async function dossierTaker(
  mapping: DossierMapping,
  { source, context, dryRun }: Taking,
): Promise<(columns: readonly string[]) => Taker<Item>> {
  const units = await readUnitNames(context().hub.db);
  return (columns) => {
    const rows = new DossierRows(mapping, { source, columns, units });
    return {
      read(cells) {
        const { code, ...read } = rows.read(cells);
        return 'problems' in read ? { ...read, subject: code } : { item: read, subject: code };
      },
      async take(items) {
        const inputs = items.map(({ input }) => input);
        if (dryRun) return tryDossiers(context(), inputs);
        const known = new Set(items.flatMap(({ input, atPortal }) => (atPortal ? [input.code] : [])));
        const { results } = await ingestDossiers(context(), inputs, { imported: { known } });
        return results;
      },
    };
  };
}
