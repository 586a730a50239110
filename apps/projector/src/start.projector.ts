import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec, domainProjections } from '@tenure/composition';
import { headPosition, rereadFrom } from '@tenure/event-store';
import { ProjectionEngine, type RunningStatus } from '@tenure/projections';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type LogTopic, projectorFeed } from './projector.feed';

/** Owned by the caller, who closes them after the projector. */
export interface ProjectorDependencies {
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly log: Logger;
  /** Feeds it in place of EventStoreDB itself. */
  readonly logTopic?: LogTopic;
}

export interface Projector {
  status(): Promise<RunningStatus[]>;
  close(): Promise<void>;
}

/** Keeps every read model up with the log. Returns at once; what fails is tried again. */
export function startProjector({ client, dataSource, log, logTopic }: ProjectorDependencies): Projector {
  const engine = new ProjectionEngine({
    dataSource,
    feed: projectorFeed({ client, logTopic, log }),
    reread: rereadFrom(client, domainCodec),
    bindings: domainProjections,
    head: () => headPosition(client),
    onFailure: (projections, error) =>
      log.error({ projections, err: error }, 'projections failed, will be tried again'),
    onParked: ({ position, ...parked }) =>
      log.error(
        { ...parked, position: `${position}` },
        'an event has parked its sequence: see `tenure projections parked`',
      ),
  });
  engine.start();
  return { status: () => engine.status(), close: () => engine.stop() };
}
