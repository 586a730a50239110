import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags, IntersectionType, OmitType } from '@nestjs/swagger';
import { fail, QueryPipe, tableFile, TableFileQuery, TableOperation } from '@tenure/http';
import { DataSource } from 'typeorm';
import { CohortsQuery, GetCohorts } from './cohorts.query';
import { StageBoardQuery } from './lifecycle.queries.controller';
import {
  BOARD_TABLE,
  boardColumns,
  cohortColumns,
  cohortRows,
  COHORTS_TABLE,
  customerColumns,
  CUSTOMERS_TABLE,
  flowColumns,
  flowRows,
  FLOWS_TABLE,
  RETENTION_TABLE,
  retentionColumns,
} from './lifecycle.tables';
import { inStage, StagedCustomersQuery } from './list-staged-customers.query';
import { GetRetention, RetentionQuery } from './retention.query';
import { GetStageBoard } from './stage-board.query';
import { GetStageFlows, StageFlowsQuery } from './stage-flows.query';

class BoardTableQuery extends IntersectionType(TableFileQuery, StageBoardQuery) {}
class CustomersTableQuery extends IntersectionType(
  TableFileQuery,
  OmitType(StagedCustomersQuery, ['limit', 'cursor'] as const),
) {}
class FlowsTableQuery extends IntersectionType(TableFileQuery, StageFlowsQuery) {}
class CohortsTableQuery extends IntersectionType(TableFileQuery, CohortsQuery) {}
class RetentionTableQuery extends IntersectionType(TableFileQuery, RetentionQuery) {}

/** A spreadsheet can be asked for that nobody can open. */
const MOST_ROWS = 100_000;

/** What is read of lifecycles, as files for spreadsheets. */
@ApiTags('lifecycle')
@Controller('lifecycle')
export class LifecycleTablesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get('board/table')
  @TableOperation({ id: 'exportStageBoard', summary: 'The board of stages as a table, for a spreadsheet' })
  async board(@Query(QueryPipe) { format, language, at }: BoardTableQuery): Promise<StreamableFile> {
    const { cells } = await this.queries.execute(new GetStageBoard(at));
    return tableFile({ name: BOARD_TABLE[language], columns: boardColumns(language), rows: cells }, format);
  }

  @Get('customers/table')
  @TableOperation({ id: 'exportStagedCustomers', summary: 'Customers by stage, risk and tier as a table' })
  async customers(@Query(QueryPipe) query: CustomersTableQuery): Promise<StreamableFile> {
    const { format, language } = query;
    const rows = await inStage(this.dataSource, query)
      .orderBy('row.since', 'DESC')
      .addOrderBy('row.customerId', 'DESC')
      .limit(MOST_ROWS + 1)
      .getMany();
    if (rows.length > MOST_ROWS)
      throw fail('invalid-parameter', `More than ${MOST_ROWS} customers: ask for fewer at a time`);
    return tableFile({ name: CUSTOMERS_TABLE[language], columns: customerColumns(language), rows }, format);
  }

  @Get('flows/table')
  @TableOperation({ id: 'exportStageFlows', summary: 'The flows between stages as a table' })
  async flows(@Query(QueryPipe) query: FlowsTableQuery): Promise<StreamableFile> {
    const { format, language } = query;
    const { months } = await this.queries.execute(new GetStageFlows(query));
    return tableFile({ name: FLOWS_TABLE[language], columns: flowColumns(language), rows: flowRows(months) }, format);
  }

  @Get('cohorts/table')
  @TableOperation({ id: 'exportCohorts', summary: 'Cohorts as a table' })
  async cohorts(@Query(QueryPipe) query: CohortsTableQuery): Promise<StreamableFile> {
    const { format, language } = query;
    const rows = cohortRows((await this.queries.execute(new GetCohorts(query))).cohorts);
    return tableFile({ name: COHORTS_TABLE[language], columns: cohortColumns(language), rows }, format);
  }

  @Get('retention/table')
  @TableOperation({ id: 'exportRetention', summary: 'Retention as a table' })
  async retention(@Query(QueryPipe) query: RetentionTableQuery): Promise<StreamableFile> {
    const { format, language } = query;
    const { steps } = await this.queries.execute(new GetRetention(query));
    return tableFile({ name: RETENTION_TABLE[language], columns: retentionColumns(language), rows: steps }, format);
  }
}
