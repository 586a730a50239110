import { Module } from '@nestjs/common';
import { ImprovementAsOf } from '@tenure/improvement-contract';
import { ImprovementModule } from './improvement.module';
import { MeasureQueriesController, ProblemQueriesController } from './improvement.queries.controller';
import { ImprovementZone } from './improvement.zone';
import { MeasureAnnouncing } from './measure.announcing';
import { MeasureController } from './measure.controller';
import { ExportMeasuresHandler, GetMeasureHandler, ListMeasuresHandler } from './measures.query';
import { ProblemController } from './problem.controller';
import { GetProblemHandler, ListProblemsHandler } from './problems.query';
import { ProjectedImprovement } from './projected.improvement';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({
  imports: [ImprovementModule],
  controllers: [ProblemController, ProblemQueriesController, MeasureController, MeasureQueriesController],
  providers: [
    ExportMeasuresHandler,
    GetMeasureHandler,
    GetProblemHandler,
    ImprovementZone,
    ListMeasuresHandler,
    ListProblemsHandler,
    MeasureAnnouncing,
    { provide: ImprovementAsOf, useClass: ProjectedImprovement },
  ],
  exports: [ImprovementAsOf],
})
export class ImprovementHttpModule {}
