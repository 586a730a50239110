/** A JSON schema, as far as it is built here. */
export type Schema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Schema>>;

export const schemaReference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const objectOf = (properties: Schemas, required: readonly string[] = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required: [...required] }),
});

export const text = (description?: string, more: Schema = {}): Schema => ({
  type: 'string',
  ...(description !== undefined && { description }),
  ...more,
});

export const POSITION = '^\\d+$';

const REFERENCE = /^#\/components\/schemas\/(.+)$/;

/** The named schemas and all that they refer to. */
export function reachable(names: readonly string[], schemas: Schemas): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = schemas[name];
    if (!schema || found[name]) continue;
    found[name] = schema;
    waiting.push(...referencesIn(schema));
  }
  return found;
}

export function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const [, target] = (name === '$ref' && typeof member === 'string' && REFERENCE.exec(member)) || [];
    return target === undefined ? referencesIn(member) : [target];
  });
}
