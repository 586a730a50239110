export { FeedbackHttpModule } from './feedback.http.module';
export { FeedbackModule } from './feedback.module';
export { feedbackMigrations, feedbackProjections } from './feedback.projections';
export { surveyRejectionStatuses, voiceRejectionStatuses } from './feedback.statuses';
export { KnownSurvey, SurveyAskedRow, SurveyDueRow, SurveyRoundRow } from './survey-asking.entity';
