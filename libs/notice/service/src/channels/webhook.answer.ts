import { fieldOf } from './error.field';

/** What the header Retry-After (RFC 9110, seconds or a date) asks for, in milliseconds from `now` (ISO 8601). */
export function retryAfterMs(header: string | null, now: string): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.parse(now));
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** In words, without the address, which may hold a password. */
export function errorOf(error: unknown, answerLimitMs: number): string {
  if (fieldOf(error, 'name') === 'TimeoutError') return `no answer within ${answerLimitMs} ms`;
  const code = fieldOf(fieldOf(error, 'cause'), 'code');
  return typeof code === 'string' ? `the address can't be reached (${code})` : "the address can't be asked";
}
