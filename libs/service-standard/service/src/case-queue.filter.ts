import { whereEqual } from '@tenure/postgres';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@tenure/http';
import { CLOCK_KINDS, type ClockKind } from '@tenure/policy-contract';
import { CASE_TYPES, IsId, MayBeAbsent, URGENCIES, type CaseType, type Urgency } from '@tenure/shared-contract';
import { IsIn } from 'class-validator';
import type { SelectQueryBuilder } from 'typeorm';
import type { CaseQueueEntry } from './case-queue.entity';

/** Of a case: that of the clock which presses most. */
export const QUEUE_STATES = ['breached', 'warning', 'running', 'paused', 'met'] as const;

export class CaseQueueQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Who answers for the case now.' })
  @MayBeAbsent()
  @IsId()
  readonly owner?: string;

  @ApiPropertyOptional({ description: 'As what its clocks are judged.', example: 'A' })
  @MayBeAbsent()
  @IsId()
  readonly tier?: string;

  @ApiPropertyOptional({ enum: CASE_TYPES })
  @MayBeAbsent()
  @IsIn(CASE_TYPES)
  readonly caseType?: CaseType;

  @ApiPropertyOptional({ enum: URGENCIES })
  @MayBeAbsent()
  @IsIn(URGENCIES)
  readonly urgency?: Urgency;

  @ApiPropertyOptional({
    enum: QUEUE_STATES,
    description: 'That of the clock which presses most. `met`: nothing is due.',
  })
  @MayBeAbsent()
  @IsIn(QUEUE_STATES)
  readonly state?: (typeof QUEUE_STATES)[number];

  @ApiPropertyOptional({
    enum: CLOCK_KINDS,
    description: 'Only cases with such a clock that is not over, ordered by it.',
  })
  @MayBeAbsent()
  @IsIn(CLOCK_KINDS)
  readonly clock?: ClockKind;
}

/** What has run out at `now` is breached, recorded or not. */
const HAS_RUN_OUT = '(row.isBreached OR row.dueFirst <= :now)';
const STATES: Readonly<Record<(typeof QUEUE_STATES)[number], string>> = {
  breached: HAS_RUN_OUT,
  warning: `NOT ${HAS_RUN_OUT} AND row.isWarned`,
  running: `NOT ${HAS_RUN_OUT} AND NOT row.isWarned AND row.dueFirst < '~'`,
  paused: `NOT ${HAS_RUN_OUT} AND NOT row.isWarned AND row.dueFirst = '~' AND row.isPaused`,
  met: `NOT ${HAS_RUN_OUT} AND row.dueFirst = '~' AND NOT row.isPaused`,
};

export function restrict(rows: SelectQueryBuilder<CaseQueueEntry>, filter: CaseQueueQuery, now: string): void {
  rows.andWhere('row.isWaiting');
  const { owner, tier, caseType, urgency } = filter;
  whereEqual(rows, { owner, tier, caseType, urgency });
  if (filter.state !== undefined) rows.andWhere(STATES[filter.state]).setParameter('now', now);
  if (filter.clock !== undefined) rows.andWhere('row.dueByKind ->> :clock IS NOT NULL', { clock: filter.clock });
}
