import type { Recorded } from '@tenure/kernel';
import type { ClientBase } from 'pg';
import { sequenceOf } from './event.sequence';

/** What a projection has not folded by intention: rows without it are as they should be. */
export class LeftOutEvents {
  private constructor(
    /** From which position on a sequence waits. */
    private readonly parked: ReadonlyMap<string, bigint>,
    private readonly skipped: ReadonlySet<bigint>,
  ) {}

  /** Call it in the snapshot that the rows are from. */
  static async read(client: ClientBase, projection: string): Promise<LeftOutEvents> {
    const { rows: parked } = await client.query<{ sequence: string; position: string }>(
      'SELECT sequence, position FROM projection_parked WHERE projection = $1',
      [projection],
    );
    const { rows: skipped } = await client.query<{ position: string }>(
      'SELECT position FROM projection_skipped WHERE projection = $1 AND lifted_at IS NULL',
      [projection],
    );
    return new LeftOutEvents(
      new Map(parked.map(({ sequence, position }) => [sequence, BigInt(position)])),
      new Set(skipped.map(({ position }) => BigInt(position))),
    );
  }

  get parkedSequences(): number {
    return this.parked.size;
  }

  has(event: Recorded): boolean {
    if (this.skipped.has(event.position)) return true;
    const since = this.parked.size > 0 ? this.parked.get(sequenceOf(event)) : undefined;
    return since !== undefined && event.position >= since;
  }
}
