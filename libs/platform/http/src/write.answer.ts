import { ApiProperty } from '@nestjs/swagger';
import type { Outcome } from '@tenure/kernel';

/** What became of a command that was not refused. */
export class WriteAnswer {
  @ApiProperty({
    enum: ['accepted', 'known'],
    description: '`known`: the same command was carried out before, and nothing was written now.',
  })
  readonly status!: 'accepted' | 'known';

  @ApiProperty({
    example: '10432',
    pattern: '^\\d+$',
    description: 'Place in the log; give it to a read as `waitFor` to see what was written.',
  })
  readonly position!: string;

  @ApiProperty({ example: 'complaint-c-1' })
  readonly stream!: string;

  @ApiProperty({ description: 'The Idempotency-Key, or the id that was made in its place.' })
  readonly commandId!: string;

  @ApiProperty({ type: 'integer', description: 'Events written now; 0 where nothing had to change.' })
  readonly events!: number;
}

type Done = Exclude<Outcome, { status: 'rejected' }>;

export function answerOf(outcome: Done, commandId: string): WriteAnswer {
  const { status, stream, position } = outcome;
  const events = outcome.status === 'accepted' ? outcome.events : 0;
  return Object.assign(new WriteAnswer(), { status, position: `${position}`, stream, commandId, events });
}

/** 201 where something was written, 200 where it was there already. */
export const statusOf = ({ events }: WriteAnswer): 200 | 201 => (events > 0 ? 201 : 200);
