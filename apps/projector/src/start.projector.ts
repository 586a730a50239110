import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec, domainProjections } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import { ProjectionEngine, type RunningStatus } from '@tenure/projections';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

/** Owned by the caller, who closes them after the projector. */
export interface ProjectorDependencies {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly log: Logger;
}

export interface Projector {
  status(): Promise<RunningStatus[]>;
  close(): Promise<void>;
}

/** Keeps every read model up with the log. Returns at once; what fails is tried again. */
export function startProjector({ client, dataSource, log }: ProjectorDependencies): Projector {
  const engine = new ProjectionEngine({
    dataSource,
    feed: new EventStoreFeed(client, domainCodec, (event) =>
      log.warn({ ...event, position: `${event.position}`, revision: `${event.revision}` }, 'event passed over'),
    ),
    bindings: domainProjections,
    head: () => headPosition(client),
    onFailure: (projections, error) =>
      log.error({ projections, err: error }, 'projections failed, will be tried again'),
  });
  engine.start();
  return { status: () => engine.status(), close: () => engine.stop() };
}
