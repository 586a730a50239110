import type { KafkaMessage, Message } from 'kafkajs';
import type { LogMarker } from './log.marker';
import { readPosition } from './record.headers';

export const MARKER = 'marker';

/** `atMs`: when what it speaks of was recorded, so that reading from a time on finds it where it belongs. */
export const encodeMarker = ({ after, position, events }: LogMarker, partition: number, atMs: number): Message => ({
  partition,
  key: null,
  headers: { kind: MARKER },
  value: JSON.stringify({ after: after === undefined ? null : `${after}`, position: `${position}`, events }),
  timestamp: String(atMs),
});

/** Undefined where the value is no marker's. */
export function decodeMarker({ value }: Pick<KafkaMessage, 'value'>): LogMarker | undefined {
  const { after, position, events } = parse(value);
  const [start, end] = [readPosition(after), readPosition(position)];
  if (end === undefined || (start === undefined && after !== null)) return undefined;
  return typeof events === 'number' ? { after: start, position: end, events } : undefined;
}

function parse(value: Buffer | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(value?.toString() ?? '');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
