import { instant } from '@tenure/kernel';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export const hoursAfter = (at: string, hours: number): string => instant(Date.parse(at) + hours * HOUR_MS);

/** Days of 24 hours. */
export const daysAfter = (at: string, days: number): string => hoursAfter(at, days * 24);
