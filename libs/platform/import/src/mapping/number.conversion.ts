import { currencyDigits } from '../values/currency';
import { formatDecimal, parseDecimal, roundTo, type ExactDecimal } from '../values/exact-decimal';
import { remembered } from '../values/remembered';
import type { Conversion, Source } from './mapping';
import type { Json } from './scope';

export type Converted = { readonly value: Json } | { readonly reason: string };
type NumberKind = 'integer' | 'number' | 'decimal' | 'money' | 'minor-units';

/** How a text of the source is read as a number, exactly. */
export function decimalReader({ decimal = '.', thousands }: Source): (text: string) => ExactDecimal | undefined {
  return remembered((text) => parseDecimal(text, decimal, thousands));
}

/** How an exact number is written into a payload. */
export function numberWriter(kind: NumberKind, conversion: Conversion): (value: ExactDecimal) => Converted {
  const signed = signOf(conversion.sign);
  switch (kind) {
    case 'integer':
      return (value) => wholeNumber(signed(value), 0, conversion);
    case 'number':
      return (value) => ({ value: Number(formatDecimal(signed(value))) });
    case 'decimal':
      return (value) => ({ value: formatDecimal(signed(value)) });
    case 'minor-units': {
      const digits = currencyDigits(conversion.currency ?? '');
      return (value) => wholeNumber(signed(value), digits, conversion);
    }
    case 'money': {
      const currency = conversion.currency ?? '';
      const digits = currencyDigits(currency);
      return (value) => {
        const amount = wholeNumber(signed(value), digits, conversion);
        return 'reason' in amount ? amount : { value: { amountMinor: amount.value, currency } };
      };
    }
  }
}

function wholeNumber(value: ExactDecimal, digits: number, { rounding = 'exact' }: Conversion): Converted {
  const units = roundTo(value, digits, rounding);
  if (units === undefined) {
    const finest = digits === 0 ? 'a whole number' : `exact to ${digits} decimals`;
    return { reason: `${formatDecimal(value)} is not ${finest}, and the mapping states no rounding` };
  }
  const number = Number(units);
  return Number.isSafeInteger(number) ? { value: number } : { reason: `${units} is too large` };
}

function signOf(sign: Conversion['sign']): (value: ExactDecimal) => ExactDecimal {
  if (sign === 'negate') return ({ units, scale }) => ({ units: -units, scale });
  if (sign === 'absolute') return (value) => (value.units < 0n ? { units: -value.units, scale: value.scale } : value);
  return (value) => value;
}
