import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { historyLoadCommands } from '@tenure/history-load-contract';
import { historyLoadAggregate } from './history-load.aggregate';

@Module({ providers: commandHandlers(historyLoadAggregate, historyLoadCommands) })
export class HistoryLoadModule {}
