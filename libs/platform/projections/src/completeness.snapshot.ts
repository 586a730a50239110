import { keyText, readRow, type TableShape } from '@tenure/postgres';
import type { ClientBase } from 'pg';
import { type Claim, readClaims } from './checkpoint.store';
import { LeftOutEvents } from './completeness.parking';
import { hashExpression, type KeySample } from './completeness.sample';
import type { ProjectionBinding } from './projection.binding';
import { NotVerifiableError } from './verify.errors';

const COPY = 'projection_snapshot';

/**
 * A projection's rows as they were at one position, in a temporary table of this session: the serving table is held for
 * no longer than the copy takes. Rows are taken out of it as they are compared; what is left in the end is surplus.
 */
export class RowSnapshot {
  private constructor(
    private readonly client: ClientBase,
    private readonly shape: TableShape,
    readonly position: bigint | undefined,
    readonly rows: number,
    readonly leftOut: LeftOutEvents,
    /** The greatest hash in the sample: whatever key has a lesser one belongs to it. Absent where all rows do. */
    readonly lastHash: string | undefined,
  ) {}

  /** Leaves the session with a temporary table and without a statement timeout; see `drop`. Throws `NotVerifiableError`. */
  static async take(
    client: ClientBase,
    shape: TableShape,
    binding: ProjectionBinding,
    sample: KeySample | undefined,
  ): Promise<RowSnapshot> {
    await client.query('SET statement_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ');
    // Before anything is read: once the view of the data is frozen, a table that is swapped in would look empty.
    await client.query(`LOCK TABLE ${shape.table} IN ACCESS SHARE MODE`);
    const position = positionOf(binding, await readClaims(client, [binding.projection.name]));
    const leftOut = await LeftOutEvents.read(client, binding.projection.name);
    const hash = sample ? hashExpression(shape, sample) : 'NULL::text';
    const chosen = sample ? `ORDER BY ${hash} COLLATE "C" LIMIT ${sample.size}` : '';
    await client.query(`CREATE TEMPORARY TABLE ${COPY} AS SELECT ${columnsOf(shape)} FROM ${shape.table} ${chosen}`);
    await client.query(`COMMIT; CREATE UNIQUE INDEX ON ${COPY} (${keyOf(shape)}); ANALYZE ${COPY}`);
    const { rows } = await client.query<{ count: string; last: string | null }>(
      `SELECT count(*), max(${hash} COLLATE "C") AS last FROM ${COPY}`,
    );
    const [{ count, last } = { count: '0', last: null }] = rows;
    const isAll = sample === undefined || Number(count) < sample.size;
    return new RowSnapshot(client, shape, position, Number(count), leftOut, isAll ? undefined : (last ?? undefined));
  }

  /** The rows that have the keys of these, in any order. No row is handed out twice. */
  async takeOut(wanted: readonly object[]): Promise<object[]> {
    const { keyColumns } = this.shape;
    const keys = keyColumns.map((column) => wanted.map((row) => keyText(column, Reflect.get(row, column.property))));
    const lists = keyColumns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
    const { rows } = await this.client.query<unknown[]>({
      text: `DELETE FROM ${COPY} WHERE (${keyOf(this.shape)}) IN (SELECT * FROM unnest(${lists}))
        RETURNING ${columnsOf(this.shape)}`,
      values: keys,
      rowMode: 'array',
    });
    return rows.map((values) => readRow(this.shape, values));
  }

  /** What was not taken out: how many rows, and the first of them by key. */
  async rest(): Promise<{ readonly count: number; readonly first: object | undefined }> {
    const { rows: counted } = await this.client.query<{ count: string }>(`SELECT count(*) FROM ${COPY}`);
    const { rows } = await this.client.query<unknown[]>({
      text: `SELECT ${columnsOf(this.shape)} FROM ${COPY} ORDER BY ${keyOf(this.shape)} LIMIT 1`,
      rowMode: 'array',
    });
    const [first] = rows;
    return { count: Number(counted[0]?.count ?? 0), first: first && readRow(this.shape, first) };
  }

  async drop(): Promise<void> {
    await this.client.query(`DROP TABLE ${COPY}; RESET statement_timeout`);
  }
}

const columnsOf = ({ columns }: TableShape): string => columns.map(({ name }) => name).join(', ');
const keyOf = ({ keyColumns }: TableShape): string => keyColumns.map(({ name }) => name).join(', ');

function positionOf(
  { projection: { name, version } }: ProjectionBinding,
  [claim]: readonly Claim[],
): bigint | undefined {
  if (!claim) throw new NotVerifiableError(name, 'nothing was ever written for it');
  if (claim.version === version) return claim.position;
  throw new NotVerifiableError(name, `its rows are of version ${claim.version}, the fold is version ${version}`);
}
