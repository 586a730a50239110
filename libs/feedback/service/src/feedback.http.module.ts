import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller';
import { FeedbackModule } from './feedback.module';
import { GetSurveyInvitationHandler, ListCustomerVoicesHandler, ListSurveyAnswersHandler } from './feedback.queries';
import { FeedbackQueriesController } from './feedback.queries.controller';
import { ListSurveysHandler } from './list-surveys.query';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule and a global DataSource with its entities. */
@Module({
  imports: [FeedbackModule],
  controllers: [FeedbackController, FeedbackQueriesController],
  providers: [ListSurveysHandler, GetSurveyInvitationHandler, ListSurveyAnswersHandler, ListCustomerVoicesHandler],
})
export class FeedbackHttpModule {}
