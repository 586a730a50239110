import type { Kafka, Message, Producer } from 'kafkajs';
import type { ChangeCursor, ChangedRow, ChangeMessage } from '@tenure/projections';
import { openTransactional } from '../publishing/transactional.producer';
import { readRowKeys, readRowMarker } from './change.topic.reading';
import { encodeGone, encodeRow, encodeRowMarker, type RowOrigin } from './row.record';

const GONE_AT_A_TIME = 1_000;
/** How often the topic is told that it reaches further, while no row changes. */
const MARKER_EVERY_MS = 10_000;

/**
 * Writes a projection's changes to its compacted topic, a marker with each portion, in transactions that shut every
 * earlier publisher out. Of one use: after any failure a new one learns from Kafka what arrived.
 */
export class RowPublisher {
  /** Of rows from before a `reset` that have not come again. */
  #stale: Set<string> | undefined;
  #origin: RowOrigin;
  #markedMs = -Infinity;

  private constructor(
    private readonly kafka: Kafka,
    private readonly producer: Producer,
    private readonly topic: string,
    projection: string,
    version: number,
    /** The topic holds everything up to here. */
    readonly cursor: ChangeCursor | undefined,
  ) {
    this.#origin = { projection, version, position: cursor?.position };
  }

  static async open(kafka: Kafka, topic: string, projection: string): Promise<RowPublisher> {
    return openTransactional(kafka, topic, async (producer) => {
      const marker = await readRowMarker(kafka, topic);
      return new RowPublisher(kafka, producer, topic, projection, marker?.version ?? 0, marker?.cursor);
    });
  }

  /** Resolves when it is committed, a moment before readers can see it; rejects where that is not known. */
  async publish(message: ChangeMessage): Promise<void> {
    switch (message.kind) {
      case 'reset':
        return this.#reset(message.version, message.position);
      case 'rows':
        return this.#rows(message.rows, message.position, message.cursor);
      case 'caught-up':
        if (performance.now() - this.#markedMs < MARKER_EVERY_MS) return undefined;
        return this.#send([], message.cursor);
    }
  }

  async close(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
  }

  /** Whoever begins anew amid this finds no cursor, and does the same. */
  async #reset(version: number, position: bigint | undefined): Promise<void> {
    this.#origin = { ...this.#origin, version, position };
    await this.#send([], undefined);
    this.#stale = await readRowKeys(this.kafka, this.topic);
  }

  async #rows(rows: readonly ChangedRow[], position: bigint | undefined, cursor: string | undefined): Promise<void> {
    this.#origin = { ...this.#origin, position };
    if (rows.length === 0) return this.#stale && this.#bury(this.#stale, cursor);
    for (const { key } of rows) this.#stale?.delete(key);
    await this.#send(
      rows.map((row) => encodeRow(row, this.#origin)),
      this.#stale ? undefined : cursor,
    );
  }

  /** All rows have come: what has not is gone. */
  async #bury(stale: ReadonlySet<string>, cursor: string | undefined): Promise<void> {
    const keys = [...stale];
    for (let start = 0; start < keys.length; start += GONE_AT_A_TIME) {
      const gone = keys.slice(start, start + GONE_AT_A_TIME).map((key) => encodeGone(key, this.#origin));
      await this.#send(gone, undefined);
    }
    this.#stale = undefined;
    await this.#send([], cursor);
  }

  async #send(messages: readonly Message[], cursor: string | undefined): Promise<void> {
    const transaction = await this.producer.transaction();
    const marker = encodeRowMarker(cursor, this.#origin);
    await transaction.send({ topic: this.topic, acks: -1, messages: [...messages, marker] });
    await transaction.commit();
    this.#markedMs = performance.now();
  }
}
