/** Decimals of an ISO 4217 currency's minor unit: 2 for GBP, 0 for JPY. */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);
