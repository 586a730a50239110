/** What acts on the log says of itself, for metrics and health. */
export interface AutomationStatus {
  readonly name: string;
  /** Up to here it has acted; absent where it has not begun, and while another instance works. */
  readonly position?: bigint;
  /** Why it gets nowhere at the moment, and since when (ISO 8601); it tries again. */
  readonly failure?: { readonly message: string; readonly since: string };
}

/** What comes in by Kafka, since the start and repetitions included. */
export interface IngressStatus {
  readonly carriedOut: number;
  readonly refused: number;
  /** Why it does not go on; absent while it does. */
  readonly failure?: string;
}

/** Where they run in this process. */
export interface AutomationSource {
  status(): readonly AutomationStatus[];
}

export interface IngressSource {
  status(): IngressStatus;
}
