export { historyLoadAggregate } from './history-load.aggregate';
export { HistoryLoadModule } from './history-load.module';
