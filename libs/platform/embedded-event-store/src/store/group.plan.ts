import { randomUUID } from 'node:crypto';
import { MAX_PAYLOAD_BYTES } from '../log/frame.codec';
import type { EventIdCache, KnownEvent } from '../streams/event-id.cache';
import { TOMBSTONE_REVISION, recordedEventBound, type ProposedEvent } from '../streams/recorded-event.codec';
import {
  METASTREAM_PREFIX,
  NO_METADATA,
  isMetastream,
  parseStreamMetadata,
  revivedMetadata,
  softDeletedMetadata,
  type StreamMetadata,
} from '../streams/stream.metadata';
import type { IndexedEvent, StreamIndex } from '../streams/stream.index';
import { decideAppend, type StreamHead, type WrittenEvents } from './append.decision';
import { decideSoftDelete, decideTombstone, type DeleteDecision } from './delete.decision';
import type { FrameBuffer } from './frame.buffer';
import type { WriteCommand, WriteOutcome } from './write.command';

/** Well below what a frame may hold. */
const MAX_FRAME_BYTES = MAX_PAYLOAD_BYTES / 2;

export type PlannedEvent = IndexedEvent & { id: string };
/** What the plan asks of the durable store. `idAt` may read the log. */
export type DurableView = { index: StreamIndex; ids: EventIdCache; idAt(position: number): string };
type PlannedStream = { lastRevision: number; isTombstoned: boolean; metadata: StreamMetadata };

/** Decides the commands of one group in order, each against the durable state and what the group did before it. */
export class GroupPlan {
  readonly events: PlannedEvent[] = [];
  private readonly streams = new Map<string, PlannedStream>();
  private readonly ids = new Map<string, KnownEvent>();

  constructor(
    private readonly durable: DurableView,
    private readonly frames: FrameBuffer,
    private readonly nowMs: number,
  ) {}

  decide(command: WriteCommand): WriteOutcome {
    switch (command.kind) {
      case 'append':
        return this.append(command);
      case 'delete':
        return this.delete(
          command.streamName,
          decideSoftDelete(this.head(command.streamName), command.expected),
          () => {
            this.write(`${METASTREAM_PREFIX}${command.streamName}`, [
              metadataEvent(softDeletedMetadata(this.stream(command.streamName).metadata)),
            ]);
          },
        );
      case 'tombstone':
        return this.delete(command.streamName, decideTombstone(this.head(command.streamName), command.expected), () => {
          this.stream(command.streamName).isTombstoned = true;
          this.writeAt(command.streamName, TOMBSTONE_REVISION, systemEvent('$streamDeleted', Buffer.alloc(0)));
        });
    }
  }

  private append({ streamName, expected, events, deadlineMs }: WriteCommand & { kind: 'append' }): WriteOutcome {
    if (this.nowMs > deadlineMs) return { kind: 'deadline-exceeded' };
    const head = this.head(streamName);
    const ids = events.map(({ id }) => id);
    const decision = decideAppend(head, expected, ids, this.writtenTo(streamName));
    switch (decision.kind) {
      case 'stream-deleted':
        return { kind: 'stream-deleted' };
      case 'wrong-expected-version':
        return wrongVersion(head);
      case 'already-written':
        return this.written(streamName, decision.lastRevision);
      case 'write':
        break;
    }
    if (encodedBound(streamName, events) > MAX_FRAME_BYTES) return { kind: 'too-large' };
    const isRevival = head.isSoftDeleted;
    const original = isMetastream(streamName) ? this.head(streamName.slice(METASTREAM_PREFIX.length)) : undefined;
    this.frames.beginFrame();
    this.write(streamName, events);
    const outcome = this.written(streamName, this.stream(streamName).lastRevision);
    if (isRevival) this.revive(streamName, head.lastRevision + 1);
    if (original?.isSoftDeleted) {
      this.revive(streamName.slice(METASTREAM_PREFIX.length), original.lastRevision + 1);
    }
    this.frames.endFrame();
    return outcome;
  }

