import type { DomainEvent } from './decider';

/** The JSON kind of a field; a trailing `?` marks it optional. */
export type FieldKind = `${'string' | 'number' | 'boolean' | 'object' | 'array'}${'' | '?'}`;

/** How one event type is stored. */
export interface EventSchema {
  /** Version that is written now; raised whenever an upcaster becomes necessary. */
  readonly version: number;
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** Top-level fields that hold personal data. */
  readonly personal?: readonly string[];
  /** `upcast[n]` turns data of version n into data of version n + 1. */
  readonly upcast?: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;
}

export type EventSchemas<Event extends DomainEvent> = { readonly [Type in Event['type']]: EventSchema };

export type Decoded<Event extends DomainEvent> =
  { readonly known: true; readonly event: Event } | { readonly known: false; readonly reason: string };

/** Validates and upcasts the stored events of one domain. */
export interface EventCodec<Event extends DomainEvent> {
  readonly types: readonly Event['type'][];
  readonly version: (type: Event['type']) => number;
  readonly personal: (type: Event['type']) => readonly string[];
  /** The fields of the version that is written now. */
  readonly fields: (type: Event['type']) => Readonly<Record<string, FieldKind>>;
  /** Never throws: what can't be read comes back with the reason (unknown type, newer version, wrong field). */
  readonly decode: (type: string, schemaVersion: number, data: unknown) => Decoded<Event>;
}

export function defineCodec<Event extends DomainEvent>(schemas: EventSchemas<Event>): EventCodec<Event> {
  const byType = new Map<string, EventSchema>(Object.entries(schemas));
  const checks = new Map<string, FieldCheck[]>([...byType].map(([type, schema]) => [type, compileChecks(schema)]));
  const isKnownType = (type: string): type is Event['type'] => byType.has(type);
  return {
    types: [...byType.keys()].filter(isKnownType),
    version: (type) => schemas[type].version,
    personal: (type) => schemas[type].personal ?? [],
    fields: (type) => schemas[type].fields,
    decode: (type, schemaVersion, stored) => {
      const schema = byType.get(type);
      if (!schema) return { known: false, reason: `unknown event type ${type}` };
      if (schemaVersion > schema.version) {
        return {
          known: false,
          reason: `${type} has schema version ${schemaVersion}, newest known is ${schema.version}`,
        };
      }
      const data = upcast(schema, schemaVersion, stored);
      const wrong = firstWrongField(checks.get(type) ?? [], data);
      if (wrong) return { known: false, reason: `${type}: ${wrong}` };
      // The checks above are what makes the claim true.
      return { known: true, event: { type, data } as unknown as Event };
    },
  };
}

interface FieldCheck {
  readonly name: string;
  readonly kind: string;
  readonly optional: boolean;
}

function compileChecks(schema: EventSchema): FieldCheck[] {
  return Object.entries(schema.fields).map(([name, kind]) => ({
    name,
    kind: kind.replace('?', ''),
    optional: kind.endsWith('?'),
  }));
}

function upcast(schema: EventSchema, from: number, stored: unknown): unknown {
  if (from === schema.version || typeof stored !== 'object' || stored === null) return stored;
  let data: Record<string, unknown> = { ...stored };
  for (let version = from; version < schema.version; version++) data = schema.upcast?.[version]?.(data) ?? data;
  return data;
}

function firstWrongField(checks: readonly FieldCheck[], data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return 'data is not an object';
  const record = data as Record<string, unknown>;
  const wrong = checks.find(({ name, kind, optional }) => {
    const value = record[name];
    return value === undefined ? !optional : kindOf(value) !== kind;
  });
  return wrong && `field ${wrong.name} should be ${wrong.optional ? 'absent or ' : ''}of kind ${wrong.kind}`;
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
