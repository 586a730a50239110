/** Something that follows the log. */
export interface Follower {
  readonly name: string;
  /** How far it is; absent where it has not begun. */
  readonly position?: string | bigint;
  readonly isBehind: boolean;
}

/**
 * Tells whoever is slow from whoever stands still: behind, and at the same position for longer than the limit. It knows
 * what it was shown, so a follower that was never looked at before is not stalled yet.
 */
export class StallWatch {
  readonly #seen = new Map<string, { readonly position: string; readonly sinceMs: number }>();

  constructor(
    readonly limitMs: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** For how long it has been stalled, in milliseconds; undefined where it is not. */
  stalledMs({ name, position, isBehind }: Follower): number | undefined {
    const at = String(position ?? 'start');
    const known = this.#seen.get(name);
    if (!isBehind) {
      this.#seen.delete(name);
      return undefined;
    }
    if (known?.position !== at) {
      this.#seen.set(name, { position: at, sinceMs: this.nowMs() });
      return undefined;
    }
    const standingMs = this.nowMs() - known.sinceMs;
    return standingMs > this.limitMs ? standingMs : undefined;
  }
}
