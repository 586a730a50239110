const BYTES_PER_MB = 1_000_000;

interface Counts {
  readonly events: number;
  readonly streams: number;
  readonly segments: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Such as `26,578 events of 5,872 streams in 2 segments, 143.2 MB, 1.9 s`. */
export function countsText({ events, streams, segments, bytes, seconds }: Counts): string {
  const content = `${counted(events, 'event')} of ${counted(streams, 'stream')} in ${counted(segments, 'segment')}`;
  return `${content}, ${(bytes / BYTES_PER_MB).toFixed(1)} MB, ${seconds.toFixed(1)} s`;
}

export const counted = (count: number, unit: string): string =>
  `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`;
