import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** The log of one process: JSON lines on standard error. Never personal data: codes, counts and times only. */
export function createLog(role: string, level = 'info'): Logger {
  return pino(
    { level, base: { role }, timestamp: pino.stdTimeFunctions.isoTime, redact: ['authorization', '*.authorization', 'token', '*.token'] },
    pino.destination(2),
  );
}
