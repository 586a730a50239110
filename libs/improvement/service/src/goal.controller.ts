import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';
import { GiveUpGoal, MoveGoal, SetGoal, type GoalRejection } from '@tenure/improvement-contract';

export const goalRejectionStatuses: RejectionStatuses<GoalRejection> = {
  'goal-not-found': HttpStatus.NOT_FOUND,
  'goal-already-set-differently': HttpStatus.CONFLICT,
  'goal-due-before-start': HttpStatus.UNPROCESSABLE_ENTITY,
  'goal-segment-not-of-metric': HttpStatus.UNPROCESSABLE_ENTITY,
  'goal-target-out-of-range': HttpStatus.UNPROCESSABLE_ENTITY,
  'goal-target-not-better': HttpStatus.UNPROCESSABLE_ENTITY,
  'goal-given-up': HttpStatus.CONFLICT,
  'goal-before-set': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = goalRejectionStatuses;
const path = ['goalId'] as const;

@ApiTags('goals')
@Controller('goals')
export class GoalController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post()
  @CommandOperation({
    command: SetGoal,
    summary: 'Set a goal: a metric, from where to where, by when, whose',
    statuses,
  })
  set(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(SetGoal, incoming, statuses);
  }

  @Post(':goalId/target')
  @CommandOperation({ command: MoveGoal, summary: 'Move its target, its date, or both', path, statuses })
  move(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(MoveGoal, incoming, statuses);
  }

  @Post(':goalId/abandonment')
  @CommandOperation({ command: GiveUpGoal, summary: 'Give it up', path, statuses })
  giveUp(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(GiveUpGoal, incoming, statuses);
  }
}
