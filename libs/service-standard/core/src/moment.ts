/** The whole second that a time (ISO 8601 with offset) lies in, in epoch milliseconds: clocks count no parts of seconds. */
export const momentOf = (time: string): number => Math.floor(Date.parse(time) / 1000) * 1000;

/** ISO 8601 UTC. */
export const timeOf = (moment: number): string => new Date(moment).toISOString();
