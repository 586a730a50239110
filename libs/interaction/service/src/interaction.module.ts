import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { interactionCommands } from '@tenure/interaction-contract';
import { interactionAggregate } from './interaction.aggregate';

@Module({ providers: commandHandlers(interactionAggregate, interactionCommands) })
export class InteractionModule {}
