import type { EventStoreDBClient } from '@eventstore/db-client';
import { Module, type DynamicModule } from '@nestjs/common';
import { CommandsModule } from '@tenure/commands';
import { HttpModule, type Clock, type HttpSettings, type PositionWaiter, type ReadinessCheck } from '@tenure/http';
import { apiCommands, apiModules, apiRejectionStatuses } from './api.domains';

/** What the API runs on; owned by the caller, who disposes of it after the API is closed. */
export interface ApiDependencies {
  readonly settings: HttpSettings;
  readonly client: EventStoreDBClient;
  readonly waiter: PositionWaiter;
  readonly readiness: readonly ReadinessCheck[];
  readonly clock: Clock;
}

/** All domains behind one HTTP server. */
@Module({})
export class ApiModule {
  static register({ settings, client, waiter, readiness, clock }: ApiDependencies): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CommandsModule.forRoot({ client, descriptions: apiCommands }),
        HttpModule.forRoot({ settings, clock, waiter, readiness, rejections: { statuses: apiRejectionStatuses } }),
        ...apiModules,
      ],
    };
  }
}
