import { HttpStatus } from '@nestjs/common';
import type { SurveyRejection, VoiceRejection } from '@tenure/feedback-contract';
import type { RejectionStatuses } from '@tenure/http';

export const surveyRejectionStatuses: RejectionStatuses<SurveyRejection> = {
  'survey-not-in-force': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-already-invited-differently': HttpStatus.CONFLICT,
  'survey-invitation-not-found': HttpStatus.NOT_FOUND,
  'survey-already-answered': HttpStatus.CONFLICT,
  'survey-ended': HttpStatus.CONFLICT,
  'survey-answered-before-invited': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-question-unknown': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-answer-of-another-kind': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-score-off-scale': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-option-unknown': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-too-many-chosen': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-text-too-long': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-required-missing': HttpStatus.UNPROCESSABLE_ENTITY,
  'survey-nothing-answered': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};

export const voiceRejectionStatuses: RejectionStatuses<VoiceRejection> = {
  'voice-already-recorded-differently': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};
