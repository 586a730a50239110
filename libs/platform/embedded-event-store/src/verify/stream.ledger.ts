import { TOMBSTONE_REVISION } from '../streams/recorded-event.codec';

/** Which revision each stream is to go on with. Memory: the streams' names and a number each, no events. */
export class StreamLedger {
  private readonly next = new Map<string, number>();
  private hasGaps = false;

  get streams(): number {
    return this.next.size;
  }

  /** Part of the log could not be read: from now on revisions may have been left out, though none comes back. */
  allowGaps(): void {
    this.hasGaps = true;
  }

  /** In words what is wrong with the event; undefined where it follows. */
  take(streamName: string, revision: number): string | undefined {
    const expected = this.next.get(streamName) ?? 0;
    this.next.set(streamName, revision + 1);
    if (expected === TOMBSTONE_REVISION) return `an event follows the tombstone of ${streamName}`;
    if (revision === expected || revision === TOMBSTONE_REVISION) return undefined;
    if (this.hasGaps && revision > expected) return undefined;
    return `revision ${revision} of ${streamName} stands where ${expected} should`;
  }
}
