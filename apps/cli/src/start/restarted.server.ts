interface Server {
  stop(): Promise<void>;
}

export interface RestartOptions<Running extends Server> {
  /** Called again with the one that died, at whose address the next is to be found; `onExit` is told of a death. */
  readonly start: (died: Running | undefined, onExit: (error: Error) => void) => Promise<Running>;
  readonly onLine: (line: string) => void;
  /** It died and could not be brought back. */
  readonly onLost: (error: Error) => void;
}

export interface RestartedServer<Running extends Server> {
  readonly first: Running;
  stop(): Promise<void>;
}

const RESTARTS = 5;
const RESTARTS_WITHIN_MS = 60_000;

/** Runs a server as a child process and starts it again should it die, unless that happens again and again. */
export async function startRestarted<Running extends Server>({
  start,
  onLine,
  onLost,
}: RestartOptions<Running>): Promise<RestartedServer<Running>> {
  const restarts: number[] = [];
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const restart = async (error: Error): Promise<void> => {
    const now = performance.now();
    const recent = restarts.filter((at) => now - at < RESTARTS_WITHIN_MS).length;
    if (stopping) return;
    if (recent >= RESTARTS) return onLost(error);
    restarts.push(now);
    onLine(`${error.message}; starting it again`);
    running = await start(running, onExit);
  };
  const onExit = (error: Error) => {
    restarting = restart(error).catch(onLost);
  };
  let running = await start(undefined, onExit);
  return {
    first: running,
    stop: async () => {
      stopping = true;
      await restarting;
      await running.stop();
    },
  };
}
