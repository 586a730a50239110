import { Module } from '@nestjs/common';
import { GoalsAsOf, ImprovementAsOf } from '@tenure/improvement-contract';
import { GoalController } from './goal.controller';
import { GoalQueriesController } from './goal.queries.controller';
import { ImprovementModule } from './improvement.module';
import { MeasureQueriesController, ProblemQueriesController } from './improvement.queries.controller';
import { ImprovementZone } from './improvement.zone';
import { MeasureAnnouncing } from './measure.announcing';
import { MeasureController } from './measure.controller';
import { MeasuredGoals } from './measured.goals';
import { ExportMeasuresHandler, GetMeasureHandler, ListMeasuresHandler } from './measures.query';
import { ProblemController } from './problem.controller';
import { GetProblemHandler, ListProblemsHandler } from './problems.query';
import { ProjectedImprovement } from './projected.improvement';
import { VerificationController } from './verification.controller';
import { VerificationSimulation } from './verification.simulation';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, a PolicyBook and a global DataSource. */
@Module({
  imports: [ImprovementModule],
  controllers: [
    ProblemController,
    ProblemQueriesController,
    VerificationController,
    MeasureController,
    MeasureQueriesController,
    GoalController,
    GoalQueriesController,
  ],
  providers: [
    ExportMeasuresHandler,
    GetMeasureHandler,
    GetProblemHandler,
    ImprovementZone,
    ListMeasuresHandler,
    ListProblemsHandler,
    MeasureAnnouncing,
    MeasuredGoals,
    VerificationSimulation,
    { provide: ImprovementAsOf, useClass: ProjectedImprovement },
    { provide: GoalsAsOf, useExisting: MeasuredGoals },
  ],
  exports: [GoalsAsOf, ImprovementAsOf],
})
export class ImprovementHttpModule {}
