import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ValidateBy } from 'class-validator';

export const MOST_LINES = 5_000;
const MOST_SKU_LENGTH = 100;
const MOST_DESCRIPTION_LENGTH = 500;
const UNIT_PRICE = /^\d{1,12}(\.\d{1,6})?$/;

/** Documents a line; what checks it is `firstFlawOfLines`. */
class PurchaseDocumentLine {
  @ApiProperty({ minLength: 1, maxLength: MOST_SKU_LENGTH })
  readonly sku!: string;

  @ApiPropertyOptional({ maxLength: MOST_DESCRIPTION_LENGTH })
  readonly description?: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly quantity!: number;

  @ApiProperty({ pattern: UNIT_PRICE.source, example: '2.55', description: 'Major units of the currency of `total`.' })
  readonly unitPrice!: string;
}

/**
 * Checks 1 to 5,000 lines in one pass, where an instance and a validator for each line would cost a hundred times as
 * much: an import brings hundreds of thousands of them. The message names the first wrong place.
 */
export const LinesProperty = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description, type: [PurchaseDocumentLine], minItems: 1, maxItems: MOST_LINES }),
    ValidateBy({
      name: 'areLines',
      validator: {
        validate: (lines) => firstFlawOfLines(lines) === undefined,
        defaultMessage: (at) => `${at?.property}${firstFlawOfLines(at?.value) ?? ''}`,
      },
    }),
  );

/** What follows the name of the lines in a sentence, such as `[3].quantity must be a positive integer`. */
export function firstFlawOfLines(lines: unknown): string | undefined {
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > MOST_LINES) {
    return ` must be a list of 1 to ${MOST_LINES} lines`;
  }
  for (let index = 0; index < lines.length; index++) {
    const flaw = flawOfLine(lines[index]);
    if (flaw !== undefined) return `[${index}]${flaw}`;
  }
  return undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function flawOfLine(line: unknown): string | undefined {
  if (!isFields(line)) return ' must be an object';
  for (const { holds, otherwise } of RULES) if (!holds(line)) return otherwise;
  for (const name in line) if (!FIELDS.has(name)) return `.${name.slice(0, 50)} is not a field of a line`;
  return undefined;
}

const isFields = (line: unknown): line is Fields => typeof line === 'object' && line !== null && !Array.isArray(line);

const FIELDS: ReadonlySet<string> = new Set(['sku', 'description', 'quantity', 'unitPrice']);

const RULES: readonly { readonly holds: (line: Fields) => boolean; readonly otherwise: string }[] = [
  {
    holds: ({ sku }) => typeof sku === 'string' && sku !== '' && sku.length <= MOST_SKU_LENGTH,
    otherwise: `.sku must be 1 to ${MOST_SKU_LENGTH} characters`,
  },
  {
    holds: ({ quantity }) => typeof quantity === 'number' && Number.isSafeInteger(quantity) && quantity > 0,
    otherwise: '.quantity must be a positive integer',
  },
  {
    holds: ({ unitPrice }) => typeof unitPrice === 'string' && UNIT_PRICE.test(unitPrice),
    otherwise: '.unitPrice must be a decimal as text, not negative, such as "2.55"',
  },
  {
    holds: ({ description }) =>
      description === undefined || (typeof description === 'string' && description.length <= MOST_DESCRIPTION_LENGTH),
    otherwise: `.description must be at most ${MOST_DESCRIPTION_LENGTH} characters`,
  },
];
