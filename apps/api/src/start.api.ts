import type { EventStoreDBClient } from '@eventstore/db-client';
import { domainCodec, domainProjections } from '@tenure/composition';
import { EventStoreFeed, headPosition } from '@tenure/event-store';
import type { SurveyLinks } from '@tenure/feedback-contract';
import { KeyedSurveyLinks } from '@tenure/feedback-service';
import {
  ChangeStreams,
  PlatformMetrics,
  ProjectionControl,
  serveHttp,
  SystemClock,
  type Clock,
  type HttpServer,
  type HttpSettings,
  type AutomationSource,
  type IngressSource,
  type RelaySource,
} from '@tenure/http';
import { readProjectionStatus, type RunningStatus } from '@tenure/projections';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { ApiModule } from './api.module';
import { describePublicTopics } from './asyncapi/public.topics';
import { withExactLag, withExactRelayLag } from './exact.lag';
import { nestLogger } from './nest.logger';
import { readinessChecks } from './readiness';
import { readTableFigures } from './table.figures';
import { watchProjections } from './watched.projections';

export interface ApiOptions {
  readonly settings: HttpSettings;
  /** Both stay the caller's, who closes them after the API. */
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  /** Where it runs in the same process, and so knows more than the checkpoints say. */
  readonly projector?: { status(): Promise<RunningStatus[]> };
  /** Where one runs in the same process; its state is then part of health and metrics. */
  readonly relay?: RelaySource;
  /** What acts on the log, and what takes Kafka's records: likewise. */
  readonly automation?: AutomationSource;
  readonly ingress?: IngressSource;
  /** Those that customers are written; of an own key that nobody has unless given. */
  readonly surveyLinks?: SurveyLinks;
  readonly log: Logger;
  readonly clock?: Clock;
}

/** Listens on `settings.host` and `settings.port`; rejects where it can't. `close` answers what is under way first. */
export async function startApi(options: ApiOptions): Promise<HttpServer> {
  const {
    settings,
    client,
    dataSource,
    projector,
    relay,
    automation,
    ingress,
    surveyLinks = new KeyedSurveyLinks(`http://${settings.host}:${settings.port}`),
    log,
    clock = new SystemClock(),
  } = options;
  const nowMs = () => Date.parse(clock.now());
  const asCheckpointsSay = {
    dataSource,
    bindings: domainProjections,
    head: () => headPosition(client),
    nowMs,
  };
  const readModels = {
    dataSource,
    feed: new EventStoreFeed(client, domainCodec, () => undefined),
    bindings: domainProjections,
  };
  const projections = new ProjectionControl({
    head: () => headPosition(client),
    ...readModels,
    status: async () =>
      withExactLag(client, await (projector?.status() ?? readProjectionStatus(asCheckpointsSay)), nowMs()),
    onRebuildFailure: (projection, error) => log.error({ projection, err: error }, 'the rebuild failed'),
  });
  const changes = new ChangeStreams(readModels);
  const watched = watchProjections(projections, settings.stalledAfterMs);
  const readiness = readinessChecks({
    client,
    dataSource,
    projections: watched,
    relay,
    automation,
    ingress,
    stalledAfterMs: settings.stalledAfterMs,
    nowMs,
  });
  const metrics = new PlatformMetrics({
    projections: watched,
    tables: () => readTableFigures(dataSource),
    ...(automation && { automations: () => automation.status() }),
    ...(ingress && { ingress: () => ingress.status() }),
    ...(relay && { relay: async () => withExactRelayLag(client, await relay.status(), nowMs()) }),
  });
  const module = ApiModule.register({
    settings,
    client,
    dataSource,
    projections,
    changes,
    readiness,
    metrics,
    clock,
    surveyLinks,
  });
  return serveHttp(module, settings, nestLogger(log), ({ components }) => ({
    '/asyncapi.json': describePublicTopics({ ...components?.schemas }),
  }));
}
