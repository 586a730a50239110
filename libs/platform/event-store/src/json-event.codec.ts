import type { EventData } from '@eventstore/db-client';
import { jsonBytes } from './json.bytes';

/**
 * A JSON event that the client is handed as bytes: given an object, it would bring its JSON to base64 and back again, twice,
 * near half of what a batch of appends costs. The client asks for the content type once to label the event, and once
 * more, right after that, for the form of its data: the first answer is JSON, the second one bytes. What it sends is the same
 * to the byte. Hazard: one that asked in another way would store an event that nobody can read; see the test beside this.
 */
export class JsonEvent {
  readonly data: Uint8Array & Record<string, unknown>;
  readonly metadata: Uint8Array;
  #isLabelled = false;

  constructor(
    readonly id: string,
    readonly type: string,
    data: object,
    metadata: object,
  ) {
    // Bytes where the client takes it for a binary event; its types want a JSON value where it takes it for a JSON one.
    this.data = jsonBytes(data) as JsonEvent['data'];
    this.metadata = jsonBytes(metadata);
  }

  /** For the client alone: each reading changes the next. */
  get contentType(): EventData['contentType'] {
    this.#isLabelled = !this.#isLabelled;
    return this.#isLabelled ? 'application/json' : 'application/octet-stream';
  }
}
