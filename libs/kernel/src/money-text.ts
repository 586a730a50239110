/** An amount for people: `GBP 1,234.50` from 123450 minor units. The currency is an ISO 4217 code. */
export function moneyText(amountMinor: number, currency: string): string {
  const digits = minorDigitsOf(currency);
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const major = text.slice(0, text.length - digits);
  const sign = amountMinor < 0 ? '-' : '';
  return `${currency} ${sign}${grouped(major)}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}

function grouped(digits: string): string {
  if (digits.length <= 3) return digits;
  return `${grouped(digits.slice(0, -3))},${digits.slice(-3)}`;
}

/** Asking for a currency's digits costs a thousand times what using them does; there are fewer than 200 currencies. */
const minorDigits = new Map<string, number>();

function minorDigitsOf(currency: string): number {
  const known = minorDigits.get(currency);
  if (known !== undefined) return known;
  const digits = CODE.test(currency) ? isoDigitsOf(currency) : 2;
  minorDigits.set(currency, digits);
  return digits;
}

/** Intl throws at anything else, and a read model must not break over one odd document. */
const CODE = /^[A-Z]{3}$/;

const isoDigitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
