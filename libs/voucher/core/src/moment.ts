/** Both ISO 8601 with offset. */
export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

export const isAtOrAfter = (one: string, other: string): boolean => !isBefore(one, other);
