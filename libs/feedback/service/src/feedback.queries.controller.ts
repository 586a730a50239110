import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { AnswerListQuery, VoiceListQuery } from './feedback.filters';
import { GetSurveyInvitation, ListCustomerVoices, ListSurveyAnswers } from './feedback.queries';
import { CustomerVoiceView, SurveyResponseView } from './feedback.view';
import { FeedbackScoresView } from './feedback-scores.view';
import { FeedbackScoresQuery, GetFeedbackScores } from './get-feedback-scores.query';
import { ListSurveys } from './list-surveys.query';
import { SurveyView } from './surveys.view';

const responses = ['survey-response'];

@ApiTags('feedback')
@Controller('feedback')
export class FeedbackQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('surveys')
  @ReadOperation({
    id: 'listSurveys',
    summary: 'The surveys, and how many were asked and answered',
    answer: SurveyView,
    list: true,
    projections: responses,
  })
  surveys(): Promise<readonly SurveyView[]> {
    return this.queries.execute(new ListSurveys());
  }

  @Get('scores')
  @ReadOperation({
    id: 'getFeedbackScores',
    summary: 'CSAT, NPS, CES, response rate and dimensions, month by month, with their intervals',
    description: 'By the definitions of the metrics, each month as it was known at its end.',
    answer: FeedbackScoresView,
    projections: ['metric-answer', ...responses],
  })
  scores(@Query(QueryPipe) filter: FeedbackScoresQuery): Promise<FeedbackScoresView> {
    return this.queries.execute(new GetFeedbackScores(filter));
  }

  @Get('invitations/:invitationId')
  @ReadOperation({
    id: 'getSurveyInvitation',
    summary: 'One invitation, and what came of it',
    answer: SurveyResponseView,
    path: ['invitationId'],
    projections: responses,
  })
  async invitation(@Param('invitationId', IdPipe) invitationId: string): Promise<SurveyResponseView> {
    const invitation = await this.queries.execute(new GetSurveyInvitation(invitationId));
    if (!invitation) throw fail('not-found', `There is no invitation ${invitationId}`);
    return invitation;
  }

  @Get('answers')
  @ReadOperation({
    id: 'listSurveyAnswers',
    summary: 'What customers answered, the newest first',
    answer: pageOf(SurveyResponseView),
    projections: responses,
  })
  answers(@Query(QueryPipe) filter: AnswerListQuery): Promise<Page<SurveyResponseView>> {
    return this.queries.execute(new ListSurveyAnswers(filter));
  }

  @Get('voices')
  @ReadOperation({
    id: 'listCustomerVoices',
    summary: 'What was heard from customers otherwise, the newest first',
    answer: pageOf(CustomerVoiceView),
    projections: ['customer-voice'],
  })
  voices(@Query(QueryPipe) filter: VoiceListQuery): Promise<Page<CustomerVoiceView>> {
    return this.queries.execute(new ListCustomerVoices(filter));
  }
}
