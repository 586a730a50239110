import { customerVoice, surveyResponse } from '@tenure/feedback-core';
import { bindProjection, type ProjectionBinding } from '@tenure/projections';
import { CustomerVoiceEntry } from './customer-voice.entity';
import { CreateFeedback1700000003000 } from './feedback.migration';
import { SurveyResponseEntry } from './survey-response.entity';

export const feedbackProjections: readonly ProjectionBinding[] = [
  bindProjection(surveyResponse, SurveyResponseEntry),
  bindProjection(customerVoice, CustomerVoiceEntry),
];

export const feedbackMigrations = [CreateFeedback1700000003000];
