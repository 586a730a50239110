import { isAfter } from '@tenure/kernel';

export const latest = (one: string | undefined, other: string): string =>
  one !== undefined && isAfter(one, other) ? one : other;
