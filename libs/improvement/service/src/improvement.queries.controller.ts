import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  Clock,
  fail,
  IdPipe,
  pageOf,
  QueryPipe,
  ReadOperation,
  tableFile,
  TableOperation,
  type Page,
} from '@tenure/http';
import { AsOfQuery } from './as-of.parameter';
import { MeasureView } from './measure-details.view';
import { MEASURE_TABLE, measureColumns } from './measure.table';
import { MeasureListView } from './measure.view';
import { ExportMeasures, GetMeasure, ListMeasures, MeasureListQuery, MeasureTableQuery } from './measures.query';
import { ProblemListView, ProblemView } from './problem.view';
import { GetProblem, ListProblems, ProblemListQuery } from './problems.query';

const registers = ['problem-register', 'measure-register'];

@ApiTags('problems')
@Controller('problems')
export class ProblemQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listProblems',
    summary: 'Problems, the newest first',
    answer: pageOf(ProblemListView),
    projections: ['problem-register'],
  })
  list(@Query(QueryPipe) filter: ProblemListQuery): Promise<Page<ProblemListView>> {
    return this.queries.execute(new ListProblems(filter));
  }

  @Get(':problemId')
  @ReadOperation({
    id: 'getProblem',
    summary: 'One problem: its evidence, its 5-Whys, its priority and why, and the measures against it',
    answer: ProblemView,
    path: ['problemId'],
    projections: registers,
  })
  async get(
    @Param('problemId', IdPipe) problemId: string,
    @Query(QueryPipe) { asOf }: AsOfQuery,
  ): Promise<ProblemView> {
    const problem = await this.queries.execute(new GetProblem(problemId, asOf ?? this.clock.now()));
    if (!problem) throw fail('not-found', `There is no problem ${problemId}`);
    return problem;
  }
}

@ApiTags('measures')
@Controller('measures')
export class MeasureQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listMeasures',
    summary: 'The board of measures, the newest plan first',
    answer: pageOf(MeasureListView),
    projections: ['measure-register'],
  })
  list(@Query(QueryPipe) filter: MeasureListQuery): Promise<Page<MeasureListView>> {
    return this.queries.execute(new ListMeasures(filter, this.clock.now()));
  }

  @Get('table')
  @TableOperation({ id: 'exportMeasures', summary: 'The form of measures as a table, for a spreadsheet' })
  async table(@Query(QueryPipe) filter: MeasureTableQuery): Promise<StreamableFile> {
    const { format, language } = filter;
    const rows = await this.queries.execute(new ExportMeasures(filter, this.clock.now()));
    return tableFile({ name: MEASURE_TABLE[language], columns: measureColumns(language), rows }, format);
  }

  @Get(':measureId')
  @ReadOperation({
    id: 'getMeasure',
    summary: 'One measure: its plan, commitment, progress, money, announcement, and what it was worth',
    answer: MeasureView,
    path: ['measureId'],
    projections: ['measure-register'],
  })
  async get(
    @Param('measureId', IdPipe) measureId: string,
    @Query(QueryPipe) { asOf }: AsOfQuery,
  ): Promise<MeasureView> {
    const measure = await this.queries.execute(new GetMeasure(measureId, asOf ?? this.clock.now()));
    if (!measure) throw fail('not-found', `There is no measure ${measureId}`);
    return measure;
  }
}
