import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Clock } from '@tenure/http';
import { cohortsUpTo, type CohortMonthCount, type CohortSize } from '@tenure/lifecycle-core';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { COHORTS_BY, type CohortsBy, type CohortsView } from './cohorts.view';
import { MonthProperty } from './month.field';

export class CohortsQuery {
  @ApiPropertyOptional({ enum: COHORTS_BY, default: 'first-order', description: 'What a customer’s month is that of.' })
  @IsIn(COHORTS_BY)
  readonly by: CohortsBy = 'first-order';

  @MonthProperty('to', 'The last month that is told of, UTC; the one of today where it is left out.')
  readonly to?: string;
}

export class GetCohorts extends Query<CohortsView> {
  constructor(readonly query: CohortsQuery) {
    super();
  }
}

@QueryHandler(GetCohorts)
export class GetCohortsHandler implements IQueryHandler<GetCohorts> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ query: { by, to = this.clock.now().slice(0, 7) } }: GetCohorts): Promise<CohortsView> {
    const ask = <Row>(rest: string): Promise<Row[]> =>
      this.dataSource.query(`WITH began AS (${BEGAN[by]}) ${rest}`, [to]);
    const [sizes, ordering, lost] = await Promise.all([
      ask<CohortSize>(SIZES),
      ask<CohortMonthCount>(ORDERING),
      ask<CohortMonthCount>(LOST),
    ]);
    return { by, cohorts: cohortsUpTo(to, { sizes, ordering, lost }) };
  }
}

const monthOf = (time: string): string => `to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM')`;

const BEGAN: Readonly<Record<CohortsBy, string>> = {
  'first-order': `SELECT customer_id, min(month) AS cohort FROM customer_order_month WHERE orders > 0
    GROUP BY customer_id HAVING min(month) <= $1`,
  arrival: `SELECT customer_id, ${monthOf('arrived_at')} AS cohort FROM customer_stage
    WHERE arrived_at IS NOT NULL AND ${monthOf('arrived_at')} <= $1`,
};

const SIZES = 'SELECT cohort, count(*)::int AS customers FROM began GROUP BY cohort ORDER BY cohort';

const ORDERING = `SELECT cohort, month, count(*)::int AS count
  FROM began JOIN customer_order_month USING (customer_id) WHERE orders > 0 AND month <= $1 GROUP BY cohort, month`;

/** Who left the stage is no longer lost. */
const LOST = `SELECT cohort, ${monthOf("(stay->>'enteredAt')::timestamptz")} AS month,
    sum(CASE WHEN stay->>'stage' = 'churned' THEN 1 ELSE -1 END)::int AS count
  FROM began JOIN customer_stage USING (customer_id) CROSS JOIN LATERAL jsonb_array_elements(stays) AS entries (stay)
  WHERE churned_at IS NOT NULL AND 'churned' IN (stay->>'stage', stay->>'from')
    AND ${monthOf("(stay->>'enteredAt')::timestamptz")} <= $1
  GROUP BY 1, 2`;
