import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Clock, fail, IdPipe, pageOf, QueryPipe, ReadOperation, type Page } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { DiscretionView } from './discretion.view';
import { GetDiscretion } from './get-discretion.query';
import { ListRemedies, RemedyListQuery } from './list-remedies.query';
import { RemedyView } from './remedy.view';

class DiscretionQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'In the period of this moment; now, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;
}

@ApiTags('remedies')
@Controller()
export class RemedyQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get('remedies')
  @ReadOperation({
    id: 'listRemedies',
    summary: 'Remedies in the order in which they were asked for; with status waiting, what is to be approved',
    answer: pageOf(RemedyView),
    projections: ['remedy-register'],
  })
  list(@Query(QueryPipe) filter: RemedyListQuery): Promise<Page<RemedyView>> {
    return this.queries.execute(new ListRemedies(filter));
  }

  @Get('people/:personId/discretion')
  @ReadOperation({
    id: 'getDiscretion',
    summary: 'What a person may still give on top of the standard, and the ledger that it follows from',
    answer: DiscretionView,
    path: ['personId'],
    projections: ['discretion-ledger'],
  })
  async discretion(
    @Param('personId', IdPipe) personId: string,
    @Query(QueryPipe) { at }: DiscretionQuery,
  ): Promise<DiscretionView> {
    const moment = at ?? this.clock.now();
    const discretion = await this.queries.execute(new GetDiscretion(personId, moment));
    if (!discretion) throw fail('not-found', `No policy on remedies is in force at ${moment}`);
    return discretion;
  }
}
