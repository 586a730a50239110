export { FeedbackHttpModule } from './feedback.http.module';
export { FeedbackModule } from './feedback.module';
export { feedbackMigrations, feedbackProjections } from './feedback.projections';
export { KeyedSurveyLinks } from './keyed-survey.links';
export { surveyRejectionStatuses, voiceRejectionStatuses } from './feedback.statuses';
export { ProjectedDimensionScores } from './projected-dimension.scores';
export { surveyAutomation, type SurveyAutomationOptions } from './survey.automation';
export { SurveyComparator } from './survey.comparator';
export { KnownSurvey, SurveyAskedRow, SurveyDueRow, SurveyRoundRow } from './survey-asking.entity';
