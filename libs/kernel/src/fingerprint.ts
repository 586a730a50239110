/**
 * A short stand-in for a JSON value: the same content gives the same text, whatever the order of its keys, and absent
 * and undefined members count alike. For telling a repetition from other content under the same id without keeping the
 * content: 32 bits, so that one mistake in four thousand million goes unseen; no protection against intent.
 */
export const fingerprintOf = (value: unknown): string => (hash(value) >>> 0).toString(36);

const SEED = 0x811c9dc5;
/** Bound once: in a sandbox such as Jest's, looking a global up for every character costs more than the rest. */
const { imul } = Math;

function hash(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return hashText(value);
    case 'object':
      return value === null ? mix(SEED, 1) : Array.isArray(value) ? hashMembers(value) : hashFields(value);
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'undefined':
    case 'symbol':
    case 'function':
      return mix(hashText(String(value)), 2);
  }
}

function hashMembers(members: readonly unknown[]): number {
  let hashed = mix(SEED, 3);
  for (const member of members) hashed = mix(hashed, hash(member));
  return hashed;
}

/** A sum, so that the order of the keys is of no concern and need not be sorted away. */
function hashFields(fields: object): number {
  let sum = mix(SEED, 4);
  for (const key in fields) {
    const value: unknown = Reflect.get(fields, key);
    if (value !== undefined) sum = (sum + mix(hashText(key), hash(value))) | 0;
  }
  return mix(sum, 5);
}

/** FNV-1a, with the offset basis as its seed, over UTF-16 code units. */
function hashText(text: string): number {
  let hashed = SEED;
  for (let index = 0; index < text.length; index++) hashed = imul(hashed ^ text.charCodeAt(index), 0x01000193);
  return mix(hashed, text.length);
}

/** The finaliser of MurmurHash3, by which every bit of the input reaches every bit of the result. */
function mix(one: number, other: number): number {
  let mixed = imul(one, 31) + imul(other, 0x9e3779b1);
  mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
