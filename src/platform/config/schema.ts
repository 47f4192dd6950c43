import { isIP } from 'node:net';
import { z } from 'zod';
import { isLocalDate } from '../time.ts';
import { both } from './problem.ts';

const NEED_KEY = both(
  'cần base64 của 32 byte ngẫu nhiên; tạo bằng: openssl rand -base64 32',
  'must be base64 of 32 random bytes: openssl rand -base64 32',
);
const NEED_LONG_SECRET = both(
  'cần ít nhất 24 ký tự không dấu, không khoảng trắng; tạo bằng: openssl rand -base64 32',
  'must be at least 24 characters without accents or spaces: openssl rand -base64 32',
);
const NEED_ADDRESS = both(
  'cần địa chỉ IP hoặc dải CIDR, cách nhau bằng dấu phẩy.',
  'must be IP addresses or CIDR ranges, comma-separated.',
);
const NEED_ACCOUNTS = both(
  'cần dạng NHÀ_CUNG_CẤP=số tài khoản 4 đến 20 chữ số, cách nhau bằng dấu phẩy, ví dụ VNPAY=1234567890.',
  'must be PROVIDER=account of 4 to 20 digits, comma-separated, e.g. VNPAY=1234567890.',
);
const NEED_CLAIM = both('cần dạng tên=giá trị, ví dụ LoaiTaiKhoan=1.', 'must be written claim=value, e.g. LoaiTaiKhoan=1.');
const NEED_ORIGIN = both(
  'cần dạng https://máy-chủ hoặc https://máy-chủ:cổng, không có đường dẫn.',
  'must be written https://host or https://host:port, without a path.',
);
const NEED_HTTP_URL = both('cần một địa chỉ http:// hoặc https://.', 'must be an address that begins with http:// or https://.');

/** A whole number in decimal digits; nothing else that JavaScript would take for one. */
function whole(min: number, max: number) {
  const message = both(`cần số nguyên từ ${min} đến ${max}.`, `must be a whole number from ${min} to ${max}.`);
  return z
    .string()
    .regex(/^\d{1,15}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message);
}

function needOneOf(choices: readonly string[]): string {
  return both(`cần một trong: ${choices.join(', ')}.`, `must be one of: ${choices.join(', ')}.`);
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(value) && Buffer.from(value, 'base64').length === 32;
}

function isOrigin(value: string): boolean {
  return isHttpUrl(value) && URL.parse(value)?.origin === value;
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value);
}

