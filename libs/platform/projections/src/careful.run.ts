import { type PostgresConnection, selectRows } from '@tenure/postgres';
import { BatchAccumulator, inOrder } from './batch.accumulator';
import { writeBatch } from './batch.writer';
import { countTry, endCare } from './checkpoint.tries';
import type { FeedBatch, FeedEvent } from './feed';
import { MOST_UNFINISHED_ATTEMPTS } from './parking.releases';
import { tellOfParked } from './parking.word';
import { RowsRefusedError } from './projection.errors';
import type { ProjectionFold } from './projection.fold';
import { withRunConnections } from './run.connections';
import type { RunOptions } from './run.options';

/** More than were folded and not yet written when the process ended, or PostgreSQL refused, before it came to this. */
const MOST_CAREFUL_EVENTS = 3_000;

export interface CarefulOptions extends Pick<
  RunOptions,
  'dataSource' | 'feed' | 'maxBatchEvents' | 'signal' | 'onParked'
> {
  /** From its last committed position. */
  readonly openFold: () => Promise<ProjectionFold>;
}

/**
 * Handles one event a transaction, each counted before it is tried, so that one that ends the process or makes rows
 * that PostgreSQL refuses is found and parked. Resolves when one was, or enough events went well.
 */
export async function runCarefully(options: CarefulOptions): Promise<void> {
  let refused: Refused | undefined;
  do {
    const found: Refused | undefined = refused;
    refused = await withRunConnections(options.dataSource, async (writer, loader) => {
      const run = new CarefulRun(options, await options.openFold(), writer, loader, found);
      return run.consume();
    });
  } while (refused);
}

interface Refused {
  readonly position: bigint;
  readonly reason: unknown;
}

class CarefulRun {
  private readonly accumulator: BatchAccumulator;
  private tried = 0;
  private hasParked = false;

  constructor(
    private readonly options: CarefulOptions,
    private readonly fold: ProjectionFold,
    private readonly writer: PostgresConnection,
    loader: PostgresConnection,
    private readonly refused: Refused | undefined,
  ) {
    const load = (keys: readonly string[]) => selectRows(loader.client, fold.shape, [keys], fold.table);
    this.accumulator = new BatchAccumulator([fold], () => load, 0);
  }

  /** Resolves to the event whose rows were refused; what was folded in memory is worthless then. */
  async consume(): Promise<Refused | undefined> {
    const { feed, maxBatchEvents, signal } = this.options;
    const done = new AbortController();
    const feedOptions = { maxEvents: maxBatchEvents, signal: AbortSignal.any([signal, done.signal]) };
    try {
      for await (const batch of feed.batches(this.fold.position, feedOptions)) {
        if (signal.aborted) return undefined;
        const refused = await this.handleAll(batch);
        if (refused) return refused;
        if (batch.caughtUp || this.hasParked || this.tried >= MOST_CAREFUL_EVENTS) break;
      }
    } finally {
      done.abort();
    }
    if (!signal.aborted) await endCare(this.writer.client, this.fold.claim);
    return undefined;
  }

  private async handleAll({ events, undecodable = [], position }: FeedBatch): Promise<Refused | undefined> {
    for (const event of inOrder(events, undecodable)) {
      const refused = await this.handle(event);
      if (refused) return refused;
    }
    await this.advance([], position);
    return undefined;
  }

  private async handle(event: FeedEvent): Promise<Refused | undefined> {
    const { fold } = this;
    if (fold.position !== undefined && event.position <= fold.position) return undefined;
    if (!fold.handlesType(event.type) || fold.parking.isParked(event)) {
      await this.accumulator.addAll([event], event.position);
      return undefined;
    }
    await this.write();
    if (await this.isPoison(event)) {
      this.hasParked = true;
      await this.advance([], event.position);
      return undefined;
    }
    this.tried++;
    try {
      await this.advance([event], event.position);
      return undefined;
    } catch (error) {
      if (!(error instanceof RowsRefusedError)) throw error;
      await this.writer.client.query('ROLLBACK');
      return { position: event.position, reason: error.cause };
    }
  }

  private async isPoison(event: FeedEvent): Promise<boolean> {
    if (this.refused?.position === event.position) {
      this.fold.parking.park(event, this.refused.reason);
      return true;
    }
    const tries = await countTry(this.writer.client, this.fold.claim, event.position);
    if (tries <= MOST_UNFINISHED_ATTEMPTS) return false;
    const reason = `the process ended each of the ${MOST_UNFINISHED_ATTEMPTS} times that it was handled`;
    this.fold.parking.park(event, reason, MOST_UNFINISHED_ATTEMPTS);
    return true;
  }

  private async advance(events: readonly FeedEvent[], position: bigint): Promise<void> {
    await this.accumulator.addAll(events, position);
    await this.write();
  }

  private async write(): Promise<void> {
    if (this.accumulator.isEmpty) return;
    const batch = this.accumulator.take(true);
    await writeBatch(this.writer, batch);
    tellOfParked(batch, this.options.onParked);
  }
}
