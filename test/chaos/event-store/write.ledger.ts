import type { AllStreamResolvedEvent, JSONEventData, JSONEventType } from '@eventstore/db-client';

export type BatchEvent = JSONEventType<'Written', { batch: string; index: number; size: number; padding: string }>;
export type Batch = { id: string; stream: string; events: JSONEventData<BatchEvent>[] };
export type Acknowledgement = { revision: bigint; position: bigint };

/** Keeps account of what was asked of the store and what it promised, and finds every breach of it. */
export class WriteLedger {
  readonly batches = new Map<string, Batch>();
  private readonly acknowledged = new Map<string, Acknowledgement>();

  get acknowledgedCount(): number {
    return this.acknowledged.size;
  }

  get acknowledgedEventIds(): string[] {
    return [...this.acknowledged.keys()].flatMap((id) => this.batches.get(id)?.events.map((event) => event.id) ?? []);
  }

  get unanswered(): Batch[] {
    return [...this.batches.values()].filter(({ id }) => !this.acknowledged.has(id));
  }

  acknowledge(batch: Batch, acknowledgement: Acknowledgement): void {
    this.acknowledged.set(batch.id, acknowledgement);
  }

  /** What is wrong with the events of `$all`, in words; empty where every promise was kept. */
  breaches(all: readonly AllStreamResolvedEvent[]): string[] {
    const places = new Map<string, Acknowledgement>();
    const lengths = new Map<string, bigint>();
    const found: string[] = [];
    let lastPosition = -1n;
    for (const { event } of all) {
      if (event === undefined) continue;
      const { id, streamId, revision, position } = event;
      if (places.has(id)) found.push(`event ${id} is there twice`);
      if (position.commit <= lastPosition) found.push(`event ${id} is out of order`);
      if (revision !== (lengths.get(streamId) ?? 0n)) found.push(`revision ${revision} of ${streamId} follows a gap`);
      lengths.set(streamId, revision + 1n);
      places.set(id, { revision, position: position.commit });
      lastPosition = position.commit;
    }
    for (const batch of this.batches.values()) found.push(...this.breachesOf(batch, places));
    return found;
  }

  private breachesOf({ id, events }: Batch, places: ReadonlyMap<string, Acknowledgement>): string[] {
    const present = events.flatMap((event) => places.get(event.id) ?? []);
    const promise = this.acknowledged.get(id);
    if (present.length === 0) return promise === undefined ? [] : [`acknowledged batch ${id} is gone`];
    if (present.length < events.length) return [`batch ${id} is there by half: ${present.length} of ${events.length}`];
    if (!isTogether(present)) return [`batch ${id} is torn apart`];
    return promise === undefined || isSame(present.at(-1), promise) ? [] : [`batch ${id} was acknowledged elsewhere`];
  }
}

function isTogether(places: readonly Acknowledgement[]): boolean {
  const first = places[0]?.revision ?? 0n;
  return places.every(({ revision }, index) => revision === first + BigInt(index));
}

function isSame(place: Acknowledgement | undefined, { revision, position }: Acknowledgement): boolean {
  return place?.revision === revision && place.position === position;
}
