import { ApiProperty } from '@nestjs/swagger';
import type { Cohort, CohortMonth } from '@tenure/lifecycle-core';

export const COHORTS_BY = ['first-order', 'arrival'] as const;
export type CohortsBy = (typeof COHORTS_BY)[number];

export class CohortMonthView implements CohortMonth {
  @ApiProperty({ example: '2011-06' })
  readonly month!: string;

  @ApiProperty({ type: 'integer', description: 'Months since the cohort’s first.' })
  readonly age!: number;

  @ApiProperty({ type: 'integer', description: 'Not churned at the end of the month.' })
  readonly kept!: number;

  @ApiProperty({ description: 'Of all of the cohort, to a tenth of a percent.' })
  readonly keptPercent!: number;

  @ApiProperty({ type: 'integer', description: 'With an order in the month.' })
  readonly ordering!: number;

  @ApiProperty()
  readonly orderingPercent!: number;
}

export class CohortView implements Cohort {
  @ApiProperty({ example: '2011-01' })
  readonly cohort!: string;

  @ApiProperty({ type: 'integer' })
  readonly customers!: number;

  @ApiProperty({ type: [CohortMonthView] })
  readonly months!: readonly CohortMonthView[];
}

/** Customers who began in the same month, and what became of them month by month (UTC). */
export class CohortsView {
  @ApiProperty({ enum: COHORTS_BY })
  readonly by!: CohortsBy;

  @ApiProperty({ type: [CohortView], description: 'The oldest first.' })
  readonly cohorts!: readonly CohortView[];
}
