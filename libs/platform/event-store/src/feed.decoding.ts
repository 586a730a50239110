import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import type { FeedEvent } from '@tenure/projections';
import type { AnyCodec } from './codec.registry';
import { asStored, type Stored } from './recorded.codec';

/**
 * Decodes and upcasts. An event of a known type that the codec refuses comes back as it is stored, with the reason;
 * undefined for an unknown type and for a link that leads nowhere.
 */
export function decodeResolved(codec: AnyCodec, resolved: AllStreamResolvedEvent): FeedEvent | undefined {
  const stored = asStored(resolved);
  return stored && decodeEvent(codec, stored, resolved.event?.isJson === true);
}

/** The same for an event that the client did not decode. */
export function decodeEvent(codec: AnyCodec, stored: Stored, isJson: boolean): FeedEvent | undefined {
  if (isJson) return decodeStored(codec, stored);
  return codec.types.includes(stored.type) ? { ...stored, undecodable: 'it is not stored as JSON' } : undefined;
}

/** The same for what was stored as JSON. */
export function decodeStored(codec: AnyCodec, stored: Stored): FeedEvent | undefined {
  const decoded = tryDecode(codec, stored);
  if (decoded.known) return { ...stored, data: decoded.event.data };
  return codec.types.includes(stored.type) ? { ...stored, undecodable: decoded.reason } : undefined;
}

/** An upcaster may meet what its author never thought of. */
function tryDecode(codec: AnyCodec, { type, metadata, data }: Stored): ReturnType<AnyCodec['decode']> {
  try {
    return codec.decode(type, metadata.schemaVersion, data);
  } catch (error) {
    return { known: false, reason: `its upcaster failed: ${String(error)}` };
  }
}
