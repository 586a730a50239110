export {
  startEmbeddedEventStore,
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
} from './embedded-event-store';
export { backupEventLog, type LogBackup } from './backup/log.backup';
export { verifyEventLog, type LogVerification } from './verify/log.verification';
export {
  BackupRefusedError,
  CorruptLogError,
  DataFolderInUseError,
  NodeStartingError,
  NoEventLogError,
  StorageUnavailableError,
  UnsupportedLogFormatError,
} from './log/log.errors';
