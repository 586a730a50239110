import { hash } from 'node:crypto';
import type { SurveySubject } from '@tenure/feedback-contract';

const LETTERS = 32;

/** One for each survey, customer and occasion: whoever is asked again for the same is not asked. */
export const invitationIdOf = (surveyId: string, customerId: string, { kind, id }: SurveySubject): string =>
  hash('sha256', JSON.stringify([surveyId, customerId, kind, id]), 'hex').slice(0, LETTERS);
