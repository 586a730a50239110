import { describeTable } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import type { Feed, FeedBatch } from '../feed';
import { waitForPosition } from '../position.wait';
import type { ProjectionBinding } from '../projection.binding';
import { ProjectionBehindError } from '../projection.errors';
import type { ChangeCursor } from './change.cursor';
import type { ChangedRow, ChangeMessage } from './change.message';
import { FeedReading } from './feed.reading';
import { SafePlace } from './safe.place';
import type { ServingState } from './serving.state';
import { ServingTable, type ServingView } from './serving.table';
import { keyName, keyOfRow, NONE_TOUCHED, TouchedRows } from './touched.rows';

export interface ChangesOptions {
  readonly dataSource: DataSource;
  /** Of the log, whichever way the rows came by. */
  readonly feed: Feed;
  readonly binding: ProjectionBinding;
  /** Where an earlier reading ended; all rows first where none is given. */
  readonly after?: ChangeCursor;
  readonly signal: AbortSignal;
  /** Events, or rows of a snapshot, that are looked at together; 500 unless given. */
  readonly batchSize?: number;
  /** How often it is looked whether rows changed for other reasons than news; 1000 unless given. */
  readonly pollMs?: number;
}

const BATCH_SIZE = 500;
const POLL_MS = 1_000;

/**
 * Follows the rows of a projection until aborted, whichever process writes them: whoever keeps the newest row of each
 * key, and forgets all on `reset`, has the table. A row is told as it is when it is read, so that of several changes in
 * a row the last may be all that is seen. The first message comes at once. A slow reader holds the feed back. Rejects
 * with `PostgresUnavailableError`.
 */
export function readChanges(options: ChangesOptions): AsyncGenerator<ChangeMessage, void> {
  return new ChangeReader(options).messages();
}

/** What has to happen before it can go on. */
type Turn = 'ended' | 'reset' | 'again';

class ChangeReader {
  readonly #table: ServingTable;
  readonly #name: string;
  readonly #touched: TouchedRows;
  readonly #place = new SafePlace();
  /** Being caught up is news once, until there are rows again. */
  #isCaughtUpTold = false;

  constructor(private readonly options: ChangesOptions) {
    const { dataSource, binding } = options;
    this.#name = binding.projection.name;
    const shape = describeTable(dataSource, binding.entity);
    this.#table = new ServingTable(dataSource, this.#name, shape);
    this.#touched = new TouchedRows(binding.projection, shape);
  }

  async *messages(): AsyncGenerator<ChangeMessage, void> {
    let turn = await this.#resume();
    if (turn === 'again') yield this.#rows([]);
    while (turn !== 'ended' && !this.options.signal.aborted) {
      turn = turn === 'reset' ? yield* this.#snapshot() : yield* this.#follow();
    }
  }

  async #resume(): Promise<Turn> {
    const { after } = this.options;
    if (!after) return 'reset';
    return this.#place.resumeAt(after, await this.#table.state()) ? 'again' : 'reset';
  }

  /** Read in pages, each as it is by then: what changes meanwhile is told once more afterwards. */
  async *#snapshot(): AsyncGenerator<ChangeMessage, Turn> {
    const { batchSize = BATCH_SIZE, signal } = this.options;
    let view = await this.#table.page(undefined, batchSize);
    const begun = view.state;
    yield { kind: 'reset', version: begun.version, position: begun.position };
    while (view.rows.length > 0) {
      yield {
        kind: 'rows',
        rows: view.rows.map((row) => this.#describe(row)),
        position: begun.position,
        cursor: undefined,
      };
      if (signal.aborted) return 'ended';
      view = await this.#table.page(view.rows.at(-1), batchSize);
      if (view.state.generation !== begun.generation) return 'reset';
    }
    this.#place.startAt(begun);
    yield this.#rows([]);
    return 'again';
  }

  /** The log's news from the safe place on. */
  async *#follow(): AsyncGenerator<ChangeMessage, Turn> {
    const { feed, batchSize = BATCH_SIZE, pollMs = POLL_MS, signal } = this.options;
    const reading = new FeedReading(feed, this.#place.position, batchSize, signal);
    this.#isCaughtUpTold = false;
    try {
      for (;;) {
        const step = await this.#step(await reading.next(pollMs));
        if (typeof step === 'string') return step;
        yield* step;
      }
    } finally {
      await reading.close();
    }
  }

  /** What to tell of the news, or what has to happen first. */
  async #step(news: FeedBatch | 'none' | 'ended'): Promise<Iterable<ChangeMessage> | Turn> {
    if (news === 'ended') return 'ended';
    const batch = news === 'none' ? undefined : news;
    const view = await this.#viewAfter(batch);
    if (!view) return 'ended';
    const turn = this.#place.notice(view.state);
    if (turn !== 'go-on') return turn;
    return batch ? this.#tell(batch, view) : [];
  }

  *#tell({ position, caughtUp }: FeedBatch, { state, rows }: ServingView): Generator<ChangeMessage> {
    this.#place.advance(position, state);
    yield this.#rows(rows.map((row) => this.#describe(row)));
    if (rows.length > 0) this.#isCaughtUpTold = false;
    if (!caughtUp || this.#isCaughtUpTold) return;
    this.#isCaughtUpTold = true;
    yield { kind: 'caught-up', position, cursor: this.#place.cursor };
  }

  /** The rows that the batch has changed, once they are written; undefined when it is not waited for any more. */
  async #viewAfter(batch: FeedBatch | undefined): Promise<ServingView | undefined> {
    const { keys, upTo } = batch ? this.#touched.by(batch) : NONE_TOUCHED;
    for (;;) {
      const view = keys.length > 0 ? await this.#table.rowsOf(keys) : { state: await this.#table.state(), rows: [] };
      if (upTo === undefined || isAt(upTo, view.state) || !this.#place.isOf(view.state)) return view;
      if (this.options.signal.aborted) return undefined;
      await this.#written(upTo);
    }
  }

  async #written(position: bigint): Promise<void> {
    const { dataSource, pollMs = POLL_MS } = this.options;
    try {
      await waitForPosition(dataSource, [this.#name], position, pollMs);
    } catch (error) {
      if (!(error instanceof ProjectionBehindError)) throw error;
    }
  }

  #rows(rows: readonly ChangedRow[]): ChangeMessage {
    return { kind: 'rows', rows, position: this.#place.told, cursor: this.#place.cursor };
  }

  #describe(row: object): ChangedRow {
    return { key: keyName(keyOfRow(this.#table.shape, row)), row };
  }
}

const isAt = (position: bigint, state: ServingState): boolean =>
  state.position !== undefined && state.position >= position;
