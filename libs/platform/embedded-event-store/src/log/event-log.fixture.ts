import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FrameBuffer } from '../store/frame.buffer';
import { readRecordedEvent } from '../streams/recorded-event.codec';
import { EventLog, NOTHING_KNOWN } from './event-log';
import { FrameScanner } from './frame.scanner';

export type Stored = { id: string; position: number; text: string };
/** Groups of frames of events, by the length of their data. */
export type Groups = number[][][];

/** Appends group by group and closes; frame ends are positions. */
export async function write(
  folder: string,
  groups: Groups,
  segmentBytes: number,
): Promise<{ written: Stored[]; frameEnds: number[] }> {
  const { log } = await reopen(folder, segmentBytes);
  const written: Stored[] = [];
  const frameEnds: number[] = [];
  for (const group of groups) written.push(...(await append(log, group, frameEnds)));
  await log.close();
  return { written, frameEnds };
}

export async function append(log: EventLog, group: number[][], frameEnds: number[] = []): Promise<Stored[]> {
  const frames = new FrameBuffer();
  const base = log.nextGroupPosition;
  const written: Stored[] = [];
  frames.beginGroup(base, log.end);
  for (const [index, frame] of group.entries()) {
    frames.beginFrame();
    for (const length of frame) {
      const id = `00000000-0000-4000-8000-${String(length * 100 + index).padStart(12, '0')}`;
      const text = 'ä'.repeat(length / 2);
      const event = { id, type: 'T', contentType: 'c', data: Buffer.from(text), metadata: Buffer.from('m') };
      const place = { streamName: 's', revision: written.length, createdMs: 1 };
      written.push({ id, text, position: frames.addEvent(event, place) });
    }
    frames.endFrame();
    frameEnds.push(base + frames.bytes.length);
  }
  await log.append(frames.bytes, frames.framePositions);
  return written;
}

export async function reopen(
  folder: string,
  segmentBytes = Number.MAX_SAFE_INTEGER,
): Promise<{ log: EventLog; events: Stored[] }> {
  const events: Stored[] = [];
  const log = await EventLog.open({ folder, segmentBytes });
  try {
    await log.recover(NOTHING_KNOWN, (logged) => {
      const { id, position, data } = readRecordedEvent(logged);
      events.push({ id, position, text: data.toString() });
    });
  } catch (error) {
    await log.abandon();
    throw error;
  }
  return { log, events };
}

export async function reread(folder: string): Promise<Stored[]> {
  const { log, events } = await reopen(folder);
  await log.close();
  return events;
}

export async function scan(log: EventLog): Promise<Stored[]> {
  const scanner = new FrameScanner(log, 0);
  const events: Stored[] = [];
  for (let page = await scanner.next(); page.length > 0; page = await scanner.next()) {
    for (const logged of page) {
      const { id, position, data } = readRecordedEvent(logged);
      events.push({ id, position, text: data.toString() });
    }
  }
  return events;
}

export function segments(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => join(folder, name));
}

export function lastSegment(folder: string): string {
  return segments(folder).at(-1) ?? '';
}
