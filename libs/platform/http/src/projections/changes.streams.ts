import { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import {
  readChanges,
  UnknownProjectionError,
  type ChangeCursor,
  type ChangeMessage,
  type Feed,
  type ProjectionBinding,
} from '@tenure/projections';
import type { DataSource } from 'typeorm';
import { fail } from '../problem.error';
import { changesText } from './changes.text';

export interface ChangeStreamsOptions {
  readonly dataSource: DataSource;
  readonly feed: Feed;
  readonly bindings: readonly ProjectionBinding[];
  /** 15,000 unless given. */
  readonly heartbeatMs?: number;
  /** Open at a time; 200 unless given. */
  readonly most?: number;
}

export interface ChangeStream {
  readonly text: Readable;
  close(): void;
}

const HEARTBEAT_MS = 15_000;
const MOST = 200;

/** The change feeds of all projections that are being read over HTTP. */
export class ChangeStreams {
  readonly #logger = new Logger('changes');
  readonly #open = new Set<AbortController>();

  constructor(private readonly options: ChangeStreamsOptions) {}

  /** Resolves when there is something to tell. Rejects with UnknownProjectionError, or a ProblemError where too many are open. */
  async open(name: string, after: ChangeCursor | undefined): Promise<ChangeStream> {
    const { bindings, most = MOST, heartbeatMs = HEARTBEAT_MS } = this.options;
    const binding = bindings.find(({ projection }) => projection.name === name);
    if (!binding) {
      throw new UnknownProjectionError(
        name,
        bindings.map(({ projection }) => projection.name),
      );
    }
    if (this.#open.size >= most) {
      throw fail('rate-limited', `${most} change feeds are open, and no more are served`, { retryAfterSeconds: 10 });
    }
    const closing = new AbortController();
    this.#open.add(closing);
    const close = () => {
      this.#open.delete(closing);
      closing.abort();
    };
    try {
      const messages = readChanges({ ...this.options, binding, after, signal: closing.signal });
      const first = await messages.next();
      const told = this.#untilBroken(startingWith(first, messages), name);
      // One message ahead of the client: a slow one holds the reading back.
      const text = Readable.from(changesText(told, heartbeatMs), { highWaterMark: 1 });
      return { text, close };
    } catch (error) {
      close();
      throw error;
    }
  }

  /** Before the server waits for its answers to end. */
  beforeApplicationShutdown(): void {
    for (const closing of this.#open) closing.abort();
  }

  /** The answer has begun, so all that can be said is its end: the client comes back with the last id. */
  async *#untilBroken(messages: AsyncIterable<ChangeMessage>, name: string): AsyncGenerator<ChangeMessage> {
    try {
      yield* messages;
    } catch (error) {
      this.#logger.warn(`the changes of ${name} broke off: ${String(error)}`);
    }
  }
}

async function* startingWith<T>(first: IteratorResult<T, void>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
