import type { EventLog } from '../log/event-log';
import { FrameScanner } from '../log/frame.scanner';
import type { LoggedEvent } from '../log/logged-event';

/** Reads `$all` forwards from a position (inclusive), in pages; an empty page means the durable end, for now. */
export class AllReader {
  private scanner: FrameScanner | undefined;

  constructor(
    private readonly log: EventLog,
    private readonly from: number,
  ) {}

  async next(): Promise<LoggedEvent[]> {
    if (this.from >= this.log.end) return [];
    const start = this.log.frameBefore(this.from);
    if (start === undefined) return [];
    this.scanner ??= new FrameScanner(this.log, start);
    for (;;) {
      const page = await this.scanner.next();
      const last = page.at(-1);
      if (last === undefined) return [];
      if (last.position < this.from) continue;
      const first = page.findIndex(({ position }) => position >= this.from);
      return first === 0 ? page : page.slice(first);
    }
  }
}

/** Reads `$all` forwards from a position (inclusive) up to where it ends now. */
export async function* readAllForwards(log: EventLog, from: number): AsyncGenerator<LoggedEvent[]> {
  const end = log.end;
  const reader = new AllReader(log, from);
  for (let page = await reader.next(); page.length > 0; page = await reader.next()) {
    yield page.filter(({ position }) => position < end);
    if ((page.at(-1)?.position ?? end) >= end) return;
  }
}

/** Reads `$all` backwards from before a position (exclusive), in pages. */
export async function* readAllBackwards(log: EventLog, before: number): AsyncGenerator<LoggedEvent[]> {
  let limit = Math.min(before, log.end);
  while (limit > 0) {
    const start = log.frameBefore(limit - 1);
    if (start === undefined) return;
    const events = await eventsBetween(log, start, limit);
    if (events.length === 0) return;
    yield events.reverse();
    limit = Math.min(limit, start);
  }
}

async function eventsBetween(log: EventLog, start: number, limit: number): Promise<LoggedEvent[]> {
  const scanner = new FrameScanner(log, start);
  const events: LoggedEvent[] = [];
  for (let page = await scanner.next(); page.length > 0; page = await scanner.next()) {
    for (const event of page) if (event.position < limit) events.push(event);
    if ((page.at(-1)?.position ?? 0) >= limit) break;
  }
  return events;
}
