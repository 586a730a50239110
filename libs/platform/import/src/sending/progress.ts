import type { ImportProgress } from '../import.summary';
import type { ReaderSnapshot } from '../reading/reader';

const ENOUGH_TO_TELL = 0.01;

export function progressOf(snapshot: ReaderSnapshot, elapsedMs: number): ImportProgress {
  const { rows, commandsSettled, bytesRead, bytesTotal } = snapshot;
  const share = bytesTotal === 0 ? 0 : bytesRead / bytesTotal;
  const seconds = Math.max(elapsedMs, 1) / 1000;
  const progress = {
    rows,
    commandsSettled,
    bytesRead,
    bytesTotal,
    elapsedMs,
    rowsPerSecond: rows.read / seconds,
    commandsPerSecond: commandsSettled / seconds,
  };
  return share < ENOUGH_TO_TELL ? progress : { ...progress, secondsLeft: (seconds * (1 - share)) / share };
}
