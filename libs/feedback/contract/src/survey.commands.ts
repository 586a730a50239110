import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, Length } from 'class-validator';
import { Command, IdProperty, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import { AnswersProperty, type GivenAnswer } from './given.answers';
import { LabelsProperty } from './labels.property';
import { SubjectProperty } from './subject.property';
import { SURVEY_LANGUAGES, type SurveyInvited, type SurveyLanguage, type SurveySubject } from './survey.events';

abstract class OnInvitation extends Command {
  @IdProperty('Id of the invitation, chosen by the sender.')
  readonly invitationId!: string;
}

abstract class Invite extends OnInvitation {
  @IdProperty('The survey: a policy of kind `survey`. Its version is the one in force when the customer is asked.')
  readonly surveyId!: string;

  @IdProperty('The customer who is asked.')
  readonly customerId!: string;

  @SubjectProperty()
  readonly about?: SurveySubject;

  @ApiPropertyOptional({ maxLength: 500, description: 'Product or service that it is about.' })
  @MayBeAbsent()
  @Length(1, 500)
  readonly product?: string;

  @LabelsProperty('What is known of the service that it is about, such as `delivered-late`.')
  readonly labels?: readonly string[];

  @ApiProperty({
    description: 'Whether the platform writes to the customer; nobody is written to of what lies more than a day back.',
  })
  @IsBoolean()
  readonly send!: boolean;

  @IdProperty('Who asks.')
  readonly by!: string;
}

/** Asks a customer by a survey. */
export class InviteToSurvey extends Invite {
  readonly type = 'InviteToSurvey';
}

/** Asks a customer because of something that happened; sent by the platform itself, never from outside. */
export class InviteOnOccasion extends Invite {
  readonly type = 'InviteOnOccasion';
  readonly causeEventId?: string;
  /** Stands in place of the usual words. */
  readonly message?: SurveyInvited['message'];
}

/** What a customer answers to the questions of the version that they were invited to; once. */
export class AnswerSurvey extends OnInvitation {
  readonly type = 'AnswerSurvey';

  @AnswersProperty('At most one for each question; texts that are empty and choices of nothing count as no answer.')
  readonly answers!: readonly GivenAnswer[];

  @ApiPropertyOptional({ enum: SURVEY_LANGUAGES, description: 'In which the questions were read.' })
  @MayBeAbsent()
  @IsIn(SURVEY_LANGUAGES)
  readonly language?: SurveyLanguage;
}

export type SurveyCommand = InviteToSurvey | InviteOnOccasion | AnswerSurvey;

/** Those that can be reached from outside. */
export const surveyCommands: readonly CommandDescription<SurveyCommand>[] = [
  { command: InviteToSurvey, cloudEventType: 'tenure.survey.invited' },
  { command: AnswerSurvey, cloudEventType: 'tenure.survey.answered' },
];
