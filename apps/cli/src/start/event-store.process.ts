import { dirname, join } from 'node:path';
import { superviseChild, type SupervisedChild } from '@tenure/local-servers';
import { startRestarted } from './restarted.server';

export interface EventStoreProcess {
  readonly url: string;
  stop(): Promise<void>;
}

export interface EventStoreProcessOptions {
  readonly dataFolder: string;
  readonly onLine: (line: string) => void;
  /** It died and could not be brought back. */
  readonly onLost: (error: Error) => void;
}

/**
 * Runs the embedded node as a child process. Should it die, it is started again on the same port, so that its clients
 * find it there; what it had acknowledged is in its log.
 */
export async function startEventStoreProcess(options: EventStoreProcessOptions): Promise<EventStoreProcess> {
  const server = await startRestarted<SupervisedChild>({
    ...options,
    start: (died, onExit) => startChild(options, died ? portOf(died) : 0, onExit),
  });
  return { url: `esdb://127.0.0.1:${portOf(server.first)}?tls=false`, stop: () => server.stop() };
}

const startChild = (
  { dataFolder, onLine }: EventStoreProcessOptions,
  port: number,
  onUnexpectedExit: (error: Error) => void,
): Promise<SupervisedChild> =>
  superviseChild({
    name: 'The event store',
    script: join(dirname(require.resolve('@tenure/embedded-event-store')), 'main.js'),
    args: ['--supervised', '--data', dataFolder, '--port', `${port}`],
    onStderrLine: onLine,
    onUnexpectedExit,
  });

function portOf({ ready }: SupervisedChild): number {
  if (typeof ready.port === 'number') return ready.port;
  throw new Error('The event store did not say on which port it listens');
}
