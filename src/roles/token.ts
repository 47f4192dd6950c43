import { openSandboxIssuer } from '../platform/auth/sandbox-issuer.ts';
import { ROLES, type Role } from '../platform/auth/viewer.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { readOptions } from './options.ts';
import { runCommand, UsageError } from './run.ts';
import { readConfig } from './settings.ts';

const USAGE = 'token --role ROLE [--unit CODE] [--national-id ID] [--source NAME] [--name "HỌ TÊN"] [--ttl 8h]';
const TTL = /^0*[1-9]\d{0,3} ?(s|m|h|d)$/;

/** `hub token`: a bearer token signed by the sandbox issuer, alone on standard output. */
export function token(args: string[]): Promise<number> {
  return runCommand(async () => {
    const config = readConfig();
    if (config.mode === 'production') {
      throw new ConfigError('HUB_MODE: chỉ hệ thống thử nghiệm mới tự cấp token.\nHUB_MODE: only the sandbox issues tokens of its own.');
    }
    const { values } = readOptions(args, { options: ['role', 'unit', 'national-id', 'source', 'name', 'ttl'], usage: USAGE });
    const roles = (values.role ?? '').split(',').map((role) => role.trim().toUpperCase());
    const unknown = roles.find((role) => !(ROLES as readonly string[]).includes(role));
    if (unknown !== undefined) throw wrong('--role', `một trong ${ROLES.join(', ')}`, `one of ${ROLES.join(', ')}`);
    const nationalId = values['national-id'];
    if (nationalId !== undefined && !/^\d{12}$/.test(nationalId)) throw wrong('--national-id', '12 chữ số', '12 digits');
    const ttl = values.ttl ?? '8h';
    if (!TTL.test(ttl)) throw wrong('--ttl', 'một thời hạn như 8h, 30m', 'a time like 8h, 30m');
    if (roles.includes('SYSTEM') && values.source === undefined)
      throw wrong('--source', 'tên hệ thống nguồn (vai trò SYSTEM)', 'the name of a source (role SYSTEM)');
    const issuer = await openSandboxIssuer(config.dataDir);
    console.log(
      await issuer.token({ roles: roles as Role[], unit: values.unit, nationalId, source: values.source, name: values.name, ttl }),
    );
    return 0;
  });
}

function wrong(option: string, vi: string, en: string): UsageError {
  return new UsageError(`${option}: cần ${vi}.\n${option}: must be ${en}.\nnpm run hub -- ${USAGE}`);
}
