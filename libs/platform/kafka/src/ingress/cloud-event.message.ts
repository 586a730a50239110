import { headerOf } from '../records/record.headers';
import type { IngressRecord } from './ingress.record';

/** A record's CloudEvent, before anything of it has been checked. */
export type CloudEventMessage =
  /** The value is the event. */
  | { readonly mode: 'structured'; readonly contentType: string | undefined }
  /** The value is its data. */
  | {
      readonly mode: 'binary';
      readonly contentType: string | undefined;
      /** By their names, `id` for the header `ce_id`. */
      readonly attributes: Readonly<Record<string, string>>;
    };

const PREFIX = 'ce_';
const STRUCTURED = /^application\/cloudevents(\+json)?\s*(;|$)/i;

/** Tells the modes apart (CloudEvents Kafka Protocol Binding 1.0.2, 3); without a word of either it is the structured one. */
export function messageOf({ headers }: IngressRecord): CloudEventMessage {
  const contentType = headerOf(headers, 'content-type');
  const isBinary = headerOf(headers, `${PREFIX}specversion`) !== undefined && !STRUCTURED.test(contentType ?? '');
  if (!isBinary) return { mode: 'structured', contentType };
  const attributes: Record<string, string> = {};
  for (const header of Object.keys(headers)) {
    const value = headerOf(headers, header);
    if (header.startsWith(PREFIX) && value !== undefined) attributes[header.slice(PREFIX.length)] = value;
  }
  return { mode: 'binary', contentType, attributes };
}
