export {
  FinishHistoryLoad,
  historyLoadCommands,
  StartHistoryLoad,
  type HistoryLoadCommand,
  type HistoryLoadRejection,
} from './history-load.commands';
export { historyLoadCodec, type HistoryLoadEvent } from './history-load.events';
