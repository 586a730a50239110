/** Always: read = accepted + known + rejected. */
export interface RowCounts {
  readonly read: number;
  /** At least one of the row's commands was accepted and none refused. */
  readonly accepted: number;
  /** All of the row's commands had been carried out before. */
  readonly known: number;
  /** The row can't be read or mapped, or one of its commands was refused. Each is in the rejects file. */
  readonly rejected: number;
}

/** Always: sent = accepted + known + rejected. */
export interface CommandCounts {
  readonly sent: number;
  readonly accepted: number;
  readonly known: number;
  readonly rejected: number;
  /** Not sent, because an earlier command of the same rows was refused. */
  readonly withheld: number;
}

export interface FileSummary {
  readonly name: string;
  readonly rows: number;
  /** Why it was not read to its end. */
  readonly broken?: { readonly code: string; readonly line: number; readonly reason: string };
}

export interface ImportSummary {
  /** Name of the mapping. */
  readonly mapping: string;
  /** `incomplete`: at least one file could not be read to its end; `cancelled`: by the caller's signal. */
  readonly state: 'completed' | 'incomplete' | 'cancelled';
  readonly rows: RowCounts;
  /** By command type. */
  readonly commands: Readonly<Record<string, CommandCounts>>;
  /** Rejected rows by code. */
  readonly rejections: Readonly<Record<string, number>>;
  readonly files: readonly FileSummary[];
  readonly rejectsFile: string;
  readonly durationMs: number;
}

export interface ImportProgress {
  readonly rows: RowCounts;
  readonly commandsSettled: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly elapsedMs: number;
  readonly rowsPerSecond: number;
  readonly commandsPerSecond: number;
  /** Undefined until enough was read to tell. */
  readonly secondsLeft?: number;
}
