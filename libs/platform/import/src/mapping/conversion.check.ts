import { isCurrency } from '../values/currency';
import { isWallTimeFormat } from '../values/wall-time.format';
import { isZone } from '../values/zone.clock';
import type { Conversion } from './mapping';
import type { Compiling } from './scope';

/** Reports what the schema can't know: zones, formats, currencies, regular expressions. */
export function checkConversion({ problems }: Compiling, conversion: Conversion, path: string): boolean {
  const before = problems.length;
  const report = (field: string, message: string): number => problems.push({ at: `${path}.${field}`, message });
  const { timeZone, currency, format } = conversion;
  if (timeZone !== undefined && !isZone(timeZone)) report('timeZone', unknownZone(timeZone));
  if (currency !== undefined && !isCurrency(currency)) report('currency', `${currency} is no currency of ISO 4217`);
  if (format !== undefined && !isWallTimeFormat(format)) report('format', unreadableFormat(format));
  conversion.replace?.forEach(({ pattern }, index) => {
    const wrong = regularExpressionFlaw(pattern);
    if (wrong) report(`replace[${index}].pattern`, wrong);
  });
  return problems.length === before;
}

export const unknownZone = (zone: string): string => `${zone} is no IANA time zone such as Europe/London`;

const unreadableFormat = (format: string): string =>
  `${JSON.stringify(format)} is no date format: use tokens such as yyyy-MM-dd HH:mm:ss, or iso, epoch-seconds, epoch-milliseconds`;

export function regularExpressionFlaw(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (cause) {
    return `is no regular expression: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
