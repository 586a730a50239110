import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { ComplaintStepView } from './complaint-steps.view';
import { ComplaintView } from './complaint.view';
import { GetComplaint } from './get-complaint.query';
import { GetComplaintSteps } from './get-complaint-steps.query';
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
    if (!complaint) throw noComplaint(complaintId);
    return complaint;
  }

  @Get(':complaintId/steps')
  @ReadOperation({
    id: 'getComplaintSteps',
    summary: '咨询→受理→解决→反馈→跟进: the steps of a case, each with its owner, limit and standard',
    answer: ComplaintStepView,
    list: true,
    path: ['complaintId'],
    projections: ['complaint-queue', 'case-clock'],
  })
  async steps(@Param('complaintId', IdPipe) complaintId: string): Promise<readonly ComplaintStepView[]> {
    const steps = await this.queries.execute(new GetComplaintSteps(complaintId));
    if (!steps) throw noComplaint(complaintId);
    return steps;
  }
}

const noComplaint = (complaintId: string): Error => fail('not-found', `There is no complaint ${complaintId}`);
