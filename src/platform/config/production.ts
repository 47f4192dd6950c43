import { SANDBOX_ISSUER } from '../auth/sandbox-issuer.ts';
import { both, named } from './problem.ts';
import { list } from './schema.ts';

const NEED_SECRET = both(
  'còn thiếu; tạo bằng openssl rand -base64 32 và giữ ở nơi an toàn.',
  'is missing; make one with openssl rand -base64 32 and keep it safe.',
);
const PLACEHOLDER = both(
  'là giá trị giữ chỗ hoặc trùng khóa khác; tạo khóa riêng bằng openssl rand -base64 32.',
  'is a placeholder or the same as another key; make one of its own with openssl rand -base64 32.',
);
const SANDBOX_ONLY = {
  HUB_SIMULATORS: both(
    'không chạy hệ thống mô phỏng ở chế độ production; đặt off hoặc bỏ trống.',
    'simulators never run in production; set it to off or leave it out.',
  ),
  HUB_TODAY: both('chỉ dùng cho hệ thống thử nghiệm; hãy bỏ trống.', 'only the sandbox has a day of its own; leave it out.'),
  OIDC_ISSUER: both('không dùng issuer thử nghiệm ở chế độ production.', 'the sandbox issuer is refused in production.'),
};
const REQUIRED = {
  OIDC_ISSUER: both(
    'còn thiếu; địa chỉ nơi cấp token được chấp nhận, cùng OIDC_AUDIENCE.',
    'is missing; name the identity provider whose tokens are accepted, and OIDC_AUDIENCE.',
  ),
  PII_KEY: NEED_SECRET,
  PII_INDEX_KEY: NEED_SECRET,
  DATABASE_URL: both(
    'còn thiếu; địa chỉ PostgreSQL 14 trở lên của hệ thống này.',
    'is missing; name the PostgreSQL 14 or newer of this installation.',
  ),
};

/** What production lacks, or has and must not have: a problem with its fix for each, both languages. */
export function productionGaps(given: Record<string, string | undefined>): string[] {
  if (given['HUB_MODE'] !== 'production') return [];
  const gaps = Object.entries(REQUIRED).filter(([name]) => list(given[name]).length === 0);
  if (given['HUB_SIMULATORS'] === 'on') gaps.push(['HUB_SIMULATORS', SANDBOX_ONLY.HUB_SIMULATORS]);
  if (given['HUB_TODAY'] !== undefined) gaps.push(['HUB_TODAY', SANDBOX_ONLY.HUB_TODAY]);
  if (list(given['OIDC_ISSUER']).includes(SANDBOX_ISSUER)) gaps.push(['OIDC_ISSUER', SANDBOX_ONLY.OIDC_ISSUER]);
  const keys = list(given['PII_KEY']);
  if (keys.some(isPlaceholder)) gaps.push(['PII_KEY', PLACEHOLDER]);
  const index = given['PII_INDEX_KEY'];
  if (index !== undefined && (isPlaceholder(index) || keys.includes(index))) gaps.push(['PII_INDEX_KEY', PLACEHOLDER]);
  return gaps.map(([name, text]) => named(name, text));
}

/** The same byte again and again, as nobody draws it. */
function isPlaceholder(key: string): boolean {
  return new Set(Buffer.from(key, 'base64')).size === 1;
}
