import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isISO4217CurrencyCode, ValidateBy } from 'class-validator';
import type { VoucherValue } from '@tenure/policy-contract';

const percent = { type: 'integer', minimum: 1, maximum: 100 } as const;
const amountMinor = { type: 'integer', minimum: 1, description: 'Integer minor units of the currency.' } as const;

/** Documents and checks what a voucher is worth: so many percent of a purchase, or an amount. */
export const VoucherValueProperty = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      oneOf: [
        { type: 'object', properties: { percent }, required: ['percent'] },
        {
          type: 'object',
          properties: { amountMinor, currency: { type: 'string', example: 'CNY' } },
          required: ['amountMinor', 'currency'],
        },
      ],
    }),
    ValidateBy({
      name: 'isVoucherValue',
      validator: {
        validate: isVoucherValue,
        defaultMessage: (at) =>
          `${at?.property} must be { percent: 1 to 100 } or { amountMinor: at least 1, currency }`,
      },
    }),
  );

function isVoucherValue(value: unknown): value is VoucherValue {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).length === 1 ? isShare(value) : isAmount(value);
}

const isShare = (value: object): boolean => 'percent' in value && isWhole(value.percent, 100);

const isAmount = (value: object): boolean =>
  Object.keys(value).length === 2 &&
  'amountMinor' in value &&
  isWhole(value.amountMinor, Number.MAX_SAFE_INTEGER) &&
  'currency' in value &&
  isISO4217CurrencyCode(value.currency);

const isWhole = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
