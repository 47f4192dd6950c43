import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { both, ConfigError, named } from './problem.ts';

const FILE = '.env';

/** Reads `.env` beside package.json where it exists; the environment itself wins. Throws ConfigError naming the line that can't be read. */
export function readEnvironment(root: string): Record<string, string | undefined> {
  const lines = readText(resolve(root, FILE)).split(/\r?\n/);
  const given: Record<string, string> = {};
  for (const [at, line] of lines.entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const [, name, value] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw unreadableLine(at + 1);
    given[name] = unquote(value);
  }
  return { ...given, ...process.env };
}

/** What stands in quotes is taken whole; else a # after a space begins a remark. */
function unquote(value: string): string {
  const [, , quoted] = /^(["'])(.*?)\1(?:\s+#.*)?$/.exec(value) ?? [];
  return quoted ?? value.replace(/(?:^|\s+)#.*$/, '');
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new ConfigError(
      named(file, both(`không đọc được (${code}); hãy sửa quyền hoặc xóa nó.`, `can't be read (${code}); mend its rights or remove it.`)),
      { cause: error },
    );
  }
}

/** The line itself may hold a secret, so only its number is told. */
function unreadableLine(number: number): ConfigError {
  return new ConfigError(
    named(
      `${FILE}:${number}`,
      both('mỗi dòng phải có dạng TÊN=giá trị, hoặc # ghi chú.', 'each line must be NAME=value, or a remark that begins with #.'),
    ),
  );
}
