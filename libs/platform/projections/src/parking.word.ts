import type { FoldedBatch } from './batch.writer';

/** A sequence that a projection has just parked. */
export interface ParkedNotice {
  readonly projection: string;
  readonly sequence: string;
  readonly position: bigint;
  readonly error: string;
}

export type OnParked = (parked: ParkedNotice) => void;

/** Tells of what a committed batch has parked. */
export function tellOfParked(batch: FoldedBatch, onParked: OnParked | undefined): void {
  if (!onParked) return;
  for (const { fold, rows } of batch) {
    for (const { sequence, event, error } of rows.parking.parked) {
      onParked({ projection: fold.binding.projection.name, sequence, position: event.position, error });
    }
  }
}