/** An IP address, or a range of them as CIDR. */
function isAddress(value: string): boolean {
  const [base = '', bits, ...rest] = value.split('/');
  const family = isIP(base);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** The parts of a comma-separated setting. */
export function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const MODES = ['sandbox', 'training', 'production'] as const;
const ON_OFF = ['on', 'off'] as const;
const ASK_SEND = ['ask', 'send'] as const;
const REPORTING = ['OFF', 'COMPARE', 'ON'] as const;
const LANGUAGES = ['vi', 'en'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const port = whole(0, 65_535);
const key32 = z.string().refine(isKey, NEED_KEY);

/** The hub's own settings; every message says, in both languages, what a setting must be. */
export const SETTINGS = z.object({
  HUB_MODE: z.enum(MODES, needOneOf(MODES)).default('sandbox'),
  HUB_HOST: z.string().default('127.0.0.1'),
  HUB_PORT: port.default(4000),
  HUB_DATA_DIR: z.string().default('.hub'),
  HUB_SEED_DOSSIERS: z.string().pipe(whole(0, 5_000_000)).default(88_429),
  HUB_TODAY: z.string().refine(isLocalDate, both('cần một ngày có thật, YYYY-MM-DD.', 'must be a day that exists, YYYY-MM-DD.')).optional(),
  HUB_SIMULATORS: z.enum(ON_OFF, needOneOf(ON_OFF)).optional(),
  HUB_LOG_LEVEL: z.enum(LOG_LEVELS, needOneOf(LOG_LEVELS)).optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
      both(
        'cần địa chỉ dạng postgres://tài-khoản:mật-khẩu@máy:5432/cơ-sở-dữ-liệu; ký tự đặc biệt trong mật khẩu viết dạng %23 …',
        'must be an address like postgres://user:password@host:5432/database; special characters of the password as %23 …',
      ),
    )
    .optional(),
  QUEUE_URL: z
    .string()
    .refine(
      (value) => /^rediss?:\/\//.test(value) && URL.canParse(value),
      both('cần địa chỉ dạng redis://máy:6379 hoặc rediss://…', 'must be an address like redis://host:6379 or rediss://…'),
    )
    .optional(),
  SUBGRAPH_DOSSIERS_URL: z.string().refine(isHttpUrl, NEED_HTTP_URL).default('http://127.0.0.1:4001/graphql'),
  SUBGRAPH_PAYMENTS_URL: z.string().refine(isHttpUrl, NEED_HTTP_URL).default('http://127.0.0.1:4002/graphql'),
  SUBGRAPH_IDENTITY_URL: z.string().refine(isHttpUrl, NEED_HTTP_URL).default('http://127.0.0.1:4003/graphql'),
  SUBGRAPH_INTEGRATION_URL: z.string().refine(isHttpUrl, NEED_HTTP_URL).default('http://127.0.0.1:4004/graphql'),
  SUBGRAPH_PORT: port.optional(),
  WORKER_PORT: port.optional(),
  OIDC_ISSUER: z
    .string()
    .optional()
    .transform(list)
    .pipe(z.array(z.string().refine(isHttpUrl, NEED_HTTP_URL))),
  OIDC_AUDIENCE: z.string().optional().transform(list),
  OIDC_CITIZEN_ISSUER: z.string().refine(isHttpUrl, NEED_HTTP_URL).optional(),
  OIDC_CITIZEN_NUMBER_CLAIMS: z.string().default('national_id,SoDinhDanh').transform(list),
  OIDC_CITIZEN_ACCOUNT_CLAIMS: z.string().default('TechID').transform(list),
  OIDC_CITIZEN_KIND: z
    .string()
    .regex(/^[^=\s]+=[^=\s]+$/, NEED_CLAIM)
    .default('LoaiTaiKhoan=1')
    .transform((text) => {
      const [claim = '', citizen = ''] = text.split('=');
      return { claim, citizen };
    }),
  OIDC_CITIZEN_CLIENT_ID: z.string().optional(),
  OIDC_CITIZEN_CLIENT_SECRET: z.string().optional(),
  NATIONAL_PORTAL_INBOUND_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{24,}$/, NEED_LONG_SECRET)
    .optional(),
  NATIONAL_PORTAL_INBOUND_ADDRESSES: z
    .string()
    .optional()
    .transform(list)
    .pipe(z.array(z.string().refine(isAddress, NEED_ADDRESS))),
  NATIONAL_PORTAL_FILE_ORIGINS: z
    .string()
    .optional()
    .transform(list)
    .pipe(z.array(z.string().refine(isOrigin, NEED_ORIGIN))),
  NATIONAL_PORTAL_FILE_MB: z.string().pipe(whole(1, 1_000)).default(50),
  NATIONAL_PORTAL_REPORTING: z.enum(REPORTING, needOneOf(REPORTING)).optional(),
  NATIONAL_PORTAL_VOIDED_STATUS: z.string().pipe(whole(1, 10)).default(8),
  ALERT_WEBHOOK_URL: z.string().refine(isHttpUrl, NEED_HTTP_URL).optional(),
  ALERT_LANGUAGE: z.enum(LANGUAGES, needOneOf(LANGUAGES)).default('vi'),
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:\/\//.test(value) && URL.canParse(value),
      both(
        'cần địa chỉ dạng smtp://tài-khoản:mật-khẩu@máy:587 hoặc smtps://…',
        'must be an address like smtp://user:password@host:587 or smtps://…',
      ),
    )
    .optional(),
  SMTP_FROM: z.email(both('cần một địa chỉ thư điện tử.', 'must be an e-mail address.')).optional(),
  NIGHTLY_COMPARISON: z
    .string()
    .regex(
      /^(?:off|all|[1-9]\d?|[1-4]\d\d|500)$/,
      both('cần off, all hoặc một số từ 1 đến 500.', 'must be off, all or a number from 1 to 500.'),
    )
    .default('500'),
  EXCHANGE_LOG_DAYS: z.string().pipe(whole(0, 3_650)).default(30),
  STATEMENTS_DIR: z.string().optional(),
  STATEMENT_SFTP: z.string().optional(),
  REFUND_APPROVAL_FROM: z.string().pipe(whole(0, 1_000_000_000_000)).default(5_000_000),
  REFUND_PAID_TWICE: z.enum(ASK_SEND, needOneOf(ASK_SEND)).default('ask'),
  RECONCILIATION_APPROVAL_FROM: z.string().pipe(whole(0, 1_000_000_000_000)).default(5_000_000),
  SETTLEMENT_ACCOUNTS: z
    .string()
    .optional()
    .transform(list)
    .pipe(z.array(z.string().regex(/^[A-Z_]+=\d{4,20}$/, NEED_ACCOUNTS)))
    .transform((pairs) => Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))),
  REPLACED_SECRET_DAYS: z.string().pipe(whole(0, 365)).default(7),
  SETTLEMENT_WORKING_DAYS: z.string().pipe(whole(1, 60)).default(3),
  PII_KEY: z.string().optional().transform(list).pipe(z.array(key32)),
  PII_INDEX_KEY: key32.optional(),
});
