import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Clock, fail, IdPipe, QueryPipe, ReadOperation } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { GetPolicy } from './get-policy.query';
import { ListPolicies, PolicyListQuery } from './list-policies.query';
import { ListPolicyVersions } from './list-policy-versions.query';
import { ListedPolicyView, PolicyVersionView, PolicyView } from './policy.view';

class PolicyQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'In force at this moment; now, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

@ApiTags('policies')
@Controller('policies')
export class PolicyQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  @ReadOperation({
    id: 'listPolicies',
    summary: 'Every policy with the version in force and the draft of the next',
    answer: ListedPolicyView,
    list: true,
    projections: ['policy-list'],
  })
  list(@Query(QueryPipe) { kind, at }: PolicyListQuery): Promise<readonly ListedPolicyView[]> {
    return this.queries.execute(new ListPolicies(kind, at ?? this.clock.now()));
  }

  @Get(':policyId')
  @ReadOperation({
    id: 'getPolicy',
    summary: 'A policy: what it says now, what it is to say next, and who did what when',
    description: 'From the event store itself, so it is never behind.',
    answer: PolicyView,
    path: ['policyId'],
  })
  async get(@Param('policyId', IdPipe) policyId: string, @Query(QueryPipe) { at }: PolicyQuery): Promise<PolicyView> {
    const policy = await this.queries.execute(new GetPolicy(policyId, at ?? this.clock.now()));
    if (!policy) throw fail('not-found', `There is no policy ${policyId}`);
    return policy;
  }

  @Get(':policyId/versions')
  @ReadOperation({
    id: 'listPolicyVersions',
    summary: 'Every published version, the oldest first',
    description: 'From the event store itself, so it is never behind.',
    answer: PolicyVersionView,
    list: true,
    path: ['policyId'],
  })
  async versions(@Param('policyId', IdPipe) policyId: string): Promise<readonly PolicyVersionView[]> {
    const versions = await this.queries.execute(new ListPolicyVersions(policyId));
    if (versions.length === 0) throw fail('not-found', `Of the policy ${policyId} nothing was ever published`);
    return versions;
  }
}
