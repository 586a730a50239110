export {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from './embedded-event-store';
export {
  CorruptLogError,
  DataFolderInUseError,
  StorageUnavailableError,
  UnsupportedLogFormatError,
} from './log/log.errors';
