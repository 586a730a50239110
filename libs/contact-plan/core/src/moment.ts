/** Moments are ISO 8601 with offset, so that texts are not to be compared as such. */
export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

export const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

/** ISO 8601 UTC. */
export const instant = (epochMs: number): string => new Date(epochMs).toISOString();

export const latest = (one: string | undefined, other: string): string =>
  one !== undefined && isAfter(one, other) ? one : other;
