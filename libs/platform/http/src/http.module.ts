import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock';
import { CloudEventIngest } from './cloud-events/cloud-event.ingest';
import { CloudEventsController } from './cloud-events/cloud-events.controller';
import { CommandWriter } from './command.writer';
import { HealthController } from './health/health.controller';
import { ReadinessChecks, type ReadinessCheck } from './health/readiness.checks';
import { HttpSettings } from './http.settings';
import { MetricsController } from './metrics/metrics.controller';
import { PlatformMetrics } from './metrics/platform.metrics';
import { PositionWaiter } from './position.waiter';
import { ChangesController } from './projections/changes.controller';
import { ChangeStreams } from './projections/changes.streams';
import { ProjectionControl } from './projections/projection.control';
import { ProjectionsController } from './projections/projections.controller';
import { AllRejectionStatuses } from './rejection.statuses';

export interface HttpModuleOptions {
  readonly settings: HttpSettings;
  readonly clock: Clock;
  readonly waiter: PositionWaiter;
  /** Of all domains whose commands the catalogue has. */
  readonly rejections: AllRejectionStatuses;
  readonly readiness: readonly ReadinessCheck[];
  readonly projections: ProjectionControl;
  readonly changes: ChangeStreams;
  readonly metrics: PlatformMetrics;
}

/** What controllers of all domains need; the buses and the catalogue come from CommandsModule. */
@Module({})
export class HttpModule {
  static forRoot({
    settings,
    clock,
    waiter,
    rejections,
    readiness,
    projections,
    changes,
    metrics,
  }: HttpModuleOptions): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      controllers: [
        CloudEventsController,
        HealthController,
        MetricsController,
        ProjectionsController,
        ChangesController,
      ],
      providers: [
        { provide: HttpSettings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: PositionWaiter, useValue: waiter },
        { provide: AllRejectionStatuses, useValue: rejections },
        { provide: ReadinessChecks, useValue: new ReadinessChecks(readiness) },
        // A factory, so that Nest tells it of the shutdown.
        { provide: ProjectionControl, useFactory: () => projections },
        { provide: ChangeStreams, useFactory: () => changes },
        { provide: PlatformMetrics, useValue: metrics },
        CommandWriter,
        CloudEventIngest,
      ],
      exports: [HttpSettings, Clock, PositionWaiter, CommandWriter],
    };
  }
}
