import type { CommandContext } from '@tenure/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { IsInstant } from './validators';

/** What every command carries on the wire. The context is added by the platform, never by the sender's body. */
export abstract class Command {
  @Allow()
  abstract readonly type: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened in the business: ISO 8601 with offset.' })
  @IsInstant()
  readonly occurredAt!: string;

  readonly context?: CommandContext;
}

/** The command as a decider sees it. */
export type Plain<C> = C extends Command ? Omit<C, 'context'> : never;

/** How a command can be reached from outside. */
export interface CommandDescription<C extends Command = Command> {
  readonly command: new () => C;
  /** `type` of the CloudEvent that publishes the same fact. */
  readonly cloudEventType: string;
}
