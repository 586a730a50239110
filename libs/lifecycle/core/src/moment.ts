import { instant } from '@tenure/kernel';

/** A moment in both of its forms; the text is ISO 8601 with offset, as it was told where somebody told it. */
export interface Moment {
  readonly ms: number;
  readonly text: string;
}

export const DAY_MS = 86_400_000;

export const momentOf = (text: string): Moment => ({ ms: Date.parse(text), text });

export const momentAt = (ms: number): Moment => ({ ms, text: instant(ms) });

/** Days since 1970-01-01 (UTC), as facts count them. */
export const dayAt = (ms: number): number => Math.floor(ms / DAY_MS);
