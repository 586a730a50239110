export { historyLoadAggregate } from './history-load.aggregate';
export { HistoryLoadModule } from './history-load.module';
export { historyLoadRejectionStatuses } from './history-load.controller';
export { HistoryLoadHttpModule } from './history-load.http.module';
