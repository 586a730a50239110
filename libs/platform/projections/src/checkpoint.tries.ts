import type { ClientBase } from 'pg';
import type { Claim } from './checkpoint.store';
import { ProjectionFencedError } from './projection.errors';

/** Counts a try of the event at a position before it is made; resolves to how often it was begun, this time included. */
export async function countTry(client: ClientBase, { name, epoch }: Claim, position: bigint): Promise<number> {
  const { rows } = await client.query<{ tried_count: number }>(
    `UPDATE projection_checkpoint SET tried_position = $3,
       tried_count = CASE WHEN tried_position = $3 THEN tried_count + 1 ELSE 1 END
     WHERE name = $1 AND epoch = $2 RETURNING tried_count`,
    [name, `${epoch}`, `${position}`],
  );
  const [counted] = rows;
  if (!counted) throw new ProjectionFencedError([name]);
  return counted.tried_count;
}

/** Nothing has to be tried with care any more. */
export async function endCare(client: ClientBase, { name, epoch }: Claim): Promise<void> {
  await client.query(
    `UPDATE projection_checkpoint SET tried_position = NULL, tried_count = 0, starts_without_progress = 0
     WHERE name = $1 AND epoch = $2`,
    [name, `${epoch}`],
  );
}
