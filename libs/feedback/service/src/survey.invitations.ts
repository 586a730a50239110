import { EventStoreDBClient } from '@eventstore/db-client';
import { Inject, Injectable } from '@nestjs/common';
import { readHistory, UnreadableEventError } from '@tenure/event-store';
import { surveyCodec, type SurveyCommand } from '@tenure/feedback-contract';
import { surveyInvitation, type SurveyInvitation, type SurveyVersions } from '@tenure/feedback-core';
import { PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { SURVEY_CATEGORY } from './survey.aggregate';

/** Invitations as they stand in the log, never behind it, and the surveys that they are to. */
@Injectable()
export class SurveyInvitations {
  constructor(
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  /** Throws UnreadableEventError. */
  async find(invitationId: string): Promise<SurveyInvitation> {
    const { initial, evolve } = surveyInvitation([]);
    let state = initial;
    for (const { type, data, metadata, stream, revision } of await readHistory(this.eventStore, [
      `${SURVEY_CATEGORY}-${invitationId}`,
    ])) {
      const decoded = surveyCodec.decode(type, metadata.schemaVersion, data);
      if (!decoded.known) throw new UnreadableEventError(stream, revision, decoded.reason);
      state = evolve(state, decoded.event);
    }
    return state;
  }

  /** What a command is decided by: an answer doesn't name its survey, the invitation does. */
  async versionsFor(command: Plain<SurveyCommand>): Promise<SurveyVersions> {
    if (command.type !== 'AnswerSurvey') return this.policies.versions('survey', command.surveyId);
    const known = await this.find(command.invitationId);
    return known.status === 'absent' ? [] : this.policies.versions('survey', known.invited.surveyId);
  }

  /** The version whose questions were asked. */
  async survey(known: Exclude<SurveyInvitation, { status: 'absent' }>): Promise<PublishedPolicy<'survey'>> {
    const { surveyId, version } = known.invited;
    const survey = await this.policies.version('survey', surveyId, version);
    if (!survey) throw new Error(`Survey ${surveyId} has no version ${version}, to which a customer was invited`);
    return survey;
  }
}
