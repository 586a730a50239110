import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { monthsBetween } from '@tenure/calendar';
import { Clock } from '@tenure/http';
import type { StageFlowRow } from '@tenure/lifecycle-core';
import { LIFECYCLE_STAGES } from '@tenure/shared-contract';
import { DataSource } from 'typeorm';
import { MonthProperty } from './month.field';
import { StageFlowEntry } from './stage-flow.entity';
import type { StageFlowsView } from './stage-flows.view';

export class StageFlowsQuery {
  @MonthProperty('from', 'The first month, UTC; the first one with a flow where it is left out.')
  readonly from?: string;

  @MonthProperty('to', 'The last month; the one of today where it is left out.')
  readonly to?: string;
}

export class GetStageFlows extends Query<StageFlowsView> {
  constructor(readonly query: StageFlowsQuery) {
    super();
  }
}

@QueryHandler(GetStageFlows)
export class GetStageFlowsHandler implements IQueryHandler<GetStageFlows> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ query: { from, to = this.clock.now().slice(0, 7) } }: GetStageFlows): Promise<StageFlowsView> {
    const flows = await this.dataSource
      .getRepository(StageFlowEntry)
      .createQueryBuilder('row')
      .where('row.month <= :to', { to })
      .orderBy('row.key')
      .getMany();
    return flowsOf(flows, from ?? flows[0]?.month, to);
  }
}

/** What flowed before the first month counts for the stages at the end of each. */
function flowsOf(flows: readonly StageFlowRow[], from: string | undefined, to: string): StageFlowsView {
  if (from === undefined) return { months: [] };
  const stages = new Map<string, number>();
  move(
    stages,
    flows.filter(({ month }) => month < from),
  );
  const months = monthsBetween(from, to).map((month) => {
    const found = flows.filter((flow) => flow.month === month);
    move(stages, found);
    const counts = LIFECYCLE_STAGES.map((stage) => ({ stage, customers: stages.get(stage) ?? 0 }));
    return {
      month,
      flows: found.map(({ from: start, to: end, customers }) => ({ from: start, to: end, customers })),
      stages: counts,
    };
  });
  return { months };
}

function move(stages: Map<string, number>, flows: readonly StageFlowRow[]): void {
  for (const { from, to, customers } of flows) {
    stages.set(from, (stages.get(from) ?? 0) - customers);
    stages.set(to, (stages.get(to) ?? 0) + customers);
  }
}
