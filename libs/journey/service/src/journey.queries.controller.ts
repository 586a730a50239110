import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { GetJourneyReport, JourneyReportQuery } from './get-journey-report.query';
import { JourneyReportView } from './journey-report.view';
import { JourneyRunView } from './journey-run.view';
import { JourneyTaskView } from './journey-task.view';
import { JourneyView } from './journey.view';
import { JourneyRunQuery, ListJourneyRuns } from './list-journey-runs.query';
import { JourneyTaskQuery, ListJourneyTasks } from './list-journey-tasks.query';
import { ListJourneys } from './list-journeys.query';

@ApiTags('journeys')
@Controller()
export class JourneyQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get('journeys')
  @ReadOperation({
    id: 'listJourneys',
    summary: 'Journeys with how many customers they have reached, and how',
    answer: JourneyView,
    list: true,
    projections: ['journey-list'],
  })
  list(): Promise<readonly JourneyView[]> {
    return this.queries.execute(new ListJourneys());
  }

  @Get('journeys/tasks')
  @ReadOperation({
    id: 'listJourneyTasks',
    summary: 'What journeys ask people to do, that which is due first at the front',
    answer: pageOf(JourneyTaskView),
    projections: ['journey-task'],
  })
  tasks(@Query(QueryPipe) filter: JourneyTaskQuery): Promise<Page<JourneyTaskView>> {
    return this.queries.execute(new ListJourneyTasks(filter));
  }

  @Get('journeys/:journeyId/runs')
  @ReadOperation({
    id: 'listJourneyRuns',
    summary: 'Who is or was in a journey, or is left alone to compare with; the newest entries first',
    answer: pageOf(JourneyRunView),
    path: ['journeyId'],
    projections: ['journey-run'],
  })
  runs(
    @Param('journeyId', IdPipe) journeyId: string,
    @Query(QueryPipe) filter: JourneyRunQuery,
  ): Promise<Page<JourneyRunView>> {
    return this.queries.execute(new ListJourneyRuns({ journeyId }, filter));
  }

  @Get('journeys/:journeyId/report')
  @ReadOperation({
    id: 'getJourneyReport',
    summary: 'Whether a journey helps: what came about among those in it, against those who were left alone by chance',
    answer: JourneyReportView,
    path: ['journeyId'],
    projections: ['journey-run', 'journey-outcome'],
  })
  report(
    @Param('journeyId', IdPipe) journeyId: string,
    @Query(QueryPipe) { version }: JourneyReportQuery,
  ): Promise<JourneyReportView> {
    return this.queries.execute(new GetJourneyReport(journeyId, version));
  }

  @Get('customers/:customerId/journeys')
  @ReadOperation({
    id: 'listJourneyRunsOfCustomer',
    summary: 'The journeys of a customer, step by step, the newest first',
    answer: pageOf(JourneyRunView),
    path: ['customerId'],
    projections: ['journey-run'],
  })
  ofCustomer(
    @Param('customerId', IdPipe) customerId: string,
    @Query(QueryPipe) filter: JourneyRunQuery,
  ): Promise<Page<JourneyRunView>> {
    return this.queries.execute(new ListJourneyRuns({ customerId }, filter));
  }
}
