import { GrpcServer } from './grpc/grpc.server';
import { EventStore } from './store/event-store';

export type EmbeddedEventStoreOptions = {
  /** Created where it is missing; held exclusively. */
  dataFolder: string;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Loopback by default: the protocol carries no password and no encryption here. */
  host?: string;
  /** Size from which a file of the log is closed and the next begun. */
  segmentBytes?: number;
};

export type EmbeddedEventStore = {
  port: number;
  /** For `EventStoreDBClient.connectionString`. */
  connectionString: string;
  /** Ends all calls, finishes writes that were begun and gives the folder free. May be called again. */
  stop(): Promise<void>;
};

const DEFAULT_SEGMENT_BYTES = 128 * 1024 * 1024;

/**
 * Starts a node in this process. Rejects with DataFolderInUseError, CorruptLogError, UnsupportedLogFormatError or the
 * system's error of folder or port; the folder is then as it was.
 */
export async function startEmbeddedEventStore(options: EmbeddedEventStoreOptions): Promise<EmbeddedEventStore> {
  const { dataFolder, port = 0, host = '127.0.0.1', segmentBytes = DEFAULT_SEGMENT_BYTES } = options;
  const store = await EventStore.open({ folder: dataFolder, segmentBytes });
  const server = new GrpcServer(store);
  try {
    const boundPort = await server.listen(port, host);
    let stopping: Promise<void> | undefined;
    return {
      port: boundPort,
      connectionString: `esdb://${host}:${boundPort}?tls=false`,
      stop: () => (stopping ??= server.stop().then(() => store.stop())),
    };
  } catch (error) {
    await store.stop();
    throw error;
  }
}
