export { historyLoad, type HistoryLoad } from './history-load.decider';
