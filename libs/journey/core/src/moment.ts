/** Moments are ISO 8601 with offset, so that texts are not to be compared as such. */
export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

export const isAfter = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

/** ISO 8601 UTC. */
export const instant = (epochMs: number): string => new Date(epochMs).toISOString();

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const hoursAfter = (at: string, hours: number): string => instant(Date.parse(at) + hours * HOUR_MS);

/** Days of 24 hours. */
export const daysAfter = (at: string, days: number): string => hoursAfter(at, days * 24);
