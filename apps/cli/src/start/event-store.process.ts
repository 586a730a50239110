import { dirname, join } from 'node:path';
import { superviseChild, type SupervisedChild } from '@tenure/local-servers';

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

const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;

/**
 * Runs the embedded node as a child process. Should it die, it is started again on the same port, so that its clients
 * find it there; what it had acknowledged is in its log.
 */
export async function startEventStoreProcess(options: EventStoreProcessOptions): Promise<EventStoreProcess> {
  const restarts: number[] = [];
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const restart = async (error: Error, port: number): Promise<void> => {
    const now = performance.now();
    const recent = restarts.filter((at) => now - at < RESTARTS_WITHIN_MS).length;
    if (stopping) return;
    if (recent >= RESTARTS) return options.onLost(error);
    restarts.push(now);
    options.onLine(`${error.message}; starting it again`);
    child = await startChild(options, port, onExit(port));
  };
  const onExit = (port: number) => (error: Error) => {
    restarting = restart(error, port).catch(options.onLost);
  };
  let child = await startChild(options, 0, (error) => onExit(portOf(child))(error));
  return {
    url: `esdb://127.0.0.1:${portOf(child)}?tls=false`,
    stop: async () => {
      stopping = true;
      await restarting;
      await child.stop();
    },
  };
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
