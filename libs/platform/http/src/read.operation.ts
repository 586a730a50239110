import { applyDecorators, UseInterceptors, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  getSchemaPath,
} from '@nestjs/swagger';
import {
  ANY_BODY,
  ANY_REQUEST,
  ApiProblems,
  mergeSentences,
  refusalSentences,
  type ProblemSentences,
} from './problem.responses';
import { ReadsProjections, WAIT_FOR_HEADER, WAIT_FOR_PARAMETER, WaitForInterceptor } from './wait-for.interceptor';

export interface ReadOperationOptions {
  /** Unique among all operations; the name that generated clients have for it. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  readonly answer: Type<object>;
  /** The answer is a list of it. */
  readonly list?: boolean;
  /** What it answers with instead, depending on the parameters. */
  readonly or?: Type<object>;
  /** Ids in the path; there may be nothing under them. */
  readonly path?: readonly string[];
  /** What it is asked with, where that doesn't fit into a query. */
  readonly body?: Type<object>;
  /** What it may be refused for, by HTTP status. */
  readonly statuses?: Readonly<Record<string, number>>;
  /** Projections that it answers from, and so can wait for. */
  readonly projections?: readonly string[];
}

/** Documents a read, and lets it wait for a position. */
export function ReadOperation(options: ReadOperationOptions): MethodDecorator {
  const { id, summary, description, answer, list = false, or, path = [], body, projections = [] } = options;
  return applyDecorators(
    ApiOperation({ operationId: id, summary, ...(description !== undefined && { description }) }),
    ...path.map((name) => ApiParam({ name, schema: { type: 'string', minLength: 1, maxLength: 128 } })),
    ...(body === undefined ? [] : [ApiBody({ type: body, required: true })]),
    or === undefined ? ApiOkResponse({ type: answer, isArray: list }) : ApiOneOf(answer, or),
    ApiProblems(problemsOf(options)),
    ...(projections.length > 0 ? [MayWaitFor(projections)] : []),
  );
}

const problemsOf = ({ path = [], body, statuses = {} }: ReadOperationOptions): ProblemSentences =>
  mergeSentences(
    ANY_REQUEST,
    path.length > 0 ? { 404: 'There is nothing under that id.' } : {},
    body === undefined ? {} : ANY_BODY,
    refusalSentences(statuses),
  );

const ApiOneOf = (...answers: readonly Type<object>[]): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(...answers),
    ApiOkResponse({ schema: { oneOf: answers.map((answer) => ({ $ref: getSchemaPath(answer) })) } }),
  );

const MayWaitFor = (projections: readonly string[]): MethodDecorator =>
  applyDecorators(
    ReadsProjections(...projections),
    UseInterceptors(WaitForInterceptor),
    ApiQuery({
      name: WAIT_FOR_PARAMETER,
      required: false,
      schema: { type: 'string', pattern: '^\\d{1,19}$', example: '10432' },
      description: `Answer only when ${projections.join(', ')} has reached this position; also as a header.`,
    }),
    ApiHeader({ name: WAIT_FOR_HEADER, required: false, description: 'The same as the parameter `waitFor`.' }),
    ApiProblems({ 504: 'The position was not reached in time; `lagging` names the projection.' }),
  );
