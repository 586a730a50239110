import { ValidateBy, ValidateIf, type ValidationOptions } from 'class-validator';

/**
 * Lets a field be left out, but not be null, which class-validator's IsOptional would let through: an event with a null
 * in place of a string could never be read again.
 */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_command, value) => value !== undefined);

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A calendar day `YYYY-MM-DD` from 1900 up to (not including) 2200. */
export function isDay(value: unknown): value is string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts) return false;
  const epochMs = Date.parse(parts[0]);
  return (
    epochMs >= Date.UTC(1900, 0, 1) &&
    epochMs < Date.UTC(2200, 0, 1) &&
    new Date(epochMs).getUTCDate() === Number(parts[3])
  );
}

export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: isDay,
        defaultMessage: (at) => `${at?.property} must be a calendar day between 1900 and 2200, such as 2024-05-01`,
      },
    },
    options,
  );
