import type { ClientBase } from 'pg';

/** A sequence that waits behind an event at this position. */
export interface ParkedAt {
  readonly sequence: string;
  readonly position: bigint;
}

/** What the rows that are being served hold. */
export interface ServingState {
  /** Undefined where nothing was ever written. */
  readonly position: bigint | undefined;
  readonly version: number;
  /** Another one means that the table was replaced. */
  readonly generation: bigint;
  readonly parked: readonly ParkedAt[];
}

const NOTHING_WRITTEN: ServingState = { position: undefined, version: 0, generation: 0n, parked: [] };

/** In one statement, so that its parts belong together. */
export async function readServingState(client: ClientBase, name: string): Promise<ServingState> {
  const { rows } = await client.query<StateRecord>(
    `SELECT position, version, generation, sequence, parked_position FROM projection_checkpoint
     LEFT JOIN (SELECT projection, sequence, position AS parked_position FROM projection_parked) AS parked
       ON projection = name
     WHERE name = $1`,
    [name],
  );
  const [first] = rows;
  if (!first) return NOTHING_WRITTEN;
  return {
    position: first.position === null ? undefined : BigInt(first.position),
    version: first.version,
    generation: BigInt(first.generation),
    parked: rows.flatMap(({ sequence, parked_position: position }) =>
      sequence === null || position === null ? [] : [{ sequence, position: BigInt(position) }],
    ),
  };
}

interface StateRecord {
  readonly position: string | null;
  readonly version: number;
  readonly generation: string;
  readonly sequence: string | null;
  readonly parked_position: string | null;
}
