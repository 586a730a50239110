import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsObject, Length, Min } from 'class-validator';
import type { Facts } from '@tenure/behaviour-contract';
import { Command, IdProperty, MayBeAbsent, type CommandDescription } from '@tenure/shared-contract';
import type { JourneyStanding } from './journey.standing';

abstract class OnJourneys extends Command {
  @IdProperty('The customer who is in the journey.')
  readonly customerId!: string;
}

/** Has a customer enter a journey because of an event of `occurredAt`; sent by the platform itself, never from outside. */
export class EnterJourney extends OnJourneys {
  readonly type = 'EnterJourney';

  @IdProperty('The journey: the id of a policy of kind `journey`.')
  readonly journeyId!: string;

  @IsInt()
  @Min(1)
  readonly version!: number;

  @IdProperty('Id of the event that it is entered for.')
  readonly causeEventId!: string;

  /** As they were at `occurredAt`. */
  @IsObject()
  readonly facts!: Facts;

  @IsObject()
  readonly standing!: JourneyStanding;
}

/**
 * Takes a step that is due at `occurredAt`, and those after it that are due by then; sent by the platform itself, never
 * from outside. Sent too early, or again, it changes nothing.
 */
export class TakeJourneyStep extends OnJourneys {
  readonly type = 'TakeJourneyStep';

  @IdProperty('The run.')
  readonly runId!: string;

  @IdProperty('The step that is due.')
  readonly stepId!: string;

  /** As they are at `occurredAt`. */
  @IsObject()
  readonly facts!: Facts;

  @IsObject()
  readonly standing!: JourneyStanding;
}

export const RUN_ENDS = ['customer-merged', 'journey-withdrawn'] as const;

/** Ends a run before its last step; sent by the platform itself, never from outside. */
export class EndJourneyRun extends OnJourneys {
  readonly type = 'EndJourneyRun';

  @IdProperty('The run.')
  readonly runId!: string;

  @IsIn(RUN_ENDS)
  readonly reason!: (typeof RUN_ENDS)[number];
}

/** Says that what a journey asked a person to do is done. */
export class CompleteJourneyTask extends OnJourneys {
  readonly type = 'CompleteJourneyTask';

  @IdProperty('The task.')
  readonly taskId!: string;

  @IdProperty('Who did it.')
  readonly by!: string;

  @ApiPropertyOptional({ maxLength: 2_000, description: 'What came of it.' })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly note?: string;
}

export type JourneyCommand = EnterJourney | TakeJourneyStep | EndJourneyRun | CompleteJourneyTask;

/** Those that can be reached from outside: running is left to the platform. */
export const journeyCommands: readonly CommandDescription<JourneyCommand>[] = [
  { command: CompleteJourneyTask, cloudEventType: 'tenure.journey-task.completed' },
];
