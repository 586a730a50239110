import { ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeAbsent } from '@tenure/shared-contract';
import { Matches } from 'class-validator';

/** A month `YYYY-MM` in a query, which may be left out. */
export const MonthProperty =
  (name: string, description: string): PropertyDecorator =>
  (target, property) => {
    ApiPropertyOptional({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2011-06', description })(target, property);
    MayBeAbsent()(target, property);
    Matches(/^\d{4}-(0[1-9]|1[0-2])$/, { message: `${name} must be a month, such as 2011-06` })(target, property);
  };
