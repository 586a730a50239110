import { Module } from '@nestjs/common';
import { AttainmentController } from './attainment.controller';
import { GetAttainmentHandler } from './attainment.query';
import { CaseQueueController } from './case-queue.controller';
import { ListCaseQueueHandler } from './case-queue.query';
import { CaseStandings } from './case.standings';
import { GetClockHistoryHandler } from './clock-history.query';
import { ExportClocksHandler } from './clocks.table.query';
import { StandardsReader } from './standards.reader';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, PolicyBook and a global DataSource with its entities. */
@Module({
  controllers: [CaseQueueController, AttainmentController],
  providers: [
    CaseStandings,
    ExportClocksHandler,
    GetAttainmentHandler,
    GetClockHistoryHandler,
    ListCaseQueueHandler,
    StandardsReader,
  ],
})
export class ServiceStandardHttpModule {}
