import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, Length } from 'class-validator';
import { MayBeAbsent } from '@tenure/shared-contract';

const MOST_LABELS = 20;
const MOST_LETTERS = 200;

/** Documents and checks labels that whoever records something gives it. */
export const LabelsProperty = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description,
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: MOST_LETTERS },
      uniqueItems: true,
      maxItems: MOST_LABELS,
    }),
    MayBeAbsent(),
    IsArray(),
    ArrayMaxSize(MOST_LABELS),
    ArrayUnique(),
    Length(1, MOST_LETTERS, { each: true }),
  );
