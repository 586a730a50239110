import type { EventStoreDBClient } from '@eventstore/db-client';
import { Module, type DynamicModule } from '@nestjs/common';
import { CommandsModule } from '@tenure/commands';
import { domainCommands } from '@tenure/composition';
import type { SurveyLinks } from '@tenure/feedback-contract';
import {
  CheckpointWaiter,
  HttpModule,
  type ChangeStreams,
  type Clock,
  type HttpSettings,
  type PlatformMetrics,
  type ProjectionControl,
  type ReadinessCheck,
} from '@tenure/http';
import { DataSource } from 'typeorm';
import { apiModules, apiRejectionStatuses } from './api.domains';
import { SurveyLinksModule } from './survey-links.module';

/** What the API runs on; client and data source are the caller's, who disposes of them after the API is closed. */
export interface ApiDependencies {
  readonly settings: HttpSettings;
  readonly client: EventStoreDBClient;
  readonly dataSource: DataSource;
  readonly projections: ProjectionControl;
  readonly changes: ChangeStreams;
  readonly readiness: readonly ReadinessCheck[];
  readonly metrics: PlatformMetrics;
  readonly clock: Clock;
  readonly surveyLinks: SurveyLinks;
}

/** All domains behind one HTTP server. */
@Module({})
export class ApiModule {
  static register({ client, dataSource, surveyLinks, ...http }: ApiDependencies): DynamicModule {
    const waiter = new CheckpointWaiter(dataSource);
    const rejections = { statuses: apiRejectionStatuses };
    return {
      module: ApiModule,
      imports: [
        ReadModelsModule.on(dataSource),
        SurveyLinksModule.on(surveyLinks),
        CommandsModule.forRoot({ client, descriptions: domainCommands, now: () => http.clock.now() }),
        HttpModule.forRoot({ ...http, waiter, rejections }),
        ...apiModules,
      ],
    };
  }
}

@Module({})
class ReadModelsModule {
  static on(dataSource: DataSource): DynamicModule {
    const provider = { provide: DataSource, useValue: dataSource };
    return { module: ReadModelsModule, global: true, providers: [provider], exports: [DataSource] };
  }
}
