import { describeTable, withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import type { RowDifference } from './completeness.comparison';
import { Findings } from './completeness.findings';
import type { UnfoldableEvent } from './completeness.fold';
import { LogReading, type ReadingOptions } from './completeness.reading';
import { assertCanBeSampled, type KeySample } from './completeness.sample';
import { RowSnapshot } from './completeness.snapshot';
import type { ProjectionBinding } from './projection.binding';
import { selectBindings } from './projection.folds';
import { NotVerifiableError } from './verify.errors';

/** `feed`: of the log itself, also where the rows came by way of another one. `sample`: all rows unless given. */
export interface VerifyOptions extends ReadingOptions {
  readonly dataSource: DataSource;
  readonly bindings: readonly ProjectionBinding[];
  readonly name: string;
  /** Position of the newest event of the log; undefined where it is empty. */
  readonly head: () => Promise<bigint | undefined>;
  /** Rows folded in one reading of the log, at the most; 100,000 unless given. More take more readings. */
  readonly rowsInMemory?: number;
}

/** What a projection's rows are worth. */
export interface Verification {
  readonly projection: string;
  readonly version: number;
  /** Absent where nothing was ever read. */
  readonly position: bigint | undefined;
  /** True when every compared row is what the events up to the position give, none is missing and none is too many. */
  readonly isComplete: boolean;
  readonly sample: KeySample | undefined;
  /** Rows that were compared with the events. */
  readonly rows: number;
  readonly equal: number;
  readonly differing: number;
  readonly missing: number;
  readonly surplus: number;
  readonly first: RowDifference | undefined;
  /** Sequences that are parked: their rows were compared as far as they go. */
  readonly parked: number;
  /** Events that the fold throws on and that are neither parked nor skipped; the rest of their customer's sequence was left out. */
  readonly unfoldable: readonly UnfoldableEvent[];
  /** Events of all readings of the log. */
  readonly events: number;
}

const DEFAULT_ROWS_IN_MEMORY = 100_000;

/**
 * Compares a projection's rows with its plain fold of the log up to the position that the rows are at. Works while they
 * are written: both are taken from one snapshot, copied to a temporary table. Needs one connection and, for tables of
 * more rows than fit into memory, several readings of the log. Rejects with `NotVerifiableError` or
 * `UnknownProjectionError`.
 */
export async function verifyProjection(options: VerifyOptions): Promise<Verification> {
  const { dataSource, bindings, name, sample } = options;
  const [binding] = selectBindings(bindings, [name]);
  if (!binding) throw new NotVerifiableError(name, 'it has no table');
  const shape = describeTable(dataSource, binding.entity);
  if (sample) assertCanBeSampled(name, shape);
  return withConnection(dataSource, async (client) => {
    const snapshot = await RowSnapshot.take(client, shape, binding, sample);
    const head = await options.head();
    if (snapshot.position !== undefined && (head === undefined || head < snapshot.position)) {
      throw new NotVerifiableError(name, `it is at ${snapshot.position}, beyond the end of the log`);
    }
    const findings = new Findings(shape, snapshot);
    const reading = new LogReading(options, binding.projection, shape, snapshot, findings);
    if (binding.projection.insertOnly) await reading.compareInserted();
    else await reading.compareFolded(options.rowsInMemory ?? DEFAULT_ROWS_IN_MEMORY);
    await findings.addSurplus();
    await snapshot.drop();
    const { differing, missing, surplus } = findings.counts;
    return {
      projection: name,
      version: binding.projection.version,
      position: snapshot.position,
      isComplete: differing + missing + surplus + reading.unfoldable.size === 0,
      sample,
      rows: snapshot.rows,
      ...findings.counts,
      first: findings.first,
      parked: snapshot.leftOut.parkedSequences,
      unfoldable: [...reading.unfoldable.values()],
      events: reading.events,
    };
  });
}