  private delete(streamName: string, decision: DeleteDecision, write: () => void): WriteOutcome {
    switch (decision) {
      case 'stream-deleted':
        return { kind: 'stream-deleted' };
      case 'wrong-expected-version':
        return wrongVersion(this.head(streamName));
      case 'delete':
        break;
    }
    this.frames.beginFrame();
    write();
    this.frames.endFrame();
    return { kind: 'written', revision: undefined, position: this.events.at(-1)?.position };
  }

  private revive(streamName: string, truncateBefore: number): void {
    const { metadata } = this.stream(streamName);
    this.write(`${METASTREAM_PREFIX}${streamName}`, [metadataEvent(revivedMetadata(metadata, truncateBefore))]);
  }

  private write(streamName: string, events: readonly ProposedEvent[]): void {
    const stream = this.stream(streamName);
    for (const event of events) {
      stream.lastRevision++;
      this.writeAt(streamName, stream.lastRevision, event);
      if (isMetastream(streamName)) {
        this.stream(streamName.slice(METASTREAM_PREFIX.length)).metadata = parseStreamMetadata(event.data);
      }
    }
  }

  private writeAt(streamName: string, revision: number, event: ProposedEvent): void {
    const position = this.frames.addEvent(event, { streamName, revision, createdMs: this.nowMs });
    this.events.push({ streamName, revision, position, id: event.id, data: event.data });
    this.ids.set(event.id, { streamName, revision });
  }

  private written(streamName: string, lastRevision: number): WriteOutcome {
    if (lastRevision < 0) return { kind: 'written', revision: undefined, position: undefined };
    return { kind: 'written', revision: lastRevision, position: this.positionOf(streamName, lastRevision) };
  }

  private positionOf(streamName: string, revision: number): number | undefined {
    const durable = this.durable.index.find(streamName)?.positions[revision];
    return (
      durable ??
      this.events.findLast((event) => event.streamName === streamName && event.revision === revision)?.position
    );
  }

  private head(streamName: string): StreamHead {
    const { lastRevision, isTombstoned, metadata } = this.stream(streamName);
    const original = isMetastream(streamName) ? this.stream(streamName.slice(METASTREAM_PREFIX.length)) : undefined;
    return {
      lastRevision,
      isTombstoned: isTombstoned || original?.isTombstoned === true,
      isSoftDeleted: metadata.isSoftDeleted,
      hasMetadata: this.stream(`${METASTREAM_PREFIX}${streamName}`).lastRevision >= 0,
    };
  }

  private stream(streamName: string): PlannedStream {
    const planned = this.streams.get(streamName);
    if (planned !== undefined) return planned;
    const entry = this.durable.index.find(streamName);
    const stream = {
      lastRevision: (entry?.positions.length ?? 0) - 1,
      isTombstoned: entry?.isTombstoned ?? false,
      metadata: entry?.metadata ?? NO_METADATA,
    };
    this.streams.set(streamName, stream);
    return stream;
  }

  private writtenTo(streamName: string): WrittenEvents {
    return {
      revisionOf: (id) => {
        const known = this.ids.get(id) ?? this.durable.ids.find(id);
        return known?.streamName === streamName ? known.revision : undefined;
      },
      idAt: (revision) => {
        const position = this.durable.index.find(streamName)?.positions[revision];
        return position === undefined ? undefined : this.durable.idAt(position);
      },
    };
  }
}

/** Each record repeats the name of its stream, which the limit of an append does not count. */
function encodedBound(streamName: string, events: readonly ProposedEvent[]): number {
  return events.reduce((bytes, event) => bytes + recordedEventBound(event, streamName), 0);
}

function wrongVersion({ lastRevision }: StreamHead): WriteOutcome {
  return { kind: 'wrong-expected-version', currentRevision: lastRevision < 0 ? undefined : lastRevision };
}

function metadataEvent(data: Buffer): ProposedEvent {
  return systemEvent('$metadata', data);
}

function systemEvent(type: string, data: Buffer): ProposedEvent {
  return { id: randomUUID(), type, contentType: 'application/json', data, metadata: Buffer.alloc(0) };
}
