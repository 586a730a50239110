import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO4217CurrencyCode, IsInt, Matches, Max, Min, ValidateBy, type ValidationOptions } from 'class-validator';

const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 with offset, from 1900 up to (not including) 2200: outside of it a date is a mistake in the source. */
export function isInstant(value: unknown): value is string {
  const parts = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (!parts) return false;
  const epochMs = Date.parse(parts[0]);
  return epochMs >= EARLIEST && epochMs < LATEST && isDayOfMonth(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Date.parse takes 31 February for 2 March. */
const isDayOfMonth = (year: number, month: number, day: number): boolean =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;

export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: (at) =>
          `${at?.property} must be an ISO 8601 date and time with offset between 1900 and 2200, such as 2024-05-01T09:30:00+08:00`,
      },
    },
    options,
  );

const ID = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/;

/** An id from the outside: 1–128 of letters, digits and `. _ : @ -`, starting with a letter or digit. */
export const IsId = (options?: ValidationOptions): PropertyDecorator =>
  Matches(ID, {
    message: '$property must be 1 to 128 letters, digits or . _ : @ - and start with a letter or digit',
    ...options,
  });

/** An amount in integer minor units (cents, 分) with its ISO 4217 currency. */
export class Money {
  @ApiProperty({ type: 'integer', description: 'Integer minor units of the currency.' })
  @IsInt()
  @Min(-Number.MAX_SAFE_INTEGER)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly amountMinor!: number;

  @ApiProperty({ example: 'CNY' })
  @IsISO4217CurrencyCode()
  readonly currency!: string;
}

/** Documents and checks an id in one go. */
export const IdProperty = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ description, minLength: 1, maxLength: 128, pattern: ID.source }), IsId());
