import type { Stored } from '@tenure/event-store';
import type { EventMetadata } from '@tenure/kernel';
import { readPosition } from './record.headers';

/** CloudEvents 1.0 asks for a source that makes ids unique; those of a log are unique by themselves. */
const SOURCE = '/tenure';

/** Names of extensions are small letters and digits alone (CloudEvents 1.0, 3.1). */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['customerId', 'customerid'],
  ['commandId', 'commandid'],
  ['correlationId', 'correlationid'],
  ['causationId', 'causationid'],
  ['actor', 'actor'],
  ['source', 'origin'],
  ['occurredAt', 'occurredat'],
  ['schemaVersion', 'schemaversion'],
]);
const FIELDS = [...EXTENSIONS];

/** An event of the log as CloudEvents JSON; metadata that has no extension of its own goes as JSON text into one. */
export function encodeCloudEvent(stored: Stored): string {
  const { id, type, recordedAt, stream, revision, position, metadata, data } = stored;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: SOURCE,
    type,
    time: recordedAt,
    datacontenttype: 'application/json',
    stream,
    revision: `${revision}`,
    position: `${position}`,
    ...encodeMetadata(metadata),
    data,
  });
}

/** Exactly what was encoded; undefined where the text is no event of a log. */
export function decodeCloudEvent(text: string): Stored | undefined {
  const parsed = parse(text);
  const { id, type, time, stream, data } = parsed;
  const [revision, position] = [readPosition(parsed['revision']), readPosition(parsed['position'])];
  if (revision === undefined || position === undefined || !areText([id, type, time, stream])) return undefined;
  const named = { id, type, stream, recordedAt: time } as Pick<Stored, 'id' | 'type' | 'stream' | 'recordedAt'>;
  return { ...named, revision, position, data, metadata: decodeMetadata(parsed) };
}

function encodeMetadata(metadata: EventMetadata): Record<string, unknown> {
  const extensions: Record<string, unknown> = {};
  const others: [string, unknown][] = [];
  for (const [name, value] of Object.entries(metadata)) {
    const extension = EXTENSIONS.get(name);
    if (extension !== undefined && isFitting(name, value)) extensions[extension] = value;
    else if (value !== undefined) others.push([name, value]);
  }
  if (others.length > 0) extensions['othermetadata'] = JSON.stringify(Object.fromEntries(others));
  return extensions;
}

function decodeMetadata(event: Record<string, unknown>): EventMetadata {
  const { othermetadata } = event;
  const metadata = typeof othermetadata === 'string' ? parse(othermetadata) : {};
  for (const [name, extension] of FIELDS) {
    if (extension in event) metadata[name] = event[extension];
  }
  return metadata as unknown as EventMetadata;
}

/** What CloudEvents lets an extension hold: text, and whole numbers of 32 bits. */
const isFitting = (name: string, value: unknown): boolean =>
  name === 'schemaVersion' ? Number.isInteger(value) && value === Number(value) >> 0 : typeof value === 'string';

const areText = (values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

function parse(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
