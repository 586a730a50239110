/**
 * What the relay says in every partition after each batch: this partition holds exactly `events` events of its keys with
 * positions beyond `after` and up to `position`. `after` is the `position` of the marker before it.
 */
export interface LogMarker {
  /** Undefined at the start of the log. */
  readonly after: bigint | undefined;
  readonly position: bigint;
  readonly events: number;
}
