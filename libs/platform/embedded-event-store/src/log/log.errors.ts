/** The log holds bytes that can't have come from an interrupted write. Nothing was changed. */
export class CorruptLogError extends Error {
  override readonly name = 'CorruptLogError';

  constructor(
    readonly file: string,
    readonly offset: number,
    reason: string,
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
