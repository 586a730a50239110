import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { acceptedLanguage, fail, ReadOperation } from '@tenure/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GetProgress } from './get-progress.query';
import { progressPage } from './progress.page';
import { ProgressView } from './progress.view';

/** For customers, who have nothing but the link. */
@ApiTags('progress')
@Controller('progress')
export class ProgressController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get(':token')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @Header('vary', 'accept, accept-language')
  @ApiHeader({ name: 'accept-language', required: false, description: 'Chinese or English; English by default.' })
  @ReadOperation({
    id: 'getProgress',
    summary: 'The steps of the case that a private link shows: no names, no notes',
    description: 'A browser gets them as a page.',
    answer: ProgressView,
    path: ['token'],
    projections: ['progress-link', 'complaint-queue', 'case-clock'],
  })
  async get(
    @Param('token') token: string,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgressView | string> {
    const language = acceptedLanguage(headers['accept-language']);
    const progress = await this.queries.execute(new GetProgress(token, language));
    if (!progress) throw fail('not-found', 'There is nothing under this link, or it has ended');
    void reply.header('content-language', language);
    if (!isBrowser(headers.accept)) return progress;
    void reply.type('text/html; charset=utf-8').header('content-security-policy', CONTENT_SECURITY);
    return progressPage(progress);
  }
}

const CONTENT_SECURITY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Programs ask for anything or for JSON; only browsers name pages, and name them first. */
const isBrowser = (accept: string | undefined): boolean => accept?.trimStart().startsWith('text/html') ?? false;
