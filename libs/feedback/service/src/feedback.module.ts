import { Module } from '@nestjs/common';
import { commandHandlers, commandHandlersUnder } from '@tenure/commands';
import { InviteOnOccasion, surveyCommands, voiceCommands } from '@tenure/feedback-contract';
import { surveyUnder } from './survey.aggregate';
import { SurveyInvitations } from './survey.invitations';
import { voiceAggregate } from './voice.aggregate';

/** Those on an occasion go over the bus like every command, but are in no list of those that come from outside. */
const surveys = commandHandlersUnder(
  SurveyInvitations,
  async (invitations, command) => surveyUnder(await invitations.versionsFor(command)),
  [...surveyCommands, { command: InviteOnOccasion }],
);

/** Needs CommandsModule and a PolicyBook. */
@Module({
  providers: [SurveyInvitations, ...surveys, ...commandHandlers(voiceAggregate, voiceCommands)],
  exports: [SurveyInvitations],
})
export class FeedbackModule {}
