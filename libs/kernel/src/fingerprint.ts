/**
 * A short stand-in for a JSON value: the same content gives the same text, whatever the order of its keys, and absent
 * and undefined members count alike. For telling a repetition from other content under the same id without keeping
 * the content; 64 bits against accidents, no protection against someone who wants a collision.
 */
export function fingerprintOf(value: unknown): string {
  const lanes: Lanes = { first: 0x811c9dc5, second: 0x9747b28c };
  mix(lanes, value);
  return `${(lanes.first >>> 0).toString(36)}.${(lanes.second >>> 0).toString(36)}`;
}

interface Lanes {
  first: number;
  second: number;
}

function mix(lanes: Lanes, value: unknown): void {
  if (Array.isArray(value)) {
    mixText(lanes, '[');
    for (const member of value) mix(lanes, member);
    mixText(lanes, ']');
  } else if (typeof value === 'object' && value !== null) {
    mixText(lanes, '{');
    mixMembers(lanes, new Map<string, unknown>(Object.entries(value)));
    mixText(lanes, '}');
  } else {
    mixText(lanes, `${typeof value === 'string' ? '"' : ''}${String(value)}\u0000`);
  }
}

function mixMembers(lanes: Lanes, members: ReadonlyMap<string, unknown>): void {
  for (const key of [...members.keys()].sort()) {
    const member = members.get(key);
    if (member === undefined) continue;
    mixText(lanes, `${key}\u0001`);
    mix(lanes, member);
  }
}

/** Multipliers: the 32-bit FNV prime, and an odd constant of MurmurHash3's finaliser for the second lane. */
function mixText(lanes: Lanes, text: string): void {
  let { first, second } = lanes;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit ^ (second >>> 15), 0x85ebca6b);
  }
  lanes.first = first;
  lanes.second = second;
}
