/** A command as the mapping made it. `payload` lacks `type` and context; the sink adds them. */
export interface ImportCommand {
  readonly type: string;
  readonly payload: object;
  /** The same whenever the same rows are imported. */
  readonly commandId: string;
}

export interface CommandFate {
  readonly status: 'accepted' | 'known' | 'rejected';
  readonly code?: string;
  readonly detail?: string;
  readonly problems?: readonly { readonly path: string; readonly message: string }[];
}

/** Where commands go. Rejecting its promise is an infrastructure fault and stops the import. */
export interface ImportSink {
  readonly send: (command: ImportCommand) => Promise<CommandFate>;
}
