/** Why statements could not be fetched. */
export const SFTP_PROBLEMS = [
  'HOST_KEY',
  'UNREACHABLE',
  'TIMEOUT',
  'REFUSED',
  'ABSENT',
  'FORBIDDEN',
  'TOO_MANY',
  'TOO_LARGE',
  'CHANGED',
  'OWN_DISK',
  'STOPPED',
] as const;
export type SftpProblemCode = (typeof SFTP_PROBLEMS)[number];

/**
 * A visit that failed. HOST_KEY: the server is not the one that was agreed; REFUSED: it does not take the hub's user; ABSENT, FORBIDDEN: the
 * folder; TOO_MANY, TOO_LARGE: beyond what a visit takes; CHANGED: the file changed meanwhile, the next visit takes it; STOPPED: the hub ends.
 */
export class SftpProblem extends Error {
  override readonly name = 'SftpProblem';
  readonly code: SftpProblemCode;

  constructor(code: SftpProblemCode, cause?: Error) {
    super(`sftp: ${code}`, cause === undefined ? {} : { cause });
    this.code = code;
  }
}
