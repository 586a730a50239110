import { moneyText } from '@tenure/kernel';

/** Any JSON value in a column: what is absent shows as a dash, what is structured as JSON. */
export function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? oneLine(value) : `${value as number | boolean}`;
}

/** Control characters would let stored text play with the terminal. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** Minor units in the form that people write, such as `GBP 4,310.00`. */
export const moneyShown = (amountMinor: number, currency: string | null): string =>
  currency === null ? '–' : moneyText(amountMinor, currency);
