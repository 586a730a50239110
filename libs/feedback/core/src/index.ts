export { whyNotAsked, type AskedCustomer, type NotAsked } from './asking.rules';
export { customerVoice, type CustomerVoiceRow } from './customer-voice.projection';
export { flawsOf, type AnswerFlaw } from './survey.answering';
export { surveyInvitation, type SurveyVersions } from './survey.decider';
export { surveyResponse, type SurveyResponseRow } from './survey-response.projection';
export type { SurveyInvitation } from './survey.state';
export { voice, type Voice } from './voice.decider';
