/** How far a rebuild is, as the API says. */
export interface RebuildFigures {
  readonly events: number;
  readonly position: string;
}

interface Mark {
  readonly atMs: number;
  readonly events: number;
  readonly position: number;
}

/** What the rate is taken over. A rebuild says how far it is when it writes, which is every few seconds. */
const WINDOW_MS = 10_000;

/** Rate and time left of a rebuild, from what it says again and again. */
export class RebuildMeter {
  #marks: Mark[] = [];

  /** `target`: where the serving rows are, which the new ones have to reach; `atMs` by any clock that doesn't jump. */
  text({ events, position }: RebuildFigures, target: string | undefined, atMs: number): string {
    const now = { atMs, events, position: Number(position) };
    const [oldest = now] = (this.#marks = [...this.#marks.filter((mark) => atMs - mark.atMs <= WINDOW_MS), now]);
    const seconds = (atMs - oldest.atMs) / 1000;
    const parts = [`${events.toLocaleString('en')} events`];
    if (events === 0) return 'reading …';
    if (events > oldest.events) {
      parts.push(`${Math.round((events - oldest.events) / seconds).toLocaleString('en')}/s`);
    }
    if (target !== undefined && Number(target) > 0) {
      parts.push(...partsLeft(now.position, Number(target), (now.position - oldest.position) / seconds));
    }
    return parts.join(', ');
  }
}

function partsLeft(position: number, target: number, positionsPerSecond: number): string[] {
  const left = target - position;
  if (left <= 0) return ['100 %, taking its place'];
  const percent = `${Math.floor((100 * position) / target)} %`;
  return positionsPerSecond > 0 ? [percent, `about ${durationText(left / positionsPerSecond)} left`] : [percent];
}

function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5_400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
