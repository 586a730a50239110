/** What a relay says of itself, for metrics and health. */
export interface RelayStatus {
  /** `connecting`: Kafka can't be reached, or not yet. `standby`: another relay leads, and says how far it is. */
  readonly role: 'connecting' | 'standby' | 'leader';
  /** False where it is behind and gets nowhere for longer than it may. */
  readonly healthy: boolean;
  /** Everything up to here is published; absent where it can't be told. */
  readonly position?: bigint;
  /** Events behind the log. */
  readonly lagEvents?: number;
  /** Age of the oldest event that is not published; 0 where there is none. */
  readonly lagSeconds?: number;
  readonly secondsSinceProgress: number;
  readonly lastFailure?: { readonly message: string };
}

export interface RelaySource {
  status(): RelayStatus | Promise<RelayStatus>;
}
