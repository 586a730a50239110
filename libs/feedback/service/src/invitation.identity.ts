import { hash } from 'node:crypto';
import type { SurveySubject } from '@tenure/feedback-contract';
import type { DueSurvey } from './due.surveys';

const LETTERS = 32;

/** One for each survey, customer and occasion: whoever is asked again for the same is not asked. */
export const invitationIdOf = (surveyId: string, customerId: string, { kind, id }: SurveySubject): string =>
  hash('sha256', JSON.stringify([surveyId, customerId, kind, id]), 'hex').slice(0, LETTERS);

/** What a survey asks a customer by its own occasion. */
export const invitationOf = (
  surveyId: string,
  customerId: string,
  about: SurveySubject,
  cause: Pick<DueSurvey, 'causeEventId' | 'correlationId'>,
): Omit<DueSurvey, 'dueAt'> => ({
  invitationId: invitationIdOf(surveyId, customerId, about),
  surveyId,
  customerId,
  about,
  ...cause,
  by: `survey:${surveyId}`,
  message: null,
});
