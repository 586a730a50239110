import { Controller, Get, HttpStatus, Inject, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  CommandOperation,
  CommandWriter,
  fail,
  IncomingCommand,
  ReadOperation,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';
import { DrawReviewSample, ReviewServiceRecord, type RecordReviewRejection } from '@tenure/service-record-contract';
import { GetRecordReview } from './get-record-review.query';
import { RecordReviewView } from './record-review.view';
import { SampleDrawing } from './sample.drawing';
import { WeekPipe } from './week.pipe';

export const recordReviewStatuses: RejectionStatuses<RecordReviewRejection> = {
  'record-review-no-policy-in-force': HttpStatus.CONFLICT,
  'record-review-week-not-over': HttpStatus.CONFLICT,
  'record-review-not-drawn': HttpStatus.NOT_FOUND,
  'record-review-not-in-sample': HttpStatus.NOT_FOUND,
  'record-review-by-responsible': HttpStatus.FORBIDDEN,
  'record-review-scores-disagree': HttpStatus.UNPROCESSABLE_ENTITY,
  'record-review-already-made-differently': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = recordReviewStatuses;

@ApiTags('service records')
@Controller('record-reviews')
export class RecordReviewController {
  constructor(
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(SampleDrawing) private readonly drawing: SampleDrawing,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Post(':week/sample')
  @CommandOperation({
    command: DrawReviewSample,
    summary: 'Draw the sample of a week that is over',
    description:
      'Stratified by tier, and the same whoever draws it: of each tier the records with the smallest hash of the seed ' +
      'and their id. A week is drawn once; the platform does so by itself on Monday.',
    path: ['week'],
    statuses,
  })
  async draw(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.writeParsed(await this.drawing.parserFor(incoming.payload), incoming, statuses);
  }

  @Post(':week/records/:recordId')
  @CommandOperation({
    command: ReviewServiceRecord,
    summary: 'Review a record of the sample',
    path: ['week', 'recordId'],
    statuses,
  })
  review(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(ReviewServiceRecord, incoming, statuses);
  }

  @Get(':week')
  @ReadOperation({
    id: 'getRecordReview',
    summary: 'The sample of a week, how it was drawn, and what the reviews found',
    description: 'From the event store itself, so it is never behind.',
    answer: RecordReviewView,
    path: ['week'],
  })
  async get(@Param('week', WeekPipe) week: string): Promise<RecordReviewView> {
    const review = await this.queries.execute(new GetRecordReview(week));
    if (!review) throw fail('not-found', `No sample was drawn for ${week}`);
    return review;
  }
}
