import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller';
import { FeedbackModule } from './feedback.module';
import { GetSurveyInvitationHandler, ListCustomerVoicesHandler, ListSurveyAnswersHandler } from './feedback.queries';
import { FeedbackQueriesController } from './feedback.queries.controller';
import { GetFeedbackScoresHandler } from './get-feedback-scores.query';
import { ListSurveysHandler } from './list-surveys.query';
import { SurveyPageController } from './survey-page.controller';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule, SurveyLinks and a global DataSource with its entities. */
@Module({
  imports: [FeedbackModule],
  controllers: [FeedbackController, FeedbackQueriesController, SurveyPageController],
  providers: [
    ListSurveysHandler,
    GetFeedbackScoresHandler,
    GetSurveyInvitationHandler,
    ListSurveyAnswersHandler,
    ListCustomerVoicesHandler,
  ],
})
export class FeedbackHttpModule {}
