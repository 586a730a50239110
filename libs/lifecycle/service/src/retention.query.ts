import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Clock } from '@tenure/http';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { kaplanMeier, type Duration } from '@tenure/statistics';
import { Length } from 'class-validator';
import { DataSource } from 'typeorm';
import { MonthProperty } from './month.field';
import type { RetentionView } from './retention.view';

export class RetentionQuery {
  @ApiPropertyOptional({ format: 'date-time', description: 'Up to when customers are followed; now, where left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly at?: string;

  @MonthProperty('from', 'Only those who arrived in this month (UTC) or later.')
  readonly from?: string;

  @MonthProperty('to', 'Only those who arrived in this month or earlier.')
  readonly to?: string;

  @ApiPropertyOptional({ example: 'A', description: 'Only those who are of this tier today.' })
  @MayBeAbsent()
  @Length(1, 40)
  readonly tier?: string;
}

export class GetRetention extends Query<RetentionView> {
  constructor(readonly query: RetentionQuery) {
    super();
  }
}

const CONFIDENCE = 0.95;

interface Count extends Duration {
  readonly customers: number;
}

@QueryHandler(GetRetention)
export class GetRetentionHandler implements IQueryHandler<GetRetention> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ query: { at = this.clock.now(), from, to, tier } }: GetRetention): Promise<RetentionView> {
    const counts: Count[] = await this.dataSource.query(COUNTS, [at, from ?? null, to ?? null, tier ?? null]);
    const steps = kaplanMeier(eachOf(counts), CONFIDENCE).map(({ days, atRisk, churned, survival, low, high }) => ({
      days,
      atRisk,
      churned,
      survival,
      low,
      high,
    }));
    const lost = counts.filter(({ churned }) => churned);
    return { at, customers: sumOf(counts), churned: sumOf(lost), confidence: CONFIDENCE, steps };
  }
}

const COUNTS = `SELECT floor(extract(epoch FROM CASE WHEN churned_at <= $1 THEN churned_at ELSE $1::timestamptz END - arrived_at)
      / 86400)::int AS days,
    coalesce(churned_at <= $1, false) AS churned, count(*)::int AS customers
  FROM customer_stage
  WHERE arrived_at <= $1 AND ($4::text IS NULL OR tier = $4)
    AND ($2::text IS NULL OR to_char(arrived_at AT TIME ZONE 'UTC', 'YYYY-MM') >= $2)
    AND ($3::text IS NULL OR to_char(arrived_at AT TIME ZONE 'UTC', 'YYYY-MM') <= $3)
  GROUP BY 1, 2`;

function* eachOf(counts: readonly Count[]): Generator<Duration> {
  for (const { customers, ...duration } of counts) for (let one = 0; one < customers; one++) yield duration;
}

const sumOf = (counts: readonly Count[]): number => counts.reduce((sum, { customers }) => sum + customers, 0);
