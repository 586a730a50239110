export type KnownEvent = { streamName: string; revision: number };

/** The places of the most recent events, by id; the memory is bounded by forgetting the older half at once. */
export class EventIdCache {
  private young = new Map<string, KnownEvent>();
  private old = new Map<string, KnownEvent>();

  constructor(private readonly generationSize = 65_536) {}

  remember(id: string, place: KnownEvent): void {
    if (this.young.size >= this.generationSize) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(id, place);
  }

  /** The older ones first. */
  *entries(): Generator<[string, KnownEvent]> {
    yield* this.old;
    yield* this.young;
  }

  find(id: string): KnownEvent | undefined {
    return this.young.get(id) ?? this.old.get(id);
  }
}
