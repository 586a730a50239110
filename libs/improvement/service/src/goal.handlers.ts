import { commandHandlers } from '@tenure/commands';
import { goalCommands } from '@tenure/improvement-contract';
import { goalAggregate } from './goal.aggregate';

export const goalHandlers = commandHandlers(goalAggregate, goalCommands);
