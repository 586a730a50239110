import { hash } from 'node:crypto';

/** A command's content in a canonical form: the same content gives the same text, whatever the order of its keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(withSortedKeys(value)) ?? 'null';

/** The value itself where its keys are sorted already, as an import makes them: nothing is copied then. */
function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.every(hasSortedKeys) ? value : value.map(withSortedKeys);
  const members = value as Readonly<Record<string, unknown>>;
  if (hasSortedKeys(members)) return members;
  return Object.fromEntries(
    Object.keys(members)
      .sort()
      .map((key) => [key, withSortedKeys(members[key])]),
  );
}

function hasSortedKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(hasSortedKeys);
  let before = '';
  for (const [key, member] of Object.entries(value)) {
    if (key < before || !hasSortedKeys(member)) return false;
    before = key;
  }
  return true;
}

/**
 * The id of the n-th event of a command, as a UUID of version 5's form (RFC 9562, name-based SHA-1). It depends on the command's
 * content too, so that a command id used again with other content is told apart from a repetition.
 */
export function eventId(commandId: string, content: string, index: number): string {
  const digest = hash('sha1', `${index}\n${commandId}\n${content}`, 'hex');
  const variant = ((parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
