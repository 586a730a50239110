import { Module } from '@nestjs/common';
import { GetJourneyReportHandler } from './get-journey-report.query';
import { JourneyController } from './journey.controller';
import { JourneyModule } from './journey.module';
import { JourneyQueriesController } from './journey.queries.controller';
import { ListJourneyRunsHandler } from './list-journey-runs.query';
import { ListJourneyTasksHandler } from './list-journey-tasks.query';
import { ListJourneysHandler } from './list-journeys.query';
import { JourneySimulationController } from './simulation.controller';
import { JourneySimulating } from './simulation.running';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook, an EventHistory and a global DataSource. */
@Module({
  imports: [JourneyModule],
  controllers: [JourneyController, JourneyQueriesController, JourneySimulationController],
  providers: [
    GetJourneyReportHandler,
    JourneySimulating,
    ListJourneyRunsHandler,
    ListJourneyTasksHandler,
    ListJourneysHandler,
  ],
})
export class JourneyHttpModule {}
