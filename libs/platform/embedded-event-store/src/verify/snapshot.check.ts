import { FRAME_HEADER_BYTES, readFrameChecksum } from '../log/frame.codec';
import type { SoundFrame } from '../log/frame.inspection';
import type { SnapshotInspection } from '../store/snapshot.file';

/** Finds in the passing log the two places that a snapshot of the index names. */
export class SnapshotCheck {
  private foundAnchor = false;
  private foundEnd = false;

  constructor(private readonly inspection: SnapshotInspection) {}

  pass(buffer: Buffer, { start, position, payloadBytes }: SoundFrame): void {
    if (this.inspection.kind !== 'sound') return;
    const { anchor, anchorChecksum, end } = this.inspection.snapshot;
    if (position === anchor) this.foundAnchor = readFrameChecksum(buffer, start) === anchorChecksum;
    if (position + FRAME_HEADER_BYTES + payloadBytes === end) this.foundEnd = true;
  }

  /** In words what is wrong, once all of the log has passed that could be read. */
  flaw(isLogWhole: boolean): string | undefined {
    const { inspection, foundAnchor, foundEnd } = this;
    switch (inspection.kind) {
      case 'none':
        return undefined;
      case 'damaged':
        return inspection.flaw;
      case 'sound':
        return !isLogWhole || (foundAnchor && foundEnd) ? undefined : 'the snapshot was not made of this log';
    }
  }
}
