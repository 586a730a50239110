import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { QueryPipe, ReadOperation } from '@tenure/http';
import { ListNotices, NoticeListQuery } from './list-notices.query';
import { NoticePage } from './notice.view';

@ApiTags('notices')
@Controller('notices')
export class NoticeQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'listNotices',
    summary: 'The inbox: what people were told, the newest first',
    answer: NoticePage,
    projections: ['notice-inbox'],
  })
  list(@Query(QueryPipe) filter: NoticeListQuery): Promise<NoticePage> {
    return this.queries.execute(new ListNotices(filter));
  }
}
