import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/roles/settings.ts';
import { untypedDocuments } from './typed-documents.ts';

const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'));

/** What stays text although clients could ask it: the beginning of its file and text, and why. */
const TEXTS: readonly { file: string; text: string; why: string }[] = [
  { file: 'tests/federation/', text: '', why: 'of toy graphs, with some names of ours' },
  { file: 'tests/bench/gateway.ts', text: '', why: 'of a toy graph' },
  { file: 'src/gateway/operation/cost.test.ts', text: '', why: 'of a toy graph' },
  { file: 'tests/support/forms.refusals.ts', text: '{ administrativeUnit(code: "32248") { … } }', why: 'made as deep as is forbidden' },
];

it('whatever the tests ask of the whole graph is a typed document', () => {
  const files = globSync(['tests/**/*.ts', 'src/**/*.test.ts', 'connectors/**/*.test.ts'], { cwd: ROOT }).sort();
  const found = files.flatMap((file) =>
    untypedDocuments(readFileSync(join(ROOT, file), 'utf8'), schema).map((text) => ({ file: file.replaceAll('\\', '/'), text })),
  );
  const allowing = ({ file, text }: (typeof found)[number]) =>
    TEXTS.find((each) => file.startsWith(each.file) && text.startsWith(each.text));
  expect(
    found.filter((each) => allowing(each) === undefined),
    'write it as graphql(`query Name …`) and run npm run codegen',
  ).toEqual([]);
  expect(
    TEXTS.filter((each) => !found.map(allowing).includes(each)),
    'nothing needs this any more',
  ).toEqual([]);
});

it.each([
  ['a query', "ask('{ procedures { code } }')"],
  ['a query in a template', 'ask(`{ procedures { code } }`)'],
  ['a fragment', "const PART = 'fragment Part on Dossier { code }'"],
  ['a query whose fragment stands elsewhere', 'ask(`query { dossiers { nodes { ...Part } } } \u0024{PART}`)'],
  ['a query with a value put in', 'ask(`{ dossier(code: "\u0024{code}") { id } }`)'],
  ['a query with a number put in', 'ask(`{ dossiers(first: \u0024{count}) { totalCount } }`)'],
  ['a query with fields put in', 'ask(`{ procedures { \u0024{fields} } }`)'],
  ['a mutation with its field put in', 'ask(`mutation { \u0024{change}(id: "\u0024{id}") { userErrors { code } } }`)'],
])('%s as text is found', (_, file) => {
  expect(untypedDocuments(file, schema)).toHaveLength(1);
});

it.each([
  ['a typed document', 'graphql(`query Codes { procedures { code } }`)'],
  ['a field that clients do not see', "ask('{ dossiers { nodes { grant } } }')"],
  ['an entity', "ask('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier { amountDue } } }')"],
  ['introspection', "ask('{ __schema { types { name } } }')"],
  ['no query', "const style = 'a { color: red }'; const sql = `SELECT \u0024{column} FROM outbox.event`; const json = '{}';"],
])('%s is none', (_, file) => {
  expect(untypedDocuments(file, schema)).toEqual([]);
});

it('the types of the documents are those of the code and the schema as they are', { timeout: 300_000 }, () => {
  const program = join(ROOT, 'node_modules/@graphql-codegen/cli/cjs/bin.js');
  const checked = spawnSync(process.execPath, [program, '--config', 'codegen.ts', '--check'], { cwd: ROOT, encoding: 'utf8' });
  expect(checked.status, `npm run codegen\n${checked.stdout}${checked.stderr}`).toBe(0);
});
