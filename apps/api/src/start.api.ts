import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec, domainProjections } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import {
  ProjectionControl,
  serveHttp,
  SystemClock,
  type Clock,
  type HttpServer,
  type HttpSettings,
} from '@tenure/http';
import { readProjectionStatus, type RunningStatus } from '@tenure/projections';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { ApiModule } from './api.module';
import { nestLogger } from './nest.logger';
import { readinessChecks } from './readiness';

export interface ApiOptions {
  readonly settings: HttpSettings;
  /** Both stay the caller's, who closes them after the API. */
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  /** Where it runs in the same process, and so knows more than the checkpoints say. */
  readonly projector?: { status(): Promise<RunningStatus[]> };
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Listens on `settings.host` and `settings.port`; rejects where it can't. `close` answers what is under way first. */
export async function startApi(options: ApiOptions): Promise<HttpServer> {
  const { settings, client, dataSource, projector, log, clock = new SystemClock() } = options;
  const asCheckpointsSay = {
    dataSource,
    bindings: domainProjections,
    head: () => headPosition(client),
    nowMs: () => Date.parse(clock.now()),
  };
  const projections = new ProjectionControl({
    dataSource,
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    bindings: domainProjections,
    status: () => projector?.status() ?? readProjectionStatus(asCheckpointsSay),
    onRebuildFailure: (projection, error) => log.error({ projection, err: error }, 'the rebuild failed'),
  });
  const readiness = readinessChecks(client, dataSource, projections);
  const module = ApiModule.register({ settings, client, dataSource, projections, readiness, clock });
  return serveHttp(module, settings, nestLogger(log));
}
