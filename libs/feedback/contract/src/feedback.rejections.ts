export type SurveyRejection =
  | 'survey-not-in-force'
  | 'survey-already-invited-differently'
  | 'survey-invitation-not-found'
  | 'survey-already-answered'
  | 'survey-ended'
  | 'survey-answered-before-invited'
  | 'survey-question-unknown'
  | 'survey-answer-of-another-kind'
  | 'survey-score-off-scale'
  | 'survey-option-unknown'
  | 'survey-too-many-chosen'
  | 'survey-text-too-long'
  | 'survey-required-missing'
  | 'survey-nothing-answered';

export type VoiceRejection = 'voice-already-recorded-differently';
