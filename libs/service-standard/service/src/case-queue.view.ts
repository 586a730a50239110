import { ApiProperty } from '@nestjs/swagger';
import { CLOCK_KINDS, type ClockKind } from '@tenure/policy-contract';
import { CLOCK_STATES, type ClockStanding, type ClockState } from '@tenure/service-standard-core';
import {
  CASE_TYPES,
  COMPLEXITIES,
  PAUSE_REASON_KINDS,
  URGENCIES,
  type CaseType,
  type Complexity,
  type PauseReasonKind,
  type Urgency,
} from '@tenure/shared-contract';
import type { CaseClockEntry } from './case-clock.entity';
import type { CaseQueueEntry } from './case-queue.entity';

const instant = { type: String, format: 'date-time', nullable: true } as const;
const seconds = { type: 'integer', nullable: true } as const;

/** A clock with the time that is left on it. */
export class ClockStandingView implements ClockStanding {
  @ApiProperty({ example: 'resolution' })
  readonly clockId!: string;

  @ApiProperty({ enum: CLOCK_KINDS })
  readonly kind!: ClockKind;

  @ApiProperty({
    enum: CLOCK_STATES,
    description: '`warning`: the first reminder’s share of the time has gone by. A paused clock may be late as well.',
  })
  readonly state!: ClockState;

  @ApiProperty({ ...instant, description: 'Null while a pause keeps it open.' })
  readonly dueAt!: string | null;

  @ApiProperty({ ...seconds, description: 'Of open time; null once it has run out or is over.' })
  readonly secondsLeft!: number | null;

  @ApiProperty({ ...seconds, description: 'Of open time since it ran out, until it was met.' })
  readonly secondsLate!: number | null;

  @ApiProperty({ type: 'integer', description: 'Of open time, without pauses.' })
  readonly elapsedSeconds!: number;

  @ApiProperty({ type: 'integer' })
  readonly targetSeconds!: number;

  @ApiProperty({ enum: PAUSE_REASON_KINDS, nullable: true })
  readonly pausedFor!: PauseReasonKind | null;

  @ApiProperty({ description: 'Whether a year in it had no published holidays.' })
  readonly provisional!: boolean;

  @ApiProperty({ description: 'Who has to meet it.' })
  readonly owner!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The standard; null under a date that was only agreed.' })
  readonly policyId!: string | null;

  @ApiProperty(seconds)
  readonly policyVersion!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly calendarId!: string | null;

  @ApiProperty(seconds)
  readonly calendarVersion!: number | null;
}

/** A case that waits for somebody. */
export class QueuedCaseView {
  @ApiProperty()
  readonly caseId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty()
  readonly subject!: string;

  @ApiProperty()
  readonly channel!: string;

  @ApiProperty({ enum: CASE_TYPES })
  readonly caseType!: CaseType;

  @ApiProperty({ enum: URGENCIES })
  readonly urgency!: Urgency;

  @ApiProperty({ enum: COMPLEXITIES })
  readonly complexity!: Complexity;

  @ApiProperty({ type: String, nullable: true, description: 'As what its clocks are judged.' })
  readonly tier!: string | null;

  @ApiProperty({ description: 'Who answers for it now.' })
  readonly owner!: string;

  @ApiProperty({ enum: ['open', 'resolved', 'closed'] })
  readonly status!: CaseQueueEntry['status'];

  @ApiProperty({ format: 'date-time' })
  readonly openedAt!: string;

  @ApiProperty({ ...instant, description: 'What is due first; null where nothing is.' })
  readonly dueFirst!: string | null;

  @ApiProperty({ type: [ClockStandingView], description: 'What is due first comes first, what is over last.' })
  readonly clocks!: readonly ClockStandingView[];
}

export const standingViewOf = (row: CaseClockEntry, standing: ClockStanding): ClockStandingView => {
  const { clockId, kind, dueAt, targetSeconds, provisional, owner } = row;
  const { policyId, policyVersion, calendarId, calendarVersion } = row;
  const judgedBy = { policyId, policyVersion, calendarId, calendarVersion };
  return { clockId, kind, dueAt, targetSeconds, provisional, owner, ...judgedBy, ...standing };
};
