import type { Message } from 'kafkajs';
import type { Stored } from '@tenure/event-store';
import { encodeEvent, keyOf } from '../records/event.record';
import { encodeMarker } from '../records/marker.record';

/** What goes out in one transaction: consecutive events of the log, and up to where it is complete with them. */
export interface Portion {
  readonly messages: readonly Message[];
  readonly position: bigint;
}

export interface PortionOptions {
  readonly partitions: number;
  readonly partitionOf: (key: string) => number;
  /** Sum of the values at which a portion is full. */
  readonly maxBytes: number;
}

/**
 * Cuts events that follow `after` into portions, each with the markers that make it checkable. `position` is what the log
 * is complete up to with the last one.
 */
export function* portionsOf(
  events: readonly Stored[],
  after: bigint | undefined,
  position: bigint,
  options: PortionOptions,
): Generator<Portion> {
  let portion = new OpenPortion(after, options);
  for (const [index, event] of events.entries()) {
    portion.add(event);
    if (index === events.length - 1 || !portion.isFull) continue;
    yield portion.close(event.position, Date.parse(event.recordedAt));
    portion = new OpenPortion(event.position, options);
  }
  const last = events.at(-1);
  yield portion.close(position, last === undefined ? Date.now() : Date.parse(last.recordedAt));
}

class OpenPortion {
  readonly #messages: Message[] = [];
  readonly #counts: number[];
  #bytes = 0;

  constructor(
    private readonly after: bigint | undefined,
    private readonly options: PortionOptions,
  ) {
    this.#counts = Array.from({ length: options.partitions }, () => 0);
  }

  get isFull(): boolean {
    return this.#bytes >= this.options.maxBytes;
  }

  add(event: Stored): void {
    const key = keyOf(event);
    const partition = this.options.partitionOf(key);
    const message = encodeEvent(event, key, partition);
    this.#messages.push(message);
    this.#counts[partition] = (this.#counts[partition] ?? 0) + 1;
    this.#bytes += message.value.length;
  }

  close(position: bigint, atMs: number): Portion {
    const markers = this.#counts.map((events, partition) =>
      encodeMarker({ after: this.after, position, events }, partition, atMs),
    );
    return { messages: [...this.#messages, ...markers], position };
  }
}
