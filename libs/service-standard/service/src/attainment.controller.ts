import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags, IntersectionType } from '@nestjs/swagger';
import { Clock, fail, QueryPipe, ReadOperation, tableFile, TableFileQuery, TableOperation } from '@tenure/http';
import { DEFAULT_POLICY_IDS, PolicyBook } from '@tenure/policy-contract';
import { IsId } from '@tenure/shared-contract';
import { AttainmentQuery, GetAttainment } from './attainment.query';
import { ATTAINMENT_TABLE, attainmentColumns } from './attainment.table';
import { AttainmentView } from './attainment.view';
import { CLASSIFICATION_TABLE, classificationColumns, classificationRows } from './classification.table';
import { SERVICE_LEVEL_TABLE, serviceLevelColumns } from './service-level.table';

class AttainmentTableQuery extends IntersectionType(TableFileQuery, AttainmentQuery) {}

class ServiceLevelTableQuery extends TableFileQuery {
  @ApiPropertyOptional({ default: DEFAULT_POLICY_IDS['service-standard'], description: 'A service standard.' })
  @IsId()
  readonly policyId: string = DEFAULT_POLICY_IDS['service-standard'];
}

class ClassificationTableQuery extends TableFileQuery {
  @ApiPropertyOptional({ default: DEFAULT_POLICY_IDS.tier, description: 'A policy of tiers.' })
  @IsId()
  readonly policyId: string = DEFAULT_POLICY_IDS.tier;
}

@ApiTags('service standards')
@Controller('standards')
export class AttainmentController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('attainment')
  @ReadOperation({
    id: 'getAttainment',
    summary: 'How often what was promised was kept: as judged then, and as if today’s policies had always been',
    description: 'Attainment is met ÷ (met + breached). Restating judges every clock again, one after another.',
    answer: AttainmentView,
    projections: ['case-clock'],
  })
  attainment(@Query(QueryPipe) query: AttainmentQuery): Promise<AttainmentView> {
    return this.queries.execute(new GetAttainment(query));
  }

  @Get('attainment/table')
  @TableOperation({ id: 'exportAttainment', summary: 'Attainment as a table, for a spreadsheet' })
  async attainmentTable(@Query(QueryPipe) query: AttainmentTableQuery): Promise<StreamableFile> {
    const { format, language } = query;
    const view = await this.queries.execute(new GetAttainment(query));
    const columns = attainmentColumns(view, language);
    return tableFile({ name: ATTAINMENT_TABLE[language], columns, rows: view.groups }, format);
  }

  @Get('service-levels/table')
  @TableOperation({
    id: 'exportServiceLevels',
    summary: '客户等级 | 专属服务人员 | 响应时效 | 服务内容, by the service standard in force',
  })
  async serviceLevels(@Query(QueryPipe) query: ServiceLevelTableQuery): Promise<StreamableFile> {
    const { format, language, policyId } = query;
    const policy = await this.policies.inForce('service-standard', policyId, this.clock.now());
    if (!policy) throw fail('not-found', `There is no service standard ${policyId} in force`);
    const columns = serviceLevelColumns(policy.content, language);
    return tableFile({ name: SERVICE_LEVEL_TABLE[language], columns, rows: policy.content.tiers }, format);
  }

  @Get('classification/table')
  @TableOperation({
    id: 'exportClassification',
    summary: '分类维度 | 分类类别 | 核心特征描述, by the tier policy in force',
  })
  async classification(@Query(QueryPipe) query: ClassificationTableQuery): Promise<StreamableFile> {
    const { format, language, policyId } = query;
    const policy = await this.policies.inForce('tier', policyId, this.clock.now());
    if (!policy) throw fail('not-found', `There is no policy of tiers ${policyId} in force`);
    const rows = classificationRows(policy, language);
    return tableFile({ name: CLASSIFICATION_TABLE[language], columns: classificationColumns(language), rows }, format);
  }
}
