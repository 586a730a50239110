import { Controller, Get, Header, Headers, Inject, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { fail, ReadOperation } from '@tenure/http';
import { acceptedLanguage } from './accepted.language';
import { GetProgress } from './get-progress.query';
import { ProgressView } from './progress.view';

/** For customers, who have nothing but the link. */
@ApiTags('progress')
@Controller('progress')
export class ProgressController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @Header('vary', 'accept-language')
  @ApiHeader({ name: 'accept-language', required: false, description: 'Chinese or English; English by default.' })
  @ReadOperation({
    id: 'getProgress',
    summary: 'The steps of the case that a private link shows: no names, no notes',
    answer: ProgressView,
    path: ['token'],
    projections: ['progress-link', 'complaint-queue', 'case-clock'],
  })
  async get(@Param('token') token: string, @Headers('accept-language') languages?: string): Promise<ProgressView> {
    const progress = await this.queries.execute(new GetProgress(token, acceptedLanguage(languages)));
    if (!progress) throw fail('not-found', 'There is nothing under this link, or it has ended');
    return progress;
  }
}
