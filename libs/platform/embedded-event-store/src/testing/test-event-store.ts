import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from '../embedded-event-store';

export type TestEventStore = EmbeddedEventStore & { dataFolder: string };

/** A node on a free port with a folder of its own, which goes with it on `stop`. */
export async function startTestEventStore(
  options: Omit<EmbeddedEventStoreOptions, 'dataFolder'> = {},
): Promise<TestEventStore> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tenure-event-store-'));
  try {
    const node = await startEmbeddedEventStore({ ...options, dataFolder });
    return {
      ...node,
      dataFolder,
      stop: async () => {
        await node.stop();
        await rm(dataFolder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(dataFolder, { recursive: true, force: true });
    throw error;
  }
}
