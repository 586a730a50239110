import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock } from '@tenure/http';
import { LIFECYCLE_STAGES } from '@tenure/shared-contract';
import { DataSource } from 'typeorm';
import type { StageBoardCell, StageBoardView } from './stage-board.view';

/** At a moment (ISO 8601), by what was recorded of it; as customers stand where none is given. */
export class GetStageBoard extends Query<StageBoardView> {
  constructor(readonly at: string | undefined) {
    super();
  }
}

@QueryHandler(GetStageBoard)
export class GetStageBoardHandler implements IQueryHandler<GetStageBoard> {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async execute({ at }: GetStageBoard): Promise<StageBoardView> {
    const found: StageBoardCell[] = await (at === undefined
      ? this.dataSource.query(NOW)
      : this.dataSource.query(THEN, [at]));
    const cells = LIFECYCLE_STAGES.flatMap((stage) => found.filter((cell) => cell.stage === stage));
    const stages = LIFECYCLE_STAGES.map((stage) => ({
      stage,
      customers: sumOf(cells.filter((cell) => cell.stage === stage)),
    }));
    return { at: at ?? this.clock.now(), customers: sumOf(cells), stages, cells };
  }
}

const NOW = `SELECT stage, tier, band, count(*)::int AS customers FROM customer_stage
  WHERE stage <> 'none' GROUP BY stage, tier, band ORDER BY tier NULLS LAST, band NULLS LAST`;

const lastOf = (column: string, time: string): string =>
  `SELECT entry FROM jsonb_array_elements(${column}) WITH ORDINALITY AS entries (entry, number)
   WHERE (entry->>'${time}')::timestamptz <= $1 ORDER BY number DESC LIMIT 1`;

const THEN = `SELECT stay.entry->>'stage' AS stage, tier.entry->>'is' AS tier, band.entry->>'is' AS band,
    count(*)::int AS customers
  FROM customer_stage
    CROSS JOIN LATERAL (${lastOf('stays', 'enteredAt')}) stay
    LEFT JOIN LATERAL (${lastOf('tiers', 'since')}) tier ON true
    LEFT JOIN LATERAL (${lastOf('bands', 'since')}) band ON true
  WHERE arrived_at <= $1 GROUP BY 1, 2, 3 ORDER BY 2 NULLS LAST, 3 NULLS LAST`;

const sumOf = (cells: readonly StageBoardCell[]): number => cells.reduce((sum, { customers }) => sum + customers, 0);
