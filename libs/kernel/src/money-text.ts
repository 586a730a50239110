/** An amount for people: `GBP 1,234.50` from 123450 minor units. The currency is an ISO 4217 code. */
export function moneyText(amountMinor: number, currency: string): string {
  const format = formatOf(currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return `${currency} ${format.format(amountMinor / 10 ** digits)}`;
}

/** Building a format costs a thousand times what using it does; there are fewer than 200 currencies. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(currency, format);
  return format;
}
