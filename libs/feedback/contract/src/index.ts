export { DimensionScores, type DimensionScore } from './dimension.scores';
export type { SurveyRejection, VoiceRejection } from './feedback.rejections';
export type { GivenAnswer } from './given.answers';
export { AnswerSurvey, InviteOnOccasion, InviteToSurvey, surveyCommands, type SurveyCommand } from './survey.commands';
export {
  SUBJECT_KINDS,
  SURVEY_LANGUAGES,
  surveyCodec,
  type SurveyAnswer,
  type SurveyAnswered,
  type SurveyEvent,
  type SurveyInvited,
  type SurveyLanguage,
  type SurveySubject,
} from './survey.events';
export { SurveyLinks } from './survey.links';
export { RecordVoice, voiceCommands } from './voice.commands';
export { VOICE_KINDS, voiceCodec, type VoiceEvent, type VoiceHeard, type VoiceKind } from './voice.events';
