import { assertNoUnfinishedBackup } from '../log/backup.mark';
import { EventLog, type EventLogOptions } from '../log/event-log';
import { lockFolder } from '../log/folder.lock';
import { EventIdCache } from '../streams/event-id.cache';
import { ID_BYTES, ID_PREFIX, readRecordedEvent } from '../streams/recorded-event.codec';
import { StreamIndex, type StreamEntry } from '../streams/stream.index';
import { METASTREAM_PREFIX, isMetastream } from '../streams/stream.metadata';
import type { IndexState } from '../streams/index.snapshot';
import { CommitSignal } from './commit.signal';
import { GroupCommitter } from './group.committer';
import type { PlannedEvent } from './group.plan';
import { SnapshotKeeper } from './snapshot.keeper';
import type { WriteCommand, WriteOutcome } from './write.command';

/** Log, index and writer of one data folder, which it holds exclusively. */
export class EventStore {
  readonly commits = new CommitSignal();
  private readonly committer: GroupCommitter;

  private constructor(
    readonly log: EventLog,
    private readonly state: IndexState,
    private readonly snapshots: SnapshotKeeper,
    private readonly unlock: () => Promise<void>,
  ) {
    const idAt = (position: number): string => {
      const from = 4 + ID_PREFIX.length;
      return log.readSync(position, from + ID_BYTES).toString('latin1', from);
    };
    this.committer = new GroupCommitter(log, { ...state, idAt }, (events) => this.publish(events));
  }

  /**
   * Throws DataFolderInUseError, CorruptLogError, UnsupportedLogFormatError, StorageUnavailableError, NoEventLogError
   * for a backup that was not finished, or the file system's error.
   */
  static async open(options: EventLogOptions): Promise<EventStore> {
    await assertNoUnfinishedBackup(options.folder);
    const unlock = await lockFolder(options.folder);
    try {
      const log = await EventLog.open(options);
      const state = { index: new StreamIndex(), ids: new EventIdCache() };
      const snapshots = new SnapshotKeeper(options, log, state);
      try {
        await log.recover(await snapshots.load(), (logged) => remember(state, readRecordedEvent(logged)));
      } catch (error) {
        await log.abandon();
        throw error;
      }
      return new EventStore(log, state, snapshots, unlock);
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
    return this.state.index.find(streamName);
  }

  /** A tombstone takes the stream's metadata along. */
  isTombstoned(streamName: string): boolean {
    if (this.state.index.find(streamName)?.isTombstoned === true) return true;
    return isMetastream(streamName) && this.isTombstoned(streamName.slice(METASTREAM_PREFIX.length));
  }

  /** Finishes what was submitted, then closes the files and gives the folder free. */
  async stop(): Promise<void> {
    await this.committer.stop();
    await this.snapshots.stop();
    await this.log.close();
    await this.unlock();
  }

  private publish(events: readonly PlannedEvent[]): void {
    for (const event of events) remember(this.state, event);
    this.snapshots.grown();
    this.commits.notify(events.map(({ streamName }) => streamName));
  }
}

function remember({ index, ids }: IndexState, event: PlannedEvent): void {
  ids.remember(event.id, { streamName: index.add(event).name, revision: event.revision });
}
