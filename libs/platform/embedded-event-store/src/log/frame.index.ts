/** Where frames begin, one mark in every `spacingBytes` of log: the way from any position to an event's boundary. */
export class FrameIndex {
  private readonly starts: number[] = [];

  constructor(private readonly spacingBytes = 64 * 1024) {}

  get marks(): readonly number[] {
    return this.starts;
  }

  /** Positions come in ascending order; one that doesn't is known already. */
  add(position: number): void {
    const last = this.starts.at(-1);
    if (last === undefined || position - last >= this.spacingBytes) this.starts.push(position);
  }

  /** The last marked frame at or before `position`; the first one where none is. Undefined in an empty log. */
  floor(position: number): number | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return this.starts[low];
  }
}
