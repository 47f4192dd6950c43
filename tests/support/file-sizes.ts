import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The longest that a hand-written source file may be. */
export const MAX_LINES = 300;

const GENERATED = ['generated', '__generated__'];

/** The TypeScript files below these folders that are longer than MAX_LINES; generated ones are not judged. */
export function longFiles(folders: string[]): { file: string; lines: number }[] {
  const found: { file: string; lines: number }[] = [];
  for (const folder of folders) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = join(folder, path);
      if (!file.endsWith('.ts') || GENERATED.some((name) => file.split('/').includes(name)) || !statSync(file).isFile()) continue;
      const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n').length;
      if (lines > MAX_LINES) found.push({ file, lines });
    }
  }
  return found;
}
