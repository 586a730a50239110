/** `connecting`: Kafka can't be reached, or not yet. */
export type RelayRole = 'connecting' | 'standby' | 'leader';

export interface RelayStatus {
  readonly role: RelayRole;
  /** False for a leader that is behind and gets nowhere, and where Kafka has been out of reach for as long. */
  readonly healthy: boolean;
  /** Everything up to here is published; a standby does not know. */
  readonly position?: bigint;
  /** Position of the newest event of the log; absent where the log is empty or can't be reached. */
  readonly head?: bigint;
  /** Events between the two: 0 is exact, other numbers follow from the mean size so far. */
  readonly lagEvents?: number;
  /** Since the position last rose or stood at the head; for others than a leader, since they became what they are. */
  readonly secondsSinceProgress: number;
  readonly lastFailure?: { readonly message: string; /** ISO 8601 UTC. */ readonly at: string };
}
