/** The log holds bytes that can't have come from an interrupted write. Nothing was changed. */
export class CorruptLogError extends Error {
  override readonly name = 'CorruptLogError';

  constructor(
    readonly file: string,
    readonly offset: number,
    readonly reason: string,
  ) {
    super(
      `event log is corrupt: ${file} at byte ${offset}: ${reason}. Nothing was changed; restore the folder from a backup.`,
    );
  }
}

/** The folder was written by a version of the format that this one doesn't read. */
export class UnsupportedLogFormatError extends Error {
  override readonly name = 'UnsupportedLogFormatError';

  constructor(file: string, found: number, known: number) {
    super(`event log ${file} has format version ${found}; this node reads version ${known}`);
  }
}

/** No event log is in the folder, or none that is whole. Nothing was changed. */
export class NoEventLogError extends Error {
  override readonly name = 'NoEventLogError';
}

/** A node was started on the folder and has not yet read its log: how much of it is durable can't be told. */
export class NodeStartingError extends Error {
  override readonly name = 'NodeStartingError';

  constructor(folder: string, processId: number) {
    super(`the event store node with process id ${processId} is still reading the log in ${folder}; try again later`);
  }
}

/** Another live process holds the folder. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(
    readonly folder: string,
    readonly processId: number,
  ) {
    super(`data folder ${folder} is in use by the event store node with process id ${processId}`);
  }
}

/** The disk refused a write (full, read-only, gone). What was acknowledged before stands. */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
}

/** A backup was not made. What it had written is removed where that was possible. */
export class BackupRefusedError extends Error {
  override readonly name = 'BackupRefusedError';
}
