import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { ComplaintView } from './complaint.view';
import { GetComplaint } from './get-complaint.query';
import { ComplaintListQuery, ListComplaints } from './list-complaints.query';

@ApiTags('complaints')
@Controller('complaints')
export class ComplaintQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'listComplaints',
    summary: 'The queue: cases in the order of their opening, the oldest first',
    answer: pageOf(ComplaintView),
    projections: ['complaint-queue'],
  })
  list(@Query(QueryPipe) filter: ComplaintListQuery): Promise<Page<ComplaintView>> {
    return this.queries.execute(new ListComplaints(filter));
  }

  @Get(':complaintId')
  @ReadOperation({
    id: 'getComplaint',
    summary: 'One case, where it stands and when it got there',
    answer: ComplaintView,
    path: ['complaintId'],
    projections: ['complaint-queue'],
  })
  async get(@Param('complaintId', IdPipe) complaintId: string): Promise<ComplaintView> {
    const complaint = await this.queries.execute(new GetComplaint(complaintId));
    if (!complaint) throw fail('not-found', `There is no complaint ${complaintId}`);
    return complaint;
  }
}
