import { CopyBuffer, type TableShape } from '@tenure/postgres';
import type { ParkingChanges } from './sequence.parking';

/** Rows to be written, keys unique among them. */
export interface RowChanges {
  /** Keys that the table does not have. */
  readonly created: Map<string, object>;
  /** Keys that it has. */
  readonly changed: Map<string, object>;
  /** Of insert-only projections. */
  readonly inserted: CopyBuffer;
}

/** What goes into one transaction. */
export interface ProjectionChanges extends RowChanges {
  readonly parking: ParkingChanges;
}

export const noRowChanges = (shape: TableShape): RowChanges => ({
  created: new Map(),
  changed: new Map(),
  inserted: new CopyBuffer(shape),
});
