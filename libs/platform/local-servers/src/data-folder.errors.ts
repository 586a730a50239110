/** Another live process works in the folder. */
export class DataFolderHeldError extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`The data folder ${folder} is in use by process ${pid}`);
    this.name = 'DataFolderHeldError';
  }
}

/** The folder can't be created, is no folder, or can't be written to. */
export class DataFolderUnusableError extends Error {
  constructor(
    readonly folder: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The data folder ${folder} can't be used: ${reason}`, options);
    this.name = 'DataFolderUnusableError';
  }
}
