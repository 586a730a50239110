import { EventLog, type EventLogOptions } from '../log/event-log';
import { lockFolder } from '../log/folder.lock';
import { EventIdCache } from '../streams/event-id.cache';
import { ID_BYTES, ID_PREFIX, readRecordedEvent } from '../streams/recorded-event.codec';
import { StreamIndex, type StreamEntry } from '../streams/stream.index';
import { METASTREAM_PREFIX, isMetastream } from '../streams/stream.metadata';
import { CommitSignal } from './commit.signal';
import { GroupCommitter } from './group.committer';
import type { PlannedEvent } from './group.plan';
import type { WriteCommand, WriteOutcome } from './write.command';

/** Log, index and writer of one data folder, which it holds exclusively. */
export class EventStore {
  readonly commits = new CommitSignal();
  private readonly committer: GroupCommitter;

  private constructor(
    readonly log: EventLog,
    private readonly index: StreamIndex,
    private readonly ids: EventIdCache,
    private readonly unlock: () => Promise<void>,
  ) {
    const idAt = (position: number): string => {
      const from = 4 + ID_PREFIX.length;
      return log.readSync(position, from + ID_BYTES).toString('latin1', from);
    };
    this.committer = new GroupCommitter(log, { index, ids, idAt }, (events) => this.publish(events));
  }

  /** Throws DataFolderInUseError, CorruptLogError, UnsupportedLogFormatError or the file system's error. */
  static async open(options: EventLogOptions): Promise<EventStore> {
    const unlock = await lockFolder(options.folder);
    try {
      const index = new StreamIndex();
      const ids = new EventIdCache();
      const log = await EventLog.open(options, (logged) => {
        const event = readRecordedEvent(logged);
        ids.remember(event.id, { streamName: index.add(event).name, revision: event.revision });
      });
      return new EventStore(log, index, ids, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** `done` is called exactly once, after the outcome is durable. */
  submit(command: WriteCommand, done: (outcome: WriteOutcome) => void): void {
    this.committer.submit(command, done);
  }

  /** The durable events of a stream; undefined where it was never written to. */
  stream(streamName: string): StreamEntry | undefined {
    return this.index.find(streamName);
  }

  /** A tombstone takes the stream's metadata along. */
  isTombstoned(streamName: string): boolean {
    if (this.index.find(streamName)?.isTombstoned === true) return true;
    return isMetastream(streamName) && this.isTombstoned(streamName.slice(METASTREAM_PREFIX.length));
  }

  /** Finishes what was submitted, then closes the files and gives the folder free. */
  async stop(): Promise<void> {
    await this.committer.stop();
    await this.log.close();
    await this.unlock();
  }

  private publish(events: readonly PlannedEvent[]): void {
    for (const event of events) {
      this.ids.remember(event.id, { streamName: this.index.add(event).name, revision: event.revision });
    }
    this.commits.notify(events.map(({ streamName }) => streamName));
  }
}
