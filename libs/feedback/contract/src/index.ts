export {
  SURVEY_LANGUAGES,
  surveyCodec,
  type SurveyAnswer,
  type SurveyAnswered,
  type SurveyEvent,
  type SurveyInvited,
  type SurveyLanguage,
  type SurveySubject,
} from './survey.events';
export { VOICE_KINDS, voiceCodec, type VoiceEvent, type VoiceHeard, type VoiceKind } from './voice.events';
