import type { Recorded } from '@tenure/kernel';
import { waitForPosition } from '../position.wait';
import type { EngineOptions } from '../engine.options';
import { ProjectionEngine, type RunningStatus } from '../projection.engine';
import type { ArrayFeed } from './array.feed';
import { startSampleDatabase } from './sample.database';
import { sampleBindings } from './sample.projections';

const LIMIT_MS = 60_000;
const everyName = sampleBindings.map(({ projection }) => projection.name);

/** Engines of one test file on one database, emptied between its tests. */
export async function openEngineFixture() {
  const database = await startSampleDatabase();
  const engines: ProjectionEngine[] = [];
  return {
    ...database,
    start: (feed: ArrayFeed, options: Partial<EngineOptions> = {}): ProjectionEngine => {
      const { engineSource } = database;
      const { head, reread } = feed;
      const standing = { dataSource: engineSource, feed, head, reread, bindings: sampleBindings, parkedPollMs: 10 };
      const given = { ...standing, ...options };
      const engine = new ProjectionEngine(given);
      engines.push(engine);
      engine.start();
      return engine;
    },
    reach: (events: readonly Recorded[], names: readonly string[] = everyName) =>
      waitForPosition(database.dataSource, names, events.at(-1)?.position ?? 0n, LIMIT_MS),
    stopEngines: async () => {
      await Promise.all(engines.splice(0).map((engine) => engine.stop()));
      await database.empty();
    },
  };
}

/** Waits until the engine's status is as wanted. */
export async function untilStatus(
  engine: ProjectionEngine,
  isWanted: (statuses: readonly RunningStatus[]) => boolean,
): Promise<void> {
  const deadlineMs = performance.now() + LIMIT_MS;
  for (;;) {
    // Nothing is known while the connection that asks is one of those just cut.
    const statuses = await engine.status().catch(() => []);
    if (statuses.length > 0 && isWanted(statuses)) return;
    if (performance.now() > deadlineMs) {
      throw new Error(statuses.map(({ name, state, failure }) => `${name}: ${state} ${failure?.message}`).join(', '));
    }
  }
}

export const untilState = (engine: ProjectionEngine, projection: string, wanted: string): Promise<void> =>
  untilStatus(engine, (statuses) => statuses.some(({ name, state }) => name === projection && state === wanted));
