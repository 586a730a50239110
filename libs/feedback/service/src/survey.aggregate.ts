import type { Aggregate } from '@tenure/event-store';
import { surveyCodec, type SurveyCommand, type SurveyEvent, type SurveyRejection } from '@tenure/feedback-contract';
import { surveyInvitation, type SurveyInvitation, type SurveyVersions } from '@tenure/feedback-core';
import type { Plain } from '@tenure/shared-contract';

export type SurveyAggregate = Aggregate<SurveyInvitation, Plain<SurveyCommand>, SurveyEvent, SurveyRejection>;

export const SURVEY_CATEGORY = 'survey';

export const surveyUnder = (versions: SurveyVersions): SurveyAggregate => ({
  category: SURVEY_CATEGORY,
  decider: surveyInvitation(versions),
  codec: surveyCodec,
  idOf: ({ invitationId }) => invitationId,
  customerIdOf: ({ data }) => data.customerId,
  starts: ['InviteToSurvey', 'InviteOnOccasion'],
});
