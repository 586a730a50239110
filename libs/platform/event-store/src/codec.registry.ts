import type { Decoded, DomainEvent } from '@tenure/kernel';

/** Decodes the events of any of several domains. */
export interface AnyCodec {
  readonly types: readonly string[];
  readonly decode: (type: string, schemaVersion: number, data: unknown) => Decoded<DomainEvent>;
}

/** Throws when two domains claim one event type. */
export function mergeCodecs(codecs: readonly AnyCodec[]): AnyCodec {
  const byType = new Map<string, AnyCodec>();
  for (const codec of codecs) {
    for (const type of codec.types) {
      if (byType.has(type)) throw new Error(`Event type ${type} belongs to two domains`);
      byType.set(type, codec);
    }
  }
  return {
    types: [...byType.keys()],
    decode: (type, schemaVersion, data) =>
      byType.get(type)?.decode(type, schemaVersion, data) ?? { known: false, reason: `unknown event type ${type}` },
  };
}
