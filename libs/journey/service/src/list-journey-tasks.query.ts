import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage, whereEqual } from '@tenure/postgres';
import { IsId, MayBeAbsent } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { JourneyTaskEntry } from './journey-task.entity';
import { taskViewOf, type JourneyTaskView } from './journey-task.view';

export class JourneyTaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'done'], description: '`open` is the list of what is to be done.' })
  @MayBeAbsent()
  @IsIn(['open', 'done'])
  readonly status?: 'open' | 'done';

  @ApiPropertyOptional({ description: 'The person who has to do it.' })
  @MayBeAbsent()
  @IsId()
  readonly assignee?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly journeyId?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;
}

/** Tasks, those that are due first at the front. */
export class ListJourneyTasks extends Query<Page<JourneyTaskView>> {
  constructor(readonly filter: JourneyTaskQuery) {
    super();
  }
}

@QueryHandler(ListJourneyTasks)
export class ListJourneyTasksHandler implements IQueryHandler<ListJourneyTasks> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListJourneyTasks): Promise<Page<JourneyTaskView>> {
    const { limit, cursor, status, assignee, journeyId, customerId } = filter;
    const rows = this.dataSource.getRepository(JourneyTaskEntry).createQueryBuilder('row');
    whereEqual(rows, { status, assignee, journeyId, customerId });
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: JourneyTaskEntry, by: 'dueAt', key: 'taskId', direction: 'ASC' } as const;
    const found = await readPage(rows, order, { after, limit });
    return cutPage(found, limit, { item: taskViewOf, key: ({ taskId }) => [taskId] });
  }
}
