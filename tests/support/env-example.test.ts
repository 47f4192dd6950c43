import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const documented = new Set([...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name ?? ''));

/** How connectors read one setting, by its whole name. */
const READING =
  /\b(?:matching|url|optionalUrl|optionalSecret|text|whole|timeout|given|key|profileOf)\((?:settings, )?'([A-Z][A-Z0-9]*_[A-Z0-9_]+)'/g;
const FEE = ['FIXED', 'RATE_PPM', 'VAT_PERCENT'];

/** Settings that connectors read by a prefix and a name, and those that are read by their whole name. */
function readBy(folder: string): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!\.test)\.ts$/.test(entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, name] of text.matchAll(/\benv(?:ironment)?\['([A-Z][A-Z0-9_]+)'\]/g)) names.add(name ?? '');
    for (const [, name] of text.matchAll(/^ {2}([A-Z][A-Z0-9]*_[A-Z0-9_]+): (?:z\b|port|key32)/gm)) names.add(name ?? '');
    const prefix = /^const PREFIX = '([A-Z_]+)';/m.exec(text)?.[1];
    if (prefix === undefined) {
      for (const [, name] of text.matchAll(READING)) names.add(name ?? '');
      for (const [, of] of text.matchAll(/\.fee\('([A-Z_]+)'\)/g)) for (const part of FEE) names.add(`${of}_FEE_${part}`);
    } else {
      for (const [, name] of text.matchAll(/read\.\w+\(\s*'([A-Z][A-Z0-9_]*)'/g)) names.add(prefix + (name ?? ''));
    }
  }
  return names;
}

/** Not settings of the hub: what a shell and an operating system set. */
const FOREIGN = new Set(['PATH', 'HOME', 'CI', 'TZ']);

describe('.env.example', () => {
  const read = new Set([...readBy('src'), ...readBy('connectors')].filter((name) => !FOREIGN.has(name)));

  it('documents every setting that the code reads', () => {
    expect(read.size).toBeGreaterThan(40);
    expect([...read].filter((name) => !documented.has(name))).toEqual([]);
  });

  it('says of each that nothing reads that it is reserved', () => {
    const text = readFileSync('.env.example', 'utf8');
    const reserved = text.slice(text.indexOf('Reserved for connectors to come'));
    const unread = [...documented].filter((name) => !read.has(name));
    expect(unread.filter((name) => !reserved.includes(`\n${name}=`))).toEqual([]);
  });
});
