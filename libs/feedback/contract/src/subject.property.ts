import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { isIn, isString, matches, ValidateBy } from 'class-validator';
import { MayBeAbsent } from '@tenure/shared-contract';
import { SUBJECT_KINDS } from './survey.events';

const ID = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/;

/** Documents and checks what a customer is asked about. */
export const SubjectProperty = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description: 'What the customer is asked about; of a quarter the id is such as `2026-Q4`.',
      type: 'object',
      properties: { kind: { type: 'string', enum: [...SUBJECT_KINDS] }, id: { type: 'string', pattern: ID.source } },
      required: ['kind', 'id'],
    }),
    MayBeAbsent(),
    ValidateBy({
      name: 'isSurveySubject',
      validator: {
        validate: isSubject,
        defaultMessage: (at) => `${at?.property} must be { kind: ${SUBJECT_KINDS.join(' | ')}, id: an id }`,
      },
    }),
  );

const isSubject = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 2 &&
  'kind' in value &&
  isIn(value.kind, SUBJECT_KINDS) &&
  'id' in value &&
  isString(value.id) &&
  matches(value.id, ID);
