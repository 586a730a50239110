import { type LocalKafka, startLocalKafka } from '@tenure/local-servers';
import { startRestarted } from './restarted.server';

export interface KafkaProcessOptions {
  readonly dataFolder: string;
  readonly onLine: (line: string) => void;
  /** Told before what takes long. */
  readonly onNotice: (line: string) => void;
  readonly onLost: (error: Error) => void;
}

export interface KafkaProcess {
  readonly brokers: readonly string[];
  stop(): Promise<void>;
}

/** Runs the local broker as a child process. Should it die, it is started again at the same address, with its data. */
export async function startKafkaProcess(options: KafkaProcessOptions): Promise<KafkaProcess> {
  const { dataFolder, onNotice } = options;
  const server = await startRestarted<LocalKafka>({
    ...options,
    start: async (died, onUnexpectedExit) => {
      // It holds the folder until it is told to stop, though it is dead.
      await died?.stop();
      return startLocalKafka({ dataFolder, port: died?.port, onLine: onNotice, onUnexpectedExit });
    },
  });
  return { brokers: server.first.brokers, stop: () => server.stop() };
}
