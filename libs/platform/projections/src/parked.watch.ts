import { withConnection } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { assertGood, readClaims } from './checkpoint.store';
import type { FeedEvent, Reread } from './feed';
import { countRelease, type DueRelease, noteUnread, readDueReleases, readWaiting } from './parking.releases';
import { pause } from './pause';
import type { ProjectionFold } from './projection.fold';

export interface WatchOptions {
  readonly dataSource: DataSource;
  readonly folds: readonly ProjectionFold[];
  readonly reread: Reread;
  readonly pollMs: number;
  readonly signal: AbortSignal;
}

/** Runs `work` between two batches, with all rows written before, and writes what it has folded. */
type InTurn = (work: () => Promise<void>) => Promise<void>;
type ReleaseInto = (fold: ProjectionFold, due: DueRelease, events: readonly FeedEvent[]) => Promise<void>;

/**
 * Releases parked sequences when somebody asks for it or their time has come, until aborted. Rejects like a run, also
 * where a rebuild has replaced the rows, and with them what is parked, while there was nothing to write.
 */
export async function watchParked(options: WatchOptions, inTurn: InTurn, release: ReleaseInto): Promise<void> {
  const { folds, pollMs, signal } = options;
  const claims = folds.map(({ claim }) => claim);
  const names = claims.map(({ name }) => name);
  for (;;) {
    await pause(pollMs, signal);
    if (signal.aborted) return;
    assertGood(claims, await asked(options, (client) => readClaims(client, names)));
    if (folds.every(({ parking }) => parking.isEmpty)) continue;
    for (const due of await asked(options, (client) => readDueReleases(client, names))) {
      const fold = folds.find(({ claim }) => claim.name === due.projection);
      if (fold && !signal.aborted) await tryRelease(options, fold, due, inTurn, release);
    }
  }
}

/**
 * Most is read beforehand, so that the others are held up only for what came meanwhile. The attempt is counted before
 * it is made.
 */
async function tryRelease(
  options: WatchOptions,
  fold: ProjectionFold,
  due: DueRelease,
  inTurn: InTurn,
  release: ReleaseInto,
): Promise<void> {
  const waiting = await asked(options, (client) => readWaiting(client, due, undefined));
  const read = await readAgain(options, due, due.skips ? waiting : [due.position, ...waiting]);
  if (!read) return;
  await inTurn(async () => {
    const late = await asked(options, (client) => readWaiting(client, due, waiting.at(-1)));
    const rest = await readAgain(options, due, late);
    if (!rest || !(await asked(options, (client) => countRelease(client, due, fold.claim)))) return;
    await release(fold, due, [...read, ...rest]);
  });
}

/** In the order of the log; undefined where they can't be had, which is then noted. */
async function readAgain(
  options: WatchOptions,
  due: DueRelease,
  positions: readonly bigint[],
): Promise<readonly FeedEvent[] | undefined> {
  if (positions.length === 0) return [];
  try {
    const events = new Map((await options.reread(positions)).map((event) => [event.position, event]));
    return positions.map((position) => {
      const event = events.get(position);
      if (!event) throw new Error(`the event at position ${position} is no longer in the log`);
      return event;
    });
  } catch (error) {
    await asked(options, (client) => noteUnread(client, due, `can't be read again: ${String(error)}`));
    return undefined;
  }
}

const asked = <T>({ dataSource }: WatchOptions, work: (client: ClientBase) => Promise<T>): Promise<T> =>
  withConnection(dataSource, work);
