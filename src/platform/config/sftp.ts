import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ssh2 from 'ssh2';
import { z } from 'zod';
import { both, named } from './problem.ts';

const SETTING = 'STATEMENT_SFTP';
const PROVIDERS = ['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM'] as const;

/** A server that a provider lays its statements on, reached by SFTP. */
export interface SftpSource {
  /** Unique; it stands in alerts and logs. */
  name: string;
  provider: (typeof PROVIDERS)[number];
  /** The code of the merchant whose statements lie there; undefined: each file names its own. */
  merchant: string | undefined;
  host: string;
  port: number;
  user: string;
  /** How the hub proves who it is. */
  secret: { password: string } | { privateKey: string; passphrase?: string };
  /** Fingerprints of the server's keys as `ssh-keygen -lf` prints them, SHA256:…; with any other key nothing is sent. */
  hostKeys: string[];
  folder: string;
  /** Names of files that are statements; * stands for any characters, ? for one. */
  pattern: string;
}

const text = z.string(both('cần một chuỗi.', 'must be a text.')).min(1, both('không được để trống.', 'must not be empty.'));
const entry = z.strictObject({
  name: text.regex(
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    both('chỉ gồm a-z, 0-9 và -, tối đa 40 ký tự.', 'must be a-z, 0-9 and -, 40 characters at most.'),
  ),
  provider: z.enum(PROVIDERS, both(`cần một trong: ${PROVIDERS.join(', ')}.`, `must be one of: ${PROVIDERS.join(', ')}.`)),
  merchant: text
    .regex(
      /^(?!rejected$)[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
      both('cần mã điểm thu, chỉ gồm chữ, số và . _ -.', 'must be the code of a merchant: letters, digits and . _ - alone.'),
    )
    .optional(),
  host: text.regex(/^[A-Za-z0-9.:-]{1,255}$/, both('cần tên máy hoặc địa chỉ IP.', 'must be the name of a host or an IP address.')),
  port: z
    .int(both('cần số nguyên từ 1 đến 65535.', 'must be a whole number from 1 to 65535.'))
    .min(1, both('cần số nguyên từ 1 đến 65535.', 'must be a whole number from 1 to 65535.'))
    .max(65_535, both('cần số nguyên từ 1 đến 65535.', 'must be a whole number from 1 to 65535.'))
    .default(22),
  user: text,
  passwordFrom: text.optional(),
  keyFile: text.optional(),
  passphraseFrom: text.optional(),
  hostKeys: z
    .array(
      text.regex(
        /^SHA256:[A-Za-z0-9+/]{43}$/,
        both('cần vân tay dạng SHA256:…, như ssh-keygen -lf in ra.', 'must be fingerprints SHA256:… as ssh-keygen -lf prints them.'),
      ),
      both('còn thiếu; hỏi đơn vị thanh toán vân tay khóa máy chủ.', 'must hold the fingerprints of the host keys; ask the provider.'),
    )
    .min(1, both('cần ít nhất một vân tay.', 'must name one fingerprint at least.')),
  folder: text.default('.'),
  pattern: text
    .regex(/^[^/\\]{1,200}$/, both('là tên tệp, không có / hay \\.', 'must be the name of a file, without / or \\.'))
    .default('*'),
});
type Entry = z.infer<typeof entry>;

type Environment = Record<string, string | undefined>;
interface Read {
  sources: SftpSource[];
  /** In both languages, with the setting's name before each line; they never hold a secret. */
  problems: string[];
}

/** The servers that the file named by STATEMENT_SFTP lists, with their secrets; no such setting: none. */
export function readSftpSources(env: Environment, root: string): Read {
  const file = env[SETTING];
  if (file === undefined) return { sources: [], problems: [] };
  const list = parseFile(resolve(root, file));
  if (!Array.isArray(list)) return { sources: [], problems: [list] };
  const [sources, problems]: [SftpSource[], string[]] = [[], []];
  for (const [at, given] of list.entries()) {
    const parsed = entry.safeParse(given);
    const found = parsed.success ? sourceOf(parsed.data, env, root) : parsed.error.issues.map(issueOf);
    if (Array.isArray(found)) problems.push(...found.map(([field, message]) => named(`${SETTING} [${at}].${field}`, message)));
    else sources.push(found);
  }
  return { sources, problems: [...problems, ...clashes(sources)] };
}

function parseFile(path: string): unknown[] | string {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return named(SETTING, both(`không đọc được tệp ${path} (${code}).`, `the file ${path} can't be read (${code}); it must be there.`));
  }
  try {
    const list: unknown = JSON.parse(content);
    if (Array.isArray(list)) return list;
  } catch {
    // Said below: what the file must be is the same answer.
  }
  return named(SETTING, both(`tệp ${path} phải là một mảng JSON.`, `the file ${path} must be an array in JSON.`));
}

function issueOf({ path, message, code, ...issue }: z.core.$ZodIssue): [string, string] {
  if (code !== 'unrecognized_keys') return [path.join('.'), message.includes('\n') ? message : both('không hợp lệ.', 'must be mended.')];
  const keys = (issue as z.core.$ZodIssueUnrecognizedKeys).keys.join(', ');
  return [keys, both('không có trường này; hãy bỏ đi.', 'is no field; it must go.')];
}

function sourceOf(
  { passwordFrom, keyFile, passphraseFrom, ...given }: Entry,
  env: Environment,
  root: string,
): SftpSource | [string, string][] {
  if ((passwordFrom === undefined) === (keyFile === undefined)) {
    return [['passwordFrom', both('cần đúng một trong passwordFrom và keyFile.', 'needs one of passwordFrom and keyFile, and not both.')]];
  }
  const common = { ...given, merchant: given.merchant };
  if (passwordFrom !== undefined) {
    const password = env[passwordFrom];
    return password === undefined ? [['passwordFrom', unset(passwordFrom)]] : { ...common, secret: { password } };
  }
  const passphrase = passphraseFrom === undefined ? undefined : env[passphraseFrom];
  if (passphraseFrom !== undefined && passphrase === undefined) return [['passphraseFrom', unset(passphraseFrom)]];
  const privateKey = readKey(resolve(root, keyFile as string), passphrase);
  return privateKey === undefined
    ? [['keyFile', NO_KEY]]
    : { ...common, secret: { privateKey, ...(passphrase !== undefined && { passphrase }) } };
}

function unset(variable: string): string {
  return both(`biến môi trường ${variable} chưa được đặt.`, `names the variable ${variable}, which must be set.`);
}

const NO_KEY = both(
  'không đọc được khóa riêng (OpenSSH hoặc PEM), hoặc thiếu passphraseFrom.',
  'must be a private key (OpenSSH or PEM) that can be read, with passphraseFrom where it is sealed.',
);

function readKey(path: string, passphrase: string | undefined): string | undefined {
  let key: string;
  try {
    key = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  return ssh2.utils.parseKey(key, passphrase) instanceof Error ? undefined : key;
}

/** Two of one name, or two that would lay their files into the same folder. */
function clashes(sources: readonly SftpSource[]): string[] {
  const problems = new Set<string>();
  for (const [at, source] of sources.entries()) {
    for (const other of sources.slice(0, at)) {
      if (other.name === source.name)
        problems.add(named(`${SETTING} ${source.name}`, both('tên bị trùng.', 'must have a name of its own.')));
      if (other.provider === source.provider && other.merchant === source.merchant)
        problems.add(
          named(
            `${SETTING} ${source.name}`,
            both(`cùng provider và merchant với ${other.name}.`, `must differ from ${other.name} in its provider or merchant.`),
          ),
        );
    }
  }
  return [...problems];
}
