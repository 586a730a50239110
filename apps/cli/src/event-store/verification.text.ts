import type { LogVerification } from '@tenure/embedded-event-store';
import type { Terminal } from '../terminal';
import { counted, countsText } from './count.text';

export function verificationLines(found: LogVerification, { colours }: Terminal): readonly string[] {
  const { folder, end, damages } = found;
  const place = ({ file, offset, reason }: LogVerification['damages'][number]) =>
    `  ${file} at byte ${offset}: ${reason}`;
  const verdict =
    damages.length === 0
      ? [`${colours.green('✓')} The event log in ${folder} is sound up to position ${end}.`]
      : [`${colours.red('✗')} The event log in ${folder} is damaged:`, ...damages.map(place)];
  return [...verdict, ...scopeLines(found), ...(damages.length === 0 ? [] : [ADVICE])];
}

const ADVICE = 'Nothing was changed. A backup can take its place: docs/event-store-storage.md says how.';

function scopeLines(found: LogVerification): readonly string[] {
  const { frames, hasSnapshot, nodeProcessId, tornTail } = found;
  const snapshot = hasSnapshot ? ', and the snapshot of the index' : '; there is no snapshot of the index';
  return [
    `  Read: ${countsText(found)}; ${counted(frames, 'record')}${snapshot}.`,
    ...(nodeProcessId === undefined
      ? []
      : [`  A node runs on it (process id ${nodeProcessId}): what it has acknowledged was checked.`]),
    ...(tornTail === undefined
      ? []
      : [
          `  ${counted(tornTail.bytes, 'byte')} of an interrupted write follow (${tornTail.file} at byte ${tornTail.offset}).`,
          '  Nobody was told that they are there; the next start of the node cuts them.',
        ]),
  ];
}
