// Moments are ISO 8601 with offset: two that are the same may be written differently, so texts are not to be compared.

export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

export const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

/** ISO 8601 UTC. */
export const instant = (epochMs: number): string => new Date(epochMs).toISOString();
