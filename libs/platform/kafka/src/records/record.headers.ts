import type { IHeaders } from 'kafkajs';

/** One header as text; undefined where there is none. */
export const headerOf = (headers: IHeaders | undefined, name: string): string | undefined => {
  const value = headers?.[name];
  return value === undefined || Array.isArray(value) ? undefined : value.toString();
};

const WHOLE_NUMBER = /^\d{1,20}$/;

/** A position or revision as it stands in headers and values: a decimal number. */
export const readPosition = (text: unknown): bigint | undefined =>
  typeof text === 'string' && WHOLE_NUMBER.test(text) ? BigInt(text) : undefined;
