import type { Recorded } from '@tenure/kernel';
import { startTestPostgres } from '@tenure/local-servers/testing';
import { createDataSource, runMigrations } from '@tenure/postgres';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { ProjectionCheckpoint } from '../checkpoint.entity';
import { CreateProjectionCheckpoint1700000000000 } from '../checkpoint.migration';
import { CreateProjectionParking1700000000900 } from '../parking.migration';
import { waitForPosition } from '../position.wait';
import type { ProjectionBinding } from '../projection.binding';
import { ProjectionEngine } from '../projection.engine';
import { ArrayFeed } from './array.feed';

const LIMIT_MS = 60_000;

export interface UsedProjectionsOptions {
  readonly bindings: readonly ProjectionBinding[];
  /** Of their tables. */
  readonly migrations: Extract<DataSourceOptions['migrations'], readonly unknown[]>;
}

export interface UsedProjections {
  /** There from the first test to the last; asked for earlier, it throws. */
  readonly dataSource: DataSource;
  /** Has an engine fold the events, each of which comes more than once; resolves when the rows hold them all. */
  project(events: readonly Recorded[], batchSize: number): Promise<void>;
}

/** For Jest: projections with a database of their own, which the tests of a file, or of a `describe` block, share. */
export function useProjections({ bindings, migrations }: UsedProjectionsOptions): UsedProjections {
  let used: DataSource | undefined;
  let stop: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const postgres = await startTestPostgres();
    stop = () => postgres.stop();
    used = await createDataSource({
      url: postgres.url,
      entities: [ProjectionCheckpoint, ...bindings.map(({ entity }) => entity)],
      migrations: [CreateProjectionCheckpoint1700000000000, CreateProjectionParking1700000000900, ...migrations],
    });
    await runMigrations(used);
  });
  afterAll(async () => {
    await used?.destroy();
    await stop();
  });
  const inUse = (): DataSource => {
    if (used === undefined) throw new Error('the database is there from the first test on, not before');
    return used;
  };
  return {
    get dataSource() {
      return inUse();
    },
    project: async (events, batchSize) => {
      const dataSource = inUse();
      const feed = new ArrayFeed({ batchSize, repeating: true });
      feed.append(...events);
      const engine = new ProjectionEngine({ dataSource, feed, bindings, head: feed.head });
      engine.start();
      const names = bindings.map(({ projection }) => projection.name);
      await waitForPosition(dataSource, names, events.at(-1)?.position ?? 0n, LIMIT_MS);
      await engine.stop();
    },
  };
}
