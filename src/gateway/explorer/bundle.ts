import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the page, compressed. */
export interface Asset {
  readonly type: string;
  readonly gzipped: Buffer;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const compress = promisify(gzip);

const COMMON = {
  bundle: true,
  write: false,
  minify: true,
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  outdir: HERE,
} as const;

/** Puts GraphiQL and its editor's workers together in memory, from the installed packages; takes a few seconds once. */
export async function bundleExplorer(): Promise<ReadonlyMap<string, Asset>> {
  const { build } = await import('esbuild');
  const editor = dirname(createRequire(import.meta.url).resolve('graphiql'));
  const page = await build({ ...COMMON, entryPoints: { page: `${HERE}/page.js` }, format: 'esm', loader: { '.ttf': 'dataurl' } });
  const workers = await build({
    ...COMMON,
    absWorkingDir: editor,
    format: 'iife',
    entryPoints: {
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
  });
  const assets = new Map<string, Asset>();
  for (const { path, contents } of [...page.outputFiles, ...workers.outputFiles]) {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    assets.set(path.slice(HERE.length + 1), { type: `${type}; charset=utf-8`, gzipped: await compress(contents) });
  }
  return assets;
}
