import { destination, pino, type Logger } from 'pino';
import type { Config } from '@tenure/config';

/** JSON lines on standard error, written before the call returns, so that the last one before an end is there. */
export const openLog = ({ logLevel }: Pick<Config, 'logLevel'>): Logger =>
  pino(
    { level: logLevel, base: undefined, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    destination({ dest: 2, sync: true }),
  );
