import { applyDecorators, UseInterceptors, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiPropertyOptional,
  ApiQuery,
  ApiResponse,
  OmitType,
} from '@nestjs/swagger';
import type { Command } from '@tenure/shared-contract';
import { ANY_BODY, ANY_REQUEST, ApiProblems, mergeSentences, refusalSentences } from './problem.responses';
import { WriteAnswer } from './write.answer';
import { WriteInterceptor } from './write.interceptor';

export interface CommandOperationOptions<C extends Command> {
  readonly command: new () => C;
  readonly summary: string;
  readonly description?: string;
  /** Fields of the command that stand in the path. */
  readonly path?: readonly (keyof C & string)[];
  /** Fields of the command that are made here, and not taken. */
  readonly made?: readonly (keyof C & string)[];
  /** What it answers with, where that says more. */
  readonly answer?: Type<WriteAnswer>;
  /** For a DELETE: everything but the path and the time is left out. */
  readonly bodiless?: boolean;
  readonly statuses: Readonly<Record<string, number>>;
}

/** Makes a controller's method the way in for a command, documented from the command's contract class. */
export function CommandOperation<C extends Command>(options: CommandOperationOptions<C>): MethodDecorator {
  const { command, summary, description, path = [], made = [], answer = WriteAnswer, statuses } = options;
  const operationId = command.name.charAt(0).toLowerCase() + command.name.slice(1);
  return applyDecorators(
    ApiOperation({ operationId, summary, ...(description !== undefined && { description }) }),
    ...path.map((name) => ApiParam({ name, schema: { type: 'string', minLength: 1, maxLength: 128 } })),
    ApiCommandHeaders(),
    options.bodiless ? ApiOccurredAtQuery() : ApiBody({ type: bodyOf(command, [...path, ...made]), required: true }),
    ApiResponse({ status: 201, type: answer, description: 'Something was written.' }),
    ApiResponse({ status: 200, type: answer, description: 'Nothing had to be written; it was so already.' }),
    ApiProblems(mergeSentences(ANY_REQUEST, ANY_BODY, refusalSentences(statuses))),
    UseInterceptors(WriteInterceptor),
  );
}

export const ApiCommandHeaders = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Id of the command: sent again with the same content, it is carried out once. Made where absent.',
    }),
    ApiHeader({ name: 'X-Correlation-Id', required: false, description: 'Shared by all that one request leads to.' }),
    ApiHeader({ name: 'X-Actor', required: false, description: 'The person or service that answers for it.' }),
    ApiHeader({ name: 'X-Source', required: false, description: 'The system that it comes from.' }),
  );

const WHEN = 'When it happened in the business: ISO 8601 with offset. Now, where it is left out.';

const ApiOccurredAtQuery = (): MethodDecorator =>
  ApiQuery({ name: 'occurredAt', required: false, description: WHEN, schema: { type: 'string', format: 'date-time' } });

/** The command's class without what is not sent in it, and with a time that may be left out. */
function bodyOf<C extends Command>(command: new () => C, left: readonly (keyof C & string)[]): Type<object> {
  const Rest: Type<object> = OmitType<C, keyof C>(command, [...left, 'occurredAt']);
  class Body extends Rest {
    @ApiPropertyOptional({ format: 'date-time', description: WHEN })
    readonly occurredAt?: string;
  }
  Object.defineProperty(Body, 'name', { value: `${command.name}Body` });
  return Body;
}
