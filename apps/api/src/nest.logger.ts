import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Sends what Nest and the modules log to the process's log; Nest's word on each route is for debugging alone. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, ...rest: unknown[]) => log.debug({ rest }, String(message)),
  warn: (message: unknown, ...rest: unknown[]) => log.warn({ rest }, String(message)),
  error: (message: unknown, ...rest: unknown[]) => log.error({ rest }, String(message)),
});
