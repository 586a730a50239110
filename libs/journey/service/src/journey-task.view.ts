import { ApiProperty } from '@nestjs/swagger';
import type { JourneyTaskRow } from '@tenure/journey-core';
import { TextFields } from '@tenure/policy-contract';

const text = { type: String, nullable: true } as const;

/** What a journey asks a person to do for a customer. */
export class JourneyTaskView {
  @ApiProperty()
  readonly taskId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty()
  readonly journeyId!: string;

  @ApiProperty()
  readonly runId!: string;

  @ApiProperty({ description: 'Id of the person.' })
  readonly assignee!: string;

  @ApiProperty({ type: TextFields })
  readonly title!: JourneyTaskRow['title'];

  @ApiProperty({ format: 'date-time' })
  readonly dueAt!: string;

  @ApiProperty({ enum: ['open', 'done'] })
  readonly status!: JourneyTaskRow['status'];

  @ApiProperty({ format: 'date-time' })
  readonly givenAt!: string;

  @ApiProperty(text)
  readonly doneBy!: string | null;

  @ApiProperty({ ...text, format: 'date-time' })
  readonly doneAt!: string | null;

  @ApiProperty({ ...text, description: 'What came of it.' })
  readonly note!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const taskViewOf = (row: JourneyTaskRow): JourneyTaskView => ({ ...row, position: `${row.position}` });
