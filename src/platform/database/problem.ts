import pg from 'pg';
import { both, ConfigError, named } from '../config/problem.ts';

/** The PostgreSQL that the hub can work with at all. */
const OLDEST = { version: 140_000, name: '14' };
const CONNECT_TIMEOUT_MS = 10_000;

/** No server there, or none that answers: system errors, and what pg says without a code. */
const UNREACHABLE = /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|timeout/i;
/** A connection that was there and is not any more: system errors, PostgreSQL's classes 08 and 57P, what pg says without a code. */
const LOST = /^(08...|57P0.|EPIPE|ECONNRESET|ECONNREFUSED|ETIMEDOUT)$|Connection terminated|connection.*closed|not queryable/i;

/** Whether an error means that the connection to the database was lost, so that the same may be tried again. */
export function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return LOST.test(String(code ?? '')) || LOST.test(String(message ?? ''));
}

/** Connects for the first time. Throws ConfigError where DATABASE_URL names nothing that the hub can use, saying what to mend. */
export async function connectFirst(url: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: applicationName, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // Whatever is being asked then fails by itself.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseOldServer(client);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(named('DATABASE_URL', reasonOf(error, client)), { cause: error });
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const shown = await client.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  const { number, version } = shown.rows[0] ?? { number: '0', version: '?' };
  if (Number(number) >= OLDEST.version) return;
  const text = both(
    `máy chủ là PostgreSQL ${version}, cần PostgreSQL ${OLDEST.name} trở lên.`,
    `the server is PostgreSQL ${version}; PostgreSQL ${OLDEST.name} or newer is needed.`,
  );
  throw new ConfigError(named('DATABASE_URL', text));
}

/** What is wrong and what to do, without the password. */
function reasonOf(error: unknown, { host, port, user, database }: pg.Client): string {
  const { code = '', message } = error as { code?: string; message: string };
  if (UNREACHABLE.test(code) || (code === '' && UNREACHABLE.test(message)))
    return both(
      `không kết nối được ${host}:${port} (${code || message}). Hãy kiểm tra tên máy, cổng và PostgreSQL có đang chạy không.`,
      `${host}:${port} can't be reached (${code || message}). Check host and port, and whether PostgreSQL runs.`,
    );
  if (code.startsWith('28') || /password/i.test(message))
    return both(
      `tài khoản "${user}" hoặc mật khẩu không đúng, hoặc máy chủ không cho tài khoản này kết nối (${code || message}).`,
      `the server refuses user "${user}" or the password (${code || message}).`,
    );
  if (code === '3D000')
    return both(
      `chưa có cơ sở dữ liệu "${database}". Hãy tạo: createdb ${database}`,
      `there is no database "${database}". Make it: createdb ${database}`,
    );
  return both(`không dùng được: ${message} (${code || 'không có mã'}).`, `it can't be used: ${message} (${code || 'no code'}).`);
}

/** A trusted extension asks for CREATE in the database and for its files on the server: 42501 without the one, these without the other. */
const NO_EXTENSION_FILES = /^(0A000|58P01)$/;

/** The same for what the account may not do there, and for an extension that the server lacks. Anything else is left as it is. */
export function explainMigration(error: unknown): unknown {
  const { code = '', message: said } = error as { code?: string; message: string };
  // What follows is the server's own advice.
  const message = said.split('\n', 1)[0] ?? '';
  if (NO_EXTENSION_FILES.test(code) && /extension/.test(message)) {
    const text = both(
      `máy chủ thiếu phần mở rộng của PostgreSQL (${message}). Hãy cài gói postgresql-contrib cho máy chủ đó rồi chạy lại.`,
      `the server lacks an extension of PostgreSQL's (${message}). Install the package postgresql-contrib on it and run again.`,
    );
    return new ConfigError(named('DATABASE_URL', text), { cause: error });
  }
  if (code !== '42501') return error;
  const text = both(
    `tài khoản không đủ quyền (${message}). Tài khoản phải sở hữu cơ sở dữ liệu: ALTER DATABASE … OWNER TO …`,
    `the account lacks rights (${message}). It must own the database: ALTER DATABASE … OWNER TO …`,
  );
  return new ConfigError(named('DATABASE_URL', text), { cause: error });
}
