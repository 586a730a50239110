/** What a customer was called from a moment on (ISO 8601); null where they had no name any more. */
export interface CustomerName {
  readonly name: string | null;
  readonly since: string;
}

/** With one more, unless it is the name that the customer has. */
export const namesAfter = (
  names: readonly CustomerName[],
  name: string | null,
  since: string,
): readonly CustomerName[] => ((names.at(-1)?.name ?? null) === name ? names : [...names, { name, since }]);

/** `names` are in the order of the log, in which a correction of the past may come late. */
export function nameAt(names: readonly CustomerName[], moment: string): string | null {
  const until = Date.parse(moment);
  const known = names.filter(({ since }) => Date.parse(since) <= until);
  const latest = Math.max(...known.map(({ since }) => Date.parse(since)));
  return known.findLast(({ since }) => Date.parse(since) === latest)?.name ?? null;
}
