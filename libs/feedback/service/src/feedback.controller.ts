import { Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnswerSurvey, InviteToSurvey, RecordVoice } from '@tenure/feedback-contract';
import { CommandOperation, CommandWriter, IncomingCommand, type Incoming, type WriteAnswer } from '@tenure/http';
import { surveyRejectionStatuses, voiceRejectionStatuses } from './feedback.statuses';

@ApiTags('feedback')
@Controller('feedback')
export class FeedbackController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post('invitations')
  @CommandOperation({
    command: InviteToSurvey,
    summary: 'Ask a customer by a survey',
    description:
      'With `send` the platform writes to the customer; the link is told to the customer alone. What already happened elsewhere is recorded without.',
    statuses: surveyRejectionStatuses,
  })
  invite(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(InviteToSurvey, incoming, surveyRejectionStatuses);
  }

  @Post('invitations/:invitationId/answers')
  @CommandOperation({
    command: AnswerSurvey,
    summary: 'Record what a customer answered, once',
    path: ['invitationId'],
    statuses: surveyRejectionStatuses,
  })
  answer(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(AnswerSurvey, incoming, surveyRejectionStatuses);
  }

  @Post('voices')
  @CommandOperation({
    command: RecordVoice,
    summary: 'Record what a customer said in an interview, a forum, social media or at the front line',
    statuses: voiceRejectionStatuses,
  })
  record(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordVoice, incoming, voiceRejectionStatuses);
  }
}
