import { Module } from '@nestjs/common';
import { CaseSteps } from './case.steps';
import { ComplaintController } from './complaint.controller';
import { ComplaintModule } from './complaint.module';
import { ComplaintOutcomeController } from './complaint-outcome.controller';
import { ComplaintQueriesController } from './complaint.queries.controller';
import { ComplaintWorkController } from './complaint-work.controller';
import { GetComplaintHandler } from './get-complaint.query';
import { GetComplaintStepsHandler } from './get-complaint-steps.query';
import { GetProgressHandler } from './get-progress.query';
import { ListComplaintsHandler } from './list-complaints.query';
import { ProgressController } from './progress.controller';
import { ProgressLinkController } from './progress-link.controller';

/**
 * What the domain offers over HTTP; needs HttpModule, CommandsModule and a global DataSource with its entities. Where
 * CaseLimits is bound for the whole application, steps show their limits.
 */
@Module({
  imports: [ComplaintModule],
  controllers: [
    ComplaintController,
    ComplaintWorkController,
    ComplaintOutcomeController,
    ProgressLinkController,
    ComplaintQueriesController,
    ProgressController,
  ],
  providers: [CaseSteps, GetComplaintHandler, GetComplaintStepsHandler, GetProgressHandler, ListComplaintsHandler],
})
export class ComplaintHttpModule {}
