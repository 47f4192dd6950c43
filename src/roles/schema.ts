import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertCompositionSuccess, composeServices } from '@theguild/federation-composition';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { readSupergraph } from '../gateway/supergraph.ts';
import { SUBGRAPH_NAMES } from '../platform/config/config.ts';
import { buildSubgraph } from '../platform/graphql/subgraph.ts';
import { report } from './run.ts';
import { ROOT } from './settings.ts';
import { SUBGRAPHS } from './subgraphs.ts';

/** Where a subgraph is reached unless a deployment says otherwise. */
const FIRST_PORT = 4001;

/** The files of `schema/` as the code now makes them, by name. Throws where the subgraphs do not compose. */
export function composeSchemas(): Record<string, string> {
  const services = SUBGRAPHS.map((subgraph) => ({ name: subgraph.name, sdl: buildSubgraph(subgraph).sdl }));
  const composed = composeServices(
    services.map(({ name, sdl }) => ({
      name,
      url: `http://127.0.0.1:${FIRST_PORT + SUBGRAPH_NAMES.indexOf(name)}/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  assertCompositionSuccess(composed);
  const { supergraphSdl } = composed;
  const api = printSchema(lexicographicSortSchema(readSupergraph(supergraphSdl).publicSchema));
  const files = Object.fromEntries(services.map(({ name, sdl }) => [`${name}.graphql`, sdl]));
  return { ...files, 'supergraph.graphql': supergraphSdl, 'api.graphql': api };
}

/** Writes `schema/`; answers which files changed. */
function writeSchemas(folder = join(ROOT, 'schema')): string[] {
  mkdirSync(folder, { recursive: true });
  const changed: string[] = [];
  for (const [name, text] of Object.entries(composeSchemas())) {
    const file = join(folder, name);
    const content = `${text.trimEnd()}\n`;
    if (readOr(file) === content) continue;
    writeFileSync(file, content);
    changed.push(`schema/${name}`);
  }
  return changed;
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const changed = writeSchemas();
    console.log(changed.length === 0 ? 'Không có gì thay đổi. / Nothing changed.' : changed.join('\n'));
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}
