import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Clock, fail } from '@tenure/http';
import { journeyReport, reached, type GroupCounts, type JourneyOutcomeRun } from '@tenure/journey-core';
import { PolicyBook, type JourneyOutcome, type PublishedPolicy } from '@tenure/policy-contract';
import { MayBeAbsent } from '@tenure/shared-contract';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';
import { DataSource } from 'typeorm';
import type { JourneyReportView } from './journey-report.view';

export class JourneyReportQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The newest one that anybody entered unless given.',
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  readonly version?: number;
}

/** What came of a version of a journey, as of now. */
export class GetJourneyReport extends Query<JourneyReportView> {
  constructor(
    readonly journeyId: string,
    readonly version: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetJourneyReport)
export class GetJourneyReportHandler implements IQueryHandler<GetJourneyReport> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ journeyId, version }: GetJourneyReport): Promise<JourneyReportView> {
    const published = await this.policies.versions('journey', journeyId);
    const wanted = version ?? (await this.#newestEntered(journeyId));
    const journey = wanted === undefined ? published.at(-1) : published.find((one) => one.version === wanted);
    if (!journey) throw fail('not-found', `No version of the journey ${journeyId} that this could be about`);
    const { outcome } = journey.content;
    const runs = await this.#runsOf(journey);
    const nowMs = Date.parse(this.clock.now());
    const countsOf = (group: JourneyOutcomeRun['group']) =>
      countsIn(
        runs.filter((run) => run.group === group),
        outcome.measure,
        nowMs,
      );
    const report = journeyReport(outcome, countsOf('treated'), countsOf('held-out'));
    return { journeyId, version: journey.version, ...report };
  }

  async #newestEntered(journeyId: string): Promise<number | undefined> {
    const rows: { newest: number | null }[] = await this.dataSource.query(
      'SELECT max(version) AS newest FROM journey_run WHERE journey_id = $1',
      [journeyId],
    );
    return rows[0]?.newest ?? undefined;
  }

  async #runsOf({ policyId, version }: PublishedPolicy): Promise<readonly JourneyOutcomeRun[]> {
    const rows: { runs: JourneyOutcomeRun[] }[] = await this.dataSource.query(
      `SELECT runs FROM journey_outcome WHERE customer_id IN
         (SELECT customer_id FROM journey_run WHERE journey_id = $1 AND version = $2)`,
      [policyId, version],
    );
    return rows.flatMap(({ runs }) => runs.filter((run) => run.journeyId === policyId && run.version === version));
  }
}

function countsIn(runs: readonly JourneyOutcomeRun[], measure: JourneyOutcome, nowMs: number): GroupCounts {
  const judged = runs.filter(({ outcomeUntil }) => Date.parse(outcomeUntil) <= nowMs);
  return {
    entered: runs.length,
    judged: judged.length,
    reached: judged.filter((run) => reached(measure, run)).length,
  };
}
